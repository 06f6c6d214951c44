package assess

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/record"
)

// commentsView draws Comments.
type commentsView struct {
	desk  kit.Desk
	env   *kit.Env
	id    string
	model *Comments
	title string
	place *kit.Slot
	// first is the first field; reword shows the comment of a field so.
	first  *kit.Entry
	reword map[fyne.Focusable]func()
}

func newCommentsView(desk kit.Desk, b Board, id record.ID) *commentsView {
	v := &commentsView{desk: desk, env: desk.Env(), id: string(id), model: NewComments(b, desk.Env().Book, id), place: kit.NewSlot(nil)}
	v.look()
	return v
}

// Head says whose words they are.
func (v *commentsView) Head() kit.Head {
	return kit.Head{Title: v.env.Say("In other words: {title}", "title", v.title), Note: v.env.Say("Say what was meant, without what would tell who wrote it")}
}

// Content is a card for each comment.
func (v *commentsView) Content() fyne.CanvasObject { return v.place }

// First is the field of the first comment.
func (v *commentsView) First() fyne.Focusable {
	if v.first == nil {
		return nil
	}
	return v.first
}

// Save shows the comment so whose field has the focus.
func (v *commentsView) Save() {
	if show := v.reword[v.env.Canvas.Focused()]; show != nil {
		show()
	}
}

// Draft is nothing: a sentence or two are typed again.
func (v *commentsView) Draft() []byte { return nil }

func (v *commentsView) look() {
	all, title, wrong := v.model.State()
	v.title, v.first, v.reword = title, nil, map[fyne.Focusable]func(){}
	parts := []fyne.CanvasObject{kit.Row(0, kit.Link(v.env.Say("About this round"), func() { v.desk.Go(route.Round(v.id, "")) }))}
	switch {
	case wrong != "":
		parts = append(parts, trouble(wrong))
	case len(all) == 0:
		parts = append(parts, kit.Card(kit.Head{}, muted(v.env.Say("No comment waits."))))
	}
	for _, c := range all {
		parts = append(parts, v.card(c))
	}
	v.place.Set(kit.Stack(kit.Gap, parts...))
}

// card is what somebody wrote, and a field for other words.
func (v *commentsView) card(c Comment) fyne.CanvasObject {
	entry := kit.NewLines(v.env, 3)
	if v.first == nil {
		v.first = entry
	}
	field := kit.NewField(v.env.Say("In other words"), entry)
	done := func(wrong string) {
		if wrong != "" {
			field.SetMistake(wrong)
			v.place.Refresh()
			return
		}
		v.look()
		v.desk.Again()
		if v.first != nil {
			v.env.Canvas.Focus(v.first)
		}
	}
	show := func() { done(v.model.Reword(c.ID, entry.Text)) }
	v.reword[entry] = show
	return kit.Card(kit.Head{Title: c.Question}, body("“"+c.Text+"”"), field,
		kit.RowRight(kit.Near, kit.Quiet(v.env.Say("Leave it out"), func() { done(v.model.LeaveOut(c.ID)) }),
			kit.Primary(v.env.Say("Show it so"), show)))
}
