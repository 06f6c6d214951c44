package settings

import (
	"slices"
	"strings"

	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
)

// FieldRow is one field of a person's page.
type FieldRow struct {
	Name string
	// Label is what this board calls it, Usual what it is called elsewhere;
	// Usual is empty where they are the same.
	Label, Usual string
	Group        string
	Hidden       bool
	// Required fields can be renamed and not hidden.
	Required bool
}

// OwnRow is one field that the board made for itself.
type OwnRow struct {
	ID                   record.ID
	Name, Holds, Answers string
}

// FieldsState is what the page about fields shows.
type FieldsState struct {
	Fields  []FieldRow
	Own     []OwnRow
	Kinds   []Option
	Trouble string
}

// FieldForm is a field of the board's own while it is typed.
type FieldForm struct {
	// ID is empty for a new field.
	ID   record.ID         `json:"id,omitempty"`
	Name string            `json:"name"`
	Kind member.CustomKind `json:"kind"`
	// Answers are one on each line.
	Answers string `json:"answers,omitempty"`
}

// Fields is the page as it is now.
func (m *Model) Fields() FieldsState {
	set, err := m.board.Settings()
	if err != nil {
		return FieldsState{Trouble: m.Explain(err)}
	}
	var s FieldsState
	for _, f := range member.Fields() {
		row := FieldRow{Name: f.Name, Label: m.book.Render(f.Label), Group: m.book.Render(f.Group.Label()),
			Hidden: slices.Contains(set.Hidden, f.Name), Required: f.Required}
		if own := set.Renamed[f.Name]; own != "" {
			row.Label, row.Usual = own, row.Label
		}
		s.Fields = append(s.Fields, row)
	}
	for _, c := range set.Custom {
		s.Own = append(s.Own, OwnRow{ID: c.ID, Name: c.Name, Holds: m.kind(c.Kind), Answers: strings.Join(c.Choices, " · ")})
	}
	for _, k := range member.CustomKinds() {
		s.Kinds = append(s.Kinds, Option{ID: k.Code, Label: m.book.Render(k.Label)})
	}
	return s
}

func (m *Model) kind(kind member.CustomKind) string {
	for _, k := range member.CustomKinds() {
		if k.Code == string(kind) {
			return m.book.Render(k.Label)
		}
	}
	return string(kind)
}

// Arrange gives a field the board's own label ("" or the usual one takes it
// back) and hides or shows it. It says what is wrong, or "".
func (m *Model) Arrange(row FieldRow, label string, hidden bool) string {
	label = strings.TrimSpace(label)
	usual := row.Usual
	if usual == "" {
		usual = row.Label
	}
	return m.Explain(m.change(func(s *board.Settings) {
		delete(s.Renamed, row.Name)
		if label != "" && label != usual {
			if s.Renamed == nil {
				s.Renamed = map[string]string{}
			}
			s.Renamed[row.Name] = label
		}
		s.Hidden = slices.DeleteFunc(s.Hidden, func(name string) bool { return name == row.Name })
		if hidden && !row.Required {
			s.Hidden = append(s.Hidden, row.Name)
		}
	}))
}

// FieldForm is one of the board's own fields as a form; an empty one for a
// field that is not there.
func (m *Model) FieldForm(id record.ID) FieldForm {
	set, err := m.board.Settings()
	if err == nil {
		for _, c := range set.Custom {
			if c.ID == id && id != "" {
				return FieldForm{ID: c.ID, Name: c.Name, Kind: c.Kind, Answers: strings.Join(c.Choices, "\n")}
			}
		}
	}
	return FieldForm{Kind: member.CustomText}
}

// Concern is a gentle warning about the name of a field, or "".
func (m *Model) Concern(name string) string {
	concern, any := member.ConcernAbout(name)
	if !any {
		return ""
	}
	return m.book.Render(concern)
}

// SaveField keeps a field of the board's own: a new one, or a changed one.
func (m *Model) SaveField(form FieldForm) (mistakes map[string]string, trouble string) {
	field := member.CustomField{ID: form.ID, Name: strings.TrimSpace(form.Name), Kind: form.Kind}
	if form.Kind == member.CustomChoice {
		for line := range strings.Lines(form.Answers) {
			if line = strings.TrimSpace(line); line != "" {
				field.Choices = append(field.Choices, line)
			}
		}
	}
	return m.mistakes(m.change(func(s *board.Settings) {
		at := slices.IndexFunc(s.Custom, func(c member.CustomField) bool { return c.ID == form.ID && form.ID != "" })
		if at < 0 {
			s.Custom = append(s.Custom, field)
			return
		}
		s.Custom[at] = field
	}))
}

// RemoveField takes a field of the board's own away; the answer takes it
// back. What people have in it is kept, out of sight.
func (m *Model) RemoveField(id record.ID) (undo func() string, trouble string) {
	before, err := m.board.Settings()
	if err == nil {
		err = m.change(func(s *board.Settings) {
			s.Custom = slices.DeleteFunc(s.Custom, func(c member.CustomField) bool { return c.ID == id })
		})
	}
	if err != nil {
		return nil, m.Explain(err)
	}
	return func() string {
		return m.Explain(m.change(func(s *board.Settings) { s.Custom = before.Custom }))
	}, ""
}
