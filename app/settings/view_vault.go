package settings

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// vault is the page about where everything lies.
func (s *Screen) vault() fyne.CanvasObject {
	state := s.model.Vault()
	if state.Trouble != "" {
		return trouble(state.Trouble)
	}
	parts := []fyne.CanvasObject{}
	if state.Synced != "" {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Lead: s.env.Say("This folder leaves the computer."), Text: state.Synced}))
	}
	lies := kit.Card(kit.Head{Title: s.env.Say("Where it lies")}, kit.Facts(
		kit.Fact{Label: s.env.Say("Folder"), Value: kit.NewText(kit.Code, state.Folder)},
		kit.Know(s.env.Say("Written down"), state.Acts),
		kit.Know(s.env.Say("Earlier versions"), state.Keeps),
		kit.Fact{Label: s.env.Say("Identifier"), Value: kit.NewText(kit.Code, state.ID)}))
	return kit.Stack(kit.Gap, append(parts, kit.Columns(
		kit.Column{Share: 3, Least: 380, Body: lies},
		kit.Column{Share: 2, Least: 320, Body: kit.Stack(kit.Gap, s.health(state), s.room(state))}))...)
}

// health is what opening the vault found, and how to look at all of it.
func (s *Screen) health(state VaultState) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("Is everything there?")}
	lines := []fyne.CanvasObject{}
	for _, found := range state.Found {
		lines = append(lines, kit.Beside(12, kit.Tag(kit.Care, s.env.Say("Found")), kit.NewText(kit.Body, found)))
	}
	if len(lines) == 0 {
		lines = append(lines, kit.Beside(12, kit.Tag(kit.OK, s.env.Say("Yes")),
			kit.NewText(kit.Body, s.env.Say("When the vault was opened, everything was as it was left."))))
	}
	return kit.Card(head, kit.Stack(12, append(lines,
		kit.NewText(kit.Small, s.env.Say("Each opening compares the whole journal with what is known of it. To read every record again, lock the board and run:")),
		kit.NewText(kit.Code, "holdfastctl check --full "+state.Folder))...))
}

// room offers to write the vault anew where that is worth it.
func (s *Screen) room(state VaultState) fyne.CanvasObject {
	if !state.Spacious {
		return kit.Card(kit.Head{Title: s.env.Say("Room")},
			kit.NewText(kit.Body, s.env.Say("The vault takes about as much room as what is in it. There is nothing to tidy up.")).In(kit.Muted))
	}
	return kit.Card(kit.Head{Title: s.env.Say("Room")},
		kit.NewText(kit.Body, s.env.Say("The vault takes much more room than what is in it. It can be written anew without what is no longer kept; meanwhile it needs room for a second copy.")),
		kit.Row(0, kit.Secondary(s.env.Say("Write it anew"), s.compact)))
}

func (s *Screen) compact() {
	s.work(s.env.Say("Writing the vault anew"), s.env.Say("Stopping leaves it as it was."), s.model.Compact(), func(err error) {
		s.tabs.Again()
		if err != nil {
			s.failed(err)
			return
		}
		s.desk.Say(s.env.Say("The vault was written anew."), nil)
	})
}
