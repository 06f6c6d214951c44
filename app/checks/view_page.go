package checks

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/route"
)

// pageScreen draws a Page.
type pageScreen struct {
	desk  kit.Desk
	env   *kit.Env
	model *Page
	id    string
	state PageState
}

func newPageScreen(desk kit.Desk, model *Page, id string) *pageScreen {
	return &pageScreen{desk: desk, env: desk.Env(), model: model, id: id, state: model.State()}
}

// Head is the checklist, and how far it is.
func (p *pageScreen) Head() kit.Head {
	if p.state.Trouble != "" {
		return kit.Head{Title: p.env.Say("Checklists")}
	}
	return kit.Head{Title: p.state.Title, Note: p.state.Progress, Acts: []fyne.CanvasObject{
		kit.Quiet(p.env.Say("All checklists"), func() { p.desk.Go(route.Checks("")) }), kit.Secondary(p.env.Say("Print…"), p.print)}}
}

// Draft is nothing: nothing is typed here.
func (p *pageScreen) Draft() []byte { return nil }

// Content is what decides what applies, the card of a state, and the items.
func (p *pageScreen) Content() fyne.CanvasObject {
	s := p.state
	if s.Trouble != "" {
		return trouble(s.Trouble)
	}
	parts := []fyne.CanvasObject{kit.NewBar(s.Share), kit.Banner(kit.Notice{Tone: kit.Info, Text: s.About, Note: s.Checked})}
	if len(s.Facts) > 0 {
		parts = append(parts, kit.Card(kit.Head{Title: p.env.Say("About your board"), Note: p.env.Say("This decides what applies"),
			Acts: []fyne.CanvasObject{kit.Secondary(p.env.Say("Change…"), func() { p.desk.Go(route.CheckOf(p.id, route.AboutBoard)) })}}, facts(p.env, s.Facts)))
	}
	if len(s.Card) > 0 {
		parts = append(parts, kit.Card(kit.Head{Title: s.CardTitle, Note: p.env.Say("Filled by the board, for its own state"),
			Acts: []fyne.CanvasObject{kit.Secondary(p.env.Say("Fill in…"), func() { p.desk.Go(route.CheckOf(p.id, route.StateCard)) })}}, facts(p.env, s.Card)))
	}
	for _, section := range s.Sections {
		parts = append(parts, p.section(section))
	}
	if s.Nothing != "" {
		parts = append(parts, kit.Card(kit.Head{}, kit.Empty("", s.Nothing)))
	}
	if s.Left != "" {
		parts = append(parts, kit.NewText(kit.Small, s.Left))
	}
	return kit.Stack(kit.Gap, parts...)
}

func (p *pageScreen) section(s Section) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(s.Items))
	for i, item := range s.Items {
		rows[i] = p.row(item)
	}
	return kit.Card(kit.Head{Title: s.Title}, kit.Rows(rows...))
}

func (p *pageScreen) row(i Item) fyne.CanvasObject {
	words := []fyne.CanvasObject{kit.NewText(kit.Body, i.Text)}
	for _, note := range []string{i.Rests, i.Note} {
		if note != "" {
			words = append(words, kit.NewText(kit.Small, note))
		}
	}
	open := kit.Secondary(p.env.Say("Open"), func() { p.desk.Go(route.CheckOf(p.id+"/"+i.ID, route.CheckItem)) })
	return kit.Spread(kit.Gap, kit.Stack(kit.Hair, words...), kit.Row(kit.Near, kit.Tag(colour(i.Tone), i.Word), open))
}

func (p *pageScreen) print() {
	outfile.Print(p.desk, outfile.Paper{Title: p.env.Say("Print this checklist"), Name: p.env.Say("checklist"), Make: p.model.Paper})
}
