package main

import (
	"testing"

	"holdfast/wording"
)

func TestTheLinesOfANoteStandBelowItsFirst(t *testing.T) {
	p := &page{book: wording.English()}
	p.row("Stage", "Active")
	p.row("Note", "Prefers mornings\nStage  Left\n")
	if got, want := p.text(), "Stage  Active\nNote   Prefers mornings\n       Stage  Left\n"; got != want {
		t.Errorf("reads\n%s", got)
	}
}
