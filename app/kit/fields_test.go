package kit_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/record"
)

// holds fails where words are not to be read.
func holds(t *testing.T, s *kittest.Stage, words string) {
	t.Helper()
	if !strings.Contains(s.Words(), words) {
		t.Errorf("%q is not to be read in:\n%s", words, s.Words())
	}
}

func lacks(t *testing.T, s *kittest.Stage, words string) {
	t.Helper()
	if strings.Contains(s.Words(), words) {
		t.Errorf("%q is to be read in:\n%s", words, s.Words())
	}
}

func TestTabLeavesAFieldOfSeveralLines(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	note, save := kit.NewLines(s.Env, 3), kit.Primary("Save", nil)
	s.Show(kit.Stack(8, note, save))
	s.Window.Canvas().Focus(note)
	s.Type("a")
	s.Press(fyne.KeyTab)
	if s.Focused() != save || note.Text != "a" {
		t.Errorf("the focus is on %T, the note %q", s.Focused(), note.Text)
	}
}

func TestEnterBreaksALineOnlyWhereThereAreSeveral(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	name, note := kit.NewEntry(s.Env), kit.NewLines(s.Env, 3)
	sent := ""
	name.OnSubmitted = func(text string) { sent = text }
	s.Show(kit.Stack(8, name, note))
	s.Window.Canvas().Focus(name)
	s.Type("Wren")
	s.Press(fyne.KeyReturn)
	s.Window.Canvas().Focus(note)
	s.Type("a")
	s.Press(fyne.KeyReturn)
	s.Type("b")
	if sent != "Wren" || name.Text != "Wren" || note.Text != "a\nb" {
		t.Errorf("sent %q, name %q, note %q", sent, name.Text, note.Text)
	}
}

func TestTheMenuOfASecretFieldDoesNotCopy(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	plain, secret := kit.NewEntry(s.Env), kit.NewSecretEntry(s.Env)
	s.Show(kit.Stack(8, plain, secret))
	plain.TappedSecondary(&fyne.PointEvent{})
	holds(t, s, "Copy")
	s.Press(fyne.KeyEscape)
	secret.Entry.TappedSecondary(&fyne.PointEvent{})
	holds(t, s, "Paste")
	lacks(t, s, "Copy")
	lacks(t, s, "Cut")
}

func TestTheMenuOfAFieldSelectsAndCuts(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	e := kit.NewEntry(s.Env)
	s.Show(kit.Stack(8, e))
	s.Window.Canvas().Focus(e)
	s.Type("Wren")
	e.TappedSecondary(&fyne.PointEvent{})
	s.Tap(s.Spoken("Select all"))
	if got := e.SelectedText(); got != "Wren" {
		t.Fatalf("selected %q", got)
	}
	e.TappedSecondary(&fyne.PointEvent{})
	s.Press(fyne.KeyReturn) // Cut is the first
	if e.Text != "" || fyne.CurrentApp().Clipboard().Content() != "Wren" {
		t.Errorf("the field holds %q", e.Text)
	}
}

func TestAMistakeStandsInPlaceOfTheHelp(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	f := kit.NewField("Chosen name", kit.NewEntry(s.Env)).Help("The name to use.")
	s.Show(kit.Stack(8, f))
	holds(t, s, "The name to use.")
	f.SetMistake("Write at least one name.")
	holds(t, s, "Write at least one name.")
	lacks(t, s, "The name to use.")
	if f.Mistake() != "Write at least one name." {
		t.Errorf("the mistake is %q", f.Mistake())
	}
	f.SetMistake("")
	holds(t, s, "The name to use.")
	if f.Mistake() != "" {
		t.Error("there is still a mistake")
	}
}

func TestAMistakeMakesTheFieldHigherAndMovesWhatIsBelow(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	f := kit.NewField("Name", kit.NewEntry(s.Env))
	below := kit.Primary("Save", nil)
	s.Show(kit.Stack(8, f, below))
	before := below.Position().Y
	f.SetMistake("Write at least one name.")
	s.Settle()
	if below.Position().Y <= before {
		t.Error("the mistake lies under the button")
	}
}

