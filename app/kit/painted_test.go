package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

// strictApp answers as the real driver does: only what was painted before
// belongs to a window. (The driver for tests gives every part a window.)
type strictApp struct {
	fyne.App
	driver *strictDriver
}

func (a strictApp) Driver() fyne.Driver { return a.driver }

type strictDriver struct {
	fyne.Driver
	painted fyne.CanvasObject
	asked   int
}

func (d *strictDriver) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if o == d.painted {
		d.asked++
	}
	return nil
}

// What was read beside the window arrives while nothing else moves: nobody
// else asks for the window to be painted.
func TestNewContentOfAPlaceIsPainted(t *testing.T) {
	for name, place := range map[string]func() (fyne.CanvasObject, func()){
		"a slot": func() (fyne.CanvasObject, func()) {
			slot := kit.NewSlot(kit.NewText(kit.Body, "Reading…"))
			return slot, func() { slot.Set(kit.NewText(kit.Body, "Read")) }
		},
		"a slot that is emptied": func() (fyne.CanvasObject, func()) {
			slot := kit.NewSlot(kit.NewText(kit.Body, "Reading…"))
			return slot, func() { slot.Set(nil) }
		},
		"what scrolls": func() (fyne.CanvasObject, func()) {
			scroll := kit.NewScroll(kit.NewText(kit.Body, "Read"))
			return scroll, scroll.Refresh
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := kittest.NewStage(t, kittest.Variant{})
			part, change := place()
			s.Show(part)
			before := fyne.CurrentApp()
			driver := &strictDriver{Driver: before.Driver(), painted: part}
			fyne.SetCurrentApp(strictApp{App: before, driver: driver})
			defer fyne.SetCurrentApp(before)
			change()
			if driver.asked == 0 {
				t.Error("it would show only once something else moves")
			}
		})
	}
}
