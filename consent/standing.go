package consent

import (
	"slices"

	"holdfast/record"
)

// Standing says who decides for a person. The zero Standing is an adult who
// decides alone.
type Standing struct {
	// Permission is needed from a guardian besides the person's own yes: the
	// person is a minor, or a court appointed one.
	Permission bool `json:"permission_needed,omitempty"`
	// DecidesFrom is the day from which the person decides alone (the day on
	// which they come of age); zero where there is none. What was agreed
	// before that day is asked anew.
	DecidesFrom record.Date `json:"decides_from,omitzero"`
	// Guardians are who may give permission, by name. Excluded are people who
	// may not, whoever they are: somebody who hurt the person, or the person's
	// other parent.
	Guardians []string `json:"guardians,omitempty"`
	Excluded  []string `json:"excluded,omitempty"`
	// Alone are purposes for which the person needs nobody's permission.
	Alone []Purpose `json:"alone,omitempty"`
}

// Standing is who decides for the person on a day.
func (f File) Standing(day record.Date) Standing {
	var s Standing
	f.each(func(x *index) places { return x.decides }, func(e *Event) {
		if e.Kind == Decides && e.Standing != nil && !e.On.After(day) {
			s = *e.Standing
		}
	})
	return s
}

// needsPermission says whether a guardian has to agree too.
func (s Standing) needsPermission(p Purpose, day record.Date) bool {
	return s.Permission && (s.DecidesFrom.IsZero() || day.Before(s.DecidesFrom)) &&
		!slices.ContainsFunc(s.Alone, func(alone Purpose) bool { return alone.covers(p) })
}

// outgrown says whether a yes was given before the person came of age and is
// asked about after.
func (s Standing) outgrown(yes *Event, day record.Date) bool {
	return !s.DecidesFrom.IsZero() && !day.Before(s.DecidesFrom) && yes.On.Before(s.DecidesFrom)
}

// mayPermit says whether a guardian of that name counts.
func (s Standing) mayPermit(name string) bool {
	among := func(names []string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return same(n, name) })
	}
	return name != "" && !among(s.Excluded) && (len(s.Guardians) == 0 || among(s.Guardians))
}
