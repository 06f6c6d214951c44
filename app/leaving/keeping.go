package leaving

import (
	"strings"

	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
)

// DueRow is something that was kept as long as its rule says.
type DueRow struct {
	due            board.Due
	Member         member.ID
	Who, What, Why string
	// Held: a legal hold keeps it all the same.
	Held bool
}

// WaitRow is something that waits to be erased.
type WaitRow struct{ What, Since string }

// Keeping is what the page about the whole board shows.
type Keeping struct {
	Due     []DueRow
	Waiting []WaitRow
	Holds   []HoldRow
	Periods []PeriodRow
	Trouble string
}

// PeriodRow is how long kinds of records are kept.
type PeriodRow struct {
	ID, What, Length, Source string
	// Next is what holds from a later day, or empty.
	Next string
	// Own: the board entered it. Value and Unit are the numbers.
	Own         bool
	Value, Unit string
}

// Periods are how long records are kept.
func (m *Model) periods() ([]PeriodRow, error) {
	all, err := m.board.Leaving().Periods()
	var rows []PeriodRow
	for _, p := range all {
		row := PeriodRow{ID: p.Rule.ID, What: m.book.Render(p.What), Length: m.book.Render(p.Length),
			Source: p.Rule.Source, Own: p.Own, Value: string(p.Rule.Value), Unit: string(p.Rule.Unit)}
		if p.Next != nil {
			row.Next = m.book.Say("From {date} on: {period}", "date", p.Next.From, "period", board.PeriodLength(*p.Next))
		}
		rows = append(rows, row)
	}
	return rows, err
}

// SetPeriod has records be kept for so long. It gives what is wrong, by field.
func (m *Model) SetPeriod(id, value, unit, from, source string) map[string]string {
	var on record.Date
	if text := strings.TrimSpace(from); text != "" {
		var err error
		if on, err = record.ParseDate(text); err != nil {
			return map[string]string{"from": m.book.Say("Write the day as year-month-day, like 2026-11-22.")}
		}
	}
	return m.mistakes(m.board.Leaving().SetPeriod(id, strings.TrimSpace(value), rule.Unit(unit), on, strings.TrimSpace(source)))
}

// ResetPeriod goes back to what ships. It says what is wrong, or "".
func (m *Model) ResetPeriod(id string) string { return m.Explain(m.board.Leaving().ResetPeriod(id)) }

// Free are those that no legal hold keeps.
func (k Keeping) Free() []DueRow {
	var free []DueRow
	for _, d := range k.Due {
		if !d.Held {
			free = append(free, d)
		}
	}
	return free
}

// Keeping is the page about the whole board as it is now.
func (m *Model) Keeping() Keeping {
	s := Keeping{}
	due, err := m.board.Leaving().Due()
	if err != nil {
		return Keeping{Trouble: m.Explain(err)}
	}
	for _, d := range due {
		row := DueRow{due: d, Member: d.Member, Who: d.Name, What: m.book.Render(d.What), Why: m.book.Render(d.Why), Held: d.Held}
		if row.Who == "" {
			row.Who = m.name(d.Member)
		}
		s.Due = append(s.Due, row)
	}
	waiting, err := m.board.Leaving().Waiting()
	if err != nil {
		return Keeping{Trouble: m.Explain(err)}
	}
	for _, w := range waiting {
		s.Waiting = append(s.Waiting, WaitRow{m.book.Render(w.What), m.book.Say("since {date}", "date", w.Since)})
	}
	holds, err := m.board.Leaving().Holds()
	if err != nil {
		return Keeping{Trouble: m.Explain(err)}
	}
	for _, h := range holds {
		s.Holds = append(s.Holds, m.holdRow(h))
	}
	if s.Periods, err = m.periods(); err != nil {
		return Keeping{Trouble: m.Explain(err)}
	}
	return s
}

// MarkDue has what is due wait to be erased. It says what is wrong, or "".
func (m *Model) MarkDue(rows ...DueRow) string {
	var due []board.Due
	for _, r := range rows {
		due = append(due, r.due)
	}
	return m.Explain(m.board.Leaving().MarkDue(due...))
}

// Waiting is how many things need a look: what waits to be erased, and a
// handing over that goes on.
func Waiting(b *board.Board) int {
	waiting, err := b.Leaving().Waiting()
	if err != nil {
		return 0
	}
	n := len(waiting)
	if all, err := b.Handing().All(); err == nil && len(all) > 0 && all[0].Finished.IsZero() {
		n++
	}
	return n
}
