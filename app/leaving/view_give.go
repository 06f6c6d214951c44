package leaving

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/passphrase"
	"holdfast/board"
)

// giving is the card that gives a person their record.
func (s *PersonScreen) giving() fyne.CanvasObject {
	return kit.Card(kit.Head{Title: s.env.Say("Their record")},
		muted(s.env.Say("Everything that is kept about them, in plain words, to read, to keep or to take elsewhere.")),
		kit.Row(0, kit.Primary(s.env.Say("Give them their record…"), s.give)))
}

// give asks in which form.
func (s *PersonScreen) give() {
	secret := passphrase.NewForm(s.env, s.board, passphrase.Words{
		First: s.env.Say("A passphrase that they choose"), Again: s.env.Say("The same again")})
	open := kit.Banner(kit.Notice{Tone: kit.Care, Inset: true, Lead: s.env.Say("This file is not locked."),
		Text: s.env.Say("Whoever finds it can read all of it. Print it or hand it over at once, then remove it. Ask them first whether paper is safe where they live.")})
	body := kit.NewSlot(secret.Object())
	var dialog *kit.OpenDialog
	locked := string(board.RecordLocked)
	form := kit.NewRadio([]kit.Option{
		{ID: locked, Label: s.env.Say("A locked file"), Note: s.env.Say("With a passphrase that only they know. It opens with age (age-encryption.org), a free program, and holds the page, a PDF and all the data.")},
		{ID: string(board.RecordPDF), Label: s.env.Say("A page to print (PDF)")},
		{ID: string(board.RecordHTML), Label: s.env.Say("A page for a browser (HTML)")},
	}, func(id string) {
		body.Set(open)
		if board.RecordForm(id) == board.RecordLocked {
			body.Set(secret.Object())
		}
		dialog.Relayout()
	}).Set(locked)
	give := func(as board.RecordForm, text string) { dialog.Close(); s.later(func() { s.giveAs(as, text) }) }
	submit := func() bool {
		if as := board.RecordForm(form.Chosen()); as != board.RecordLocked {
			give(as, "")
			return false
		}
		secret.Take(func(text string) { give(board.RecordLocked, text) })
		return false
	}
	dialog = kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Give {name} their record", "name", s.state.Name), Wide: true, Say: s.state.Caution,
		Body: kit.Stack(kit.Gap, form, body), Confirm: s.env.Say("Choose where to put it"), OnConfirm: submit})
	secret.Changed = dialog.Relayout
	secret.Submitted = func() { submit() }
}

// giveAs writes the record in a form, to a place that is asked for.
func (s *PersonScreen) giveAs(form board.RecordForm, passphrase string) {
	o := out{title: s.env.Say("Where to put their record"), name: s.env.Say("papers"), ending: "." + string(form),
		data: func() ([]byte, error) { return s.model.Record(s.id, form, passphrase) }}
	if form == board.RecordLocked {
		o.say = s.env.Say("It is locked with their passphrase. Nobody can open it for them if they forget it.")
		o.well = s.env.Say("Their record is in a locked file now. Only they can open it.")
	} else {
		o.say = s.env.Say("Whoever finds this file can read it. Remove it once it is with them.")
		o.well = s.env.Say("Their record is in a file that anyone can read. Remove it once it is with them.")
	}
	s.write(o)
}
