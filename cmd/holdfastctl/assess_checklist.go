package main

import (
	"strings"

	"holdfast/assessment"
	"holdfast/attachment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

type assessChecklistWords struct {
	Vault    string      `arg:"" help:"${vault}"`
	ID       string      `arg:"" optional:"" name:"checklist" help:"${checklist_id}"`
	Fact     string      `name:"fact" placeholder:"QUESTION=CODE,…" help:"${checklist_fact}"`
	Mark     string      `name:"mark" placeholder:"ITEM" help:"${checklist_mark}"`
	Status   string      `name:"status" placeholder:"STATUS" help:"${checklist_status}"`
	Note     string      `name:"note" placeholder:"TEXT" help:"${checklist_note}"`
	Link     string      `name:"link" placeholder:"TEXT" help:"${checklist_link}"`
	Owner    string      `name:"owner" placeholder:"ROLE" help:"${checklist_owner}"`
	ReviewBy record.Date `name:"review-by" placeholder:"DATE" help:"${checklist_review}"`
	SignedBy string      `name:"signed-by" placeholder:"NAME" help:"${checklist_signed}"`
	Attach   []string    `name:"attach" placeholder:"FILE" sep:"none" help:"${checklist_attach}"`
	Evidence string      `name:"evidence" placeholder:"ID" help:"${checklist_evidence}"`
	History  string      `name:"history" placeholder:"ITEM" help:"${checklist_history}"`
	Out      string      `name:"out" placeholder:"FILE" help:"${paper_out}"`
}

// tickAnswer is an item of a checklist in JSON.
type tickAnswer struct {
	ID       string      `json:"id"`
	Text     string      `json:"text"`
	Law      string      `json:"law,omitempty"`
	Citation string      `json:"citation,omitempty"`
	Status   string      `json:"status,omitempty"`
	On       record.Date `json:"on"`
	Note     string      `json:"note,omitempty"`
	Link     string      `json:"link,omitempty"`
	Owner    string      `json:"owner,omitempty"`
	ReviewBy record.Date `json:"review_by"`
	SignedBy string      `json:"signed_by,omitempty"`
	Due      bool        `json:"due"`
	Changed  bool        `json:"changed"`
}

type checklistAnswer struct {
	ID    string       `json:"id"`
	Title string       `json:"title"`
	Done  int          `json:"done"`
	Open  int          `json:"not_answered"`
	Left  int          `json:"left_out"`
	Items []tickAnswer `json:"items"`
	About []string     `json:"about"`
}

func (h *house) checklistJSON(s assessment.ChecklistState) checklistAnswer {
	a := checklistAnswer{ID: s.Instrument.ID, Title: s.Instrument.Title.In(h.book.Language()), Done: s.Of(assessment.Done),
		Open: s.Of(""), Left: s.Left, Items: []tickAnswer{}, About: []string{}}
	for _, q := range s.About {
		a.About = append(a.About, q.ID)
	}
	for _, i := range s.Items {
		one := tickAnswer{ID: i.ID, Text: i.Text.In(h.book.Language()), Status: i.Mark.Status, On: i.Mark.On, Note: i.Mark.Note, Link: i.Mark.Link,
			Owner: i.Mark.Owner, ReviewBy: i.Mark.ReviewBy, SignedBy: i.Mark.SignedBy, Due: i.Due, Changed: i.Changed}
		if i.Rests != nil {
			one.Law, one.Citation = i.Rests.Law, i.Rests.Citation
		}
		a.Items = append(a.Items, one)
	}
	return a
}

func (c *assessChecklistWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if c.ID == "" {
			return c.list(h, b)
		}
		if err := c.change(b); err != nil {
			return err
		}
		if c.Evidence != "" {
			return c.evidence(h, b)
		}
		if c.History != "" {
			return c.history(h, b)
		}
		state, err := b.Assess().Checklist(c.ID)
		if err != nil {
			return err
		}
		if c.Out != "" {
			return c.print(h, b, state)
		}
		a := h.checklistJSON(state)
		return h.answer(a, func(p *page) {
			p.line(a.Title)
			for _, i := range a.Items {
				p.row(i.ID, i.Status, i.Text)
			}
		})
	})
}

func (c *assessChecklistWords) list(h *house, b *board.Board) error {
	states, err := b.Assess().Checklists(h.book.Language())
	if err != nil {
		return err
	}
	answers := []checklistAnswer{}
	for _, s := range states {
		answers = append(answers, h.checklistJSON(s))
	}
	return h.answer(map[string]any{"checklists": answers}, func(p *page) {
		for _, a := range answers {
			p.row(a.ID, a.Title, wording.T("{n} of {all} done", "n", a.Done, "all", len(a.Items)))
		}
	})
}

func (c *assessChecklistWords) change(b *board.Board) error {
	if c.Fact != "" {
		question, values, ok := strings.Cut(c.Fact, "=")
		if !ok {
			return wording.Refuse("fact", "Write the question, =, and the codes of its answer.")
		}
		codes := strings.FieldsFunc(values, func(r rune) bool { return r == ',' })
		if err := b.Assess().SaveFact(c.ID, question, codes); err != nil {
			return err
		}
	}
	if c.Mark == "" {
		return nil
	}
	var evidence [][]byte
	for _, name := range c.Attach {
		data, err := readFile(name, attachment.Limit)
		if err != nil {
			return err
		}
		evidence = append(evidence, data)
	}
	return b.Assess().Mark(c.ID, c.Mark, assessment.Mark{Status: c.Status, Note: c.Note, Link: c.Link, Owner: c.Owner,
		ReviewBy: c.ReviewBy, SignedBy: c.SignedBy}, evidence...)
}

func (c *assessChecklistWords) history(h *house, b *board.Board) error {
	check, err := b.Assess().Check(c.ID, c.History)
	if err != nil {
		return err
	}
	evidence := []map[string]string{}
	for _, m := range check.Marks {
		for _, id := range m.Attachments {
			evidence = append(evidence, map[string]string{"id": string(id)})
		}
	}
	return h.answer(map[string]any{"checklist": check.Checklist, "item": check.Item, "marks": check.Marks, "evidence": evidence}, func(p *page) {
		for _, m := range check.Marks {
			p.row(h.book.Date(m.On), m.Status, m.Note, m.SignedBy)
		}
	})
}

// evidence writes a file that was kept with an item.
func (c *assessChecklistWords) evidence(h *house, b *board.Board) error {
	data, about, err := b.Attachments().Bytes(board.EvidenceOwner, record.ID(c.Evidence))
	if err != nil {
		return err
	}
	defer clear(data)
	if err := board.WriteOut(c.Out, data); err != nil {
		return err
	}
	return h.answer(map[string]any{"out": c.Out, "type": about.Type, "bytes": about.Size}, func(p *page) {
		p.say(wording.T("It lies in the file now."))
	})
}

func (c *assessChecklistWords) print(h *house, b *board.Board, state assessment.ChecklistState) error {
	now, err := b.Now()
	if err != nil {
		return err
	}
	settings, err := b.Settings()
	if err != nil {
		return err
	}
	facts, err := b.Assess().Facts()
	if err != nil {
		return err
	}
	return h.put(board.ChecklistDocument(state, facts, record.DateOf(now), h.book, settings.Paper), c.Out)
}
