package member

import "slices"

// Arrangement is how a board uses the fields: some hidden, some renamed, and
// its own. It comes from the board's settings.
type Arrangement struct {
	// Hidden are names of fields that the board does not use. What they hold
	// already is kept. A required field is shown all the same.
	Hidden []string
	// Renamed gives fields the board's own labels, by name.
	Renamed map[string]string
	Custom  []CustomField
}

// All are all fields with the board's labels, its own last.
func (a Arrangement) All() []Field {
	all := Fields()
	for _, c := range a.Custom {
		all = append(all, c.Field())
	}
	for i, f := range all {
		if label := line(a.Renamed[f.Name]); label != "" {
			all[i].Label = asWritten(label)
		}
	}
	return all
}

// Fields are the fields that the board uses.
func (a Arrangement) Fields() []Field {
	return slices.DeleteFunc(a.All(), func(f Field) bool { return !f.Required && slices.Contains(a.Hidden, f.Name) })
}

// Field is the field with a name, hidden or not.
func (a Arrangement) Field(name string) (Field, bool) {
	for _, f := range a.All() {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}
