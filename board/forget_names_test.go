package board_test

import (
	"strings"
	"testing"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
)

// The name on somebody's payments, and the one that their contact sheet has,
// lead to them as surely as the one on their page.
func TestEveryNameOfWhoIsForgottenIsLookedForElsewhere(t *testing.T) {
	w, b, wren, ana := peopled(t)
	must(t, b.Pay().SavePayee(compensation.Payee{Member: wren.ID, Name: "Marisol Quintanilla", Business: "Blue Heron Services"}))
	sheet, err := b.Sheet(wren.ID)
	must(t, err)
	sheet.Name = "Paloma"
	must(t, b.SaveSheet(sheet))
	for _, c := range []struct {
		text  string
		named bool
	}{
		{"rides with Quintanilla", true}, {"asked about Paloma’s bus", true}, {"invoice of Blue Heron Services", true},
		{"likes catering services", false}, {"saw a heron", false},
	} {
		note, err := b.SaveNote(member.Note{Member: ana.ID, Text: c.text, On: record.DateOf(w.now)})
		must(t, err)
		held, err := b.Leaving().Held(wren.ID)
		must(t, err)
		if found := len(held.Named) == 1 && held.Named[0].Member == ana.ID; found != c.named {
			t.Errorf("%q: named elsewhere: %+v", c.text, held.Named)
		}
		note.Text = "shares a car"
		_, err = b.SaveNote(note)
		must(t, err)
	}
	note, err := b.SaveNote(member.Note{Member: ana.ID, Text: "the check was for Marisol Quintanilla", On: record.DateOf(w.now)})
	must(t, err)
	note.Text = "settled"
	_, err = b.SaveNote(note)
	must(t, err)
	_, err = b.Leaving().Forget(t.Context(), wren.ID, nil)
	must(t, err)
	must(t, b.Close())
	if all := strings.ToLower(allVersions(t, w)); strings.Contains(all, "marisol quintanilla") || strings.Contains(all, "blue heron services") {
		t.Error("a version of somebody else's record still has the name on the payments")
	}
}
