package pages_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit/kittest"
)

func TestPicturesPages(t *testing.T) {
	in := instrument(t, "board-self-assessment")
	picture := func(name string, then func(*world)) {
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			then(newWorld(t, s, in))
			return nil
		})
	}
	questions := func(w *world, n int) {
		for range n {
			w.Press(fyne.KeyRight)
		}
	}
	picture("begin", func(*world) {})
	picture("question", func(w *world) {
		questions(w, 15)
		for w.sheet.State().Help != "" || w.sheet.State().Where == "" {
			w.Press(fyne.KeyRight)
		}
		w.Press(fyne.Key2)
		w.Env.Canvas.Unfocus()
	})
	picture("part", func(w *world) { questions(w, 1) })
	picture("note", func(w *world) { questions(w, 1); w.Push(w.Env.Say("Add a note")) })
	picture("warning", func(w *world) {
		for range 200 {
			if w.HasButton(w.Env.Say("Show the question")) {
				return
			}
			w.Press(fyne.KeyRight)
		}
		t.Error("nothing is announced")
	})
	picture("calm", func(w *world) { w.Push(w.Env.Say("A moment for yourself")) })
	picture("end", func(w *world) { questions(w, 200) })
}
