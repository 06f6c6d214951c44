package board

import (
	"errors"
	"slices"
	"unicode/utf8"

	"holdfast/member"
	"holdfast/wording"
)

// Arrangement is how this board uses the fields of a person: some hidden,
// some renamed, and its own.
func (s Settings) Arrangement() member.Arrangement {
	return member.Arrangement{Hidden: s.Hidden, Renamed: s.Renamed, Custom: s.Custom}
}

// Fields are the fields of a person that this board uses, with its labels.
func (b *Board) Fields() ([]member.Field, error) {
	s, err := b.Settings()
	if err != nil {
		return nil, err
	}
	return s.Arrangement().Fields(), nil
}

func (s Settings) validateHidden() error {
	var all []error
	for _, name := range s.Hidden {
		field, known := s.Arrangement().Field(name)
		switch {
		case !known:
			all = append(all, wording.Refuse("hidden_fields", "There is no field called {field}.", "field", name))
		case field.Required:
			all = append(all, wording.Refuse("hidden_fields", "{field} can't be hidden: every person needs it.", "field", name))
		}
	}
	return errors.Join(all...)
}

func (s Settings) validateRenamed() error {
	for name, text := range s.Renamed {
		if _, known := s.Arrangement().Field(name); !known {
			return wording.Refuse(labelPrefix+name, "There is no field called {field}.", "field", name)
		}
		if err := label(labelPrefix+name, text, longestLabel); err != nil {
			return err
		}
	}
	return nil
}

func (s Settings) validateCustom() error {
	if len(s.Custom) > mostCustomFields {
		return wording.Refuse("custom_fields", "A board has at most {n} fields of its own.", "n", mostCustomFields)
	}
	var all []error
	for i, field := range s.Custom {
		if utf8.RuneCountInString(field.Name) > longestLabel {
			all = append(all, wording.Refuse("custom_fields", "The name of a field has at most {n} characters.", "n", longestLabel))
		}
		if slices.ContainsFunc(s.Custom[:i], func(f member.CustomField) bool { return f.Name == field.Name || f.ID == field.ID }) {
			all = append(all, wording.Refuse("custom_fields", "Two fields have the same name; give one another name."))
		}
		all = append(all, field.Validate())
	}
	return errors.Join(all...)
}
