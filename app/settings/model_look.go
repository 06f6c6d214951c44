package settings

import (
	"strconv"

	"holdfast/preference"
	"holdfast/wording"
)

// LookState is what the page of the window's looks shows.
type LookState struct {
	Theme, TextSize, Language string
	Themes, Sizes, Languages  []Option
	Still                     bool
	Title                     string
}

// Look is the page as it is now.
func (m *Model) Look() LookState {
	p := m.window.Preferences()
	s := LookState{
		Theme: string(p.Theme), TextSize: strconv.Itoa(p.TextSize), Language: string(p.Language),
		Still: p.ReducedMotion, Title: p.Title,
		Themes: []Option{
			{ID: string(preference.FollowSystem), Label: m.book.Say("As the computer is set")},
			{ID: string(preference.Light), Label: m.book.Say("Light")},
			{ID: string(preference.Dark), Label: m.book.Say("Dark")},
			{ID: string(preference.HighContrast), Label: m.book.Say("High contrast"), Note: m.book.Say("Firm lines, and letters as dark as can be.")},
		},
		Languages: []Option{
			{ID: "", Label: m.book.Say("As the computer is set")},
			{ID: string(wording.InEnglish), Label: "English"},
			{ID: string(wording.InSpanish), Label: "Español"},
		},
	}
	for _, percent := range []int{preference.SmallestText, 110, 125, 150, 175, preference.LargestText} {
		s.Sizes = append(s.Sizes, m.size(percent))
	}
	if !has(s.Sizes, s.TextSize) {
		s.Sizes = append(s.Sizes, m.size(p.TextSize))
	}
	return s
}

func (m *Model) size(percent int) Option {
	return Option{ID: strconv.Itoa(percent), Label: m.book.Say("{n} %", "n", percent)}
}

func has(options []Option, id string) bool {
	for _, o := range options {
		if o.ID == id {
			return true
		}
	}
	return false
}

// SetTheme and the others change one thing of the window at once. What they
// say is what is wrong, or "".
func (m *Model) SetTheme(id string) string {
	return m.prefer(func(p *preference.Settings) { p.Theme = preference.Theme(id) })
}

// SetTextSize takes a size in percent.
func (m *Model) SetTextSize(id string) string {
	percent, err := strconv.Atoi(id)
	if err != nil {
		return m.Explain(wording.Refuse("text_size", "Choose a text size from the list."))
	}
	return m.prefer(func(p *preference.Settings) { p.TextSize = percent })
}

// SetLanguage takes "en", "es" or "".
func (m *Model) SetLanguage(id string) string {
	return m.prefer(func(p *preference.Settings) { p.Language = wording.Language(id) })
}

// SetStill asks for no movement, or allows it.
func (m *Model) SetStill(still bool) string {
	return m.prefer(func(p *preference.Settings) { p.ReducedMotion = still })
}

// SetTitle takes what the title bar shows.
func (m *Model) SetTitle(title string) string {
	return m.prefer(func(p *preference.Settings) { p.Title = title })
}

func (m *Model) prefer(change func(*preference.Settings)) string {
	return m.Explain(m.window.SetPreferences(change))
}
