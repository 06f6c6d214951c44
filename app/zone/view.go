package zone

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// Field is a field for a time zone, with the zones that fit below it.
type Field struct {
	*kit.Field
	// Changed, which may be nil, is told what is typed or chosen.
	Changed func(name string)

	about  func(name string) string
	submit func()
	env    *kit.Env
	entry  *kit.Entry
	offers *kit.Slot
	object fyne.CanvasObject
}

// NewField makes a field that holds a zone.
func NewField(env *kit.Env, label, name string) *Field {
	f := &Field{env: env, entry: kit.NewEntry(env).With(name), offers: kit.NewSlot(nil)}
	f.Field = kit.NewField(label, f.entry)
	f.entry.OnChanged = f.typed
	f.entry.OnSubmitted = func(string) { f.entered() }
	f.entry.Left = f.settle
	f.object = kit.Stack(kit.Near, f.Field, f.offers)
	return f
}

// Object is the field with its offers, as a part.
func (f *Field) Object() fyne.CanvasObject { return f.object }

// Name is what is typed.
func (f *Field) Name() string { return f.entry.Text }

// OnSubmitted sets what Enter does, once the only zone that fits is taken.
func (f *Field) OnSubmitted(act func()) { f.submit = act }

// About sets what is said below the field for what it holds.
func (f *Field) About(say func(name string) string) *Field {
	f.about = say
	f.Help(say(f.Name()))
	return f
}

func (f *Field) typed(text string) {
	f.offer(text)
	f.tell(text)
}

func (f *Field) tell(text string) {
	if f.about != nil {
		f.Help(f.about(text))
	}
	f.SetMistake("")
	if f.Changed != nil {
		f.Changed(text)
	}
}

func (f *Field) entered() {
	f.settle()
	if f.submit != nil {
		f.submit()
	}
}

// settle takes the zone that fits what is typed, where it is the only one. It
// stays offered: what is pressed to leave the field must not move.
func (f *Field) settle() {
	if only := Choices(f.env.Book, f.Name()); len(only) == 1 {
		f.entry.With(only[0].Name)
		f.tell(only[0].Name)
	}
}

func (f *Field) offer(text string) {
	choices := Choices(f.env.Book, text)
	if len(choices) == 0 {
		f.offers.Set(nil)
		return
	}
	links := make([]fyne.CanvasObject, len(choices))
	for i, c := range choices {
		links[i] = kit.Link(c.Label, func() { f.choose(c.Name) })
	}
	f.offers.Set(kit.Row(kit.Gap, links...))
}

func (f *Field) choose(name string) {
	f.entry.SetText(name)
	f.offers.Set(nil)
	f.Focus()
}
