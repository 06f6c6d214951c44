package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// tailed lays something to press upon the right end of a field. It stands
// beside the field and not within it: Fyne leads Shift+Tab to a part before it
// leads to what the part holds, so from the field below one would come to the
// field first, and from there to its own button.
func tailed(e *Entry, tail fyne.CanvasObject) *fyne.Container {
	room := canvas.NewRectangle(color.Transparent)
	e.ActionItem = room // keeps what is typed from running below the tail
	return &fyne.Container{Layout: &tailLayout{room}, Objects: []fyne.CanvasObject{e, tail}}
}

type tailLayout struct{ room *canvas.Rectangle }

func (l *tailLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, edge := objects[1].MinSize().Width, fynetheme.InputBorderSize()
	l.room.SetMinSize(fyne.NewSize(width, 0))
	put(objects[0], 0, 0, size.Width, size.Height)
	put(objects[1], size.Width-width-edge, edge, width, size.Height-2*edge)
}

func (l *tailLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
func (l *tailLayout) natural(objects []fyne.CanvasObject) float32   { return NaturalWidth(objects[0]) }
func (l *tailLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width)
}
