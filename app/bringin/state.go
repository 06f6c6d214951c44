package bringin

import (
	"strings"

	"holdfast/roster"
	"holdfast/wording"
)

// State is what the screen shows.
type State struct {
	// Trouble is what is wrong with the file or the mapping; File is then the
	// name of a file that could not be read.
	Trouble, File string
	// Check is shown while a list is looked at.
	Check *Check
	// Done is shown when the people are in.
	Done *Done
}

// Check is a list and what would happen with it.
type Check struct {
	File    string
	Columns []Column
	Targets []Target
	// AskOrder says that days were refused because day and month can't be
	// told apart, or that somebody answered that and may answer otherwise.
	AskOrder bool
	Summary  string
	Notices  []string
	Refused  []Refused
	Doubts   []Doubt
	// LookAgain are cells of people who can come in that are worth a look.
	LookAgain []Refused
	Accept    string
	// Skip says that there is something that can be left behind.
	Skip bool
}

// Column is a column of the list.
type Column struct {
	Letter, Header string
	// Sample is what lies in it; empty where the column is safer not kept, so
	// that a number that is left out does not stand on the screen either.
	Sample string
	// To is what it fills, Why why it is left out.
	To, Why string
}

// Target is what a column can fill.
type Target struct{ ID, Label string }

// Refused is a cell that can't be taken, or that is to be looked at.
type Refused struct{ Line, Column, Reason string }

// Doubt is a row that seems to be there already.
type Doubt struct {
	Line   int
	Reason string
}

// Done is what was done.
type Done struct {
	Title, Note string
	Afterwards  []string
}

// samples is how many cells show what lies in a column.
const samples = 3

// mostShown bounds the refused rows and the doubts that are listed.
const mostShown = 100

// State is the screen as it is now.
func (m *Model) State() State {
	s := State{Trouble: m.wrong, Done: m.done}
	if m.wrong != "" {
		s.File = m.unread
	}
	if m.list != nil {
		s.Check = m.check()
	}
	return s
}

func (m *Model) check() *Check {
	plan := m.list.Plan
	people := len(plan.People)
	c := &Check{File: base(m.list.Path), Columns: m.columns(),
		Summary: m.book.Count(people, "{n} person can come in", "{n} people can come in"),
		Accept:  m.book.Count(people, "Bring {n} person in", "Bring {n} people in"),
		Skip:    len(plan.Refused)+len(plan.Undecided()) > 0}
	if refused := plan.Refusals(); refused > 0 {
		c.Summary += " · " + m.book.Count(refused, "{n} row is refused", "{n} rows are refused")
	}
	for _, n := range plan.Notices {
		c.Notices = append(c.Notices, m.book.Render(n))
	}
	for _, r := range plan.Refused[:min(len(plan.Refused), mostShown)] {
		c.Refused = append(c.Refused, m.cell(r.Line, r.Column, r.Reason))
	}
	for _, p := range plan.People {
		for _, r := range p.LookAgain[:min(len(p.LookAgain), mostShown-len(c.LookAgain))] {
			c.LookAgain = append(c.LookAgain, m.cell(p.Line, r.Column, r.What))
		}
	}
	for _, d := range plan.Duplicates[:min(len(plan.Duplicates), mostShown)] {
		c.Doubts = append(c.Doubts, Doubt{Line: d.Line, Reason: m.book.Say("Line {n}: {reason}", "n", d.Line, "reason", d.Reason())})
	}
	c.AskOrder = m.list.Mapping.DateOrder != roster.UnknownOrder
	for _, d := range plan.Dates {
		c.AskOrder = c.AskOrder || d.Unclear
	}
	c.Targets = m.targets()
	return c
}

func (m *Model) cell(line int, c roster.Column, why wording.Text) Refused {
	return Refused{Line: m.book.Say("Line {n}", "n", line), Column: c.Name, Reason: m.book.Render(why)}
}

func (m *Model) columns() []Column {
	to := map[string]string{}
	for _, a := range m.list.Mapping.Columns {
		to[a.Column] = a.To
	}
	why, concern := map[string]string{}, map[string]bool{}
	for _, l := range m.list.Plan.LeftOut {
		why[l.Column.Letter], concern[l.Column.Letter] = m.book.Render(l.Why), l.Concern
	}
	var all []Column
	for _, c := range m.list.Table.Header {
		col := Column{Letter: c.Letter, Header: c.Name, To: to[c.Letter], Why: why[c.Letter]}
		if !concern[c.Letter] {
			col.Sample = sample(m.list.Table, c.Index)
		}
		all = append(all, col)
	}
	return all
}

// sample is what the first cells of a column say.
func sample(t *roster.Table, column int) string {
	var cells []string
	for _, row := range t.Rows {
		if len(cells) == samples {
			break
		}
		if cell := row.Cells[column]; !cell.Empty() && cell.Text != "" {
			cells = append(cells, cut(cell.Text))
		}
	}
	return strings.Join(cells, " · ")
}

// targets are what a column can fill, with "nothing" first.
func (m *Model) targets() []Target {
	all := []Target{{ID: "", Label: m.book.Say("Leave it out")}}
	targets, err := m.board.ImportTargets()
	if err != nil {
		return all
	}
	for _, t := range targets {
		all = append(all, Target{ID: t.Name, Label: m.book.Render(t.Label)})
	}
	return all
}

// cut keeps a sample short: it is there to recognise a column by.
func cut(text string) string {
	const most = 24
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}

// base is the name of a file without its folder.
func base(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' || path[i] == '\\' {
			return path[i+1:]
		}
	}
	return path
}
