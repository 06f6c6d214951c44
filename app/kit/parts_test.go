package kit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/theme"
	"holdfast/wording"
)

type payment struct{ who, work, amount string }

func payments(open func(payment)) *fyne.Container {
	return kit.Table([]kit.TableColumn[payment]{
		{Title: "Who", Cell: func(p payment) fyne.CanvasObject { return kit.NewText(kit.Strong, p.who) }},
		{Title: "Work", Cell: func(p payment) fyne.CanvasObject { return kit.NewText(kit.Body, p.work) }},
		{Title: "Amount", Right: true, Cell: func(p payment) fyne.CanvasObject { return kit.Figures(kit.Strong, p.amount) }},
	}, []payment{{"Wren", "Board meeting and preparation", "$225.00"}, {"Heron", "Board meeting", "$112.50"}}, open)
}

func TestATableOpensARowByMouseAndByKeys(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	var opened []string
	s.Show(kit.Card(kit.Head{Title: "To pay"}, payments(func(p payment) { opened = append(opened, p.who) })))
	s.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn, fyne.KeySpace)
	s.TapAt(200, 110)
	if strings.Join(opened, " ") != "Heron Heron Wren" {
		t.Errorf("opened %v", opened)
	}
}

func TestATableWithoutAnActIsNoStopForTab(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	after := kit.Primary("Save", nil)
	s.Show(kit.Stack(8, payments(nil), after))
	s.Press(fyne.KeyTab)
	if s.Focused() != after {
		t.Errorf("the focus is on %T", s.Focused())
	}
}

func TestANarrowTableBecomesAListWithLabels(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.NewScroll(kit.Stack(8, payments(nil))))
	if n := strings.Count(s.Words(), "Amount"); n != 1 {
		t.Errorf("a wide table names its column %d times", n)
	}
	s.Resize(240, 700)
	if n := strings.Count(s.Words(), "Amount"); n != 2 {
		t.Errorf("a narrow table of two rows names the amount %d times:\n%s", n, s.Words())
	}
	if cut := kittest.Clipped(s); len(cut) > 0 {
		t.Errorf("cut off: %q", cut)
	}
	s.Resize(900, 700)
	if n := strings.Count(s.Words(), "Amount"); n != 1 {
		t.Errorf("wide again, it names its column %d times", n)
	}
}

// nameLine is a line of a list of names.
type nameLine struct {
	kit.Part
	text *kit.Text
}

func (n *nameLine) Fill(name string) { n.text.SetText(name) }

func newNames(s *kittest.Stage, count int, open func(string)) (list *kit.List[string], made *int) {
	made = new(int)
	list = kit.NewList(func() kit.Line[string] {
		*made++
		line := &nameLine{text: kit.NewText(kit.Body, " ").Most(1)}
		line.Become(line, kit.Pad(kit.Around(10), line.text))
		return line
	}, open)
	names := make([]string, count)
	for i := range names {
		names[i] = fmt.Sprintf("Person %05d", i)
	}
	s.Show(list)
	list.SetRows(names)
	s.Settle()
	return list, made
}

func TestTenThousandRowsAreShownWithAFewLines(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{Size: fyne.NewSize(600, 500)})
	list, made := newNames(s, 10_000, nil)
	s.Window.Canvas().Focus(list)
	s.Press(fyne.KeyEnd)
	holds(t, s, "Person 09999")
	lacks(t, s, "Person 00000")
	for range 50 {
		s.Press(fyne.KeyPageUp)
	}
	s.Press(fyne.KeyHome)
	holds(t, s, "Person 00000")
	if seen := strings.Count(s.Words(), "Person"); *made > 20*seen {
		t.Errorf("%d lines were made to show %d", *made, seen)
	}
	if *made > 400 { // one for each layout that measures, and those that are seen
		t.Errorf("%d lines were made", *made)
	}
}

