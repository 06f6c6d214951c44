package kit

import (
	"fyne.io/fyne/v2"
)

// Watcher is the root of a window, or the layout of the container that is its
// root, that wants to know that somebody is there. Parts tell it of each touch of a key or the mouse, so that the window locks
// only when nobody is.
type Watcher interface{ Noticed() }

// Dismisser lies on top of the window and goes away by Escape.
type Dismisser interface{ Dismiss() }

// Confirmer lies on top and has an act that Enter does.
type Confirmer interface{ Confirm() }

// HandleKey lets the uppermost dialog, palette or menu answer Escape and
// Enter, and a Reader the keys that scroll, and says whether one did. The shell
// calls it first for every key that no part has used.
func HandleKey(c fyne.Canvas, key *fyne.KeyEvent) bool {
	top := c.Overlays().Top()
	switch key.Name {
	case fyne.KeyEscape:
		if d, ok := top.(Dismisser); ok {
			d.Dismiss()
			return true
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if d, ok := top.(Confirmer); ok {
			d.Confirm()
			return true
		}
	}
	l, ok := top.(*layer)
	return ok && l.onKey != nil && l.onKey(key)
}

// HandleBack lets what lies on top answer Alt+Left, and says whether it did.
func HandleBack(c fyne.Canvas) bool {
	l, ok := c.Overlays().Top().(*layer)
	if ok && l.onBack != nil {
		l.onBack()
		return true
	}
	return false
}

// isPress says whether a key presses what has the focus. Fyne's own buttons
// know only the space bar.
func isPress(key *fyne.KeyEvent) bool {
	return key.Name == fyne.KeySpace || key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
}

// passOn gives a key that a part has no use for to the window. Fyne gives a
// key only to the part with the focus, so without this Escape would do
// nothing while a button or a field is focused.
func passOn(from fyne.CanvasObject, key *fyne.KeyEvent) {
	c := canvasOf(from)
	if c == nil {
		return
	}
	if handler := c.OnTypedKey(); handler != nil {
		handler(key)
	}
}

// passShortcut gives a shortcut that a field has no use for to the root of the
// window, for the same reason.
func passShortcut(from fyne.CanvasObject, shortcut fyne.Shortcut) {
	if root, ok := RootOf(canvasOf(from)).(fyne.Shortcutable); ok {
		root.TypedShortcut(shortcut)
	}
}

// RootOf is what answers for a window: its content, or the layout of its
// content where that is a plain container.
func RootOf(c fyne.Canvas) any {
	if c == nil {
		return nil
	}
	if box, ok := c.Content().(*fyne.Container); ok {
		return box.Layout
	}
	return c.Content()
}

// noticed tells the window that somebody touched a part.
func noticed(from fyne.CanvasObject) {
	if w, ok := RootOf(canvasOf(from)).(Watcher); ok {
		w.Noticed()
	}
}

// focus gives the focus to a part that is on its canvas.
func focus(part fyne.Focusable) {
	if o, ok := part.(fyne.CanvasObject); ok {
		if c := canvasOf(o); c != nil {
			c.Focus(part)
		}
	}
}

// canvasOf is the canvas that a part is on. Fyne knows it only of what was
// drawn once; what was just made is on the one window that there is.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	for _, w := range driver.AllWindows() {
		return w.Canvas()
	}
	return nil
}
