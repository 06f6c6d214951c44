package kit

import (
	"fyne.io/fyne/v2"
)

// Step is one page of a Wizard.
type Step struct {
	Title string
	Say   string
	// Build makes what is filled in or read, or is nil.
	Build func() fyne.CanvasObject
	// Next names the button that goes on; "Next" where it is empty.
	Next string
	// Leave is asked before going on; false stays, and the step shows why.
	// Nil lets go.
	Leave func() bool
	// Final has no way back: what it shows has been done.
	Final bool
}

// Wizard leads through a few steps, one card in the middle of the window.
type Wizard struct {
	composite
	env   *Env
	steps []Step
	at    int
	done  func()
	place *Slot
	// Next and Back are the buttons of the step that is shown; Back is nil
	// on the first.
	Next, Back *Button
}

// NewWizard shows the first step; done is called after the last one.
func NewWizard(env *Env, steps []Step, done func()) *Wizard {
	w := &Wizard{env: env, steps: steps, done: done, place: NewSlot(nil)}
	w.become(w, NewScroll(Pad(Around(Gap), Middle(560, w.place))))
	w.show()
	return w
}

// At is the number of the step that is shown, from 0.
func (w *Wizard) At() int { return w.at }

// FillsPage says that the wizard scrolls by itself.
func (w *Wizard) FillsPage() bool { return true }

// Go shows a step.
func (w *Wizard) Go(step int) {
	w.at = min(max(step, 0), len(w.steps)-1)
	w.show()
}

// Forward goes on as the button does.
func (w *Wizard) Forward() {
	step := w.steps[w.at]
	if step.Leave != nil && !step.Leave() {
		w.Refresh()
		return
	}
	if w.at == len(w.steps)-1 {
		w.done()
		return
	}
	w.Go(w.at + 1)
}

func (w *Wizard) show() {
	step := w.steps[w.at]
	next := step.Next
	if next == "" {
		next = w.env.Say("Next")
	}
	w.Next, w.Back = Primary(next, w.Forward), nil
	var foot fyne.CanvasObject = RowRight(Near, w.Next)
	if w.at > 0 && !step.Final {
		w.Back = Secondary(w.env.Say("Back"), func() { w.Go(w.at - 1) })
		foot = Spread(Gap, Row(0, w.Back), w.Next)
	}
	parts := []fyne.CanvasObject{
		NewText(Small, w.env.Say("Step {at} of {all}", "at", w.at+1, "all", len(w.steps))),
		NewText(Title, step.Title),
	}
	if step.Say != "" {
		parts = append(parts, NewText(Body, step.Say).In(Muted))
	}
	if step.Build != nil {
		parts = append(parts, Pad(Inset{Top: Near}, step.Build()))
	}
	parts = append(parts, Pad(Inset{Top: Gap}, foot))
	w.place.Set(Card(Head{}, Pad(Around(12), Stack(Near, parts...))))
	w.Refresh()
}
