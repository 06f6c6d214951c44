package main

import (
	"strings"
	"time"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// contactLogWords list the contacts with a person, or write one down.
type contactLogWords struct {
	Vault    string    `arg:"" help:"${vault}"`
	ID       string    `arg:"" name:"id" help:"${id}"`
	Channel  string    `name:"channel" placeholder:"CHANNEL" help:"${log_channel}"`
	Outcome  string    `name:"outcome" placeholder:"OUTCOME" help:"${log_outcome}"`
	Answered string    `name:"answered" placeholder:"WHO" help:"${log_answered}"`
	Purpose  string    `name:"purpose" placeholder:"PURPOSE" help:"${purpose}"`
	Incoming bool      `name:"incoming" help:"${log_incoming}"`
	At       time.Time `name:"at" placeholder:"TIME" help:"${log_at}"`
	Note     string    `name:"note" placeholder:"FILE" help:"${log_note}"`
}

// entryAnswer is one contact in JSON.
type entryAnswer struct {
	ID       string `json:"id"`
	At       string `json:"at"`
	Channel  string `json:"channel"`
	Incoming bool   `json:"incoming"`
	Purpose  string `json:"purpose,omitempty"`
	Outcome  string `json:"outcome"`
	Answered string `json:"answered,omitempty"`
	Note     string `json:"note,omitempty"`
	Within   bool   `json:"within_rules"`
	Rule     string `json:"rule,omitempty"`
	InWords  string `json:"in_words"`
}

func (c *contactLogWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		if c.Outcome != "" {
			entry, err := c.entry(h, b, id)
			if err != nil {
				return err
			}
			if _, err := b.Contacted(entry); err != nil {
				return err
			}
		} else if c.Channel != "" {
			return wording.Refuse("outcome", "Say with --outcome how it went: {outcomes}.", "outcomes", outcomeList())
		}
		return c.list(h, b, id)
	})
}

func outcomeList() wording.List {
	var list wording.List
	for _, o := range contact.Outcomes() {
		list = append(list, string(o))
	}
	return list
}

func (c *contactLogWords) entry(h *house, b *board.Board, id member.ID) (contact.Entry, error) {
	e := contact.Entry{Member: id, At: c.At, Incoming: c.Incoming, Outcome: contact.Outcome(c.Outcome),
		Answered: contact.Answered(c.Answered)}
	if !e.Outcome.Known() {
		return e, wording.Refuse("outcome", "There is no such outcome; there are {outcomes}.", "outcomes", outcomeList())
	}
	purpose, err := purposeNamed(c.Purpose)
	if err != nil {
		return e, err
	}
	e.Purpose = purpose
	sheet, err := b.Sheet(id)
	if err != nil {
		return e, err
	}
	if e.Channel, e.Kind, err = wayNamed(sheet, c.Channel); err != nil || c.Note == "" {
		return e, err
	}
	note, err := h.read(c.Note)
	e.Note = strings.TrimSpace(string(note))
	return e, err
}

// wayNamed is a way of a sheet by the beginning of its identifier, or the
// first of a kind; a kind that is not on the sheet is a way outside it.
func wayNamed(s contact.Sheet, name string) (record.ID, contact.Kind, error) {
	kind := contact.Kind(name)
	for _, way := range s.Channels {
		if way.Kind == kind || len(name) >= 4 && strings.HasPrefix(string(way.ID), name) {
			return way.ID, way.Kind, nil
		}
	}
	if kind.Known() {
		return "", kind, nil
	}
	var list wording.List
	for _, k := range contact.Kinds() {
		list = append(list, string(k))
	}
	return "", "", wording.Refuse("channel", "There is no such way; there are {ways}, or the identifier of one on the sheet.", "ways", list)
}

func (c *contactLogWords) list(h *house, b *board.Board, id member.ID) error {
	entries, err := b.ContactLog(id)
	if err != nil {
		return err
	}
	now, err := b.Now()
	if err != nil {
		return err
	}
	answers := []entryAnswer{}
	for _, e := range entries {
		answers = append(answers, entryAnswer{
			ID: string(e.ID), At: moment(e.At.In(now.Location())), Channel: string(e.Kind), Incoming: e.Incoming,
			Purpose: string(e.Purpose), Outcome: string(e.Outcome), Answered: string(e.Answered), Note: e.Note,
			Within: e.Within, Rule: string(e.Rule), InWords: h.book.Render(e.InWords()),
		})
	}
	return h.answer(map[string]any{"id": id, "contacts": answers}, func(p *page) {
		if len(entries) == 0 {
			p.say(wording.T("No contact was written down yet."))
		}
		for i, e := range entries {
			p.row(answers[i].At, e.Kind.Name(), e.Outcome.Name(), e.InWords())
		}
	})
}
