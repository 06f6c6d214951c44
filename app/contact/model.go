package contactpage

import (
	"time"

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
