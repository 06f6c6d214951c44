package kit_test

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

func TestTabScrollsToWhatHasTheFocus(t *testing.T) {
	stage := kittest.NewStage(t, kittest.Variant{})
	var fields []fyne.CanvasObject
	for i := range 30 {
		switch i % 3 {
		case 0:
			fields = append(fields, kit.NewField(strconv.Itoa(i), kit.NewEntry(stage.Env)))
		case 1:
			fields = append(fields, kit.NewField(strconv.Itoa(i), kit.NewSecretEntry(stage.Env)))
		default:
			fields = append(fields, kit.Row(0, kit.Link(strconv.Itoa(i), func() {})))
		}
	}
	stage.Show(kit.NewPage(kit.Head{Title: "Long"}, nil, kit.Card(kit.Head{}, kit.Form(fields...))).Object())
	seen := func(when string) {
		t.Helper()
		part := stage.Focused().(fyne.CanvasObject)
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(part).Y
		if top < 0 || top+part.Size().Height > stage.Window.Canvas().Size().Height {
			t.Errorf("%s: what has the focus lies at %.0f", when, top)
		}
	}
	for i := range 40 {
		stage.Press(fyne.KeyTab)
		seen("Tab " + strconv.Itoa(i))
	}
	for range 40 {
		stage.Window.Canvas().FocusPrevious()
		stage.Settle()
		seen("back")
	}
}
