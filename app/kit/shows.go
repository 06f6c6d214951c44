package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Shows says whether a part is in the window. A page that looks at the clock
// again and again asks it first, and stops once it was left: the Runner lives
// for as long as the board is open.
func (e *Env) Shows(part fyne.CanvasObject) bool {
	_, found := wayTo(e.Canvas.Content(), part, func(*container.Scroll, float32) {})
	return found
}
