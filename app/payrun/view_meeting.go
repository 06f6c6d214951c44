package payrun

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
)

// tableShares are the columns of the table: the name, what is typed, the sum.
var tableShares = [...]float32{5, 4, 4, 4, 4, 4, 4}

// MeetingScreen draws a Meeting as a table to type into.
type MeetingScreen struct {
	desk  kit.Desk
	env   *kit.Env
	model *Meeting

	heads, names     []fyne.CanvasObject
	cells            [][]*kit.Entry
	sums             []*kit.Text
	warned           []*kit.Slot
	total            *kit.Text
	above, calledOff *kit.Slot
	day, called      *kit.Field
	at               Cell // where the cursor was last
	tally            *kit.Latest[Tally]
	place            *kit.Slot
	tried            bool // what is wrong is said from the first try to save on
}

// NewMeetingScreen begins a meeting; draft is what was half-typed, or nil.
func NewMeetingScreen(desk kit.Desk, b *board.Board, draft []byte) *MeetingScreen {
	s := &MeetingScreen{desk: desk, env: desk.Env(), model: NewMeetingSheet(b, desk.Env().Book, draft), place: kit.NewSlot(nil),
		above: kit.NewSlot(nil), calledOff: kit.NewSlot(nil), total: kit.Figures(kit.Section, "")}
	s.tally = kit.NewLatest(s.env.Runner, s.show)
	if s.model.Trouble != "" {
		s.place.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: s.model.Trouble}))
		return s
	}
	if len(s.model.Sheet.Rows) == 0 {
		s.place.Set(kit.Card(kit.Head{}, kit.Empty(s.env.Say("Nobody is on the board yet"), s.env.Say("Add somebody first; then enter their time."))))
		return s
	}
	s.build()
	s.weigh()
	return s
}

// First is the first cell.
func (s *MeetingScreen) First() fyne.Focusable {
	if len(s.cells) == 0 {
		return nil
	}
	return s.cells[0][0]
}

// Head is the title.
func (s *MeetingScreen) Head() kit.Head {
	return kit.Head{Title: s.env.Say("Enter a meeting"), Note: s.env.Say("Everybody’s time in one go. Leave out who was not there.")}
}

// Content is the table.
func (s *MeetingScreen) Content() fyne.CanvasObject { return s.place }

// Draft is what was typed and not saved.
func (s *MeetingScreen) Draft() []byte { return s.model.Draft() }

func (s *MeetingScreen) build() {
	s.place.Set(kit.Stack(kit.Gap, s.above, s.what(), s.table(),
		kit.RowRight(kit.Near, kit.Secondary(s.env.Say("Cancel"), s.cancel), kit.Secondary(s.env.Say("Copy down"), s.copyDown), kit.Primary(s.env.Say("Write it down"), s.Save))))
}

// what is the day, the fund, and whether it took place.
func (s *MeetingScreen) what() fyne.CanvasObject {
	sheet := &s.model.Sheet
	day := kit.NewDateEntry(s.env, nil).SetText(sheet.Day)
	day.OnTyped = func(text string) { sheet.Day = text; s.typed() }
	s.day = kit.NewField(s.env.Say("On which day"), day)
	off := kit.NewDateEntry(s.env, nil).SetText(sheet.CalledOff)
	off.OnTyped = func(text string) { sheet.CalledOff = text; s.typed() }
	s.called = kit.NewField(s.env.Say("Called off on"), off).Help(s.env.Say("What is called off late is paid like what it would have been."))
	fund := func(label string, into *string) fyne.CanvasObject {
		return kit.NewField(label, kit.NewSelect(formpage.Options(s.model.Funds), func(id string) { *into = id; s.typed() }).Set(*into))
	}
	took := kit.NewCheck(s.env.Say("It was called off"), sheet.Called, func(on bool) {
		sheet.Called = on
		s.showCalled()
		s.typed()
	})
	s.showCalled()
	return kit.Card(kit.Head{}, kit.Grid(210, s.day, fund(s.env.Say("Fund for the time"), &sheet.Fund), fund(s.env.Say("Fund for expenses"), &sheet.Care)),
		kit.Row(kit.Gap, took, s.calledOff))
}

func (s *MeetingScreen) showCalled() {
	s.calledOff.Set(nil)
	if s.model.Sheet.Called {
		s.calledOff.Set(s.called)
	}
	s.place.Refresh()
}

// table is the rows with their titles above and the sum below.
func (s *MeetingScreen) table() fyne.CanvasObject {
	titles := []string{s.env.Say("Who"), s.env.Say("Meeting"), s.env.Say("Preparation"), s.env.Say("Time on the way"), s.env.Say("Child care"), s.env.Say("Miles"), s.env.Say("Amount")}
	heads := make([]fyne.CanvasObject, len(titles))
	for i, title := range titles {
		heads[i] = kit.NewText(kit.SmallStrong, title).In(kit.Muted)
	}
	heads[len(heads)-1] = kit.Figures(kit.SmallStrong, titles[len(titles)-1]).In(kit.Muted)
	s.heads = heads
	rows := []fyne.CanvasObject{kit.SharesFrom(tableShares[:], s.least, heads...)}
	for i := range s.model.Sheet.Rows {
		rows = append(rows, s.row(i, titles))
	}
	rows = append(rows, kit.Spread(kit.Gap, kit.NewText(kit.Small, s.env.Say("Time is written like 1:30, 1.5 or 90 min. Enter and the arrows go on; Ctrl D copies down, Ctrl Enter writes it all down.")), s.total))
	return kit.Card(kit.Head{}, kit.Stack(kit.Near, rows...))
}

