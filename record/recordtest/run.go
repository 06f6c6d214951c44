package recordtest

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"holdfast/record"
)

// Sample is the kind of record that the suite works with.
type Sample struct {
	Owner string      `json:"owner"`
	Name  string      `json:"name"`
	On    record.Date `json:"on"`
}

// SampleSchema describes Sample: version 2, where version 1 called the name
// "title".
func SampleSchema() record.Schema[Sample] {
	return record.Schema[Sample]{
		Collection: "sample", Version: 2,
		Key: func(s Sample) record.Key { return record.Join(s.Owner, s.Name) },
		Upgrades: map[int]record.Upgrade{1: func(old map[string]json.RawMessage) (map[string]json.RawMessage, error) {
			old["name"] = old["title"]
			delete(old, "title")
			return old, nil
		}},
	}
}

// Records is what a collection can do.
type Records interface {
	Get(record.Key) (Sample, error)
	Put(Sample) error
	Delete(record.Key) error
	Scan(prefix record.Key, each func(Sample) error) error
}

// Run passes the suite over collections that open makes, each new and empty.
func Run(t *testing.T, open func(t *testing.T) Records) {
	keeping(t, open)
	scanning(t, open)
}

// keeping is about one record: kept, replaced, missing, deleted, refused.
func keeping(t *testing.T, open func(t *testing.T) Records) {
	t.Run("what is put is got back whole", func(t *testing.T) {
		r := open(t)
		want := Sample{"a", "Núñez / \x00 {}", record.Date{Year: 2026, Month: 2, Day: 28}}
		want.Name = "Núñez {} \u0000"
		must(t, r.Put(want))
		got, err := r.Get("a/Núñez {} \u0000")
		if err != nil || got != want {
			t.Fatalf("got %v, %v", got, err)
		}
	})
	t.Run("a later put takes the place of the earlier", func(t *testing.T) {
		r := open(t)
		must(t, r.Put(Sample{Owner: "a", Name: "1"}))
		must(t, r.Put(Sample{Owner: "a", Name: "1", On: record.Date{Year: 2026, Month: 1, Day: 1}}))
		if got, _ := r.Get("a/1"); got.On.IsZero() {
			t.Error("the earlier record came back")
		}
		if got := names(t, r, ""); len(got) != 1 {
			t.Errorf("the collection has %v", got)
		}
	})
	t.Run("what is not there is not found", func(t *testing.T) {
		r := open(t)
		if _, err := r.Get("a/1"); !errors.Is(err, record.ErrNotFound) {
			t.Errorf("get: %v", err)
		}
		if err := r.Delete("a/1"); !errors.Is(err, record.ErrNotFound) {
			t.Errorf("delete: %v", err)
		}
	})
	t.Run("what is deleted is gone", func(t *testing.T) {
		r := open(t)
		must(t, r.Put(Sample{Owner: "a", Name: "1"}))
		must(t, r.Delete("a/1"))
		if _, err := r.Get("a/1"); !errors.Is(err, record.ErrNotFound) {
			t.Errorf("get: %v", err)
		}
		if got := names(t, r, ""); len(got) != 0 {
			t.Errorf("the collection has %v", got)
		}
	})
	t.Run("a record without a key is refused", func(t *testing.T) {
		if err := open(t).Put(Sample{Owner: "", Name: "1"}); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("put: %v", err)
		}
	})
}

// scanning is about many records: by prefix, and until an error.
func scanning(t *testing.T, open func(t *testing.T) Records) {
	t.Run("a prefix is whole segments", func(t *testing.T) {
		r := open(t)
		for _, s := range []Sample{{Owner: "a", Name: "1"}, {Owner: "ab", Name: "2"}, {Owner: "a", Name: "3"}} {
			must(t, r.Put(s))
		}
		if got := names(t, r, "a"); !slices.Equal(got, []string{"1", "3"}) {
			t.Errorf("under a: %v", got)
		}
		if got := names(t, r, ""); len(got) != 3 {
			t.Errorf("all: %v", got)
		}
	})
	t.Run("a scan stops at the first error and gives it back", func(t *testing.T) {
		r := open(t)
		must(t, r.Put(Sample{Owner: "a", Name: "1"}))
		must(t, r.Put(Sample{Owner: "a", Name: "2"}))
		stop, seen := errors.New("stop"), 0
		err := r.Scan("", func(Sample) error { seen++; return stop })
		if !errors.Is(err, stop) || seen != 1 {
			t.Errorf("after %d records: %v", seen, err)
		}
	})
}

func names(t *testing.T, r Records, prefix record.Key) []string {
	t.Helper()
	var got []string
	must(t, r.Scan(prefix, func(s Sample) error { got = append(got, s.Name); return nil }))
	slices.Sort(got)
	return got
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
