package desktop_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/apptest"
	"holdfast/app/desk"
	"holdfast/app/desktop"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/theme"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/preference"
	"holdfast/record"
)

// sitting is the whole window in a sitting of a short round, on a board of
// eight people.
func sitting(t *testing.T) (*house, record.ID) {
	t.Helper()
	h := enter(t, filled(t, 8), kittest.Variant{})
	h.unlock(t)
	r, err := h.desktop.Board().Assess().OpenRound(assessment.Round{Title: "After the meeting", Instrument: "meeting-pulse",
		Asked: map[assessment.Side]int{assessment.Members: 9}, From: record.Date{Year: 2026, Month: 11, Day: 1}})
	if err != nil {
		t.Fatal(err)
	}
	h.desktop.Shell().Go(route.Round(string(r.ID), ""))
	h.Settle()
	h.desktop.Shell().Env().Clipboard.Copy("a number of somebody's")
	h.Tap(h.Button("Begin a sitting"))
	h.Settle()
	return h, r.ID
}

// inside says whether nothing but the sitting is to be seen.
func (h *house) inside(t *testing.T, after string) {
	t.Helper()
	h.Settle()
	words := h.Words()
	if !strings.Contains(words, "After the meeting") {
		t.Errorf("after %s the sitting is gone:\n%s", after, words)
	}
	for _, outside := range []string{"Wren", "Members", "Settings", "Today", "Lock now", "Find anyone", "Keeping", "Ctrl K"} {
		if strings.Contains(words, outside) {
			t.Errorf("after %s %q is to be read:\n%s", after, outside, words)
		}
	}
	if h.Env.Canvas.Overlays().Top() != nil {
		t.Errorf("after %s something lies on top", after)
	}
	if h.desktop.Board() != nil {
		t.Errorf("after %s the window holds the board", after)
	}
}

func TestNoKeyLeadsOutOfASitting(t *testing.T) {
	h, _ := sitting(t)
	h.inside(t, "the beginning")
	ctrl, alt := fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt
	chords := map[string]struct {
		fyne.KeyModifier
		fyne.KeyName
	}{"Ctrl+K": {ctrl, fyne.KeyK}, "Ctrl+/": {ctrl, fyne.KeySlash}, "Alt+Left": {alt, fyne.KeyLeft}, "Alt+1": {alt, fyne.Key1}, "Alt+2": {alt, fyne.Key2}, "Alt+9": {alt, fyne.Key9},
		"Ctrl+Tab": {ctrl, fyne.KeyTab}, "Ctrl+O": {ctrl, fyne.KeyO}, "Ctrl+P": {ctrl, fyne.KeyP}, "Ctrl+S": {ctrl, fyne.KeyS}}
	look := func(page string) {
		for name, c := range chords {
			h.Chord(c.KeyModifier, c.KeyName)
			h.inside(t, name+" on "+page)
		}
		for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeyF2, fyne.KeyF5, fyne.KeyF6, fyne.KeyF10, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyDelete} {
			h.Press(key)
			h.inside(t, string(key)+" on "+page)
		}
	}
	look("the door")
	h.Tap(h.Button("I have a code"))
	look("the field for a code")
	h.Tap(h.Button("Back"))
	h.Tap(h.Button("For a keyholder: end the sitting"))
	look("the field for a passphrase")
	h.Tap(h.Button("Back"))
	h.Tap(h.Button("Begin"))
	look("a question")
	h.Tap(h.Button("Add a note"))
	look("a note")
}

func TestWhatWasCopiedCantBePastedInASitting(t *testing.T) {
	h, _ := sitting(t)
	if left := h.Clipboard.Content(); left != "" {
		t.Errorf("%q can be pasted", left)
	}
}

func TestNothingInASittingLeadsOutByTab(t *testing.T) {
	h, _ := sitting(t)
	h.Tap(h.Button("Begin"))
	known := map[string]bool{}
	for range 30 {
		h.Press(fyne.KeyTab)
		if part, ok := h.Focused().(fyne.Accessible); ok {
			known[part.AccessibilityLabel()] = true
		}
	}
	for _, nav := range kittest.All[*kit.Nav](h.Window.Content()) {
		t.Errorf("the sidebar is within reach: %s", nav.Label())
	}
	if !known["Next"] || !known["Hide Esc Esc"] && !known["Hide"] {
		t.Errorf("Tab reaches %v", known)
	}
}

func TestWhatAScreenAsksTheShellForLeadsNowhereInASitting(t *testing.T) {
	h, _ := sitting(t)
	s := h.desktop.Shell()
	for name, act := range map[string]func(){"Go": func() { s.Go(route.Members()) }, "Back": s.Back, "At": func() { s.At(route.Members()) },
		"Again": s.Again, "Saved": s.Saved, "Front": s.Front, "another look": func() { s.SetLook(theme.Look{Mode: theme.Dark}) }} {
		act()
		h.inside(t, name)
	}
}

