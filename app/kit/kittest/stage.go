package kittest

import (
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"holdfast/app/kit"
	"holdfast/app/theme"
	"holdfast/assets"
	"holdfast/wording"
)

// Variant is how a screen is looked at.
type Variant struct {
	Look     theme.Look
	Language wording.Language
	// Size is that of the window; 1280 by 800 where it is zero.
	Size fyne.Size
}

// Stage is a window in memory.
type Stage struct {
	t         testing.TB
	Env       *kit.Env
	Clock     *Clock
	Clipboard fyne.Clipboard
	Window    fyne.Window
	size      fyne.Size
	look      theme.Look
	joins     []func()

	mu    sync.Mutex
	queue []func()
}

// Start is the time on a new stage: Saturday 21 November 2026, 14:20 UTC.
func Start() time.Time { return time.Date(2026, time.November, 21, 14, 20, 0, 0, time.UTC) }

// NewStage opens a window that is closed when the test ends. Tests with a
// stage do not run in parallel: Fyne has one theme and one app.
func NewStage(t testing.TB, v Variant) *Stage {
	t.Helper()
	if v.Look.Mode == "" {
		v.Look.Mode = theme.Light
	}
	app := test.NewApp()
	app.Settings().SetTheme(theme.New(v.Look))
	book, err := assets.Book(v.Language)
	if err != nil {
		t.Fatal(err)
	}
	s := &Stage{t: t, Clock: NewClock(Start()), Clipboard: test.NewClipboard(), size: v.Size, look: v.Look}
	if s.size.IsZero() {
		s.size = fyne.NewSize(1280, 800)
	}
	runner := kit.NewRunner(s.Clock, s.post)
	s.Window = app.NewWindow("")
	s.Window.SetPadded(false)
	s.Env = &kit.Env{
		Book: book, Runner: runner, Canvas: s.Window.Canvas(), Zone: time.UTC,
		Clipboard: kit.NewClipboard(s.Clipboard, runner), Still: v.Look.StillPicture,
	}
	s.Window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { kit.HandleKey(s.Window.Canvas(), key) })
	t.Cleanup(func() {
		runner.Close()
		runner.Wait()
		s.Window.Close()
	})
	return s
}

// Look is how the stage is looked at.
func (s *Stage) Look() theme.Look { return s.look }

func (s *Stage) post(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue = append(s.queue, f)
}

// Show puts a part into the window.
func (s *Stage) Show(part fyne.CanvasObject) {
	s.Window.SetContent(part)
	s.Window.Resize(s.size)
	s.Settle()
}

// Resize makes the window larger or smaller.
func (s *Stage) Resize(width, height float32) {
	s.size = fyne.NewSize(width, height)
	s.Window.Resize(s.size)
	s.Settle()
}

// Settle waits for work that was started, does what it handed to the window,
// and lays everything out anew, as the window does before each frame.
func (s *Stage) Settle() {
	for {
		s.Env.Runner.Wait()
		for _, wait := range s.joins {
			wait()
		}
		s.mu.Lock()
		queue := s.queue
		s.queue = nil
		s.mu.Unlock()
		if len(queue) == 0 {
			break
		}
		for _, f := range queue {
			f()
		}
	}
	canvas := s.Window.Canvas()
	for range 2 {
		relay(canvas.Content())
		for _, o := range canvas.Overlays().List() {
			relay(o)
		}
	}
}

// Pass lets time pass.
func (s *Stage) Pass(d time.Duration) {
	s.Clock.Move(d)
	s.Settle()
}

// relay lays a part and all within it out again at the size that it has.
func relay(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	switch part := o.(type) {
	case *fyne.Container:
		if part.Layout != nil {
			part.Layout.Layout(part.Objects, part.Size())
		}
		for _, child := range part.Objects {
			relay(child)
		}
	case fyne.Widget:
		renderer := test.WidgetRenderer(part)
		renderer.Layout(part.Size())
		for _, child := range renderer.Objects() {
			relay(child)
		}
	}
}

// Press presses keys, one after the other, on what has the focus. Tab moves
// the focus as the window does.
func (s *Stage) Press(keys ...fyne.KeyName) {
	for _, key := range keys {
		canvas := s.Window.Canvas()
		event := &fyne.KeyEvent{Name: key}
		focused := canvas.Focused()
		tabs, wantsTab := focused.(fyne.Tabbable)
		switch {
		case key == fyne.KeyTab && (!wantsTab || !tabs.AcceptsTab()):
			canvas.FocusNext()
		case focused != nil:
			focused.TypedKey(event)
		case canvas.OnTypedKey() != nil:
			canvas.OnTypedKey()(event)
		}
		s.Settle()
	}
}

// Chord presses a key together with Ctrl or another modifier, as the window
// does: what has the focus is asked first.
func (s *Stage) Chord(modifier fyne.KeyModifier, key fyne.KeyName) {
	shortcut := &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
	canvas := s.Window.Canvas()
	if focused, ok := canvas.Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(shortcut)
	} else if root, ok := kit.RootOf(canvas).(fyne.Shortcutable); ok {
		root.TypedShortcut(shortcut)
	}
	s.Settle()
}

// Type types text into what has the focus.
func (s *Stage) Type(text string) {
	focused := s.Window.Canvas().Focused()
	if focused == nil {
		s.t.Helper()
		s.t.Fatal("typed, but nothing has the focus")
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
	s.Settle()
}

// Tap clicks a part in its middle.
func (s *Stage) Tap(part fyne.CanvasObject) {
	s.t.Helper()
	tappable, ok := part.(fyne.Tappable)
	if !ok {
		s.t.Fatalf("%T cannot be clicked", part)
	}
	test.TapAt(tappable, fyne.NewPos(part.Size().Width/2, part.Size().Height/2))
	s.Settle()
}

// Focused is what has the focus, or nil.
func (s *Stage) Focused() fyne.Focusable { return s.Window.Canvas().Focused() }

// Words is what can be read: what lies on top, or else the window.
func (s *Stage) Words() string {
	if top := s.Window.Canvas().Overlays().Top(); top != nil {
		return kit.Words(top)
	}
	return kit.Words(s.Window.Canvas().Content())
}
