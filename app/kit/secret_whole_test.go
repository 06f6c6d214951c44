package kit

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/wording"
)

// Fyne's driver for tests finds a window for whatever it is asked about, so
// only this shows that Escape and F1 would leave a hidden field: the window
// knows the hidden field, and not the one that it is made of.
func TestAHiddenFieldPassesKeysOnInItsOwnName(t *testing.T) {
	env := &Env{Book: wording.English()}
	secret, plain := NewSecretEntry(env), NewEntry(env)
	if secret.whole() != fyne.CanvasObject(secret) || plain.whole() != fyne.CanvasObject(plain) {
		t.Errorf("a hidden field passes on as %T, a plain one as %T", secret.whole(), plain.whole())
	}
}
