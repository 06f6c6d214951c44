package today_test

import (
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/route"
	"holdfast/app/today"
	"holdfast/board"
	"holdfast/wording"
)

func TestRoundsAndPlansLeadToTheirPages(t *testing.T) {
	b := apptest.Empty(t)
	if err := b.FillDemo(t.Context(), board.Demo{Seed: 1, People: 1, Rounds: 1}, nil); err != nil {
		t.Fatal(err)
	}
	rounds, err := b.Assess().Rounds()
	if err != nil {
		t.Fatal(err)
	}
	id, found := string(rounds[0].ID), map[route.Route]bool{}
	for _, n := range today.NewModel(b, wording.English()).State().Needs {
		found[n.Leads] = true
	}
	if !found[route.Round(id, route.RoundComments)] {
		t.Errorf("the comment that waits leads elsewhere: %v", found)
	}
	for leads := range found {
		if leads.Area == route.AssessArea && leads.ID != id {
			t.Errorf("it leads to another round: %v", leads)
		}
	}
}
