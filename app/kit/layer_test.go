package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

func TestADialogIsConfirmedByEnterAndPutAsideByEscape(t *testing.T) {
	for key, want := range map[fyne.KeyName]string{fyne.KeyReturn: "confirmed", fyne.KeyEscape: "put aside"} {
		s := kittest.NewStage(t, kittest.Variant{})
		before := kit.Primary("Open", nil)
		s.Show(kit.Stack(8, before))
		s.Window.Canvas().Focus(before)
		got := ""
		kit.Ask(s.Env, kit.Dialog{
			Title: "Lock the vault?", Confirm: "Lock",
			OnConfirm: func() bool { got = "confirmed"; return true }, OnCancel: func() { got = "put aside" },
		})
		s.Press(key)
		if got != want {
			t.Errorf("%s: %s", key, got)
		}
		if len(s.Window.Canvas().Overlays().List()) != 0 || s.Focused() != before {
			t.Errorf("%s: the focus is on %T", key, s.Focused())
		}
	}
}

func TestEnterNeverDoesWhatCannotBeTakenBack(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	erased := false
	kit.Ask(s.Env, kit.Dialog{Title: "Erase Wren?", Confirm: "Erase", Grave: true, OnConfirm: func() bool { erased = true; return true }})
	s.Press(fyne.KeyReturn)
	if erased {
		t.Fatal("Enter erased")
	}
	kit.Ask(s.Env, kit.Dialog{Title: "Erase Wren?", Confirm: "Erase", Grave: true, OnConfirm: func() bool { erased = true; return true }})
	s.Window.Canvas().Unfocus()
	s.Press(fyne.KeyReturn)
	if erased {
		t.Fatal("Enter erased although nothing had the focus")
	}
	s.Tap(s.Button("Erase"))
	if !erased {
		t.Error("the button itself does nothing")
	}
}

func TestTheFocusStaysInADialog(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Stack(8, kit.Primary("Outside", nil)))
	name := kit.NewEntry(s.Env)
	kit.Ask(s.Env, kit.Dialog{Title: "Name", Body: kit.NewField("Name", name), Confirm: "Save", First: name})
	for range 10 {
		s.Press(fyne.KeyTab)
		if b, ok := s.Focused().(*kit.Button); ok && b.Label() == "Outside" {
			t.Fatal("Tab left the dialog")
		}
	}
}

func TestAFormWithAMistakeStaysOpen(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	name := kit.NewEntry(s.Env)
	field := kit.NewField("Name", name)
	kit.Ask(s.Env, kit.Dialog{Title: "A new person", Body: field, Confirm: "Add", First: name, OnConfirm: func() bool {
		if name.Text == "" {
			field.SetMistake("Write at least one name.")
			return false
		}
		return true
	}})
	s.Press(fyne.KeyReturn)
	holds(t, s, "Write at least one name.")
	s.Type("Wren")
	s.Press(fyne.KeyReturn)
	if len(s.Window.Canvas().Overlays().List()) != 0 {
		t.Error("the dialog is still open")
	}
}

func TestADialogThatTellsOfAMistakeOnlyCloses(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	kit.Tell(s.Env, "The disk is full", "Nothing was lost. Make room and save again.", nil)
	if n := len(kittest.All[*kit.Button](s.Window.Canvas().Overlays().Top())); n != 1 {
		t.Errorf("there are %d buttons", n)
	}
	s.Press(fyne.KeyReturn)
	if len(s.Window.Canvas().Overlays().List()) != 0 {
		t.Error("Enter does not close it")
	}
}

func TestALongDialogScrollsAndKeepsItsButtonsInSight(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{Size: fyne.NewSize(700, 420)})
	s.Show(kit.Spacer(10))
	kit.Ask(s.Env, kit.Dialog{Title: "Everything", Say: strings.Repeat("A long sentence about it. ", 120), Confirm: "Go on"})
	s.Settle()
	b := s.Button("Go on")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	if at.Y+b.Size().Height > 420 || at.Y < 0 {
		t.Errorf("the button lies at %v", at)
	}
}

func TestAClickBesideADialogDoesNothing(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	outside := false
	s.Show(kit.Primary("Outside", func() { outside = true }))
	kit.Ask(s.Env, kit.Dialog{Title: "Sure?", Confirm: "Yes"})
	s.TapAt(5, 5)
	if outside || len(s.Window.Canvas().Overlays().List()) != 1 {
		t.Error("the dialog does not hold the window")
	}
}

// names is a search over a few.
func names(query string) []kit.Found {
	var found []kit.Found
	for _, name := range []string{"Wren", "Heron", "Plover", "Siskin", "Dunlin", "Knot", "Ruff", "Teal", "Gadwall", "Pintail", "Smew"} {
		if strings.Contains(strings.ToLower(name), strings.ToLower(query)) {
			found = append(found, kit.Found{ID: name, Title: name, Note: "You can call " + name + "."})
		}
	}
	return found
}

