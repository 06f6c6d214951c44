package roster

import (
	"strings"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/roster/table"
	"holdfast/wording"
)

// builder makes a Person of one row.
type builder struct {
	job    *job
	line   int
	person Person
	wrong  []Refusal

	first, last, full cellAt
	ways              map[string]*draft
	preferred, asked  cellAt
}

// cellAt is a cell and the column that it lies in.
type cellAt struct {
	text   string
	column Column
}

// take puts one cell where it belongs.
func (b *builder) take(s slot, c table.Cell) {
	switch {
	case c.Fault != table.NoFault:
		b.refuse(s.column, s.to, c.Fault.Reason())
		return
	case c.Text == "":
		return
	case c.Merged && personal(s.to):
		b.refuse(s.column, s.to, wording.T("This cell is merged with the one above, so it is not certain whom it belongs to. Take the cells apart in the spreadsheet."))
		return
	}
	if w, r, ok := splitWay(s.to); ok {
		b.way(w).take(r, s.column, c)
		return
	}
	at := cellAt{c.Text, s.column}
	switch s.to {
	case toFirstName:
		b.first = at
	case toLastName:
		b.last = at
	case toFullName:
		b.full = at
	case toNote:
		b.note(s.column, c.Text)
	case toPreferredWay:
		b.preferred = at
	case toFirstAsked:
		b.asked = at
	case toTimeZone, toConfirmed, toNotUntil, toSafeWord:
		b.sheet(s, c)
	default:
		b.field(s, c)
	}
}

// personal says whether a value can belong to one person only.
func personal(to string) bool {
	_, _, way := splitWay(to)
	return way || namesPerson(to) || to == "spoken_name" || to == "emergency_reach" || to == "support_reach"
}

// namesPerson says whether a name is made of what goes to a target.
func namesPerson(to string) bool {
	return to == toName || to == toFirstName || to == toLastName || to == toFullName
}

func (b *builder) refuse(c Column, field string, why wording.Text) {
	b.wrong = append(b.wrong, Refusal{b.line, c, field, why})
}

func (b *builder) lookAgain(c Column, what wording.Text) {
	b.person.LookAgain = append(b.person.LookAgain, Remark{c, what})
}

// note keeps a text beside the person, under the name of its column.
func (b *builder) note(c Column, text string) {
	if c.Name != "" {
		text = c.Name + ": " + text
	}
	b.person.Notes = append(b.person.Notes, text)
}

func (b *builder) way(w way) *draft {
	if b.ways[w.name] == nil {
		b.ways[w.name] = &draft{way: w, owner: b}
	}
	return b.ways[w.name]
}

// sheet fills what the safe-contact sheet says besides its ways.
func (b *builder) sheet(s slot, c table.Cell) {
	if nothing(c.Text) {
		return
	}
	switch s.to {
	case toTimeZone:
		if _, err := contact.Zone(c.Text); err != nil {
			b.refuse(s.column, s.to, wording.T("There is no such time zone. It is written like America/Chicago."))
			return
		}
		b.person.Sheet.Zone = c.Text
	case toSafeWord:
		b.person.Sheet.SafeWord.Say = oneLine(c.Text)
	case toNotUntil:
		if day, ok := b.day(s, c); ok {
			b.person.Sheet.DoNotContactUntil = day
		}
	case toConfirmed:
		day, ok := b.day(s, c)
		if ok && day.After(b.job.setting.Today) {
			b.refuse(s.column, s.to, wording.T("This day is still to come."))
			return
		}
		b.person.Sheet.Confirmed = day
	}
}

// day reads a day, or refuses the cell.
func (b *builder) day(s slot, c table.Cell) (record.Date, bool) {
	day, why := readDay(c, s.order, b.job.table.Source.DayNumbers)
	if !why.IsZero() {
		b.refuse(s.column, s.to, why)
		return record.Date{}, false
	}
	return day, true
}

// field fills a field of the member.
func (b *builder) field(s slot, c table.Cell) {
	f := b.job.fields[s.to]
	text := c.Text
	switch {
	case f.Kind == member.KindDate:
		if nothing(text) {
			return
		}
		day, ok := b.day(s, c)
		if !ok {
			return
		}
		text = day.String()
	case f.Kind == member.KindLine:
		text = oneLine(text)
		if f.Name != toName && nothing(text) {
			return
		}
	}
	if f.Masked && shortened(c) {
		b.refuse(s.column, s.to, refusalShortened())
		return
	}
	if f.Kind == member.KindList && f.Get(b.person.Member) != "" {
		text = f.Get(b.person.Member) + "; " + strings.ReplaceAll(text, ",", ";")
	}
	if f.Name == "availability" && b.person.Member.Availability != "" {
		text = b.person.Member.Availability + "\n" + text
	}
	if err := f.Set(&b.person.Member, text, b.job.setting.Today); err != nil && !nothing(text) {
		b.refuse(s.column, s.to, b.why(f, err))
	}
}

// why is the reason of a field, with the answers where there are some.
func (b *builder) why(f member.Field, err error) wording.Text {
	if f.Kind == member.KindChoice {
		var answers wording.List
		for _, choice := range f.Choices {
			answers = append(answers, choice.Label)
		}
		return wording.T("This is none of the answers that are known: {answers}.", "answers", answers)
	}
	for _, p := range wording.Problems(err) {
		return p.What
	}
	return wording.T("This can't be read.")
}

// oneLine is a text without line breaks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
