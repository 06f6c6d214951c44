package board_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"holdfast/board"
	"holdfast/store/keyring"
)

func TestAHalfTypedFormIsThereAfterLocking(t *testing.T) {
	w := newWorld(t)
	b, _ := w.create()
	wren := add(t, b, "Wren")
	must(t, b.SaveDraft(board.Draft{Form: board.FormNote, About: wren.ID, Values: map[string]string{"text": "She said"}}))
	must(t, b.SaveDraft(board.Draft{Form: board.FormNote, About: wren.ID, Values: map[string]string{"text": "She said that"}}))
	b, _, err := b.Lock().Unlock(t.Context(), keyring.Passphrase(passphrase), nil)
	must(t, err)
	defer b.Close()
	d, waits, err := b.Draft()
	must(t, err)
	want := board.Draft{Form: board.FormNote, About: wren.ID, Values: map[string]string{"text": "She said that"}, At: w.now.UTC()}
	if diff := cmp.Diff(want, d); !waits || diff != "" {
		t.Errorf("waits: %v; %s", waits, diff)
	}
	must(t, b.ClearDraft())
	if _, waits, err := b.Draft(); waits || err != nil {
		t.Errorf("after it was let go: %v, %v", waits, err)
	}
}

func TestADraftIsNoActOfTheJournal(t *testing.T) {
	b := newWorld(t).settled()
	before := journal(t, b)
	must(t, b.SaveDraft(board.Draft{Form: board.FormNote}))
	if diff := cmp.Diff(before, journal(t, b)); diff != "" {
		t.Error(diff)
	}
}
