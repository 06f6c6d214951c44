package formpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/kit"
)

// Extras are what only some forms have. All of it may be left out.
type Extras struct {
	// Title is that of a form that could not begin.
	Title string
	// Save names the button that saves.
	Save string
	// Own draws an input of the kind form.Own.
	Own func(*Screen, form.Input) fyne.CanvasObject
	// Above and Below stand around the cards.
	Above, Below func(*Screen) fyne.CanvasObject
	// Acts are further buttons, before the one that saves.
	Acts func(*Screen) []fyne.CanvasObject
	// Done, for a form that is a part of a screen with more on it, is told what
	// saving said; then nothing is left, and there is no button to cancel.
	Done func(say string)
	// Let is done with what was typed when it is let go.
	Let func(form.Values)
}

// around are the places of Above and Below.
type around struct{ above, below *kit.Slot }

func newAround() around { return around{kit.NewSlot(nil), kit.NewSlot(nil)} }

func (s *Screen) fillAround() {
	if s.extras.Above != nil {
		s.around.above.Set(s.extras.Above(s))
	}
	if s.extras.Below != nil {
		s.around.below.Set(s.extras.Below(s))
	}
}

// acts are the buttons below a form.
func (s *Screen) acts() fyne.CanvasObject {
	var all []fyne.CanvasObject
	if s.extras.Done == nil {
		all = append(all, kit.Secondary(s.env.Say("Cancel"), s.cancel))
	}
	if s.extras.Acts != nil {
		all = append(all, s.extras.Acts(s)...)
	}
	save := s.extras.Save
	if save == "" {
		save = s.env.Say("Write it down")
	}
	return kit.RowRight(kit.Near, append(all, kit.Primary(save, s.Save))...)
}

// Set changes an answer from without, and shows it.
func (s *Screen) Set(name, value string) {
	s.model.Type(name, value)
	s.desk.Typed()
	s.redraw(name)
}

// Keep saves without leaving, and says whether it was kept; where it was not,
// the form says what has to be mended.
func (s *Screen) Keep() (say string, kept bool) {
	say, ask := s.model.Save()
	switch {
	case ask != nil:
		s.ask(ask)
	case say == "":
		s.redraw(s.model.State().First)
	default:
		s.desk.Saved()
	}
	return say, say != ""
}
