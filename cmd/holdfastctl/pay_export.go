package main

import (
	"holdfast/board"
)

type payExportWords struct {
	Vault string `arg:"" help:"${vault}"`
	spanWords
	outWords
}

func (c *payExportWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		from, to, err := c.days(b)
		if err != nil {
			return err
		}
		out, err := b.Pay().Treasurer(from, to, h.book)
		if err != nil {
			return err
		}
		return c.export(h, b, out)
	})
}

type payYearEndWords struct {
	Vault string `arg:"" help:"${vault}"`
	Year  int    `arg:"" help:"${pay_year}"`
	outWords
}

func (c *payYearEndWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		out, err := b.Pay().YearEnd(c.Year, h.book)
		if err != nil {
			return err
		}
		return c.export(h, b, out)
	})
}

// export writes a table for the treasurer out, keeps in the register that it
// was, and names who is left out of it.
func (c *outWords) export(h *house, b *board.Board, e board.PayExport) error {
	locked, err := c.put(h, func(form string) ([]byte, error) {
		return board.Sheet(h.ctx, e.Out, board.SheetForm(form), func(done, total int) {
			if h.errIsTerminal && !h.json {
				h.overwrite(h.book.Say("Writing the rows… {n} %", "n", 100*done/max(1, total)))
			}
		})
	})
	if err == nil {
		err = b.Pay().Gave(e)
	}
	if err != nil {
		return err
	}
	withheld := []string{}
	for _, one := range e.Withheld {
		withheld = append(withheld, string(one.Member))
	}
	return h.answer(map[string]any{"out": c.Out, "encrypted": locked, "withheld": withheld}, func(p *page) {
		p.written(locked)
		if len(withheld) > 0 {
			p.say(e.Says())
		}
	})
}
