package app_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/theme"
)

// sheet is a form that is as long as it is asked to be.
type sheet struct {
	page
	least float32
	foot  *kit.Button
	saved int
}

func (s *sheet) First() fyne.Focusable { return s.field }
func (s *sheet) Save()                 { s.saved++ }

func (s *sheet) Content() fyne.CanvasObject {
	return kit.Stack(kit.Gap, kit.NewField("Note", s.field), kit.Spacer(s.least), kit.RowRight(kit.Near, s.foot))
}

// onAForm is a window that shows a form.
func onAForm(t *testing.T, v kittest.Variant, least float32) (*window, *sheet) {
	t.Helper()
	w := newWindow(t, v)
	form := &sheet{least: least}
	b := w.board()
	b.Areas[1].Open = func(desk kit.Desk, _ route.Route, _ []byte) kit.Screen {
		form.page = page{desk: desk, title: "A form", field: kit.NewLines(desk.Env(), 3)}
		form.foot = kit.Primary("Write it down", form.Save)
		return form
	}
	w.shell.Enter(b)
	w.shell.Go(route.Route{Area: "members"})
	w.Settle()
	return w, form
}

func TestAFormBeginsInItsFirstField(t *testing.T) {
	w, form := onAForm(t, kittest.Variant{}, 20)
	if w.Focused() != fyne.Focusable(form.field) {
		t.Fatalf("the focus is on %T", w.Focused())
	}
	if w.Type("Half of it"); form.field.Text != "Half of it" {
		t.Errorf("typed %q", form.field.Text)
	}
}

func TestTabLeadsIntoThePageThatWasOpened(t *testing.T) {
	w := unlocked(t)
	for range 2 {
		if w.Press(fyne.KeyTab); w.Focused() != fyne.Focusable(w.Entry("Note")) {
			t.Fatalf("the first Tab leads to %T", w.Focused())
		}
		w.Window.Canvas().FocusPrevious()
		if b, ok := w.Focused().(*kit.Button); !ok || b.Label() != "Hide" {
			t.Fatalf("Shift+Tab leads to %T, and not to what stands before", w.Focused())
		}
		w.Chord(fyne.KeyModifierAlt, fyne.Key2)
	}
}

func TestTheKeysOfTheWindowWorkWhereAPageBegins(t *testing.T) {
	ctrl := fyne.KeyModifierShortcutDefault
	for name, press := range map[string]func(*window) bool{
		"hiding":    func(w *window) bool { w.Press(fyne.KeyEscape, fyne.KeyEscape); return w.shell.State() == app.Hidden },
		"locking":   func(w *window) bool { w.Chord(ctrl, fyne.KeyL); return w.shell.State() == app.Locked },
		"searching": func(w *window) bool { w.Chord(ctrl, fyne.KeyK); return w.Window.Canvas().Overlays().Top() != nil },
		"the guide": func(w *window) bool { w.Press(fyne.KeyF1); return len(w.guided) == 1 },
		"back": func(w *window) bool {
			w.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
			return w.shell.Here() == route.Route{Area: "today"}
		},
	} {
		if w := unlocked(t); !press(func() *window { w.shell.Go(route.Route{Area: "members"}); w.Settle(); return w }()) {
			t.Errorf("%s does not work where a page begins", name)
		}
		if w, _ := onAForm(t, kittest.Variant{}, 20); !press(w) {
			t.Errorf("%s does not work in the first field of a form", name)
		}
	}
}

func TestAFormIsSavedByKeysFromAnywhereOnIt(t *testing.T) {
	w, form := onAForm(t, kittest.Variant{}, 20)
	ctrl := fyne.KeyModifierShortcutDefault
	for i, key := range []fyne.KeyName{fyne.KeyS, fyne.KeyReturn, fyne.KeyEnter} {
		if w.Chord(ctrl, key); form.saved != i+1 {
			t.Errorf("Ctrl and %s do not save", key)
		}
	}
	if form.field.Text != "" {
		t.Errorf("the keys typed %q", form.field.Text)
	}
	w.Window.Canvas().Focus(form.foot)
	if w.Chord(ctrl, fyne.KeyS); form.saved != 4 {
		t.Error("Ctrl+S does not save while a button has the focus")
	}
	w.shell.LockNow(app.Asked)
	if w.Chord(ctrl, fyne.KeyS); form.saved != 4 {
		t.Error("a form was saved behind the lock")
	}
}

func TestTheKeysThatSaveDoWhatTheButtonOfADialogDoesUnlessItIsGrave(t *testing.T) {
	for _, grave := range []bool{false, true} {
		w, form := onAForm(t, kittest.Variant{}, 20)
		done := 0
		lines := kit.NewLines(w.shell.Env(), 3)
		kit.Ask(w.shell.Env(), kit.Dialog{Title: "Why?", Body: lines, Confirm: "Set it", Grave: grave, First: lines,
			OnConfirm: func() bool { done++; return true }})
		w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyReturn)
		if want := map[bool]int{false: 1, true: 0}[grave]; done != want || form.saved != 0 {
			t.Errorf("grave %v: done %d times, the form below saved %d times", grave, done, form.saved)
		}
	}
}

// over says whether two parts of the window lie upon each other.
func over(a, b fyne.CanvasObject) bool {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	from, to := at(a), at(b)
	return from.X < to.X+b.Size().Width && to.X < from.X+a.Size().Width &&
		from.Y < to.Y+b.Size().Height && to.Y < from.Y+a.Size().Height
}

func TestAToastLiesBelowThePageAndHidesNothingOfIt(t *testing.T) {
	for _, percent := range []int{100, 200} {
		w, _ := onAForm(t, kittest.Variant{Look: theme.Look{TextPercent: percent}, Size: fyne.NewSize(1024, 640)}, 900)
		page := kittest.All[*kit.Scroll](w.Window.Content())
		scrolls := page[len(page)-1] // after that of the sidebar
		high := scrolls.Size().Height
		w.shell.Say("The change is kept, and the reminders go along with it.", func() {})
		w.Settle()
		toast := kittest.All[*kit.Toasts](w.Window.Content())[0]
		if over(toast, scrolls) || scrolls.Size().Height >= high {
			t.Errorf("at %d %% it lies upon the page, which is %v high", percent, scrolls.Size().Height)
		}
		if at := toast.Position(); at.X < 0 || at.Y < 0 || at.X+toast.Size().Width > 1024 || at.Y+toast.Size().Height > 640 {
			t.Errorf("at %d %% it lies outside of the window: %v", percent, at)
		}
		w.Pass(kit.ToastFor)
		if scrolls.Size().Height != high {
			t.Errorf("at %d %% its room is not given back: %v of %v", percent, scrolls.Size().Height, high)
		}
	}
}
