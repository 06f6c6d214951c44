package members

import (
	"encoding/json"
	"maps"
	"slices"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Form is a person while they are typed, new or changed: under the names of
// fields, as text wherever what is typed may still be wrong.
type Form struct {
	board  Board
	book   *wording.Book
	id     member.ID // "" for somebody new
	person member.Member
	fields []member.Field
	today  record.Date

	before, typed map[string]string
	wrong         map[string]string
	trouble       string
}

// FormState is what the form shows.
type FormState struct {
	Title, Note string
	// Trouble is why nothing can be typed, or why it could not be saved.
	Trouble string
	Groups  []Group
	// Again is said where fields need another look; First is the first one.
	Again string
	First string
}

// Group is one card of the form.
type Group struct {
	Title string
	// Say is a sentence below the title, or "".
	Say    string
	Inputs []Input
}

// Input is one field of the form.
type Input struct {
	Name, Label, Help string
	Kind              member.Kind
	// Choices are to choose from (for a line or a list, to pick up); Ticked
	// says that a list is filled by ticking them.
	Choices []form.Choice
	Ticked  bool
	// Covered says that what is typed is to be hidden from a glance.
	Covered bool
	Value   string
	Mistake string
}

// NewForm makes the form of a person, or of somebody new where id is "".
// draft is what was half-typed, or nil.
func NewForm(b Board, book *wording.Book, id member.ID, draft []byte) *Form {
	f := &Form{board: b, book: book, id: id, before: map[string]string{}, typed: map[string]string{}}
	if err := f.read(); err != nil {
		f.trouble = board.ExplainIn(book, err)
		return f
	}
	for _, field := range f.fields {
		f.before[field.Name] = f.shown(field)
	}
	if f.id == "" {
		f.before["stage"] = string(member.Prospect)
	}
	maps.Copy(f.typed, f.before)
	if draft != nil {
		changed := map[string]string{}
		if json.Unmarshal(draft, &changed) == nil {
			maps.Copy(f.typed, changed)
		}
	}
	return f
}

// read asks for the fields and, unless they are new, for the person.
func (f *Form) read() error {
	now, err := f.board.Now()
	if err != nil {
		return err
	}
	f.today = record.DateOf(now)
	all, err := f.board.Fields()
	if err != nil {
		return err
	}
	if f.id != "" {
		if f.person, err = f.board.Member(f.id); err != nil {
			return err
		}
		// The timeline, the roles and the terms have acts of their own.
		all = slices.DeleteFunc(all, func(field member.Field) bool { return field.Counted })
	}
	f.fields = all
	return nil
}

// ID is whom the form is about, "" for somebody new.
func (f *Form) ID() member.ID { return f.id }

// Type keeps what stands in a field.
func (f *Form) Type(field, text string) {
	f.typed[field] = text
	delete(f.wrong, field)
}

// Changed says whether there is anything to save or to lose.
func (f *Form) Changed() bool { return len(f.changes()) > 0 }

// changes are the fields that were typed in.
func (f *Form) changes() map[string]string {
	changed := map[string]string{}
	for name, text := range f.typed {
		if text != f.before[name] {
			changed[name] = text
		}
	}
	return changed
}

// Draft is what was typed and not saved, or nil.
func (f *Form) Draft() []byte {
	changed := f.changes()
	if len(changed) == 0 {
		return nil
	}
	draft, err := json.Marshal(changed)
	if err != nil {
		return nil
	}
	return draft
}

// State is the form as it is now.
func (f *Form) State() FormState {
	s := FormState{Title: f.book.Say("Add a person"), Trouble: f.trouble,
		Note: f.book.Say("Only a name is needed. Everything else can wait, or stay empty.")}
	if f.id != "" {
		s.Title = f.book.Say("Change what is kept about {name}", "name", f.person.Name)
	}
	for _, g := range member.Groups() {
		group := Group{Title: f.book.Render(g.Label()), Say: f.about(g)}
		for _, field := range f.fields {
			if field.Group == g {
				group.Inputs = append(group.Inputs, f.input(field))
			}
		}
		if len(group.Inputs) > 0 {
			s.Groups = append(s.Groups, group)
		}
	}
	for _, field := range f.fields {
		if f.wrong[field.Name] != "" && s.First == "" {
			s.First = field.Name
		}
	}
	if n := len(f.wrong); n > 0 {
		s.Again = f.book.Count(n, "{n} field needs another look. Nothing is saved yet.", "{n} fields need another look. Nothing is saved yet.")
	}
	return s
}

// about is a sentence about a group of fields, where one helps.
func (f *Form) about(g member.Group) string {
	switch g {
	case member.GroupSupport:
		return f.book.Say("In the person’s own words, as far as they wish. What happened to them is not asked here or anywhere.")
	case member.GroupSafety:
		return f.book.Say("How to reach the person themselves is on their safe contact sheet.")
	default:
		return ""
	}
}

// mostTicked is how many choices a list has at most to be filled by ticking.
const mostTicked = 16

func (f *Form) input(field member.Field) Input {
	in := Input{
		Name: field.Name, Label: f.book.Render(field.Label), Help: f.book.Render(field.Help), Kind: field.Kind,
		Choices: suggested(f.book, field.Choices), Ticked: ticked(field), Covered: field.Masked, Value: f.typed[field.Name], Mistake: f.wrong[field.Name],
	}
	switch {
	case field.Kind == member.KindChoice:
		if field.Name != "stage" {
			in.Choices = append([]form.Choice{{ID: "", Label: f.book.Say("Nobody has said")}}, in.Choices...)
		}
	case field.Kind == member.KindYesNo:
		in.Choices = answers(f.book)
	case field.Kind == member.KindList && !in.Ticked:
		in.Help = joined(in.Help, f.book.Say("One on each line."))
	}
	return in
}

// ticked says whether a list is filled by ticking.
func ticked(field member.Field) bool {
	return field.Kind == member.KindList && len(field.Choices) > 0 && len(field.Choices) <= mostTicked
}

func joined(one, other string) string {
	if one == "" {
		return other
	}
	return one + " " + other
}
