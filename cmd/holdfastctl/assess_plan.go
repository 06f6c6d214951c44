package main

import (
	"strings"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/wording"
)

type assessPlanWords struct {
	ofRound
	Set    string `name:"set" placeholder:"FILE" help:"${plan_set}"`
	Remove string `name:"remove" placeholder:"ID" help:"${plan_remove}"`
	Out    string `name:"out" placeholder:"FILE" help:"${paper_out}"`
}

func (c *assessPlanWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		if c.Set != "" {
			action := assessment.Action{}
			if err := h.readJSON(c.Set, &action); err != nil {
				return err
			}
			action.Round = r.ID
			if _, err := b.Assess().SaveAction(action); err != nil {
				return err
			}
		}
		if c.Remove != "" {
			if err := removeAction(b, c.Remove); err != nil {
				return err
			}
		}
		if c.Out != "" {
			return c.print(h, b, r)
		}
		plan, err := b.Assess().Actions(r.ID)
		if err != nil {
			return err
		}
		if plan == nil {
			plan = []assessment.Action{}
		}
		return h.answer(map[string]any{"actions": plan}, func(p *page) {
			if len(plan) == 0 {
				p.say(wording.T("Nothing is planned yet."))
			}
			for _, a := range plan {
				p.row(a.ID.Short(), a.What, a.Owner, h.book.Date(a.By), a.Status.Name())
			}
		})
	})
}

func (c *assessPlanWords) print(h *house, b *board.Board, r board.RoundState) error {
	settings, err := b.Settings()
	if err != nil {
		return err
	}
	d, err := b.Assess().PlanDocument(r.ID, h.book, settings.Paper)
	if err != nil {
		return err
	}
	return h.put(d, c.Out)
}

// removeAction takes an action out of the plan, by its identifier or the
// beginning of it.
func removeAction(b *board.Board, name string) error {
	all, err := b.Assess().Actions("")
	if err != nil {
		return err
	}
	for _, a := range all {
		if string(a.ID) == name || len(name) >= 4 && strings.HasPrefix(string(a.ID), name) {
			return b.Assess().RemoveAction(a.ID)
		}
	}
	return wording.Refuse("action", "There is no such action in the plan.")
}
