package app_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/theme"
	"holdfast/assets"
	"holdfast/wording"
)

// window is a shell on a stage, with what it was told to do.
type window struct {
	*kittest.Stage
	shell  *app.Shell
	locked []app.Reason
	kept   []keptDraft
	deed   []string      // "kept" and "locked" in their order
	full   error         // what keeping a draft fails with
	stuck  chan struct{} // told when a draft is being written, and asked whether it may be
	opened []route.Route
	drafts []string // that screens were opened with
	fronts int
	guided []route.Route // where the guide was opened
}

type keptDraft struct {
	at    route.Route
	bytes string
}

// page is a screen with one field.
type page struct {
	desk  kit.Desk
	title string
	field *kit.Entry
}

func (p *page) Head() kit.Head {
	return kit.Head{Title: p.title, Note: p.desk.Env().Say("Find anyone or anything")}
}

func (p *page) Content() fyne.CanvasObject {
	return kit.Card(kit.Head{Title: "A card"}, kit.NewField("Note", p.field))
}

func (p *page) Draft() []byte {
	if p.field.Text == "" {
		return nil
	}
	return []byte(p.field.Text)
}

func newWindow(t *testing.T, v kittest.Variant) *window {
	t.Helper()
	w := &window{Stage: kittest.NewStage(t, v)}
	w.shell = app.NewShell(app.Config{
		Window: w.Window, Clipboard: w.Clipboard, Clock: w.Clock, Dispatch: w.Post,
		Book: w.Env.Book, Look: v.Look,
		Front: func(env *kit.Env) fyne.CanvasObject {
			w.fronts++
			return kit.Middle(420, kit.Stack(kit.Near, kit.NewText(kit.Title, "Holdfast"), kit.NewField("Passphrase", kit.NewSecretEntry(env))))
		},
		Guide: func(env *kit.Env, at route.Route) {
			w.guided = append(w.guided, at)
			kit.OpenReader(env, kit.Reading{Title: "A guide", Side: kit.Stack(0)})
		},
		Lock: func(why app.Reason) { w.locked = append(w.locked, why); w.deed = append(w.deed, "locked") },
		KeepDraft: func(at route.Route, b []byte) error {
			if w.stuck != nil {
				w.stuck <- struct{}{}
				<-w.stuck
			}
			w.kept = append(w.kept, keptDraft{at, string(b)})
			w.deed = append(w.deed, "kept")
			return w.full
		},
	})
	w.Join(w.shell.Wait)
	w.shell.Start()
	size := v.Size
	if size.IsZero() {
		size = fyne.NewSize(1280, 800)
	}
	w.Resize(size.Width, size.Height)
	return w
}

// board is a board with two areas of a page each.
func (w *window) board() app.Board {
	open := func(desk kit.Desk, at route.Route, draft []byte) kit.Screen {
		w.opened, w.drafts = append(w.opened, at), append(w.drafts, string(draft))
		p := &page{desk: desk, title: "Page " + at.Area + at.ID, field: kit.NewEntry(desk.Env())}
		p.field.With(string(draft))
		p.field.OnChanged = func(string) { desk.Typed() }
		return p
	}
	return app.Board{
		Name: "Riverside advisory board",
		Areas: []app.Area{
			{ID: "today", Icon: theme.IconToday, Label: wording.T("Today"), Open: open},
			{ID: "members", Icon: theme.IconMembers, Label: wording.T("Members"), Open: open, Count: func() int { return 3 }},
		},
		Settings: app.Area{ID: "settings", Icon: theme.IconSettings, Label: wording.T("Settings"), Open: open},
		Find: func(q string) []kit.Found {
			if !strings.HasPrefix("wren", q) {
				return nil
			}
			return []kit.Found{{ID: "w", Title: "Wren", Note: "You can send a Signal message. Do not call."}}
		},
		Open: func(f kit.Found) route.Route { return route.Route{Area: "members", ID: f.ID} },
	}
}

