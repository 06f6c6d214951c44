package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/theme"
)

// lay gives a part a width and the height that it asks for.
func lay(part fyne.CanvasObject, width float32) {
	part.Resize(fyne.NewSize(width, kit.HeightFor(part, width)))
}

func TestColumnsFallUnderEachOtherWhereTheyAreTooNarrow(t *testing.T) {
	for _, c := range []struct {
		width   float32
		percent int
		beside  bool
	}{{1000, 100, true}, {616, 100, true}, {600, 100, false}, {1000, 200, false}, {1216, 200, true}} {
		kittest.NewStage(t, kittest.Variant{Look: theme.Look{TextPercent: c.percent}})
		a, b := kit.NewText(kit.Body, "left"), kit.NewText(kit.Body, "right")
		lay(kit.Columns(kit.Column{Least: 300, Body: a}, kit.Column{Least: 300, Body: b}), c.width)
		if beside := a.Position().Y == b.Position().Y; beside != c.beside {
			t.Errorf("%v wide at %d %%: beside each other is %v", c.width, c.percent, beside)
		}
	}
}

func TestColumnsAreEquallyHigh(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	low, high := kit.Card(kit.Head{Title: "Low"}), kit.Card(kit.Head{Title: "High"}, kit.Spacer(200))
	lay(kit.Columns(kit.Column{Body: low}, kit.Column{Body: high}), 800)
	if low.Size().Height != high.Size().Height {
		t.Errorf("%v and %v", low.Size().Height, high.Size().Height)
	}
}

func TestFourCellsGoFourTwoOrOneToALine(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	for width, want := range map[float32]int{1000: 4, 700: 2, 500: 2, 300: 1} {
		cells := make([]fyne.CanvasObject, 4)
		for i := range cells {
			cells[i] = kit.Spacer(20)
		}
		lay(kit.Grid(200, cells...), width)
		first := 0
		for _, c := range cells {
			if c.Position().Y == cells[0].Position().Y {
				first++
			}
		}
		if first != want {
			t.Errorf("%v wide: %d in the first line, want %d", width, first, want)
		}
	}
}

func TestASideGoesBelowRatherThanSqueezeTheText(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	text := kit.NewText(kit.Body, "3 people are owed $412.50 for the 12 November meeting")
	button := kit.Secondary("Review everything now", nil)
	row := kit.Spread(kit.Gap, text, button)
	lay(row, 600)
	if button.Position().Y > text.Position().Y+text.Size().Height {
		t.Error("there is room, but the button is below")
	}
	lay(row, 240)
	if button.Position().Y < text.Position().Y+text.Size().Height {
		t.Error("the text is squeezed by the button")
	}
}

func TestARowBeginsANewLineWhereItIsFull(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	a, b := kit.Primary("Ask Wren to check these", nil), kit.Secondary("Print a card", nil)
	row := kit.Row(8, a, b)
	lay(row, 250)
	if a.Position().Y == b.Position().Y {
		t.Error("two buttons share a line that is too short")
	}
	if b.Position().Y+b.Size().Height > row.Size().Height+0.5 {
		t.Error("the second line is outside of the row")
	}
}

func TestHiddenPartsTakeNoRoom(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	a, gone, b := kit.Spacer(10), kit.Spacer(50), kit.Spacer(10)
	gone.Hide()
	if got := kit.HeightFor(kit.Stack(8, a, gone, b), 100); got != 28 {
		t.Errorf("the stack is %v high", got)
	}
}

// anyPart draws a tree of our layouts over texts, buttons and tags.
func anyPart(r *rapid.T, depth int) fyne.CanvasObject {
	kind := rapid.IntRange(0, 9).Draw(r, "kind")
	if depth == 0 {
		kind %= 3
	}
	words := rapid.SampledFrom([]string{"Wren", "Every day 09:00–20:00", "Say you are from the library group, then stop.", ""})
	some := func() []fyne.CanvasObject {
		parts := make([]fyne.CanvasObject, rapid.IntRange(1, 3).Draw(r, "parts"))
		for i := range parts {
			parts[i] = anyPart(r, depth-1)
		}
		return parts
	}
	switch kind {
	case 0:
		return kit.NewText(kit.Style(rapid.IntRange(0, 8).Draw(r, "style")), words.Draw(r, "words"))
	case 1:
		return kit.Secondary(words.Draw(r, "label"), nil)
	case 2:
		return kit.Tag(kit.OK, words.Draw(r, "tag"))
	case 3:
		return kit.Stack(8, some()...)
	case 4:
		return kit.Row(8, some()...)
	case 5:
		return kit.Spread(16, anyPart(r, depth-1), anyPart(r, depth-1))
	case 6:
		return kit.Card(kit.Head{Title: words.Draw(r, "title")}, some()...)
	case 7:
		var columns []kit.Column
		for _, p := range some() {
			columns = append(columns, kit.Column{Least: 150, Body: p})
		}
		return kit.Columns(columns...)
	case 8:
		return kit.Grid(120, some()...)
	default:
		return kit.Beside(12, kit.Tag(kit.Care, "Pay"), anyPart(r, depth-1))
	}
}

// within checks that what a container holds lies inside of it.
func within(r *rapid.T, part fyne.CanvasObject) {
	box, ok := part.(*fyne.Container)
	if !ok {
		return
	}
	for _, child := range box.Objects {
		if !child.Visible() || child.Size().Height == 0 {
			continue
		}
		end := child.Position().AddXY(child.Size().Width, child.Size().Height)
		if end.X > box.Size().Width+1 || end.Y > box.Size().Height+1 || child.Position().X < -1 || child.Position().Y < -1 {
			r.Fatalf("%T at %v, %v large, lies outside of a box of %v", child, child.Position(), child.Size(), box.Size())
		}
		within(r, child)
	}
}

func TestNothingIsLaidOutOutsideOfWhatHoldsIt(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	rapid.Check(t, func(r *rapid.T) {
		part := anyPart(r, 3)
		width := float32(rapid.IntRange(320, 1280).Draw(r, "width"))
		lay(part, max(width, part.MinSize().Width))
		within(r, part)
	})
}

func TestTheLeastSizeOfAPartIsThatOfItsWidth(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	rapid.Check(t, func(r *rapid.T) {
		part := anyPart(r, 2)
		width := max(float32(rapid.IntRange(320, 1280).Draw(r, "width")), part.MinSize().Width)
		lay(part, width)
		if _, ok := part.(*fyne.Container); !ok {
			return
		}
		if got, want := part.MinSize().Height, kit.HeightFor(part, width); got != want {
			r.Fatalf("at %v wide it asks Fyne for %v and needs %v", width, got, want)
		}
	})
}
