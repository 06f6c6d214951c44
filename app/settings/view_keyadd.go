package settings

import (
	"os"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/passphrase"
	"holdfast/app/recovery"
	"holdfast/board"
)

// newKey is the form of a key that is to be added.
type newKey struct {
	screen *Screen
	entry  *kit.Entry
	label  *kit.Field
	form   *passphrase.Form // nil for a paper key
	dialog *kit.OpenDialog
}

// askKey opens the form; go on is done with a name, and a passphrase where
// the key has one.
func (s *Screen) askKey(title, say, confirm, hint string, words *passphrase.Words, goOn func(k *newKey, label, text string)) {
	k := &newKey{screen: s, entry: kit.NewEntry(s.env).Hint(hint)}
	k.label = kit.NewField(s.env.Say("Whose key it is, or where it lies"), k.entry)
	parts := []fyne.CanvasObject{k.label}
	if words != nil {
		k.form = passphrase.NewForm(s.env, s.model.board, *words)
		parts = append(parts, k.form.Object())
	}
	submit := func() bool { k.submit(goOn); return false }
	k.dialog = kit.Ask(s.env, kit.Dialog{Title: title, Say: say, Body: kit.Stack(kit.Gap, parts...), Confirm: confirm,
		Wide: words != nil, First: k.entry, OnConfirm: submit})
	if k.form != nil {
		k.form.Changed = k.dialog.Relayout
		k.form.Submitted = func() { submit() }
		k.entry.OnSubmitted = func(string) { k.form.Focus() }
		return
	}
	k.entry.OnSubmitted = func(string) { submit() }
}

func (k *newKey) submit(goOn func(k *newKey, label, text string)) {
	wrong := k.screen.model.NameMistake(k.entry.Text)
	k.label.SetMistake(wrong)
	k.dialog.Relayout()
	switch {
	case wrong != "":
		k.label.Focus()
	case k.form == nil:
		goOn(k, k.entry.Text, "")
	default:
		k.form.Take(func(text string) { goOn(k, k.entry.Text, text) })
	}
}

// ended shows what went wrong where it was typed, or closes the form.
func (k *newKey) ended(err error, well func()) {
	if err == nil {
		k.dialog.Close()
		k.screen.tabs.Again()
		k.screen.desk.Again()
		well()
		return
	}
	label, secret, other := k.screen.model.Failed(err)
	k.label.SetMistake(label)
	if k.form != nil {
		k.form.SetMistake(secret)
	} else if secret != "" {
		other = secret
	}
	k.dialog.Relayout()
	if other != "" {
		k.screen.failed(err)
	}
}

func (s *Screen) addPerson() {
	s.askKey(s.env.Say("Add a person"), s.env.Say("They open the vault with a passphrase of their own. Let them type it themselves."), s.env.Say("Add this person"), s.env.Say("Deputy coordinator"),
		&passphrase.Words{First: s.env.Say("Their passphrase"), Again: s.env.Say("Their passphrase once more")},
		func(k *newKey, label, text string) {
			s.work(s.env.Say("Adding a key"), "", s.model.AddPerson(label, text), func(err error) {
				k.ended(err, func() { s.desk.Say(s.env.Say("“{label}” can open the vault now.", "label", label), nil) })
			})
		})
}

func (s *Screen) addPaper() {
	s.askKey(s.env.Say("Make a paper key"), s.env.Say("It is shown once, printed or copied by hand, and then read back."), s.env.Say("Make it"), s.env.Say("Paper in the office safe"), nil,
		func(k *newKey, label, _ string) {
			var made *board.Kit
			s.work(s.env.Say("Making a paper key"), "", s.model.AddPaper(label, func(b *board.Kit) { made = b }), func(err error) {
				k.ended(err, func() {
					recovery.Ask(s.env, recovery.NewModel(s.env.Book, made, s.model.board), func() { s.tabs.Again(); s.desk.Again() })
				})
			})
		})
}

func (s *Screen) addFile() {
	s.askKey(s.env.Say("Make a key file"), s.env.Say("A file for a stick, with a passphrase of its own: who has only one of the two opens nothing."), s.env.Say("Choose where to save it…"), s.env.Say("Stick in the office safe"),
		&passphrase.Words{First: s.env.Say("Passphrase of the file"), Again: s.env.Say("The passphrase once more")}, s.saveFile)
}

// saveFile asks where the file is to lie, and makes the key.
func (s *Screen) saveFile(k *newKey, label, text string) {
	kit.AskPath(s.env, kit.Pick{Title: s.env.Say("Save the key file"), Say: s.env.Say("Best on a stick that is kept apart from this computer."),
		Confirm: s.env.Say("Save here"), From: s.env.Home, Save: "holdfast-key.age",
		Picked: func(path string) string {
			if _, err := os.Lstat(path); err == nil {
				return s.env.Say("There is a file of that name already. Choose another name.")
			}
			s.env.Runner.After(0, func() {
				s.work(s.env.Say("Making a key file"), "", s.model.AddFile(label, text, path), func(err error) {
					k.ended(err, func() { s.desk.Say(s.env.Say("The key file is saved, and opens the vault with its passphrase."), nil) })
				})
			})
			return ""
		}})
}
