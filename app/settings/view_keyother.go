package settings

import (
	"context"

	"holdfast/app/keyway"
	"holdfast/app/keyway/keyform"
	"holdfast/app/kit"
	"holdfast/app/passphrase"
	"holdfast/app/recovery"
	"holdfast/board"
)

// addOther asks which of the rarer kinds of keys it is to be.
func (s *Screen) addOther() {
	kinds := map[board.KeyKind]func(){board.KeyShares: s.addSheets, board.KeyHardware: s.addHardware, board.KeyRecipient: s.addRecipient}
	var dialog *kit.OpenDialog
	radio := kit.NewRadio([]kit.Option{
		{ID: string(board.KeyShares), Label: s.env.Say("Three sheets of paper"),
			Note: s.env.Say("The key is divided: any two sheets open the vault, one alone says nothing. Good where nobody is to hold a whole key.")},
		{ID: string(board.KeyHardware), Label: s.env.Say("A hardware key"),
			Note: s.env.Say("A piece of hardware with an age plugin. It has to withstand quantum computers, which not all do yet.")},
		{ID: string(board.KeyRecipient), Label: s.env.Say("The public key of somebody"),
			Note: s.env.Say("They keep the other half elsewhere and send you the line that begins with age1pq1.")},
	}, func(id string) {
		dialog.Close()
		s.env.Runner.After(0, kinds[board.KeyKind(id)])
	})
	dialog = kit.Tell(s.env, s.env.Say("Which kind of key?"), "", radio)
}

func (s *Screen) addSheets() {
	s.askKey(s.env.Say("Divide a key among three sheets"), s.env.Say("They are shown once, printed or copied by hand, and then read back, all three. Until then they open nothing."),
		s.env.Say("Make them"), s.env.Say("Sheets with Ana, Beatriz and the bank"), nil,
		func(k *newKey, label, _ string) {
			var drawn *board.Sheets
			s.work(s.env.Say("Dividing a key"), "", s.model.AddSheets(label, func(b *board.Sheets) { drawn = b }), func(err error) {
				k.ended(err, func() { s.showSheets(recovery.NewSheetsModel(s.env.Book, drawn, s.model.board)) })
			})
		})
}

func (s *Screen) showSheets(model *recovery.SheetsModel) {
	recovery.AskSheets(s.env, model, func() {
		s.work(s.env.Say("Adding a key"), "", func(ctx context.Context, _ board.Progress) error { return model.Keep(ctx) }, func(err error) {
			if err != nil {
				s.failed(err)
				return
			}
			s.again(s.env.Say("Any two of the three sheets open the vault now."))
		})
	}, func() { s.desk.Say(s.env.Say("Nothing was added: those sheets open nothing. Destroy them."), nil) })
}

// again shows the page anew and says what was done.
func (s *Screen) again(done string) {
	s.tabs.Again()
	s.desk.Again()
	s.desk.Say(done, nil)
}

// labelField is where the name of a new key is typed.
func (s *Screen) labelField(hint string) (*kit.Field, *kit.Entry) {
	entry := kit.NewEntry(s.env).Hint(hint)
	return kit.NewField(s.env.Say("Whose key it is, or where it lies"), entry), entry
}

func (s *Screen) addRecipient() {
	label, name := s.labelField(s.env.Say("Deputy coordinator"))
	text := kit.NewLines(s.env, 3)
	recipient := kit.NewField(s.env.Say("Their public key"), text).Help(s.env.Say("One line that begins with age1pq1. Have it confirmed by voice or in person."))
	var dialog *kit.OpenDialog
	submit := func() bool {
		s.work(s.env.Say("Adding a key"), "", s.model.AddRecipient(name.Text, text.Text), func(err error) {
			if err == nil {
				dialog.Close()
				s.again(s.env.Say("“{label}” can open the vault. Until they did once, nobody vouches that the key is theirs.", "label", name.Text))
				return
			}
			byField, _ := s.model.mistakes(err)
			label.SetMistake(byField["label"])
			recipient.SetMistake(byField["recipient"])
			dialog.Relayout()
			if byField["label"]+byField["recipient"] == "" {
				s.failed(err)
			}
		})
		return false
	}
	dialog = kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Add a public key"), Say: s.env.Say("Whoever holds the other half can open the vault, and its backups."),
		Body: kit.Stack(kit.Gap, label, recipient), Confirm: s.env.Say("Add it"), Wide: true, First: name, OnConfirm: submit})
}

