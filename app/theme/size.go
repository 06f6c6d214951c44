package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The sizes of text, asked for like Fyne's own: fynetheme.Size(theme.Body).
// All of them grow with the Look.
const (
	Body    fyne.ThemeSizeName = "hf.body"
	Small   fyne.ThemeSizeName = "hf.small"
	Section fyne.ThemeSizeName = "hf.section"
	Lead    fyne.ThemeSizeName = "hf.lead"
	Title   fyne.ThemeSizeName = "hf.title"
	Figure  fyne.ThemeSizeName = "hf.figure"
)

// Measures that stay the same at every text size, in Fyne's units.
const (
	// RadiusCard, RadiusField and RadiusTag round cards, buttons and fields,
	// and tags.
	RadiusCard  float32 = 12
	RadiusField float32 = 8
	RadiusTag   float32 = 10
	// PadCard is inside a card, Gap between cards, Margin around a page.
	PadCard float32 = 20
	Gap     float32 = 16
	Margin  float32 = 28
	// SideWidth is the width of the sidebar at 100 %.
	SideWidth float32 = 216
	// LineHeight is the distance of two lines of text in their size.
	LineHeight float32 = 1.45
	// LargeLineHeight is that of text larger than a Section.
	LargeLineHeight float32 = 1.27
)

// textSize is a size of text at 100 %, or 0 where the name is not one.
func textSize(name fyne.ThemeSizeName) float32 {
	switch name {
	case Body, fynetheme.SizeNameText:
		return 15
	case Small, fynetheme.SizeNameCaptionText:
		return 13
	case Section, fynetheme.SizeNameSubHeadingText:
		return 16
	case Lead:
		return 20
	case Title, fynetheme.SizeNameHeadingText:
		return 24
	case Figure:
		return 26
	case fynetheme.SizeNameInlineIcon:
		return 18
	default:
		return 0
	}
}

// plainSize is a size that does not grow with the text; ok is false where
// Fyne's own value is good.
func plainSize(name fyne.ThemeSizeName) (size float32, ok bool) {
	switch name {
	case fynetheme.SizeNameInnerPadding:
		return 10, true
	case fynetheme.SizeNameLineSpacing:
		return 4, true
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameButtonRadius:
		return RadiusField, true
	case fynetheme.SizeNameCardRadius, fynetheme.SizeNameDialogRadius, fynetheme.SizeNameInnerWindowRadius:
		return RadiusCard, true
	case fynetheme.SizeNamePopupRadius, fynetheme.SizeNameMenuRadius:
		return RadiusTag, true
	case fynetheme.SizeNameScrollBar:
		return 12, true
	case fynetheme.SizeNameScrollBarSmall:
		return 5, true
	case fynetheme.SizeNameModalBlurRadius:
		// A blurred page can still be read by somebody looking over a
		// shoulder and costs a frame on a weak machine: the shade is enough.
		return 0, true
	default:
		return 0, false
	}
}
