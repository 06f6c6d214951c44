package contactpage

import (
	"strings"
	"time"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// TabState is what the Safe contact tab shows.
type TabState struct {
	// Trouble is why nothing can be shown; the rest is then empty.
	Trouble string
	// Now is the banner that the page opens on.
	Now RightNow
	// Blank says that nothing is written down, and Confirm, where it is not
	// empty, why the sheet should be gone through with the person.
	Blank   bool
	Confirm string

	Ways  []Way
	Words []Line
	// Confirmed is the day of the last confirmation in words; Freshness says
	// how that is to be taken, and Fresh whether nothing needs to be done.
	Confirmed, Freshness string
	Fresh                bool

	Log []Contact
}

// RightNow is what may be done this minute.
type RightNow struct {
	Allowed          bool
	Over, Lead, Text string
	Note             string
}

// Way is one way of reaching the person. Its value is not in it: Value asks
// for that.
type Way struct {
	ID   record.ID
	Name string
	// Dots stand for the value; empty where there is none to show.
	Dots  string
	First bool
	Hours string
	Rules string
	State contact.State
	Word  string
	// Because and Details are the whole answer about this way.
	Because string
	Details []string
}

// Line is a label and what stands beside it.
type Line struct{ Label, Text string }

// TabModel is the tab without its looks.
type TabModel struct {
	board Board
	book  *wording.Book
	id    member.ID
	name  string
}

// NewTabModel makes the tab of a person.
func NewTabModel(b Board, book *wording.Book, id member.ID, name string) *TabModel {
	return &TabModel{board: b, book: book, id: id, name: name}
}

// State is the tab as it is now.
func (m *TabModel) State() TabState {
	sum, sheet, now, err := m.read()
	if err != nil {
		return TabState{Trouble: board.ExplainIn(m.book, err)}
	}
	s := TabState{Now: m.rightNow(sum, sheet.Blank(), now), Blank: sheet.Blank(), Fresh: sum.Fresh,
		Freshness: m.book.Render(sum.Freshness)}
	if !sum.ConfirmedOn.IsZero() {
		s.Confirmed = m.book.Date(sum.ConfirmedOn)
	}
	if !sum.Fresh && !s.Blank {
		s.Confirm = strings.Join(m.book.All(sum.Warnings), " ")
		if s.Confirm == "" {
			s.Confirm = m.book.Render(sum.Confirmed)
		}
	}
	entries, err := m.board.ContactLog(m.id)
	if err == nil {
		s.Words, err = m.words()
	}
	if err != nil {
		return TabState{Trouble: board.ExplainIn(m.book, err)}
	}
	uses := contact.Uses(entries)
	for _, row := range sum.Rows {
		way := m.way(row, now)
		way.Details = append(way.Details, m.used(uses[row.Channel], now.Location())...)
		s.Ways = append(s.Ways, way)
	}
	s.Log = m.contacts(entries, sheet, now.Location())
	return s
}

// read asks the board for what stands in a sheet and for what follows from it
// at this instant.
func (m *TabModel) read() (sum contact.Summary, sheet contact.Sheet, now time.Time, err error) {
	if now, err = m.board.Now(); err != nil {
		return sum, sheet, now, err
	}
	if sum, err = m.board.RightNow(m.id); err != nil {
		return sum, sheet, now, err
	}
	sheet, err = m.board.Sheet(m.id)
	return sum, sheet, now, err
}

// Unsettled is what to ask before the sheet is confirmed, or "".
func (m *TabModel) Unsettled() string {
	sheet, err := m.board.Sheet(m.id)
	if err != nil {
		return "" // whoever confirms is told
	}
	return m.book.Render(sheet.Unsettled())
}

func (m *TabModel) rightNow(sum contact.Summary, blank bool, at time.Time) RightNow {
	now := RightNow{
		Allowed: sum.State == contact.OKNow,
		Lead:    m.book.Render(sum.Sentence),
		Text:    strings.Join(m.book.All(sum.Words), " "),
		Over:    m.book.Say("RIGHT NOW"),
	}
	if !blank {
		now.Over = m.book.Say("RIGHT NOW — {where}", "where", sum.Local)
	}
	switch {
	case now.Allowed && !sum.Until.IsZero():
		now.Note = m.book.Say("Until {when} where {name} is.", "when", contact.When(at, sum.Until), "name", m.name)
	case !now.Allowed && !sum.Next.IsZero() && !tells(sum.Sentence, "when"):
		now.Note = m.book.Say("The next safe time is {when} where {name} is.", "when", contact.When(at, sum.Next), "name", m.name)
	}
	return now
}

// tells says whether a sentence has a value for a place.
func tells(t wording.Text, place string) bool {
	_, told := t.Values[place]
	return told
}

func (m *TabModel) way(row contact.Row, at time.Time) Way {
	w := Way{
		ID: row.Channel, Name: m.book.Render(row.Name), Dots: row.Value, First: row.First,
		Hours: m.book.Render(row.Hours), Rules: row.RulesLine(m.book),
		State: row.State, Word: m.book.Render(row.State.Name()), Because: m.book.Render(row.Answer.Because),
	}
	if w.Hours == "" {
		w.Hours = "—"
	}
	// What must never be used is not offered for copying either.
	if row.State == contact.Never {
		w.Dots = ""
	}
	a := row.Answer
	for _, texts := range [][]wording.Text{a.Warnings, a.Say, a.Conditions, {a.IfSomeoneElse}} {
		w.Details = append(w.Details, m.book.All(texts)...)
	}
	switch {
	case a.Allowed && !a.Until.IsZero():
		w.Details = append(w.Details, m.book.Say("Until {when}.", "when", contact.When(at, a.Until)))
	case !a.Allowed && !a.NextSafe.IsZero():
		w.Details = append(w.Details, m.book.Say("The next safe time is {when}.", "when", contact.When(at, a.NextSafe)))
	}
	return w
}

func (m *TabModel) words() ([]Line, error) {
	lines, err := m.board.ContactWords(m.id)
	var words []Line
	for _, line := range lines {
		words = append(words, Line{m.book.Render(line.Label), m.book.Render(line.Text)})
	}
	return words, err
}

// Value is the number or address of a way, for somebody who asked to see it;
// empty where it is gone meanwhile.
func (m *TabModel) Value(way record.ID) string {
	sheet, err := m.board.Sheet(m.id)
	if err != nil {
		return ""
	}
	c, _ := sheet.Channel(way)
	return c.Value
}