func TestASelectIsFilledByKeys(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	var told []string
	use := kit.NewSelect([]kit.Option{{ID: "q", Label: "Quote"}, {ID: "p", Label: "Photo"}, {ID: "n", Label: "Name"}}, func(id string) { told = append(told, id) })
	s.Show(kit.Stack(8, use))
	use.Set("q")
	if len(told) != 0 {
		t.Fatal("setting it told that a person chose")
	}
	s.Press(fyne.KeyTab, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if use.Chosen() != "n" || len(told) != 1 || told[0] != "n" {
		t.Errorf("chosen %q, told %v", use.Chosen(), told)
	}
	if s.Focused() != use {
		t.Errorf("the focus is on %T", s.Focused())
	}
}

func TestALongChoiceTakesASecondLineInPlaceOfBeingCut(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	long := kit.NewSelect([]kit.Option{{ID: "a", Label: "Trustworthiness and transparency"}, {ID: "b", Label: "Safety"}}, nil).Set("a")
	s.Show(kit.Narrow(200, long))
	one := kit.HeightFor(long, 600)
	if two := kit.HeightFor(long, 200); two < one+10 || long.Size().Height != two {
		t.Errorf("%v high where there is room, %v where there is not, and %v on the page", one, two, long.Size().Height)
	}
	if long.Set("b"); kit.HeightFor(long, 200) != one {
		t.Error("a short choice takes two lines")
	}
}

func TestASelectClosesByEscapeAndKeepsItsChoice(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	use := kit.NewSelect([]kit.Option{{ID: "q", Label: "Quote"}, {ID: "p", Label: "Photo"}}, nil).Set("p")
	s.Show(kit.Stack(8, use))
	s.Press(fyne.KeyTab, fyne.KeySpace, fyne.KeyUp, fyne.KeyEscape)
	if use.Chosen() != "p" || len(s.Window.Canvas().Overlays().List()) != 0 {
		t.Errorf("chosen %q", use.Chosen())
	}
}

func TestASelectIsFilledByMouse(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	use := kit.NewSelect([]kit.Option{{ID: "q", Label: "Quote"}, {ID: "p", Label: "Photo"}}, nil)
	s.Show(kit.Stack(8, use))
	s.Tap(use)
	s.Tap(s.Spoken("Photo"))
	if use.Chosen() != "p" {
		t.Errorf("chosen %q", use.Chosen())
	}
}

func TestAnAnswerIsChosenByArrowsAndSpace(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	var told []string
	r := kit.NewRadio([]kit.Option{{ID: "n", Label: "Not yet"}, {ID: "h", Label: "Half"}, {ID: "a", Label: "Always"}}, func(id string) { told = append(told, id) })
	s.Show(kit.Stack(8, r))
	s.Press(fyne.KeyTab, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if r.Chosen() != "a" || strings.Join(told, " ") != "h a" {
		t.Errorf("chosen %q, told %v", r.Chosen(), told)
	}
	s.Tap(s.Spoken("Not yet"))
	if r.Chosen() != "n" {
		t.Errorf("chosen %q", r.Chosen())
	}
}

func TestACheckTurnsByMouseEnterAndSpace(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	var told []bool
	c := kit.NewCheck("Leave a voicemail", false, func(on bool) { told = append(told, on) })
	s.Show(kit.Stack(8, c))
	s.Tap(c)
	s.Press(fyne.KeySpace, fyne.KeyReturn)
	if len(told) != 3 || !told[0] || told[1] || !told[2] || !c.On() {
		t.Errorf("told %v", told)
	}
}

func TestADayIsTypedOrRefusedWithAnExample(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	var told []record.Date
	d := kit.NewDateEntry(s.Env, func(day record.Date) { told = append(told, day) })
	s.Show(kit.Stack(8, kit.NewField("On", d)))
	e := s.Entry("On")
	s.Window.Canvas().Focus(e)
	s.Type("2027-02-30")
	if _, err := d.Value(); !errors.Is(err, record.ErrInvalid) || !strings.Contains(err.Error(), "2026-11-22") {
		t.Errorf("30 February is %v", err)
	}
	if len(told) != 0 {
		t.Errorf("told %v of a day that does not exist", told)
	}
	s.Press(fyne.KeyBackspace, fyne.KeyBackspace)
	s.Type("28 ")
	if day, err := d.Value(); err != nil || day != (record.Date{Year: 2027, Month: 2, Day: 28}) {
		t.Errorf("%v, %v", day, err)
	}
	e.SetText("")
	if day, err := d.Value(); err != nil || !day.IsZero() {
		t.Errorf("nothing is %v, %v", day, err)
	}
}

func TestADayIsPickedByKeys(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	var told []record.Date
	d := kit.NewDateEntry(s.Env, func(day record.Date) { told = append(told, day) })
	s.Show(kit.Stack(8, d))
	s.Tap(s.Spoken("Pick a day"))
	holds(t, s, "November 2026")
	s.Press(fyne.KeyPageDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyReturn) // 21 Nov → 21 Dec → 22 → 15
	want := record.Date{Year: 2026, Month: time.December, Day: 15}
	if day, err := d.Value(); err != nil || day != want {
		t.Errorf("picked %v, %v", day, err)
	}
	if len(told) != 1 || told[0] != want {
		t.Errorf("told %v", told)
	}
	if n := len(s.Window.Canvas().Overlays().List()); n != 0 {
		t.Error("the month is still open")
	}
}

func TestADayIsPickedByMouse(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	picked := record.Date{}
	month := kit.NewMonth(s.Env, s.Env.Today(), func(d record.Date) { picked = d })
	s.Show(kit.Narrow(300, month))
	s.Tap(s.Spoken("The month after"))
	holds(t, s, "December 2026")
	days := s.Spoken("21 December 2026").(fyne.Tappable)
	size := days.(fyne.CanvasObject).Size()
	// Column 1 of line 1 below the names: 1 December 2026 is a Tuesday.
	days.Tapped(&fyne.PointEvent{Position: fyne.NewPos(size.Width/7*1.5, size.Height/7*1.5)})
	if want := (record.Date{Year: 2026, Month: time.December, Day: 1}); picked != want {
		t.Errorf("picked %v", picked)
	}
}

func TestAMonthAfterTheLastOfJanuaryIsTheLastOfFebruary(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	month := kit.NewMonth(s.Env, record.Date{Year: 2028, Month: time.January, Day: 31}, nil)
	s.Show(month)
	s.Window.Canvas().FocusNext()
	for range 3 {
		s.Window.Canvas().FocusNext()
		if s.Focused().(fyne.Accessible).AccessibilityLabel() == "31 January 2028" {
			break
		}
	}
	s.Press(fyne.KeyPageDown)
	if want := (record.Date{Year: 2028, Month: time.February, Day: 29}); month.At() != want {
		t.Errorf("a month after 31 January is %v", month.At())
	}
}

func TestWhatIsWrongGoesAsSoonAsItIsBeingMended(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	two := []kit.Option{{ID: "a", Label: "Yes"}, {ID: "b", Label: "No"}}
	typing := func() { s.Type("x") }
	for name, c := range map[string]struct {
		input fyne.CanvasObject
		mend  func()
	}{
		"a line":            {kit.NewEntry(s.Env), typing},
		"lines":             {kit.NewLines(s.Env, 2), typing},
		"a letter less":     {kit.NewEntry(s.Env).With("xx"), func() { s.Press(fyne.KeyBackspace) }},
		"pasted":            {kit.NewEntry(s.Env), func() { s.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: s.Clipboard}) }},
		"a secret":          {kit.NewSecretEntry(s.Env), typing},
		"a day":             {kit.NewDateEntry(s.Env, nil), typing},
		"a choice":          {kit.NewRadio(two, nil), func() { s.Press(fyne.KeyDown, fyne.KeySpace) }},
		"a list":            {kit.NewSelect(two, nil), func() { s.Press(fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn) }},
		"a tick":            {kit.NewCheck("Agreed", false, nil), func() { s.Press(fyne.KeySpace) }},
		"beside a button":   {kit.Spread(8, kit.NewEntry(s.Env), kit.Secondary("Choose…", nil)), typing},
		"one of some ticks": {kit.Grid(200, kit.NewCheck("One", false, nil), kit.NewCheck("Two", false, nil)), func() { s.Press(fyne.KeyTab, fyne.KeySpace) }},
	} {
		field := kit.NewField("Answer", c.input).Help("In your own words")
		s.Show(kit.Stack(8, field))
		field.SetMistake("Answer this.")
		field.Focus()
		if s.Settle(); field.Mistake() == "" {
			t.Errorf("%s: what is wrong is gone before anything is changed", name)
		}
		if c.mend(); field.Mistake() != "" {
			t.Errorf("%s: what was wrong is said still: %s", name, s.Words())
		}
	}
}

