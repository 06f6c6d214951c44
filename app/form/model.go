package form

import (
	"encoding/json"
	"errors"
	"maps"
	"strings"

	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// Form is a form while it is filled in.
type Form struct {
	book          *wording.Book
	asks          Questions
	begun, values Values
	wrong         map[string]string
	trouble       string
	broken        bool // it could not even begin
}

// Questions are what a form asks and what it does with the answers.
type Questions interface {
	// Begin gives the answers that stand there at first.
	Begin() (Values, error)
	// Head is the title and a note.
	Head(Values) (title, note string)
	// Groups are the fields, for what is answered so far.
	Groups(Values) []Group
	// Turned fills in what follows from a new answer.
	Turned(v Values, field string)
	// Save keeps the answers and says so. An *Ask is put to the person.
	Save(Values) (say string, err error)
}

// State is what a form shows.
type State struct {
	Title, Note string
	// Trouble is why nothing can be typed, or why it could not be saved.
	Trouble string
	Groups  []Group
	// Again is said where fields need another look; First is the first one.
	Again, First string
}

// Group is one card of a form.
type Group struct {
	Title, Say string
	Inputs     []Input
}

// Kind is how a field is filled in.
type Kind int

// The kinds of fields.
const (
	Line  Kind = iota
	Lines      // several lines; a list has one thing on each
	Day
	OneOf  // one of the choices
	SomeOf // any of the choices, one on each line of the value
	Order  // the same, in the order of the value
	Yes    // a sentence that is true or not
	Said   // nothing to fill in: words to read
	Cards  // one of the choices, all of them in sight
	Own    // drawn by whoever made the page (formpage.Extras)
)

// Choice is one of several answers. ID stands for it and is never shown.
type Choice struct{ ID, Label string }

// Choices are answers of the domain, which have their words, each beginning
// with a capital letter.
func Choices[C interface {
	~string
	Name() wording.Text
}](book *wording.Book, all []C) []Choice {
	list := make([]Choice, len(all))
	for i, c := range all {
		list[i] = Choice{ID: string(c), Label: wording.Capital(book.Render(c.Name()))}
	}
	return list
}

// Input is one field.
type Input struct {
	Kind              Kind
	Name, Label, Help string
	Choices           []Choice
	// Turns says that other fields depend on the answer.
	Turns bool
	// Says are the words of a Said.
	Says []string
	// Rows is how high a field of Lines is; 0 is two.
	Rows           int
	Value, Mistake string
}

// Values are the answers of a form.
type Values map[string]string

// True is the value of a sentence that is true.
const True = "yes"

// Truth is the value of a sentence.
func Truth(on bool) string {
	if on {
		return True
	}
	return ""
}

// On says whether a sentence is true.
func (v Values) On(name string) bool { return v[name] == True }

// Text is what stands in a field, without spaces around it.
func (v Values) Text(name string) string { return strings.TrimSpace(v[name]) }

// List is what stands on the lines of a field.
func (v Values) List(name string) []string {
	var all []string
	for line := range strings.Lines(v[name]) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// Day is the day of a field. What is none was refused before (see Form.Save).
func (v Values) Day(name string) record.Date {
	day, err := record.ParseDate(v.Text(name))
	if err != nil {
		return record.Date{}
	}
	return day
}

// Written is a day as a field holds it, empty for none.
func Written(d record.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// Ask is what has to be asked before something is kept. A yes sets the value
// Field to True and saves again.
type Ask struct {
	Title, Confirm, Field string
	Says                  []string
}

// Error is the question.
func (a *Ask) Error() string { return a.Title }

// New begins a form; draft is what was half-typed, or nil.
func New(book *wording.Book, asks Questions, draft []byte) *Form {
	f := &Form{book: book, asks: asks, values: Values{}, wrong: map[string]string{}}
	begun, err := asks.Begin()
	if err != nil {
		f.trouble, f.broken = board.ExplainIn(book, err), true
		return f
	}
	f.begun = begun
	maps.Copy(f.values, begun)
	changed := Values{}
	if draft != nil && json.Unmarshal(draft, &changed) == nil {
		maps.Copy(f.values, changed)
	}
	return f
}

// Type keeps what stands in a field.
func (f *Form) Type(field, text string) {
	if f.values[field] == text {
		return
	}
	f.values[field] = text
	delete(f.wrong, field)
	f.asks.Turned(f.values, field)
}

// Values are the answers so far.
func (f *Form) Values() Values { return f.values }

// Value is what stands in a field.
func (f *Form) Value(field string) string { return f.values[field] }

// Changed says whether there is anything to lose.
func (f *Form) Changed() bool { return f.Draft() != nil }

// Draft is what was typed and not saved, or nil.
func (f *Form) Draft() []byte {
	changed := Values{}
	for name, text := range f.values {
		if text != f.begun[name] {
			changed[name] = text
		}
	}
	if len(changed) == 0 {
		return nil
	}
	draft, err := json.Marshal(changed)
	if err != nil {
		return nil // text always has a JSON form
	}
	return draft
}

// State is the form as it is now.
func (f *Form) State() State {
	s := State{Trouble: f.trouble}
	if f.broken {
		return s
	}
	s.Title, s.Note = f.asks.Head(f.values)
	s.Groups = f.asks.Groups(f.values)
	n := 0 // of the fields that stand there: another answer may have taken some away
	for g := range s.Groups {
		for i := range s.Groups[g].Inputs {
			in := &s.Groups[g].Inputs[i]
			in.Value, in.Mistake = f.values[in.Name], f.wrong[in.Name]
			if in.Mistake == "" {
				continue
			}
			if n++; n == 1 {
				s.First = in.Name
			}
		}
	}
	if n > 0 {
		s.Again = f.book.Count(n, "{n} field needs another look. Nothing is saved yet.", "{n} fields need another look. Nothing is saved yet.")
	}
	return s
}

// Save keeps what was typed and says so; "" is that something has to be
// mended first, or, where ask is not nil, agreed to.
func (f *Form) Save() (say string, ask *Ask) {
	f.wrong, f.trouble = map[string]string{}, ""
	shown := map[string]bool{}
	for _, g := range f.asks.Groups(f.values) {
		for _, in := range g.Inputs {
			shown[in.Name] = true
			if in.Kind == Day && f.values.Text(in.Name) != "" && f.values.Day(in.Name).IsZero() {
				f.wrong[in.Name] = f.book.Say("Write the day as year-month-day, like 2026-11-22.")
			}
		}
	}
	if len(f.wrong) > 0 {
		return "", nil
	}
	say, err := f.asks.Save(f.values)
	switch {
	case err == nil:
		f.begun = maps.Clone(f.values)
		return say, nil
	case errors.As(err, &ask):
		return "", ask
	}
	for _, p := range wording.Problems(err) {
		if _, noted := f.wrong[p.Field]; !noted && shown[p.Field] {
			f.wrong[p.Field] = f.book.Render(p.What)
		}
	}
	if len(f.wrong) == 0 {
		f.trouble = board.ExplainIn(f.book, err)
	}
	return "", nil
}

// Simple are Questions whose fields need nothing beside the answers.
type Simple struct {
	Title, Note string
	Start       func() (Values, error)
	Fields      func(Values) []Group
	Keep        func(Values) (say string, err error)
	// Turn, which may be nil, fills in what follows from an answer.
	Turn func(v Values, field string)
}

// Begin gives the answers that stand there at first.
func (s *Simple) Begin() (Values, error) { return s.Start() }

// Head is the title and the note.
func (s *Simple) Head(Values) (title, note string) { return s.Title, s.Note }

// Groups are the fields.
func (s *Simple) Groups(v Values) []Group { return s.Fields(v) }

// Turned fills in what follows from an answer.
func (s *Simple) Turned(v Values, field string) {
	if s.Turn != nil {
		s.Turn(v, field)
	}
}

// Save keeps the answers.
func (s *Simple) Save(v Values) (say string, err error) { return s.Keep(v) }
