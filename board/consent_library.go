package board

import (
	"errors"
	"strings"

	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// QuoteRow is a quote or a story of the library, and what may be done with it.
type QuoteRow struct {
	Quote consent.Quote
	Name  string // of the person; it goes out nowhere by itself
	Words string
	// Approved is the day on which the person approved these very words, zero
	// where they have not.
	Approved record.Date
	// Answer is that of the gate for the use that was asked about.
	Answer consent.Answer
}

// Library is every quote and story that is not retired, by person, with the
// gate's answer for a use: where, and for whom.
func (c Consents) Library(where consent.Channel, recipient string) ([]QuoteRow, error) {
	r, err := c.b.roll()
	if err != nil {
		return nil, err
	}
	var rows []QuoteRow
	for _, id := range r.order() {
		for _, q := range r.consents.quotes[id] {
			now, ok := q.Current()
			if q.Retired || !ok {
				continue
			}
			row := QuoteRow{Quote: q, Name: r.people[id].Name, Words: now.Words, Answer: r.may(id, consent.Question{
				Purpose: q.Purpose(), Item: string(q.ID), Channel: where, Recipient: recipient}, c.b)}
			for _, e := range r.file(id).Events {
				if e.Kind == consent.Approved && e.Item == string(q.ID) && e.Terms.Version == now.Hash() {
					row.Approved = e.On
				}
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// ExportedQuote is a quote as it may go out: nothing in it says more about the
// person than they agreed to.
type ExportedQuote struct {
	Words string
	// As is how the person may be named, empty for not at all.
	As wording.Text
	// Notes are content notes, Conditions what binds whoever uses it.
	Notes      []string
	Conditions []wording.Text
	Until      record.Date
}

// ExportQuotes is what of the library may go out somewhere: only what the gate
// says yes to, in the very words that it was asked about.
func (c Consents) ExportQuotes(where consent.Channel, recipient string) ([]ExportedQuote, error) {
	rows, err := c.Library(where, recipient)
	if err != nil {
		return nil, err
	}
	var out []ExportedQuote
	for _, row := range rows {
		if row.Answer.Verdict != consent.Yes {
			continue
		}
		out = append(out, ExportedQuote{Words: row.Words, As: named(row), Notes: row.Quote.Notes,
			Conditions: row.Answer.Conditions, Until: row.Answer.Until})
	}
	return out, nil
}

// named is how the person of a quote may be named. The board keeps no legal
// names; where more than the chosen one was agreed to, that one is given.
func named(row QuoteRow) wording.Text {
	a := row.Answer.Attribution
	switch {
	case a.Shown != "":
		return verbatim(a.Shown)
	case a.As == consent.FirstName:
		return verbatim(firstName(row.Name))
	case a.As == consent.ChosenName || a.As == consent.LegalName:
		return verbatim(row.Name)
	default:
		return wording.Text{}
	}
}

// firstName is the first word of a name, whatever space comes after it. Of one
// that may be turned around ("Alder, Wren") it is none: which word is which can't
// be known, and the other one must not get out.
func firstName(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 || strings.ContainsAny(name, ",;") {
		return ""
	}
	return words[0]
}

// SaveQuote keeps a quote or a story. Where words is not what it says now, it
// gets a new version, which the person has not approved yet.
func (c Consents) SaveQuote(q consent.Quote, words string) (consent.Quote, error) {
	err := c.b.act(ActQuote, func(w *work) error {
		if err := w.known(q.Member); err != nil {
			return err
		}
		w.touch(q.Member)
		quotes := store.In(w.tx, consent.QuoteSchema())
		if q.ID == "" {
			id, err := record.NewID(w.env.Random)
			if err != nil {
				return err
			}
			q.ID, q.Versions = id, nil
		} else if kept, err := quotes.Get(record.Join(q.Member, q.ID)); err != nil {
			return errNoQuote(err)
		} else {
			q.Versions = kept.Versions
		}
		q = q.Changed(words, w.today())
		if err := q.Validate(w.today()); err != nil {
			return err
		}
		return quotes.Put(q)
	})
	return q, err
}

// ApproveQuote keeps that the person has seen a quote as it says now, and that
// it may go out within what they agreed to.
func (c Consents) ApproveQuote(id member.ID, quote record.ID) error {
	r, err := c.b.roll()
	if err != nil {
		return err
	}
	q, ok := r.quote(id, string(quote))
	now, has := q.Current()
	if !ok || !has {
		return errNoQuote(record.ErrNotFound)
	}
	_, err = c.Record(consent.Event{Member: id, Kind: consent.Approved,
		Scope: consent.Scope{Purpose: q.Purpose(), Item: string(quote)}, Terms: consent.Terms{Version: now.Hash(), What: q.Title}})
	return err
}

func errNoQuote(err error) error {
	if errors.Is(err, record.ErrNotFound) {
		return wording.Refuse("quote", "There is no such quote in the library.")
	}
	return err
}

// Agreements are what the board agreed with other organisations, by name.
func (c Consents) Agreements() ([]consent.Agreement, error) {
	r, err := c.b.roll()
	if err != nil {
		return nil, err
	}
	return r.consents.agreements, nil
}

// SaveAgreement keeps an agreement; one without an ID is new.
func (c Consents) SaveAgreement(a consent.Agreement) (consent.Agreement, error) {
	if err := a.Validate(); err != nil {
		return a, err
	}
	err := c.b.act(ActAgreement, func(w *work) (err error) {
		if a.ID == "" {
			if a.ID, err = record.NewID(w.env.Random); err != nil {
				return err
			}
		}
		return store.In(w.tx, consent.AgreementSchema()).Put(a)
	})
	return a, err
}

// Kinds are the board's own kinds of consent, by name.
func (c Consents) Kinds() (consent.Kinds, error) {
	r, err := c.b.roll()
	if err != nil {
		return nil, err
	}
	return r.consents.kinds, nil
}
