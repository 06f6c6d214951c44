package desktop_test

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/apptest"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
)

// From the lock to a new passphrase, by the paper key alone.
func TestAForgottenPassphraseIsReplacedFromTheLockOn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	b, kit, err := board.Create(t.Context(), apptest.Environment(), dir, board.Beginning{
		Zone: "UTC", Holder: "Coordinator", Passphrase: apptest.Passphrase, Paper: true, PaperLabel: "Paper"})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	h := enter(t, dir, kittest.Variant{})
	h.Tap(h.Button("Forgot the passphrase?"))
	for _, part := range kittest.All[fyne.Tappable](h.Window.Canvas().Content()) {
		if named, ok := part.(fyne.Accessible); ok && strings.HasPrefix(named.AccessibilityLabel(), "The paper key\n") {
			h.Tap(part.(fyne.CanvasObject))
			break
		}
	}
	h.Entry("Paper key").SetText(kit.Paper.Text)
	h.Tap(h.Button("Unlock"))
	h.Settle()
	h.Pass(0)
	h.shows(t, "Change the passphrase of “Coordinator”")
	const fresh = "copper willow tunnel saddle ginger atlas"
	h.Entry("New passphrase").SetText(fresh)
	h.Entry("The new passphrase once more").SetText(fresh)
	h.Tap(h.Button("Change it"))
	h.Settle()
	if at := h.desktop.Shell().Here(); at != route.Settings(route.KeysPage) {
		t.Errorf("coming back here would ask again: %+v", at)
	}
	h.desktop.Shell().LockNow(app.Asked)
	h.Settle()
	h.Pass(0)
	h.Type(fresh)
	h.Press(fyne.KeyReturn)
	h.Settle()
	if h.desktop.Shell().State() != app.Unlocked {
		t.Errorf("the new passphrase does not open: %s", h.Words())
	}
}
