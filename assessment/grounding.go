package assessment

import "holdfast/wording"

// Grounding is a page for a moment of calm, within reach of every question and
// never put in anyone's way. It asks for nothing, speaks of no belief, and
// tells nobody to close their eyes: some people feel safer with them open.
func Grounding() (title wording.Text, lines []wording.Text) {
	return wording.T("A moment for yourself"), []wording.Text{
		wording.T("Stay on this page for as long as you like. Your answers wait for you."),
		wording.T("Look around. Find three things that you like to look at, and give each of them a moment."),
		wording.T("Listen for a sound near you, and then for one far away."),
		wording.T("Feel the chair that holds you, or the floor under your feet."),
		wording.T("If it feels good, breathe out slowly, a little longer than you breathe in."),
		wording.T("Have a sip of water, or hold something that is cool or soft."),
		wording.T("Say to yourself what day it is, and where you are."),
		wording.T("Choose what helps and leave the rest. Then go on, pause or stop: each of them is fine."),
	}
}
