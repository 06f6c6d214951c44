package contactpage

import (
	"strings"

	"holdfast/contact"
	"holdfast/wording"
)

// ReadAloud is everything to go through with the person, as it is read out: a
// way or a word, and what was agreed about it.
func (m *TabModel) ReadAloud() ([]Line, error) {
	sheet, err := m.board.Sheet(m.id)
	if err != nil {
		return nil, err
	}
	var list []Line
	for _, c := range sheet.Channels {
		name := m.book.Render(c.Name())
		if dots := contact.Mask(c.Kind, c.Value); dots != "" && c.Safe != contact.NeverSafe {
			name += "  " + dots
		}
		list = append(list, Line{name, m.aloud(c)})
	}
	words, err := m.words()
	if err != nil {
		return nil, err
	}
	list = append(list, words...)
	if !sheet.DoNotContactUntil.IsZero() {
		list = append(list, Line{m.book.Say("No contact before"), m.book.Date(sheet.DoNotContactUntil)})
	}
	return list, nil
}

// aloud is what was agreed about a way, in one breath.
func (m *TabModel) aloud(c contact.Channel) string {
	said := []string{m.book.Say("Safe: {answer}.", "answer", c.Safe.Name())}
	if hours := c.InWords(); !hours.IsZero() {
		said = append(said, m.book.Render(hours)+".")
	}
	row := contact.CardOf(contact.Sheet{Channels: []contact.Channel{c}}, false)
	for _, way := range row.Ways {
		if c.Safe != contact.NeverSafe {
			if rules := contact.RulesLine(m.book, way.Rules); rules != "" {
				said = append(said, rules+".")
			}
			said = append(said, m.book.All([]wording.Text{way.Else})...)
		}
	}
	return strings.Join(said, " ")
}