func TestASecretIsNeitherDrawnNorSpoken(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	secret := kit.NewSecretEntry(s.Env)
	s.Show(kit.Stack(8, kit.NewField("Passphrase", secret)))
	s.Window.Canvas().Focus(secret.Entry)
	s.Type("orchard seven lamp")
	lacks(t, s, "orchard")
	if strings.Contains(secret.AccessibilityLabel(), "orchard") {
		t.Error("a screen reader would say it")
	}
}

func TestASecretIsShownOnlyWhenAskedFor(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	secret := kit.NewSecretEntry(s.Env)
	s.Show(kit.Stack(8, secret))
	s.Tap(s.Button("Show"))
	if !secret.Shown() {
		t.Fatal("Show does not show")
	}
	s.Tap(s.Button("Hide"))
	if secret.Shown() {
		t.Fatal("Hide does not hide")
	}
	s.Tap(s.Button("Show"))
	secret.Mask()
	if secret.Shown() {
		t.Error("it can still be read")
	}
}

func TestTakingASecretEmptiesTheField(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	secret := kit.NewSecretEntry(s.Env)
	told := 0
	secret.Entry.OnChanged = func(string) { told++ }
	s.Show(kit.Stack(8, secret))
	s.Window.Canvas().Focus(secret.Entry)
	s.Type("ab")
	if got := string(secret.Take()); got != "ab" || secret.Entry.Text != "" || told != 2 {
		t.Errorf("took %q, left %q, told %d times", got, secret.Entry.Text, told)
	}
	if secret.Take() != nil {
		t.Error("an empty field holds a secret")
	}
}

