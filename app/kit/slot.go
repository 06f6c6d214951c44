package kit

import "fyne.io/fyne/v2"

// Slot is a place for one part that is changed now and then: the part of a
// screen that a new state makes anew.
type Slot struct{ composite }

// NewSlot makes a place that holds a part; nil is nothing.
func NewSlot(part fyne.CanvasObject) *Slot {
	s := &Slot{}
	s.become(s, part)
	return s
}

// Set puts another part into the place, or nothing where it is nil.
func (s *Slot) Set(part fyne.CanvasObject) {
	s.content = part
	s.Refresh()
}

// Part is what the place holds.
func (s *Slot) Part() fyne.CanvasObject { return s.content }