func unlocked(t *testing.T) *window {
	t.Helper()
	w := newWindow(t, kittest.Variant{})
	w.shell.Enter(w.board())
	w.Settle()
	return w
}

func TestTheWindowStartsAtTheFrontAndOpensTheFirstArea(t *testing.T) {
	w := newWindow(t, kittest.Variant{})
	w.Shows("Passphrase")
	w.shell.Enter(w.board())
	w.Settle()
	w.Shows("Page today")
	w.Shows("Riverside advisory board")
	w.Hides("Passphrase")
	if w.shell.State() != app.Unlocked {
		t.Error("the state is not unlocked")
	}
}

// While the fonts are read the window stands there already: without words, and
// under the title that gives nothing away.
func TestTheWindowIsEmptyAndNeutralUntilTheFirstScreen(t *testing.T) {
	w := newWindow(t, kittest.Variant{})
	w.shell.Ground()
	if words := strings.TrimSpace(w.Words()); words != "" {
		t.Errorf("it says %q", words)
	}
	if got := w.Window.Title(); got == "" || strings.Contains(strings.ToLower(got), "holdfast") {
		t.Errorf("its title is %q", got)
	}
	w.shell.Start()
	if !strings.Contains(w.Words(), "Passphrase") {
		t.Error("the first screen does not follow")
	}
}

func TestLockingTakesTheBoardOffTheScreenAtOnce(t *testing.T) {
	w := unlocked(t)
	w.shell.LockNow(app.Asked)
	// Nothing is settled yet: the screen must be gone before any work ends.
	w.Hides("Page today")
	w.Hides("Riverside")
	w.Shows("Passphrase")
	w.Settle()
	if !slices.Equal(w.locked, []app.Reason{app.Asked}) {
		t.Errorf("lock was called for %v", w.locked)
	}
	if w.shell.Here() != (route.Route{}) {
		t.Error("the shell still knows where one was")
	}
}

func TestLockingAgainChangesNothing(t *testing.T) {
	w := unlocked(t)
	for range 3 {
		w.shell.LockNow(app.Asked)
		w.Settle()
	}
	if len(w.locked) != 1 {
		t.Errorf("lock was called %d times", len(w.locked))
	}
}

func TestLockingClosesWhatLiesOnTop(t *testing.T) {
	w := unlocked(t)
	w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyK)
	w.Type("wren")
	w.Shows("You can send a Signal message")
	w.shell.LockNow(app.ScreenLock)
	w.Hides("Signal")
	if n := len(w.Window.Canvas().Overlays().List()); n != 0 {
		t.Errorf("%d things lie on top of a locked window", n)
	}
}

func TestLockingCancelsWorkAndHearsNothingOfIt(t *testing.T) {
	w := unlocked(t)
	told := false
	kit.Start(w.shell.Env().Runner, kittest.UntilCancelled, nil, func(struct{}, error) { told = true })
	w.shell.LockNow(app.Asked)
	w.Settle()
	if told {
		t.Error("a locked window was told how the work ended")
	}
}

func TestLockingForgetsTheClipboard(t *testing.T) {
	w := unlocked(t)
	w.shell.Env().Clipboard.Copy("+1 555 0141")
	w.shell.LockNow(app.Asked)
	if got := w.Clipboard.Content(); got != "" {
		t.Errorf("the clipboard still holds %q", got)
	}
}

func TestClosingTheWindowForgetsTheClipboard(t *testing.T) {
	w := unlocked(t)
	w.shell.Env().Clipboard.Copy("+1 555 0141")
	w.Window.Close()
	w.Window = fyne.CurrentApp().NewWindow("") // the stage closes one when the test ends
	if got := w.Clipboard.Content(); got != "" {
		t.Errorf("the clipboard still holds %q", got)
	}
}

func TestNobodyTouchingAnythingLocks(t *testing.T) {
	w := unlocked(t)
	w.Pass(app.DefaultIdle - time.Second)
	w.Shows("Page today")
	w.Pass(2 * time.Second)
	w.Shows("Passphrase")
	if !slices.Equal(w.locked, []app.Reason{app.Idle}) {
		t.Errorf("locked for %v", w.locked)
	}
}

