package board

import (
	"encoding/json"
	"errors"
	"time"

	"holdfast/assessment"
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
	// Answering is what somebody was answering in a sitting, beside the form:
	// who answers must not cost the keyholder what they had typed before.
	Answering *assessment.Response `json:"answering,omitempty"`
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
	d.Answering = b.comeHome(opened)
	return saveDraft(opened, d)
}

func saveDraft(opened *store.Store, d Draft) error {
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
	d, err := readDraft(opened)
	return d, d.Form != "", err
}

// readDraft is the draft, the empty one where there is none that can be read.
func readDraft(opened *store.Store) (Draft, error) {
	raw, err := opened.Draft()
	// Where the last one can't be read any more, the one before it comes with
	// the error, and is better than nothing.
	if err != nil && !errors.Is(err, store.ErrDamaged) {
		return Draft{}, err
	}
	defer clear(raw)
	var d Draft
	if json.Unmarshal(raw, &d) != nil {
		return Draft{}, nil
	}
	return d, nil
}

// ClearDraft forgets the half-typed form: it was saved, or let go.
func (b *Board) ClearDraft() error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	return clearDraft(opened, Draft{Answering: b.comeHome(opened)})
}

// clearDraft leaves of the draft only d, in both of its copies.
func clearDraft(opened *store.Store, d Draft) error {
	if d.Form == "" && d.Answering == nil {
		return opened.ClearDraft()
	}
	return errors.Join(saveDraft(opened, d), saveDraft(opened, d))
}

// keepAnswering keeps what somebody is answering beside the form that waits,
// or takes it out again.
func (b *Board) keepAnswering(now *assessment.Response) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	d, err := readDraft(opened)
	if err != nil {
		return err
	}
	if d.Answering = now; now == nil {
		return clearDraft(opened, d)
	}
	return saveDraft(opened, d)
}

// comeHome puts aside what somebody was answering when the board locked or the
// power failed, and gives what could not be put aside now, which stays in the
// draft until it can. What is for a round that takes no answers any more goes.
func (b *Board) comeHome(opened *store.Store) *assessment.Response {
	d, err := readDraft(opened)
	if err != nil || d.Answering == nil {
		return nil
	}
	err = b.Assess().onRound(ActRoundAnswer, d.Answering.Round, func(v assessment.Service, r assessment.Round) error {
		if !r.Open() {
			return nil
		}
		return v.Responses.Put(*d.Answering)
	})
	if err != nil && !errors.Is(err, record.ErrInvalid) {
		return d.Answering
	}
	d.Answering = nil
	_ = clearDraft(opened, d) // what stays is put aside again, in the same place
	return nil
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
