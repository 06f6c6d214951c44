package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/record"
)

// questions is what a small dialog asks, with the places of its mistakes.
type questions struct {
	env    *kit.Env
	whole  *kit.Slot
	fields map[string]*kit.Field
	parts  []fyne.CanvasObject
	open   *kit.OpenDialog
}

func newQuestions(env *kit.Env) *questions {
	q := &questions{env: env, whole: kit.NewSlot(nil), fields: map[string]*kit.Field{}}
	q.parts = []fyne.CanvasObject{q.whole}
	return q
}

// add puts a field below the others; name is that of its mistakes.
func (q *questions) add(name string, f *kit.Field) {
	q.fields[name] = f
	q.parts = append(q.parts, f)
}

// put puts anything else below the others.
func (q *questions) put(part fyne.CanvasObject) { q.parts = append(q.parts, part) }

func (q *questions) ask(d kit.Dialog) {
	d.Body = kit.Stack(12, q.parts...)
	q.open = kit.Ask(q.env, d)
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
