package contactpage

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// NotOnSheet stands among the ways for one that is not on the sheet.
const NotOnSheet = "other"

// LogForm is a contact while it is written down. It is what a draft holds.
type LogForm struct {
	// Way is the ID of a way of the sheet, NotOnSheet (then Kind says which
	// kind it was), or "" while nothing is chosen.
	Way  string       `json:"way"`
	Kind contact.Kind `json:"kind"`
	// Incoming is "yes" where the person got in touch themselves.
	Incoming Direction   `json:"direction"`
	Day      record.Date `json:"day"`
	Clock    string      `json:"clock"`

	Purpose  contact.Purpose  `json:"purpose"`
	Outcome  contact.Outcome  `json:"outcome"`
	Answered contact.Answered `json:"answered"`
	Note     string           `json:"note"`
}

// Direction says who began a contact.
type Direction string

// Who began a contact.
const (
	Outgoing Direction = "out"
	Incoming Direction = "in"
)

// LogModel is the form for "I contacted …" without its looks.
type LogModel struct {
	board Board
	book  *wording.Book
	id    member.ID
	name  string

	form     *LogForm
	begun    []byte
	ways     []form.Choice
	plan     string
	zone     *time.Location
	mistakes map[string]string
	trouble  string
}

// NewLogModel begins to write down a contact with a person that was now, in
// the way that is best now, or goes on with what was half-typed.
func NewLogModel(b Board, book *wording.Book, id member.ID, draft []byte) *LogModel {
	m := &LogModel{board: b, book: book, id: id, form: &LogForm{}, mistakes: map[string]string{}}
	if err := m.begin(); err != nil {
		m.trouble = board.ExplainIn(book, err)
		return m
	}
	m.begun = m.written()
	var half LogForm
	if len(draft) > 0 && json.Unmarshal(draft, &half) == nil {
		m.form = &half
	}
	return m
}

func (m *LogModel) begin() error {
	person, err := m.board.Member(m.id)
	if err != nil {
		return err
	}
	now, err := m.board.Now()
	if err != nil {
		return err
	}
	sum, err := m.board.RightNow(m.id)
	if err != nil {
		return err
	}
	sheet, err := m.board.Sheet(m.id)
	if err != nil {
		return err
	}
	m.name, m.zone, m.plan = person.Name, now.Location(), sheet.EmergencyPlan
	m.form = &LogForm{Way: string(sum.Best), Incoming: Outgoing, Day: record.DateOf(now), Clock: now.Format("15:04")}
	for _, row := range sum.Rows {
		label := m.book.Render(row.Name)
		if row.Value != "" && row.State != contact.Never {
			label += "  " + row.Value
		}
		m.ways = append(m.ways, form.Choice{ID: string(row.Channel), Label: label + " · " + m.book.Render(row.State.Name())})
	}
	m.ways = append(m.ways, form.Choice{ID: NotOnSheet, Label: m.book.Say("A way that is not on the sheet")})
	return nil
}

// Name is what the person is called.
func (m *LogModel) Name() string { return m.name }

// Trouble is why there is no form, "" where there is one.
func (m *LogModel) Trouble() string { return m.trouble }

// Form is what is typed; a view writes into it.
func (m *LogModel) Form() *LogForm { return m.form }

// Ways are the ways that can be chosen.
func (m *LogModel) Ways() []form.Choice { return m.ways }

func (m *LogModel) written() []byte {
	raw, err := json.Marshal(m.form)
	if err != nil {
		return nil // text and days always have a JSON form
	}
	return raw
}

// Draft is what was typed and not saved, or nil.
func (m *LogModel) Draft() []byte {
	raw := m.written()
	if m.trouble != "" || bytes.Equal(raw, m.begun) {
		return nil
	}
	return raw
}

// ChooseOutcome keeps how it went, and who answered where that follows.
func (m *LogModel) ChooseOutcome(o contact.Outcome) {
	m.form.Outcome = o
	switch o {
	case contact.Reached, contact.CallLater:
		if m.form.Answered == contact.Nobody {
			m.form.Answered = contact.ThePerson
		}
	case contact.NoAnswer, contact.NotReached:
		m.form.Answered = contact.Nobody
	}
}

