package bringin

import (
	"cmp"
	"context"
	"os"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/roster"
	"holdfast/wording"
)

// Screen draws a Model.
type Screen struct {
	desk  kit.Desk
	env   *kit.Env
	model *Model
	place *kit.Slot
	job   *kit.Job
	bar   *kit.ProgressBar
	// at is what was changed last, by its name in parts: the page is made anew,
	// and the focus stays where it was.
	at    string
	parts map[string]fyne.Focusable
}

// New makes the screen.
func New(desk kit.Desk, b Board) *Screen {
	s := &Screen{desk: desk, env: desk.Env(), place: kit.NewSlot(nil)}
	s.model = NewModel(b, s.env.Book)
	s.redraw()
	return s
}

// Head is the title, and what this is for.
func (s *Screen) Head() kit.Head {
	return kit.Head{Title: s.env.Say("Bring people in from a spreadsheet"),
		Note: s.env.Say("CSV or Excel. Nothing is changed before you have seen what would happen.")}
}

// Content is the stage that we are at.
func (s *Screen) Content() fyne.CanvasObject { return s.place }

// Draft is nothing: the list lies where it lay.
func (s *Screen) Draft() []byte { return nil }

// Open reads a file.
func (s *Screen) Open(path string) {
	s.at = ""
	s.bar = kit.NewProgressBar(s.env, s.stop)
	s.bar.Say(s.env.Say("Reading the list…"))
	s.place.Set(kit.Card(kit.Head{}, s.bar))
	s.job = kit.Start(s.env.Runner, func(ctx context.Context, report func(kit.Progress)) (*Read, error) {
		return s.model.Work(ctx, path, func(share float64) { report(progress(share)) })
	}, s.bar.Report, func(list *Read, err error) { s.read(path, list, err) })
}

func (s *Screen) read(path string, list *Read, err error) {
	if err != nil {
		s.model.Missed(path, err)
		s.anew()
		return
	}
	s.took(list, nil)
}

// progress is a share of the list as the bar shows it.
func progress(share float64) kit.Progress {
	return kit.Progress{Done: int64(share * 1000), Total: 1000, What: wording.T("Reading the list…")}
}

func (s *Screen) stop() { s.job.Cancel() }

func (s *Screen) took(list *Read, err error) {
	s.model.Took(list, err)
	s.anew()
}

// try makes the plan of a changed list.
func (s *Screen) try(list Read) {
	s.job = kit.Start(s.env.Runner, func(ctx context.Context, _ func(kit.Progress)) (*Read, error) {
		return s.model.Again(ctx, list)
	}, nil, s.took)
}

func (s *Screen) choose() {
	kit.AskPath(s.env, kit.Pick{
		Title: s.env.Say("Choose the spreadsheet"), Confirm: s.env.Say("Read it"), From: s.env.Home,
		Endings: []string{".csv", ".xlsx", ".tsv", ".txt"}, Files: true,
		Picked: func(path string) string {
			if _, err := os.Stat(path); err != nil { // said where the name can be mended
				return s.model.explain(err)
			}
			s.Open(path)
			return ""
		},
	})
}

func (s *Screen) redraw() {
	state := s.model.State()
	s.parts = map[string]fyne.Focusable{}
	parts := []fyne.CanvasObject{}
	if state.Trouble != "" {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Lead: state.File, Text: state.Trouble}))
	}
	switch {
	case state.Done != nil:
		parts = append(parts, s.finished(*state.Done))
	case state.Check != nil:
		parts = append(parts, s.outcome(*state.Check), s.columns(*state.Check))
	default:
		parts = append(parts, kit.Card(kit.Head{}, kit.Empty(s.env.Say("No list chosen yet"),
			s.env.Say("Choose the file that your board keeps today. You will see each column and each row that can't be taken."),
			kit.Primary(s.env.Say("Choose the spreadsheet…"), s.choose))))
	}
	s.place.Set(kit.Stack(kit.Gap, parts...))
}

// anew shows what has changed, with the focus where one goes on.
func (s *Screen) anew() {
	s.redraw()
	s.env.Canvas.Focus(cmp.Or(s.parts[s.at], s.first()))
}

// first is where one goes on: what was changed last, or what comes first.
func (s *Screen) first() fyne.Focusable { return kit.First(s.place) }