func TestEveryTouchPutsTheLockOff(t *testing.T) {
	for name, touch := range map[string]func(*window){
		"a key":           func(w *window) { w.Press(fyne.KeyF6) },
		"a letter":        func(w *window) { w.Window.Canvas().Focus(w.Entry("Note")); w.Type("x") },
		"the mouse":       func(w *window) { w.MoveMouse(900, 700) },
		"mouse on button": func(w *window) { w.MoveMouse(1200, 46) },
		"a shortcut":      func(w *window) { w.Chord(fyne.KeyModifierAlt, fyne.Key2) },
	} {
		t.Run(name, func(t *testing.T) {
			w := unlocked(t)
			for range 4 {
				w.Pass(4 * time.Minute)
				touch(w)
			}
			if w.shell.State() != app.Unlocked {
				t.Error("it locked although somebody was there")
			}
			w.Pass(5 * time.Minute)
			if w.shell.State() != app.Locked {
				t.Error("it did not lock when nobody was there any more")
			}
		})
	}
}

func TestATouchAfterANightLocksInsteadOfUnlocking(t *testing.T) {
	w := unlocked(t)
	w.Clock.Sleep(9 * time.Hour) // the machine slept: no timer went off
	w.MoveMouse(900, 700)
	if w.shell.State() != app.Locked {
		t.Error("a touch after nine hours found the board open")
	}
	w.Hides("Page today")
}

func TestCtrlLLocksEvenWhileTyping(t *testing.T) {
	w := unlocked(t)
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Type("half")
	w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyL)
	w.Shows("Passphrase")
}

func TestCtrlLLocksEvenInADialog(t *testing.T) {
	w := unlocked(t)
	kit.Ask(w.shell.Env(), kit.Dialog{Title: "Erase Wren?", Confirm: "Erase", Grave: true})
	w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyL)
	w.Shows("Passphrase")
}

func TestEscapeTwiceHidesFromEverywhere(t *testing.T) {
	for name, prepare := range map[string]func(*window){
		"nothing focused": func(*window) {},
		"while typing":    func(w *window) { w.Window.Canvas().Focus(w.Entry("Note")) },
		"on a button":     func(w *window) { w.Window.Canvas().Focus(w.Button("Hide")) },
		"in a dialog":     func(w *window) { kit.Ask(w.shell.Env(), kit.Dialog{Title: "Sure?", Confirm: "Yes"}) },
		"in the palette":  func(w *window) { w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyK) },
	} {
		t.Run(name, func(t *testing.T) {
			w := unlocked(t)
			prepare(w)
			w.Press(fyne.KeyEscape, fyne.KeyEscape)
			if w.shell.State() != app.Hidden {
				t.Fatal("it is not hidden")
			}
			w.Shows("Notes")
			for _, word := range []string{"Holdfast", "Riverside", "Passphrase", "Page", "lock", "vault"} {
				w.Hides(word)
			}
			if !slices.Equal(w.locked, []app.Reason{app.Hiding}) {
				t.Errorf("locked for %v", w.locked)
			}
		})
	}
}

func TestEscapeTwiceSlowlyDoesNotHide(t *testing.T) {
	w := unlocked(t)
	w.Press(fyne.KeyEscape)
	w.Pass(3 * time.Second)
	w.Press(fyne.KeyEscape)
	if w.shell.State() != app.Unlocked {
		t.Error("two slow presses hid the window")
	}
}

func TestTheHiddenPageLeadsBackToTheLockNotToTheBoard(t *testing.T) {
	w := unlocked(t)
	w.shell.Hide()
	w.Settle()
	w.Press(fyne.KeyEscape, fyne.KeyEscape)
	w.Shows("Passphrase")
	w.Hides("Page today")
}

