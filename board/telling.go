package board

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"holdfast/assessment"
	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// telling puts records into words for the person whom they are about.
type telling struct {
	book     *wording.Book
	settings Settings
	now      time.Time
	kinds    consent.Kinds // the board's own kinds of choices
	// asked are the questions that somebody answered by name, by Words.
	asked map[string]assessment.Instrument
}

// tellingAll shows all records of a kind together, telling1 one by one.
func tellingAll[V any](schema record.Schema[V], show func(*telling, []V) []paper.Block) func(*telling, [][]byte) ([]paper.Block, error) {
	return func(t *telling, raws [][]byte) ([]paper.Block, error) {
		all := make([]V, len(raws))
		for i, raw := range raws {
			var err error
			if all[i], err = schema.Decode(raw); err != nil {
				return nil, err
			}
		}
		return show(t, all), nil
	}
}

func telling1[V any](schema record.Schema[V], show func(*telling, V) []paper.Block) func(*telling, [][]byte) ([]paper.Block, error) {
	return tellingAll(schema, func(t *telling, all []V) []paper.Block {
		var blocks []paper.Block
		for _, one := range all {
			blocks = append(blocks, show(t, one)...)
		}
		return blocks
	})
}

func (t *telling) say(text wording.Text) string { return t.book.Render(text) }

// fact adds a label and what stands beside it, where there is anything.
func (t *telling) fact(to *paper.Facts, label, text wording.Text) {
	if said := t.say(text); said != "" {
		*to = append(*to, paper.Line{Label: t.say(label), Text: said})
	}
}

// page is a person's own page, field by field, hidden ones too.
func (t *telling) page(m member.Member) []paper.Block {
	var blocks []paper.Block
	fields := t.settings.Arrangement().All()
	for _, group := range member.Groups() {
		var facts paper.Facts
		for _, f := range fields {
			if f.Group == group && !f.Counted {
				t.fact(&facts, f.Label, f.Show(m))
			}
		}
		label := group.Label()
		if group == member.GroupAbout {
			label = wording.T("About you")
		}
		if len(facts) > 0 {
			blocks = append(blocks, paper.Heading{Text: t.say(label), Sub: true}, facts)
		}
	}
	var path paper.List
	for _, step := range m.Stages {
		path = append(path, t.say(step.Text()))
	}
	for _, r := range m.Roles {
		path = append(path, t.say(r.Text()))
	}
	for _, term := range m.Terms {
		path = append(path, t.book.Say("Term: {term}", "term", term.Text()))
	}
	for _, step := range m.Onboarding {
		path = append(path, t.say(step.Text()))
	}
	if len(path) > 0 {
		blocks = append(blocks, paper.Heading{Text: t.book.Say("Your time with the board"), Sub: true}, path)
	}
	return blocks
}

// sheet is how to reach the person, with the numbers.
func (t *telling) sheet(s contact.Sheet) []paper.Block {
	var words paper.Facts
	for _, line := range contact.Words(s) {
		t.fact(&words, line.Label, line.Text)
	}
	if s.DoNotContactUntil.IsZero() {
		t.fact(&words, wording.T("Not to be contacted"), verbatim(s.DoNotContactNote))
	} else {
		t.fact(&words, wording.T("Not to be contacted"), wording.T("before {date}. {note}", "date", s.DoNotContactUntil, "note", s.DoNotContactNote))
	}
	t.fact(&words, wording.T("Time zone"), verbatim(s.Zone))
	if !s.Confirmed.IsZero() {
		t.fact(&words, wording.T("Last gone through with you"), wording.T("{date}", "date", s.Confirmed))
		t.fact(&words, wording.T("By"), verbatim(s.ConfirmedBy))
	}
	blocks := []paper.Block{words}
	for i, row := range contact.RightNow(s, t.now, contact.DefaultPolicy()).Rows {
		if i >= len(s.Channels) {
			break
		}
		c := s.Channels[i]
		facts := paper.Facts{}
		t.fact(&facts, wording.T("Number or address"), verbatim(c.Value))
		t.fact(&facts, wording.T("When it is safe"), row.Hours)
		mind := wording.T("What to mind")
		if row.Hours.IsZero() { // never
			mind = wording.T("When it is safe")
		}
		t.fact(&facts, mind, verbatim(row.RulesLine(t.book)))
		t.fact(&facts, wording.T("If somebody else answers"), verbatim(c.SomeoneElse))
		blocks = append(blocks, paper.Heading{Text: t.say(row.Name), Sub: true}, facts)
	}
	return blocks
}

