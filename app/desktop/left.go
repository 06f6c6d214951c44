package desktop

import (
	"time"

	"holdfast/app"
)

// settle is how long the window must have been left: Fyne tells of leaving
// and coming back in pairs that mean nothing.
const settle = 300 * time.Millisecond

// Left is told when another window has the focus; putAway says whether ours
// is minimised.
func (d *Desktop) Left(putAway func() bool) {
	d.Entered()
	d.left = d.shell.Env().Runner.After(settle, func() {
		d.left = nil
		if putAway() {
			d.shell.Happened(app.Minimised)
		}
		d.shell.Happened(app.Away)
	})
}

// Entered is told when the window has the focus again.
func (d *Desktop) Entered() {
	if d.left != nil {
		d.left.Stop()
		d.left = nil
	}
}