func TestHidingALockedWindowHidesTheLockAndClosesWhatTheFrontOpened(t *testing.T) {
	w := newWindow(t, kittest.Variant{})
	w.Press(fyne.KeyEscape, fyne.KeyEscape)
	w.Settle()
	w.Hides("Holdfast")
	if !slices.Equal(w.locked, []app.Reason{app.Hiding}) {
		t.Errorf("locked for %v", w.locked)
	}
}

func TestAWindowThatWasClosedKeepsTheDraftAndLocksWithoutBeingDrawn(t *testing.T) {
	w := unlocked(t)
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Type("half a sen")
	fronts := w.fronts
	w.shell.End()
	w.shell.Wait()
	if !slices.Equal(w.deed, []string{"kept", "locked"}) || w.fronts != fronts {
		t.Errorf("it did %v and drew %d fronts", w.deed, w.fronts-fronts)
	}
}

func TestTheTitleOfTheWindowNeverSaysWhatItIs(t *testing.T) {
	w := unlocked(t)
	if got := w.Window.Title(); got == "" || strings.Contains(strings.ToLower(got), "holdfast") {
		t.Errorf("the title is %q", got)
	}
	w.shell.SetPolicy(app.Policy{Title: "Recipes"})
	w.shell.Hide()
	if got := w.Window.Title(); got != "Recipes" {
		t.Errorf("the title is %q, not the chosen one", got)
	}
}

func TestMinimisingLocksOnlyWhereItWasChosen(t *testing.T) {
	w := unlocked(t)
	w.shell.Happened(app.Minimised)
	w.shell.Happened(app.Away)
	if w.shell.State() != app.Unlocked {
		t.Fatal("it locked although nobody chose that")
	}
	w.shell.SetPolicy(app.Policy{OnMinimise: true})
	w.shell.Happened(app.Minimised)
	if w.shell.State() != app.Locked {
		t.Error("it did not lock")
	}
}

func TestSleepAndTheScreenLockAlwaysLock(t *testing.T) {
	for _, what := range []app.Reason{app.Asleep, app.ScreenLock} {
		w := unlocked(t)
		w.shell.Happened(what)
		if w.shell.State() != app.Locked {
			t.Errorf("%s did not lock", what)
		}
	}
}

func TestADraftIsKeptTwoSecondsAfterTypingPauses(t *testing.T) {
	w := unlocked(t)
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Type("Meet at")
	w.Pass(1900 * time.Millisecond)
	w.Type(" noon")
	w.Pass(1900 * time.Millisecond)
	if len(w.kept) != 0 {
		t.Fatal("a draft was kept while somebody typed")
	}
	w.Pass(200 * time.Millisecond)
	if len(w.kept) != 1 || w.kept[0].bytes != "Meet at noon" || w.kept[0].at.Area != "today" {
		t.Errorf("kept %+v", w.kept)
	}
}

func TestLockingKeepsTheDraftBeforeTheKeysGo(t *testing.T) {
	w := unlocked(t)
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Type("half")
	w.shell.LockNow(app.Asleep)
	w.Settle()
	if !slices.Equal(w.deed, []string{"kept", "locked"}) || w.kept[0].bytes != "half" {
		t.Errorf("did %v, kept %+v", w.deed, w.kept)
	}
}

func TestADiskThatDoesNotAnswerDoesNotKeepTheKeys(t *testing.T) {
	w := unlocked(t)
	w.stuck = make(chan struct{})
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Type("half a sen")
	w.shell.LockNow(app.Asleep)
	<-w.stuck // it is being written
	w.Clock.Move(3 * time.Second)
	if !slices.Equal(w.locked, []app.Reason{app.Asleep}) {
		t.Errorf("locked for %v", w.locked)
	}
	w.stuck <- struct{}{}
	w.Settle()
	if len(w.locked) != 1 {
		t.Errorf("locked again: %v", w.locked)
	}
}

