package board

import (
	"cmp"
	"slices"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/wording"
)

// Reachable is somebody on the board and what may be done to reach them this
// minute.
type Reachable struct {
	ID   member.ID
	Name string
	// Line is the sentence, State the word that stands with it.
	Line  wording.Text
	State contact.State
}

// mostAsked bounds how many people are looked at for ReachNow, so that the
// first page of a very large board is not later than that of a small one.
const mostAsked = 500

// ReachNow gives at most so many of the people who serve on the board: first
// those who may be reached now, then those to ask about first, then the rest,
// each by name.
func (b *Board) ReachNow(most int) ([]Reachable, error) {
	r, err := b.roll()
	if err != nil {
		return nil, err
	}
	now := b.in(r.settings)
	var all []Reachable
	for _, id := range r.order() {
		m := r.people[id]
		if !m.Stage().Serving() {
			continue
		}
		if len(all) == mostAsked {
			break
		}
		s := contact.RightNow(r.spoken(id), now, r.policy(m, now))
		all = append(all, Reachable{ID: id, Name: m.Name, Line: s.Sentence, State: s.State})
	}
	slices.SortStableFunc(all, func(x, y Reachable) int { return cmp.Compare(nearness(x.State), nearness(y.State)) })
	return all[:min(most, len(all))], nil
}

// nearness puts the states in the order of a list of whom to reach.
func nearness(s contact.State) int {
	return slices.Index([]contact.State{contact.OKNow, contact.AskFirst, contact.NotNow, contact.UnknownState, contact.Never}, s)
}
