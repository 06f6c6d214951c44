package assess_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit/kittest"
	"holdfast/app/route"
)

func picture(t *testing.T, name string, high float32, at func(*world) route.Route) {
	t.Helper()
	kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		if high > 0 {
			w.Resize(s.Window.Canvas().Size().Width, high)
		}
		w.open(at(w), nil)
		return nil
	})
}

func TestPicturesRounds(t *testing.T) {
	picture(t, "list", 0, func(w *world) route.Route { w.answer(w.begin(false), 4); return route.Rounds() })
	picture(t, "form", 0, func(*world) route.Route { return route.Round("", route.RoundForm) })
	picture(t, "open", 0, func(w *world) route.Route {
		id := w.begin(false)
		w.answer(id, 6)
		return route.Round(string(id), "")
	})
	picture(t, "closed", 0, func(w *world) route.Route { return route.Round(string(w.round(0).ID), "") })
}

func TestPicturesResults(t *testing.T) {
	results := func(w *world) route.Route { return route.Round(string(w.round(0).ID), route.RoundResults) }
	picture(t, "results", 0, results)
	kittest.Picture(t, "results-all", func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		w.Resize(1280, 2600)
		w.open(results(w), nil)
		return nil
	})
}
