package checks

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// listScreen draws a List.
type listScreen struct {
	desk  kit.Desk
	env   *kit.Env
	state ListState
}

func newListScreen(desk kit.Desk, model *List) *listScreen {
	return &listScreen{desk: desk, env: desk.Env(), state: model.State()}
}

// Head is the title.
func (l *listScreen) Head() kit.Head {
	return kit.Head{Title: l.env.Say("Checklists"), Note: l.env.Say("What the law and good practice ask, as far as it applies to this board")}
}

// Draft is nothing: nothing is typed here.
func (l *listScreen) Draft() []byte { return nil }

// Content is what is known of the board, and the checklists.
func (l *listScreen) Content() fyne.CanvasObject {
	s := l.state
	if s.Trouble != "" {
		return trouble(s.Trouble)
	}
	about := func() { l.desk.Go(route.CheckOf("", route.AboutBoard)) }
	var parts []fyne.CanvasObject
	if !s.Known {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Info, Lead: l.env.Say("Who pays for the board?"),
			Text: l.env.Say("Some laws bind only those who get certain money. Answer a few questions once, and the checklists show what applies to you."),
			Acts: []fyne.CanvasObject{kit.Primary(l.env.Say("Answer them now"), about)}}))
	}
	if len(s.Rows) > 0 {
		parts = append(parts, kit.Card(kit.Head{Title: l.env.Say("What applies")}, l.table(s.Rows)))
	}
	if s.Known {
		parts = append(parts, kit.Card(kit.Head{Title: l.env.Say("About your board"), Note: l.env.Say("This decides what applies"),
			Acts: []fyne.CanvasObject{kit.Secondary(l.env.Say("Change…"), about)}}, facts(l.env, s.Facts)))
	}
	if len(s.Others) > 0 {
		parts = append(parts, kit.Card(kit.Head{Title: l.env.Say("What does not apply"), Note: l.env.Say("By what is known of the board so far")}, l.others(s.Others)))
	}
	parts = append(parts, kit.NewText(kit.Small, l.env.Say("General information, not legal advice.")))
	return kit.Stack(kit.Gap, parts...)
}

func (l *listScreen) table(rows []Row) fyne.CanvasObject {
	columns := []kit.TableColumn[Row]{
		{Title: l.env.Say("Checklist"), Cell: func(r Row) fyne.CanvasObject { return kit.NewText(kit.Strong, r.Title) }},
		{Title: l.env.Say("How far"), Cell: func(r Row) fyne.CanvasObject {
			return kit.Stack(kit.Hair, kit.NewText(kit.Small, r.Progress), kit.NewBar(r.Share))
		}},
		{Title: l.env.Say("How it stands"), Cell: func(r Row) fyne.CanvasObject {
			parts := []fyne.CanvasObject{kit.Row(0, kit.Tag(colour(r.Tone), r.Word))}
			if r.Next != "" {
				parts = append(parts, kit.NewText(kit.Small, r.Next))
			}
			return kit.Stack(kit.Hair, parts...)
		}}}
	return kit.Table(columns, rows, func(r Row) { l.desk.Go(route.Checks(r.ID)) })
}

func (l *listScreen) others(rows []Row) fyne.CanvasObject {
	lines := make([]fyne.CanvasObject, len(rows))
	for i, r := range rows {
		lines[i] = kit.Spread(kit.Gap, kit.TwoLines(kit.Body, r.Title, r.Progress), kit.Link(l.env.Say("Look inside"), func() { l.desk.Go(route.Checks(r.ID)) }))
	}
	return kit.Rows(lines...)
}
