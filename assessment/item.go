package assessment

import (
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Item is a question, a text to read, or a group of items.
type Item struct {
	// ID is the item's name within the instrument (FHIR: linkId): a to z,
	// digits, dots and dashes. The same question keeps it in every version.
	ID   string
	Type Type
	Text Words
	// Help explains the question, ContentNote is shown before it.
	Help, ContentNote Words
	// Principle, Domain and Lenses say what a question is about; all may be
	// empty.
	Principle Principle
	Domain    Domain
	Lenses    []Lens
	// Required asks again before handing in; a person may still leave it out
	// by choosing that they would rather not answer. Repeats allows several
	// answers.
	Required, Repeats bool
	// Scale is the ID of the Scale to choose from; Choices are the question's
	// own. A Choose item has one of the two.
	Scale   string
	Choices []Choice
	// When has to hold for the item to be asked: all of it, or with AnyOf one
	// part.
	When  []Condition
	AnyOf bool
	// Rests is what the item of a checklist rests on.
	Rests *Rests
	// Items are what a group holds.
	Items []Item
}

// Rests is what an item of a checklist rests on, and who should look after it.
type Rests struct {
	// Law and Citation name it ("VAWA", "34 U.S.C. 12291(b)(2)").
	Law, Citation string
	// Evidence says what would show that it is done, Owner which role looks
	// after it.
	Evidence, Owner Words
	// ReviewMonths is after how many months to look again; 0 is never.
	ReviewMonths int
	// Checked is the day on which the law was last looked at.
	Checked record.Date
	Sources []Source
}

// On names the law and the citation, with what stands between the two. Laws
// keep their names in every language; "State law" is none.
func (r *Rests) On(book *wording.Book, between string) string {
	var parts []string
	switch {
	case r == nil:
	case r.Law == "State law":
		parts = append(parts, book.Say("State law"))
	case r.Law != "":
		parts = append(parts, r.Law)
	}
	if r != nil && r.Citation != "" {
		parts = append(parts, r.Citation)
	}
	return strings.Join(parts, between)
}

// Named is the title of a source, in the language of a book where it is our
// own.
func (s Source) Named(book *wording.Book) string {
	if s.Title == "Holdfast: our own suggestion" {
		return book.Say("Holdfast: our own suggestion")
	}
	return s.Title
}

// Type is what kind of answer an item takes.
type Type string

// The types, as FHIR names them.
const (
	Group   Type = "group"
	Display Type = "display"
	Choose  Type = "coding" // one of its choices, or with Repeats several
	YesNo   Type = "boolean"
	Number  Type = "integer"
	Day     Type = "date"
	Line    Type = "string"
	Prose   Type = "text"
)

// Asks says whether items of the type take an answer.
func (t Type) Asks() bool { return t != Group && t != Display }

// Scale is a set of choices that several questions share.
type Scale struct {
	ID      string
	Choices []Choice
}

// Choice is one of the answers to choose from.
type Choice struct {
	Code string
	Text Words
	// Score counts towards the mean. Scored is false for choices that don't
	// count, such as “I don't know”.
	Score  float64
	Scored bool
}

// The codes of choices with a meaning of their own. None of them is scored.
const (
	DontKnow   = "dont-know"
	NotForUs   = "does-not-apply"
	RatherNot  = "rather-not"
	Done       = "done"
	InProgress = "in-progress"
	NotYet     = "not-yet"
	AskLawyer  = "ask-a-lawyer"
)

// CheckScale is the ID of the scale that the items of checklists use: Done,
// InProgress, NotYet, NotForUs, AskLawyer, in this order.
const CheckScale = "check"

// Condition compares the answer to an earlier question.
type Condition struct {
	Question string
	// Is is the operator; with Exists, Value is "true" or "false".
	Is    Operator
	Value string
}

// Operator is how a condition compares.
type Operator string

// The operators, as FHIR names them.
const (
	Exists  Operator = "exists"
	Equals  Operator = "="
	Not     Operator = "!="
	More    Operator = ">"
	Less    Operator = "<"
	AtLeast Operator = ">="
	AtMost  Operator = "<="
)
