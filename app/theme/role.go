package theme

import "fyne.io/fyne/v2"

// The names of colours by what they are for. They are asked for like Fyne's
// own: fynetheme.Color(theme.Ink).
const (
	// Ground is what the page lies on, Side the sidebar, Card a card, field
	// or dialog.
	Ground fyne.ThemeColorName = "hf.ground"
	Side   fyne.ThemeColorName = "hf.side"
	Card   fyne.ThemeColorName = "hf.card"
	// Hairline parts cards and rows; FieldLine surrounds what can be typed
	// in or chosen, and is at least 3:1 against a card in high contrast.
	Hairline  fyne.ThemeColorName = "hf.hairline"
	FieldLine fyne.ThemeColorName = "hf.fieldLine"
	// Ink is text, Muted is text of less weight.
	Ink   fyne.ThemeColorName = "hf.ink"
	Muted fyne.ThemeColorName = "hf.muted"
	// Accent is the one colour of acts and links, OnAccent text upon it,
	// AccentSoft the ground of what is chosen.
	Accent     fyne.ThemeColorName = "hf.accent"
	OnAccent   fyne.ThemeColorName = "hf.onAccent"
	AccentSoft fyne.ThemeColorName = "hf.accentSoft"
	// OK, Care and Never are the three states, each with the ground that it
	// stands on. Never is kept for what must not be done.
	OK        fyne.ThemeColorName = "hf.ok"
	OKSoft    fyne.ThemeColorName = "hf.okSoft"
	Care      fyne.ThemeColorName = "hf.care"
	CareSoft  fyne.ThemeColorName = "hf.careSoft"
	Never     fyne.ThemeColorName = "hf.never"
	NeverSoft fyne.ThemeColorName = "hf.neverSoft"
	// Hover is laid over what the pointer is on, Track under a bar of
	// progress, Shade between the page and a dialog.
	Hover fyne.ThemeColorName = "hf.hover"
	Track fyne.ThemeColorName = "hf.track"
	Shade fyne.ThemeColorName = "hf.shade"
)

// Pair is text and the ground that it may stand on.
type Pair struct{ Text, Ground fyne.ThemeColorName }

// Pairs lists every text colour with every ground that the kit puts it on.
func Pairs() []Pair {
	return []Pair{
		{Ink, Ground}, {Ink, Side}, {Ink, Card}, {Ink, AccentSoft},
		{Ink, OKSoft}, {Ink, CareSoft}, {Ink, NeverSoft},
		{Muted, Ground}, {Muted, Side}, {Muted, Card},
		{Muted, OKSoft}, {Muted, CareSoft}, {Muted, AccentSoft}, // on NeverSoft only Ink is dark enough
		{Accent, Ground}, {Accent, Card}, {Accent, AccentSoft}, {Accent, Side},
		{OnAccent, Accent},
		{OK, OKSoft}, {OK, Card}, {OK, Ground},
		{Care, CareSoft}, {Care, Card}, {Care, Ground},
		{Never, NeverSoft}, {Never, Card}, {Never, Ground},
	}
}