// outcome is what would happen.
func (s *Screen) outcome(c Check) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	for _, n := range c.Notices {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Info, Text: n, Inset: true}))
	}
	if c.AskOrder {
		parts = append(parts, kit.NewField(s.env.Say("How are days written in this list?"), s.orders()))
	}
	if len(c.Refused) > 0 {
		parts = append(parts, s.cells(s.env.Say("Refused"), c.Refused))
	}
	if len(c.LookAgain) > 0 {
		parts = append(parts, s.cells(s.env.Say("To look at"), c.LookAgain))
	}
	for _, d := range c.Doubts {
		parts = append(parts, s.doubt(d))
	}
	if c.Skip {
		parts = append(parts, kit.NewCheck(s.env.Say("Leave behind the rows that are refused or not decided"), s.model.skip, s.model.SkipBad))
	}
	parts = append(parts, kit.RowRight(12,
		kit.Secondary(s.env.Say("Choose another file"), s.choose),
		kit.Primary(c.Accept, s.accept)))
	return kit.Card(kit.Head{Title: c.Summary, Note: c.File}, kit.Stack(12, parts...))
}

// cells is a table of cells and what is to be said of them.
func (s *Screen) cells(title string, all []Refused) fyne.CanvasObject {
	return kit.Table([]kit.TableColumn[Refused]{
		{Title: title, Cell: func(r Refused) fyne.CanvasObject { return kit.NewText(kit.Strong, r.Line) }},
		{Title: s.env.Say("Column"), Cell: func(r Refused) fyne.CanvasObject { return kit.NewText(kit.Body, r.Column) }},
		{Title: s.env.Say("Why"), Cell: func(r Refused) fyne.CanvasObject { return kit.NewText(kit.Body, r.Reason) }},
	}, all, nil)
}

func (s *Screen) orders() fyne.CanvasObject {
	order := kit.NewSelect([]kit.Option{
		{ID: string(roster.DayFirst), Label: s.env.Say("Day first: 31/12/2026")},
		{ID: string(roster.MonthFirst), Label: s.env.Say("Month first: 12/31/2026")},
	}, s.Choose).
		Set(string(s.model.List().Mapping.DateOrder)).Hint(s.env.Say("Please choose"))
	s.parts[orderPart] = order
	return order
}

// orderPart is the choice of an order in parts; a column goes by its letter.
const orderPart = "order"

// Choose says how days are written in the list.
func (s *Screen) Choose(order string) {
	s.at = orderPart
	s.try(s.model.Order(roster.DateOrder(order)))
}

// State is what the screen shows.
func (s *Screen) State() State { return s.model.State() }

// doubt is a row that seems to be there already, with what to do.
func (s *Screen) doubt(d Doubt) fyne.CanvasObject {
	choose := kit.NewSelect([]kit.Option{
		{ID: string(roster.Skip), Label: s.env.Say("Leave this row behind")},
		{ID: string(roster.Add), Label: s.env.Say("Somebody else: bring in")},
	}, func(id string) { s.model.Decide(d.Line, roster.Decision(id)) }).Hint(s.env.Say("Please choose"))
	return kit.Spread(kit.Gap, kit.NewText(kit.Body, d.Reason), choose)
}

// columns is the mapping.
func (s *Screen) columns(c Check) fyne.CanvasObject {
	options := make([]kit.Option, len(c.Targets))
	for i, t := range c.Targets {
		options[i] = kit.Option{ID: t.ID, Label: t.Label}
	}
	return kit.Card(kit.Head{Title: s.env.Say("What each column means")}, kit.Table([]kit.TableColumn[Column]{
		{Title: s.env.Say("Column"), Cell: func(col Column) fyne.CanvasObject {
			return kit.TwoLines(kit.Strong, col.Letter+"  "+col.Header, col.Why)
		}},
		{Title: s.env.Say("What lies in it"), Cell: func(col Column) fyne.CanvasObject { return kit.NewText(kit.Small, col.Sample) }},
		{Title: s.env.Say("Fills"), Cell: func(col Column) fyne.CanvasObject {
			fills := kit.NewSelect(options, func(to string) {
				s.at = col.Letter
				s.try(s.model.Assign(col.Letter, to))
			}).Set(col.To)
			s.parts[col.Letter] = fills
			return fills
		}},
	}, c.Columns, nil))
}

func (s *Screen) accept() {
	s.model.Accept()
	s.anew()
	s.desk.Again()
}

// finished says what was done, and what still lies in clear.
func (s *Screen) finished(d Done) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	if d.Note != "" {
		parts = append(parts, kit.NewText(kit.Body, d.Note))
	}
	for _, line := range d.Afterwards {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Text: line, Inset: true}))
	}
	parts = append(parts, kit.RowRight(12, kit.Primary(s.env.Say("Go to the members"), s.members)))
	return kit.Card(kit.Head{Title: d.Title}, kit.Stack(12, parts...))
}

func (s *Screen) members() { s.desk.Go(route.Members()) }
