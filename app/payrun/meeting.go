package payrun

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// The columns of a meeting.
const (
	ColMeeting = iota
	ColPreparation
	ColTravel
	ColCare
	ColMiles
	cols
)

// MeetingRow is one person and what is typed for them.
type MeetingRow struct {
	Member member.ID
	Name   string
	Cells  [cols]string
}

// Cell is a place in the table.
type Cell struct{ Row, Col int }

// Sheet is everything that is typed for one meeting.
type Sheet struct {
	// Fund pays for the time, Care for what was laid out.
	Day, Fund, Care string
	// Called says that it did not take place, CalledOff when that was said.
	Called    bool
	CalledOff string
	Rows      []MeetingRow
}

// Meeting is everybody's time of one meeting, without its looks.
type Meeting struct {
	board Board
	book  *wording.Book
	code  string
	begun string // the sheet at the beginning
	Sheet Sheet
	// Funds are to choose from, none first.
	Funds   []form.Choice
	Trouble string
}

// Tally is what a meeting comes to as it is typed.
type Tally struct {
	// Sums and Warnings are by row, Total is all of it.
	Sums, Warnings []string
	Total          string
	// Wrong is what can't be read, by cell; Day, Called and Trouble what is
	// wrong with the rest.
	Wrong                map[Cell]string
	Day, Called, Trouble string
	// concerns are to be asked about before it is kept.
	concerns []string
	claims   []board.Claimed
}

// NewMeetingSheet begins a meeting with everybody who serves; draft is what was
// half-typed, or nil.
func NewMeetingSheet(b Board, book *wording.Book, draft []byte) *Meeting {
	m := &Meeting{board: b, book: book}
	now, err := b.Now()
	if err == nil {
		err = m.begin(record.DateOf(now))
	}
	if err != nil {
		m.Trouble = board.ExplainIn(book, err)
		return m
	}
	m.begun = m.raw()
	var kept Sheet
	if draft != nil && json.Unmarshal(draft, &kept) == nil {
		m.recall(kept)
	}
	return m
}

func (m *Meeting) begin(today record.Date) error {
	s, err := m.board.Settings()
	if err != nil {
		return err
	}
	m.code = s.Pay.Currency
	m.Sheet = Sheet{Day: today.String(), CalledOff: today.String()}
	rows, err := m.board.People(board.Filter{})
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.Stage.Serving() {
			m.Sheet.Rows = append(m.Sheet.Rows, MeetingRow{Member: r.ID, Name: r.Name})
		}
	}
	funds, err := m.board.Pay().Funds()
	m.Funds = []form.Choice{{ID: "", Label: m.book.Say("No fund named")}}
	for _, f := range funds {
		if f.Fund.Closed {
			continue
		}
		id := string(f.Fund.ID)
		m.Funds = append(m.Funds, form.Choice{ID: id, Label: f.Fund.Name})
		for of, into := range map[compensation.Category]*string{compensation.Meeting: &m.Sheet.Fund, compensation.ChildCare: &m.Sheet.Care} {
			if *into == "" && (len(f.Fund.Allows) == 0 || slices.Contains(f.Fund.Allows, of)) {
				*into = id
			}
		}
	}
	return err
}

// recall takes up what was half-typed, for those who still serve.
func (m *Meeting) recall(kept Sheet) {
	rows := m.Sheet.Rows
	m.Sheet = kept
	m.Sheet.Rows = rows
	for i := range rows {
		for _, k := range kept.Rows {
			if k.Member == rows[i].Member {
				rows[i].Cells = k.Cells
			}
		}
	}
}

// raw is the sheet as a draft.
func (m *Meeting) raw() string {
	text, err := json.Marshal(m.Sheet)
	if err != nil {
		return "" // text always has a JSON form
	}
	return string(text)
}

// Draft is what was typed and not saved, or nil.
func (m *Meeting) Draft() []byte {
	if now := m.raw(); now != m.begun {
		return []byte(now)
	}
	return nil
}

// CopyDown copies a cell into every empty one below it; an empty cell takes the
// one above it. It gives the cells that changed.
func (m *Meeting) CopyDown(at Cell) []Cell {
	rows := m.Sheet.Rows
	text := strings.TrimSpace(rows[at.Row].Cells[at.Col])
	if text == "" {
		if at.Row == 0 || strings.TrimSpace(rows[at.Row-1].Cells[at.Col]) == "" {
			return nil
		}
		rows[at.Row].Cells[at.Col] = rows[at.Row-1].Cells[at.Col]
		return []Cell{at}
	}
	var changed []Cell
	for i := at.Row + 1; i < len(rows); i++ {
		if strings.TrimSpace(rows[i].Cells[at.Col]) == "" {
			rows[i].Cells[at.Col] = text
			changed = append(changed, Cell{i, at.Col})
		}
	}
	return changed
}

// Copy is the meeting as it is now, to be weighed beside the window.
func (m *Meeting) Copy() *Meeting {
	c := *m
	c.Sheet.Rows = slices.Clone(m.Sheet.Rows)
	return &c
}

