package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

// Where a line breaks as somebody types, every space stays where it was typed.
func TestNoSpaceIsLostWhereALineBreaks(t *testing.T) {
	const words = "junk album seafood smug genuine elbow careful dryer salon toxic voice year center dramatic funding wrote camera"
	s := kittest.NewStage(t, kittest.Variant{})
	for width := float32(120); width < 420; width += 7 {
		field := kit.NewLines(s.Env, 3)
		s.Show(field)
		field.Resize(fyne.NewSize(width, 90))
		for _, r := range words {
			field.TypedRune(r)
		}
		if field.Text != words {
			t.Errorf("%v wide: %q", width, field.Text)
		}
	}
}
