package assess

import (
	"fyne.io/fyne/v2"

	"holdfast/app/chartview"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/record"
)

// resultsView draws Results.
type resultsView struct {
	desk  kit.Desk
	env   *kit.Env
	id    string
	model *Results
	state ResultsState
	whole fyne.CanvasObject
}

func newResultsView(desk kit.Desk, b Board, id record.ID) *resultsView {
	v := &resultsView{desk: desk, env: desk.Env(), id: string(id), model: NewResults(b, desk.Env().Book, id)}
	v.state = v.model.State(chartview.Style())
	v.whole = v.draw()
	return v
}

// Head is what the round is called, and how many answered.
func (v *resultsView) Head() kit.Head {
	if v.state.Title == "" {
		return kit.Head{Title: v.env.Say("Results")}
	}
	return kit.Head{Title: v.env.Say("{title} — results", "title", v.state.Title), Note: v.state.Note}
}

// Content is the cards.
func (v *resultsView) Content() fyne.CanvasObject { return v.whole }

// Draft is nothing: nothing is typed here.
func (v *resultsView) Draft() []byte { return nil }

func (v *resultsView) draw() fyne.CanvasObject {
	s := v.state
	if s.Title == "" {
		return trouble(s.Trouble)
	}
	parts := []fyne.CanvasObject{v.ways()}
	if s.Trouble != "" {
		parts = append(parts, trouble(s.Trouble))
	}
	if s.Waiting != "" {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Info, Text: s.Waiting, Acts: []fyne.CanvasObject{kit.Secondary(v.env.Say("Reword"), v.page(route.RoundComments))}}))
	}
	charts := v.charts()
	first := min(2, len(charts))
	parts = append(parts, beside(charts[:first]...), v.plan())
	if len(s.Changed) > 0 {
		parts = append(parts, v.changed())
	}
	if len(s.Strongest) > 0 {
		parts = append(parts, beside(v.questions(v.env.Say("Strongest"), s.Strongest), v.questions(v.env.Say("Weakest"), s.Weakest)))
	}
	for at := first; at < len(charts); at += 2 {
		parts = append(parts, beside(charts[at:min(at+2, len(charts))]...))
	}
	if len(s.Alone) > 0 {
		parts = append(parts, v.questions(v.env.Say("Question by question"), s.Alone))
	}
	for _, c := range s.Counted {
		parts = append(parts, kit.Card(kit.Head{Title: c.Title}, table(c.Table)))
	}
	if len(s.Comments) > 0 {
		parts = append(parts, v.comments())
	}
	return kit.Stack(kit.Gap, parts...)
}

func (v *resultsView) page(tab string) func() {
	return func() { v.desk.Go(route.Round(v.id, tab)) }
}

// beside puts cards next to each other where there is room.
func beside(cards ...fyne.CanvasObject) fyne.CanvasObject {
	columns := make([]kit.Column, len(cards))
	for i, c := range cards {
		columns[i] = kit.Column{Share: 1, Least: 420, Body: c}
	}
	return kit.Columns(columns...)
}

// ways lead to the round, and out of the vault.
func (v *resultsView) ways() fyne.CanvasObject {
	return kit.Spread(kit.Gap, kit.Row(24, kit.Link(v.env.Say("All rounds"), func() { v.desk.Go(route.Rounds()) }), kit.Link(v.env.Say("About this round"), v.page(""))),
		kit.RowRight(kit.Near, kit.Secondary(v.env.Say("Figures for a spreadsheet…"), v.csv), kit.Secondary(v.env.Say("Print…"), v.print)))
}

func (v *resultsView) print() {
	outfile.Print(v.desk, outfile.Paper{Title: v.env.Say("The results on paper"), Name: v.env.Say("results"), Make: v.model.Document})
}

func (v *resultsView) csv() {
	outfile.Write(v.desk, outfile.File{Title: v.env.Say("Where to put the figures"), Name: v.env.Say("results"), Ending: ".csv", Make: v.model.CSV})
}

// charts are the looks at the figures.
func (v *resultsView) charts() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, c := range v.state.Charts {
		cards = append(cards, v.chart(c))
	}
	return cards
}

