package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// Tag is a state in a word or two, on the ground of its tone: OK, Care, Never
// or Info. The word says what the colour says.
func Tag(tone Tone, word string) *fyne.Container {
	ground := canvas.NewRectangle(ink(tone.soft()))
	ground.CornerRadius = theme.RadiusTag
	if firm := ink(theme.Hairline); theme.Contrast(firm, ink(theme.Card)) >= 3 {
		ground.StrokeColor, ground.StrokeWidth = ink(tone.role(Body)), 1
	}
	text := NewSpans(Span{Text: word, Style: SmallStrong, Tone: tone}).Center()
	return Over(ground, Pad(Inset{Top: 1, Right: 10, Bottom: 1, Left: 10}, text))
}

// Tags are several tags in a row.
func Tags(tags ...fyne.CanvasObject) *fyne.Container { return Row(Near, tags...) }

// Spacer is nothing, of a height.
func Spacer(height float32) fyne.CanvasObject {
	nothing := canvas.NewRectangle(nil)
	nothing.SetMinSize(fyne.NewSize(0, height))
	return nothing
}

// Hairline is a thin line across.
func Hairline() fyne.CanvasObject {
	line := canvas.NewRectangle(ink(theme.Hairline))
	line.SetMinSize(fyne.NewSize(0, 1))
	return line
}
