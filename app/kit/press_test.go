package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

func TestAButtonActsByMouseEnterAndSpace(t *testing.T) {
	for name, press := range map[string]func(*kittest.Stage, *kit.Button){
		"mouse":  func(s *kittest.Stage, b *kit.Button) { s.Tap(b) },
		"Enter":  func(s *kittest.Stage, b *kit.Button) { s.Press(fyne.KeyTab, fyne.KeyReturn) },
		"keypad": func(s *kittest.Stage, b *kit.Button) { s.Press(fyne.KeyTab, fyne.KeyEnter) },
		"Space":  func(s *kittest.Stage, b *kit.Button) { s.Press(fyne.KeyTab, fyne.KeySpace) },
	} {
		s := kittest.NewStage(t, kittest.Variant{})
		pressed := 0
		b := kit.Primary("Save", func() { pressed++ })
		s.Show(kit.Stack(8, b))
		press(s, b)
		if pressed != 1 {
			t.Errorf("%s: the button acted %d times", name, pressed)
		}
	}
}

func TestADisabledButtonDoesNothingAndIsSkippedByTab(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	pressed := false
	b := kit.Primary("Save", func() { pressed = true })
	b.Disable()
	other := kit.Secondary("Cancel", nil)
	s.Show(kit.Stack(8, b, other))
	s.Tap(b)
	s.Press(fyne.KeyTab)
	if pressed || s.Focused() != other {
		t.Errorf("pressed %v, the focus is on %T", pressed, s.Focused())
	}
}

// ringSeen says whether a part draws a ring of focus.
func ringSeen(part fyne.Widget) bool {
	for _, o := range test.WidgetRenderer(part).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok && r.Visible() && r.StrokeWidth == 2 && r.Position().X < 0 {
			return true
		}
	}
	return false
}

func TestTheRingIsSeenByKeyboardAndNotByMouse(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	b := kit.Secondary("Open", func() {})
	s.Show(kit.Stack(8, b))
	s.Press(fyne.KeyTab)
	if !ringSeen(b) {
		t.Error("Tab shows no ring")
	}
	s.Press(fyne.KeyTab) // comes round to the same button
	s.Window.Canvas().Unfocus()
	s.Tap(b)
	if ringSeen(b) {
		t.Error("a click shows a ring")
	}
	s.Press(fyne.KeySpace)
	if !ringSeen(b) {
		t.Error("a key after a click shows no ring")
	}
}

func TestAKeyThatAButtonDoesNotKnowReachesTheWindow(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	var seen []fyne.KeyName
	s.Window.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { seen = append(seen, k.Name) })
	s.Show(kit.Stack(8, kit.Primary("Save", func() {})))
	s.Press(fyne.KeyTab, fyne.KeyEscape, fyne.KeyF6)
	if len(seen) != 2 || seen[0] != fyne.KeyEscape || seen[1] != fyne.KeyF6 {
		t.Errorf("the window saw %v", seen)
	}
}

func TestALongLabelWrapsInsteadOfBeingCutOff(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	b := kit.Primary("Preguntar a la persona si todo esto sigue siendo correcto", nil)
	s.Show(kit.Stack(8, b))
	s.Resize(220, 300)
	if got, one := b.Size().Height, b.HeightFor(1000); got < 2*one-20 {
		t.Errorf("a long label is %v high, one line %v", got, one)
	}
}

