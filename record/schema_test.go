package record_test

import (
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"holdfast/record"
)

type origin struct {
	Source string `json:"source,omitempty"`
}

type bird struct {
	origin
	Name   string      `json:"name"`
	Seen   record.Date `json:"seen,omitzero"`
	Legs   int
	Hidden string `json:"-"`
}

type fields = map[string]json.RawMessage

// birds is version 3: version 1 called the name "title", version 2 wrote the
// day as "on".
func birds() record.Schema[bird] {
	rename := func(from, to string) record.Upgrade {
		return func(old fields) (fields, error) {
			if v, ok := old[from]; ok {
				old[to] = v
				delete(old, from)
			}
			return old, nil
		}
	}
	return record.Schema[bird]{
		Collection: "bird", Version: 3,
		Key:      func(b bird) record.Key { return record.Key(b.Name) },
		Upgrades: map[int]record.Upgrade{1: rename("title", "name"), 2: rename("on", "seen")},
	}
}

func TestARecordComesBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := bird{Name: rapid.String().Draw(t, "name"), Legs: rapid.Int().Draw(t, "legs"), origin: origin{rapid.String().Draw(t, "source")}}
		if rapid.Bool().Draw(t, "seen") {
			want.Seen = date(2000, 1, 1).AddDays(rapid.IntRange(0, 20_000).Draw(t, "day"))
		}
		raw, err := birds().Encode(want, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := birds().Decode(raw)
		want.Name, want.Source = strings.ToValidUTF8(want.Name, "\ufffd"), strings.ToValidUTF8(want.Source, "\ufffd")
		if err != nil || got != want {
			t.Fatalf("%+v came back as %+v, %v", want, got, err)
		}
	})
}

func TestOlderRecordsAreBroughtUpStepByStep(t *testing.T) {
	want := bird{Name: "Wren", Seen: date(2026, 5, 1), Legs: 2}
	for _, raw := range []string{
		`{"v":1,"d":{"title":"Wren","on":"2026-05-01","Legs":2}}`,
		`{"v":2,"d":{"name":"Wren","on":"2026-05-01","Legs":2}}`,
		`{"v":3,"d":{"name":"Wren","seen":"2026-05-01","Legs":2}}`,
		`{"v":3,"d":{"name":"Wren","seen":"2026-05-01","Legs":2,"song":"unknown here"},"also":"ignored"}`,
	} {
		if got, err := birds().Decode([]byte(raw)); err != nil || got != want {
			t.Errorf("%s is read as %+v, %v", raw, got, err)
		}
	}
}

func TestFieldsThatThisProgramDoesNotKnowSurviveASave(t *testing.T) {
	for _, c := range []struct{ why, former, after string }{
		{"of the same version", `{"v":3,"d":{"name":"Wren","song":[1,2],"Hidden":"kept: it is not ours"}}`,
			`{"v":3,"d":{"name":"Heron","Legs":0,"song":[1,2],"Hidden":"kept: it is not ours"}}`},
		{"of an older version", `{"v":1,"d":{"title":"Wren","on":"2026-05-01","song":null}}`, `{"v":3,"d":{"name":"Heron","Legs":0,"song":null}}`},
		{"a known field that is empty now stays empty", `{"v":3,"d":{"name":"Wren","seen":"2026-05-01","source":"a book","Legs":9}}`,
			`{"v":3,"d":{"name":"Heron","Legs":0}}`},
		{"there was none", ``, `{"v":3,"d":{"name":"Heron","Legs":0}}`},
	} {
		var former []byte
		if c.former != "" {
			former = []byte(c.former)
		}
		raw, err := birds().Encode(bird{Name: "Heron"}, former)
		if err != nil || !same(t, raw, []byte(c.after)) {
			t.Errorf("%s: %s, %v", c.why, raw, err)
		}
	}
}

func TestARecordOfANewerProgramIsNeverGuessedAt(t *testing.T) {
	newer := []byte(`{"v":4,"d":{"name":"Wren"}}`)
	if _, err := birds().Decode(newer); !errors.Is(err, record.ErrNewer) {
		t.Errorf("decode: %v", err)
	}
	if raw, err := birds().Encode(bird{Name: "Heron"}, newer); !errors.Is(err, record.ErrNewer) || raw != nil {
		t.Errorf("encode over it: %s, %v", raw, err)
	}
}

