package board

import (
	"slices"

	"holdfast/assets"
	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// ContactWords are the words to use with a person whatever the way and the
// hour, and whom to turn to or to keep it from, labelled, in the order of
// their page. Fields that the board hides are left out.
func (b *Board) ContactWords(id member.ID) ([]contact.Line, error) {
	r, err := b.roll()
	if err != nil {
		return nil, err
	}
	m, known := r.people[id]
	if !known {
		return nil, errNobody(record.ErrNotFound)
	}
	lines := contact.Words(r.spoken(id))
	return append(lines, r.around(m, r.may(id, consent.Question{Purpose: consent.EmergencyUse}, b))...), nil
}

// around is what the person's own page says about the people around them, as
// far as it matters to somebody who is about to get in touch. Where the person
// does not want their emergency contact to be called, or has not said so anew,
// that stands in place of the name.
func (r *roll) around(m member.Member, call consent.Answer) []contact.Line {
	var lines []contact.Line
	if call.Verdict == consent.No || lapsed(call.Rule) {
		m.EmergencyName, m.EmergencyRelation, m.EmergencyMayTell = "", "", ""
		lines = append(lines, contact.Line{Label: wording.T("Emergency contact"), Text: call.Because})
	}
	add := func(field, value string, label, text wording.Text) {
		if value != "" && !slices.Contains(r.settings.Hidden, field) {
			lines = append(lines, contact.Line{Label: label, Text: text})
		}
	}
	name, relation := m.EmergencyName, m.EmergencyRelation
	if slices.Contains(r.settings.Hidden, "emergency_relation") {
		relation = ""
	}
	if relation == "" {
		add("emergency_name", name, wording.T("Emergency contact"), wording.T("{text}", "text", name))
	} else {
		add("emergency_name", name, wording.T("Emergency contact"),
			wording.T("{relation} · {name}", "relation", relation, "name", name))
	}
	add("emergency_may_tell", m.EmergencyMayTell, wording.T("They may be told"),
		wording.T("{text}", "text", m.EmergencyMayTell))
	add("must_not_know", m.MustNotKnow, wording.T("Must not learn of it"), wording.T("{text}", "text", m.MustNotKnow))
	return lines
}

// ContactCard is a person's card as a PDF, in the language of the book. The
// person is a code on it and nobody is named; full is whether whole numbers
// and addresses are on it, which makes it worth guarding. Whoever asked for
// the bytes wipes them. It fails with a Problem where a text can't be printed.
func (b *Board) ContactCard(id member.ID, book *wording.Book, full bool) ([]byte, error) {
	sheet, err := b.Sheet(id)
	if err != nil {
		return nil, err
	}
	card := contact.CardOf(sheet, full)
	printed := paper.Card{Code: id.Short(), Confirmed: card.Confirmed}
	for _, way := range card.Ways {
		printed.Ways = append(printed.Ways, paper.Way{
			Name: book.Render(way.Name), Value: way.Value, Hours: book.Render(way.Hours),
			Rules: contact.RulesLine(book, way.Rules), Else: book.Render(way.Else),
		})
	}
	for _, line := range card.Words {
		printed.Words = append(printed.Words, paper.Line{Label: book.Render(line.Label), Text: book.Render(line.Text)})
	}
	return paper.ContactCard(printed, book, paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()})
}

// NewID draws an identifier, for a form whose parts must be told apart before
// they are saved.
func (b *Board) NewID() (record.ID, error) { return record.NewID(b.env.Random) }