// pressed is the part of a Masked that is held or clicked.
func pressed(s *kittest.Stage, dots string) interface {
	fyne.Tappable
	desktop.Mouseable
} {
	return s.Spoken(dots).(interface {
		fyne.Tappable
		desktop.Mouseable
	})
}

const dots = "•••\u00a0••\u00a041" // with spaces that do not break

func TestAValueIsShownWhileItIsHeld(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	m := kit.NewMasked(s.Env, "••• •• 41", func() string { return "+1 555 0141" })
	s.Show(kit.Stack(8, m))
	lacks(t, s, "555")
	part := pressed(s, dots)
	part.MouseDown(&desktop.MouseEvent{})
	holds(t, s, "+1 555 0141")
	s.Pass(3 * time.Second)
	part.MouseUp(&desktop.MouseEvent{})
	part.Tapped(&fyne.PointEvent{})
	lacks(t, s, "555")
}

func TestAValueIsShownAfterAClickForAWhile(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	m := kit.NewMasked(s.Env, "••• •• 41", func() string { return "+1 555 0141" })
	s.Show(kit.Stack(8, m))
	part := pressed(s, dots)
	click := func() {
		part.MouseDown(&desktop.MouseEvent{})
		s.Pass(80 * time.Millisecond)
		part.MouseUp(&desktop.MouseEvent{})
		part.Tapped(&fyne.PointEvent{})
	}
	click()
	holds(t, s, "+1 555 0141")
	s.Pass(kit.ShownFor + time.Second)
	lacks(t, s, "555")
	click()
	click()
	lacks(t, s, "555")
}

func TestAValueIsShownByKeys(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	m := kit.NewMasked(s.Env, "••• •• 41", func() string { return "+1 555 0141" })
	s.Show(kit.Stack(8, m))
	s.Press(fyne.KeyTab, fyne.KeySpace)
	holds(t, s, "+1 555 0141")
	s.Press(fyne.KeyReturn)
	lacks(t, s, "555")
}

func TestWhatIsCopiedIsForgottenAfterAWhile(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.Stack(8, kit.NewMasked(s.Env, "••• •• 41", func() string { return "+1 555 0141" })))
	s.Tap(s.Button("Copy"))
	if s.Clipboard.Content() != "+1 555 0141" {
		t.Fatalf("copied %q", s.Clipboard.Content())
	}
	s.Pass(kit.ForgetAfter - time.Second)
	if s.Clipboard.Content() == "" {
		t.Fatal("it was forgotten too soon")
	}
	s.Pass(2 * time.Second)
	if s.Clipboard.Content() != "" {
		t.Errorf("the clipboard still holds %q", s.Clipboard.Content())
	}
}

func TestAnEmptySlotIsPassedOverForTheFocus(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	e := kit.NewEntry(s.Env)
	if got := kit.First(kit.Stack(0, kit.NewSlot(nil), e)); got != e {
		t.Errorf("%T would take the focus", got)
	}
}

