package plan

import (
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/route"
	"holdfast/record"
)

// New makes the screen of a place: a plan, or the form of an action. draft is
// what was half-typed there, or nil.
func New(desk kit.Desk, b Board, at route.Route, draft []byte) kit.Screen {
	if at.Tab == route.ActionForm {
		f, model := NewAction(b, desk.Env().Book, at.ID, draft)
		v := &actionView{desk, desk.Env(), model}
		return formpage.NewWith(desk, f, route.Plan(""), draft != nil, formpage.Extras{Below: v.below})
	}
	model := NewPage(b, desk.Env().Book, record.ID(at.ID))
	return &pageScreen{desk: desk, env: desk.Env(), model: model, round: at.ID, state: model.State()}
}

// pageScreen draws a Page.
type pageScreen struct {
	desk  kit.Desk
	env   *kit.Env
	model *Page
	round string
	state PageState
}

// Head is the title, with what can be done.
func (p *pageScreen) Head() kit.Head {
	head := kit.Head{Title: p.state.Title, Note: p.state.Note}
	if p.state.Title == "" {
		head.Title = p.env.Say("The plan")
	}
	if len(p.state.Todo)+len(p.state.Done) > 0 {
		head.Acts = append(head.Acts, kit.Secondary(p.env.Say("Print…"), p.print))
	}
	if p.state.MayAdd {
		head.Acts = append(head.Acts, kit.Primary(p.env.Say("Add an action"), func() { p.desk.Go(route.Action("/" + p.round)) }))
	}
	return head
}

// Draft is nothing: nothing is typed here.
func (p *pageScreen) Draft() []byte { return nil }

// Content is what is to be done, and what is done.
func (p *pageScreen) Content() fyne.CanvasObject {
	s := p.state
	if s.Trouble != "" {
		return kit.Banner(kit.Notice{Tone: kit.Care, Text: s.Trouble})
	}
	if len(s.Todo)+len(s.Done) == 0 {
		return kit.Card(kit.Head{}, kit.Empty("", s.First, kit.Secondary(p.env.Say("To the rounds"), func() { p.desk.Go(route.Rounds()) })))
	}
	var parts []fyne.CanvasObject
	if len(s.Todo) > 0 {
		parts = append(parts, kit.Card(kit.Head{Title: p.env.Say("To do")}, p.table(s.Todo)))
	}
	if len(s.Done) > 0 {
		parts = append(parts, kit.Card(kit.Head{Title: p.env.Say("Done or let go")}, p.table(s.Done)))
	}
	return kit.Stack(kit.Gap, parts...)
}

func (p *pageScreen) table(rows []Row) fyne.CanvasObject {
	columns := []kit.TableColumn[Row]{
		{Title: p.env.Say("What is to be done"), Cell: func(r Row) fyne.CanvasObject {
			return kit.TwoLines(kit.Strong, r.What, strings.Join(r.Notes, " · "))
		}},
		{Title: p.env.Say("About"), Cell: func(r Row) fyne.CanvasObject { return kit.NewText(kit.Body, r.About) }},
		{Title: p.env.Say("Who"), Cell: func(r Row) fyne.CanvasObject { return kit.NewText(kit.Body, r.Who) }},
		{Title: p.env.Say("How it stands"), Cell: func(r Row) fyne.CanvasObject {
			tone := kit.Info
			if r.Due {
				tone = kit.Care
			}
			parts := []fyne.CanvasObject{kit.Row(0, kit.Tag(tone, r.Status))}
			if r.By != "" {
				parts = append(parts, kit.NewText(kit.Small, r.By))
			}
			return kit.Stack(kit.Hair, parts...)
		}}}
	return kit.Table(columns, rows, func(r Row) { p.desk.Go(route.Action(string(r.ID))) })
}

func (p *pageScreen) print() {
	outfile.Print(p.desk, outfile.Paper{Title: p.env.Say("Print the plan"), Name: p.env.Say("plan"), Make: p.model.Paper})
}

// actionView draws what an action has below its form.
type actionView struct {
	desk  kit.Desk
	env   *kit.Env
	model *ActionForm
}

func (v *actionView) below(*formpage.Screen) fyne.CanvasObject {
	if v.model.New() {
		return nil
	}
	var parts []fyne.CanvasObject
	if looks := v.model.Looks(); len(looks) > 0 {
		rows := make([]fyne.CanvasObject, len(looks))
		for i, l := range looks {
			rows[i] = kit.NewText(kit.Body, l)
		}
		parts = append(parts, kit.Card(kit.Head{Title: v.env.Say("Looked at again")}, kit.Rows(rows...)))
	}
	parts = append(parts, kit.Row(0, kit.Link(v.env.Say("Take it out of the plan…"), v.remove)))
	return kit.Stack(kit.Gap, parts...)
}

func (v *actionView) remove() {
	kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Take this out of the plan?"),
		Say:     v.env.Say("For what was tried and let go, choose “Let go” instead: then the board still sees that it tried."),
		Confirm: v.env.Say("Take it out"), Grave: true, OnConfirm: func() bool {
			if wrong := v.model.Remove(); wrong != "" {
				kit.Tell(v.env, v.env.Say("This was not kept"), wrong, nil)
				return true
			}
			v.desk.Saved()
			v.desk.Back()
			v.desk.Again()
			v.desk.Say(v.env.Say("It is out of the plan."), nil)
			return true
		}})
}
