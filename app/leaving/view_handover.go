package leaving

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/keyway"
	"holdfast/app/keyway/keyform"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/record"
)

func (s *AreaScreen) drawHandover(state Handover) {
	if s.tabs.Chosen() != route.HandoverPage {
		return
	}
	s.handover = state
	switch {
	case state.Trouble != "":
		s.place.Set(trouble(state.Trouble))
	case !state.Going:
		s.place.Set(kit.Stack(kit.Gap, s.beginning(state), s.past(state)))
	default:
		s.place.Set(kit.Columns(
			kit.Column{Share: 3, Least: 400, Body: kit.Stack(kit.Gap, s.steps(state), s.old(state))},
			kit.Column{Share: 2, Least: 320, Body: s.told(state)}))
	}
}

// beginning begins a handing over.
func (s *AreaScreen) beginning(state Handover) fyne.CanvasObject {
	leaving := kit.NewSelect(formpage.Options(state.Keys), nil).Set(state.Mine)
	return kit.Card(kit.Head{Title: s.env.Say("Hand over to the next coordinator")}, kit.Stack(kit.Gap,
		kit.NewText(kit.Body, s.env.Say("In six steps, which can be done on different days: what the next person needs to know, a key of their own that is proved, everyone told, the old key taken away, a receipt.")),
		kit.NewField(s.env.Say("Which key leaves?"), leaving),
		kit.Row(0, kit.Primary(s.env.Say("Begin"), func() {
			s.did(s.model.Begin(leaving.Chosen()), s.env.Say("The handing over is begun. No key is changed yet."))
		}))))
}

// past are those that are finished; their receipts can be printed again.
func (s *AreaScreen) past(state Handover) fyne.CanvasObject {
	if len(state.Past) == 0 {
		return kit.Stack(0)
	}
	rows := make([]fyne.CanvasObject, len(state.Past))
	for i, p := range state.Past {
		rows[i] = kit.Spread(12, kit.NewText(kit.Body, p.Says), kit.Link(s.env.Say("Print the receipt…"), func() { s.receipt(p.ID) }))
	}
	return kit.Card(kit.Head{Title: s.env.Say("Handed over before")}, kit.Rows(rows...))
}

// steps are the guided steps.
func (s *AreaScreen) steps(state Handover) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("From “{label}”, begun on {date}", "label", state.Leaving, "date", state.Begun)}
	if !state.Removed {
		head.Acts = []fyne.CanvasObject{kit.Link(s.env.Say("Give it up…"), s.giveUp).Soft()}
	}
	rows := make([]fyne.CanvasObject, len(state.Steps))
	for i, step := range state.Steps {
		rows[i] = s.step(step, state)
	}
	return kit.Card(head, kit.Rows(rows...))
}

func (s *AreaScreen) step(step StepRow, state Handover) fyne.CanvasObject {
	tone, word, note := kit.Info, s.env.Say("to do"), step.Detail
	switch {
	case step.Done:
		tone, word = kit.OK, s.env.Say("done")
		if done := doneNote(step.Kind, state); done != "" {
			note = done
		}
	case step.Waits != "":
		tone, word, note = kit.Care, s.env.Say("waits"), step.Waits
	}
	words := []fyne.CanvasObject{kit.Row(12, kit.Tag(tone, word), kit.NewText(kit.Strong, step.Title)), kit.NewText(kit.Small, note)}
	if acts := s.stepActs(step, state); len(acts) > 0 {
		words = append(words, kit.Spacer(2), kit.Row(kit.Near, acts...))
	}
	return kit.Stack(kit.Hair, words...)
}

// doneNote says what came of a step that is done.
func doneNote(kind board.HandingKind, state Handover) string {
	switch kind {
	case board.HandComing:
		return state.Coming
	case board.HandProof:
		return state.Proof
	default:
		return ""
	}
}