func TestAListOpensByEnterSpaceAndMouse(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{Size: fyne.NewSize(600, 500)})
	var opened []string
	list, _ := newNames(s, 100, func(name string) { opened = append(opened, name) })
	s.Press(fyne.KeyTab, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeySpace)
	s.TapAt(100, 12)
	if got := strings.Join(opened, " "); got != "Person 00001 Person 00002 Person 00000" {
		t.Errorf("opened %s", got)
	}
	if s.Focused() != fyne.Focusable(list) {
		t.Errorf("the focus is on %T", s.Focused())
	}
}

func TestAListScrollsWithTheMarkedRow(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{Size: fyne.NewSize(600, 300)})
	list, _ := newNames(s, 100, nil)
	s.Window.Canvas().Focus(list)
	for range 30 {
		s.Press(fyne.KeyDown)
	}
	holds(t, s, "Person 00030")
	if list.At() != 30 {
		t.Errorf("marked is row %d", list.At())
	}
	list.SetRows([]string{"Only one"})
	s.Settle()
	holds(t, s, "Only one")
	if list.At() != 0 || strings.Contains(s.Words(), "Person") {
		t.Errorf("marked is row %d of:\n%s", list.At(), s.Words())
	}
}

func TestAnEmptyListIsNoTrouble(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	list, _ := newNames(s, 0, func(string) { t.Error("opened a row that is not there") })
	s.Window.Canvas().Focus(list)
	s.Press(fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyReturn)
	if list.Rows() != 0 {
		t.Error("it has rows")
	}
}

func TestTabsAreChosenByKeysAndBuiltWhenShown(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	var built, told []string
	tab := func(id, label string) kit.Tab {
		return kit.Tab{ID: id, Label: label, Build: func() fyne.CanvasObject {
			built = append(built, id)
			return kit.NewText(kit.Body, "View of "+id)
		}}
	}
	tabs := kit.NewTabs([]kit.Tab{tab("o", "Overview"), tab("c", "Safe contact"), tab("h", "History")}, func(id string) { told = append(told, id) })
	s.Show(tabs)
	holds(t, s, "View of o")
	s.Press(fyne.KeyTab, fyne.KeyRight)
	holds(t, s, "View of c")
	s.Press(fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	holds(t, s, "View of c")
	s.Tap(s.Spoken("Overview"))
	if strings.Join(told, " ") != "c h c o" || strings.Join(built, " ") != "o c h c o" {
		t.Errorf("told %v, built %v", told, built)
	}
	tabs.Set("h")
	if len(told) != 4 || tabs.Chosen() != "h" {
		t.Errorf("setting a tab told %v, chosen %q", told, tabs.Chosen())
	}
}

func TestATagSaysWhatItsColourSays(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	for _, tone := range []kit.Tone{kit.OK, kit.Care, kit.Never, kit.Info} {
		s.Show(kit.Row(8, kit.Tag(tone, "A word")))
		holds(t, s, "A word")
	}
}

func TestANoticeSaysEverythingItIsGiven(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	for _, tone := range []kit.Tone{kit.OK, kit.Care, kit.Never, kit.Info} {
		for _, over := range []string{"", "RIGHT NOW"} {
			s.Show(kit.Banner(kit.Notice{Tone: tone, Over: over, Lead: "Ask first.", Text: "Wren said so.", Note: "3 November", Acts: []fyne.CanvasObject{kit.Primary("Ask", nil)}}))
			for _, words := range []string{over, "Ask first.", "Wren said so.", "3 November", "Ask"} {
				holds(t, s, words)
			}
		}
	}
}

func TestEveryTextOfANoticeCanBeRead(t *testing.T) {
	for _, v := range kittest.Variants() {
		kittest.NewStage(t, v.Variant)
		for _, tone := range []kit.Tone{kit.OK, kit.Care, kit.Never, kit.Info} {
			banner := kit.Banner(kit.Notice{Tone: tone, Over: "Over", Lead: "Lead", Text: "Text", Note: "Note"})
			lay(banner, 600)
			ground := banner.Objects[0].(*canvas.Rectangle).FillColor
			for _, text := range kittest.All[*canvas.Text](banner) {
				if got := theme.Contrast(text.Color, ground); got < 4.5 {
					t.Errorf("%s: %q is %.2f:1", v.Name, text.Text, got)
				}
			}
		}
	}
}

func TestAnEmptyPlaceSaysWhatToDoFirst(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	done := false
	s.Show(kit.Empty("Nobody is here yet", "Bring the board in first.", kit.Primary("Import", func() { done = true })))
	holds(t, s, "Bring the board in first.")
	s.Tap(s.Button("Import"))
	if !done {
		t.Error("the button does nothing")
	}
}

func TestProgressIsSaidInWordsAndCanBeStopped(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	stopped := false
	p := kit.NewProgressBar(s.Env, func() { stopped = true })
	s.Show(p)
	p.Report(kit.Progress{Done: 620, Total: 1240})
	holds(t, s, "620 of 1,240")
	p.Report(kit.Progress{What: wording.T("Writing…")})
	holds(t, s, "Writing…")
	s.Tap(s.Button("Stop"))
	if !stopped {
		t.Error("Stop does not stop")
	}
}

func TestWorkThatCannotBeStoppedShowsNoStop(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Show(kit.NewProgressBar(s.Env, nil))
	if s.HasButton("Stop") {
		t.Error("there is a button that does nothing")
	}
}

func TestASuccessGoesByItselfAndMakesRoomForTheNext(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	toasts := kit.NewToasts(s.Env)
	s.Show(kit.Stack(8, toasts))
	toasts.Say("Saved.", nil)
	s.Pass(4 * time.Second)
	toasts.Say("Noted.", nil)
	lacks(t, s, "Saved.")
	s.Pass(4 * time.Second)
	holds(t, s, "Noted.")
	s.Pass(4 * time.Second)
	lacks(t, s, "Noted.")
}

func TestACodeIsDrawnDarkOnWhiteWithItsBorder(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{Look: theme.Look{Mode: theme.Dark}, Size: fyne.NewSize(220, 220)})
	modules := make([][]bool, 3)
	for i := range modules {
		modules[i] = make([]bool, 3)
	}
	modules[1][1] = true
	s.Show(kit.QR(modules, 220)) // 3 modules and 4 on each side: 20 a module
	picture := s.Capture()
	gray := func(x, y int) uint32 { r, _, _, _ := picture.At(x, y).RGBA(); return r >> 8 }
	if gray(110, 110) > 0x30 {
		t.Error("the dark module is light")
	}
	for _, at := range [][2]int{{5, 5}, {110, 70}, {70, 110}, {150, 150}, {215, 215}} {
		if gray(at[0], at[1]) < 0xF0 {
			t.Errorf("%v is dark", at)
		}
	}
}

