package app

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// neutral is the page that hides: a sheet of notes that anybody may see and
// write on. Nothing of it is kept, and nothing on it names the program.
func (s *Shell) neutral() fyne.CanvasObject {
	sheet := kit.NewLines(s.env, 12)
	return kit.NewScroll(kit.Pad(kit.Around(40), kit.Narrow(680, kit.Stack(kit.Gap,
		kit.NewText(kit.Title, s.env.Say("Notes")), sheet))))
}
