package assess

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// listView draws a List.
type listView struct {
	desk  kit.Desk
	env   *kit.Env
	model *List
}

func newListView(desk kit.Desk, b Board) *listView {
	return &listView{desk: desk, env: desk.Env(), model: NewList(b, desk.Env().Book)}
}

// Head is the title, with the other pages of the area.
func (v *listView) Head() kit.Head {
	return kit.Head{Title: v.env.Say("Assessments"), Note: v.env.Say("Where the board is safe, trusted, shared and just, and where it is not")}
}

// Draft is nothing: nothing is typed here.
func (v *listView) Draft() []byte { return nil }

// Content is the open rounds, and the closed ones below.
func (v *listView) Content() fyne.CanvasObject {
	s := v.model.State()
	if s.Trouble != "" {
		return trouble(s.Trouble)
	}
	begin := kit.Primary(v.env.Say("Begin a round"), func() { v.desk.Go(route.Round("", route.RoundForm)) })
	ways := kit.Row(kit.Near,
		kit.Quiet(v.env.Say("The plan"), func() { v.desk.Go(route.Plan("")) }),
		kit.Quiet(v.env.Say("The questions"), func() { v.desk.Go(route.Questions()) }))
	if len(s.Open)+len(s.Closed) == 0 {
		return kit.Stack(kit.Gap, kit.Card(kit.Head{}, kit.Empty(v.env.Say("Nobody was asked yet"),
			v.env.Say("A round asks people the same questions at the same time: at this laptop, on another one, or on paper. Nobody’s answers are shown, only figures about five people or more."), begin)), ways)
	}
	parts := []fyne.CanvasObject{kit.Card(kit.Head{Title: v.env.Say("Taking answers"), Acts: []fyne.CanvasObject{begin}}, v.table(s.Open, v.env.Say("No round is open.")))}
	if len(s.Closed) > 0 {
		parts = append(parts, kit.Card(kit.Head{Title: v.env.Say("Closed")}, v.table(s.Closed, "")))
	}
	return kit.Stack(kit.Gap, append(parts, ways)...)
}

func (v *listView) table(rows []Row, none string) fyne.CanvasObject {
	if len(rows) == 0 {
		return muted(none)
	}
	columns := []kit.TableColumn[Row]{
		{Title: v.env.Say("Round"), Cell: func(r Row) fyne.CanvasObject { return kit.TwoLines(kit.Strong, r.Title, r.About) }},
		{Title: v.env.Say("When"), Cell: func(r Row) fyne.CanvasObject { return body(r.When) }},
		{Title: v.env.Say("Answered"), Cell: func(r Row) fyne.CanvasObject { return body(r.Answered) }},
		{Cell: func(r Row) fyne.CanvasObject { return kit.Tag(colour(r.Tone), r.Word) }}}
	return kit.Table(columns, rows, func(r Row) {
		to := route.Round(string(r.ID), "")
		if r.Results && r.Tone == Good {
			to = route.Round(string(r.ID), route.RoundResults)
		}
		v.desk.Go(to)
	})
}
