package consents

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/record"
)

// formView draws what the forms of this area have of their own.
type formView struct {
	desk  kit.Desk
	env   *kit.Env
	board Board
	owner record.ID // under what a scanned page is kept
	model *form.Form
}

func newFormScreen(desk kit.Desk, b Board, owner record.ID, model *form.Form, leads route.Route, resumed bool) kit.Screen {
	v := &formView{desk, desk.Env(), b, owner, model}
	return formpage.NewWith(desk, model, leads, resumed, formpage.Extras{Own: v.own, Title: v.env.Say("Consent")})
}

// own is a scanned page, or the paper made of what is typed so far.
func (v *formView) own(s *formpage.Screen, in form.Input) fyne.CanvasObject {
	if in.Name == printField {
		return kit.Row(0, kit.Secondary(v.env.Say("Print the form to sign…"), v.print))
	}
	label := v.env.Say("Attach a scan…")
	if in.Value != "" {
		label = v.env.Say("Attach another one…")
	}
	return kit.Row(0, kit.Secondary(label, func() { v.attach(s, in) }))
}

func (v *formView) attach(s *formpage.Screen, in form.Input) {
	kit.AskPath(v.env, kit.Pick{Title: in.Label, Say: in.Help, Confirm: v.env.Say("Attach"), From: v.env.Home, Files: true,
		Endings: []string{".pdf", ".jpg", ".jpeg", ".png"},
		Picked: func(path string) string {
			kept, err := v.board.Attachments().AddFile(v.owner, path)
			if err != nil {
				return board.ExplainIn(v.env.Book, err)
			}
			s.Set(in.Name, string(kept.ID))
			return ""
		}})
}
