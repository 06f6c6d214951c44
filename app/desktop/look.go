package desktop

import (
	"fyne.io/fyne/v2"

	"holdfast/app/theme"
	"holdfast/preference"
	"holdfast/wording"
)

// look is how a person wants to see the program.
func look(s preference.Settings) theme.Look {
	l := theme.Look{Mode: theme.System, TextPercent: s.TextSize, StillPicture: s.ReducedMotion}
	switch s.Theme {
	case preference.Light:
		l.Mode = theme.Light
	case preference.Dark:
		l.Mode = theme.Dark
	case preference.HighContrast:
		l.HighContrast = true
	}
	return l
}

// language is the one that a person chose, or the system's where the program
// speaks it.
func language(s preference.Settings, system string) wording.Language {
	if s.Language != "" {
		return s.Language
	}
	if len(system) >= 2 && system[:2] == string(wording.InSpanish) {
		return wording.InSpanish
	}
	return wording.InEnglish
}

// windowSize is the size that the window had, or a comfortable one.
func windowSize(w preference.Window) fyne.Size {
	if w.Width < 640 || w.Height < 480 {
		return fyne.NewSize(1280, 800)
	}
	return fyne.NewSize(float32(w.Width), float32(w.Height))
}