// verbatim is what somebody wrote, in no other words.
func verbatim(text string) wording.Text {
	if text == "" {
		return wording.Text{}
	}
	return wording.T("{text}", "text", text)
}

func (t *telling) contacts(all []contact.Entry) []paper.Block {
	slices.SortFunc(all, func(a, b contact.Entry) int { return b.At.Compare(a.At) })
	table := paper.Table{Columns: []paper.Column{{Head: t.book.Say("When")}, {Head: t.book.Say("How")}, {Head: t.book.Say("What came of it")}}}
	for _, e := range all {
		at := e.At.In(t.settings.Location())
		said := t.say(e.Outcome.Name())
		if e.Note != "" {
			said += "\n" + e.Note
		}
		table.Rows = append(table.Rows, []string{t.book.Date(record.DateOf(at)) + " " + t.book.Time(at), t.say(e.Kind.Name()), said})
	}
	return []paper.Block{table}
}

func (t *telling) notes(all []member.Note) []paper.Block {
	slices.SortFunc(all, func(a, b member.Note) int { return b.On.Compare(a.On) })
	var facts paper.Facts
	for _, n := range all {
		facts = append(facts, paper.Line{Label: t.book.Date(n.On), Text: n.Text})
	}
	return []paper.Block{facts}
}

func (t *telling) corrections(all []Correction) []paper.Block {
	slices.SortFunc(all, func(a, b Correction) int { return b.On.Compare(a.On) })
	table := paper.Table{Columns: []paper.Column{{Head: t.book.Say("Asked on")}, {Head: t.book.Say("What you asked")}, {Head: t.book.Say("What was done")}}}
	for _, c := range all {
		table.Rows = append(table.Rows, []string{t.book.Date(c.On), c.What, t.say(c.Words())})
	}
	return []paper.Block{table}
}

func (t *telling) replies(all []Reply) []paper.Block {
	var facts paper.Facts
	for _, r := range all {
		facts = append(facts, paper.Line{Label: t.book.Date(r.On), Text: t.say(r.Answer.Name())})
	}
	return []paper.Block{facts}
}

func (t *telling) holds(all []Hold) []paper.Block {
	var facts paper.Facts
	for _, h := range all {
		text := h.Why
		if !h.Holds() {
			text += "\n" + t.book.Say("Lifted on {date}: {why}", "date", h.Lifted, "why", h.LiftedWhy)
		}
		facts = append(facts, paper.Line{Label: t.book.Date(h.On), Text: text})
	}
	return []paper.Block{facts}
}

// asItStands shows records of a kind that has no words of its own, so that
// nothing is kept from the person: every field by its name in the file.
func asItStands(_ *telling, raws [][]byte) ([]paper.Block, error) {
	var blocks []paper.Block
	for _, raw := range raws {
		v, ok := parsed(raw)
		envelope, _ := v.(map[string]any)
		if !ok || envelope["d"] == nil {
			return nil, record.ErrDamaged
		}
		var facts paper.Facts
		spell(envelope["d"], "", &facts)
		blocks = append(blocks, facts)
	}
	return blocks, nil
}

// longestSpelt is how much of one value is printed; the JSON has all of it.
const longestSpelt = 2000

func spell(v any, name string, to *paper.Facts) {
	switch v := v.(type) {
	case map[string]any:
		for _, inner := range slices.Sorted(maps.Keys(v)) {
			spell(v[inner], joined(name, inner), to)
		}
	case []any:
		for i, item := range v {
			spell(item, joined(name, fmt.Sprint(i+1)), to)
		}
	case nil:
	case json.Number, bool, string:
		text := fmt.Sprint(v)
		if len(text) > longestSpelt {
			text = text[:longestSpelt] + "…"
		}
		*to = append(*to, paper.Line{Label: name, Text: text})
	}
}

func joined(outer, inner string) string {
	if outer == "" {
		return inner
	}
	return outer + " · " + inner
}
