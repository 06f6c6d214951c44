package board_test

import (
	"strings"
	"testing"

	"holdfast/board"
)

// A name that was never given stands in no record: what is forgotten is one
// person's, and neither what others have now nor how it was before.
func TestForgettingSomebodyLeavesOthersAsTheyAre(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	must(t, b.FillDemo(t.Context(), board.Demo{People: 8, Choices: 3, Checklists: true, Seed: 1}, nil))
	people, err := b.People(board.Filter{})
	must(t, err)
	gone, stays := people[0], people[1]
	for _, person := range []string{"Her sister Ifeoma", "Ifeoma"} {
		m, err := b.Member(stays.ID)
		must(t, err)
		m.SupportPerson = person
		_, err = b.SaveMember(m)
		must(t, err)
	}
	versions := func(b *board.Board) int {
		must(t, b.Close())
		return strings.Count(allVersions(t, w), "member "+string(stays.ID)+" ")
	}
	had := versions(b)
	b = w.restored(w.dir, paperKey(t))
	made := backedUp(t, b, t.TempDir())
	_, err = b.Leaving().Forget(t.Context(), gone.ID, nil)
	must(t, err)
	r := w.openBackup(made.Path(), paperKey(t), b)
	p, err := r.Plan(t.Context(), b, nil)
	must(t, err)
	for _, c := range p.Changes {
		if c.Added+c.Changed+c.Gone > 0 {
			t.Errorf("somebody else's: %+v", c)
		}
	}
	if p.Erased != 1 || p.Withdrawn != 0 {
		t.Errorf("%d erased and %d taken back since, and it was 1 and none", p.Erased, p.Withdrawn)
	}
	r.Close()
	if now := versions(b); had < 3 || now != had {
		t.Errorf("%d versions of somebody else were kept, not %d", now, had)
	}
}