// stepActs are what can be done about a step now.
func (s *AreaScreen) stepActs(step StepRow, state Handover) []fyne.CanvasObject {
	env := s.env
	switch {
	case step.Kind == board.HandSeen:
		acts := []fyne.CanvasObject{kit.Secondary(env.Say("Print the list…"), s.needs)}
		if !step.Done {
			acts = append(acts, kit.Secondary(env.Say("We went through it"), func() { s.did(s.model.Seen(), "") }))
		}
		return acts
	case step.Kind == board.HandComing && !state.Removed:
		return []fyne.CanvasObject{kit.Secondary(env.Say("Say which key…"), s.comes),
			kit.Secondary(env.Say("Add a key first…"), func() { s.desk.Go(route.Settings(route.KeysPage)) })}
	case step.Kind == board.HandProof && step.Waits == "" && !state.Removed:
		return []fyne.CanvasObject{kit.Secondary(env.Say("Make a backup and open it…"), s.prove)}
	case step.Kind == board.HandRemove && !step.Done && step.Waits != "" && state.Opened && state.Proof != "":
		return []fyne.CanvasObject{kit.Secondary(env.Say("Lock now"), s.lock)}
	case step.Kind == board.HandRemove && !step.Done && step.Waits == "":
		return []fyne.CanvasObject{kit.Secondary(env.Say("Take the old key away…"), s.remove)}
	case step.Kind == board.HandReceipt && step.Waits == "":
		return []fyne.CanvasObject{kit.Primary(env.Say("Finish, and print the receipt…"), s.finish)}
	default:
		return nil
	}
}

func (s *AreaScreen) needs() {
	say := s.env.Say("It names people and is for the two alone. The file is not locked: print it, remove it, and destroy the paper when the handing over is finished.")
	s.write(out{title: s.env.Say("Where to put the list"), say: say, name: s.env.Say("list"), ending: ".pdf",
		well: s.env.Say("The list is in a file that anyone can read. Remove it once it is printed."), data: s.model.Needs})
}

// comes asks which key takes over.
func (s *AreaScreen) comes() {
	if len(s.handover.Keys) == 0 {
		kit.Tell(s.env, s.env.Say("There is no other key yet"), s.env.Say("Add a key for the next person first, in Settings. Let them choose it themselves."), nil)
		return
	}
	key := kit.NewSelect(formpage.Options(s.handover.Keys), nil).Set(string(s.handover.ComingID))
	field := kit.NewField(s.env.Say("Key that takes over"), key)
	kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Which key is the next person’s?"), Body: field, Confirm: s.env.Say("This one"), First: key,
		OnConfirm: func() bool {
			wrong := s.model.Comes(key.Chosen())
			field.SetMistake(wrong)
			if wrong == "" {
				s.later(func() { s.did("", "") })
			}
			return wrong == ""
		}})
}

// prove asks where the fresh backup is to lie, and for the coming key.
func (s *AreaScreen) prove() {
	from := s.env.Home
	if settings, err := s.board.Settings(); err == nil && settings.Backup.Place != "" {
		from = settings.Backup.Place
	}
	kit.AskPath(s.env, kit.Pick{Title: s.env.Say("Where should the fresh backup lie?"), From: from, Confirm: s.env.Say("Make it here"),
		Say:    s.env.Say("It is made now, and then opened with the key of the next person: let them give it."),
		Picked: func(path string) string { s.later(func() { s.proveWith(path) }); return "" }})
}

func (s *AreaScreen) proveWith(path string) {
	form := keyform.New(s.env, s.handover.Way, keyway.Chosen{})
	var dialog *kit.OpenDialog
	submit := func() bool {
		key := form.Take()
		if key == nil {
			return false
		}
		s.work(s.env.Say("Proving the new key"), s.env.Say("A backup is written and read to its last byte. Stopping changes nothing."), true, s.model.Prove(path, key), func(err error) {
			switch {
			case err == nil:
				dialog.Close()
				s.did("", s.env.Say("The new key opens everything. The old one is not needed any more."))
			case !form.Failed(err):
				s.said(s.model.Explain(err))
			}
		})
		return false
	}
	dialog = kit.Ask(s.env, kit.Dialog{Title: s.env.Say("The key “{label}”", "label", s.handover.Coming), Body: form.Object(), Confirm: s.env.Say("Make the backup and open it"),
		Wide: true, First: form.First(), OnConfirm: submit})
	form.Changed = func() { dialog.Relayout() }
	form.Submitted = func() { submit() }
}

