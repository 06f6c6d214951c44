package member

import (
	"maps"
	"slices"

	"holdfast/find"
	"holdfast/record"
	"holdfast/wording"
)

// CustomField is a field that a board made for itself.
type CustomField struct {
	ID   record.ID  `json:"id"`
	Name string     `json:"name"`
	Kind CustomKind `json:"kind"`
	// Choices are the answers of a CustomChoice, in the order to show.
	Choices []string `json:"choices,omitempty"`
}

// CustomKind is what a custom field holds.
type CustomKind string

// The kinds of custom fields.
const (
	CustomText   CustomKind = "text"
	CustomChoice CustomKind = "choice"
	CustomDate   CustomKind = "date"
	CustomYesNo  CustomKind = "yesno"
)

// CustomKinds are the kinds to choose from.
func CustomKinds() []Suggestion {
	return []Suggestion{
		{string(CustomText), wording.T("Text"), nil},
		{string(CustomChoice), wording.T("One of several answers"), nil},
		{string(CustomDate), wording.T("A date"), nil},
		{string(CustomYesNo), wording.T("Yes or no"), nil},
	}
}

// Field is the description by which the field is shown and filled.
func (c CustomField) Field() Field {
	f := Field{Name: "custom." + string(c.ID), Label: asWritten(c.Name), Group: GroupCustom, Custom: c.ID}
	switch c.Kind {
	case CustomChoice:
		f.Kind = KindChoice
		for _, choice := range c.Choices {
			f.Choices = append(f.Choices, Suggestion{Code: choice, Label: asWritten(choice)})
		}
	case CustomDate:
		f.Kind = KindDate
	case CustomYesNo:
		f.Kind = KindYesNo
	default:
		f.Kind = KindText
	}
	return f
}

// Validate names everything that keeps the definition from being used:
// wording.Problems about "name", "kind" and "choices".
func (c CustomField) Validate() error {
	var all problems
	all.When(c.ID == "", wording.Refuse("id", "This field can't be told apart from others. Add it again."))
	all.When(line(c.Name) == "", wording.Refuse("name", "Write what the field is called."))
	all.line("name", c.Name)
	all.When(!offered(CustomKinds(), string(c.Kind)), wording.Refuse("kind", "Choose what the field holds."))
	if c.Kind != CustomChoice {
		all.When(len(c.Choices) > 0, wording.Refuse("choices", "Only a field with several answers has a list of them."))
		return all.Err()
	}
	all.few("choices", len(c.Choices))
	all.When(len(c.Choices) < 2, wording.Refuse("choices", "Write at least two answers to choose from."))
	seen := map[string]bool{}
	for _, choice := range c.Choices {
		all.line("choices", choice)
		folded := find.Fold(line(choice))
		all.When(folded == "", wording.Refuse("choices", "One of the answers is empty. Take it away."))
		all.When(folded != "" && seen[folded], wording.Refuse("choices", "“{answer}” is on the list twice. Take one away.", "answer", choice))
		seen[folded] = true
	}
	return all.Err()
}

// setCustom puts a value into the board's own field, or takes it out.
func (m *Member) setCustom(field record.ID, value string) {
	values := maps.Clone(m.Custom)
	if values == nil {
		values = map[record.ID]string{}
	}
	values[field] = value
	if value == "" {
		delete(values, field)
	}
	if len(values) == 0 {
		values = nil
	}
	m.Custom = values
}

// custom checks the values of the board's own fields that are new or changed
// since before. What was put in while a field was defined differently, or
// before it was taken away, is kept and disturbs nobody.
func (p *problems) custom(before, m Member, fields []CustomField) {
	for _, id := range slices.Sorted(maps.Keys(m.Custom)) {
		value := m.Custom[id]
		if former, ok := before.Custom[id]; ok && former == value {
			continue
		}
		i := slices.IndexFunc(fields, func(c CustomField) bool { return c.ID == id })
		if i < 0 {
			p.Add(wording.Refuse("custom."+string(id), "Your board has no such field. Add it in the settings first."))
			continue
		}
		if _, err := fields[i].Field().read(value); err != nil {
			p.Add(err)
		}
	}
}
