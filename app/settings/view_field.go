package settings

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/member"
)

// fieldView is a field of the board's own while it is filled in.
type fieldView struct {
	screen              *Screen
	form                FieldForm
	name, kind, answers *kit.Field
	concern             *kit.Slot
	warned              string // the name that was warned about
	dialog              *kit.OpenDialog
}

// editField opens a field of the board's own.
func (s *Screen) editField(form FieldForm) {
	v := &fieldView{screen: s, form: form, concern: kit.NewSlot(nil)}
	name := kit.NewEntry(s.env).With(form.Name)
	name.OnChanged = func(text string) { v.form.Name = text; v.typed() }
	v.name = kit.NewField(s.env.Say("What the field is called"), name)
	kinds := kit.NewSelect(options(s.model.Fields().Kinds), func(id string) { v.form.Kind = member.CustomKind(id); v.typed() }).Set(string(form.Kind))
	v.kind = kit.NewField(s.env.Say("What it holds"), kinds)
	answers := kit.NewLines(s.env, 4).With(form.Answers)
	answers.OnChanged = func(text string) { v.form.Answers = text; v.typed() }
	v.answers = kit.NewField(s.env.Say("The answers to choose from"), answers).Help(s.env.Say("One on each line."))
	title, confirm := s.env.Say("A field of your own"), s.env.Say("Add")
	parts := []fyne.CanvasObject{v.name, v.concern, v.kind, v.answers}
	if form.ID != "" {
		title, confirm = form.Name, s.env.Say("Save")
		parts = append(parts, kit.Row(0, kit.Link(s.env.Say("Take this field away"), v.remove)))
	}
	v.show()
	v.dialog = kit.Ask(s.env, kit.Dialog{Title: title, Body: kit.Stack(kit.Gap, parts...), Confirm: confirm, First: name,
		OnConfirm: v.save, OnCancel: v.forget})
	name.OnSubmitted = func(string) { v.dialog.Confirm.Tapped(nil) }
}

func (v *fieldView) typed() {
	v.screen.half.Field = &v.form
	v.screen.desk.Typed()
	v.show()
	v.dialog.Relayout()
}

// show shows the answers only where there are any.
func (v *fieldView) show() {
	if v.form.Kind == member.CustomChoice {
		v.answers.Show()
	} else {
		v.answers.Hide()
	}
}

func (v *fieldView) forget() { v.screen.saved(func(h *halfTyped) { h.Field = nil }) }

// save keeps the field. A name that sounds like something better not kept is
// warned about once; the board decides.
func (v *fieldView) save() bool {
	if concern := v.screen.model.Concern(v.form.Name); concern != "" && v.warned != v.form.Name {
		v.warned = v.form.Name
		v.concern.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: concern,
			Note: v.screen.env.Say("If you are sure, press the button once more."), Inset: true}))
		return false
	}
	mistakes, wrong := v.screen.model.SaveField(v.form)
	if wrong == "" && len(mistakes) == 0 {
		v.forget()
		v.screen.tabs.Again()
		return true
	}
	v.concern.Set(nil)
	if wrong == "" { // what belongs to none of the three fields is said above them
		wrong = mistakes["custom_fields"]
	}
	if wrong != "" {
		v.concern.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: wrong, Inset: true}))
	}
	v.name.SetMistake(mistakes["name"])
	v.kind.SetMistake(mistakes["kind"])
	v.answers.SetMistake(mistakes["choices"])
	return false
}

// remove takes the field away, with a way back.
func (v *fieldView) remove() {
	v.dialog.Close()
	v.forget()
	undo, wrong := v.screen.model.RemoveField(v.form.ID)
	if v.screen.said(wrong) {
		return
	}
	v.screen.tabs.Again()
	v.screen.desk.Say(v.screen.env.Say("The field is off the page. What people have in it is kept."), func() {
		v.screen.said(undo())
		v.screen.tabs.Again()
	})
}
