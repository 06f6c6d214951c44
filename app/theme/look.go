package theme

import "holdfast/wording"

// Mode says whether the ground is light or dark. Its text is kept in the
// settings file, so it does not change.
type Mode string

// The modes.
const (
	// System follows what the desktop says.
	System Mode = "system"
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// The bounds of a text size, in percent.
const (
	SmallestText = 100
	LargestText  = 200
)

// Look is what a person chose to see. The zero Look is light (where the
// desktop says nothing), of plain contrast, at 100 %, with movement.
type Look struct {
	// Mode is System where it is empty.
	Mode Mode
	// HighContrast chooses the palettes with at least 7:1 and firm borders.
	HighContrast bool
	// TextPercent is 100 to 200; outside of it the nearest bound counts, and
	// 0 is 100.
	TextPercent int
	// StillPicture asks for no movement: nothing slides, fades or blinks.
	StillPicture bool
}

// Validate says what in a Look is not a choice that exists, as a Problem.
func (l Look) Validate() error {
	switch l.Mode {
	case "", System, Light, Dark:
	default:
		return wording.Refuse("theme", "Choose light, dark or as the system says.")
	}
	if l.TextPercent != 0 && (l.TextPercent < SmallestText || l.TextPercent > LargestText) {
		return wording.Refuse("text_percent", "Choose a text size between 100 and 200 percent.")
	}
	return nil
}

// Scale is the factor of the text size, 1 to 2.
func (l Look) Scale() float32 {
	percent := l.TextPercent
	if percent == 0 {
		percent = SmallestText
	}
	return float32(min(max(percent, SmallestText), LargestText)) / 100
}
