package board

import (
	"encoding/json"
	"errors"
	"time"

	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Draft is a half-typed form: what it was, about whom, and what stood in it.
type Draft struct {
	// Form is the name of the form ("member", "sheet", "note").
	Form string `json:"form"`
	// About is the person, where there is one.
	About record.ID `json:"about,omitempty"`
	// Values is what stood in the fields, under their names.
	Values map[string]string `json:"values"`
	// At is when it was saved.
	At time.Time `json:"at"`
}

// SaveDraft seals a half-typed form into the vault, in place of the one
// before. It is meant to be called when typing pauses; it is no act and not
// in the journal. Where it fails, say so while there is still time.
func (b *Board) SaveDraft(d Draft) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	d.At = b.env.Clock().UTC()
	raw, err := json.Marshal(d)
	if err != nil {
		return err
	}
	defer clear(raw)
	return opened.SaveDraft(raw)
}

// Draft is the half-typed form that waits, and whether there is one.
func (b *Board) Draft() (Draft, bool, error) {
	opened, err := b.vault()
	if err != nil {
		return Draft{}, false, err
	}
	raw, err := opened.Draft()
	// Where the last one can't be read any more, the one before it comes with
	// the error, and is better than nothing.
	if err != nil && !errors.Is(err, store.ErrDamaged) {
		return Draft{}, false, err
	}
	defer clear(raw)
	var d Draft
	if json.Unmarshal(raw, &d) != nil || d.Form == "" {
		return Draft{}, false, nil
	}
	return d, true, nil
}

// ClearDraft forgets the half-typed form: it was saved, or let go.
func (b *Board) ClearDraft() error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	return opened.ClearDraft()
}

// FormName is what a form is called where a draft of it is offered.
func FormName(form string) wording.Text {
	switch form {
	case FormMember:
		return wording.T("a person's page")
	case FormSheet:
		return wording.T("a contact sheet")
	case FormNote:
		return wording.T("a note")
	case FormContacted:
		return wording.T("a contact that was being written down")
	case FormSettings:
		return wording.T("the settings")
	case FormConsent:
		return wording.T("a form about consent")
	default:
		return wording.T("a form")
	}
}

// The forms that keep drafts.
const (
	FormMember    = "member"
	FormSheet     = "sheet"
	FormNote      = "note"
	FormContacted = "contacted"
	FormSettings  = "settings"
	FormConsent   = "consent"
	FormLeaving   = "leaving" // has no name of its own: "a form"
)
