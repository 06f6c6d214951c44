package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/theme"
)

// drawnLines are the texts that a part draws, from the top.
func drawnLines(t *kit.Text) []*canvas.Text {
	var lines []*canvas.Text
	for _, o := range test.WidgetRenderer(t).Objects() {
		lines = append(lines, o.(*canvas.Text))
	}
	return lines
}

func TestATextWrapsAtWordsAndLosesNone(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	words := "Say you are from the library group. If anyone else answers, ask about opening hours."
	rapid.Check(t, func(r *rapid.T) {
		text := kit.NewText(kit.Body, words)
		width := rapid.Float32Range(90, 900).Draw(r, "width")
		text.Resize(fyne.NewSize(width, text.HeightFor(width)))
		var all []string
		var bottom float32
		for _, line := range drawnLines(text) {
			all = append(all, line.Text)
			if line.Position().X+line.MinSize().Width > width+1 {
				r.Fatalf("%q is wider than %v", line.Text, width)
			}
			bottom = max(bottom, line.Position().Y+line.MinSize().Height)
		}
		if got := strings.Join(all, " "); got != words {
			r.Fatalf("drawn: %q", got)
		}
		if bottom > text.HeightFor(width)+1 {
			r.Fatalf("drawn down to %v in a height of %v", bottom, text.HeightFor(width))
		}
	})
}

func TestAWordWiderThanItsRoomIsBrokenNotCutOff(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	text := kit.NewText(kit.Code, strings.Repeat("AGE-SECRET-KEY", 6))
	text.Resize(fyne.NewSize(200, text.HeightFor(200)))
	var all string
	for _, line := range drawnLines(text) {
		if line.MinSize().Width > 200 {
			t.Errorf("%q is wider than its room", line.Text)
		}
		all += line.Text
	}
	if all != text.String() {
		t.Errorf("drawn: %q", all)
	}
}

func TestRunsFollowEachOtherAsWritten(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	text := kit.NewSpans(kit.Span{Text: "Ask first.", Style: kit.Strong}, kit.Span{Text: " Wren agreed"}, kit.Span{Text: "; no more."})
	text.Resize(fyne.NewSize(600, text.HeightFor(600)))
	lines := drawnLines(text)
	bold, plain := lines[0], lines[1]
	gap := plain.Position().X - bold.Position().X - bold.MinSize().Width
	if gap < 2 {
		t.Errorf("the runs touch: %v", gap)
	}
	last := lines[len(lines)-1]
	if end := lines[len(lines)-2]; last.Position().X > end.Position().X+end.MinSize().Width+1 {
		t.Error("there is a space where none was written")
	}
}

func TestRunsOfDifferentSizesStandOnOneBaseline(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	text := kit.NewSpans(kit.Span{Text: "Wren "}, kit.Span{Text: "(legal name)", Style: kit.Small})
	text.Resize(fyne.NewSize(600, text.HeightFor(600)))
	lines := drawnLines(text)
	base := func(line *canvas.Text) float32 {
		_, up := fyne.CurrentApp().Driver().RenderedTextSize(line.Text, line.TextSize, line.TextStyle, nil)
		return line.Position().Y + up
	}
	if a, b := base(lines[0]), base(lines[1]); a-b > 0.5 || b-a > 0.5 {
		t.Errorf("the baselines are %v and %v", a, b)
	}
}

func TestATextOfAFewLinesEndsInAnEllipsis(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	text := kit.NewText(kit.Body, "You can send a Signal message, and you may not call at all.").Most(1)
	text.Resize(fyne.NewSize(180, text.HeightFor(180)))
	lines := drawnLines(text)
	if len(lines) != 1 || !strings.HasSuffix(lines[0].Text, "…") || lines[0].MinSize().Width > 180 {
		t.Errorf("drawn: %d lines, %q", len(lines), lines[0].Text)
	}
}

func TestAnEmptyTextTakesNoRoomAndAnEmptyLineDoes(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	if got := kit.NewText(kit.Body, "").HeightFor(300); got != 0 {
		t.Errorf("nothing is %v high", got)
	}
	one, three := kit.NewText(kit.Body, "a"), kit.NewText(kit.Body, "a\n\nb")
	if got := three.HeightFor(300); got != 3*one.HeightFor(300) {
		t.Errorf("two paragraphs are %v high, a line %v", got, one.HeightFor(300))
	}
}

func TestFiguresEndAtTheRight(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	for _, amount := range []string{"$75.00", "$1,112.50"} {
		text := kit.Figures(kit.Body, amount)
		text.Resize(fyne.NewSize(200, text.HeightFor(200)))
		line := drawnLines(text)[0]
		if end := line.Position().X + line.MinSize().Width; end < 199 || end > 201 {
			t.Errorf("%s ends at %v", amount, end)
		}
	}
}

func TestTextGrowsWithTheLook(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	small := kit.NewText(kit.Body, "Wren").NaturalWidth()
	kittest.NewStage(t, kittest.Variant{Look: theme.Look{TextPercent: 200}})
	if large := kit.NewText(kit.Body, "Wren").NaturalWidth(); large < 1.9*small {
		t.Errorf("%v at 100 %%, %v at 200 %%", small, large)
	}
}

func TestAChangedTextIsDrawnAnew(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	text := kit.NewText(kit.Body, "before")
	text.Resize(fyne.NewSize(300, 40))
	text.SetText("after")
	if got := drawnLines(text)[0].Text; got != "after" {
		t.Errorf("drawn: %q", got)
	}
}

func TestWhatIsHiddenSaysNothing(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	secret := kit.NewText(kit.Body, "hidden")
	secret.Hide()
	if got := kit.Words(kit.Stack(0, kit.NewText(kit.Body, "seen"), kit.Card(kit.Head{}, secret))); got != "seen" {
		t.Errorf("read: %q", got)
	}
}