func TestNothingIsCutOffOnASmallScreenOrAtTwiceTheText(t *testing.T) {
	for _, v := range kittest.Variants() {
		s := kittest.NewStage(t, v.Variant)
		s.Show(kit.NewScroll(kit.Pad(kit.Around(28), everyPart(s))))
		for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 640}, {Width: 700, Height: 500}} {
			s.Resize(size.Width, size.Height)
			if cut := kittest.Clipped(s); len(cut) > 0 {
				t.Errorf("%s at %v: cut off: %q", v.Name, size, cut)
			}
		}
	}
}

// A day is one word, since its spaces do not break; where the table is too
// narrow for it, the other columns give way.
func TestATableBreaksNoDayInTwo(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	const day = "12\u00a0de\u00a0noviembre"
	var texts []*kit.Text
	s.Show(kit.Table([]kit.TableColumn[payment]{
		{Title: "Fecha", Cell: func(payment) fyne.CanvasObject {
			texts = append(texts, kit.NewText(kit.Body, day))
			return texts[len(texts)-1]
		}},
		{Title: "Trabajo", Cell: func(p payment) fyne.CanvasObject { return kit.NewText(kit.Body, p.work) }},
	}, []payment{{"Wren", strings.Repeat("Reunión y preparación ", 6), ""}}, nil))
	for _, width := range []float32{900, 500, 330} {
		s.Resize(width, 500)
		for _, text := range texts {
			if one := text.HeightFor(1000); text.HeightFor(text.Size().Width) != one {
				t.Errorf("at %v the day has %v of %v and breaks", width, text.Size().Width, text.NaturalWidth())
			}
		}
	}
}
