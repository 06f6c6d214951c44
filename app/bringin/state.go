package bringin

// State is what the screen shows.
type State struct {
	// Trouble is what is wrong with the file or the mapping.
	Trouble string
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
	// told apart.
	AskOrder bool
	Summary  string
	Notices  []string
	Refused  []Refused
	Doubts   []Doubt
	Accept   string
	// Skip says that there is something that can be left behind.
	Skip bool
}

// Column is a column of the list.
type Column struct {
	Letter, Header, Sample string
	// To is what it fills, Why why it is left out.
	To, Why string
}

// Target is what a column can fill.
type Target struct{ ID, Label string }

// Refused is a row that can't be taken.
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
		c.Refused = append(c.Refused, Refused{Line: m.book.Say("Line {n}", "n", r.Line), Column: r.Column.Name, Reason: m.book.Render(r.Reason)})
	}
	for _, d := range plan.Duplicates[:min(len(plan.Duplicates), mostShown)] {
		c.Doubts = append(c.Doubts, Doubt{Line: d.Line, Reason: m.book.Say("Line {n}: {reason}", "n", d.Line, "reason", d.Reason())})
	}
	for _, d := range plan.Dates {
		c.AskOrder = c.AskOrder || d.Unclear
	}
	c.Targets = m.targets()
	return c
}

func (m *Model) columns() []Column {
	to := map[string]string{}
	for _, a := range m.list.Mapping.Columns {
		to[a.Column] = a.To
	}
	why := map[string]string{}
	for _, l := range m.list.Plan.LeftOut {
		why[l.Column.Letter] = m.book.Render(l.Why)
	}
	var all []Column
	for _, c := range m.list.Table.Header {
		col := Column{Letter: c.Letter, Header: c.Name, To: to[c.Letter], Why: why[c.Letter]}
		shown := 0
		for _, row := range m.list.Table.Rows {
			if shown == samples {
				break
			}
			if cell := row.Cells[c.Index]; !cell.Empty() && cell.Text != "" {
				if shown > 0 {
					col.Sample += " · "
				}
				col.Sample += cut(cell.Text)
				shown++
			}
		}
		all = append(all, col)
	}
	return all
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