func TestThePaletteFindsWhileOneTypesAndOpensByEnter(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	opened := ""
	p := kit.OpenPalette(s.Env, kit.Search{Find: names, Nothing: "Nobody.", Open: func(f kit.Found) { opened = f.ID }})
	s.Type("ro")
	holds(t, s, "You can call Heron.")
	lacks(t, s, "Wren")
	s.Press(fyne.KeyBackspace, fyne.KeyBackspace)
	s.Type("e")
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if opened != "Heron" || p.Chosen() != 1 {
		t.Errorf("opened %q", opened)
	}
	if len(s.Window.Canvas().Overlays().List()) != 0 {
		t.Error("the palette is still open")
	}
}

func TestThePaletteShowsNoMoreThanCanBeTakenIn(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	p := kit.OpenPalette(s.Env, kit.Search{Find: names, Open: func(kit.Found) {}})
	if n := len(p.Found()); n != kit.MostFound {
		t.Errorf("it shows %d", n)
	}
	for range 30 {
		s.Press(fyne.KeyDown)
	}
	if p.Chosen() != kit.MostFound-1 {
		t.Errorf("chosen is %d", p.Chosen())
	}
}

func TestThePaletteSaysWhereNothingIsFound(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	kit.OpenPalette(s.Env, kit.Search{Find: names, Nothing: "Nobody by that name.", Open: func(kit.Found) { t.Error("opened nothing") }})
	s.Type("zz")
	holds(t, s, "Nobody by that name.")
	s.Press(fyne.KeyReturn)
	holds(t, s, "Nobody by that name.")
}

func TestThePaletteClosesByEscapeAndByAClickBesideIt(t *testing.T) {
	for name, leave := range map[string]func(*kittest.Stage){
		"Escape": func(s *kittest.Stage) { s.Press(fyne.KeyEscape) },
		"click":  func(s *kittest.Stage) { s.TapAt(20, 700) },
	} {
		s := kittest.NewStage(t, kittest.Variant{})
		s.Show(kit.Spacer(10))
		kit.OpenPalette(s.Env, kit.Search{Find: names, Open: func(kit.Found) {}})
		s.Type("wr")
		leave(s)
		if len(s.Window.Canvas().Overlays().List()) != 0 {
			t.Errorf("%s does not close it", name)
		}
	}
}

func TestAResultIsOpenedByMouse(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	opened := ""
	kit.OpenPalette(s.Env, kit.Search{Find: names, Open: func(f kit.Found) { opened = f.ID }})
	s.Tap(s.Spoken("Heron\nYou can call Heron."))
	if opened != "Heron" {
		t.Errorf("opened %q", opened)
	}
}

func TestTheSheetOfShortcutsNamesKeysAndWhatTheyDo(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	kit.ShowShortcuts(s.Env, kit.ShortcutGroup{Title: "Always", Rows: []kit.Shortcut{{Keys: "Ctrl L", Does: "Lock now"}}})
	holds(t, s, "Ctrl L\nLock now")
	s.Press(fyne.KeyEscape)
	lacks(t, s, "Ctrl L")
}

func TestClosingAllTakesEverythingOff(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Spacer(10))
	for range 3 {
		kit.Ask(s.Env, kit.Dialog{Title: "Sure?", Confirm: "Yes"})
	}
	kit.CloseAll(s.Window.Canvas())
	if n := len(s.Window.Canvas().Overlays().List()); n != 0 {
		t.Errorf("%d are left", n)
	}
}

func TestAWizardGoesOnOnlyWhenItsStepLetsIt(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	ready, done := false, false
	w := kit.NewWizard(s.Env, []kit.Step{
		{Title: "A name", Build: func() fyne.CanvasObject { return kit.NewField("Board", kit.NewEntry(s.Env)) }, Leave: func() bool { return ready }},
		{Title: "A passphrase", Say: "Six words."},
		{Title: "Done", Final: true, Next: "Open the board"},
	}, func() { done = true })
	s.Show(w)
	holds(t, s, "Step 1 of 3")
	if s.HasButton("Back") {
		t.Error("there is a way back from the first step")
	}
	s.Tap(s.Button("Next"))
	holds(t, s, "A name")
	ready = true
	s.Tap(s.Button("Next"))
	holds(t, s, "Six words.")
	s.Tap(s.Button("Back"))
	holds(t, s, "A name")
	s.Tap(s.Button("Next"))
	s.Tap(s.Button("Next"))
	if s.HasButton("Back") {
		t.Error("there is a way back from what has been done")
	}
	s.Tap(s.Button("Open the board"))
	if !done || w.At() != 2 {
		t.Errorf("done %v at step %d", done, w.At())
	}
}
