package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	r := &barRenderer{bar: b, track: canvas.NewRectangle(color.Transparent), full: canvas.NewRectangle(color.Transparent)}
	r.track.CornerRadius, r.full.CornerRadius = barHeight/2, barHeight/2
	r.paint()
	return r
}

type barRenderer struct {
	bar         *Bar
	track, full *canvas.Rectangle
}

func (r *barRenderer) paint() {
	r.track.FillColor, r.full.FillColor = ink(theme.Track), ink(theme.Accent)
	r.full.Hidden = r.bar.fraction <= 0
}

func (r *barRenderer) Layout(size fyne.Size) {
	y := (size.Height - barHeight) / 2
	put(r.track, 0, y, size.Width, barHeight)
	put(r.full, 0, y, max(barHeight, size.Width*float32(min(1, max(0, r.bar.fraction)))), barHeight)
}

func (r *barRenderer) MinSize() fyne.Size { return r.bar.MinSize() }
func (r *barRenderer) Destroy()           {}
func (r *barRenderer) Refresh() {
	r.paint()
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}
func (r *barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.track, r.full} }
