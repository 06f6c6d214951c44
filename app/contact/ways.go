package contactpage

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/contact"
)

// wayField is what a field of a way is called in a problem.
func wayField(way int, field string) string { return fmt.Sprintf("channels.%d.%s", way, field) }

// AddWay adds a way of a kind at the end, open. It fails only where no
// identifier can be drawn.
func (m *SheetModel) AddWay(kind contact.Kind) error {
	id, err := m.board.NewID()
	if err != nil {
		return err
	}
	way := &WayForm{Channel: contact.Channel{ID: id, Kind: kind}, Open: true}
	m.form.Ways = append(m.form.Ways, way)
	return nil
}

// RemoveWay takes a way off the sheet. What it gives puts it back.
func (m *SheetModel) RemoveWay(i int) (undo func()) {
	way, first := m.form.Ways[i], m.form.FirstAsked
	if first == way.ID {
		m.form.FirstAsked = ""
	}
	m.form.Ways = slices.Delete(m.form.Ways, i, i+1)
	m.forgetWays()
	return func() {
		m.form.Ways = slices.Insert(m.form.Ways, min(i, len(m.form.Ways)), way)
		if first == way.ID {
			m.form.FirstAsked = first
		}
		m.forgetWays()
	}
}

// MoveWay moves a way by so many places, as far as there are any.
func (m *SheetModel) MoveWay(i, by int) {
	to := i + by
	if to < 0 || to >= len(m.form.Ways) {
		return
	}
	ways := m.form.Ways
	ways[i], ways[to] = ways[to], ways[i]
	m.forgetWays()
}

// forgetWays forgets the mistakes of ways, whose places have changed. Saving
// finds them again.
func (m *SheetModel) forgetWays() {
	maps.DeleteFunc(m.mistakes, func(field, _ string) bool { return strings.HasPrefix(field, "channels.") })
}

// AddSpan adds hours to a way: those of the last row again, since people add
// other days more often than other hours.
func (m *SheetModel) AddSpan(i int) {
	way := m.form.Ways[i]
	span := &Span{Days: contact.EveryDay}
	if last := len(way.Spans) - 1; last >= 0 {
		span.Days = contact.EveryDay &^ way.Spans[last].Days
		span.From, span.To = way.Spans[last].From, way.Spans[last].To
	}
	way.Spans = append(way.Spans, span)
}

// RemoveSpan takes hours off a way.
func (m *SheetModel) RemoveSpan(i, span int) {
	m.form.Ways[i].Spans = slices.Delete(m.form.Ways[i].Spans, span, span+1)
}

// WayName is what a way is called at the head of its card, with its value
// masked, and WayNote when it is safe and what its rules are.
func (m *SheetModel) WayName(i int) string {
	c := m.form.Ways[i].Channel
	name := m.book.Render(c.Name())
	if dots := contact.Mask(c.Kind, c.Value); dots != "" && c.Safe != contact.NeverSafe {
		name += "  " + dots
	}
	return name
}

// WayNote says in a line what is written down about a way.
func (m *SheetModel) WayNote(i int) string {
	c, _ := m.form.Ways[i].channel("")
	said := []string{m.book.Say("Safe: {answer}", "answer", c.Safe.Name())}
	if hours := c.InWords(); !hours.IsZero() {
		said = append(said, m.book.Render(hours))
	}
	return strings.Join(said, " · ")
}

// WayChoices are the ways of the sheet, for the question which one was asked
// for first.
func (m *SheetModel) WayChoices() []form.Choice {
	list := []form.Choice{{ID: "", Label: m.book.Say("Not known")}}
	for i, way := range m.form.Ways {
		list = append(list, form.Choice{ID: string(way.ID), Label: m.WayName(i)})
	}
	return list
}

// KindChoices are the kinds of ways.
func (m *SheetModel) KindChoices() []form.Choice { return form.Choices(m.book, contact.Kinds()) }

// About says whether a way of a kind has some fields.
type About struct{ Calls, Writes, Mails, Posts, Answered bool }

// About is which groups of fields a way has, by its kind.
func (m *SheetModel) About(i int) About {
	switch m.form.Ways[i].Kind {
	case contact.Phone:
		return About{Calls: true, Answered: true}
	case contact.Text, contact.Signal, contact.WhatsApp:
		return About{Writes: true, Answered: true}
	case contact.Email:
		return About{Writes: true, Mails: true, Answered: true}
	case contact.Post:
		return About{Posts: true}
	default:
		return About{Answered: true}
	}
}

// ReadsAs is how the number of a way is written abroad, "" where its kind has
// no number or it does not read as one.
func (m *SheetModel) ReadsAs(i int) string {
	about, way := m.About(i), m.form.Ways[i]
	if !about.Calls && !about.Writes || about.Mails {
		return ""
	}
	return contact.PhoneHint(way.Value, "")
}
