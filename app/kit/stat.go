package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/theme"
)

// Stat is one figure on a card: what it is, how much, and a note.
func Stat(label, figure, note string) *fyne.Container {
	var below fyne.CanvasObject
	if note != "" {
		below = NewText(Small, note)
	}
	return StatWith(label, figure, below)
}

// StatWith is a Stat with a part in place of the note, a Bar for instance.
func StatWith(label, figure string, below fyne.CanvasObject) *fyne.Container {
	parts := []fyne.CanvasObject{NewText(Small, label), NewText(Figure, figure)}
	if below != nil {
		parts = append(parts, below)
	}
	return Card(Head{}, Stack(Hair, parts...))
}

// Bar is how much of something there is, as a bar. It stands beside words
// that say the same.
type Bar struct {
	widget.BaseWidget
	fraction float64
}

// NewBar makes a bar that is filled to a fraction, 0 to 1; below 0 nobody
// knows how much, and the bar is empty.
func NewBar(fraction float64) *Bar {
	b := &Bar{fraction: fraction}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes how much the bar is filled.
func (b *Bar) Set(fraction float64) { b.fraction = fraction; b.Refresh() }

const barHeight float32 = 7

// NaturalWidth is wide enough to be read.
func (b *Bar) NaturalWidth() float32 { return 160 }

// HeightFor is that of the bar with a little room.
func (b *Bar) HeightFor(float32) float32 { return barHeight + 8 }

// MinSize is a short bar.
func (b *Bar) MinSize() fyne.Size { return fyne.NewSize(48, barHeight+8) }

// CreateRenderer draws the track and what is filled.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	track, full := ground(barHeight/2), ground(barHeight/2)
	return &drawn{part: b, of: []fyne.CanvasObject{track, full}, place: func(size fyne.Size) {
		fill(track, theme.Track, "", 0)
		fill(full, theme.Accent, "", 0)
		show(full, b.fraction > 0)
		y := (size.Height - barHeight) / 2
		put(track, 0, y, size.Width, barHeight)
		put(full, 0, y, max(barHeight, size.Width*float32(min(1, max(0, b.fraction)))), barHeight)
	}}
}
