package board_test

import (
	"testing"
	"time"

	"holdfast/board"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

func TestARuleOfTheBoardGoesFirstUntilItIsRemoved(t *testing.T) {
	b := newWorld(t).settled()
	begins := record.Date{Year: 2027, Month: time.January, Day: 1}
	value := func() rule.Number {
		t.Helper()
		book, err := b.Rules()
		must(t, err)
		r, _ := book.At(rule.TaxForm, begins)
		return r.Value
	}
	if value() != "" {
		t.Fatalf("nobody knows the threshold of 2027 yet, and it is %q", value())
	}
	own := rule.Rule{ID: rule.TaxForm, Jurisdiction: "US", From: begins, Value: "2100", Unit: "USD", Use: rule.YearTotal,
		Source: "a letter of the tax office", Checked: record.Date{Year: 2026, Month: time.November, Day: 20}}
	must(t, b.SaveRule(own))
	if value() != "2100" {
		t.Errorf("the board's own value is %q", value())
	}
	must(t, b.RemoveRule(own.ID, own.From))
	if value() != "" {
		t.Errorf("after it was removed it is still %q", value())
	}
	if err := b.RemoveRule(own.ID, own.From); len(wording.Problems(err)) != 1 {
		t.Errorf("removing it again says %v", err)
	}
	own.Source = ""
	if err := b.SaveRule(own); len(wording.Problems(err)) != 1 || value() != "" {
		t.Errorf("a rule without a source was kept (%v)", err)
	}
	journal, err := b.Journal(time.Time{})
	must(t, err)
	if len(journal) < 2 || journal[0].Kind != board.ActRuleRemove || journal[1].Kind != board.ActRuleSave {
		t.Errorf("the journal does not say what was done")
	}
}
