package board

import (
	"cmp"
	"encoding/json"

	"holdfast/assets"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// PDF is a document as a PDF in the fonts of the program. It fails with a
// Problem where a text can't be printed in them.
func PDF(d paper.Document, book *wording.Book) ([]byte, error) {
	return d.PDF(book, paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()})
}

// notice is the one for a purpose in the language of a book.
func (c Consents) notice(p consent.Purpose, book *wording.Book) (consent.Notices, consent.Notice, error) {
	kinds, err := c.Kinds()
	if err != nil {
		return consent.Notices{}, consent.Notice{}, err
	}
	all, err := Notices(book.Language())
	if err != nil {
		return all, consent.Notice{}, err
	}
	n, ok := all.For(p, kinds)
	if !ok {
		err = wording.Refuse("purpose", "There is no such kind of consent.")
	}
	return all, n, err
}

// Notice is what a person is told about a purpose, in the language of the
// book, with what it is kept as. It fails with a Problem for an unknown
// purpose.
func (c Consents) Notice(p consent.Purpose, book *wording.Book) (consent.Notice, consent.Shown, error) {
	all, n, err := c.notice(p, book)
	return n, all.Shown(n), err
}

// Guide is the guide for the conversation about a purpose, to print: what to
// tell the person, what can go wrong, what could be done instead, and what to
// ask.
func (c Consents) Guide(p consent.Purpose, book *wording.Book) (paper.Document, error) {
	_, n, err := c.notice(p, book)
	if err != nil {
		return paper.Document{}, err
	}
	s, err := c.b.Settings()
	d := paper.Document{Title: book.Say("Conversation guide: {title}", "title", n.Title), Size: s.Paper,
		Foot: book.Say("Notice version {n}", "n", n.Version)}
	d.Blocks = append(d.Blocks, paper.Paragraph{Look: paper.Boxed, Text: book.Say(
		"This is a conversation, not a form to be filled in. Take your time, and stop whenever the person wants to. An answer another day is a good answer.")})
	d.Blocks = append(d.Blocks, said(n, book)...)
	if len(n.Guide) > 0 {
		d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("For whoever holds the conversation")}, boxes(n.Guide))
	}
	d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("What was agreed")},
		paper.Blank{Label: book.Say("In the person’s own words"), Lines: 5},
		paper.Blank{Label: book.Say("Until when"), Lines: 1}, paper.Blank{Label: book.Say("Not agreed"), Lines: 2})
	return d, err
}

// said is a notice as blocks, in exactly the words that its hash is of.
func said(n consent.Notice, book *wording.Book) []paper.Block {
	blocks := []paper.Block{paper.Heading{Text: n.Title}, paper.List(n.Says)}
	for _, part := range []struct {
		head wording.Text
		says []string
	}{{wording.T("What can go wrong"), n.Risks}, {wording.T("What could be done instead"), n.Alternatives}} {
		if len(part.says) > 0 {
			blocks = append(blocks, paper.Heading{Text: book.Render(part.head), Sub: true}, paper.List(part.says))
		}
	}
	return blocks
}

func boxes(texts []string) paper.Boxes {
	var b paper.Boxes
	for _, t := range texts {
		b.Items = append(b.Items, paper.Box{Text: t})
	}
	return b
}

