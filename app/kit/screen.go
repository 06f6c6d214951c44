package kit

import (
	"fyne.io/fyne/v2"

	"holdfast/app/route"
)

// Screen is what an area shows. The shell knows screens only as this.
type Screen interface {
	// Head is the title, a note below it, and acts at the right. After
	// Desk.Again the shell asks for the title and the note anew; the acts stay
	// those of the beginning.
	Head() Head
	// Content is the body below the head. It is asked for once; the screen
	// changes it by itself. A Filler gets the height that is left and is not
	// scrolled.
	Content() fyne.CanvasObject
	// Draft is what has been typed and not saved, so that it can be offered
	// again, or nil. It must be quick: the shell asks when it locks, and
	// locking waits for nothing.
	Draft() []byte
}

// Saver is a Screen with a form, which is kept by a key from anywhere on it.
type Saver interface{ Save() }

// Beginner is a Screen that begins with a field: the cursor is in it when the
// screen is opened. First is nil where there is none.
type Beginner interface{ First() fyne.Focusable }

// Desk is what the shell does for a screen.
type Desk interface {
	// Env is what parts are made with.
	Env() *Env
	// Go opens another place; Back the one before.
	Go(route.Route)
	Back()
	// At tells the shell that the screen itself went to another view of the
	// same thing, so that Back and a rebuilt window know it.
	At(route.Route)
	// Say says a success; undo may be nil.
	Say(sentence string, undo func())
	// Typed says that something was typed; about two seconds after the last
	// time, the shell keeps the screen's draft.
	Typed()
	// Saved says that there is nothing half-typed any more: the draft that
	// was kept is of no use.
	Saved()
	// Again asks the shell for the head and the counts of the sidebar anew.
	Again()
}
