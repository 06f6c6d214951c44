package leaving

import (
	"strings"

	"holdfast/app/form"
	"holdfast/app/route"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
)

// HeldRow is one kind of records about a person.
type HeldRow struct {
	What, Earlier string
	Fate          board.Fate
	// Becomes says what a forgetting makes of it, Why why something stays.
	Becomes, Why string
}

// HoldRow is a legal hold.
type HoldRow struct {
	ID               record.ID
	About, Why, Says string
	InForce          bool
}

// NamedRow is a record of somebody else in which the person is named.
type NamedRow struct {
	Says string
	// At is where it can be changed; the zero Route where no page is about it.
	At route.Route
}

// CorrectionRow is something that the person asked to have put right.
type CorrectionRow struct {
	ID             record.ID
	On, What, Says string
	Open           bool
}

// Held is what the page about a person shows.
type Held struct {
	Name        string
	Rows        []HeldRow
	Holds       []HoldRow
	Named       []NamedRow
	Beyond      []string
	Corrections []CorrectionRow
	// Gone: the person's page is erased already; what is left here stays.
	Gone    bool
	Trouble string
	// Caution is what the person said about papers to keep, where it is no yes.
	Caution string
}

// Held is the page about a person as it is now.
func (m *Model) Held(id member.ID) Held {
	held, err := m.board.Leaving().Held(id)
	if err != nil {
		return Held{Trouble: m.Explain(err)}
	}
	s := Held{Name: held.Name, Gone: held.Name == ""}
	if s.Gone {
		s.Name = m.name(id)
	}
	for _, k := range held.Kinds {
		s.Rows = append(s.Rows, m.heldRow(k))
	}
	for _, h := range held.Holds {
		s.Holds = append(s.Holds, m.holdRow(h))
	}
	for _, n := range held.Named {
		s.Named = append(s.Named, m.named(n))
	}
	for _, b := range held.Beyond {
		s.Beyond = append(s.Beyond, m.book.Render(b))
	}
	if !s.Gone {
		caution, err := m.board.Consent().Caution(id)
		if err != nil {
			return Held{Trouble: m.Explain(err)}
		}
		s.Caution = m.book.Render(caution)
	}
	corrections, err := m.board.Telling().Corrections(id)
	if err != nil {
		return Held{Trouble: m.Explain(err)}
	}
	for _, c := range corrections {
		s.Corrections = append(s.Corrections, CorrectionRow{ID: c.ID, On: m.book.Date(c.On), What: c.What,
			Says: m.book.Render(c.Words()), Open: c.Outcome == board.OutcomeOpen})
	}
	return s
}

func (m *Model) heldRow(k board.HeldKind) HeldRow {
	row := HeldRow{What: m.book.Render(k.What), Fate: k.Fate, Why: m.book.Render(k.Why)}
	if k.Earlier > 0 {
		row.Earlier = m.book.Count(k.Earlier, "and {n} earlier version", "and {n} earlier versions")
	}
	switch k.Fate {
	case board.FateStays:
		row.Becomes = m.book.Say("stays, without the name")
	case board.FateEdited:
		row.Becomes = m.book.Say("the person is taken out of it")
	default:
		row.Becomes = m.book.Say("would be erased")
	}
	return row
}

func (m *Model) holdRow(h board.Hold) HoldRow {
	row := HoldRow{ID: h.ID, Why: h.Why, InForce: h.Holds(), About: m.book.Say("The whole board")}
	if h.Member != "" {
		row.About = m.name(h.Member)
	}
	row.Says = m.book.Say("Set on {date} by {who}", "date", h.On, "who", h.By)
	if !h.Holds() {
		row.Says = m.book.Say("Lifted on {date}: {why}", "date", h.Lifted, "why", h.LiftedWhy)
	}
	return row
}

func (m *Model) named(n board.Named) NamedRow {
	row := NamedRow{Says: m.book.Render(n.Where)}
	if who, err := m.board.Member(n.Member); err == nil {
		row.At = route.Person(string(n.Member), "")
		row.Says = m.book.Say("{what}, on the page of {name}", "what", row.Says, "name", who.Name)
	}
	switch n.Collection {
	case assessment.CheckSchema().Collection:
		row.At = route.CheckOf(string(n.Key), route.CheckItem)
	case assessment.ActionSchema().Collection:
		row.At = route.Action(string(n.Key))
	case assessment.RoundSchema().Collection:
		row.At = route.Round(string(n.Key), "")
	case assessment.FactsSchema().Collection:
		row.At = route.CheckOf("", route.AboutBoard)
	}
	return row
}

// Mark takes a person off the board; Erasing finishes it. It says what is
// wrong, or "".
func (m *Model) Mark(id member.ID) string { return m.Explain(m.board.Leaving().MarkPerson(id)) }

// Word is what is to be typed before a person is forgotten.
func (m *Model) Word() string { return m.book.Say("forget") }

// WrongWord says what is wrong with what was typed in its place, or "".
func (m *Model) WrongWord(typed string) string {
	if strings.EqualFold(strings.TrimSpace(typed), m.Word()) {
		return ""
	}
	return m.book.Say("Write “{word}” here, so that nobody is forgotten by a slip.", "word", m.Word())
}

// Record is a person's record in one form, as bytes of a file, with the name
// that the file gets. passphrase is for the locked form.
func (m *Model) Record(id member.ID, form board.RecordForm, passphrase string) ([]byte, error) {
	r, err := m.board.Telling().Record(id)
	if err != nil {
		return nil, err
	}
	return r.As(form, m.book, passphrase)
}

// AskCorrection writes down what the person wants to have put right.
func (m *Model) AskCorrection(id member.ID, what string) map[string]string {
	_, err := m.board.Telling().AskCorrection(id, what)
	return m.mistakes(err)
}

// Settle writes down what became of it.
func (m *Model) Settle(id member.ID, correction record.ID, outcome, answer string) map[string]string {
	_, err := m.board.Telling().SettleCorrection(id, correction, board.Outcome(outcome), answer)
	return m.mistakes(err)
}

// Outcomes are what a correction can come to.
func (m *Model) Outcomes() []form.Choice {
	var all []form.Choice
	for _, o := range board.Outcomes() {
		all = append(all, form.Choice{ID: string(o), Label: m.book.Render(o.Name())})
	}
	return all
}

// SetHold sets a legal hold on a person, or on the whole board.
func (m *Model) SetHold(id member.ID, why string) map[string]string {
	_, err := m.board.Leaving().SetHold(id, why)
	return m.mistakes(err)
}

// LiftHold ends one.
func (m *Model) LiftHold(hold record.ID, why string) map[string]string {
	_, err := m.board.Leaving().LiftHold(hold, why)
	return m.mistakes(err)
}

// mistakes are what is wrong, under the names of fields.
func (m *Model) mistakes(err error) map[string]string { return board.MistakesIn(m.book, err) }
