package board

import (
	"path/filepath"
	"testing"
	"time"

	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// Two things that happen at once must not leave on the screen what one of them
// took off: neither what was read before an act is kept after it, nor what an
// act made of what was dropped meanwhile.
func TestWhatWasReadBeforeIsNotShownAfter(t *testing.T) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	env := Environment{Clock: func() time.Time { return now }, Cost: keyring.Lowest(), Engine: store.EngineMemory}
	b, _, err := Create(t.Context(), env, filepath.Join(t.TempDir(), "vault"),
		Beginning{Zone: "UTC", Holder: "Coordinator", Passphrase: "orbit lantern maple quiet harbor seven"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	shows := func(id member.ID) bool {
		t.Helper()
		r, err := b.roll()
		if err != nil {
			t.Fatal(err)
		}
		return r.people[id].ID == id
	}
	for name, late := range map[string]func(*roll, int64){
		"a reader":   func(r *roll, era int64) { b.keep(r, era) },
		"an act":     func(r *roll, era int64) { b.refresh(r, era, nil) },
		"of nothing": func(*roll, int64) {},
	} {
		m, err := b.AddMember(member.Member{Name: "Wren", Stages: []member.StageChange{{Stage: member.Active, On: record.DateOf(now)}}})
		if err != nil {
			t.Fatal(err)
		}
		before, era, err := b.rollNow()
		if err != nil || !shows(m.ID) {
			t.Fatalf("somebody new is not shown (%v)", err)
		}
		if err := b.Leaving().MarkPerson(m.ID); err != nil {
			t.Fatal(err)
		}
		late(before, era)
		if shows(m.ID) {
			t.Errorf("somebody who was forgotten is shown, because of %s that began before", name)
		}
	}
	r, era, err := b.rollNow()
	if err != nil {
		t.Fatal(err)
	}
	b.Lock()
	if b.keep(r, era) || b.shown.Load() != nil {
		t.Error("what was read is kept by a board that is locked")
	}
}
