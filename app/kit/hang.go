package kit

import "fyne.io/fyne/v2"

// Hanging is a part with a short mark ("1.", "•") at its left, beside its
// first line. All marks are equally wide, so that steps stand under each other.
func Hanging(mark string, main fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &hangLayout{}, Objects: []fyne.CanvasObject{NewText(Strong, mark).In(Info), main}}
}

type hangLayout struct{ lastWidth }

// mark is the width that marks have.
func (l *hangLayout) mark() float32 { return roundUp(28 * textScale()) }

func (l *hangLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	mark, rest := l.mark(), max(1, size.Width-l.mark())
	put(objects[0], 0, 0, mark, HeightFor(objects[0], mark))
	put(objects[1], mark, 0, rest, HeightFor(objects[1], rest))
}

func (l *hangLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, l.mark()+objects[1].MinSize().Width)
}

func (l *hangLayout) natural(objects []fyne.CanvasObject) float32 {
	return l.mark() + NaturalWidth(objects[1])
}

func (l *hangLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	mark := l.mark()
	return max(HeightFor(objects[0], mark), HeightFor(objects[1], max(1, width-mark)))
}
