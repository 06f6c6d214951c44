package main

import (
	"strconv"

	"holdfast/roster"
	"holdfast/wording"
)

func (h *house) importJSON(plan *roster.Plan, mapping roster.Mapping) (importAnswer, error) {
	encoded, err := mapping.Encode()
	if err != nil {
		return importAnswer{}, err
	}
	answer := importAnswer{Mapping: encoded, Refused: []refusedAnswer{}, Duplicates: []doubtAnswer{},
		LeftOut: []leftOutAnswer{}, LookAgain: []refusedAnswer{}, Notices: h.said(plan.Notices)}
	for _, r := range plan.Refused {
		answer.Refused = append(answer.Refused, refusedAnswer{r.Line, columnName(r.Column), r.Field, h.book.Render(r.Reason)})
	}
	for _, d := range plan.Duplicates {
		answer.Duplicates = append(answer.Duplicates, doubtAnswer{d.Line, string(d.With), h.book.Render(d.Reason())})
	}
	for _, l := range plan.LeftOut {
		answer.LeftOut = append(answer.LeftOut, leftOutAnswer{columnName(l.Column), h.book.Render(l.Why)})
	}
	for _, person := range plan.People {
		for _, r := range person.LookAgain {
			answer.LookAgain = append(answer.LookAgain, refusedAnswer{Line: person.Line, Column: columnName(r.Column), Reason: h.book.Render(r.What)})
		}
	}
	return answer, nil
}

func columnName(c roster.Column) string {
	if c.Name != "" {
		return c.Name
	}
	return c.Letter
}

// show prints the mapping while it can still be changed, then what is refused,
// then what was done. ask says that --skip-bad was not given.
func (a importAnswer) show(p *page, done, ask bool) {
	if a.DryRun || !done {
		p.say(wording.T("This is how the list was read. To change it, save it as a file and give it with --map:"))
		p.line(string(a.Mapping))
	}
	for _, l := range a.LeftOut {
		p.say(wording.T("The column “{column}” is left out: {why}", "column", l.Column, "why", l.Why))
	}
	for _, notice := range a.Notices {
		p.line(notice)
	}
	for _, r := range a.Refused {
		p.row(wording.T("line {line}", "line", strconv.Itoa(r.Line)), r.Column, r.Reason)
	}
	for _, d := range a.Duplicates {
		p.row(wording.T("line {line}", "line", strconv.Itoa(d.Line)), "", d.Reason)
	}
	for _, r := range a.LookAgain {
		p.row(wording.T("line {line}", "line", strconv.Itoa(r.Line)), r.Column, r.Reason)
	}
	p.gap()
	switch {
	case a.DryRun:
		p.say(wording.N(a.Imported, "{n} person would come in. Nothing was changed.", "{n} people would come in. Nothing was changed."))
	case done:
		p.say(wording.N(a.Imported, "{n} person came in.", "{n} people came in."))
	}
	if a.LeftBehind > 0 {
		p.say(wording.N(a.LeftBehind, "{n} row is left behind.", "{n} rows are left behind."))
	}
	if ask && (a.DryRun || !done) && len(a.Refused)+len(a.Duplicates) > 0 {
		p.say(wording.T("Without --skip-bad nobody comes in; with it, such rows are left behind and the others come in."))
	}
	for _, line := range a.Afterwards {
		p.line(line)
	}
}