func TestWhatIsCutOrCopiedInAFieldIsForgottenToo(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	e := kit.NewEntry(s.Env)
	s.Show(e)
	s.Window.Canvas().Focus(e)
	for name, shortcut := range map[string]fyne.Shortcut{
		"copied": &fyne.ShortcutCopy{Clipboard: s.Clipboard}, "cut": &fyne.ShortcutCut{Clipboard: s.Clipboard},
	} {
		e.SetText("+1 555 0141")
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		e.TypedShortcut(shortcut)
		s.Pass(time.Minute)
		if s.Clipboard.Content() != "+1 555 0141" {
			t.Errorf("%s: a minute later there is %q to paste", name, s.Clipboard.Content())
		}
		s.Pass(time.Minute)
		if s.Clipboard.Content() != "" {
			t.Errorf("%s: the clipboard still holds %q", name, s.Clipboard.Content())
		}
	}
	e.SetText("+1 555 0141")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: s.Clipboard})
	s.Env.Clipboard.Forget() // as locking does
	if s.Clipboard.Content() != "" {
		t.Errorf("locked: the clipboard still holds %q", s.Clipboard.Content())
	}
}

func TestABoardSaysHowLongTheClipboardKeeps(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Env.Clipboard.Keep(40 * time.Second)
	s.Env.Clipboard.Copy("+1 555 0141")
	s.Pass(kit.ForgetAfter + time.Second)
	if s.Clipboard.Content() == "" {
		t.Fatal("it was forgotten too soon")
	}
	s.Pass(30 * time.Second)
	if s.Clipboard.Content() != "" {
		t.Error("it was kept too long")
	}
}

func TestWhatSomebodyElseCopiedIsLeftAlone(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Env.Clipboard.Copy("+1 555 0141")
	s.Clipboard.SetContent("a recipe")
	s.Pass(kit.ForgetAfter + time.Second)
	if got := s.Clipboard.Content(); got != "a recipe" {
		t.Errorf("the clipboard holds %q", got)
	}
	s.Env.Clipboard.Copy("one")
	s.Clipboard.SetContent("another recipe")
	s.Env.Clipboard.Forget()
	if got := s.Clipboard.Content(); got != "another recipe" {
		t.Errorf("the clipboard holds %q", got)
	}
}

func TestCopyingAgainBeginsTheWaitAnew(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Env.Clipboard.Copy("one")
	s.Pass(10 * time.Second)
	s.Env.Clipboard.Copy("two")
	s.Pass(10 * time.Second)
	if s.Clipboard.Content() != "two" || !s.Env.Clipboard.Holds() {
		t.Errorf("the clipboard holds %q", s.Clipboard.Content())
	}
	s.Pass(6 * time.Second)
	if s.Clipboard.Content() != "" || s.Env.Clipboard.Holds() {
		t.Errorf("the clipboard holds %q", s.Clipboard.Content())
	}
}

// A form that is wrong puts the cursor where it is wrong, whatever is asked
// there, and scrolls to it.
func TestEveryKindOfFieldTakesTheFocusAndIsSeen(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	options := []kit.Option{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}}
	inputs := map[string]fyne.CanvasObject{"a line": kit.NewEntry(s.Env), "lines": kit.NewLines(s.Env, 2), "a secret": kit.NewSecretEntry(s.Env),
		"a day": kit.NewDateEntry(s.Env, nil), "one of some": kit.NewSelect(options, nil), "cards": kit.NewRadio(options, nil).Set("b"),
		"a sentence": kit.NewCheck("So it is", false, nil), "some of many": kit.Grid(200, kit.NewCheck("A", false, nil), kit.NewCheck("B", false, nil))}
	fields, parts := map[string]*kit.Field{}, []fyne.CanvasObject{}
	for what, input := range inputs {
		fields[what] = kit.NewField(what, input)
		parts = append(parts, fields[what], kit.Pad(kit.Inset{Top: 900}, kit.NewText(kit.Body, what)))
	}
	s.Show(kit.NewPage(kit.Head{Title: "Long"}, nil, kit.Card(kit.Head{}, kit.Form(parts...))).Object())
	for what, field := range fields {
		s.Window.Canvas().Unfocus()
		field.Focus()
		part, _ := s.Window.Canvas().Focused().(fyne.CanvasObject)
		if part == nil {
			t.Errorf("%s takes no focus", what)
			continue
		}
		if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(part).Y; top < 0 || top > 760 {
			t.Errorf("%s has the focus, and lies at %.0f", what, top)
		}
	}
}
