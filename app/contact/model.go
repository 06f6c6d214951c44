package contactpage

import (
	"time"
	"unicode"
	"unicode/utf8"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what the screens of this package ask of the board.
type Board interface {
	Now() (time.Time, error)
	NewID() (record.ID, error)
	Member(member.ID) (member.Member, error)

	Sheet(member.ID) (contact.Sheet, error)
	SaveSheet(contact.Sheet) error
	ConfirmSheet(member.ID, contact.Confirmation) error

	RightNow(member.ID) (contact.Summary, error)
	MayAt(member.ID, contact.Purpose, time.Time) (board.Reach, error)
	ContactWords(member.ID) ([]contact.Line, error)
	ContactCard(id member.ID, book *wording.Book, full bool) ([]byte, error)

	ContactLog(member.ID) ([]contact.Entry, error)
	Contacted(contact.Entry) (contact.Entry, error)
}

// Choice is one of several answers of a form. ID stands for it and is never
// shown.
type Choice struct{ ID, Label string }

// named is a choice of the domain, which has its words.
type named interface {
	~string
	Name() wording.Text
}

// choices are the answers of a form, each beginning with a capital letter.
func choices[C named](book *wording.Book, all []C) []Choice {
	list := make([]Choice, len(all))
	for i, c := range all {
		list[i] = Choice{string(c), capital(book.Render(c.Name()))}
	}
	return list
}

// rendered are the texts that say anything, in the language of the book.
func rendered(book *wording.Book, texts []wording.Text) []string {
	var said []string
	for _, t := range texts {
		if !t.IsZero() {
			said = append(said, book.Render(t))
		}
	}
	return said
}

// capital makes the first letter a capital one.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
