package editor_test

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

func TestPicturesEditor(t *testing.T) {
	picture(t, "library", route.Questions(), 0, nil)
	picture(t, "page", page(draft), 0, nil)
	picture(t, "try", page("meeting-pulse/1"), 0, func(w *world) {
		w.Tick(w.Env.Say("Try it") + "\n" + w.Env.Say("Answer as people would. Nothing is kept."))
	})
	picture(t, "question", question(draft+"/after.heard"), 1900, nil)
	picture(t, "begin", route.Instrument("", route.NewQuestions), 0, nil)
}
