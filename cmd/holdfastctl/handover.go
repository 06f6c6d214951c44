package main

import (
	"holdfast/board"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// handoverWords are a change of coordinator, step by step.
type handoverWords struct {
	Status  handoverStatusWords  `cmd:"" default:"withargs" help:"${handover_status}"`
	Begin   handoverBeginWords   `cmd:"" help:"${handover_begin}"`
	Needs   handoverNeedsWords   `cmd:"" help:"${handover_needs}"`
	Seen    handoverSeenWords    `cmd:"" help:"${handover_seen}"`
	Coming  handoverComingWords  `cmd:"" help:"${handover_coming}"`
	Prove   handoverProveWords   `cmd:"" help:"${handover_prove}"`
	Reply   handoverReplyWords   `cmd:"" help:"${handover_reply}"`
	Remove  handoverRemoveWords  `cmd:"" help:"${handover_remove}"`
	Finish  handoverFinishWords  `cmd:"" help:"${handover_finish}"`
	Receipt handoverReceiptWords `cmd:"" help:"${handover_receipt}"`
	GiveUp  handoverGiveUpWords  `cmd:"" name:"give-up" help:"${handover_give_up}"`
}

type handoverStepAnswer struct {
	Step   string `json:"step"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
	Done   bool   `json:"done"`
	Waits  string `json:"waits,omitempty"`
}

type handoverAnswer struct {
	board.Handover
	Steps []handoverStepAnswer `json:"steps"`
	ToAsk []string             `json:"to_ask"`
}

type handoverStatusWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *handoverStatusWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error { return h.showHandover(b) })
}

// showHandover answers with where the handing over stands.
func (h *house) showHandover(b *board.Board) error {
	now, err := b.Handing().Now()
	if err != nil {
		return err
	}
	steps, err := b.Handing().Steps()
	if err != nil {
		return err
	}
	ask, err := b.Handing().ToAsk()
	if err != nil {
		return err
	}
	answer := handoverAnswer{Handover: now, Steps: []handoverStepAnswer{}, ToAsk: []string{}}
	for _, id := range ask {
		answer.ToAsk = append(answer.ToAsk, string(id))
	}
	for _, s := range steps {
		answer.Steps = append(answer.Steps, handoverStepAnswer{Step: string(s.Kind), Title: h.book.Render(s.Title),
			Detail: h.book.Render(s.Detail), Done: s.Done, Waits: h.book.Render(s.Waits)})
	}
	return h.answer(answer, func(p *page) {
		p.say(wording.T("Handing over from “{label}”, begun on {date}", "label", now.LeavingName, "date", now.Begun))
		for _, s := range steps {
			sign, about := "[ ]", s.Detail
			switch {
			case s.Done:
				sign = "[x]"
			case !s.Waits.IsZero():
				about = s.Waits
			}
			p.line(sign + " " + h.book.Render(s.Title))
			if !s.Done {
				p.line("    " + h.book.Render(about))
			}
		}
	})
}

type handoverBeginWords struct {
	Vault  string `arg:"" help:"${vault}"`
	Holder string `arg:"" optional:"" help:"${handover_leaving}"`
}

func (c *handoverBeginWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		k, err := inUse(b)
		if c.Holder != "" {
			k, err = keyholder(b, c.Holder)
		}
		if err != nil {
			return err
		}
		if _, err := b.Handing().Begin(k.ID); err != nil {
			return err
		}
		return h.showHandover(b)
	})
}

type handoverSeenWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *handoverSeenWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if _, err := b.Handing().Seen(); err != nil {
			return err
		}
		return h.showHandover(b)
	})
}

type handoverComingWords struct {
	Vault  string `arg:"" help:"${vault}"`
	Holder string `arg:"" help:"${keys_holder}"`
}

func (c *handoverComingWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		k, err := keyholder(b, c.Holder)
		if err != nil {
			return err
		}
		if _, err := b.Handing().Coming(k.ID); err != nil {
			return err
		}
		return h.showHandover(b)
	})
}

// handoverProveWords make a fresh backup and open it with the coming key.
type handoverProveWords struct {
	Vault      string `arg:"" help:"${vault}"`
	File       string `arg:"" help:"${handover_backup}"`
	Key        string `name:"coming-key" placeholder:"FILE" help:"${handover_key}"`
	Passphrase string `name:"coming-passphrase-file" placeholder:"FILE" help:"${handover_passphrase}"`
}

func (c *handoverProveWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		var key keyring.Key
		var err error
		if key, err = h.key(&globals{Key: c.Key, PassphraseFile: c.Passphrase}); err != nil {
			return err
		}
		if _, err := b.Handing().Prove(h.ctx, c.File, key, h.progress); err != nil {
			return err
		}
		h.settle()
		return h.showHandover(b)
	})
}

type handoverReplyWords struct {
	Vault  string `arg:"" help:"${vault}"`
	ID     string `arg:"" name:"id" help:"${id}"`
	Answer string `arg:"" enum:"asked,agreed,objected,unsafe" help:"${handover_answer}"`
}

func (c *handoverReplyWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		if _, err := b.Handing().Reply(id, board.ReplyKind(c.Answer)); err != nil {
			return err
		}
		return h.showHandover(b)
	})
}

type handoverRemoveWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *handoverRemoveWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		now, err := b.Handing().Remove(h.ctx, h.progress)
		h.settle()
		if err != nil {
			return err
		}
		if !h.json {
			p := &page{book: h.book}
			for _, old := range now.Old {
				p.say(wording.T("The key that left still opens the backup {file} of {date}.", "file", old.File, "date", old.Made))
			}
			if err := h.print(p); err != nil {
				return err
			}
		}
		return h.showHandover(b)
	})
}

type handoverFinishWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *handoverFinishWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		now, err := b.Handing().Finish()
		if err != nil {
			return err
		}
		return h.answer(now, func(p *page) {
			p.say(wording.T("The handing over is finished. Print the receipt, and both sign it: “holdfastctl handover receipt”."))
		})
	})
}

type handoverReceiptWords struct {
	Vault string `arg:"" help:"${vault}"`
	Out   string `name:"out" required:"" placeholder:"FILE" help:"${handover_receipt_out}"`
}

func (c *handoverReceiptWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		all, err := b.Handing().All()
		if err != nil {
			return err
		}
		if len(all) == 0 {
			return wording.Refuse("handover", "There was no handing over yet, so there is no receipt.")
		}
		settings, err := b.Settings()
		if err != nil {
			return err
		}
		return h.writeDocument(c.Out, all[0].Receipt(h.book, settings))
	})
}

type handoverGiveUpWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *handoverGiveUpWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if err := b.Handing().GiveUp(); err != nil {
			return err
		}
		return h.answer(map[string]any{"given_up": true}, func(p *page) {
			p.say(wording.T("Given up. All keys are as they were."))
		})
	})
}
