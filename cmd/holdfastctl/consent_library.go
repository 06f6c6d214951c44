package main

import (
	"strings"

	"holdfast/attachment"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// quoteWords are about the library of quotes and stories.
type quoteWords struct {
	List    quoteListWords    `cmd:"" help:"${quote_list}"`
	Save    quoteSaveWords    `cmd:"" help:"${quote_save}"`
	Approve quoteApproveWords `cmd:"" help:"${quote_approve}"`
	Export  quoteExportWords  `cmd:"" help:"${quote_export}"`
}

type quoteListWords struct {
	Vault   string `arg:"" help:"${vault}"`
	Channel string `name:"channel" placeholder:"WHERE" help:"${consent_channel}"`
	To      string `name:"to" placeholder:"WHO" help:"${consent_to}"`
}

// quoteAnswer is a quote in JSON.
type quoteAnswer struct {
	ID       string   `json:"id"`
	Member   string   `json:"member_id"`
	Title    string   `json:"title"`
	Story    bool     `json:"story"`
	Words    string   `json:"words"`
	Version  string   `json:"version"`
	Versions int      `json:"versions"`
	Notes    []string `json:"content_notes"`
	Approved string   `json:"approved,omitempty"`
	May      string   `json:"may"`
	Because  string   `json:"because"`
}

// Run lists the library.
func (c *quoteListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		rows, err := b.Consent().Library(consent.Channel(c.Channel), c.To)
		if err != nil {
			return err
		}
		all := []quoteAnswer{}
		for _, r := range rows {
			now, _ := r.Quote.Current()
			all = append(all, quoteAnswer{string(r.Quote.ID), string(r.Quote.Member), r.Quote.Title, r.Quote.Story, r.Words, now.Hash(), len(r.Quote.Versions),
				append([]string{}, r.Quote.Notes...), r.Approved.String(), string(r.Answer.Verdict), h.book.Render(r.Answer.Because)})
		}
		return h.answer(map[string]any{"quotes": all}, func(p *page) {
			for _, r := range rows {
				p.gap()
				p.line(r.Name + "  " + r.Quote.ID.Short() + "  " + r.Quote.Title)
				p.line("“" + r.Words + "”")
				p.say(r.Answer.Because)
			}
		})
	})
}

type quoteSaveWords struct {
	aboutPerson
	Words  string   `name:"words" required:"" placeholder:"FILE" help:"${quote_words}"`
	Quote  string   `name:"quote" placeholder:"QUOTE" help:"${quote_which}"`
	Title  string   `name:"title" placeholder:"TEXT" help:"${quote_title}"`
	Story  bool     `name:"story" help:"${quote_story}"`
	Note   []string `name:"content-note" sep:"none" placeholder:"TEXT" help:"${quote_note}"`
	Retire bool     `name:"retire" help:"${quote_retire}"`
}

// Run keeps a quote.
func (c *quoteSaveWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		words, err := h.read(c.Words)
		if err != nil {
			return err
		}
		q, err := b.Consent().SaveQuote(consent.Quote{ID: record.ID(c.Quote), Member: id, Title: c.Title, Story: c.Story, Notes: c.Note, Retired: c.Retire},
			strings.TrimSpace(string(words)))
		if err != nil {
			return err
		}
		now, _ := q.Current()
		return h.answer(map[string]any{"id": id, "quote": q.ID, "version": now.Hash(), "versions": len(q.Versions)}, func(p *page) {
			p.say(wording.T("Kept. Show it to them as it stands, then approve it."))
		})
	})
}

type quoteApproveWords struct {
	aboutPerson
	Quote string `arg:"" help:"${quote_which}"`
}

// Run keeps that the person approved the words as they stand.
func (c *quoteApproveWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		if err := b.Consent().ApproveQuote(id, record.ID(c.Quote)); err != nil {
			return err
		}
		return h.answer(map[string]any{"id": id, "quote": c.Quote, "approved": true}, func(p *page) {
			p.say(wording.T("Approved as it stands now. Changed words have to be shown again."))
		})
	})
}

type quoteExportWords struct {
	Vault   string `arg:"" help:"${vault}"`
	Channel string `name:"channel" required:"" placeholder:"WHERE" help:"${consent_channel}"`
	To      string `name:"to" placeholder:"WHO" help:"${consent_to}"`
}

// Run gives out what may go there and nothing else.
func (c *quoteExportWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		all, err := b.Consent().ExportQuotes(consent.Channel(c.Channel), c.To)
		if err != nil {
			return err
		}
		type exported struct {
			Words      string   `json:"words"`
			As         string   `json:"as"`
			Notes      []string `json:"content_notes"`
			Conditions []string `json:"conditions"`
			Until      string   `json:"until"`
		}
		out := []exported{}
		for _, q := range all {
			out = append(out, exported{q.Words, h.book.Render(q.As), append([]string{}, q.Notes...), h.said(q.Conditions), q.Until.String()})
		}
		return h.answer(map[string]any{"channel": c.Channel, "quotes": out}, func(p *page) {
			for _, q := range out {
				p.gap()
				p.line("“" + q.Words + "” " + q.As)
				for _, line := range append(q.Notes, q.Conditions...) {
					p.line("  " + line)
				}
			}
		})
	})
}

// agreementWords are about agreements with other organisations.
type agreementWords struct {
	List agreementListWords `cmd:"" default:"withargs" help:"${agreement_list}"`
	Save agreementSaveWords `cmd:"" help:"${agreement_save}"`
}

type agreementListWords struct {
	Vault string `arg:"" help:"${vault}"`
}

