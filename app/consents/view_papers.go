package consents

import (
	"slices"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// sheet prints “my choices” for the person.
func (v *personView) sheet() {
	outfile.Print(v.desk, outfile.Paper{Title: v.env.Say("“My choices” for {name}", "name", v.state.Name), Say: v.model.Caution(), Name: v.env.Say("sheet"),
		Make: func(book *wording.Book) (paper.Document, error) {
			d, _, err := v.board.Consent().ChoicesSheet(v.model.ID(), book)
			return d, err
		}})
}

// receipt prints the receipt of a yes, or writes it for a program.
func (v *personView) receipt(yes record.ID) {
	title, danger := v.env.Say("A receipt"), v.env.Say("Paper like this can put somebody in danger. Give it only to the person, and only where it is safe.")
	print := func() {
		kit.CloseAll(v.env.Canvas)
		outfile.Print(v.desk, outfile.Paper{Title: title, Say: danger, Name: v.env.Say("receipt"), Make: func(book *wording.Book) (paper.Document, error) {
			_, d, err := v.board.Consent().Receipt(v.model.ID(), yes, book, false)
			return d, err
		}})
	}
	write := func() {
		kit.CloseAll(v.env.Canvas)
		outfile.Write(v.desk, outfile.File{Title: v.env.Say("Where to put the receipt"), Name: v.env.Say("receipt"), Ending: ".json", Make: func() ([]byte, error) {
			raw, _, err := v.board.Consent().Receipt(v.model.ID(), yes, v.env.Book, false)
			return raw, err
		}})
	}
	kit.Tell(v.env, title, danger, kit.Row(kit.Near,
		kit.Secondary(v.env.Say("To print (PDF)…"), print), kit.Secondary(v.env.Say("For a program (JSON)…"), write)))
}

// takeOut writes a scanned page to a file.
func (v *personView) takeOut(page record.ID) {
	data, about, err := v.board.Attachments().Bytes(record.ID(v.model.ID()), page)
	outfile.Write(v.desk, outfile.File{Title: v.env.Say("Where to put the copy"), Name: v.env.Say("page"), Ending: "." + string(about.Type),
		Make: func() ([]byte, error) { return data, err }})
}

// drop removes a scanned page that belongs to nothing that was said.
func (v *personView) drop(page record.ID) {
	kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Remove this page from the vault?"), Say: v.env.Say("It belongs to nothing that is written down. It can’t be brought back."),
		Confirm: v.env.Say("Remove it"), Grave: true, OnConfirm: func() bool { v.did(v.model.Drop(page)); return true }})
}

// printGuide prints the guide for a conversation.
func (a *area) printGuide(c form.Choice) {
	outfile.Print(a.desk, outfile.Paper{Title: a.env.Say("Conversation guide: {title}", "title", c.Label), Name: a.env.Say("guide"),
		Make: func(book *wording.Book) (paper.Document, error) {
			return a.board.Consent().Guide(consent.Purpose(c.ID), book)
		}})
}

// print prints the form of a release as it is typed so far.
func (v *formView) print() {
	outfile.Print(v.desk, outfile.Paper{Title: v.env.Say("The form to sign"), Name: v.env.Say("form"),
		Say: v.env.Say("What is typed here stands on the form; what is empty has lines to write on. It does not name the person."),
		Make: func(book *wording.Book) (paper.Document, error) {
			typed := v.model.Values()
			return v.board.Consent().ReleaseForm(typed.Text("recipient"), termsOf(typed, 0), book)
		}})
}

// export writes what is live to a file.
func (l *libraryView) export() {
	text, n, err := l.model.Export()
	if err == nil && n == 0 {
		kit.Tell(l.env, l.env.Say("Nothing may go out there now"), l.env.Say("Each line of the library says why. Ask the person first, and write down what they say."), nil)
		return
	}
	outfile.Write(l.desk, outfile.File{Title: l.env.Say("Where to put the words"), Name: l.env.Say("words"), Ending: ".txt",
		Make: func() ([]byte, error) { return text, err }})
}

// exportAudit writes the table of a day, which names nobody.
func (a *area) exportAudit(csv []byte) {
	outfile.Write(a.desk, outfile.File{Title: a.env.Say("Where to put the table"), Name: a.env.Say("audit"), Ending: ".csv",
		Make: func() ([]byte, error) { return slices.Clone(csv), nil }})
}

// papers are what can be printed or is kept scanned, and who decides.
func (v *personView) papers() fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		kit.Row(kit.Near, kit.Secondary(v.env.Say("“My choices” to print…"), v.sheet), kit.Secondary(v.env.Say("Who decides…"), func() { v.form(route.DecidesForm, "") }))}
	if len(v.state.Pages) == 0 {
		parts = append(parts, muted(v.env.Say("No signed page is kept.")))
	}
	var rows []fyne.CanvasObject
	for _, p := range v.state.Pages {
		acts := []fyne.CanvasObject{kit.Link(v.env.Say("Take a copy out…"), func() { v.takeOut(p.ID) })}
		if p.Tone == board.ToneQuiet {
			acts = append(acts, kit.Link(v.env.Say("Remove it…"), func() { v.drop(p.ID) }))
		}
		rows = append(rows, kit.Spread(12, kit.TwoLines(kit.Body, p.What, p.Until), kit.Row(kit.Near, acts...)))
	}
	if len(rows) > 0 {
		parts = append(parts, kit.Rows(rows...))
	}
	return kit.Card(kit.Head{Title: v.env.Say("Papers")}, parts...)
}
