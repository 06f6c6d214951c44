// Package chartview shows a chart of package chart in the window, in the
// colours of the theme.
//
// It promises that a chart keeps its proportions and is never cut off; what it
// says stands beside it in words, and is what a screen reader gets.
//
// Example:
//
//	chartview.New(results.Chart(chartview.Style(), book), 560)
package chartview

import (
	"bytes"
	"image"
	"image/color"
	_ "image/png" // what charts are drawn as

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/theme"
	"holdfast/assets"
	"holdfast/chart"
	"holdfast/paper"
)

// fine is how many pixels a millimetre of a chart has.
const fine = 8

// Style is the colours of the window, by what a chart uses them for.
func Style() chart.Style {
	of := func(role fyne.ThemeColorName) color.Color { return fynetheme.Color(role) }
	return chart.Style{Ground: of(theme.Card), Ink: of(theme.Ink), Muted: of(theme.Muted), Line: of(theme.Hairline), Accent: of(theme.Accent), Second: of(theme.Care)}
}

// View is a chart in the window.
type View struct {
	widget.BaseWidget
	picture *canvas.Image
	// ratio is the height for a width of one, most the widest that it gets.
	ratio, most float32
	alt         string
}

// New shows a drawing, at most so wide at 100 % text. One that can't be drawn
// is empty; the table beside it says the same.
func New(d paper.Drawing, most float32) *View {
	v := &View{most: most, alt: d.Alt}
	if d.Width > 0 {
		v.ratio = float32(d.Height / d.Width)
	}
	v.picture = canvas.NewImageFromImage(drawn(d))
	v.picture.FillMode = canvas.ImageFillContain
	v.picture.ScaleMode = canvas.ImageScaleSmooth
	v.ExtendBaseWidget(v)
	return v
}

func drawn(d paper.Drawing) image.Image {
	png, err := chart.PNG(d, Style(), paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()}, fine)
	if err != nil {
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	}
	picture, _, err := image.Decode(bytes.NewReader(png))
	if err != nil {
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	}
	return picture
}

// NaturalWidth is the widest that it gets.
func (v *View) NaturalWidth() float32 {
	return v.most * fynetheme.Size(theme.Body) / theme.New(theme.Look{}).Size(theme.Body)
}

// HeightFor keeps the proportions.
func (v *View) HeightFor(width float32) float32 { return min(width, v.NaturalWidth()) * v.ratio }

// MinSize is small: it is drawn as large as there is room.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(160, 160*v.ratio) }

// AccessibilityLabel is what the chart says.
func (v *View) AccessibilityLabel() string { return v.alt }

// AccessibilityRole says that this is text.
func (v *View) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws it.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.picture) }
