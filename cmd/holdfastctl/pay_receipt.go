package main

import (
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
)

type payReceiptWords struct {
	aboutWords
	outWords
}

func (c *payReceiptWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID, about compensation.Entry) error {
		d, err := b.Pay().Receipt(id, about.ID, h.book)
		if err != nil {
			return err
		}
		return c.document(h, d)
	})
}

// payReceiptsWords are the receipts to sign of all payments of some days.
type payReceiptsWords struct {
	Vault string `arg:"" help:"${vault}"`
	spanWords
	outWords
}

func (c *payReceiptsWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		from, to, err := c.days(b)
		if err != nil {
			return err
		}
		rows, err := b.Pay().Entries(board.LedgerFilter{Kinds: []compensation.Kind{compensation.Payment}, From: from, To: to})
		if err != nil {
			return err
		}
		var payments []compensation.Entry
		for _, r := range rows {
			payments = append(payments, *r.Entry)
		}
		if payments, err = b.Pay().Signing(payments); err != nil {
			return err
		}
		d, err := b.Pay().Receipts(payments, h.book)
		if err != nil {
			return err
		}
		return c.document(h, d)
	})
}