// remove asks before the old key is taken away.
func (s *AreaScreen) remove() {
	kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Take “{label}” away?", "label", s.handover.Leaving), Grave: true,
		Say:     s.env.Say("The vault is written anew under fresh keys, and this key opens nothing that is written from then on. It still opens the backups in the list, and copies that were made before. The vault gets a new fingerprint."),
		Confirm: s.env.Say("Take it away"), Cancel: s.env.Say("Keep it"), OnConfirm: func() bool { s.later(s.removeNow); return true }})
}

func (s *AreaScreen) removeNow() {
	s.work(s.env.Say("Taking the old key away"), s.env.Say("Stopping leaves the vault, and the key, as they were."), false, s.model.Remove(), func(err error) {
		s.look()
		s.desk.Again()
		switch after := s.model.Handover().Fingerprint; {
		case err != nil && board.Explain(err).Code == board.CodeStopped:
			s.desk.Say(s.model.Explain(err), nil)
		case err != nil:
			s.said(s.model.Explain(err))
		default:
			kit.Tell(s.env, s.env.Say("The vault has a new fingerprint"),
				s.env.Say("Write it on your recovery kit in place of the old one, and tell it to everybody who holds a key: they compare it the next time."),
				kit.NewText(kit.Code, after))
		}
	})
}

// finish ends the handing over, and prints the receipt.
func (s *AreaScreen) finish() {
	if s.said(s.model.Finish()) {
		return
	}
	s.look()
	s.desk.Again()
	if past := s.model.Handover().Past; len(past) > 0 {
		s.receipt(past[0].ID)
	}
}

func (s *AreaScreen) receipt(id record.ID) {
	s.write(out{title: s.env.Say("Where to put this receipt"), name: s.env.Say("handover"), ending: ".pdf",
		say:  s.env.Say("It names keys, days and numbers, and nobody of the board. Print two, and both sign both."),
		well: s.env.Say("The receipt is saved. Print it, and both sign it."), data: func() ([]byte, error) { return s.model.Receipt(id) }})
}

func (s *AreaScreen) giveUp() {
	kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Give up this handing over?"), Say: s.env.Say("All keys stay as they are. What people said about it is not asked for again."),
		Confirm: s.env.Say("Give it up"), Cancel: s.env.Say("Go on with it"), Grave: true,
		OnConfirm: func() bool {
			s.later(func() { s.did(s.model.GiveUp(), s.env.Say("Given up. All keys are as they were.")) })
			return true
		}})
}

// told is who was told that somebody else will hold their data.
func (s *AreaScreen) told(state Handover) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(state.Told))
	for i, p := range state.Told {
		rows[i] = kit.Spread(12, kit.TwoLines(kit.Body, p.Name, p.Says), kit.Link(s.env.Say("Note it…"), func() { s.reply(p) }))
	}
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{muted(s.env.Say("Nobody has a seat, so nobody has to be told."))}
	}
	return kit.Card(kit.Head{Title: s.env.Say("Who was told")},
		kit.NewText(kit.Small, s.env.Say("Whoever does not want it decides what becomes of their record: it can be given to them, or they can be forgotten.")),
		kit.Rows(rows...))
}

func (s *AreaScreen) reply(p ToldRow) {
	answers := kit.NewRadio(formpage.Options(s.model.Replies()), nil).Set(string(p.Answer))
	field := kit.NewField(s.env.Say("What did {name} say?", "name", p.Name), answers)
	kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Somebody else will hold their data"), Body: field, Confirm: s.env.Say("Write it down"),
		OnConfirm: func() bool {
			wrong := s.model.Reply(p.ID, answers.Chosen())
			field.SetMistake(wrong)
			if wrong == "" {
				s.later(func() { s.did("", "") })
			}
			return wrong == ""
		}})
}

// old are the backups that the leaving key opens all the same.
func (s *AreaScreen) old(state Handover) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("What the old key still opens")}
	if len(state.Old) == 0 {
		return kit.Card(head, muted(s.env.Say("No backup that is known. It still opens copies of the vault that were made before.")))
	}
	rows := make([]fyne.CanvasObject, len(state.Old))
	for i, o := range state.Old {
		rows[i] = kit.TwoLines(kit.Body, o.File, s.env.Say("made on {date}", "date", o.Made))
	}
	return kit.Card(head,
		kit.NewText(kit.Small, s.env.Say("These backups stay open to it, also after it is taken away here. Replace them by newer ones, and destroy them where you can.")),
		kit.Rows(rows...))
}
