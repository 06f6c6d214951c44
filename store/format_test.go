package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"holdfast/record"
	"holdfast/store/internal/seal"
)

// someContent draws a content of any form.
func someContent(t *rapid.T) content {
	text := rapid.StringN(0, 20, -1)
	c := content{
		form: form(rapid.IntRange(1, 4).Draw(t, "form")), at: time.UnixMilli(rapid.Int64Range(-1<<40, 1<<43).Draw(t, "at")).UTC(),
		holder: record.ID(text.Draw(t, "holder")), kind: text.Draw(t, "kind"),
		number: rapid.Uint64().Draw(t, "number"), revision: rapid.Uint64().Draw(t, "revision"),
	}
	if c.revision > 0 {
		copy(c.header[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "header"))
	}
	c.changes = rapid.SliceOf(rapid.Custom(func(t *rapid.T) change {
		ch := change{collection: text.Draw(t, "collection"), key: record.Key(text.Draw(t, "key")), deleted: rapid.Bool().Draw(t, "deleted")}
		if !ch.deleted {
			ch.value = rapid.SliceOf(rapid.Byte()).Draw(t, "value")
		}
		return ch
	})).Draw(t, "changes")
	return c
}

func TestAnEntryComesBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := someContent(t)
		raw := want.bytes()
		if len(raw)%padding != 0 {
			t.Fatalf("%d bytes tell of what is inside", len(raw))
		}
		got, err := parseContent(raw)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(got.changes, want.changes, func(a, b change) bool {
			return a.collection == b.collection && a.key == b.key && a.deleted == b.deleted && bytes.Equal(a.value, b.value)
		}) {
			t.Fatalf("changes %v, want %v", got.changes, want.changes)
		}
		got.changes, want.changes = nil, nil
		if got.form != want.form || !got.at.Equal(want.at) || got.holder != want.holder || got.kind != want.kind ||
			got.number != want.number || got.revision != want.revision || got.header != want.header {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

func TestAnEntryOfANewerHoldfastIsNotGuessedAt(t *testing.T) {
	raw := content{form: formAct}.bytes()
	raw[0] = contentVersion + 1
	if _, err := parseContent(raw); !errors.Is(err, ErrNewer) {
		t.Errorf("got %v", err)
	}
	h, s := newHouse(t, Environment{})
	box, err := s.gen.keys.Journal().Seal(seal.SystemRandom(), nil, raw, s.gen.scope.extra(headAfter(s.journal, len(raw))))
	must(t, err)
	entry := append(headAfter(s.journal, len(raw)), box...)
	path := h.journal()
	must(t, s.Close())
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	must(t, err)
	_, err = f.Write(entry)
	must(t, errors.Join(err, f.Close()))
	if _, _, err := h.tryOpen(t); !errors.Is(err, ErrNewer) {
		t.Errorf("unlocking: %v", err)
	}
}

func headAfter(j *journal, plain int) []byte {
	return head{sequence: j.head.sequence + 1, length: uint32(plain + seal.Overhead), before: j.head.sum}.bytes()
}

func TestTheIndexIsAMapInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		segment := rapid.StringMatching(`[ab0\-/!]{1,3}`)
		want := map[record.Key]bool{}
		ix := &index{}
		for range rapid.IntRange(1, 8).Draw(t, "acts") {
			edits := map[record.Key]edit{}
			for range rapid.IntRange(0, 6).Draw(t, "edits") {
				k := record.Key(segment.Draw(t, "key"))
				edits[k] = edit{collection: "c", item: item{key: k}, deleted: rapid.Bool().Draw(t, "deleted")}
			}
			var list []edit
			for k, e := range edits {
				list = append(list, e)
				want[k] = !e.deleted
			}
			ix = ix.with(list)
		}
		prefix := record.Key(rapid.StringMatching(`[ab0\-/!]{0,2}`).Draw(t, "prefix"))
		var expected []string
		for k, there := range want {
			if there && k.Under(prefix) {
				expected = append(expected, string(k))
			}
		}
		slices.Sort(expected)
		var got []string
		for _, it := range ix.under("c", prefix) {
			got = append(got, string(it.key))
		}
		if !slices.Equal(got, expected) {
			t.Fatalf("under %q: %q, want %q", prefix, got, expected)
		}
	})
}

