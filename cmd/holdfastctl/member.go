package main

import (
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// memberWords are about one person.
type memberWords struct {
	Show  memberShowWords  `cmd:"" default:"withargs" help:"${member_show}"`
	Add   memberAddWords   `cmd:"" help:"${member_add}"`
	Edit  memberEditWords  `cmd:"" help:"${member_edit}"`
	Stage memberStageWords `cmd:"" help:"${member_stage}"`
	Note  memberNoteWords  `cmd:"" help:"${member_note}"`
}

type memberShowWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
}

// memberAnswer is one person in JSON: everything that is kept, and what
// follows from it.
type memberAnswer struct {
	ID       string        `json:"id"`
	Summary  string        `json:"summary"`
	Stage    string        `json:"stage"`
	Next     []string      `json:"next_stages"`
	RightNow string        `json:"right_now"`
	Member   member.Member `json:"member"`
	Notes    []member.Note `json:"notes"`
}

func (c *memberShowWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		return h.showMember(b, id)
	})
}

func (h *house) showMember(b *board.Board, id member.ID) error {
	m, err := b.Member(id)
	if err != nil {
		return err
	}
	now, err := b.Now()
	if err != nil {
		return err
	}
	fields, err := b.Fields()
	if err != nil {
		return err
	}
	notes, err := b.Notes(id)
	if err != nil {
		return err
	}
	summary, err := b.RightNow(id)
	if err != nil {
		return err
	}
	answer := memberAnswer{ID: string(id), Summary: h.book.Render(m.Summary(record.DateOf(now))), Stage: string(m.Stage()),
		RightNow: h.book.Render(summary.Sentence), Member: m, Notes: append([]member.Note{}, notes...)}
	for _, next := range member.Next(m.Stage()) {
		answer.Next = append(answer.Next, string(next))
	}
	return h.answer(answer, func(p *page) {
		p.line(m.Name)
		p.line(answer.Summary)
		p.line(answer.RightNow)
		p.gap()
		for _, f := range fields {
			if shown := f.Show(m); !shown.IsZero() && f.Name != "name" {
				p.row(f.Label, shown)
			}
		}
		showSteps(p, m)
		for _, n := range notes {
			p.row(wording.T("Note of {date}", "date", n.On), n.Text)
		}
	})
}

// showSteps lists what is still open of an onboarding.
func showSteps(p *page, m member.Member) {
	if m.Stage() != member.Onboarding {
		return
	}
	for _, step := range m.Checklist() {
		state := wording.T("done on {date}", "date", step.Done)
		switch {
		case step.Open():
			state = wording.T("still to do")
		case step.NotNeeded:
			state = wording.T("not needed")
		}
		p.row(step.Label(), state)
	}
}

// memberAddWords takes a new person in.
type memberAddWords struct {
	Vault string `arg:"" help:"${vault}"`
	Set   string `name:"set" required:"" placeholder:"FILE" help:"${member_set}"`
}

func (c *memberAddWords) Run(h *house) error {
	var m member.Member
	if err := h.readJSON(c.Set, &m); err != nil {
		return err
	}
	return h.open(c.Vault, func(b *board.Board) error {
		added, err := b.AddMember(m)
		if err != nil {
			return err
		}
		return h.showMember(b, added.ID)
	})
}

// memberEditWords changes the fields that a file names and leaves the others.
type memberEditWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
	Set   string `name:"set" required:"" placeholder:"FILE" help:"${member_set}"`
}

func (c *memberEditWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		m, err := b.Member(id)
		if err != nil {
			return err
		}
		if err := h.readJSON(c.Set, &m); err != nil {
			return err
		}
		if m.ID != id {
			return wording.Refuse("id", "The file is about another person; leave the identifier out of it.")
		}
		if _, err := b.SaveMember(m); err != nil {
			return err
		}
		return h.showMember(b, id)
	})
}

// memberStageWords moves a person to another stage, or takes the last move
// back.
type memberStageWords struct {
	Vault string      `arg:"" help:"${vault}"`
	ID    string      `arg:"" name:"id" help:"${id}"`
	Stage string      `arg:"" optional:"" help:"${stage}"`
	On    record.Date `name:"on" placeholder:"DATE" help:"${stage_on}"`
	Back  bool        `name:"back" help:"${stage_back}"`
}

func (c *memberStageWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		if c.Back {
			_, err = b.BackMember(id)
		} else {
			var stages []member.Stage
			if stages, err = stagesNamed([]string{c.Stage}); err == nil {
				_, err = b.MoveMember(id, member.StageChange{Stage: stages[0], On: c.On})
			}
		}
		if err != nil {
			return err
		}
		return h.showMember(b, id)
	})
}

// memberNoteWords writes a note. Its text is read from a file, because what
// stands in a command is kept by the shell.
type memberNoteWords struct {
	Vault string      `arg:"" help:"${vault}"`
	ID    string      `arg:"" name:"id" help:"${id}"`
	Text  string      `name:"text" required:"" placeholder:"FILE" help:"${note_text}"`
	On    record.Date `name:"on" placeholder:"DATE" help:"${note_on}"`
}

func (c *memberNoteWords) Run(h *house) error {
	text, err := h.read(c.Text)
	if err != nil {
		return err
	}
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		if _, err := b.SaveNote(member.Note{Member: id, On: c.On, Text: string(text)}); err != nil {
			return err
		}
		return h.showMember(b, id)
	})
}
