package kit

import (
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/theme"
	"holdfast/record"
	"holdfast/wording"
)

// Env is what parts need besides their words. A screen is given one by the
// shell and passes it on; it does not change while a screen lives.
type Env struct {
	// Book is the language.
	Book *wording.Book
	// Runner runs slow work and timers, away from the window's goroutine.
	Runner *Runner
	// Clipboard forgets what was copied from us.
	Clipboard *Clipboard
	// Canvas is where dialogs, menus and the palette open.
	Canvas fyne.Canvas
	// Still asks for no movement.
	Still bool
	// Zone is the time zone in which "today" is meant; nil is the local one.
	Zone *time.Location
	// Home is the folder in which files are looked for, and offered to be
	// written, at first.
	Home string
	// Sticks lists the folders of what is plugged in; nil lists nothing.
	Sticks func() []string
}

// Today is the day that it is by the runner's clock.
func (e *Env) Today() record.Date {
	now := e.Runner.Clock().Now()
	if e.Zone != nil {
		now = now.In(e.Zone)
	}
	return record.DateOf(now)
}

// Say is e.Book.Say: an English sentence in the language of the person.
func (e *Env) Say(english string, pairs ...any) string { return e.Book.Say(english, pairs...) }

// Distances that screens use between parts.
const (
	// Gap is between cards.
	Gap = theme.Gap
	// Near is between things that belong together, Hair between a title and
	// its note.
	Near float32 = 8
	Hair float32 = 2
)

// textScale is how much larger than usual text is, 1 to 2.
func textScale() float32 { return fynetheme.Size(theme.Body) / 15 }
