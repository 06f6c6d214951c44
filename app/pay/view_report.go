package pay

import (
	"fyne.io/fyne/v2"

	"holdfast/app/chartview"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// chartWidth is how wide a chart is at 100 % text.
const chartWidth = 760

// reportView draws the board's report.
type reportView struct {
	a        *area
	env      *kit.Env
	from, to *kit.DateEntry
	fields   map[string]*kit.Field
	place    *kit.Slot
}

func newReportView(a *area) *reportView {
	v := &reportView{a: a, env: a.env, place: kit.NewSlot(nil)}
	first, last := YearSoFar(a.board)
	v.from, v.to = kit.NewDateEntry(v.env, nil).SetText(first), kit.NewDateEntry(v.env, nil).SetText(last)
	v.from.OnTyped = func(string) { v.draw() }
	v.to.OnTyped = func(string) { v.draw() }
	v.fields = map[string]*kit.Field{"from": kit.NewField(v.env.Say("From"), v.from), "to": kit.NewField(v.env.Say("Until"), v.to)}
	return v
}

func (v *reportView) object() fyne.CanvasObject {
	v.draw()
	return kit.Stack(kit.Gap, kit.Card(kit.Head{Title: v.env.Say("The board’s report"), Note: v.env.Say("What was paid, for the board and those who fund it. Nobody is named.")},
		kit.Grid(200, v.fields["from"], v.fields["to"]), kit.Row(0, kit.Primary(v.env.Say("Print it…"), v.print))), v.place)
}

func (v *reportView) days() (from, to record.Date, ok bool) {
	from, to, wrong := Days(v.env.Book, v.from.Text(), v.to.Text())
	for name, field := range v.fields {
		field.SetMistake(wrong[name])
	}
	return from, to, len(wrong) == 0
}

func (v *reportView) draw() {
	from, to, ok := v.days()
	if !ok {
		return
	}
	s := ReadReport(v.a.board, v.env.Book, from, to)
	if s.Trouble != "" {
		v.place.Set(trouble(s.Trouble))
		return
	}
	cells := make([]fyne.CanvasObject, len(s.Stats))
	for i, stat := range s.Stats {
		cells[i] = kit.Stat(stat.Label, stat.Figure, stat.Note)
	}
	parts := []fyne.CanvasObject{kit.Grid(200, cells...)}
	for _, t := range s.Tables {
		parts = append(parts, kit.Card(kit.Head{Title: t.Title}, kit.Row(0, chartview.New(t.Of.Chart(chartview.Style(), v.env.Book), chartWidth)), v.table(t)))
	}
	v.place.Set(kit.Stack(kit.Gap, append(parts, kit.NewText(kit.Small, s.Hidden))...))
	v.place.Refresh()
}

func (v *reportView) table(t ReportTable) fyne.CanvasObject {
	cell := func(n int) func([]string) fyne.CanvasObject {
		return func(row []string) fyne.CanvasObject { return kit.Figures(kit.Body, row[n]) }
	}
	return kit.Table([]kit.TableColumn[[]string]{
		{Title: v.env.Say("What"), Cell: func(row []string) fyne.CanvasObject { return body(row[0]) }},
		{Title: v.env.Say("People"), Right: true, Cell: cell(1)}, {Title: v.env.Say("Hours"), Right: true, Cell: cell(2)},
		{Title: v.env.Say("An hour"), Right: true, Cell: cell(3)}, {Title: v.env.Say("Paid"), Right: true, Cell: cell(4)}}, t.Rows, nil)
}

// print prints the report in a language.
func (v *reportView) print() {
	from, to, ok := v.days()
	if !ok {
		return
	}
	outfile.Print(v.a.desk, outfile.Paper{Title: v.env.Say("The board’s report"), Name: v.env.Say("report"), Make: func(book *wording.Book) (paper.Document, error) {
		r, err := v.a.board.Pay().Report(from, to, "")
		if err != nil {
			return paper.Document{}, err
		}
		settings, err := v.a.board.Settings()
		if err != nil {
			return paper.Document{}, err
		}
		now, err := v.a.board.Now()
		return r.Document(settings, now, book), err
	}})
}
