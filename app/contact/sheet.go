package contactpage

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/wording"
)

// SheetModel is the form of a sheet without its looks.
type SheetModel struct {
	board Board
	book  *wording.Book
	id    member.ID
	name  string

	form *Form
	// begun is the form as it was at first, to know whether anything was typed.
	begun    []byte
	mistakes map[string]string
	trouble  string
}

// NewSheetModel opens the sheet of a person, or what was half-typed of it.
func NewSheetModel(b Board, book *wording.Book, id member.ID, draft []byte) *SheetModel {
	m := &SheetModel{board: b, book: book, id: id, form: &Form{}, mistakes: map[string]string{}}
	person, err := b.Member(id)
	if err != nil {
		m.trouble = board.ExplainIn(book, err)
		return m
	}
	m.name = person.Name
	sheet, err := b.Sheet(id)
	if err != nil {
		m.trouble = board.ExplainIn(book, err)
		return m
	}
	m.form = formOf(sheet)
	m.begun = m.written()
	var half Form
	if len(draft) > 0 && json.Unmarshal(draft, &half) == nil {
		m.form = &half
		m.heal()
	}
	return m
}

// heal takes what is no way out of a draft.
func (m *SheetModel) heal() {
	ways := m.form.Ways[:0]
	for _, way := range m.form.Ways {
		if way != nil {
			ways = append(ways, way)
		}
	}
	m.form.Ways = ways
	for _, way := range ways {
		var spans []*Span
		for _, span := range way.Spans {
			if span != nil {
				spans = append(spans, span)
			}
		}
		way.Spans = spans
	}
}

// Name is what the person is called.
func (m *SheetModel) Name() string { return m.name }

// Trouble is why there is no form, "" where there is one.
func (m *SheetModel) Trouble() string { return m.trouble }

// Form is what is typed; a view writes into it.
func (m *SheetModel) Form() *Form { return m.form }

func (m *SheetModel) written() []byte {
	raw, err := json.Marshal(m.form)
	if err != nil {
		return nil // text, days and clocks always have a JSON form
	}
	return raw
}

// Draft is what was typed and not saved, or nil.
func (m *SheetModel) Draft() []byte {
	raw := m.written()
	if m.trouble != "" || bytes.Equal(raw, m.begun) {
		return nil
	}
	return raw
}

// Unsettled is what to ask before what was typed is confirmed, or "" where it
// is not to be, or there is nothing to ask.
func (m *SheetModel) Unsettled() string {
	if !m.form.Together {
		return ""
	}
	sheet, _ := m.form.onto(contact.Sheet{})
	return m.book.Render(sheet.Unsettled())
}

// Save keeps what was typed and says whether it did. Where it did not, either
// fields have mistakes (see Mistake), or err says what else was in the way.
// asItIs says that it is to be confirmed though it is Unsettled.
func (m *SheetModel) Save(asItIs bool) (saved bool, err error) {
	kept, err := m.board.Sheet(m.id)
	if err != nil {
		return false, err
	}
	sheet, wrong := m.form.onto(kept)
	m.mistakes = map[string]string{}
	for _, problem := range append(wrong, sheet.Validate()) {
		m.note(problem)
	}
	if len(m.mistakes) > 0 {
		m.reveal()
		return false, nil
	}
	if err := m.keep(sheet, asItIs); err != nil {
		if m.note(err); len(m.mistakes) > 0 {
			m.reveal()
			return false, nil
		}
		return false, err
	}
	m.begun = m.written()
	return true, nil
}

// keep saves the sheet and, where it was gone through with the person, that.
func (m *SheetModel) keep(s contact.Sheet, asItIs bool) error {
	if err := m.board.SaveSheet(s); err != nil {
		return err
	}
	if !m.form.Together {
		return nil
	}
	return m.board.ConfirmSheet(m.id, contact.Confirmation{Until: s.ConfirmBy, AsItIs: asItIs})
}

// note keeps the first mistake of each field.
func (m *SheetModel) note(err error) {
	for _, p := range wording.Problems(err) {
		if _, noted := m.mistakes[p.Field]; !noted {
			m.mistakes[p.Field] = m.book.Render(p.What)
		}
	}
}

// reveal opens the ways that have mistakes.
func (m *SheetModel) reveal() {
	for i, way := range m.form.Ways {
		for field := range m.mistakes {
			way.Open = way.Open || strings.HasPrefix(field, wayField(i, ""))
		}
	}
}

// Mistake is what is wrong with a field, "" where nothing is.
func (m *SheetModel) Mistake(field string) string { return m.mistakes[field] }

// Mistakes is how many fields have one.
func (m *SheetModel) Mistakes() int { return len(m.mistakes) }

// Elsewhere is what is wrong apart from the fields that there are.
func (m *SheetModel) Elsewhere(has func(field string) bool) string {
	var said []string
	for _, field := range slices.Sorted(maps.Keys(m.mistakes)) {
		if !has(field) {
			said = append(said, m.mistakes[field])
		}
	}
	return strings.Join(said, " ")
}

// ZoneNow says what time it is in a zone, or what to type where there is no
// such zone.
func (m *SheetModel) ZoneNow(name string) string {
	place, err := contact.Zone(strings.TrimSpace(name))
	now, err2 := m.board.Now()
	if err != nil || err2 != nil {
		return m.book.Say("A city or a region, such as Chicago.")
	}
	return m.book.Say("It is {day} {time} there now.", "day", now.In(place).Weekday(), "time", clock(now.In(place)))
}
