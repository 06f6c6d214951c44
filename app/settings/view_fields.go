package settings

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// fields is the page about what is kept of a person.
func (s *Screen) fields() fyne.CanvasObject {
	state := s.model.Fields()
	if state.Trouble != "" {
		return trouble(state.Trouble)
	}
	table := kit.Table([]kit.TableColumn[FieldRow]{
		{Title: s.env.Say("Field"), Cell: fieldName},
		{Title: s.env.Say("Where"), Cell: func(r FieldRow) fyne.CanvasObject { return kit.NewText(kit.Body, r.Group) }},
		{Title: s.env.Say("On this board"), Cell: s.fieldUse},
	}, state.Fields, func(r FieldRow) { s.arrange(useForm{Row: r, Label: r.Label, Hidden: r.Hidden}) })
	return kit.Stack(kit.Gap, s.own(state),
		kit.Card(kit.Head{Title: s.env.Say("Fields of a person"),
			Note: s.env.Say("Hide what your board does not use, and give others the words that you use. What is kept in a hidden field stays.")}, table))
}

func fieldName(r FieldRow) fyne.CanvasObject {
	return kit.TwoLines(kit.Body, r.Label, r.Usual)
}

func (s *Screen) fieldUse(r FieldRow) fyne.CanvasObject {
	switch {
	case r.Hidden:
		return kit.Tags(kit.Tag(kit.Care, s.env.Say("Hidden")))
	case r.Required:
		return kit.NewText(kit.Small, s.env.Say("Every person needs it"))
	default:
		return kit.Tags(kit.Tag(kit.OK, s.env.Say("Used")))
	}
}

// own are the fields that the board made for itself.
func (s *Screen) own(state FieldsState) fyne.CanvasObject {
	add := kit.Secondary(s.env.Say("Add a field"), func() { s.editField(FieldForm{Kind: s.model.FieldForm("").Kind}) })
	head := kit.Head{Title: s.env.Say("Fields of your own"), Acts: []fyne.CanvasObject{add}}
	if len(state.Own) == 0 {
		return kit.Card(head, kit.NewText(kit.Body, s.env.Say("None yet. A field of your own is for something that your board asks everybody, such as a size of T-shirt.")).In(kit.Muted))
	}
	return kit.Card(head, kit.Table([]kit.TableColumn[OwnRow]{
		{Title: s.env.Say("Field"), Cell: func(r OwnRow) fyne.CanvasObject { return kit.NewText(kit.Body, r.Name) }},
		{Title: s.env.Say("What it holds"), Cell: func(r OwnRow) fyne.CanvasObject { return kit.TwoLines(kit.Body, r.Holds, r.Answers) }},
	}, state.Own, func(r OwnRow) { s.editField(s.model.FieldForm(r.ID)) }))
}

// arrange asks what a field is called on this board, and whether it is used.
func (s *Screen) arrange(form useForm) {
	row, usual := form.Row, form.Row.Usual
	if usual == "" {
		usual = row.Label
	}
	typed := func() { s.half.Use = &form; s.desk.Typed() }
	forget := func() { s.saved(func(h *halfTyped) { h.Use = nil }) }
	entry := kit.NewEntry(s.env).With(form.Label)
	entry.OnChanged = func(text string) { form.Label = text; typed() }
	field := kit.NewField(s.env.Say("What it is called on this board"), entry).Help(s.env.Say("Empty takes “{usual}” back.", "usual", usual))
	hide := kit.NewCheck(s.env.Say("This board does not use it"), form.Hidden, func(on bool) { form.Hidden = on; typed() })
	parts := []fyne.CanvasObject{field}
	if !row.Required {
		parts = append(parts, hide)
	}
	dialog := kit.Ask(s.env, kit.Dialog{Title: usual, Body: kit.Stack(kit.Gap, parts...), Confirm: s.env.Say("Save"), First: entry, OnCancel: forget,
		OnConfirm: func() bool {
			wrong := s.model.Arrange(row, form.Label, form.Hidden)
			field.SetMistake(wrong)
			if wrong == "" {
				forget()
				s.tabs.Again()
			}
			return wrong == ""
		}})
	entry.OnSubmitted = func(string) { dialog.Confirm.Tapped(nil) }
}