func TestADraftThatCannotBeKeptIsSaidWhileTyping(t *testing.T) {
	w := unlocked(t)
	w.full = errors.New("there is not enough room")
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Type("half")
	w.Pass(3 * time.Second)
	w.Shows("What you type is not being kept as a draft.")
	w.full = nil
	w.Type(" more")
	w.Pass(3 * time.Second)
	w.Hides("What you type is not being kept as a draft.")
}

func TestADraftIsOfferedAfterUnlocking(t *testing.T) {
	w := newWindow(t, kittest.Variant{})
	b := w.board()
	b.Draft = &app.Draft{At: route.Route{Area: "members", ID: "w"}, Bytes: []byte("half")}
	w.shell.Enter(b)
	w.Settle()
	w.Shows("Something was half-typed when this locked.")
	w.Tap(w.Button("Continue typing"))
	if w.shell.Here() != b.Draft.At || w.Entry("Note").Text != "half" {
		t.Errorf("at %v with %q", w.shell.Here(), w.Entry("Note").Text)
	}
	w.Hides("half-typed")
}

func TestADraftCanBeLetGo(t *testing.T) {
	w := newWindow(t, kittest.Variant{})
	b := w.board()
	b.Draft = &app.Draft{At: route.Route{Area: "members"}, Bytes: []byte("half")}
	w.shell.Enter(b)
	w.Settle()
	w.Tap(w.Button("Let it go"))
	w.Hides("half-typed")
	if len(w.kept) != 1 || w.kept[0].bytes != "" {
		t.Errorf("the draft was not let go: %+v", w.kept)
	}
}

func TestEveryAreaIsReachedByMouseAndByKeys(t *testing.T) {
	w := unlocked(t)
	w.Tap(w.Spoken("Members, 3"))
	w.Shows("Page members")
	w.Chord(fyne.KeyModifierAlt, fyne.Key1)
	w.Shows("Page today")
	w.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
	w.Shows("Page members")
	w.Tap(w.Spoken("Settings"))
	w.Shows("Page settings")
	w.Chord(fyne.KeyModifierAlt, fyne.Key9)
	w.Shows("Page settings")
}

func TestThreeKeystrokesFindAPerson(t *testing.T) {
	w := unlocked(t)
	w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyK)
	w.Type("w")
	w.Shows("You can send a Signal message. Do not call.")
	w.Press(fyne.KeyReturn)
	if want := (route.Route{Area: "members", ID: "w"}); w.shell.Here() != want {
		t.Errorf("at %v", w.shell.Here())
	}
}

func TestF6GoesBetweenSidebarAndPage(t *testing.T) {
	w := unlocked(t)
	w.Window.Canvas().Unfocus() // as on a page that was just opened
	for range 2 {
		w.Press(fyne.KeyF6)
		if _, ok := w.Focused().(*kit.Nav); ok || w.Focused() == nil {
			t.Fatalf("the focus is on %T, not on the page", w.Focused())
		}
		w.Press(fyne.KeyF6)
		if nav, ok := w.Focused().(*kit.Nav); !ok || nav.Label() != "Today" {
			t.Fatalf("the focus is on %T, not in the sidebar", w.Focused())
		}
	}
}

func TestTheSheetOfShortcutsOpensAndCloses(t *testing.T) {
	w := unlocked(t)
	w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeySlash)
	w.Shows("Keyboard shortcuts")
	w.Press(fyne.KeyEscape)
	w.Hides("Keyboard shortcuts")
	if w.shell.State() != app.Unlocked {
		t.Error("one Escape hid the window")
	}
}

func TestF1OpensTheGuideAtWhatIsBeingDone(t *testing.T) {
	w := newWindow(t, kittest.Variant{})
	w.Press(fyne.KeyF1)
	w.Shows("A guide")
	w.Press(fyne.KeyEscape)
	w.Hides("A guide")
	w.shell.Enter(w.board())
	w.shell.Go(route.Route{Area: "members"})
	w.Settle()
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Type("half")
	w.Press(fyne.KeyF1)
	w.Chord(fyne.KeyModifierAlt, fyne.KeyLeft) // closes the guide, and leads nowhere else
	w.Settle()
	w.Hides("A guide")
	if got := w.Entry("Note").Text; got != "half" || w.shell.Here().Area != "members" {
		t.Errorf("at %v, and the field holds %q", w.shell.Here(), got)
	}
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
	if w.shell.Here().Area != "today" {
		t.Errorf("Alt+Left in a field leads to %v", w.shell.Here())
	}
	if want := []route.Route{{}, {Area: "members"}}; !slices.Equal(w.guided, want) {
		t.Errorf("the guide was opened at %v, want %v", w.guided, want)
	}
}

