package record_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"holdfast/record"
)

func TestIdentifiersAreRandomAndTellNothing(t *testing.T) {
	seen := map[record.ID]bool{}
	for range 1000 {
		id, err := record.NewID(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if len(id) != 36 || id[14] != '4' || !strings.ContainsRune("89ab", rune(id[19])) || seen[id] {
			t.Fatalf("%q is not a fresh random identifier", id)
		}
		if parsed, err := record.ParseID(strings.ToUpper(string(id))); err != nil || parsed != id {
			t.Fatalf("%q is read as %q, %v", id, parsed, err)
		}
		if id.Short() != string(id[:8]) {
			t.Fatalf("%q is %q in short", id, id.Short())
		}
		seen[id] = true
	}
	if _, err := record.NewID(bytes.NewReader(make([]byte, 15))); err == nil {
		t.Error("an identifier was drawn from too little")
	}
}

func TestOnlyTheCanonicalFormIsAnIdentifier(t *testing.T) {
	for _, text := range []string{
		"", "0d6c7f6e", "0d6c7f6e8a0b4c3d9e1f2a3b4c5d6e7f", "{0d6c7f6e-8a0b-4c3d-9e1f-2a3b4c5d6e7f}",
		"urn:uuid:0d6c7f6e-8a0b-4c3d-9e1f-2a3b4c5d6e7f", "0d6c7f6e-8a0b-4c3d-9e1f-2a3b4c5d6e7g", "0d6c7f6e-8a0b-4c3d-9e1f-2a3b4c5d6e7f ",
	} {
		if id, err := record.ParseID(text); !errors.Is(err, record.ErrInvalid) || id != "" {
			t.Errorf("%q is read as %q, %v", text, id, err)
		}
	}
}

func TestWhichKeysAreKeys(t *testing.T) {
	for key, valid := range map[record.Key]bool{
		"a": true, "a/b": true, "a/b/c": true, "Núñez/1": true, " /x": true,
		"": false, "/": false, "a/": false, "/a": false, "a//b": false,
		record.Key(strings.Repeat("k", 512)): true, record.Key(strings.Repeat("k", 513)): false,
	} {
		if key.Valid() != valid {
			t.Errorf("%.20q is a key: %v", key, !valid)
		}
	}
	for _, c := range []struct {
		segments []string
		key      record.Key
		valid    bool
	}{
		{[]string{"m", "n"}, "m/n", true}, {[]string{"m"}, "m", true}, {nil, "", false},
		{[]string{"m", ""}, "m/", false}, {[]string{"", "n"}, "/n", false},
	} {
		if got := record.Join(c.segments...); got != c.key || got.Valid() != c.valid {
			t.Errorf("%q make %q, valid %v", c.segments, got, got.Valid())
		}
	}
}

func TestAPrefixIsWholeSegments(t *testing.T) {
	for _, c := range []struct {
		key, prefix record.Key
		under       bool
	}{
		{"a/b", "a", true}, {"a", "a", true}, {"a/b/c", "a/b", true}, {"a/b", "", true}, {"", "", true},
		{"ab", "a", false}, {"a", "a/b", false}, {"b/a", "a", false}, {"a/bc", "a/b", false},
	} {
		if c.key.Under(c.prefix) != c.under {
			t.Errorf("%q is under %q: %v", c.key, c.prefix, !c.under)
		}
	}
	segment := rapid.StringMatching(`[a-c]{1,2}`)
	rapid.Check(t, func(t *rapid.T) {
		a := record.Join(rapid.SliceOfN(segment, 1, 4).Draw(t, "a")...)
		b := record.Join(rapid.SliceOfN(segment, 1, 4).Draw(t, "b")...)
		if joined := record.Join(a, b); !joined.Valid() || !joined.Under(a) || joined.First() != a.First() || !joined.Under(record.Key(a.First())) {
			t.Fatalf("%q and %q make %q", a, b, joined)
		}
		if a.Under(b) && b.Under(a) && a != b {
			t.Fatalf("%q and %q are under each other", a, b)
		}
	})
}
