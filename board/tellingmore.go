package board

import (
	"cmp"
	"slices"

	"holdfast/attachment"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// choices are what the person agreed to and what not, the latest first.
func (t *telling) choices(all []consent.Event) []paper.Block {
	slices.SortStableFunc(all, func(a, b consent.Event) int { return cmp.Or(b.On.Compare(a.On), b.At.Compare(a.At)) })
	table := paper.Table{Columns: []paper.Column{{Head: t.book.Say("When")}, {Head: t.book.Say("What you said")}}}
	for _, e := range all {
		said := t.say(e.ToThem(t.kinds))
		if e.Why != "" {
			said += "\n" + e.Why
		}
		table.Rows = append(table.Rows, []string{t.book.Date(e.On), said})
	}
	return []paper.Block{table}
}

// quotes are the person's own words, each in the version of now.
func (t *telling) quotes(all []consent.Quote) []paper.Block {
	var facts paper.Facts
	for _, q := range all {
		now, _ := q.Current()
		facts = append(facts, paper.Line{Label: cmp.Or(q.Title, t.book.Date(now.On)), Text: now.Words})
	}
	return []paper.Block{facts}
}

// uses are the places where something of the person was used.
func (t *telling) uses(all []consent.Use) []paper.Block {
	slices.SortFunc(all, func(a, b consent.Use) int { return b.On.Compare(a.On) })
	table := paper.Table{Columns: []paper.Column{{Head: t.book.Say("When")}, {Head: t.book.Say("Where it was used")}, {Head: t.book.Say("What became of it")}}}
	for _, u := range all {
		where := u.What
		if u.Link != "" {
			where += "\n" + u.Link
		}
		became := ""
		if len(u.Steps) > 0 {
			last := u.Steps[len(u.Steps)-1]
			became = t.book.Date(last.On) + ": " + t.say(last.Done.Name())
		}
		table.Rows = append(table.Rows, []string{t.book.Date(u.On), where, became})
	}
	return []paper.Block{table}
}

// ledger is what was owed and paid, the latest first.
func (t *telling) ledger(all []compensation.Entry) []paper.Block {
	slices.SortFunc(all, func(a, b compensation.Entry) int { return cmp.Or(b.Day.Compare(a.Day), b.Number-a.Number) })
	table := paper.Table{Columns: []paper.Column{{Head: t.book.Say("Day")}, {Head: t.book.Say("What")}, {Head: t.book.Say("Amount"), Right: true}}}
	for _, e := range all {
		what := t.say(e.Kind.Name())
		if e.Claim() {
			what += ": " + t.say(e.Title())
		} else if e.Method != "" {
			what += ": " + t.say(e.Method.Name())
		}
		if e.Note != "" {
			what += "\n" + e.Note
		}
		amount := ""
		if !e.Amount.IsZero() {
			amount = e.Amount.In(t.book.Language())
		}
		table.Rows = append(table.Rows, []string{t.book.Date(e.Day), what, amount})
	}
	return []paper.Block{table}
}

// payWay is how the person wants to be paid.
func (t *telling) payWay(w compensation.Way) []paper.Block {
	var facts paper.Facts
	t.fact(&facts, wording.T("Way"), w.Method.Name())
	for _, q := range w.Method.Questions() {
		t.fact(&facts, q.Ask, verbatim(w.Answers[q.ID]))
	}
	t.fact(&facts, wording.T("How it reaches you"), verbatim(w.Handover))
	t.fact(&facts, wording.T("What is said with it"), verbatim(w.Words))
	if !w.Confirmed.IsZero() {
		t.fact(&facts, wording.T("Last gone through with you"), wording.T("{date}", "date", w.Confirmed))
	}
	return []paper.Block{facts}
}

// payee is the name that payments need.
func (t *telling) payee(p compensation.Payee) []paper.Block {
	var facts paper.Facts
	t.fact(&facts, wording.T("Name on payments"), verbatim(p.Name))
	t.fact(&facts, wording.T("Business"), verbatim(p.Business))
	t.fact(&facts, wording.T("Number at the finance office"), verbatim(p.Reference))
	if !p.FormOnFile.IsZero() {
		t.fact(&facts, wording.T("Tax form on file elsewhere since"), wording.T("{date}", "date", p.FormOnFile))
	}
	return []paper.Block{facts}
}

// scans says which scanned pages there are; the ZIP file holds them.
func (t *telling) scans(all []attachment.Attachment) []paper.Block {
	var list paper.List
	for _, a := range all {
		list = append(list, t.book.Say("{file}, of {date}", "file", scanName(a), "date", a.On))
	}
	return []paper.Block{list}
}

// attached are the scanned pages of a record, whole, under the names that
// scans says.
func (r *PersonRecord) attached() ([]file, error) {
	parts := map[record.ID][]byte{}
	var files []file
	for _, kind := range r.Kinds {
		if kind.Collection != attachment.PartSchema().Collection {
			continue
		}
		for _, raw := range kind.Raw { // in the order of their numbers
			part, err := attachment.PartSchema().Decode(raw)
			if err != nil {
				return nil, err
			}
			parts[part.ID] = append(parts[part.ID], part.Bytes...)
		}
	}
	for _, kind := range r.Kinds {
		if kind.Collection != attachment.Schema().Collection {
			continue
		}
		for _, raw := range kind.Raw {
			a, err := attachment.Schema().Decode(raw)
			if err != nil {
				return nil, err
			}
			files = append(files, file{scanName(a), parts[a.ID]})
		}
	}
	return files, nil
}

func scanName(a attachment.Attachment) string { return "page-" + a.ID.Short() + "." + string(a.Type) }
