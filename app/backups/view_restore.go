package backups

import (
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/board"
)

// pickRestore asks for a file that may not be in the register.
func (s *Screen) pickRestore() {
	kit.AskPath(s.env, kit.Pick{Title: s.env.Say("Which backup?"), Confirm: s.env.Say("Open it"), From: s.folder(), Files: true,
		Endings: []string{".age"}, Picked: func(path string) string { s.later(func() { s.restore(path) }); return "" }})
}

func (s *Screen) restoreRow(r Row) { s.restore(r.Path) }

// restore asks for a key, reads everything, and shows what would change.
func (s *Screen) restore(path string) {
	r := NewReturn(s.cfg.Environment, s.board, s.env.Book, s.env.Runner.Clock().Now)
	s.env.Runner.AtEnd(r.Close)
	s.askKey(s.env.Say("Restore a backup"), s.env.Say("First it is read to its last byte. Then you see what would change, and decide."), s.env.Say("Open it"),
		func(k key, wrong func(error)) {
			s.work(s.env.Say("Reading the backup"), s.env.Say("Nothing is changed yet."), r.Open(path, k), func(err error) {
				switch {
				case isKey(err):
					wrong(err)
				case stopped(err):
				case err != nil:
					r.Close()
					s.said(s.model.Explain(err))
				default:
					newAgreement(s.env, r, nil, s.bring)
				}
			})
		})
}

// bring restores over the board once everything was agreed to.
func (s *Screen) bring(r *Return, agreed map[board.Caution]bool, fingerprint string) {
	returned := r.Returned()
	s.work(s.env.Say("Restoring"), s.env.Say("Stopping leaves everything as it is."), r.Bring(agreed, fingerprint), func(err error) {
		r.Close()
		switch {
		case stopped(err):
			s.desk.Say(s.env.Say("Stopped. Nothing was changed."), nil)
		case err != nil:
			s.said(s.model.Explain(err))
		default:
			s.cfg.Restored(returned)
		}
	})
}

// agreement shows what restoring would change and asks for what it takes.
type agreement struct {
	env    *kit.Env
	back   *Return
	then   func(*Return, map[board.Caution]bool, string)
	checks map[board.Caution]*kit.Check
	// place asks where the vault is to lie, where there is none; may be nil.
	place  *place
	print  *kit.Entry
	wrong  *kit.Field
	dialog *kit.OpenDialog
}

func newAgreement(env *kit.Env, r *Return, at *place, then func(*Return, map[board.Caution]bool, string)) *agreement {
	a := &agreement{env: env, back: r, then: then, place: at, checks: map[board.Caution]*kit.Check{}}
	state := r.State()
	title, confirm := env.Say("What would come back"), env.Say("Restore")
	if state.Over {
		title, confirm = env.Say("What would change"), env.Say("Put this in place of the board")
	}
	a.dialog = kit.Ask(env, kit.Dialog{Title: title, Body: a.body(state), Wide: true, Grave: state.Over,
		Confirm: confirm, OnConfirm: a.confirm, OnCancel: r.Close})
	return a
}

// body says what would be different, and what it takes. Where nothing is there
// yet, what it takes comes first.
func (a *agreement) body(state ReturnState) fyne.CanvasObject {
	env := a.env
	parts := []fyne.CanvasObject{kit.Facts(kit.Know(env.Say("Made on"), state.Made), kit.Know(env.Say("In the backup"), state.Records),
		kit.Fact{Label: env.Say("Fingerprint"), Value: kit.NewText(kit.Code, state.Fingerprint)})}
	if state.Over {
		parts = append(parts, a.changes(state))
	}
	if a.place != nil {
		a.place.changed = func() { a.dialog.Relayout() }
		parts = append(parts, a.place.object())
	}
	for _, line := range state.Again {
		parts = append(parts, kit.NewText(kit.Small, line))
	}
	for _, c := range state.Cautions {
		parts = append(parts, a.caution(c))
	}
	if state.Over {
		return kit.Stack(kit.Gap, append(parts, kit.NewText(kit.Small, env.Say("The vault as it is now is kept beside it until you remove it.")))...)
	}
	return kit.Stack(kit.Gap, append(parts, a.changes(state))...)
}

// changes are what would be different, by kind and without names.
func (a *agreement) changes(state ReturnState) fyne.CanvasObject {
	if state.Same != "" {
		return kit.NewText(kit.Body, state.Same)
	}
	facts := make([]kit.Fact, len(state.Changes))
	for i, c := range state.Changes {
		facts[i] = kit.Know(c.Title, strings.Join(c.Lines, "\n"))
	}
	return kit.Stack(kit.Near, kit.Facts(facts...), kit.Row(0, kit.Link(a.env.Say("Show the names…"), a.names)))
}

// names shows about whom something would change: nobody is named unasked.
func (a *agreement) names() {
	var found []NameRow
	on := asking{a.env}
	on.work(a.env.Say("Reading the backup"), a.env.Say("Nothing is changed yet."), a.back.Names(&found), func(err error) {
		if err != nil {
			if !stopped(err) {
				on.said(a.back.Explain(err))
			}
			return
		}
		rows := make([]fyne.CanvasObject, len(found))
		for i, who := range found {
			rows[i] = kit.TwoLines(kit.Body, who.Name, who.Says)
		}
		title, say := a.env.Say("Who is in it"), ""
		if a.back.State().Over {
			title = a.env.Say("About whom something would change")
		}
		if len(rows) == 0 {
			say = a.env.Say("Nothing about any person would be different.")
		}
		kit.Tell(a.env, title, say, kit.Rows(rows...))
	})
}

func (a *agreement) caution(c Caution) fyne.CanvasObject {
	words := kit.Banner(kit.Notice{Tone: kit.Care, Text: c.Words, Inset: true})
	if c.Yes == "" {
		a.print = kit.NewEntry(a.env)
		a.wrong = kit.NewField(a.env.Say("The fingerprint as it stands on the recovery kit"), a.print)
		return kit.Stack(kit.Near, words, a.wrong)
	}
	a.checks[c.ID] = kit.NewCheck(c.Yes, false, nil)
	return kit.Stack(kit.Near, words, a.checks[c.ID])
}

func (a *agreement) confirm() bool {
	agreed := map[board.Caution]bool{}
	for id, check := range a.checks {
		agreed[id] = check.On()
	}
	if missing := a.back.Missing(agreed); missing != "" {
		kit.Tell(a.env, a.env.Say("Not yet"), missing, nil)
		return false
	}
	if a.place != nil && !a.place.fits() {
		a.dialog.Relayout()
		return false
	}
	fingerprint := ""
	if a.print != nil {
		fingerprint = strings.TrimSpace(a.print.Text)
		if fingerprint != a.back.State().Fingerprint {
			a.wrong.SetMistake(a.env.Say("This is not the fingerprint of the backup. If the kit shows another, the backup is of another vault, or somebody made it up."))
			a.dialog.Relayout()
			return false
		}
	}
	a.dialog.Close()
	a.then(a.back, agreed, fingerprint)
	return false
}
