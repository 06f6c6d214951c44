package sitting_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit/kittest"
	"holdfast/app/sitting"
	"holdfast/assessment"
)

func TestPicturesSitting(t *testing.T) {
	picture := func(name string, then func(*world)) {
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			r := pulse()
			r.Asked[assessment.Staff] = 6
			w := (&world{Stage: s, t: t, board: apptest.Empty(t)}).sit(r, sitting.Who{})
			then(w)
			return nil
		})
	}
	begin := func(w *world) {
		w.model.Choose(string(assessment.Members))
		w.Push(w.Env.Say("Begin"))
	}
	picture("door", func(*world) {})
	picture("paused", func(w *world) {
		begin(w)
		w.Press(fyne.Key3)
		w.Push(w.Env.Say("Pause and come back"))
	})
	picture("handed", func(w *world) {
		begin(w)
		for range 8 {
			w.Press(fyne.Key3, fyne.KeyRight)
		}
		w.Push(w.Env.Say("Hand in"))
	})
	picture("ending", func(w *world) { w.Push(w.Env.Say("For a keyholder: end the sitting")) })
}
