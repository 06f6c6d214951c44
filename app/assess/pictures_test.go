package assess_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/theme"
	"holdfast/wording"
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
}

func TestPicturesPapers(t *testing.T) {
	picture(t, "paper", 0, func(w *world) route.Route { return route.Round(string(w.begin(false)), route.PaperAnswers) })
	picture(t, "comments", 0, func(w *world) route.Route {
		id := w.round(0).ID
		return route.Round(string(id), route.RoundComments)
	})
}

func TestNothingIsCutOffInLargeLetters(t *testing.T) {
	for _, language := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		w := newWorld(t, kittest.NewStage(t, kittest.Variant{Look: theme.Look{TextPercent: 200}, Language: language, Size: fyne.NewSize(1024, 640)}))
		for name, at := range map[string]route.Route{"list": route.Rounds(), "form": route.Round("", route.RoundForm), "results": route.Round(string(w.round(0).ID), route.RoundResults),
			"round": route.Round(string(w.round(0).ID), ""), "comments": route.Round(string(w.round(0).ID), route.RoundComments)} {
			w.open(at, nil)
			if cut := kittest.Clipped(w.Stage); len(cut) > 0 {
				t.Errorf("%s in %q: %q", name, language, cut)
			}
		}
	}
}
