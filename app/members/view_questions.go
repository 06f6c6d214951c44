package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/record"
)

// questions is what a small form asks, with the places of its mistakes. That
// of a dialog is kept while it is filled in.
type questions struct {
	env    *kit.Env
	whole  *kit.Slot
	fields map[string]*kit.Field
	parts  []fyne.CanvasObject

	page   *page // nil for a form that is no dialog
	about  Asked
	inputs map[string]input
	open   *kit.OpenDialog
}

// input is a field whose text is kept and put back.
type input struct {
	text func() string
	put  func(string)
}

func newQuestions(env *kit.Env) *questions {
	q := &questions{env: env, whole: kit.NewSlot(nil), fields: map[string]*kit.Field{}, inputs: map[string]input{}}
	q.parts = []fyne.CanvasObject{q.whole}
	return q
}

// questions are those of a dialog.
func (p *page) questions(about Asked) *questions {
	q := newQuestions(p.env)
	q.page, q.about = p, about
	return q
}

// add puts a field below the others; name is that of its mistakes.
func (q *questions) add(name string, f *kit.Field) {
	q.fields[name] = f
	q.put(f)
}

// put puts anything else below the others.
func (q *questions) put(part fyne.CanvasObject) { q.parts = append(q.parts, part) }

// apart are questions in a part of their own, which is shown only sometimes.
func (q *questions) apart(ask func()) fyne.CanvasObject {
	others := q.parts
	q.parts = nil
	ask()
	part := kit.Stack(12, q.parts...)
	q.parts = others
	return part
}

// line asks for a line of text.
func (q *questions) line(name, label, text string) *kit.Entry {
	e := kit.NewEntry(q.env).With(text)
	e.OnChanged = func(string) { q.typed() }
	q.inputs[name] = input{func() string { return e.Text }, func(text string) { e.With(text) }}
	q.add(name, kit.NewField(label, e))
	return e
}

// day asks for a day.
func (q *questions) day(name, label string, on record.Date) *kit.DateEntry {
	d := kit.NewDateEntry(q.env, nil).Set(on)
	d.OnTyped = func(string) { q.typed() }
	q.inputs[name] = input{d.Text, func(text string) { d.SetText(text) }}
	q.add(name, kit.NewField(label, d))
	return d
}

// choice asks for one of several answers; chose, which may be nil, is told.
func (q *questions) choice(name, label string, list []form.Choice, chosen string, chose func(id string)) *kit.Select {
	s := kit.NewSelect(formpage.Options(list), func(id string) {
		if chose != nil {
			chose(id)
		}
		q.typed()
	}).Set(chosen)
	q.inputs[name] = input{s.Chosen, func(id string) {
		s.Set(id)
		if chose != nil {
			chose(id)
		}
	}}
	q.add(name, kit.NewField(label, s))
	return s
}

// typed keeps what stands in the fields.
func (q *questions) typed() {
	if q.open == nil {
		return
	}
	q.about.Typed = map[string]string{}
	for name, in := range q.inputs {
		q.about.Typed[name] = in.text()
	}
	q.page.model.Answering(&q.about)
	q.page.unsaved()
}

// gone is done when the dialog closes, whatever became of it.
func (q *questions) gone() {
	if q.page.model.Asked() != nil {
		q.page.model.Answering(nil)
		q.page.unsaved()
	}
}

// ask opens the dialog, with what was half-typed in it.
func (q *questions) ask(d kit.Dialog) {
	if half := q.page.model.Asked(); half != nil {
		for name, text := range half.Typed {
			if in, ok := q.inputs[name]; ok {
				in.put(text)
			}
		}
	}
	confirm := d.OnConfirm
	d.OnConfirm = func() bool {
		done := confirm()
		if done {
			q.gone()
		}
		return done
	}
	d.OnCancel = q.gone
	d.Body = kit.Stack(12, q.parts...)
	q.open = kit.Ask(q.env, d)
}

// relayout gives parts that came or went their room.
func (q *questions) relayout() {
	if q.open != nil {
		q.open.Relayout()
	}
}

// done shows what was done, or what is wrong with it.
func (q *questions) done(o Outcome) bool {
	if !q.right(o) {
		return false
	}
	q.page.did(o)
	return true
}

// finish is done for an act of its own within the dialog, which closes it.
func (q *questions) finish(o Outcome) {
	if q.done(o) {
		q.open.Close()
		q.gone()
		return
	}
	q.relayout()
}

// right says whether an act was done, and shows what is wrong where not.
func (q *questions) right(o Outcome) bool {
	q.whole.Set(nil)
	for name, field := range q.fields {
		field.SetMistake(o.Mistakes[name])
	}
	for name, said := range o.Mistakes {
		if q.fields[name] == nil && said != "" {
			q.whole.Set(kit.NewText(kit.Body, said).In(kit.Never))
		}
	}
	return o.OK()
}

// days reads days that were typed, under the names of their fields; ok is
// false where one can't be read, which then stands below its field.
func (q *questions) days(typed map[string]*kit.DateEntry) (days map[string]record.Date, ok bool) {
	days = map[string]record.Date{}
	wrong := map[string]string{}
	for name, entry := range typed {
		day, err := entry.Value()
		if err != nil {
			wrong[name] = q.env.Book.Error(err)
		}
		days[name] = day
	}
	return days, q.right(Outcome{Mistakes: wrong})
}