// Run lists them.
func (c *agreementListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error { return h.listAgreements(b) })
}

func (h *house) listAgreements(b *board.Board) error {
	all, err := b.Consent().Agreements()
	if err != nil {
		return err
	}
	return h.answer(map[string]any{"agreements": append([]consent.Agreement{}, all...)}, func(p *page) {
		for _, a := range all {
			p.row(a.ID.Short(), strings.Join(a.Parties, ", "), a.Purpose, a.Start.String(), a.End.String(), a.AboutPeople())
		}
	})
}

type agreementSaveWords struct {
	Vault string `arg:"" help:"${vault}"`
	Set   string `name:"set" required:"" placeholder:"FILE" help:"${agreement_set}"`
}

// Run keeps one.
func (c *agreementSaveWords) Run(h *house) error {
	var a consent.Agreement
	if err := h.readJSON(c.Set, &a); err != nil {
		return err
	}
	return h.open(c.Vault, func(b *board.Board) error {
		if _, err := b.Consent().SaveAgreement(a); err != nil {
			return err
		}
		return h.listAgreements(b)
	})
}

// kindWords are about the board's own kinds of consent.
type kindWords struct {
	List kindListWords `cmd:"" default:"withargs" help:"${kind_list}"`
	Save kindSaveWords `cmd:"" help:"${kind_save}"`
}

type kindListWords struct {
	Vault string `arg:"" help:"${vault}"`
}

// Run lists them.
func (c *kindListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error { return h.listKinds(b) })
}

func (h *house) listKinds(b *board.Board) error {
	own, err := b.Consent().Kinds()
	if err != nil {
		return err
	}
	type kind struct {
		Purpose string `json:"purpose"`
		Name    string `json:"name"`
		Own     bool   `json:"own"`
	}
	kinds := []kind{}
	for _, p := range consent.Purposes() {
		kinds = append(kinds, kind{string(p), h.book.Render(own.Name(p)), false})
	}
	for _, o := range own {
		kinds = append(kinds, kind{string(o.Purpose()), o.Name, true})
	}
	return h.answer(map[string]any{"kinds": kinds}, func(p *page) {
		for _, k := range kinds {
			p.row(k.Purpose, k.Name)
		}
	})
}

type kindSaveWords struct {
	Vault string `arg:"" help:"${vault}"`
	Set   string `name:"set" required:"" placeholder:"FILE" help:"${kind_set}"`
}

// Run keeps one.
func (c *kindSaveWords) Run(h *house) error {
	var o consent.Own
	if err := h.readJSON(c.Set, &o); err != nil {
		return err
	}
	return h.open(c.Vault, func(b *board.Board) error {
		if _, err := b.Consent().SaveKind(o); err != nil {
			return err
		}
		return h.listKinds(b)
	})
}

// pageWords are about scanned pages.
type pageWords struct {
	Add  pageAddWords  `cmd:"" help:"${page_add}"`
	List pageListWords `cmd:"" help:"${page_list}"`
	Get  pageGetWords  `cmd:"" help:"${page_get}"`
}

// aboutOwner is whom or what a page belongs to: a person, or an agreement.
type aboutOwner struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${page_owner}"`
}

// open runs a command about the owner.
func (a aboutOwner) open(h *house, run func(*board.Board, record.ID) error) error {
	return h.open(a.Vault, func(b *board.Board) error {
		agreements, err := b.Consent().Agreements()
		if err != nil {
			return err
		}
		for _, one := range agreements {
			if len(a.ID) >= 4 && strings.HasPrefix(string(one.ID), strings.ToLower(a.ID)) {
				return run(b, one.ID)
			}
		}
		id, err := b.Resolve(a.ID)
		if err != nil {
			return err
		}
		return run(b, id)
	})
}

type pageAddWords struct {
	aboutOwner
	File string `arg:"" help:"${page_file}"`
}

// Run keeps a scanned page.
func (c *pageAddWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id record.ID) error {
		kept, err := b.Attachments().AddFile(id, c.File)
		if err != nil {
			return err
		}
		return h.answer(map[string]any{"id": id, "page": kept.ID, "type": kept.Type, "size": kept.Size}, func(p *page) {
			p.say(wording.T("The page is in the vault now. Remove the file that it came from, also from the scanner."))
		})
	})
}

type pageListWords struct{ aboutOwner }

// Run lists the pages of a person or an agreement.
func (c *pageListWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id record.ID) error {
		all, err := b.Attachments().List(id)
		if err != nil {
			return err
		}
		return h.answer(map[string]any{"id": id, "pages": append([]attachment.Attachment{}, all...)}, func(p *page) {
			for _, a := range all {
				p.row(a.ID.Short(), a.On.String(), string(a.Type), h.book.Number(a.Size))
			}
		})
	})
}

type pageGetWords struct {
	aboutOwner
	Page string `arg:"" help:"${page_which}"`
	Out  string `name:"out" required:"" placeholder:"FILE" help:"${paper_out}"`
}

// Run writes a scanned page out.
func (c *pageGetWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id record.ID) error {
		data, about, err := b.Attachments().Bytes(id, record.ID(c.Page))
		if err != nil {
			return err
		}
		defer clear(data)
		if err := board.WriteOut(c.Out, data); err != nil {
			return err
		}
		return h.answer(map[string]any{"out": c.Out, "type": about.Type}, func(p *page) {
			p.say(wording.T("The page lies in this file now, readable by anyone who finds it. Look at it, then remove it."))
		})
	})
}
