package main

import (
	"strconv"
	"time"

	"holdfast/board"
	"holdfast/wording"
)

// journalWords list who did what kind of act when.
type journalWords struct {
	Vault string    `arg:"" help:"${vault}"`
	Since time.Time `name:"since" placeholder:"TIME" help:"${since}"`
}

// actAnswer is one line of the journal in JSON.
type actAnswer struct {
	Sequence uint64   `json:"sequence"`
	At       string   `json:"at"`
	Who      string   `json:"who"`
	Kind     string   `json:"kind"`
	What     string   `json:"what"`
	Records  int      `json:"records,omitempty"`
	Details  []string `json:"details,omitempty"`
	// Standing is "taken_back", "changed_since" or "for_good" where there is
	// nothing to take back.
	Standing string `json:"standing,omitempty"`
}

func (c *journalWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		entries, err := b.Journal(c.Since)
		if err != nil {
			return err
		}
		answers := []actAnswer{}
		for _, e := range entries {
			answers = append(answers, actAnswer{Sequence: e.Sequence, At: moment(e.At), Who: h.who(e.Who),
				Kind: string(e.Kind), What: h.book.Render(e.What), Records: e.Records})
		}
		return h.answer(map[string]any{"entries": answers}, func(p *page) { showActs(p, answers) })
	})
}

// who is a keyholder's label, or that the key is gone.
func (h *house) who(label string) string {
	if label == "" {
		return h.book.Say("a key that is gone")
	}
	return label
}

func showActs(p *page, acts []actAnswer) {
	for _, a := range acts {
		p.row(strconv.FormatUint(a.Sequence, 10), a.At, a.Who, a.What)
		if len(a.Details) > 0 {
			p.flush()
		}
		for _, d := range a.Details {
			p.line("    " + d)
		}
	}
}

// historyWords list what was done about one person.
type historyWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
}

func (c *historyWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error { return h.listHistory(b, c.ID) })
}

func (h *house) listHistory(b *board.Board, name string) error {
	id, err := b.Resolve(name)
	if err != nil {
		return err
	}
	changes, err := b.History(id)
	if err != nil {
		return err
	}
	answers := []actAnswer{}
	for _, c := range changes {
		answers = append(answers, actAnswer{Sequence: c.Sequence, At: moment(c.At), Who: h.who(c.Who),
			Kind: string(c.Kind), What: h.book.Render(c.What), Details: h.said(c.Details), Standing: string(c.Standing)})
	}
	return h.answer(map[string]any{"id": id, "changes": answers}, func(p *page) { showActs(p, answers) })
}

// undoWords take one act about one person back.
type undoWords struct {
	Vault    string `arg:"" help:"${vault}"`
	ID       string `arg:"" name:"id" help:"${id}"`
	Sequence uint64 `arg:"" help:"${sequence}"`
}

func (c *undoWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		if err := b.Undo(id, c.Sequence); err != nil {
			return err
		}
		return h.answer(map[string]any{"id": id, "undone": c.Sequence}, func(p *page) {
			p.say(wording.T("The change was taken back."))
		})
	})
}