func TestWhatMakesNoSenseIsDamaged(t *testing.T) {
	for _, raw := range []string{
		"", "null", "{}", "[]", `"x"`, "{", `{"v":3}`, `{"d":{"name":"Wren"}}`, `{"v":0,"d":{}}`, `{"v":-1,"d":{}}`, `{"v":"3","d":{}}`,
		`{"v":3,"d":null}`, `{"v":3,"d":[]}`, `{"v":3,"d":{"name":7}}`, `{"v":3,"d":{"name":"Wren","seen":"2026-02-30"}}`,
		`{"v":2,"d":{"name":"Wren","on":"soon"}}`, `{"v":1,"d":null}`, `{"v":3,"d":{"name":"Wren"}} {"v":3,"d":{}}`,
	} {
		if got, err := birds().Decode([]byte(raw)); !errors.Is(err, record.ErrDamaged) {
			t.Errorf("%s is read as %+v, %v", raw, got, err)
		} else if strings.Contains(err.Error(), "Wren") {
			t.Errorf("%s: the error tells what is in the record: %v", raw, err)
		}
	}
	for _, former := range []string{"{", `{"v":3}`, `{"v":1,"d":null}`} {
		if raw, err := birds().Encode(bird{Name: "Wren"}, []byte(former)); !errors.Is(err, record.ErrDamaged) {
			t.Errorf("over %s: %s, %v", former, raw, err)
		}
	}
}

func TestAWayUpThatIsMissingOrFailsIsSaid(t *testing.T) {
	gap := birds()
	gap.Upgrades = map[int]record.Upgrade{2: gap.Upgrades[2]}
	if _, err := gap.Decode([]byte(`{"v":1,"d":{"title":"Wren"}}`)); !errors.Is(err, record.ErrDamaged) {
		t.Errorf("no way from version 1: %v", err)
	}
	failed := errors.New("it does not fit")
	stuck := birds()
	stuck.Upgrades = maps.Clone(stuck.Upgrades)
	stuck.Upgrades[2] = func(fields) (fields, error) { return nil, failed }
	if _, err := stuck.Decode([]byte(`{"v":1,"d":{"title":"Wren"}}`)); !errors.Is(err, failed) {
		t.Errorf("a step that fails: %v", err)
	}
}

func TestWhatIsNoRecordCanNotBeWritten(t *testing.T) {
	number := record.Schema[int]{Collection: "number", Version: 1}
	if raw, err := number.Encode(7, nil); err == nil {
		t.Errorf("a number was written as %s", raw)
	}
	channel := record.Schema[chan int]{Collection: "channel", Version: 1}
	if raw, err := channel.Encode(nil, nil); err == nil {
		t.Errorf("a channel was written as %s", raw)
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"v":3,"d":{"name":"Wren","seen":"2026-05-01","Legs":2}}`, `{"v":1,"d":{"title":"Wren","x":{"y":[1]}}}`, `{"v":4,"d":{}}`, `{"v":3,"d":null}`, `{`, ``,
		`{"v":3,"d":{"NAME":"case does not count in encoding/json"}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := birds().Decode(raw)
		if err != nil {
			if !errors.Is(err, record.ErrDamaged) && !errors.Is(err, record.ErrNewer) {
				t.Fatalf("%q: %v", raw, err)
			}
			return
		}
		again, err := birds().Encode(got, raw)
		if err != nil {
			t.Fatalf("%q was read and can't be written: %v", raw, err)
		}
		if back, err := birds().Decode(again); err != nil || back != got {
			t.Fatalf("%q is %+v, written %q, and then %+v, %v", raw, got, again, back, err)
		}
	})
}

func same(t *testing.T, a, b []byte) bool {
	t.Helper()
	var x, y any
	if err := errors.Join(json.Unmarshal(a, &x), json.Unmarshal(b, &y)); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}
