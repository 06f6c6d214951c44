package main

import (
	"holdfast/board"
	"holdfast/wording"
)

// forgetWords erase a person: without --yes they only show what that means.
type forgetWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
	Yes   bool   `name:"yes" help:"${forget_yes}"`
}

// heldAnswer is one kind of records about a person in JSON.
type heldAnswer struct {
	Collection string `json:"collection"`
	What       string `json:"what"`
	Count      int    `json:"count"`
	Earlier    int    `json:"earlier_versions"`
	Fate       string `json:"fate"`
	Why        string `json:"why,omitempty"`
}

// namedAnswer is somebody else's record in which the name stands.
type namedAnswer struct {
	Collection string `json:"collection"`
	Key        string `json:"key"`
	What       string `json:"what"`
}

// holdingAnswer is everything held about a person, and what became of it.
type holdingAnswer struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Held      []heldAnswer  `json:"held"`
	Named     []namedAnswer `json:"named_elsewhere"`
	Holds     []holdAnswer  `json:"legal_holds"`
	Beyond    []string      `json:"beyond_reach"`
	Forgotten bool          `json:"forgotten"`
	Erased    *erasedAnswer `json:"erased,omitempty"`
}

// erasedAnswer is what an erasing came to.
type erasedAnswer struct {
	Done       int               `json:"done"`
	Unfinished []string          `json:"unfinished"`
	Companions []companionAnswer `json:"companions"`
}

type companionAnswer struct {
	Backup  string `json:"backup"`
	Written bool   `json:"written"`
	Why     string `json:"why,omitempty"`
}

func (c *forgetWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		held, err := b.Leaving().Held(id)
		if err != nil {
			return err
		}
		answer := h.holdingJSON(held)
		if c.Yes {
			erased, err := b.Leaving().Forget(h.ctx, id, h.progress)
			h.settle()
			if err != nil {
				return err
			}
			answer.Forgotten, answer.Erased = true, h.erasedJSON(erased)
		}
		return h.answer(answer, func(p *page) { answer.show(p) })
	})
}

func (h *house) holdingJSON(held board.Holding) holdingAnswer {
	answer := holdingAnswer{ID: string(held.Member), Name: held.Name, Held: []heldAnswer{}, Named: []namedAnswer{},
		Holds: h.holdsJSON(held.Holds), Beyond: h.said(held.Beyond)}
	for _, k := range held.Kinds {
		answer.Held = append(answer.Held, heldAnswer{Collection: k.Collection, What: h.book.Render(k.What), Count: k.Count,
			Earlier: k.Earlier, Fate: string(k.Fate), Why: h.book.Render(k.Why)})
	}
	for _, n := range held.Named {
		answer.Named = append(answer.Named, namedAnswer{Collection: n.Collection, Key: string(n.Key), What: h.book.Render(n.Where)})
	}
	return answer
}

func (h *house) erasedJSON(e board.Erased) *erasedAnswer {
	answer := &erasedAnswer{Done: e.Done, Unfinished: append([]string{}, e.Unfinished...), Companions: []companionAnswer{}}
	for _, c := range e.Companions {
		answer.Companions = append(answer.Companions, companionAnswer{Backup: c.Backup, Written: c.Written, Why: h.book.Render(c.Why)})
	}
	return answer
}

func (a holdingAnswer) show(p *page) {
	p.line(p.book.Say("What is held about {name}:", "name", a.Name))
	for _, k := range a.Held {
		p.row("  "+k.What, fateWords(board.Fate(k.Fate)), earlierWords(k.Earlier))
		if k.Why != "" {
			p.line("    " + k.Why)
		}
	}
	if len(a.Named) > 0 {
		p.gap()
		p.say(wording.T("The name, or a part of it, also stands in these. They stay as they are: look at them first, and change them where it should not stand."))
		for _, n := range a.Named {
			p.row("  "+n.What, n.Collection+" "+n.Key)
		}
	}
	p.gap()
	for _, line := range a.Beyond {
		p.line(line)
	}
	p.gap()
	for _, hold := range a.Holds {
		p.say(wording.T("A legal hold of {date} keeps all of it: {why}", "date", hold.On, "why", hold.Why))
	}
	if !a.Forgotten {
		p.say(wording.T("Nothing was changed. Give --yes to forget this person."))
		return
	}
	p.say(wording.T("Forgotten. The vault was written anew without them, and read back."))
	a.Erased.show(p)
}

func (e *erasedAnswer) show(p *page) {
	for _, name := range e.Unfinished {
		p.say(wording.T("{file} could not be removed yet; it is tried again whenever the vault is opened. Until then this is not finished.", "file", name))
	}
	for _, c := range e.Companions {
		if c.Written {
			p.say(wording.T("The file beside the backup {file} says now what was erased.", "file", c.Backup))
		} else {
			p.say(wording.T("The file beside the backup {file} could not be written: {why}", "file", c.Backup, "why", c.Why))
		}
	}
}

func fateWords(fate board.Fate) wording.Text {
	switch fate {
	case board.FateStays:
		return wording.T("stays, without the name")
	case board.FateEdited:
		return wording.T("stays; the person is taken out of it")
	default:
		return wording.T("erased")
	}
}

func earlierWords(n int) wording.Text {
	if n == 0 {
		return wording.Text{}
	}
	return wording.N(n, "with {n} earlier version", "with {n} earlier versions")
}
