package settings

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// locking is the page about when the board locks.
func (s *Screen) locking() fyne.CanvasObject {
	state := s.model.Locking()
	if state.Trouble != "" {
		return trouble(state.Trouble)
	}
	minutes := kit.NewSelect(options(state.Choices), func(id string) { s.locked(s.model.SetMinutes(id)) }).Set(state.Minutes)
	always := kit.Facts(
		kit.Know(s.env.Say("Ctrl+L"), s.env.Say("Locks at once.")),
		kit.Know(s.env.Say("Esc twice"), s.env.Say("Shows a neutral page at once, and locks. The same keys lead back to the lock.")),
		kit.Know(s.env.Say("Sleep and screen lock"), s.env.Say("When the computer sleeps or its screen locks, so does the board.")),
		kit.Know(s.env.Say("Half-typed forms"), s.env.Say("Are sealed into the vault and offered again after unlocking.")),
		kit.Know(s.env.Say("Clipboard"), s.env.Say("What is copied from here is cleared after {n} seconds, and when the board locks. Programs that keep a history of the clipboard keep it all the same.",
			"n", int(s.env.Clipboard.Kept().Seconds()))))
	return kit.Columns(
		kit.Column{Share: 1, Least: 320, Body: kit.Card(kit.Head{Title: s.env.Say("When to lock")}, kit.Form(
			kit.NewField(s.env.Say("When nobody has touched anything for"), minutes).
				Help(s.env.Say("A computer that is left alone is the likeliest way for somebody to read along.")),
			kit.NewSwitch(s.env.Say("Lock when the window is put away"), s.env.Say("Minimising it locks at once."), state.OnMinimise,
				func(on bool) { s.locked(s.model.SetOnMinimise(on)) })))},
		kit.Column{Share: 1, Least: 320, Body: kit.Card(kit.Head{Title: s.env.Say("What always holds")}, always)})
}

// locked says how a change of the rules went; where it failed, the page shows
// what holds.
func (s *Screen) locked(wrong string) {
	if s.said(wrong) {
		s.tabs.Again()
	}
}