// Weigh reads what is typed, and says what it comes to and what to know first.
func (m *Meeting) Weigh() Tally {
	t := Tally{Sums: make([]string, len(m.Sheet.Rows)), Warnings: make([]string, len(m.Sheet.Rows)), Wrong: map[Cell]string{}}
	meeting := m.read(&t)
	claims, err := m.board.Pay().Claims(meeting)
	if err != nil {
		t.Trouble = board.ExplainIn(m.book, err)
		return t
	}
	t.claims = claims
	weighed, err := m.board.Pay().Weigh(claims...)
	total, of := compensation.Purse{}, map[member.ID]compensation.Purse{}
	for _, w := range weighed {
		total.Add(w.Amount)
		if of[w.Member] == nil {
			of[w.Member] = compensation.Purse{}
		}
		of[w.Member].Add(w.Amount)
		m.warn(&t, w)
	}
	var refused *board.RefusedFor
	if errors.As(err, &refused) {
		delete(of, refused.Member) // it would be too little
	}
	for i, row := range m.Sheet.Rows {
		if of[row.Member] != nil {
			t.Sums[i] = m.book.Render(of[row.Member].Words())
		}
	}
	if len(weighed) > 0 && err == nil {
		t.Total = m.book.Render(total.Words())
	}
	m.refused(&t, err)
	return t
}

// warn notes what there is to know about a claim.
func (m *Meeting) warn(t *Tally, w board.Weighed) {
	row := m.row(w.Member)
	for _, c := range w.Concerns {
		says := m.book.Render(c.Says)
		if row >= 0 && c.About != compensation.FundShort {
			t.Warnings[row] = says // the last one counts everything before it
			says = m.book.Say("{name}: {text}", "name", m.Sheet.Rows[row].Name, "text", says)
		}
		t.concerns = append(t.concerns, says)
	}
}

func (m *Meeting) row(id member.ID) int {
	return slices.IndexFunc(m.Sheet.Rows, func(r MeetingRow) bool { return r.Member == id })
}

// refused puts what the board refused where it belongs.
func (m *Meeting) refused(t *Tally, err error) {
	if err == nil {
		return
	}
	says := board.ExplainIn(m.book, err)
	for _, p := range wording.Problems(err) {
		if p.Field == "called_off" {
			t.Called = m.book.Render(p.What)
			return
		}
		if p.Field == "day" {
			t.Day = m.book.Render(p.What)
			return
		}
	}
	var of *board.RefusedFor
	if errors.As(err, &of) && m.row(of.Member) >= 0 {
		says = m.book.Say("{name}: {text}", "name", m.Sheet.Rows[m.row(of.Member)].Name, "text", says)
	}
	t.Trouble = says
}

// read is the meeting of what can be read; what can't is noted.
func (m *Meeting) read(t *Tally) board.Meeting {
	var err error
	meeting := board.Meeting{}
	if meeting.Day, err = record.ParseDate(strings.TrimSpace(m.Sheet.Day)); err != nil || meeting.Day.IsZero() {
		t.Day = m.book.Say("Write the day as year-month-day, like 2026-11-22.")
	}
	if m.Sheet.Called {
		if meeting.CalledOff, err = record.ParseDate(strings.TrimSpace(m.Sheet.CalledOff)); err != nil || meeting.CalledOff.IsZero() {
			t.Called = m.book.Say("Write the day as year-month-day, like 2026-11-22.")
		}
	}
	meeting.Shares, meeting.Expenses = fundShares(m.Sheet.Fund), fundShares(m.Sheet.Care)
	for i, row := range m.Sheet.Rows {
		a, any := m.attended(t, i, row)
		if any {
			meeting.People = append(meeting.People, a)
		}
	}
	return meeting
}

func fundShares(fund string) []compensation.Share {
	if fund == "" {
		return []compensation.Share{}
	}
	return []compensation.Share{{Fund: record.ID(fund), Weight: 1}}
}

// attended is one person's row.
func (m *Meeting) attended(t *Tally, at int, row MeetingRow) (a board.Attended, any bool) {
	a = board.Attended{Member: row.Member}
	for col, text := range row.Cells {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		any = true
		var err error
		switch col {
		case ColMeeting:
			a.Meeting, err = compensation.ReadMinutes(text)
		case ColPreparation:
			a.Preparation, err = compensation.ReadMinutes(text)
		case ColTravel:
			a.Travel, err = compensation.ReadMinutes(text)
		case ColCare:
			a.ChildCare, err = compensation.ReadAmount(text, m.code, m.book.Language())
		case ColMiles:
			if a.Miles, err = rule.ParseNumber(text); err != nil {
				err = wording.Refuse("miles", "Write a number like 3 or 12.5.")
			}
		}
		if err != nil {
			t.Wrong[Cell{at, col}] = m.book.Error(err)
		}
	}
	return a, any
}

// Save writes everything down in one act. Where say is "", the tally says what
// has to be mended first, or ask what has to be agreed to (known says that it
// was).
func (m *Meeting) Save(known bool) (say string, t Tally, ask *form.Ask) {
	t = m.Weigh()
	switch {
	case len(t.Wrong) > 0 || t.Day != "" || t.Called != "" || t.Trouble != "":
		return "", t, nil
	case len(t.claims) == 0:
		t.Trouble = m.book.Say("Nothing is typed yet. Write how long each person was there; leave out who was not.")
		return "", t, nil
	case len(t.concerns) > 0 && !known:
		return "", t, &form.Ask{Title: m.book.Say("Before this is accepted"), Confirm: m.book.Say("Write it down all the same"), Says: t.concerns}
	}
	if _, err := m.board.Pay().AddClaims(t.claims...); err != nil {
		m.refused(&t, err)
		return "", t, nil
	}
	people := map[member.ID]bool{}
	for _, c := range t.claims {
		people[c.Member] = true
	}
	m.begun = m.raw()
	return m.book.Count(len(people), "Written down for {n} person: {sum}.", "Written down for {n} people: {sum}.", "sum", t.Total), t, nil
}
