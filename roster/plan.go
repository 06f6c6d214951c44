package roster

import (
	"errors"
	"io"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Setting is what Prepare needs to know of the board.
type Setting struct {
	// Fields are the fields that the board uses (member.Arrangement.Fields).
	Fields []member.Field
	// Known are the people who are on the board already, so that nobody comes
	// in twice.
	Known []Known
	// Random is where identifiers are drawn from.
	Random io.Reader
	// Today is the coordinator's day.
	Today record.Date
	// Path is where the list lies, in clear, for Plan.Afterwards; "" where it
	// has no place.
	Path string
	// Progress, where there is one, is told which share of the rows was
	// looked at, from 0 to 1.
	Progress func(share float64)
}

// Plan is what an import would do. Nothing has been changed by it.
type Plan struct {
	// People are those whose rows can be taken, in the order of the list,
	// the doubtful ones among them.
	People []Person
	// Refused are the rows that can't be taken: one for each reason, so that a
	// row may be there twice.
	Refused []Refusal
	// LeftOut are the columns with something in them that are not brought in.
	LeftOut []LeftOut
	// Duplicates are the people who seem to be there already, on the board or
	// in the list, by line. Decide says what to do with each.
	Duplicates []Duplicate
	// Dates says how the days of each column of days were read.
	Dates []DateReading
	// Notices are what a person should know before accepting.
	Notices []wording.Text
	// PlaintextPath is where the list lies, in clear.
	PlaintextPath string

	decided map[int]Decision // by line
	general Decision
}

// Person is one row as it would come in: new identifiers, a member and the
// sheet that belongs to it, and the notes to write down beside it.
type Person struct {
	Line   int
	Member member.Member
	Sheet  contact.Sheet
	Notes  []string
	// LookAgain is what should be looked at before it is relied on. None of it
	// permits anything.
	LookAgain []Remark
}

// Remark is something about a cell that a person should look at.
type Remark struct {
	Column Column
	What   wording.Text
}

// Refusal is why a row can't be taken. The reason never holds what the cell
// says.
type Refusal struct {
	Line int
	// Column is where the reason lies; the zero Column stands for the row.
	Column Column
	// Field is what the column should have filled, by the name of its target.
	Field  string
	Reason wording.Text
}

// LeftOut is a column that is not brought in, and why.
type LeftOut struct {
	Column Column
	Why    wording.Text
	// Concern says that it is left out because it is safer not kept.
	Concern bool
}

// DateReading is how the days of a column were read.
type DateReading struct {
	Column Column
	Order  DateOrder
	// Unclear says that days in this column were refused because day and month
	// can't be told apart.
	Unclear bool
}

// Accept gives the people to write down, and changes nothing by itself. With
// skipBad, refused rows and undecided duplicates are left behind; without,
// one of them is a wording.Problem and nobody comes in. No person at all is a
// Problem too.
func (p *Plan) Accept(skipBad bool) ([]Person, error) {
	var all []error
	if lines := p.refusedLines(); lines > 0 && !skipBad {
		all = append(all, &wording.Problem{Field: "rows", What: wording.N(lines,
			"One row can't be taken as it is. Nothing was changed; correct it in the list, or leave it behind.",
			"{n} rows can't be taken as they are. Nothing was changed; correct them in the list, or leave them behind.")})
	}
	undecided := p.Undecided()
	if len(undecided) > 0 && !skipBad {
		all = append(all, &wording.Problem{Field: "duplicates", What: wording.N(len(undecided),
			"One person seems to be there already. Nothing was changed; say whether to add or to skip that row.",
			"{n} people seem to be there already. Nothing was changed; say whether to add or to skip those rows.")})
	}
	var people []Person
	for _, person := range p.People {
		if d, doubtful := p.decision(person.Line); !doubtful || d == Add {
			people = append(people, person)
		}
	}
	if len(all) == 0 && len(people) == 0 {
		all = append(all, wording.Refuse("rows", "There is nobody to bring in."))
	}
	if err := errors.Join(all...); err != nil {
		return nil, err
	}
	return people, nil
}

// refusedLines is the number of rows that are refused.
func (p *Plan) refusedLines() int {
	lines := map[int]bool{}
	for _, r := range p.Refused {
		lines[r.Line] = true
	}
	return len(lines)
}

// Refusals is the number of rows that are refused, each counted once.
func (p *Plan) Refusals() int { return p.refusedLines() }

// HasSheet says whether the list says anything about reaching the person, be
// it only that they are not to be contacted for a while.
func (p Person) HasSheet() bool {
	s := p.Sheet
	return !s.Blank() || !s.DoNotContactUntil.IsZero() || !s.Confirmed.IsZero() || s.SafeWord.Say != ""
}