// least is how wide the columns are at least: no word of a head or a name is
// cut in two while another column has room.
func (s *MeetingScreen) least() []float32 {
	least := make([]float32, len(s.heads))
	for i, head := range s.heads {
		least[i] = head.MinSize().Width
	}
	for _, name := range s.names {
		least[0] = max(least[0], name.MinSize().Width)
	}
	return least
}

// row is one person.
func (s *MeetingScreen) row(i int, titles []string) fyne.CanvasObject {
	row := s.model.Sheet.Rows[i]
	parts := []fyne.CanvasObject{kit.NewText(kit.Strong, row.Name).Most(2)}
	s.names = append(s.names, parts[0])
	var cells []*kit.Entry
	for col := range cols {
		e := kit.NewEntry(s.env).With(row.Cells[col]).Named(s.env.Say("{name}, {what}", "name", row.Name, "what", titles[col+1]))
		at := Cell{i, col}
		e.OnChanged = func(text string) { s.model.Sheet.Rows[at.Row].Cells[at.Col] = text; s.at = at; s.typed() }
		e.Keys = func(key *fyne.KeyEvent) bool { return s.key(at, e, key) }
		e.Chords = func(c *desktop.CustomShortcut) bool { return s.chord(at, c) }
		e.Left = func() { s.at = at }
		cells = append(cells, e)
		parts = append(parts, e)
	}
	sum, warned := kit.Figures(kit.Body, ""), kit.NewSlot(nil)
	s.cells, s.sums, s.warned = append(s.cells, cells), append(s.sums, sum), append(s.warned, warned)
	return kit.Stack(kit.Hair, kit.SharesFrom(tableShares[:], s.least, append(parts, sum)...), warned)
}

// key moves as a spreadsheet does: up and down by the arrows and Enter, to the
// side where the cursor stands at the end of the text.
func (s *MeetingScreen) key(at Cell, e *kit.Entry, key *fyne.KeyEvent) bool {
	to := at
	switch key.Name {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		to.Row++
	case fyne.KeyUp:
		to.Row--
	case fyne.KeyRight:
		if e.CursorColumn < len([]rune(e.Text)) {
			return false
		}
		to.Col++
	case fyne.KeyLeft:
		if e.CursorColumn > 0 {
			return false
		}
		to.Col--
	default:
		return false
	}
	s.focus(to)
	return true
}

// focus goes to a cell; below the last row begins the next column.
func (s *MeetingScreen) focus(to Cell) {
	if to.Row == len(s.cells) && to.Col+1 < cols {
		to = Cell{0, to.Col + 1}
	}
	if to.Row < 0 || to.Row >= len(s.cells) || to.Col < 0 || to.Col >= cols {
		return
	}
	s.at = to
	e := s.cells[to.Row][to.Col]
	e.CursorColumn = len([]rune(e.Text))
	s.env.Canvas.Focus(e)
}

// chord copies down.
func (s *MeetingScreen) chord(at Cell, c *desktop.CustomShortcut) bool {
	if c.Modifier != fyne.KeyModifierControl {
		return false
	}
	s.at = at
	if c.KeyName != fyne.KeyD {
		return false
	}
	s.copyDown()
	return true
}

// copyDown copies the cell where the cursor was last.
func (s *MeetingScreen) copyDown() {
	for _, c := range s.model.CopyDown(s.at) {
		s.cells[c.Row][c.Col].With(s.model.Sheet.Rows[c.Row].Cells[c.Col])
	}
	s.focus(s.at)
	s.typed()
}

func (s *MeetingScreen) typed() {
	s.desk.Typed()
	s.weigh()
}

// weigh works out beside the window what it comes to.
func (s *MeetingScreen) weigh() {
	now := s.model.Copy()
	s.tally.Ask(now.Weigh)
}

// show shows what it comes to; mistakes only once saving was tried, so that
// nobody is told off while typing.
func (s *MeetingScreen) show(t Tally) {
	for i := range s.sums {
		s.sums[i].SetText(t.Sums[i])
		s.warn(i, t)
	}
	s.total.SetText(t.Total)
	s.above.Set(nil)
	if s.tried {
		s.day.SetMistake(t.Day)
		s.called.SetMistake(t.Called)
		if t.Trouble != "" {
			s.above.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: t.Trouble}))
		}
	}
	s.place.Refresh()
}

// warn is the line below a row.
func (s *MeetingScreen) warn(i int, t Tally) {
	text, tone := t.Warnings[i], kit.Care
	for col := range cols {
		if wrong := t.Wrong[Cell{i, col}]; wrong != "" && s.tried {
			text, tone = wrong, kit.Never
			break
		}
	}
	s.warned[i].Set(nil)
	if text != "" {
		s.warned[i].Set(kit.NewText(kit.Small, text).In(tone))
	}
}

// Save writes it all down, or shows what has to be mended first.
func (s *MeetingScreen) Save() { s.save(false) }

func (s *MeetingScreen) save(known bool) {
	s.tried = true
	say, t, ask := s.model.Save(known)
	switch {
	case ask != nil:
		s.show(t)
		formpage.Put(s.env, ask, func() { s.save(true) })
	case say == "":
		s.show(t)
		s.first(t)
	default:
		s.desk.Saved()
		s.desk.Go(route.Pay("", ""))
		s.desk.Again()
		s.desk.Say(say, nil)
	}
}

// first puts the cursor where something is to be mended.
func (s *MeetingScreen) first(t Tally) {
	for row := range s.cells {
		for col := range cols {
			if t.Wrong[Cell{row, col}] != "" {
				s.focus(Cell{row, col})
				return
			}
		}
	}
}

func (s *MeetingScreen) cancel() {
	kit.Leave(s.env, s.model.Draft() != nil, func() { s.desk.Saved(); s.desk.Back() })
}
