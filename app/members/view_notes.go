package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/record"
)

// notesView draws the notes and the one that is being written.
type notesView struct {
	page  *page
	place *kit.Slot
	on    *kit.DateEntry
	text  *kit.Entry
	q     *questions
}

// notes is the tab of notes.
func (p *page) notes() fyne.CanvasObject {
	v := &notesView{page: p, place: kit.NewSlot(nil)}
	p.note = v
	v.redraw()
	return v.place
}

// Save keeps the note that is being written.
func (p *page) Save() {
	if p.tabs != nil && p.tabs.Chosen() == route.Notes && p.model.Notes().Writing {
		p.note.save()
	}
}

func (v *notesView) redraw() {
	p := v.page
	s := p.model.Notes()
	if s.Trouble != "" {
		v.place.Set(trouble(s.Trouble))
		return
	}
	parts := []fyne.CanvasObject{}
	if s.Writing {
		parts = append(parts, v.form(s))
	}
	v.place.Set(kit.Stack(kit.Gap, append(parts, v.list(s))...))
}

func (v *notesView) list(s NotesState) fyne.CanvasObject {
	env := v.page.env
	head := kit.Head{Title: env.Say("Notes"), Note: env.Say("What helps you work together. What happened to the person does not belong here.")}
	if !s.Writing && len(s.Notes) > 0 {
		head.Acts = []fyne.CanvasObject{kit.Primary(env.Say("Write a note"), v.begin)}
	}
	if len(s.Notes) == 0 {
		empty := kit.Empty("", env.Say("There are no notes."))
		if !s.Writing {
			empty = kit.Empty("", env.Say("There are no notes."), kit.Primary(env.Say("Write a note"), v.begin))
		}
		return kit.Card(head, empty)
	}
	rows := make([]fyne.CanvasObject, len(s.Notes))
	for i, n := range s.Notes {
		rows[i] = kit.Spread(kit.Gap,
			kit.Stack(kit.Hair, kit.NewText(kit.SmallStrong, n.Day), kit.NewText(kit.Body, n.Text)),
			kit.Row(12, kit.Link(env.Say("Change"), func() { v.change(n.ID) }),
				kit.Link(env.Say("Take away"), func() { v.remove(n.ID) }).Soft()))
	}
	return kit.Card(head, kit.Rows(rows...))
}

// form is the note that is being written.
func (v *notesView) form(s NotesState) fyne.CanvasObject {
	env := v.page.env
	v.q = newQuestions(env)
	v.on = kit.NewDateEntry(env, nil).SetText(s.Typed.On)
	v.on.OnTyped = func(string) { v.typed() }
	v.text = kit.NewLines(env, 5).With(s.Typed.Text)
	v.text.OnChanged = func(string) { v.typed() }
	v.q.add("on", kit.NewField(env.Say("Day"), v.on))
	v.q.add("text", kit.NewField(env.Say("Note"), v.text))
	return kit.Card(kit.Head{Title: s.Title}, v.q.whole,
		v.q.fields["text"], kit.Row(0, v.q.fields["on"]),
		kit.RowRight(kit.Near, kit.Secondary(env.Say("Cancel"), v.cancel), kit.Primary(env.Say("Save the note"), v.save)))
}

func (v *notesView) typed() {
	v.page.model.TypeNote(v.on.Text(), v.text.Text)
	v.page.unsaved()
}

func (v *notesView) begin() { v.change("") }

func (v *notesView) change(id record.ID) {
	v.page.model.Write(id)
	v.redraw()
	v.page.env.Canvas.Focus(v.text)
}

func (v *notesView) cancel() {
	v.page.model.LeaveNote()
	v.page.unsaved()
	v.redraw()
}

func (v *notesView) save() {
	o := v.page.model.SaveNote()
	if !v.q.right(o) {
		return
	}
	v.page.unsaved()
	v.redraw()
	v.page.say(o)
}

func (v *notesView) remove(id record.ID) {
	o := v.page.model.RemoveNote(id)
	if !o.OK() {
		refused(v.page.env, o)
		return
	}
	v.redraw()
	v.page.say(o)
}