// everyPart is a window with one of each part that is acted on.
func everyPart(s *kittest.Stage) fyne.CanvasObject {
	rows := []way{{channel: "Signal"}}
	return kit.Stack(8,
		kit.Primary("Primary", nil), kit.Secondary("Secondary", nil), kit.Quiet("Quiet", nil), kit.Link("Link", nil), kit.Grave("Grave", nil),
		kit.NewField("Name", kit.NewEntry(s.Env)), kit.NewField("Note", kit.NewLines(s.Env, 2)),
		kit.NewField("Secret", kit.NewSecretEntry(s.Env)), kit.NewField("Day", kit.NewDateEntry(s.Env, nil)),
		kit.NewField("Use", kit.NewSelect([]kit.Option{{ID: "a", Label: "Photo"}}, nil)),
		kit.NewRadio([]kit.Option{{ID: "a", Label: "Not yet"}, {ID: "b", Label: "Always"}}, nil),
		kit.NewCheck("Leave a voicemail", false, nil), kit.NewSwitch("Lock when minimised", "", false, nil),
		kit.NewMasked(s.Env, "••• 41", func() string { return "555 41" }),
		kit.Table([]kit.TableColumn[way]{{Title: "Channel", Cell: func(w way) fyne.CanvasObject { return kit.NewText(kit.Body, w.channel) }}}, rows, func(way) {}),
		kit.NewTabs([]kit.Tab{{ID: "o", Label: "Overview", Build: func() fyne.CanvasObject { return kit.Spacer(5) }}}, nil),
		kit.NewSearchBox(s.Env, nil), kit.NewProgressBar(s.Env, func() {}), kit.NewMonth(s.Env, s.Env.Today(), nil),
		kit.NewNav("today", "Today", "", nil),
	)
}

func TestShiftTabLeadsBackTheWayThatTabCame(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(everyPart(s))
	canvas := s.Window.Canvas()
	canvas.FocusNext()
	first := s.Focused()
	came := []fyne.Focusable{first}
	for canvas.FocusNext(); s.Focused() != first; canvas.FocusNext() {
		came = append(came, s.Focused())
	}
	for i := len(came) - 1; i >= 0; i-- {
		if canvas.FocusPrevious(); s.Focused() != came[i] {
			t.Fatalf("before %T comes %T, and not %T", came[(i+1)%len(came)], s.Focused(), came[i])
		}
	}
}

func TestEverythingThatCanBeClickedIsReachedByTab(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(everyPart(s))
	reached := map[fyne.CanvasObject]bool{}
	for range 200 {
		s.Window.Canvas().FocusNext()
		reached[s.Focused().(fyne.CanvasObject)] = true
	}
	clickable := 0
	for _, part := range kittest.All[fyne.Tappable](s.Window.Content()) {
		o := part.(fyne.CanvasObject)
		if _, focusable := o.(fyne.Focusable); !focusable {
			continue // an inner part of one that is: Fyne's entry has some
		}
		clickable++
		if !reached[o] {
			t.Errorf("%T is not reached by Tab", o)
		}
	}
	if clickable < 22 {
		t.Errorf("only %d parts were looked at", clickable)
	}
}

func TestTabIsNeverTrapped(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(everyPart(s))
	for range 60 {
		before := s.Focused()
		s.Press(fyne.KeyTab)
		if s.Focused() == before {
			t.Fatalf("Tab stays on %T", before)
		}
	}
}

func TestEveryPartThatIsActedOnHasAName(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(everyPart(s))
	for range 60 {
		s.Press(fyne.KeyTab)
		part, ok := s.Focused().(fyne.Accessible)
		if !ok {
			t.Fatalf("%T is silent to a screen reader", s.Focused())
		}
		if part.AccessibilityLabel() == "" && !isTableRow(s.Focused()) {
			t.Errorf("%T has no name", s.Focused())
		}
	}
}

// isTableRow is true of the ground of a row, whose cells speak for themselves.
func isTableRow(part fyne.Focusable) bool {
	o := part.(fyne.CanvasObject)
	return o.MinSize().IsZero()
}

func TestEscapePassesThroughEveryPart(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(everyPart(s))
	escaped := 0
	s.Window.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyEscape {
			escaped++
		}
	})
	for i := range 40 {
		s.Press(fyne.KeyTab, fyne.KeyEscape)
		if escaped != i+1 {
			t.Fatalf("%T keeps Escape to itself", s.Focused())
		}
	}
}
