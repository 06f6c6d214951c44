package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/theme"
)

// Style is a kind of text. There are no others.
type Style int

// The styles.
const (
	// Body is what is read, Strong the same in bold.
	Body Style = iota
	Strong
	// Small is a note in muted ink, SmallStrong the label of a field or of
	// a column.
	Small
	SmallStrong
	// Section heads a card, Lead is the one sentence that counts, Title heads
	// a page, Figure is a number to be seen from afar.
	Section
	Lead
	Title
	Figure
	// Code is for what is copied character by character: a key, a path.
	Code
)

// Tone is what a text or a part means, apart from its words.
type Tone int

// The tones. Plain is the tone that the style has by itself.
const (
	Plain Tone = iota
	// Ink is full ink where the style is muted, Muted the other way round.
	Ink
	Muted
	// Info is a neutral state and the colour of acts.
	Info
	// OK is allowed, done or well; Care needs a look; Never must not be.
	OK
	Care
	Never
	// OnAccent is text on a part that is filled with the accent.
	OnAccent
)

// size is the name of a style's size.
func (s Style) size() fyne.ThemeSizeName {
	switch s {
	case Small, SmallStrong:
		return theme.Small
	case Section:
		return theme.Section
	case Lead:
		return theme.Lead
	case Title:
		return theme.Title
	case Figure:
		return theme.Figure
	default:
		return theme.Body
	}
}

// face is the kind of letters of a style.
func (s Style) face() fyne.TextStyle {
	switch s {
	case Body, Small:
		return fyne.TextStyle{}
	case Code:
		return fyne.TextStyle{Monospace: true}
	default:
		return fyne.TextStyle{Bold: true}
	}
}

// role is the colour that text of a style and tone has.
func (t Tone) role(s Style) fyne.ThemeColorName {
	switch t {
	case Ink:
		return theme.Ink
	case Muted:
		return theme.Muted
	case Info:
		return theme.Accent
	case OK:
		return theme.OK
	case Care:
		return theme.Care
	case Never:
		return theme.Never
	case OnAccent:
		return theme.OnAccent
	}
	if s == Small {
		return theme.Muted
	}
	return theme.Ink
}

// soft is the ground on which a tone stands.
func (t Tone) soft() fyne.ThemeColorName {
	switch t {
	case OK:
		return theme.OKSoft
	case Care:
		return theme.CareSoft
	case Never:
		return theme.NeverSoft
	case Info:
		return theme.AccentSoft
	default:
		return theme.Card
	}
}

// ink is a colour of the theme in force.
func ink(role fyne.ThemeColorName) color.Color { return fynetheme.Color(role) }