func (s *Screen) addHardware() {
	label, name := s.labelField(s.env.Say("Key on Ana’s key ring"))
	form := keyform.New(s.env, keyway.ByHardware, keyway.Chosen{})
	var dialog *kit.OpenDialog
	submit := func() bool {
		wrong := s.model.NameMistake(name.Text)
		label.SetMistake(wrong)
		key := form.Take()
		if wrong != "" || key == nil {
			return false
		}
		s.work(s.env.Say("Trying the hardware key"), s.env.Say("Something is sealed to it and opened again. Touch it if it blinks."), s.model.AddHardware(name.Text, key),
			func(err error) {
				if err == nil {
					dialog.Close()
					s.again(s.env.Say("“{label}” can open the vault now.", "label", name.Text))
					return
				}
				byField, _ := s.model.mistakes(err)
				label.SetMistake(byField["label"])
				if byField["label"] == "" && !form.Failed(err) {
					s.failed(err)
				}
				dialog.Relayout()
			})
		return false
	}
	dialog = kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Add a hardware key"), Say: s.env.Say("Its plugin is a program that you choose. Nothing is taken from elsewhere, and nothing else is started."),
		Body: kit.Stack(kit.Gap, label, form.Object()), Confirm: s.env.Say("Try it and add it"), Wide: true, First: name, OnConfirm: submit})
	form.Changed = func() { dialog.Relayout() }
	form.Submitted = func() { submit() }
}

// rehearse proves a recovery key, and opens nothing with it.
func (s *Screen) rehearse(r KeyRow) {
	form := keyform.New(s.env, r.Way, keyway.Chosen{})
	var dialog *kit.OpenDialog
	var proved string
	submit := func() bool {
		key := form.Take()
		if key == nil {
			return false
		}
		s.work(s.env.Say("Rehearsing “{label}”", "label", r.Label), "", s.model.Rehearse(key, func(label string) { proved = label }), func(err error) {
			if err == nil {
				dialog.Close()
				s.again(s.env.Say("“{label}” opens this vault. The day is noted.", "label", proved))
			} else if !form.Failed(err) {
				s.failed(err)
			}
		})
		return false
	}
	dialog = kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Rehearse “{label}”", "label", r.Label),
		Say:  s.env.Say("This proves that the key is where you think and opens this vault. Nothing is opened with it."),
		Body: form.Object(), Confirm: s.env.Say("Rehearse"), Wide: true, First: form.First(), OnConfirm: submit})
	form.Changed = func() { dialog.Relayout() }
	form.Submitted = func() { submit() }
}

// newPassphrase sets a passphrase in place of a forgotten one.
func (s *Screen) newPassphrase() {
	rows := s.model.Forgotten()
	switch len(rows) {
	case 0:
		s.askKey(s.env.Say("Set a passphrase"), s.env.Say("With it, you open the vault from now on."), s.env.Say("Set it"), s.env.Say("Coordinator"),
			&passphrase.Words{First: s.env.Say("New passphrase"), Again: s.env.Say("The new passphrase once more")},
			func(k *newKey, label, text string) {
				s.work(s.env.Say("Adding a key"), "", s.model.AddPerson(label, text), func(err error) {
					k.ended(err, func() { s.desk.Say(s.env.Say("The passphrase is set."), nil) })
				})
			})
	case 1:
		s.changePassphrase(rows[0])
	default:
		options := make([]kit.Option, len(rows))
		byID := map[string]KeyRow{}
		for i, r := range rows {
			options[i] = kit.Option{ID: string(r.ID), Label: r.Label, Note: r.Added}
			byID[string(r.ID)] = r
		}
		var dialog *kit.OpenDialog
		radio := kit.NewRadio(options, func(id string) {
			dialog.Close()
			s.env.Runner.After(0, func() { s.changePassphrase(byID[id]) })
		})
		dialog = kit.Tell(s.env, s.env.Say("Whose passphrase was forgotten?"), "", radio)
	}
}
