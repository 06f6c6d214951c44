package main

import (
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// consentWhoWords ask about everybody at once, for a list that goes somewhere.
type consentWhoWords struct {
	Vault string `arg:"" help:"${vault}"`
	aboutScope
	On record.Date `name:"on" placeholder:"DATE" help:"${consent_day}"`
}

// listedAnswer is somebody who may be on a list, in JSON.
type listedAnswer struct {
	ID         member.ID `json:"id"`
	Name       string    `json:"name"`
	As         string    `json:"as"`
	Until      string    `json:"until"`
	Conditions []string  `json:"conditions"`
}

// Run lists those of whom the gate says yes, and nobody else.
func (c *consentWhoWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		rows, err := b.People(board.Filter{})
		if err != nil {
			return err
		}
		var ids []member.ID
		for _, r := range rows {
			ids = append(ids, r.ID)
		}
		s := c.scope()
		q := consent.Question{Purpose: s.Purpose, Recipient: s.Recipient, Item: s.Item, Day: c.On}
		if len(s.Channels) > 0 {
			q.Channel = s.Channels[0]
		}
		allowed, err := b.Consent().Allowed(ids, q)
		if err != nil {
			return err
		}
		people := []listedAnswer{}
		for _, r := range rows {
			if a, ok := allowed[r.ID]; ok {
				people = append(people, listedAnswer{r.ID, r.Name, h.book.Render(a.Attribution.Words()), a.Until.String(), h.said(a.Conditions)})
			}
		}
		return h.answer(map[string]any{"count": len(people), "people": people}, func(p *page) {
			if len(people) == 0 {
				p.say(wording.T("Nobody has agreed to that. Ask each person first."))
			}
			for _, one := range people {
				p.row(one.Name, one.As, one.Until)
			}
		})
	})
}
