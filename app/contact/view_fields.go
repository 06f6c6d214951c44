package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/record"
)

// fields makes the fields of a form, each bound to what it fills in, and
// knows them by the names that problems call them by.
type fields struct {
	env *kit.Env
	// typed is told after each change, submit when Enter is pressed.
	typed, submit func()
	mistake       func(field string) string

	made map[string]*kit.Field
	days map[string]*kit.DateEntry
	// sections are the parts of the form in their order, of which one is
	// being made; each can be made again on its own.
	sections []*section
	making   *section
	// mended are the fields that were changed since they were found wrong.
	mended map[string]bool
}

// section is a part of a form and the names of its fields.
type section struct {
	name   string
	fields []string
}

// section begins to make a part of the form, or makes it again.
func (f *fields) section(name string) {
	for _, s := range f.sections {
		if s.name != name {
			continue
		}
		for _, field := range s.fields {
			f.mended[field] = f.made[field].Mistake() == ""
			delete(f.made, field)
		}
		s.fields, f.making = nil, s
		return
	}
	f.making = &section{name: name}
	f.sections = append(f.sections, f.making)
}

func newFields(env *kit.Env, typed, submit func(), mistake func(string) string) *fields {
	return &fields{env: env, typed: typed, submit: submit, mistake: mistake,
		made: map[string]*kit.Field{}, days: map[string]*kit.DateEntry{}, mended: map[string]bool{}}
}

// add makes a field of an input under the name of its problems.
func (f *fields) add(name, label, help string, input fyne.CanvasObject) *kit.Field {
	field := kit.NewField(label, input)
	if help != "" {
		field.Help(help)
	}
	return f.keep(name, field)
}

// keep knows a field by the name of its problems.
func (f *fields) keep(name string, field *kit.Field) *kit.Field {
	if wrong := f.mistake(name); wrong != "" && !f.mended[name] {
		field.SetMistake(wrong)
	}
	f.made[name] = field
	f.making.fields = append(f.making.fields, name)
	return field
}

// line is a field of one line.
func (f *fields) line(name, label, help string, value *string) *kit.Field {
	return f.add(name, label, help, f.entry(kit.NewEntry(f.env), value))
}

// lines is a field of several lines.
func (f *fields) lines(name, label, help string, rows int, value *string) *kit.Field {
	return f.add(name, label, help, f.entry(kit.NewLines(f.env, rows), value))
}

func (f *fields) entry(e *kit.Entry, value *string) *kit.Entry {
	e.With(*value)
	e.OnChanged = func(text string) { *value = text; f.typed() }
	if !e.MultiLine {
		e.OnSubmitted = func(string) { f.submit() }
	}
	return e
}

// day is a field for a day.
func (f *fields) day(name, label, help string, value *record.Date) *kit.Field {
	d := kit.NewDateEntry(f.env, func(day record.Date) { *value = day; f.typed() }).Set(*value)
	f.days[name] = d
	return f.add(name, label, help, d)
}

// check is a sentence that is true or not.
func (f *fields) check(label string, value *bool) *kit.Check {
	return kit.NewCheck(label, *value, func(on bool) { *value = on; f.typed() })
}

// selected is a field whose answer is chosen from a list; chosen, which may
// be nil, is done after that.
func selected[C ~string](f *fields, name, label, help string, list []form.Choice, value *C, chosen func()) *kit.Field {
	choose := func(id string) {
		*value = C(id)
		f.typed()
		if chosen != nil {
			chosen()
		}
	}
	return f.add(name, label, help, kit.NewSelect(formpage.Options(list), choose).Set(string(*value)))
}

// badDays marks the days that can't be read and says whether there are any.
func (f *fields) badDays() bool {
	bad := false
	for name, d := range f.days {
		if _, err := d.Value(); err != nil {
			f.made[name].SetMistake(f.env.Book.Error(err))
			bad = true
		}
	}
	return bad
}

// has says whether a field of that name is in the form.
func (f *fields) has(name string) bool { return f.made[name] != nil }

// mark shows under each field what is wrong with it.
func (f *fields) mark() {
	clear(f.mended)
	for name, field := range f.made {
		field.SetMistake(f.mistake(name))
	}
}

// toFirstMistake puts the cursor into the first field that has one.
func (f *fields) toFirstMistake() {
	for _, s := range f.sections {
		for _, name := range s.fields {
			if f.made[name].Mistake() != "" {
				f.made[name].Focus()
				return
			}
		}
	}
}
