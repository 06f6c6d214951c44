package board

import (
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
)

// Consents is about what people agreed to, and what may be done. Everything
// that shows or hands on something about a person asks May first.
type Consents struct{ b *Board }

// Consent is about what people agreed to.
func (b *Board) Consent() Consents { return Consents{b} }

// May says whether something may be done with what is a person's. A question
// without a day is about today, where the person is. It fails with a Problem
// where there is no such person.
func (c Consents) May(id member.ID, q consent.Question) (consent.Answer, error) {
	r, err := c.b.roll()
	if err != nil {
		return consent.Answer{}, err
	}
	if _, known := r.people[id]; !known {
		return consent.Answer{}, errNobody(record.ErrNotFound)
	}
	return r.may(id, q, c.b), nil
}

// may is May once the snapshot is at hand. A quote that goes out is asked for
// in its present version.
func (r *roll) may(id member.ID, q consent.Question, b *Board) consent.Answer {
	if q.Day.IsZero() {
		q.Day = r.dayOf(id, b.env.Clock())
	}
	if quote, ok := r.quote(id, q.Item); ok && q.Version == "" {
		if now, ok := quote.Current(); ok {
			q.Version = now.Hash()
		}
	}
	return r.file(id).May(q)
}

// quote is a person's quote by its ID.
func (r *roll) quote(id member.ID, item string) (consent.Quote, bool) {
	for _, q := range r.consents.quotes[id] {
		if string(q.ID) == item {
			return q, true
		}
	}
	return consent.Quote{}, false
}

// Allowed are those of some people of whom May says yes to a question, with
// the answer: for a list or an export, which holds nobody else.
func (c Consents) Allowed(people []member.ID, q consent.Question) (map[member.ID]consent.Answer, error) {
	r, err := c.b.roll()
	if err != nil {
		return nil, err
	}
	allowed := map[member.ID]consent.Answer{}
	for _, id := range people {
		if _, known := r.people[id]; !known {
			continue
		}
		if a := r.may(id, q, c.b); a.Verdict == consent.Yes {
			allowed[id] = a
		}
	}
	return allowed, nil
}

// File is everything that is known about a person's choices.
func (c Consents) File(id member.ID) (consent.File, error) {
	r, err := c.b.roll()
	if err != nil {
		return consent.File{}, err
	}
	if _, known := r.people[id]; !known {
		return consent.File{}, errNobody(record.ErrNotFound)
	}
	return r.file(id), nil
}

// Limits are how long a yes holds and when it is talked about again, by the
// board's rules of today.
func (c Consents) Limits() (consent.Limits, error) {
	l := consent.Usual()
	rules, err := c.b.Rules()
	if err != nil {
		return l, err
	}
	now, err := c.b.Now()
	if err != nil {
		return l, err
	}
	for id, into := range map[string]*int{"consent-months": &l.Months, "release-days": &l.ReleaseDays,
		"consent-longest": &l.LongestMonths, "release-longest": &l.LongestReleaseDays,
		"consent-review": &l.ReviewMonths, "consent-soon": &l.SoonDays} {
		if r, known := rules.At(id, record.DateOf(now)); known {
			if n, whole := r.Value.Int(); whole && n > 0 {
				*into = n
			}
		}
	}
	return l, nil
}

// consenting is the service of an act about one person.
func (w *work) consenting(id member.ID, l consent.Limits) consent.Service {
	latest := w.before.dayOf(id, w.now)
	today := latest
	if w.today().After(latest) {
		latest = w.today()
	}
	return consent.Service{
		Events: store.In(w.tx, consent.EventSchema()), Uses: store.In(w.tx, consent.UseSchema()), Random: w.env.Random,
		Kinds: w.before.consents.kinds, Limits: l, Now: w.now, Today: today, Latest: latest,
	}
}