// at is the instant that was typed.
func (m *LogModel) at() (time.Time, error) {
	minute, err := contact.ParseClock(m.form.Clock)
	if err != nil {
		return time.Time{}, wording.Refuse("clock", "Write the time like 14:20.")
	}
	if m.form.Day.IsZero() {
		return time.Time{}, wording.Refuse("at", "Say on which day it was.")
	}
	d := m.form.Day
	return time.Date(d.Year, d.Month, d.Day, 0, int(minute), 0, 0, m.zone), nil
}

// Notice is what should be known before the contact is written down: that it
// was outside the rules of the sheet, and what was agreed for an emergency
// where the danger word was said. Both may be empty.
func (m *LogModel) Notice() (outside, emergency string) {
	if m.form.Outcome == contact.DangerSaid {
		emergency = m.book.Say("Stop now, and do not get in touch again before you know more.")
		if m.plan != "" {
			emergency = m.book.Say("What was agreed for an emergency: {plan}", "plan", m.plan)
		}
	}
	at, err := m.at()
	if err != nil || m.form.Way == "" || m.form.Incoming == Incoming {
		return "", emergency
	}
	reach, err := m.board.MayAt(m.id, m.form.Purpose, at)
	if err != nil {
		return "", emergency
	}
	return m.outside(reach), emergency
}

// outside is why the chosen way was not open, or nothing.
func (m *LogModel) outside(reach board.Reach) string {
	if m.form.Way == NotOnSheet {
		return m.book.Say("This way is not on the sheet.")
	}
	for _, way := range reach.Ways {
		if string(way.Channel.ID) == m.form.Way && !way.Answer.Allowed {
			return m.book.Render(way.Answer.Because)
		}
	}
	return ""
}

// Save writes the contact down and gives the sentence to say about it. Where
// it is empty, either fields have mistakes (see Mistake), or err says what
// else was in the way.
func (m *LogModel) Save() (said string, err error) {
	m.mistakes = map[string]string{}
	entry := m.entry()
	if len(m.mistakes) > 0 {
		return "", nil
	}
	written, err := m.board.Contacted(entry)
	if err != nil {
		if m.note(err); len(m.mistakes) > 0 {
			return "", nil
		}
		return "", err
	}
	m.begun = m.written()
	if written.Within {
		return m.book.Say("Written down."), nil
	}
	return m.book.Say("Written down as it was: {rule}. Nobody is blamed for it.", "rule", written.InWords()), nil
}

// entry is what was typed, with its mistakes noted.
func (m *LogModel) entry() contact.Entry {
	f := m.form
	at, err := m.at()
	m.note(err)
	e := contact.Entry{Member: m.id, At: at, Incoming: f.Incoming == Incoming, Purpose: f.Purpose,
		Outcome: f.Outcome, Answered: f.Answered, Note: strings.TrimSpace(f.Note)}
	switch f.Way {
	case "":
		m.note(wording.Refuse("way", "Choose the way that was used."))
	case NotOnSheet:
		if e.Kind = f.Kind; !e.Kind.Known() {
			m.note(wording.Refuse("kind", "Choose which kind of way this is."))
		}
	default:
		e.Channel = record.ID(f.Way)
	}
	if !e.Outcome.Known() {
		m.note(wording.Refuse("outcome", "Choose how it went."))
	}
	return e
}

// note keeps the first mistake of each field.
func (m *LogModel) note(err error) {
	for _, p := range wording.Problems(err) {
		if _, noted := m.mistakes[p.Field]; !noted {
			m.mistakes[p.Field] = m.book.Render(p.What)
		}
	}
}

// Mistake is what is wrong with a field, "" where nothing is.
func (m *LogModel) Mistake(field string) string { return m.mistakes[field] }

// Mistakes is how many fields have one.
func (m *LogModel) Mistakes() int { return len(m.mistakes) }
