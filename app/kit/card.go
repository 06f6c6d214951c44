package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// Head is what stands at the top of a card or a page.
type Head struct {
	Title string
	// Note is one line below the title, muted.
	Note string
	// Acts are buttons at the right, the primary one last.
	Acts []fyne.CanvasObject
}

// Card is a white sheet with a title. A Head without words is left out.
func Card(head Head, body ...fyne.CanvasObject) *fyne.Container {
	var content fyne.CanvasObject = Stack(Near, body...)
	if top := cardHead(head); top != nil {
		gap := Near
		if len(head.Acts) > 0 {
			gap = 12
		}
		content = Stack(gap, top, content)
	}
	inset := Inset{Top: theme.PadCard - 2, Right: theme.PadCard, Bottom: theme.PadCard, Left: theme.PadCard}
	return Over(sheet(theme.Card, theme.Hairline, theme.RadiusCard), Pad(inset, content))
}

// Form puts fields under each other with room between them.
func Form(fields ...fyne.CanvasObject) *fyne.Container { return Stack(14, fields...) }

// Sheet is a card without a head and with little room inside, for a frame
// around a list or a picture.
func Sheet(body fyne.CanvasObject) *fyne.Container {
	return Over(sheet(theme.Card, theme.Hairline, theme.RadiusCard), Pad(Around(6), body))
}

func cardHead(head Head) fyne.CanvasObject {
	var words []fyne.CanvasObject
	if head.Title != "" {
		words = append(words, NewText(Section, head.Title))
	}
	if head.Note != "" {
		words = append(words, NewText(Small, head.Note))
	}
	var top fyne.CanvasObject = Stack(Hair, words...)
	switch {
	case len(head.Acts) > 0:
		return Spread(Gap, top, RowRight(Near, head.Acts...))
	case len(words) > 0:
		return top
	default:
		return nil
	}
}

// sheet is a rounded ground with a hairline around it.
func sheet(fill, line fyne.ThemeColorName, radius float32) *canvas.Rectangle {
	ground := canvas.NewRectangle(ink(fill))
	ground.CornerRadius = radius
	ground.StrokeWidth, ground.StrokeColor = 1, color.Color(ink(line))
	return ground
}
