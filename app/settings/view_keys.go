package settings

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// keys is the page about who can open the vault.
func (s *Screen) keys() fyne.CanvasObject {
	state := s.model.Keys()
	if state.Trouble != "" {
		return trouble(state.Trouble)
	}
	parts := []fyne.CanvasObject{}
	if state.Compare {
		parts = append(parts, s.compare(state))
	}
	if state.OnlyOne {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Lead: s.env.Say("Only one key opens this vault."),
			Text: s.env.Say("If it is forgotten or lost, everything in it is. Add a paper key, or somebody else.")}))
	}
	table := kit.Table([]kit.TableColumn[KeyRow]{
		{Title: s.env.Say("Keyholder"), Cell: func(r KeyRow) fyne.CanvasObject { return kit.TwoLines(kit.Strong, r.Label, r.Kind) }},
		{Title: s.env.Say("Added"), Cell: func(r KeyRow) fyne.CanvasObject { return kit.NewText(kit.Body, r.Added) }},
		{Title: s.env.Say("State"), Cell: keyTags},
		{Cell: s.keyActs},
	}, state.Rows, nil)
	parts = append(parts,
		kit.Card(kit.Head{Title: s.env.Say("Who can open this vault")}, table,
			kit.Row(kit.Near,
				kit.Secondary(s.env.Say("Add a person…"), s.addPerson),
				kit.Secondary(s.env.Say("Make a paper key…"), s.addPaper),
				kit.Secondary(s.env.Say("Make a key file…"), s.addFile),
				kit.Secondary(s.env.Say("Other kinds of keys…"), s.addOther))),
		kit.Card(kit.Head{Title: s.env.Say("Fingerprint of the vault")},
			kit.NewText(kit.Code, state.Fingerprint),
			kit.NewText(kit.Small, s.env.Say("It stands on the recovery kit. Where somebody opens the vault with a key for the first time, both are compared: then nobody has put another vault in its place."))))
	return kit.Stack(kit.Gap, parts...)
}

func keyTags(r KeyRow) fyne.CanvasObject {
	tags := []fyne.CanvasObject{}
	for _, word := range r.Words {
		tags = append(tags, kit.Tag(kit.OK, word))
	}
	for _, word := range r.Care {
		tags = append(tags, kit.Tag(kit.Care, word))
	}
	return kit.Tags(tags...)
}

func (s *Screen) keyActs(r KeyRow) fyne.CanvasObject {
	acts := []fyne.CanvasObject{}
	if r.Passphrase {
		acts = append(acts, kit.Link(s.env.Say("Change passphrase…"), func() { s.changePassphrase(r) }))
	}
	if r.Way != "" {
		acts = append(acts, kit.Link(s.env.Say("Rehearse…"), func() { s.rehearse(r) }))
	}
	acts = append(acts, kit.Link(s.env.Say("Rename…"), func() { s.rename(keyForm{r.ID, r.Label}) }))
	if r.Removable {
		acts = append(acts, kit.Link(s.env.Say("Remove…"), func() { s.remove(r) }))
	}
	return kit.Row(kit.Gap, acts...)
}

// compare asks to compare the fingerprint before anything is relied on.
func (s *Screen) compare(state KeysState) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Over: s.env.Say("Before you rely on it"), Lead: state.Fingerprint,
		Text: s.env.Say("The key that opened this vault has not vouched for it yet. Compare this fingerprint with the one on your recovery kit, or ask somebody who has it."),
		Acts: []fyne.CanvasObject{
			kit.Quiet(s.env.Say("It is different"), s.different), kit.Primary(s.env.Say("It is the same"), s.same)}})
}

func (s *Screen) same() {
	if s.said(s.model.Attest()) {
		return
	}
	s.tabs.Again()
	s.desk.Again()
	s.desk.Say(s.env.Say("This key vouches for the vault from now on."), nil)
}

func (s *Screen) different() {
	kit.Tell(s.env, s.env.Say("Lock, and type nothing more"),
		s.env.Say("If the fingerprint is different, this may not be your vault, or its keys were changed. Lock it, keep the folder as it is, and speak with whoever else holds a key. A vault that had a key removed has a new fingerprint too: then the other person can tell you the new one."), nil)
}

// rename asks what a key is called in the list.
func (s *Screen) rename(form keyForm) {
	forget := func() { s.saved(func(h *halfTyped) { h.Key = nil }) }
	entry := kit.NewEntry(s.env).With(form.Label)
	entry.OnChanged = func(text string) { form.Label = text; s.half.Key = &form; s.desk.Typed() }
	field := kit.NewField(s.env.Say("Whose key it is, or where it lies"), entry)
	dialog := kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Rename this key"), Body: field, Confirm: s.env.Say("Save"), First: entry, OnCancel: forget,
		OnConfirm: func() bool {
			wrong := s.model.Rename(form.ID, form.Label)
			field.SetMistake(wrong)
			if wrong == "" {
				forget()
				s.tabs.Again()
			}
			return wrong == ""
		}})
	entry.OnSubmitted = func(string) { dialog.Confirm.Tapped(nil) }
}

// remove asks before a key is taken away; no is the nearest answer.
func (s *Screen) remove(r KeyRow) {
	kit.Ask(s.env, kit.Dialog{
		Title:   s.env.Say("Remove “{label}”?", "label", r.Label),
		Say:     s.env.Say("The vault is written anew under fresh keys, and this key opens nothing that is written from then on. Copies that were made before still open with it: remove them where you can. The vault gets a new fingerprint."),
		Confirm: s.env.Say("Remove and write anew"), Cancel: s.env.Say("Keep it"), Grave: true,
		OnConfirm: func() bool {
			s.env.Runner.After(0, func() { s.doRemove(r) })
			return true
		},
	})
}

func (s *Screen) doRemove(r KeyRow) {
	s.anew(s.env.Say("Removing “{label}”", "label", r.Label), s.model.Remove(r.ID),
		s.env.Say("“{label}” is removed, and the vault was written anew.", "label", r.Label), func() {}, s.failed)
}

// anew does work that may give the vault a new fingerprint, and then says so.
// done is told first where it succeeded, failed where it did not.
func (s *Screen) anew(title string, w Work, well string, done func(), failed func(error)) {
	before := s.model.Keys().Fingerprint
	s.work(title, "", w, func(err error) {
		if err != nil {
			failed(err)
			return
		}
		done()
		s.tabs.Again()
		s.desk.Again()
		s.desk.Say(well, nil)
		if after := s.model.Keys().Fingerprint; after != before && after != "" {
			kit.Tell(s.env, s.env.Say("The vault has a new fingerprint"),
				s.env.Say("Write it on your recovery kit in place of the old one, and tell it to everybody who holds a key: they compare it the next time."),
				kit.NewText(kit.Code, after))
		}
	})
}

// failed says why work did not succeed; what was stopped on purpose needs no
// more than a line.
func (s *Screen) failed(err error) {
	if Stopped(err) {
		s.desk.Say(s.model.Explain(err), nil)
		return
	}
	kit.Tell(s.env, s.env.Say("This was not done"), s.model.Explain(err), nil)
}
