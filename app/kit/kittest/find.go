package kittest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"holdfast/app/kit"
)

// All are the visible parts of a type, within a part, from first to last.
func All[P any](within fyne.CanvasObject) []P {
	var found []P
	walk(within, func(o fyne.CanvasObject) {
		if part, ok := o.(P); ok {
			found = append(found, part)
		}
	})
	return found
}

// Button is the visible button with a label, in what lies on top or in the
// window. Without one the test fails.
func (s *Stage) Button(label string) *kit.Button {
	s.t.Helper()
	button := findButton(s.top(), label)
	if button == nil {
		s.t.Fatalf("no button %q in:\n%s", label, s.Words())
	}
	return button
}

// HasButton says whether there is such a button.
func (s *Stage) HasButton(label string) bool { return findButton(s.top(), label) != nil }

func findButton(within fyne.CanvasObject, label string) *kit.Button {
	for _, b := range All[*kit.Button](within) {
		if b.Label() == label {
			return b
		}
	}
	return nil
}

// Spoken is the visible part that a screen reader would call by a name.
func (s *Stage) Spoken(name string) fyne.CanvasObject {
	s.t.Helper()
	for _, part := range All[fyne.Accessible](s.top()) {
		_, pressed := part.(fyne.Tappable)
		if pressed && part.AccessibilityLabel() == name {
			return part.(fyne.CanvasObject)
		}
	}
	s.t.Fatalf("nothing is called %q in:\n%s", name, s.Words())
	return nil
}

// Entry is the field under a label.
func (s *Stage) Entry(label string) *kit.Entry {
	s.t.Helper()
	for _, e := range All[*kit.Entry](s.top()) {
		if e.Label() == label {
			return e
		}
	}
	s.t.Fatalf("no field %q in:\n%s", label, s.Words())
	return nil
}

func (s *Stage) top() fyne.CanvasObject {
	if top := s.Window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return s.Window.Canvas().Content()
}

// walk visits all visible parts.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch part := o.(type) {
	case *fyne.Container:
		for _, child := range part.Objects {
			walk(child, visit)
		}
	case *container.Scroll:
		walk(part.Content, visit)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(part).Objects() {
			walk(child, visit)
		}
	}
}

// Clipped are the texts that do not fit into the part that holds them, or
// into the window's width: what a person could not read.
func Clipped(s *Stage) []string {
	var cut []string
	root := s.Window.Canvas().Content()
	width := s.Window.Canvas().Size().Width
	for _, text := range All[*kit.Text](root) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
		need := text.HeightFor(text.Size().Width)
		if at.X < -0.5 || at.X+text.Size().Width > width+0.5 || text.Size().Height+0.5 < need {
			cut = append(cut, text.String())
		}
	}
	return cut
}