// ChoicesSheet is “my choices” for the person: what they agreed to and what
// not, as of today. It names nobody and not the board; whether it is safe to
// hand out is asked first (consent.OwnCopy), and said in the answer.
func (c Consents) ChoicesSheet(id member.ID, book *wording.Book) (paper.Document, consent.Answer, error) {
	page, err := c.Page(id)
	if err != nil {
		return paper.Document{}, consent.Answer{}, err
	}
	safe, err := c.May(id, consent.Question{Purpose: consent.OwnCopy, Day: page.Day})
	if err != nil {
		return paper.Document{}, safe, err
	}
	s, err := c.b.Settings()
	d := paper.Document{Title: book.Say("My choices"), Size: s.Paper, Day: page.Day,
		Foot: book.Say("As of {date}. Keep this only where it is safe for you.", "date", page.Day)}
	table := paper.Table{Columns: []paper.Column{{Head: book.Say("What")}, {Head: book.Say("For")}, {Head: book.Say("As")},
		{Head: book.Say("Until")}, {Head: book.Say("My answer")}}}
	for _, row := range page.Rows {
		table.Rows = append(table.Rows, []string{book.Render(row.What), book.Render(row.For), book.Render(row.As),
			book.Render(row.Until), book.Render(row.Choice.State.Name())})
	}
	if len(table.Rows) > 0 {
		d.Blocks = append(d.Blocks, table)
	} else {
		d.Blocks = append(d.Blocks, paper.Paragraph{Text: book.Say("Nobody has asked me anything yet.")})
	}
	all, err2 := Notices(book.Language())
	d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("What always holds")}, paper.List(all.Always))
	return d, safe, cmp.Or(err, err2)
}

// Caution is what to know before a person is given a paper or a file of
// theirs to keep: that they have not said yes to having one (consent.OwnCopy).
// It is empty where they have. It refuses nothing: what is theirs they get,
// in the way that they choose.
func (c Consents) Caution(id member.ID) (wording.Text, error) {
	safe, err := c.May(id, consent.Question{Purpose: consent.OwnCopy})
	if err != nil || safe.Verdict == consent.Yes {
		return wording.Text{}, err
	}
	return safe.Because, nil
}

// Receipt is a consent receipt for a yes, as JSON and as a document to print.
// Paper can endanger somebody, so a board has to turn receipts on in its
// settings; until then it fails with a Problem. Where the person would rather
// not have the organisation's name on it, anonymous leaves it out.
func (c Consents) Receipt(id member.ID, event record.ID, book *wording.Book, anonymous bool) ([]byte, paper.Document, error) {
	s, err := c.b.Settings()
	if err != nil {
		return nil, paper.Document{}, err
	}
	if !s.Receipts {
		return nil, paper.Document{}, wording.Refuse("consent_receipts",
			"Consent receipts are off, because such a paper can put somebody in danger. Turn them on in the settings first.")
	}
	file, err := c.File(id)
	if err != nil {
		return nil, paper.Document{}, err
	}
	e, ok := file.Event(event)
	if !ok || !e.Kind.Yes() {
		return nil, paper.Document{}, wording.Refuse("event", "There is no such yes.")
	}
	who := consent.Controller{}
	if !anonymous {
		who.Name = s.Name
	}
	r := consent.ReceiptOf(e, id.Short(), book.Render(file.Kinds.Name(e.Purpose)), s.Jurisdiction, who)
	raw, err := json.MarshalIndent(r, "", "  ")
	facts := paper.Facts{}
	add := func(label, text string) {
		if text != "" {
			facts = append(facts, paper.Line{Label: label, Text: text})
		}
	}
	add(book.Say("What"), r.Services[0].Purposes[0].Purpose)
	add(book.Say("For"), book.Render(forWhom(e.Scope)))
	add(book.Say("Exactly"), e.Terms.What)
	add(book.Say("Agreed on"), book.Date(e.On))
	add(book.Say("Until"), book.Date(e.Terms.End))
	add(book.Say("How"), book.Render(e.How.Form.Name()))
	add(book.Say("Notice"), book.Say("version {n}", "n", e.How.Notice.Version))
	add(book.Say("With"), who.Name)
	add(book.Say("Number"), string(e.ID))
	d := paper.Document{Title: book.Say("Receipt"), Size: s.Paper, Day: e.On, Blocks: []paper.Block{facts,
		paper.Paragraph{Look: paper.Quiet, Text: book.Say("You can take this back at any time: say it, or write it. Keep this paper only where it is safe for you.")}}}
	return raw, d, err
}