// chart is a drawing, the sentence that says the same, and on demand the table
// with its figures.
func (v *resultsView) chart(c board.Chart) fyne.CanvasObject {
	figures := kit.NewSlot(nil)
	var toggle *kit.Button
	toggle = kit.Link(v.env.Say("Show the table"), func() {
		if figures.Part() == nil {
			figures.Set(table(c.Table))
			toggle.SetLabel(v.env.Say("Hide the table"))
		} else {
			figures.Set(nil)
			toggle.SetLabel(v.env.Say("Show the table"))
		}
		v.whole.Refresh()
	})
	save := kit.Link(v.env.Say("Save the picture…"), func() { v.save(c) })
	return kit.Card(kit.Head{Title: c.Title, Note: c.Legend}, chartview.New(c.Drawing, 0), body(c.Sentence), kit.Row(kit.Gap, toggle, save), figures)
}

// save asks for the kind of picture.
func (v *resultsView) save(c board.Chart) {
	write := func(kind string) func() {
		return func() {
			kit.CloseAll(v.env.Canvas)
			outfile.Write(v.desk, outfile.File{Title: v.env.Say("Where to put the picture"), Name: c.Name, Ending: "." + kind,
				Make: func() ([]byte, error) { return v.model.Picture(c.Name, kind) }})
		}
	}
	kit.Tell(v.env, c.Title, "", kit.Row(kit.Near, kit.Secondary(v.env.Say("As PNG, for a document…"), write("png")), kit.Secondary(v.env.Say("As SVG, to be drawn at any size…"), write("svg"))))
}

// table is a table of texts.
func table(t paper.Table) fyne.CanvasObject {
	columns := make([]kit.TableColumn[[]string], len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = kit.TableColumn[[]string]{Title: c.Head, Right: c.Right, Cell: func(row []string) fyne.CanvasObject {
			text := ""
			if i < len(row) {
				text = row[i]
			}
			if c.Right {
				return kit.Figures(kit.Body, text)
			}
			return body(text)
		}}
	}
	return kit.Table(columns, t.Rows, nil)
}

// plan is what was planned, and the way to more.
func (v *resultsView) plan() fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("Plan from this"), Acts: []fyne.CanvasObject{kit.Primary(v.env.Say("Open the plan"), v.page(route.PlanPage))}}
	if len(v.state.Plan) == 0 {
		return kit.Card(head, muted(v.env.Say("Nothing is planned yet. One or two things that the board chooses together are enough.")))
	}
	rows := make([]fyne.CanvasObject, len(v.state.Plan))
	for i, p := range v.state.Plan {
		tone := kit.Care
		if p.Done {
			tone = kit.OK
		}
		rows[i] = kit.Spread(kit.Gap, body(p.What), kit.NewText(kit.Small, p.Detail))
		if p.Tag != "" {
			rows[i] = kit.Beside(12, kit.Tag(tone, p.Tag), rows[i])
		}
	}
	return kit.Card(head, kit.Rows(rows...))
}

// changed says what is different from the round before.
func (v *resultsView) changed() fyne.CanvasObject {
	columns := []kit.TableColumn[Change]{
		{Title: v.env.Say("About"), Cell: func(c Change) fyne.CanvasObject { return kit.NewText(kit.Strong, c.About) }}}
	for _, group := range v.state.Groups {
		columns = append(columns, kit.TableColumn[Change]{Title: group, Cell: func(c Change) fyne.CanvasObject { return body(c.Says[group]) }})
	}
	return kit.Card(kit.Head{Title: v.env.Say("What changed"), Note: v.state.ChangedNote}, kit.Table(columns, v.state.Changed, nil))
}

func (v *resultsView) questions(title string, all []Question) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(all))
	for i, q := range all {
		text := body(q.Text)
		if q.Spread != "" {
			text = kit.Stack(kit.Hair, text, kit.NewText(kit.Small, q.Spread))
		}
		rows[i] = kit.Spread(12, text, kit.NewText(kit.Strong, q.Figure))
	}
	return kit.Card(kit.Head{Title: title}, kit.Rows(rows...))
}

func (v *resultsView) comments() fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(v.state.Comments))
	for i, c := range v.state.Comments {
		rows[i] = body("“" + c + "”")
	}
	return kit.Card(kit.Head{Title: v.env.Say("In people’s own words"), Note: v.env.Say("With their consent, in no order")}, kit.Rows(rows...))
}
