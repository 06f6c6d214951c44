package plan_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit/kittest"
	"holdfast/app/route"
)

func TestPicturesPlan(t *testing.T) {
	picture := func(name string, open func(*world)) {
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			w := newWorld(t, s)
			open(w)
			return nil
		})
	}
	picture("plan", func(w *world) { w.open(route.Plan(""), nil) })
	picture("action", func(w *world) { w.open(route.Action(string(w.plan("")[0].ID)), nil) })
}
