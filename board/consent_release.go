package board

import (
	"strings"

	"holdfast/consent"
	"holdfast/paper"
	"holdfast/wording"
)

// ReleaseForm is the form of a release of information to one recipient, to
// print and sign: what the law asks for (34 U.S.C. 12291(b)(2); 28 CFR
// 94.115; 42 U.S.C. 10406(c)(5)), and the exact words of the notice. The terms
// fill in what was talked about; what they leave out has lines to write on. It
// does not name the person: they do, when they sign.
func (c Consents) ReleaseForm(recipient string, t consent.Terms, book *wording.Book) (paper.Document, error) {
	_, n, err := c.notice(consent.Release, book)
	if err != nil {
		return paper.Document{}, err
	}
	s, err := c.b.Settings()
	if err != nil {
		return paper.Document{}, err
	}
	limits, err := c.Limits()
	d := paper.Document{Title: book.Say("Release of information"), Size: s.Paper,
		Foot: book.Say("Notice version {n}, {hash}", "n", n.Version, "hash", n.Hash()[:16])}
	d.Blocks = append(d.Blocks, paper.Paragraph{Look: paper.Boxed,
		Text: book.Say("You do not have to sign this. Read it, or have it read to you, and ask whatever you like. Cross out what you do not want.")})
	d.Blocks = append(d.Blocks, said(n, book)...)
	d.Blocks = append(d.Blocks, paper.Break{}, paper.Heading{Text: book.Say("What I agree to")})
	d.Blocks = append(d.Blocks, answered(book, wording.T("I let this organisation pass on the information"), s.Name, 1),
		answered(book, wording.T("To this one organisation or person, and to nobody else"), recipient, 1),
		answered(book, wording.T("Exactly this information"), t.What, 4),
		answered(book, wording.T("Not this"), strings.Join(t.Excluded, "\n"), 2),
		answered(book, wording.T("For this reason"), t.Reason, 2))
	d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("In this way"), Sub: true}, ways(t.Method, book))
	d.Blocks = append(d.Blocks, until(t, limits, book)...)
	d.Blocks = append(d.Blocks, signatures(book)...)
	return d, err
}

// answered is a label with what stands beside it, or with lines to write on.
func answered(book *wording.Book, label wording.Text, text string, lines int) paper.Block {
	if text == "" {
		return paper.Blank{Label: book.Render(label), Lines: lines}
	}
	return paper.Facts{{Label: book.Render(label), Text: text}}
}

// ways are the ways of passing something on: the one that was agreed, or all
// of them to tick.
func ways(method string, book *wording.Book) paper.Block {
	if method != "" {
		return paper.Paragraph{Text: method}
	}
	return boxes([]string{book.Say("in person"), book.Say("on the telephone"), book.Say("by letter"), book.Say("by email"), book.Say("in another way: ____________________")})
}

// until is how long the release holds.
func until(t consent.Terms, l consent.Limits, book *wording.Book) []paper.Block {
	head := paper.Heading{Text: book.Say("From when and until when"), Sub: true}
	if !t.End.IsZero() {
		return []paper.Block{head, paper.Facts{{Label: book.Say("From"), Text: book.Date(t.Start)}, {Label: book.Say("Until the end of"), Text: book.Date(t.End)}}}
	}
	return []paper.Block{head, paper.Blank{Label: book.Say("From"), Lines: 1},
		paper.Blank{Label: book.Say("Until the end of (as short as will do; if no day is written here, {n} days)", "n", l.ReleaseDays), Lines: 1}}
}

// signatures is what the person knows, with their signature on the same page,
// and then everybody else's.
func signatures(book *wording.Book) []paper.Block {
	return []paper.Block{paper.Together{
		paper.Heading{Text: book.Say("I know that")}, boxes([]string{
			book.Say("I may say no, and neither my place on the board, nor my pay, nor any help depends on this."),
			book.Say("I may take this back at any time, in writing or by saying so, and without a reason."),
			book.Say("What was passed on before I take it back can’t be called back."),
			book.Say("Whoever gets it may pass it on, and I may lose a protection that the law gives me now."),
			book.Say("We talked about what can go wrong, and about other ways."),
			book.Say("I have looked at the information that is to be passed on."),
		}),
		paper.Signatures{book.Say("My signature"), book.Say("Date")},
	}, paper.Together{
		paper.Heading{Text: book.Say("Others"), Sub: true},
		paper.Signatures{book.Say("Parent or guardian, where one has to agree too"), book.Say("Date")},
		paper.Signatures{book.Say("Whoever talked about it with me"), book.Say("Date")},
		paper.Signatures{book.Say("Interpreter, if there was one"), book.Say("Date")},
	}, paper.Together{
		paper.Heading{Text: book.Say("A copy for me"), Sub: true},
		paper.Boxes{Beside: true, Items: []paper.Box{{Text: book.Say("given")}, {Text: book.Say("not wanted")}, {Text: book.Say("not safe")}}},
	}, paper.Together{
		paper.Heading{Text: book.Say("If I take it back"), Sub: true},
		paper.Paragraph{Text: book.Say("I take this release back from the day written here.")},
		paper.Signatures{book.Say("My signature, or who heard me say so"), book.Say("Date")},
	}}
}
