package main

import (
	"strings"

	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// holdWords are about legal holds.
type holdWords struct {
	List holdListWords `cmd:"" default:"withargs" help:"${hold_list}"`
	Set  holdSetWords  `cmd:"" help:"${hold_set}"`
	Lift holdLiftWords `cmd:"" help:"${hold_lift}"`
}

type holdAnswer struct {
	Hold      string `json:"hold"`
	ID        string `json:"id,omitempty"`
	Why       string `json:"why"`
	On        string `json:"on"`
	By        string `json:"by"`
	Lifted    string `json:"lifted,omitempty"`
	LiftedBy  string `json:"lifted_by,omitempty"`
	LiftedWhy string `json:"lifted_why,omitempty"`
}

func (h *house) holdsJSON(holds []board.Hold) []holdAnswer {
	all := []holdAnswer{}
	for _, x := range holds {
		all = append(all, holdAnswer{Hold: string(x.ID), ID: string(x.Member), Why: x.Why, On: x.On.String(), By: x.By,
			Lifted: x.Lifted.String(), LiftedBy: x.LiftedBy, LiftedWhy: x.LiftedWhy})
	}
	return all
}

type holdListWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *holdListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error { return h.listHolds(b) })
}

func (h *house) listHolds(b *board.Board) error {
	holds, err := b.Leaving().Holds()
	if err != nil {
		return err
	}
	return h.answer(map[string]any{"legal_holds": h.holdsJSON(holds)}, func(p *page) {
		if len(holds) == 0 {
			p.say(wording.T("There is no legal hold."))
		}
		for _, x := range holds {
			about := wording.T("the whole board")
			if x.Member != "" {
				about = wording.T("{name}", "name", x.Member.Short())
			}
			state := wording.T("in force")
			if !x.Holds() {
				state = wording.T("lifted on {date}", "date", x.Lifted)
			}
			p.row(x.ID.Short(), about, x.On.String(), x.By, x.Why, state)
		}
	})
}

type holdSetWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" optional:"" help:"${hold_id}"`
	Why   string `name:"why" required:"" placeholder:"TEXT" help:"${hold_why}"`
}

func (c *holdSetWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		var id member.ID
		if c.ID != "" {
			whose, err := b.Resolve(c.ID)
			if err != nil {
				return err
			}
			id = whose
		}
		if _, err := b.Leaving().SetHold(id, c.Why); err != nil {
			return err
		}
		return h.listHolds(b)
	})
}

type holdLiftWords struct {
	Vault string `arg:"" help:"${vault}"`
	Hold  string `arg:"" help:"${hold_number}"`
	Why   string `name:"why" required:"" placeholder:"TEXT" help:"${hold_lift_why}"`
}

func (c *holdLiftWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		holds, err := b.Leaving().Holds()
		if err != nil {
			return err
		}
		number := record.ID(c.Hold)
		for _, x := range holds {
			if strings.HasPrefix(string(x.ID), strings.ToLower(c.Hold)) && len(c.Hold) >= 4 {
				number = x.ID
			}
		}
		if _, err := b.Leaving().LiftHold(number, c.Why); err != nil {
			return err
		}
		return h.listHolds(b)
	})
}
