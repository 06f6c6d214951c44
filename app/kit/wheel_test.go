package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

func TestTheWheelScrollsThePageOverAFieldToo(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		moves bool // the page
	}{
		"an empty field":          {"", true},
		"a text that fits":        {"A line.", true},
		"more than the field has": {strings.Repeat("A line.\n", 40), false},
	} {
		s := kittest.NewStage(t, kittest.Variant{})
		field, end := kit.NewLines(s.Env, 3), kit.NewText(kit.Body, "The end")
		field.With(c.text)
		s.Show(kit.NewScroll(kit.Stack(0, kit.NewField("Note", field), kit.Spacer(3000), end)))
		s.Settle()
		place := func(o fyne.CanvasObject) fyne.Position {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		}
		before := place(end).Y
		at := place(field).Add(fyne.NewPos(40, 30))
		test.Scroll(s.Window.Canvas(), at, 0, -200)
		s.Settle()
		if moved := place(end).Y != before; moved != c.moves {
			t.Errorf("%s: the page moved: %v", name, moved)
		}
	}
}
