package contactpage

import (
	"context"
	"path/filepath"

	"holdfast/app/kit"
	"holdfast/board"
)

// pdfEnding is that of the file of a card.
const pdfEnding = ".pdf"

// print asks what a card is to hold, and then where it is to be written.
func (t *Tab) print() {
	masked := kit.Option{ID: "masked", Label: t.env.Say("Only what the numbers end in"), Note: t.env.Say("Enough for somebody who has them already.")}
	whole := kit.Option{ID: "whole", Label: t.env.Say("Whole numbers and addresses"), Note: t.env.Say("Whoever finds the card can use them.")}
	holds := kit.NewRadio([]kit.Option{masked, whole}, nil).Set(masked.ID)
	var asked *kit.OpenDialog
	asked = kit.Ask(t.env, kit.Dialog{
		Title: t.env.Say("Print a card"),
		Say: t.env.Say("The card names nobody: {name} is a code on it. It is a PDF that is not locked, on the disk as on paper: whoever finds it can read it. Remove the file once it is printed.",
			"name", t.name),
		Body: holds, Confirm: t.env.Say("Choose where to put it"),
		OnConfirm: func() bool { asked.Close(); t.makeCard(holds.Chosen() == whole.ID); return true },
	})
}

// makeCard lays the card out beside the window, and then asks for a file.
func (t *Tab) makeCard(whole bool) {
	kit.Start(t.env.Runner, func(context.Context, func(kit.Progress)) ([]byte, error) {
		return t.board.ContactCard(t.id, t.env.Book, whole)
	}, nil, t.placeCard)
}

func (t *Tab) placeCard(pdf []byte, err error) {
	if err != nil {
		kit.Tell(t.env, t.env.Say("The card could not be made"), board.ExplainIn(t.env.Book, err), nil)
		return
	}
	kit.AskPath(t.env, kit.Pick{
		Title: t.env.Say("Where to put the card"), Confirm: t.env.Say("Save here"),
		From: t.env.Home, Endings: []string{pdfEnding}, Save: t.env.Say("card") + pdfEnding,
		Picked: func(path string) string { return t.saveCard(path, pdf) },
	})
}

// saveCard writes the card and says what is wrong, or "".
func (t *Tab) saveCard(path string, pdf []byte) string {
	if filepath.Ext(path) == "" {
		path += pdfEnding
	}
	if err := board.WriteOut(path, pdf); err != nil {
		return board.ExplainIn(t.env.Book, err)
	}
	clear(pdf)
	t.desk.Say(t.env.Say("The card is in {file}. Remove it once it is printed.", "file", path), nil)
	return ""
}
