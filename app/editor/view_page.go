package editor

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/wording"
)

// pageScreen draws a Page.
type pageScreen struct {
	desk   kit.Desk
	env    *kit.Env
	board  Board
	at     string
	model  *Page
	state  PageState
	trying bool
	place  *kit.Slot
	wrong  *kit.Slot
	fields map[string]*kit.Field
	movers map[move]*kit.Button
}

func newPageScreen(desk kit.Desk, b Board, at string) *pageScreen {
	p := &pageScreen{desk: desk, env: desk.Env(), board: b, at: at, model: NewPage(b, desk.Env().Book, at), place: kit.NewSlot(nil), wrong: kit.NewSlot(nil)}
	p.draw()
	return p
}

// Head is what it is called, with what can be done.
func (p *pageScreen) Head() kit.Head {
	s := p.state
	if s.Trouble != "" {
		return kit.Head{Title: p.env.Say("The questions")}
	}
	head := kit.Head{Title: s.Title, Note: s.Note, Acts: []fyne.CanvasObject{kit.Quiet(p.env.Say("All questions"), func() { p.desk.Go(route.Questions()) })}}
	if s.Draft {
		head.Acts = append(head.Acts, kit.Primary(p.env.Say("Release…"), p.release))
	}
	return head
}

// Content is the page.
func (p *pageScreen) Content() fyne.CanvasObject { return p.place }

// Draft is nothing: what is changed here is kept at once.
func (p *pageScreen) Draft() []byte { return nil }

func (p *pageScreen) draw() {
	p.state, p.movers = p.model.State(), map[move]*kit.Button{}
	s := p.state
	if s.Trouble != "" {
		p.place.Set(trouble(s.Trouble))
		return
	}
	tools := []fyne.CanvasObject{kit.Secondary(p.env.Say("Copy and adapt"), func() { p.open(p.model.Copy()) })}
	if !s.Shipped && !s.Draft {
		tools = append(tools, kit.Secondary(p.env.Say("Begin the next version"), func() { p.open(p.model.Next()) }))
	}
	tools = append(tools, kit.Secondary(p.env.Say("Export…"), p.export), kit.Secondary(p.env.Say("Print…"), p.print))
	if s.Draft && s.More != "" {
		tools = append(tools, kit.Secondary(p.env.Say("Add {language}…", "language", languageName(s.More)), func() { p.desk.Go(route.Instrument(p.at+"/"+string(s.More), route.FurtherLanguage)) }))
	}
	if s.Draft {
		tools = append(tools, kit.Quiet(p.env.Say("Let go of this draft…"), p.remove))
	}
	look := []fyne.CanvasObject{kit.NewSwitch(p.env.Say("Try it"), p.env.Say("Answer as people would. Nothing is kept."), p.trying, func(on bool) { p.trying = on; p.draw() })}
	if len(s.Languages) > 1 {
		look = append([]fyne.CanvasObject{kit.NewField(p.env.Say("Shown in"), kit.NewSelect(formpage.Options(s.Languages), func(l string) { p.model.In = wording.Language(l); p.draw() }).Set(string(p.model.In)))}, look...)
	}
	parts := []fyne.CanvasObject{p.wrong, kit.Row(kit.Near, tools...), kit.Grid(300, look...)}
	if p.trying {
		parts = append(parts, p.tried())
	} else {
		parts = append(parts, p.head())
		for _, part := range s.Parts {
			parts = append(parts, p.part(part))
		}
		if s.Draft {
			parts = append(parts, p.scales())
		}
	}
	p.place.Set(kit.Stack(kit.Gap, parts...))
}

// open goes to a draft that was begun.
func (p *pageScreen) open(at, wrong string) {
	if wrong != "" {
		p.refuse(wrong)
		return
	}
	p.desk.Go(route.Instrument(at, route.QuestionsEditor))
	p.desk.Say(p.env.Say("The draft is kept. Nobody is asked before you release it."), nil)
}

// refuse says why something was not done.
func (p *pageScreen) refuse(why string) {
	p.wrong.Set(trouble(why))
	p.place.Refresh()
}

// done shows the page anew after an act, or why it was not done.
func (p *pageScreen) done(wrong string) {
	p.wrong.Set(nil)
	if wrong != "" {
		p.refuse(wrong)
		return
	}
	p.draw()
	p.desk.Again()
}

func (p *pageScreen) release() {
	kit.Ask(p.env, kit.Dialog{Title: p.env.Say("Release these questions?"), Say: p.env.Say("From then on they can be asked, and their words never change. What you want to say differently later becomes the next version."),
		Confirm: p.env.Say("Release them"), OnConfirm: func() bool {
			wrong := p.model.Release()
			p.done(wrong)
			if wrong == "" {
				p.desk.Go(route.Questions())
				p.desk.Say(p.env.Say("They are released, and can be asked."), nil)
			}
			return true
		}})
}

func (p *pageScreen) remove() {
	kit.Ask(p.env, kit.Dialog{Title: p.env.Say("Let go of this draft?"), Say: p.env.Say("What was written in it is gone."), Confirm: p.env.Say("Let it go"), Grave: true,
		OnConfirm: func() bool {
			if wrong := p.model.Remove(); wrong != "" {
				p.refuse(wrong)
				return true
			}
			p.desk.At(route.Questions())
			p.desk.Go(route.Questions())
			return true
		}})
}

// export asks in which form it goes out.
func (p *pageScreen) export() {
	first := string(board.AsJSON)
	which := kit.NewRadio([]kit.Option{
		{ID: string(board.AsJSON), Label: p.env.Say("JSON"), Note: p.env.Say("Everything: sources, laws, evidence and scores (FHIR Questionnaire)")},
		{ID: string(board.AsXLSX), Label: p.env.Say("XLSX"), Note: p.env.Say("An XLSForm for a spreadsheet, without sources, laws and evidence")},
		{ID: string(board.AsCSV), Label: p.env.Say("CSV"), Note: p.env.Say("The same as plain text")}}, nil).Set(first)
	var asked *kit.OpenDialog
	asked = kit.Ask(p.env, kit.Dialog{Title: p.env.Say("Export these questions"), Body: which, Confirm: p.env.Say("Choose where to put it"), OnConfirm: func() bool {
		asked.Close()
		format := board.FileFormat(which.Chosen())
		outfile.Write(p.desk, outfile.File{Title: p.env.Say("Where to put the questions"), Name: p.env.Say("questions"), Ending: "." + string(format),
			Make: func() ([]byte, error) { return p.model.File(format) }})
		return true
	}})
}

func (p *pageScreen) print() {
	outfile.Print(p.desk, outfile.Paper{Title: p.env.Say("Print these questions"), Name: p.env.Say("questions"), In: p.model.in.Languages,
		Make: func(book *wording.Book) (paper.Document, error) { return p.model.Paper(book) }})
}
