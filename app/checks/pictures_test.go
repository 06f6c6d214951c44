package checks_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit/kittest"
	"holdfast/app/route"
)

func picture(t *testing.T, name string, at route.Route, height float32, then func(*world)) {
	t.Helper()
	kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		if height > 0 {
			w.Resize(1280, height)
		}
		w.open(at, nil)
		if then != nil {
			then(w)
		}
		return nil
	})
}

func TestPicturesChecklists(t *testing.T) {
	picture(t, "list", route.Checks(""), 0, nil)
	picture(t, "page", route.Checks("vawa-voca-fvpsa"), 0, nil)
	picture(t, "card", route.Checks("mandatory-reporting"), 0, nil)
	picture(t, "about", route.CheckOf("", route.AboutBoard), 0, nil)
	picture(t, "fill-in", route.CheckOf("mandatory-reporting", route.StateCard), 0, nil)
	picture(t, "item", route.CheckOf("vawa-voca-fvpsa/policy", route.CheckItem), 1600, nil)
	kittest.Picture(t, "begin", func(s *kittest.Stage) fyne.CanvasObject {
		emptyWorld(t, s).open(route.Checks(""), nil)
		return nil
	})
}