func TestLockingASittingKeepsWhatWasAnswered(t *testing.T) {
	h, id := sitting(t)
	h.Tap(h.Button("Español"))
	h.Settle()
	h.shows(t, "Le damos la bienvenida")
	h.Tap(h.Button("Empezar"))
	h.Press(fyne.Key3)
	h.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyL)
	h.Settle()
	h.Pass(0)
	h.shows(t, "This file is locked.") // and in the language of the keyholder
	if h.desktop.Shell().State() != app.Locked {
		t.Fatal("it is not locked")
	}
	h.unlock(t)
	state, err := h.desktop.Board().Assess().Round(id)
	if err != nil || state.Aside != 1 {
		t.Errorf("%+v, %v", state, err)
	}
}

func TestHidingASittingNeedsAKeyholderToComeBack(t *testing.T) {
	h, _ := sitting(t)
	h.Press(fyne.KeyEscape, fyne.KeyEscape)
	h.Settle()
	h.Press(fyne.KeyEscape, fyne.KeyEscape)
	h.Pass(0)
	h.shows(t, "This file is locked.")
	if strings.Contains(h.Words(), "After the meeting") {
		t.Error("the sitting is still to be seen")
	}
}

func TestSomebodyWhoThinksIsNotLockedOut(t *testing.T) {
	h, _ := sitting(t)
	h.Pass(app.SittingIdle - time.Minute)
	h.inside(t, "nearly half an hour")
	h.Pass(2 * time.Minute)
	h.shows(t, "This file is locked.")
}

func TestAPassphraseEndsTheSittingAtItsRound(t *testing.T) {
	h, id := sitting(t)
	h.Tap(h.Button("For a keyholder: end the sitting"))
	h.Type(apptest.Passphrase)
	h.Press(fyne.KeyReturn)
	h.Settle()
	if at := h.desktop.Shell().Here(); at != route.Round(string(id), "") {
		t.Errorf("it leads to %v", at)
	}
	h.shows(t, "How far it is")
}

func TestTheMachineGoingToSleepLocksASitting(t *testing.T) {
	h, _ := sitting(t)
	done := make(chan struct{})
	go func() { h.desktop.Happened(desk.Sleep); close(done) }()
	for waiting := true; waiting; {
		select {
		case <-done:
			waiting = false
		default:
			h.Settle()
		}
	}
	h.Pass(0)
	h.shows(t, "This file is locked.")
}

func TestAPacketOpensWithoutAVaultAndWritesNothing(t *testing.T) {
	b := apptest.Empty(t)
	r, err := b.Assess().OpenRound(assessment.Round{Title: "After the meeting", Instrument: "meeting-pulse",
		Asked: map[assessment.Side]int{assessment.Members: 9}, From: record.Date{Year: 2026, Month: 11, Day: 1}})
	if err != nil {
		t.Fatal(err)
	}
	codes, _, err := b.Assess().Codes(r.ID, assessment.Members, 1, false)
	if err != nil {
		t.Fatal(err)
	}
	file, words, err := b.Assess().Packet(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	if err := board.WriteOut(home+"/questions.age", file); err != nil {
		t.Fatal(err)
	}
	s := kittest.NewStage(t, kittest.Variant{})
	a, err := desktop.Answer(desktop.Config{Window: s.Window, Clipboard: s.Clipboard, Clock: s.Clock, Dispatch: s.Post, Home: home,
		Preferences: preference.Open(t.TempDir()), SystemLanguage: "en-US", Quit: func() {}}, home+"/questions.age")
	if err != nil {
		t.Fatal(err)
	}
	s.Join(func() { a.Shell().Env().Runner.Wait() })
	s.Join(a.Shell().Wait)
	a.Start()
	s.Pass(0)
	open := func() {
		t.Helper()
		s.Type(words)
		s.Press(fyne.KeyReturn)
		s.Settle()
		s.Entry("The code on your slip").SetText(string(codes[0]))
		s.Tap(s.Button("Go on"))
	}
	open()
	s.Tap(s.Button("Begin"))
	s.Press(fyne.Key3)
	s.Press(fyne.KeyEscape, fyne.KeyEscape)
	s.Settle()
	if strings.Contains(s.Words(), "After the meeting") {
		t.Error("hiding hides nothing")
	}
	s.Press(fyne.KeyEscape, fyne.KeyEscape)
	s.Settle()
	s.Pass(0)
	open()
	if strings.Contains(s.Words(), "Begin") {
		t.Errorf("what was answered is lost: %s", s.Words())
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
}
