package consents

import (
	"time"
	"unicode"
	"unicode/utf8"

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

// rendered are texts in the language of the book; those that say nothing are
// left out.
func rendered(book *wording.Book, texts []wording.Text) []string {
	var said []string
	for _, t := range texts {
		if text := book.Render(t); text != "" {
			said = append(said, text)
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

// named is a choice of the domain, which has its words.
type named interface {
	~string
	Name() wording.Text
}

// choices are the answers of a form, each beginning with a capital letter.
func choices[C named](book *wording.Book, all []C) []form.Choice {
	list := make([]form.Choice, len(all))
	for i, c := range all {
		list[i] = form.Choice{ID: string(c), Label: capital(book.Render(c.Name()))}
	}
	return list
}

// purposes are what can be asked about, those of the board last; name is how
// each is called.
func purposes(book *wording.Book, kinds consent.Kinds, name func(consent.Purpose) wording.Text) []form.Choice {
	var list []form.Choice
	add := func(p consent.Purpose) {
		list = append(list, form.Choice{ID: string(p), Label: capital(book.Render(name(p)))})
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
