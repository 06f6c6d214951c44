package main

import (
	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// contactSheetWords show a contact sheet, replace it, or confirm it.
type contactSheetWords struct {
	Vault   string      `arg:"" help:"${vault}"`
	ID      string      `arg:"" name:"id" help:"${id}"`
	Set     string      `name:"set" placeholder:"FILE" help:"${sheet_set}"`
	Confirm bool        `name:"confirm" help:"${sheet_confirm}"`
	Until   record.Date `name:"until" placeholder:"DATE" help:"${sheet_until}"`
	AsItIs  bool        `name:"as-it-is" help:"${sheet_as_it_is}"`
	Reveal  bool        `name:"reveal" help:"${reveal}"`
}

func (c *contactSheetWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		if c.Set != "" {
			if err := c.replace(h, b, id); err != nil {
				return err
			}
		}
		if c.Confirm {
			if err := b.ConfirmSheet(id, contact.Confirmation{Until: c.Until, AsItIs: c.AsItIs}); err != nil {
				return err
			}
		}
		return c.show(h, b, id)
	})
}

// replace keeps the sheet of a file. It may leave out whom it is about.
func (c *contactSheetWords) replace(h *house, b *board.Board, id member.ID) error {
	var s contact.Sheet
	if err := h.readJSON(c.Set, &s); err != nil {
		return err
	}
	if s.Member != "" && s.Member != id {
		return wording.Refuse("member", "The file is about another person; leave the identifier out of it.")
	}
	s.Member = id
	return b.SaveSheet(s)
}

func (c *contactSheetWords) show(h *house, b *board.Board, id member.ID) error {
	s, err := b.Sheet(id)
	if err != nil {
		return err
	}
	sum, err := b.RightNow(id)
	if err != nil {
		return err
	}
	return h.answer(s, func(p *page) {
		p.say(sum.Confirmed)
		p.say(sum.Sentence)
		p.gap()
		for i, row := range sum.Rows {
			value := row.Value
			if c.Reveal && i < len(s.Channels) {
				value = s.Channels[i].Value
			}
			p.row(row.Name, value, row.Hours, row.State.Name())
		}
		p.gap()
		for _, line := range contact.Words(s) {
			p.row(line.Label, line.Text)
		}
	})
}
