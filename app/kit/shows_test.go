package kit_test

import (
	"testing"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

func TestAPartKnowsWhetherItIsInTheWindow(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	part, place := kit.NewSlot(nil), kit.NewSlot(nil)
	if s.Env.Shows(part) {
		t.Error("it is shown before there is anything")
	}
	s.Show(kit.NewScroll(kit.Card(kit.Head{Title: "A card"}, place)))
	place.Set(kit.Stack(8, part))
	if !s.Env.Shows(part) {
		t.Error("it is not shown although it is in a card that scrolls")
	}
	kit.Tell(s.Env, "On top", "", nil)
	if !s.Env.Shows(part) {
		t.Error("a dialog on top took it out of the window")
	}
	place.Set(nil)
	if s.Env.Shows(part) {
		t.Error("it is still shown after it was taken out")
	}
}
