package consents

import (
	"encoding/json"
	"maps"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Form is a form while it is filled in: under the names of its fields, as
// text wherever what is typed may still be wrong. What it asks depends on what
// is answered already.
type Form struct {
	book          *wording.Book
	asks          questions
	begun, values values
	wrong         map[string]string
	trouble       string
	broken        bool // it could not even begin
}

// questions are what a form asks and what it does with the answers.
type questions interface {
	// begin gives the answers that stand there at first.
	begin() (values, error)
	// head is the title and a note.
	head(values) (title, note string)
	// groups are the fields, for what is answered so far.
	groups(values) []Group
	// turned fills in what follows from a new answer.
	turned(v values, field string)
	// save keeps the answers and says so.
	save(values) (say string, err error)
	// owner is under what a scanned page is kept.
	owner() record.ID
}

// FormState is what a form shows.
type FormState struct {
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

// InputKind is how a field is filled in.
type InputKind int

// The kinds of fields.
const (
	Line  InputKind = iota
	Lines           // several lines; a list has one thing on each
	Day
	OneOf  // one of the choices
	SomeOf // any of the choices, one on each line of the value
	Yes    // a sentence that is true ("yes") or not
	Said   // nothing to fill in: words that were shown
	Scan   // a scanned page
	Print  // a paper made of what is typed so far
)

// Input is one field.
type Input struct {
	Kind              InputKind
	Name, Label, Help string
	Choices           []Choice
	// Turns says that other fields depend on the answer.
	Turns bool
	// Says are the words of a Said.
	Says           []string
	Value, Mistake string
}

// values are the answers of a form.
type values map[string]string

func (v values) on(name string) bool { return v[name] == yes }

// list is what stands on the lines of a field.
func (v values) list(name string) []string {
	var all []string
	for line := range strings.Lines(v[name]) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// day is the day of a field. What is none was refused before (see Form.Save).
func (v values) day(name string) record.Date {
	day, err := record.ParseDate(strings.TrimSpace(v[name]))
	if err != nil {
		return record.Date{}
	}
	return day
}

func (v values) text(name string) string { return strings.TrimSpace(v[name]) }

// yes is the value of a sentence that is true.
const yes = "yes"

func truth(on bool) string {
	if on {
		return yes
	}
	return ""
}

// newForm begins a form; draft is what was half-typed, or nil.
func newForm(book *wording.Book, asks questions, draft []byte) *Form {
	f := &Form{book: book, asks: asks, values: values{}, wrong: map[string]string{}}
	begun, err := asks.begin()
	if err != nil {
		f.trouble, f.broken = explained(book, err), true
		return f
	}
	f.begun = begun
	maps.Copy(f.values, begun)
	changed := values{}
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
	f.asks.turned(f.values, field)
}

// Changed says whether there is anything to lose.
func (f *Form) Changed() bool { return f.Draft() != nil }

// Draft is what was typed and not saved, or nil.
func (f *Form) Draft() []byte {
	changed := values{}
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
func (f *Form) State() FormState {
	s := FormState{Trouble: f.trouble}
	if f.broken {
		return s
	}
	s.Title, s.Note = f.asks.head(f.values)
	s.Groups = f.asks.groups(f.values)
	for g := range s.Groups {
		for i := range s.Groups[g].Inputs {
			in := &s.Groups[g].Inputs[i]
			in.Value, in.Mistake = f.values[in.Name], f.wrong[in.Name]
			if in.Mistake != "" && s.First == "" {
				s.First = in.Name
			}
		}
	}
	if n := len(f.wrong); n > 0 {
		s.Again = f.book.Count(n, "{n} field needs another look. Nothing is saved yet.", "{n} fields need another look. Nothing is saved yet.")
	}
	return s
}

// Save keeps what was typed and says so; "" is that something has to be
// mended first.
func (f *Form) Save() string {
	f.wrong, f.trouble = map[string]string{}, ""
	shown := map[string]bool{}
	for _, g := range f.asks.groups(f.values) {
		for _, in := range g.Inputs {
			shown[in.Name] = true
			if in.Kind == Day && f.values.text(in.Name) != "" && f.values.day(in.Name).IsZero() {
				f.wrong[in.Name] = f.book.Say("Write the day as year-month-day, like 2026-11-22.")
			}
		}
	}
	if len(f.wrong) > 0 {
		return ""
	}
	say, err := f.asks.save(f.values)
	if err == nil {
		f.begun = maps.Clone(f.values)
		return say
	}
	problems := wording.Problems(err)
	for _, p := range problems {
		if _, noted := f.wrong[p.Field]; !noted && shown[p.Field] {
			f.wrong[p.Field] = f.book.Render(p.What)
		}
	}
	if len(f.wrong) == 0 {
		f.trouble = explained(f.book, err)
	}
	return ""
}