func TestTheGuideIsGoneOnceTheWindowLocksOrHides(t *testing.T) {
	w := unlocked(t)
	w.Press(fyne.KeyF1)
	w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyL)
	w.Settle()
	w.Hides("A guide")
	w.Press(fyne.KeyEscape, fyne.KeyEscape) // hides
	w.Press(fyne.KeyF1)
	w.Hides("A guide")
}

func TestTheLanguageChangesAtOnceAndKeepsWhatIsTyped(t *testing.T) {
	w := unlocked(t)
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Type("half")
	spanish, err := assets.Book(wording.InSpanish)
	if err != nil {
		t.Fatal(err)
	}
	w.shell.SetBook(spanish)
	w.Settle()
	w.Shows("Bloquear ahora")
	if got := w.Window.Title(); got != "Notas" {
		t.Errorf("the title is %q", got)
	}
	if got := w.Entry("Note").Text; got != "half" {
		t.Errorf("what was typed is %q now", got)
	}
}

func TestTheLookChangesAtOnceAndKeepsTheFocus(t *testing.T) {
	w := unlocked(t)
	w.Window.Canvas().Focus(w.Button("Hide"))
	w.shell.SetLook(theme.Look{Mode: theme.Dark, TextPercent: 150})
	w.Settle()
	if b, ok := w.Focused().(*kit.Button); !ok || b.Label() != "Hide" {
		t.Errorf("the focus is on %T", w.Focused())
	}
	if w.shell.State() != app.Unlocked {
		t.Error("another look locked the window")
	}
}

func TestASuccessIsSaidAndGoesByItself(t *testing.T) {
	w := unlocked(t)
	undone := false
	w.shell.Say("The contact is noted.", func() { undone = true })
	w.Settle()
	w.Shows("The contact is noted.")
	w.Tap(w.Button("Undo"))
	if !undone {
		t.Error("undo does nothing")
	}
	w.shell.Say("Saved.", nil)
	w.Pass(kit.ToastFor + time.Second)
	w.Hides("Saved.")
}

func TestNothingStaysFocusedThatIsGone(t *testing.T) {
	w := unlocked(t)
	w.Window.Canvas().Focus(w.Entry("Note"))
	w.Chord(fyne.KeyModifierAlt, fyne.Key2)
	if f, ok := w.Focused().(*kit.Entry); ok {
		t.Errorf("%T of the page before has the focus", f)
	}
}

func TestAFieldThatIsDroppedLosesTheFocusFirst(t *testing.T) {
	for name, drop := range map[string]func(*window){
		"locking":         func(w *window) { w.shell.LockNow(app.Asked) },
		"hiding":          func(w *window) { w.shell.Hide() },
		"going elsewhere": func(w *window) { w.shell.Go(route.Route{Area: "members"}) },
		"another look":    func(w *window) { w.shell.SetLook(theme.Look{TextPercent: 120}) },
	} {
		w := unlocked(t)
		note := w.Entry("Note")
		w.Window.Canvas().Focus(note)
		drop(w)
		if note.Focused() {
			t.Errorf("%s: the field still believes that it has the focus", name)
		}
	}
}

func TestAFieldOnTopLosesTheFocusBeforeLocking(t *testing.T) {
	w := unlocked(t)
	w.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyK)
	query := w.Focused().(*kit.Entry)
	w.shell.LockNow(app.Asked)
	if query.Focused() {
		t.Error("the field of the palette still believes that it has the focus")
	}
}
