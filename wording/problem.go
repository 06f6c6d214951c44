package wording

import "holdfast/record"

// Problem is an error that a person can mend: which field it is about and a
// sentence that says what is wrong and what to do. It counts as
// record.ErrInvalid. It never holds what a person typed about somebody.
type Problem struct {
	// Field is the JSON name of the field ("term_end"), or "" for the whole.
	Field string
	// What is the sentence to show.
	What Text
}

// Refuse makes a Problem of a field and a sentence (see T).
func Refuse(field, english string, pairs ...any) error {
	return &Problem{Field: field, What: T(english, pairs...)}
}

// Error is the sentence in English.
func (p *Problem) Error() string { return p.What.String() }

// Unwrap makes errors.Is(p, record.ErrInvalid) true.
func (p *Problem) Unwrap() error { return record.ErrInvalid }

// Problems takes an error apart into the Problems that it is made of, in
// their order, however they were joined and wrapped. An error of another kind
// gives none.
func Problems(err error) []*Problem {
	switch e := err.(type) {
	case *Problem:
		return []*Problem{e}
	case interface{ Unwrap() []error }:
		var all []*Problem
		for _, part := range e.Unwrap() {
			all = append(all, Problems(part)...)
		}
		return all
	case interface{ Unwrap() error }:
		return Problems(e.Unwrap())
	}
	return nil
}
