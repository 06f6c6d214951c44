package board

import (
	"encoding/hex"
	"encoding/json"
	"errors"

	"crypto/sha256"

	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Record keeps what a person said about being used, or what was done about
// it. It fills in what is left out: today, the end that the rules give, the
// notice in force in the language that was spoken, who wrote it down. It fails
// with problems that name their fields, and then nothing is changed.
func (c Consents) Record(e consent.Event) (consent.Event, error) {
	limits, err := c.Limits()
	if err != nil {
		return e, err
	}
	if err := c.complete(&e); err != nil {
		return e, err
	}
	err = c.b.act(ActConsent, func(w *work) (err error) {
		if err := w.known(e.Member); err != nil {
			return err
		}
		if err := w.pageOf(e); err != nil {
			return err
		}
		w.touch(e.Member)
		e, err = w.consenting(e.Member, limits).Record(e)
		return err
	})
	return e, err
}

// complete fills in what the board knows better than whoever types.
func (c Consents) complete(e *consent.Event) error {
	r, err := c.b.roll()
	if err != nil {
		return err
	}
	e.Holder = c.b.opening.Holder.ID
	if e.By == "" {
		e.By = c.b.opening.Holder.Label
	}
	if e.Kind.Yes() || e.Kind == consent.Reviewed {
		e.Safety = r.safety(e.Member)
	}
	if !e.Kind.Yes() || e.How.Notice.Hash != "" {
		return nil
	}
	notices, err := Notices(wording.Language(e.How.Language))
	if err != nil {
		return err
	}
	if n, ok := notices.For(e.Purpose, r.consents.kinds); ok {
		e.How.Notice = notices.Shown(n)
	}
	return nil
}

// pageOf refuses a signed page that is not among the person's attachments.
func (w *work) pageOf(e consent.Event) error {
	if e.How.Page == "" {
		return nil
	}
	_, err := w.attachments().Attachments.Get(record.Join(e.Member, e.How.Page))
	if errors.Is(err, record.ErrNotFound) {
		return wording.Refuse("page", "There is no such page among this person’s attachments.")
	}
	return err
}

// Withdraw keeps that a person changed their mind, today: about one purpose,
// or consent.Everything. It is the second of two acts, the first being to find
// the person.
func (c Consents) Withdraw(id member.ID, what consent.Scope) (consent.Event, error) {
	return c.Record(consent.Event{Member: id, Kind: consent.Withdrawn, Scope: what})
}

// Used keeps that something was used, and whether it was allowed.
func (c Consents) Used(u consent.Use) (consent.Use, error) {
	r, err := c.b.roll()
	if err != nil {
		return u, err
	}
	if quote, ok := r.quote(u.Member, u.Item); ok && u.Version == "" {
		if now, ok := quote.Current(); ok {
			u.Version = now.Hash()
		}
	}
	err = c.b.act(ActConsentUse, func(w *work) (err error) {
		if err := w.known(u.Member); err != nil {
			return err
		}
		w.touch(u.Member)
		u, err = w.consenting(u.Member, consent.Usual()).Used(u)
		return err
	})
	return u, err
}

// TakenBack keeps what was done about a use after a withdrawal. It fails with
// a Problem where there is no such use.
func (c Consents) TakenBack(id member.ID, use record.ID, done consent.Done, note string) error {
	return c.b.act(ActConsentStep, func(w *work) error {
		w.touch(id)
		_, err := w.consenting(id, consent.Usual()).Step(id, use, done, note)
		if errors.Is(err, record.ErrNotFound) {
			return wording.Refuse("use", "There is no such use in the register.")
		}
		return err
	})
}

// SaveKind keeps a kind of consent of the board's own. Words that change make
// a new revision of its notice.
func (c Consents) SaveKind(o consent.Own) (consent.Own, error) {
	err := c.b.act(ActConsentKind, func(w *work) error {
		kinds := store.In(w.tx, consent.OwnSchema())
		before, err := kinds.Get(record.Key(o.ID))
		switch {
		case o.ID == "":
			o.Revision = 1
			o.ID, err = record.NewID(w.env.Random)
		case err == nil:
			o.Revision = before.Revision
			if !o.SameWords(before) {
				o.Revision++
			}
		}
		if err != nil {
			return err
		}
		if err := o.Validate(); err != nil {
			return err
		}
		return kinds.Put(o)
	})
	return o, err
}

// safety stands for what is known to be safe for a person: which ways, shared
// with whom, and who must not learn of it. It tells nothing by itself.
func (r *roll) safety(id member.ID) string {
	type way struct {
		Kind            contact.Kind
		Safe            contact.Safety
		Device, Account string
		Naming          contact.Naming
	}
	facts := struct {
		Ways    []way
		MustNot string
	}{MustNot: r.people[id].MustNotKnow}
	for _, c := range r.sheets[id].Channels {
		facts.Ways = append(facts.Ways, way{c.Kind, c.Safe, c.SharedDevice, c.SharedAccount, c.Naming})
	}
	raw, err := json.Marshal(facts)
	if err != nil {
		return "" // plain strings can always be written
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:8])
}
