package consents

import (
	"holdfast/app/form"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// Papers makes what can be printed, in either language.
type Papers struct{ Board Board }

// bookIn is the language of a paper.
func bookIn(language string) (*wording.Book, error) { return assets.Book(wording.Language(language)) }

func printed(language string, make func(*wording.Book) (paper.Document, error)) ([]byte, error) {
	book, err := bookIn(language)
	if err != nil {
		return nil, err
	}
	d, err := make(book)
	if err != nil {
		return nil, err
	}
	return board.PDF(d, book)
}

// Guide is the guide for a conversation.
func (p Papers) Guide(purpose consent.Purpose, language string) ([]byte, error) {
	return printed(language, func(book *wording.Book) (paper.Document, error) { return p.Board.Consent().Guide(purpose, book) })
}

// Choices is the “my choices” sheet of a person.
func (p Papers) Choices(id member.ID, language string) ([]byte, error) {
	return printed(language, func(book *wording.Book) (paper.Document, error) {
		d, _, err := p.Board.Consent().ChoicesSheet(id, book)
		return d, err
	})
}

// SafeToGive is what the person said about papers to keep, in a sentence, and
// whether it is a yes.
func (p Papers) SafeToGive(id member.ID, book *wording.Book) (string, bool) {
	a, err := p.Board.Consent().May(id, consent.Question{Purpose: consent.OwnCopy})
	if err != nil {
		return board.ExplainIn(book, err), false
	}
	return book.Render(a.Because), a.Verdict == consent.Yes
}

// Receipt is the receipt of a yes: to print, and as a record for a program.
func (p Papers) Receipt(id member.ID, yes record.ID, language string) (pdf, raw []byte, err error) {
	pdf, err = printed(language, func(book *wording.Book) (d paper.Document, err error) {
		raw, d, err = p.Board.Consent().Receipt(id, yes, book, false)
		return d, err
	})
	return pdf, raw, err
}

// Release is the form of a release with what is typed in the form for a
// choice.
func (p Papers) Release(typed form.Values, language string) ([]byte, error) {
	return printed(language, func(book *wording.Book) (paper.Document, error) {
		return p.Board.Consent().ReleaseForm(typed.Text("recipient"), termsOf(typed, 0), book)
	})
}