func FuzzContent(f *testing.F) {
	f.Add(content{form: formAct, kind: "k", changes: []change{{collection: "c", key: "a/b", value: []byte("v")}, {deleted: true}}}.bytes())
	f.Add(content{form: formBegin, number: 1, revision: 2}.bytes())
	f.Add([]byte{1, 1, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, err := parseContent(raw)
		if err != nil {
			if !errors.Is(err, ErrNewer) && !errors.Is(err, ErrDamaged) {
				t.Errorf("an error without a name: %v", err)
			}
			return
		}
		if again, err := parseContent(c.bytes()); err != nil || len(again.changes) != len(c.changes) {
			t.Errorf("written again it is another: %v", err)
		}
	})
}

func FuzzEngineSeal(f *testing.F) {
	f.Add(engineSeal{folder: "a", index: &index{collections: map[string][]item{"c": {{key: "k", size: 9}}}}}.append(nil))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, raw []byte) {
		if es, err := parseSeal(raw); err == nil && strings.Contains(es.folder, "..") && !filepath.IsLocal(es.folder) {
			t.Errorf("it leads to %q", es.folder)
		}
	})
}

// FuzzWalk reads any bytes as a file of the journal: it must end, and never
// find an entry that does not lie in the file.
func FuzzWalk(f *testing.F) {
	h := head{sequence: 1, length: seal.Overhead}
	whole := append(h.bytes(), make([]byte, seal.Overhead)...)
	f.Add(whole)
	f.Add(append(append(slices.Clone(whole), "noise"...), whole...))
	f.Add([]byte(entryMagic + entryMagic))
	f.Fuzz(func(t *testing.T, raw []byte) {
		path := filepath.Join(t.TempDir(), "journal-0001.hf")
		must(t, os.WriteFile(path, raw, 0o600))
		s := segment{number: 1, path: path}
		must(t, s.walk(osDisk{}, false))
		last := int64(0)
		for _, sp := range s.spots {
			if sp.offset < last || sp.end() > s.size {
				t.Errorf("an entry from %d to %d in %d bytes", sp.offset, sp.end(), s.size)
			}
			last = sp.end()
		}
	})
}

func TestADamagedLengthDoesNotTakeTheRestWithIt(t *testing.T) {
	var raw []byte
	for i := range 5 {
		h := head{sequence: uint64(i + 1), length: seal.Overhead + windowSize/3}
		raw = append(append(raw, h.bytes()...), make([]byte, h.length)...)
	}
	raw[headSize+seal.Overhead+windowSize/3+17] ^= 1 // in the length of the second
	path := filepath.Join(t.TempDir(), "journal-0001.hf")
	must(t, os.WriteFile(path, raw, 0o600))
	s := segment{number: 1, path: path}
	must(t, s.walk(osDisk{}, false))
	var found []uint64
	for _, sp := range s.spots {
		found = append(found, sp.head.sequence)
	}
	if !slices.Equal(found, []uint64{1, 3, 4, 5}) || len(s.strays) != 1 {
		t.Errorf("found %v, strays %v", found, s.strays)
	}
}

func TestADraftIsKeptUntilItIsCleared(t *testing.T) {
	h, s := newHouse(t, Environment{})
	if d, err := s.Draft(); err != nil || len(d) != 0 {
		t.Errorf("at first: %q, %v", d, err)
	}
	must(t, s.SaveDraft([]byte("one")))
	must(t, s.SaveDraft([]byte("two")))
	if err := s.SaveDraft(make([]byte, DraftLimit+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
	must(t, s.SaveDraft(bytes.Repeat([]byte("x"), DraftLimit)))
	must(t, s.SaveDraft([]byte("three")))
	raw, err := os.ReadFile(filepath.Join(h.dir, draftsFile))
	must(t, err)
	must(t, s.Close())
	s, _ = h.reopen(t)
	if d, err := s.Draft(); err != nil || string(d) != "three" {
		t.Errorf("after reopening: %q, %v", d, err)
	}
	must(t, s.ClearDraft())
	must(t, s.Close())
	cleared, err := os.ReadFile(filepath.Join(h.dir, draftsFile))
	must(t, err)
	if len(raw) != len(cleared) || bytes.Equal(raw[:100], cleared[:100]) || bytes.Equal(raw[slotSize:slotSize+100], cleared[slotSize:slotSize+100]) {
		t.Error("clearing left one of the drafts where it was")
	}
	// The newest can't be read: the one before comes, with a word.
	s, _ = h.reopen(t)
	must(t, s.SaveDraft([]byte("before")))
	must(t, s.SaveDraft([]byte("newest")))
	slot := s.drafts.slot
	must(t, s.Close())
	flip(t, filepath.Join(h.dir, draftsFile), int64(slot)*slotSize+50)
	s, _ = h.reopen(t)
	if d, err := s.Draft(); !errors.Is(err, ErrDamaged) || string(d) != "before" {
		t.Errorf("%q, %v", d, err)
	}
	must(t, s.Close())
}
