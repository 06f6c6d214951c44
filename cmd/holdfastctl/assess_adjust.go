package main

import (
	"slices"
	"strings"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// roundAdjustWords changes what is said; all else stays.
type roundAdjustWords struct {
	ofRound
	Title    string      `name:"title" placeholder:"TEXT" help:"${round_title}"`
	Members  *int        `name:"members" placeholder:"N" help:"${round_asked}"`
	Staff    *int        `name:"staff" placeholder:"N" help:"${round_asked}"`
	Partners *int        `name:"partners" placeholder:"N" help:"${round_asked}"`
	To       record.Date `name:"to" placeholder:"DATE" help:"${round_to}"`
}

func (c *roundAdjustWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		asked := map[assessment.Side]int{}
		for side, n := range map[assessment.Side]*int{assessment.Members: c.Members, assessment.Staff: c.Staff, assessment.Partners: c.Partners} {
			if asked[side] = r.Asked[side]; n != nil {
				asked[side] = *n
			}
		}
		if c.Title == "" {
			c.Title = r.Title
		}
		if c.To.IsZero() {
			c.To = r.To
		}
		if err := b.Assess().Adjust(r.ID, c.Title, c.To, asked); err != nil {
			return err
		}
		return h.showRound(b, r.ID)
	})
}

// roundBackWords takes one person's answers out of a round by name; without a
// person it says who answered.
type roundBackWords struct {
	ofRound
	Who string `arg:"" optional:"" help:"${round_who}"`
}

func (c *roundBackWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		given, err := b.Assess().ByName(r.ID)
		if err != nil {
			return err
		}
		if c.Who != "" {
			at, err := whoAnswered(b, given, c.Who)
			if err != nil {
				return err
			}
			if err := b.Assess().TakeBack(h.ctx, r.ID, given[at], h.progress); err != nil {
				return err
			}
			given = slices.Delete(given, at, at+1)
		}
		answers := []map[string]string{}
		for _, g := range given {
			name, err := answeredBy(b, g)
			if err != nil {
				return err
			}
			answers = append(answers, map[string]string{"member": string(g.Member), "name": name, "side": string(g.Side)})
		}
		return h.answer(map[string]any{"answered": answers}, func(p *page) {
			if len(answers) == 0 {
				p.say(wording.T("Nobody has answered by name."))
			}
			for i, a := range answers {
				p.row(a["name"], given[i].Side.Name())
			}
		})
	})
}

// answeredBy is the name of who answered.
func answeredBy(b *board.Board, g assessment.Response) (string, error) {
	if g.Member == "" {
		return g.Name, nil
	}
	m, err := b.Member(g.Member)
	return m.Name, err
}

// whoAnswered finds somebody by their name, or by the identifier of a member.
func whoAnswered(b *board.Board, given []assessment.Response, who string) (int, error) {
	found := -1
	for i, g := range given {
		name, err := answeredBy(b, g)
		if err != nil {
			return 0, err
		}
		if !strings.EqualFold(name, who) && g.Member != member.ID(who) {
			continue
		}
		if found >= 0 {
			return 0, wording.Refuse("who", "Several people of this name have answered; take the identifier.")
		}
		found = i
	}
	if found < 0 {
		return 0, wording.Refuse("who", "Nobody of this name has answered in this round.")
	}
	return found, nil
}
