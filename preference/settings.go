package preference

import (
	"unicode"
	"unicode/utf8"

	"holdfast/wording"
)

// Theme is how the window is coloured.
type Theme string

// The themes. FollowSystem is light or dark as the desktop is.
const (
	FollowSystem Theme = "system"
	Light        Theme = "light"
	Dark         Theme = "dark"
	HighContrast Theme = "contrast"
)

// Text size in percent of the usual one.
const (
	SmallestText = 100
	LargestText  = 200
)

// Bounds of a remembered window, in Fyne's device-independent units, and the
// length of a window title in characters.
const (
	narrowest, widest = 320, 16384
	lowest, tallest   = 240, 16384
	longestTitle      = 60
)

// Window is the size of the window in device-independent units. The zero
// Window stands for "as the program likes".
type Window struct {
	Width  int `json:"width"`
	Height int `json:"height"`
}

// Settings are what a person chose about the program itself, none of it about
// people or vaults.
type Settings struct {
	Window Window
	Theme  Theme
	// TextSize is in percent, SmallestText to LargestText.
	TextSize int
	// Language is "en", "es", or "" to follow the system.
	Language wording.Language
	// ReducedMotion asks for no moving or fading.
	ReducedMotion bool
	// Title is what the title bar and the taskbar show, at most 60 characters;
	// "" stands for the program's own neutral title. It shows on a locked
	// screen too, so it should name nobody.
	Title string
}

// Usual are the settings of a first start.
func Usual() Settings { return Settings{Theme: Light, TextSize: SmallestText} }

// Validate names the first setting that is out of its range. The error is a
// wording.Problem whose Field is the setting's name in the file.
func (s Settings) Validate() error {
	for _, check := range []error{s.Window.validate(), s.Theme.validate(), validateTextSize(s.TextSize),
		validateLanguage(s.Language), validateTitle(s.Title)} {
		if check != nil {
			return check
		}
	}
	return nil
}

func (w Window) validate() error {
	if w == (Window{}) {
		return nil
	}
	if w.Width < narrowest || w.Width > widest || w.Height < lowest || w.Height > tallest {
		return wording.Refuse("window", "The window's size is out of range.")
	}
	return nil
}

func (t Theme) validate() error {
	switch t {
	case FollowSystem, Light, Dark, HighContrast:
		return nil
	}
	return wording.Refuse("theme", "There is no such theme. There are system, light, dark and contrast.")
}

func validateTextSize(percent int) error {
	if percent < SmallestText || percent > LargestText {
		return wording.Refuse("text_size", "The text size is between {least} and {most} percent.",
			"least", SmallestText, "most", LargestText)
	}
	return nil
}

func validateLanguage(l wording.Language) error {
	switch l {
	case "", wording.InEnglish, wording.InSpanish:
		return nil
	}
	return wording.Refuse("language", "There is no such language. There are en and es.")
}

func validateTitle(title string) error {
	if !utf8.ValidString(title) || utf8.RuneCountInString(title) > longestTitle {
		return wording.Refuse("title", "The window title has at most {n} characters.", "n", longestTitle)
	}
	for _, r := range title {
		if !unicode.IsPrint(r) {
			return wording.Refuse("title", "The window title has a character in it that can't be shown.")
		}
	}
	return nil
}
