package recovery_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/recovery"
	"holdfast/board"
	"holdfast/wording"
)

// fixed are sheets as they are in a picture: always the same words.
func fixed(t *testing.T) *board.Sheets {
	t.Helper()
	sheets, err := apptest.Empty(t).DrawSheets(t.Context(), "Sheets")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields("academic island paper river window yoga garden lilac ocean puny timber")
	for _, s := range sheets.Shares {
		for i := range s.Words {
			s.Words[i] = words[(i+s.Number)%len(words)]
		}
	}
	sheets.Fingerprint = "7QKM-X2PL-9RTW-4HNC-E6MU-A7LQ"
	return sheets
}

func TestASheetIsAskedForUntilItIsRight(t *testing.T) {
	b := apptest.Empty(t)
	sheets, err := b.DrawSheets(t.Context(), "Sheets")
	if err != nil {
		t.Fatal(err)
	}
	m := recovery.NewSheetsModel(wording.English(), sheets, b)
	if m.State().Asked != 0 || m.Keep(t.Context()) == nil {
		t.Error("they are kept before they were read back")
	}
	m.Ask()
	for number, share := range sheets.Shares {
		if got := m.State().Asked; got != number+1 {
			t.Fatalf("sheet %d is asked for in place of %d", got, number+1)
		}
		if mistake, done := m.Check("academic"); mistake == "" || done || m.State().Asked != number+1 {
			t.Errorf("a wrong sheet is taken: %q", mistake)
		}
		if mistake, done := m.Check(strings.Join(share.Words, " ")); mistake != "" || done != (number == 2) {
			t.Errorf("sheet %d: %q, done %v", number+1, mistake, done)
		}
	}
	if err := m.Keep(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestPicturesSheets(t *testing.T) {
	sheets := fixed(t)
	for name, ask := range map[string]bool{"sheets": false, "sheets-read-back": true} {
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			s.Show(kit.NewText(kit.Body, ""))
			recovery.AskSheets(s.Env, recovery.NewSheetsModel(s.Env.Book, sheets, nil), func() {}, func() {})
			if ask {
				s.Tap(s.Button(s.Env.Say("I have them, ask me")))
				s.Pass(0)
				s.Entry(s.Env.Say("Words of sheet {n}", "n", 1)).SetText("academic island lantern river")
				s.Tap(s.Button(s.Env.Say("Check")))
			}
			return nil
		})
	}
}
