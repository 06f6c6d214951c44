package desktop_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app/kit/kittest"
)

// What is found by its name opens, also where it is no place of its own.
func TestTheGuideAndTheKeysAreFoundByName(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	h.Press(fyne.KeyF1) // nobody has unlocked yet
	h.shows(t, "The passphrase does not open it")
	h.Press(fyne.KeyEscape)
	h.Pass(2 * time.Second) // a second Escape at once would hide the window
	h.unlock(t)
	for _, c := range []struct{ typed, want string }{ // the pay page comes last: from there the guide opens at it
		{"manual", "Make the vault"}, {"keyboard", "Go to the next thing that can be used"}, {"stipend", "People are paid for their time, preparation and travel."},
	} {
		h.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyK)
		h.Type(c.typed)
		h.Press(fyne.KeyReturn)
		h.Pass(0)
		h.shows(t, c.want)
		h.Press(fyne.KeyEscape)
		h.Pass(2 * time.Second)
	}
}
