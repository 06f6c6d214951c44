package board_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"holdfast/board"
	"holdfast/wording"
)

func TestAKitOnPaperHoldsTheKeyAndTheFingerprint(t *testing.T) {
	_, kit := newWorld(t).create()
	text := string(kit.Text(wording.English()))
	if !slices.Contains(strings.Split(text, "\n"), kit.Paper.Text) || !strings.Contains(text, kit.Fingerprint) {
		t.Error("the text has no line that is the key, or no fingerprint")
	}
	if _, err := board.FileKey([]byte(text), nil); err != nil {
		t.Errorf("the text is no key file: %v", err)
	}
	pdf, err := kit.PDF(wording.English())
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Errorf("the PDF: %v", err)
	}
	if bytes.Contains(pdf, []byte("Riverside")) {
		t.Error("the PDF names the board")
	}
}

func TestTheCodeOfAKitHasNoBorderOfItsOwn(t *testing.T) {
	_, kit := newWorld(t).create()
	code, err := kit.Code()
	if err != nil {
		t.Fatal(err)
	}
	// A finder begins in the corner: seven dark squares and a light one.
	if !slices.Equal(code[0][:8], []bool{true, true, true, true, true, true, true, false}) || len(code[0]) != len(code) {
		t.Errorf("it begins with %v", code[0])
	}
}

func TestAPassphraseFromTheBoardItselfIsEasyToGuess(t *testing.T) {
	b, _ := newWorld(t).create()
	set, err := b.Settings()
	if err != nil {
		t.Fatal(err)
	}
	set.Name = "Quillfeather Wandering Council"
	if _, err := b.SaveSettings(set); err != nil {
		t.Fatal(err)
	}
	if known, unknown := b.Strength("quillfeather").Score, board.Strength("quillfeather").Score; known >= unknown {
		t.Errorf("the name of the board scores %d, as a word of nobody's %d", known, unknown)
	}
	if offered, err := b.SuggestPassphrase(); err != nil || b.Strength(offered).Score < 4 {
		t.Errorf("what is offered could be guessed: %v", err)
	}
}

func TestAKitThatShowsAnOldFingerprintIsSpokenOfUntilItIsWrittenAnew(t *testing.T) {
	w := newWorld(t)
	b, kit := w.create()
	must(t, b.KitReadBack(kit.Holder))
	reminded := func(b *board.Board) (n int) {
		t.Helper()
		today, err := b.Today()
		must(t, err)
		for _, item := range today.Items {
			if item.Kind == board.ItemKitPrint {
				n++
			}
		}
		return n
	}
	second, err := b.AddPassphrase(t.Context(), "Deputy", "copper willow tunnel saddle ginger atlas")
	must(t, err)
	if n := reminded(b); n != 0 {
		t.Errorf("reminded %d times of what the paper shows", n)
	}
	must(t, b.RemoveKeyholder(t.Context(), second.ID, nil))
	if n := reminded(b); n != 1 {
		t.Errorf("reminded %d times after the fingerprint changed", n)
	}
	b.DismissNotice(board.ItemKitPrint)
	if n := reminded(b); n != 0 {
		t.Errorf("reminded %d times of what was written anew", n)
	}
	fresh, err := b.AddPaper(t.Context(), "Another paper")
	must(t, err)
	must(t, b.KitSkipped(fresh.Holder))
	if n := reminded(b); n != 0 {
		t.Error("reminded of a paper that was printed just now")
	}
}
