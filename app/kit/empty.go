package kit

import (
	"fyne.io/fyne/v2"
)

// Empty is shown where there is nothing yet: it says so, and what to do first.
func Empty(title, say string, acts ...fyne.CanvasObject) *fyne.Container {
	parts := []fyne.CanvasObject{NewText(Section, title), NewText(Body, say).In(Muted)}
	if len(acts) > 0 {
		parts = append(parts, Pad(Inset{Top: Near}, Row(Near, acts...)))
	}
	return Pad(Inset{Top: 12, Bottom: 12}, NarrowLeft(560, Stack(Near, parts...)))
}
