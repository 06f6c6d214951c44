package consents

import (
	"time"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/wording"
)

// Board is what the screens of this package ask of the board.
type Board interface {
	Now() (time.Time, error)
	Member(member.ID) (member.Member, error)
	Settings() (board.Settings, error)
	People(board.Filter) ([]board.Row, error)
	Consent() board.Consents
	Attachments() board.Attachments
}

// Outcome is how an act went: what to say, or why it was not done.
type Outcome struct {
	Say, Trouble string
}

// OK says whether it was done.
func (o Outcome) OK() bool { return o.Trouble == "" }

// outcome puts the end of an act into words.
func outcome(book *wording.Book, say string, err error) Outcome {
	if err != nil {
		return Outcome{Trouble: board.ExplainIn(book, err)}
	}
	return Outcome{Say: say}
}

// purposes are what can be asked about, those of the board last; name is how
// each is called.
func purposes(book *wording.Book, kinds consent.Kinds, name func(consent.Purpose) wording.Text) []form.Choice {
	var list []form.Choice
	add := func(p consent.Purpose) {
		list = append(list, form.Choice{ID: string(p), Label: wording.Capital(book.Render(name(p)))})
	}
	for _, p := range consent.Purposes() {
		add(p)
		if p == consent.ToContact {
			for _, about := range consent.ContactsAbout() {
				add(consent.Contacting(about))
			}
		}
	}
	for _, own := range kinds {
		if !own.Retired {
			add(own.Purpose())
		}
	}
	return list
}
