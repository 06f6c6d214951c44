package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

func TestLongWorkIsStoppedByItsButtonAndNeverByAccident(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	before := kit.Primary("Remove", nil)
	s.Show(kit.Stack(8, before))
	s.Window.Canvas().Focus(before)
	stopped := 0
	busy := kit.ShowBusy(s.Env, "Removing a key", "Stopping leaves it as it was.", func() { stopped++ })
	busy.Bar.Say("Writing the vault anew…")
	if said := s.Words(); !strings.Contains(said, "Removing a key") || !strings.Contains(said, "Writing the vault anew…") {
		t.Errorf("it says %s", said)
	}
	s.Window.Canvas().Unfocus()
	s.Press(fyne.KeyEscape, fyne.KeyReturn)
	if stopped != 0 || len(s.Window.Canvas().Overlays().List()) != 1 {
		t.Fatalf("Escape and Enter stopped it %d times", stopped)
	}
	s.Tap(s.Button("Stop"))
	busy.Close()
	if stopped != 1 || len(s.Window.Canvas().Overlays().List()) != 0 {
		t.Errorf("stopped %d times, and %d parts still lie on top", stopped, len(s.Window.Canvas().Overlays().List()))
	}
}
