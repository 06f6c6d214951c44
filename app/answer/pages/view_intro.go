package pages

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// Intro is what somebody should know before the first question.
func Intro(env *kit.Env) []fyne.CanvasObject {
	return []fyne.CanvasObject{
		kit.NewText(kit.Body, env.Say("Leave out whatever you like, go back whenever you like, stop whenever you like; you need no reason. Nothing here is timed.")),
		kit.NewText(kit.Body, env.Say("With the keyboard: 0 to 4 choose an answer, Enter goes on, the arrow keys move."))}
}
