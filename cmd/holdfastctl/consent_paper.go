package main

import (
	"path/filepath"
	"strings"

	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// put writes a document out as a PDF and says where it lies.
func (h *house) put(d paper.Document, out string, more ...wording.Text) error {
	data, err := board.PDF(d, h.book)
	if err != nil {
		return err
	}
	return h.putData(data, out, more...)
}

// putData is put for what is no PDF.
func (h *house) putData(data []byte, out string, more ...wording.Text) error {
	defer clear(data)
	if err := board.WriteOut(out, data); err != nil {
		return err
	}
	return h.answer(map[string]any{"out": out, "warnings": h.said(more)}, func(p *page) {
		for _, m := range more {
			p.say(m)
		}
		p.say(wording.T("The page lies in this file now, readable by anyone who finds it. Print it, then remove it."))
	})
}

// consentReleaseWords make the form of a release.
type consentReleaseWords struct {
	Vault  string      `arg:"" help:"${vault}"`
	To     string      `name:"to" placeholder:"WHO" help:"${consent_to}"`
	What   string      `name:"what" placeholder:"TEXT" help:"${consent_what}"`
	Reason string      `name:"reason" placeholder:"TEXT" help:"${consent_reason}"`
	Method string      `name:"method" placeholder:"TEXT" help:"${consent_method}"`
	From   record.Date `name:"from" placeholder:"DATE" help:"${consent_from}"`
	Until  record.Date `name:"until" placeholder:"DATE" help:"${consent_until}"`
	Out    string      `name:"out" required:"" placeholder:"FILE" help:"${paper_out}"`
}

// Run makes it.
func (c *consentReleaseWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		d, err := b.Consent().ReleaseForm(c.To, consent.Terms{What: c.What, Reason: c.Reason, Method: c.Method, Start: c.From, End: c.Until}, h.book)
		if err != nil {
			return err
		}
		return h.put(d, c.Out)
	})
}

// consentGuideWords make the guide for a conversation.
type consentGuideWords struct {
	Vault   string `arg:"" help:"${vault}"`
	Purpose string `name:"purpose" required:"" placeholder:"PURPOSE" help:"${consent_purpose}"`
	Out     string `name:"out" placeholder:"FILE" help:"${paper_out}"`
}

// Run makes it, or shows it where there is no file to write.
func (c *consentGuideWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		purpose := consent.Purpose(c.Purpose)
		if c.Out != "" {
			d, err := b.Consent().Guide(purpose, h.book)
			if err != nil {
				return err
			}
			return h.put(d, c.Out)
		}
		n, shown, err := b.Consent().Notice(purpose, h.book)
		if err != nil {
			return err
		}
		return h.answer(map[string]any{"notice": n, "version": shown.Version, "hash": shown.Hash, "language": shown.Language}, func(p *page) {
			p.line(n.Title)
			for _, part := range [][]string{n.Says, n.Risks, n.Alternatives, n.Guide} {
				p.gap()
				for _, line := range part {
					p.line(line)
				}
			}
		})
	})
}

// consentSheetWords make the sheet of a person's choices.
type consentSheetWords struct {
	aboutPerson
	Out string `name:"out" required:"" placeholder:"FILE" help:"${paper_out}"`
}

// Run makes it, and says whether it is safe for the person.
func (c *consentSheetWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		d, safe, err := b.Consent().ChoicesSheet(id, h.book)
		if err != nil {
			return err
		}
		if safe.Verdict != consent.Yes {
			return h.put(d, c.Out, safe.Because, wording.T("Do not hand it over before they have said that a paper is safe for them."))
		}
		return h.put(d, c.Out)
	})
}

// consentReceiptWords make a consent receipt.
type consentReceiptWords struct {
	aboutPerson
	Event     string `arg:"" help:"${receipt_event}"`
	Out       string `name:"out" placeholder:"FILE" help:"${paper_out}"`
	Anonymous bool   `name:"without-name" help:"${receipt_without}"`
}

// Run makes it: a PDF in a file, JSON in one that is called so, or where there
// is none to write.
func (c *consentReceiptWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		raw, d, err := b.Consent().Receipt(id, record.ID(c.Event), h.book, c.Anonymous)
		if err != nil {
			return err
		}
		switch {
		case strings.EqualFold(filepath.Ext(c.Out), ".json"):
			return h.putData(append(raw, '\n'), c.Out)
		case c.Out != "":
			return h.put(d, c.Out)
		}
		_, err = h.out.Write(append(raw, '\n'))
		return err
	})
}
