package pay

import (
	"fyne.io/fyne/v2"

	"holdfast/app/chartview"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/wording"
)

// chartWidth is how wide a chart is at 100 % text.
const chartWidth = 760

// reportView draws the board's report.
type reportView struct {
	a     *area
	env   *kit.Env
	span  *kit.Select
	place *kit.Slot
}

func newReportView(a *area) *reportView {
	return &reportView{a: a, env: a.env, place: kit.NewSlot(nil)}
}

func (v *reportView) object() fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("The board’s report"), Note: v.env.Say("What was paid, for the board and those who fund it. Nobody is named.")}
	spans, wrong := ReportSpans(v.a.board, v.env.Book)
	switch {
	case wrong != "":
		return trouble(wrong)
	case len(spans) == 0:
		return kit.Card(head, kit.Empty(v.env.Say("No report yet"), v.env.Say("A report is about a quarter or a year that is over. The first one can be made once the quarter of the first payment has ended.")))
	}
	v.span = kit.NewSelect(formpage.Options(spans), func(string) { v.draw() }).Set(spans[0].ID)
	v.draw()
	return kit.Stack(kit.Gap, kit.Card(head, kit.Grid(260, kit.NewField(v.env.Say("For which time"), v.span)), kit.Row(0, kit.Primary(v.env.Say("Print it…"), v.print))), v.place)
}

func (v *reportView) draw() {
	s := ReadReport(v.a.board, v.env.Book, SpanOf(v.span.Chosen()))
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
		card := []fyne.CanvasObject{v.table(t)}
		if t.Of.Tells() {
			card = []fyne.CanvasObject{kit.Row(0, chartview.New(t.Of.Chart(chartview.Style(), v.env.Book), chartWidth)), card[0]}
		}
		parts = append(parts, kit.Card(kit.Head{Title: t.Title}, card...))
	}
	v.place.Set(kit.Stack(kit.Gap, append(parts, kit.NewText(kit.Small, s.Hidden))...))
	v.place.Refresh()
}

func (v *reportView) table(t ReportTable) fyne.CanvasObject {
	var columns []kit.TableColumn[[]string]
	for n, title := range board.ReportHeads(v.env.Book) {
		cell := func(row []string) fyne.CanvasObject { return kit.Figures(kit.Body, row[n]) }
		if n == 0 {
			cell = func(row []string) fyne.CanvasObject { return body(row[n]) }
		}
		columns = append(columns, kit.TableColumn[[]string]{Title: title, Right: n > 0, Cell: cell})
	}
	return kit.Table(columns, t.Rows, nil)
}

// print prints the report in a language.
func (v *reportView) print() {
	span := SpanOf(v.span.Chosen())
	outfile.Print(v.a.desk, outfile.Paper{Title: v.env.Say("The board’s report"), Name: v.env.Say("report"),
		Say: v.env.Say("Wait until everything of that time is written down. Whoever has two prints of the same time can subtract one from the other."),
		Make: func(book *wording.Book) (paper.Document, error) {
			r, err := v.a.board.Pay().Report(span, "")
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
