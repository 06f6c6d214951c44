package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// Tag is a state in a word or two, on the ground of its tone: OK, Care, Never
// or Info. The word says what the colour says.
func Tag(tone Tone, word string) *fyne.Container {
	ground := canvas.NewRectangle(ink(tone.soft()))
	ground.CornerRadius = theme.RadiusTag * textScale()
	if firmLines() {
		ground.StrokeColor, ground.StrokeWidth = ink(tone.role(Body)), 1
	}
	text := NewSpans(Span{Text: word, Style: SmallStrong, Tone: tone}).Center()
	return &fyne.Container{
		Layout:  &tagLayout{insetLayout{inset: Inset{Top: 1, Right: 10, Bottom: 1, Left: 10}}},
		Objects: []fyne.CanvasObject{ground, text},
	}
}

// tagLayout keeps a word or two on one line, so that columns and rows give a
// tag its room before they break it.
type tagLayout struct{ insetLayout }

func (l *tagLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := min(l.natural(objects), 200*textScale())
	return l.minSize(l, objects, least)
}

// Tags are several tags in a row.
func Tags(tags ...fyne.CanvasObject) *fyne.Container { return Row(Near, tags...) }

// firmLines says whether the look wants borders that can be seen well, as in
// high contrast.
func firmLines() bool { return theme.Contrast(ink(theme.Hairline), ink(theme.Card)) >= 3 }

// Spacer is nothing, of a height.
func Spacer(height float32) fyne.CanvasObject {
	nothing := canvas.NewRectangle(color.Transparent)
	nothing.SetMinSize(fyne.NewSize(0, height))
	return nothing
}

// Hairline is a thin line across.
func Hairline() fyne.CanvasObject {
	line := canvas.NewRectangle(ink(theme.Hairline))
	line.SetMinSize(fyne.NewSize(0, 1))
	return line
}
