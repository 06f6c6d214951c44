package main

import (
	"strings"

	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// retentionWords are about what was kept long enough.
type retentionWords struct {
	List  retentionListWords  `cmd:"" default:"withargs" help:"${retention_list}"`
	Purge retentionPurgeWords `cmd:"" help:"${retention_purge}"`
	Erase retentionEraseWords `cmd:"" help:"${retention_erase}"`
	Tell  retentionTellWords  `cmd:"" help:"${retention_tell}"`
}

type retentionListWords struct {
	Vault string `arg:"" help:"${vault}"`
}

type dueAnswer struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Collection string   `json:"collection"`
	Keys       []string `json:"keys"`
	What       string   `json:"what"`
	Why        string   `json:"why"`
	Due        string   `json:"due"`
	Held       bool     `json:"legal_hold"`
}

type waitingAnswer struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	What  string `json:"what"`
	Since string `json:"since"`
}

type retentionAnswer struct {
	Due     []dueAnswer     `json:"due"`
	Waiting []waitingAnswer `json:"waiting_to_be_erased"`
}

func (c *retentionListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error { return h.listRetention(b) })
}

func (h *house) listRetention(b *board.Board) error {
	due, err := b.Leaving().Due()
	if err != nil {
		return err
	}
	waiting, err := b.Leaving().Waiting()
	if err != nil {
		return err
	}
	answer := retentionAnswer{Due: []dueAnswer{}, Waiting: []waitingAnswer{}}
	for _, d := range due {
		one := dueAnswer{ID: string(d.Member), Name: d.Name, Collection: d.Collection, Keys: []string{},
			What: h.book.Render(d.What), Why: h.book.Render(d.Why), Due: d.On.String(), Held: d.Held}
		for _, key := range d.Keys {
			one.Keys = append(one.Keys, string(key))
		}
		answer.Due = append(answer.Due, one)
	}
	for _, w := range waiting {
		answer.Waiting = append(answer.Waiting, waitingAnswer{ID: string(w.ID), Kind: w.Kind, What: h.book.Render(w.What), Since: w.Since.String()})
	}
	return h.answer(answer, func(p *page) {
		if len(due) == 0 {
			p.say(wording.T("Nothing was kept longer than it should be."))
		}
		for _, d := range due {
			held := wording.Text{}
			if d.Held {
				held = wording.T("kept by a legal hold")
			}
			p.row(d.Member.Short(), d.Name, d.What, d.On.String(), held)
			p.line("  " + h.book.Render(d.Why))
		}
		if len(waiting) > 0 {
			p.gap()
			p.say(wording.T("Waiting to be erased (“holdfastctl retention erase” does it):"))
		}
		for _, w := range waiting {
			p.row("  "+h.book.Render(w.What), w.Since.String())
		}
	})
}

// retentionPurgeWords take off what is due, or a field, or one record, to
// wait for the rewrite.
type retentionPurgeWords struct {
	Vault  string `arg:"" help:"${vault}"`
	ID     string `arg:"" name:"id" optional:"" help:"${purge_id}"`
	Due    bool   `name:"due" help:"${purge_due}"`
	Field  string `name:"field" placeholder:"NAME" help:"${purge_field}"`
	Record string `name:"record" placeholder:"COLLECTION/KEY" help:"${purge_record}"`
}

func (c *retentionPurgeWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if err := c.mark(b); err != nil {
			return err
		}
		return h.listRetention(b)
	})
}

func (c *retentionPurgeWords) mark(b *board.Board) error {
	leaving := b.Leaving()
	if collection, key, ok := strings.Cut(c.Record, "/"); ok {
		return leaving.MarkRecord(collection, record.Key(key))
	}
	var whose member.ID
	if c.ID != "" {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		whose = id
	}
	switch {
	case c.Due:
		due, err := leaving.Due()
		if err != nil {
			return err
		}
		var free []board.Due
		for _, d := range due {
			if !d.Held && (whose == "" || d.Member == whose) {
				free = append(free, d)
			}
		}
		return leaving.MarkDue(free...)
	case c.Field != "" && whose != "":
		return leaving.MarkField(c.Field, whose)
	case c.Field != "":
		people, err := b.People(board.Filter{})
		if err != nil {
			return err
		}
		var all []member.ID
		for _, row := range people {
			all = append(all, row.ID)
		}
		return leaving.MarkField(c.Field, all...)
	default:
		return wording.Refuse("purge", "Say what: --due, --field NAME or --record COLLECTION/KEY.")
	}
}

type retentionEraseWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *retentionEraseWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		erased, err := b.Leaving().Erase(h.ctx, h.progress)
		h.settle()
		if err != nil {
			return err
		}
		answer := h.erasedJSON(erased)
		return h.answer(answer, func(p *page) {
			if erased.Done == 0 {
				p.say(wording.T("Nothing was waiting."))
				return
			}
			p.say(wording.N(erased.Done, "{n} thing was erased. The vault was written anew without it, and read back.", "{n} things were erased. The vault was written anew without them, and read back."))
			answer.show(p)
		})
	})
}

// retentionTellWords write beside the backups what was erased since.
type retentionTellWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *retentionTellWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		told, err := b.Leaving().TellBackups()
		if err != nil {
			return err
		}
		answer := h.erasedJSON(board.Erased{Companions: told})
		return h.answer(map[string]any{"companions": answer.Companions}, func(p *page) {
			if len(told) == 0 {
				p.say(wording.T("There is nothing that the backups do not know."))
			}
			answer.show(p)
		})
	})
}
