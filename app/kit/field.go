package kit

import (
	"fyne.io/fyne/v2"
)

// Field is a label above something that can be filled in, and one line below
// it: help, or what is wrong and what to do.
type Field struct {
	composite
	// Input is what is filled in.
	Input fyne.CanvasObject

	label, below *Text
	help         string
	wrong        Tone
}

// labelled is an input that wants to know its label, for screen readers.
type labelled interface{ setLabel(string) }

// NewField puts a label above an input.
func NewField(label string, input fyne.CanvasObject) *Field {
	f := &Field{Input: input, label: NewText(SmallStrong, label), below: NewText(Small, ""), wrong: Never}
	if l, ok := input.(labelled); ok {
		l.setLabel(label)
	}
	f.below.Hide()
	f.become(f, Stack(5, f.label, input, f.below))
	f.watch(input)
	return f
}

// edited is an input that tells, before anybody else, that it is being changed
// by hand.
type edited interface{ beforeEdit(func()) }

// watch takes what is wrong away as soon as somebody begins to mend it: whether
// it is right now is found out by saving.
func (f *Field) watch(input fyne.CanvasObject) {
	switch part := input.(type) {
	case edited:
		part.beforeEdit(f.mend)
	case *fyne.Container:
		for _, child := range part.Objects {
			f.watch(child)
		}
	}
}

func (f *Field) mend() {
	if f.Mistake() != "" {
		f.SetMistake("")
	}
}

// Help shows a line below, while there is no mistake.
func (f *Field) Help(text string) *Field {
	f.help = text
	f.SetMistake("")
	return f
}

// Calm says what is wrong without red, where somebody answers in their own time.
func (f *Field) Calm() *Field { f.wrong = Care; return f }

// SetMistake shows what is wrong in place of the help; "" takes it away.
func (f *Field) SetMistake(text string) {
	tone, line := Plain, f.help
	if text != "" {
		tone, line = f.wrong, text
	}
	f.below.SetSpans(Span{Text: line, Style: Small, Tone: tone})
	if line == "" {
		f.below.Hide()
	} else {
		f.below.Show()
	}
	f.Refresh()
}

// Mistake is what is wrong, as it is shown, or "".
func (f *Field) Mistake() string {
	if text := f.below.String(); f.below.Visible() && text != f.help {
		return text
	}
	return ""
}

// Focus puts the cursor into the input.
func (f *Field) Focus() {
	if first := firstIn(f.Input); first != nil {
		focus(first)
	}
}

// First is the first part within that takes the focus, or nil.
func First(within fyne.CanvasObject) fyne.Focusable { return firstIn(within) }

// firstIn is the first part within that takes the focus, or nil.
func firstIn(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() { // an empty Slot holds nothing
		return nil
	}
	switch part := o.(type) {
	case fyne.Focusable:
		return part
	case interface{ First() fyne.Focusable }:
		return part.First()
	case *fyne.Container:
		for _, child := range part.Objects {
			if first := firstIn(child); first != nil {
				return first
			}
		}
	case interface{ inside() fyne.CanvasObject }:
		return firstIn(part.inside())
	}
	return nil
}
