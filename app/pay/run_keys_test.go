package pay_test

import (
	"testing"

	"holdfast/app/kit"
	"holdfast/app/route"
)

func TestAPayRunIsSavedByKeysAndNeverTwice(t *testing.T) {
	w := newWorld(t, stage(t))
	run := w.open("", route.PayRunAct).(kit.Saver)
	w.Pass(0)
	before, err := w.board.Pay().PayRun()
	w.Must(err)
	run.Save() // as Ctrl+S does
	w.Settle()
	if w.HasButton("Pay it all the same") {
		w.Push("Pay it all the same")
		w.Pass(0)
	}
	w.Shows("Paid: $")
	run.Save()
	w.Settle()
	after, err := w.board.Pay().PayRun()
	w.Must(err)
	if len(after) != len(before)-1 {
		t.Errorf("%d waited, %d wait", len(before), len(after))
	}
}
