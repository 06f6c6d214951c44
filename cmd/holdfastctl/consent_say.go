package main

import (
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// whenSaid is when something was said, by whom, and who wrote it down.
type whenSaid struct {
	On       record.Date `name:"on" placeholder:"DATE" help:"${consent_on}"`
	Guardian string      `name:"guardian" placeholder:"NAME" help:"${consent_guardian}"`
	By       string      `name:"by" placeholder:"NAME" help:"${consent_by}"`
}

func (w whenSaid) into(e *consent.Event) {
	e.On, e.By, e.Guardian = w.On, w.By, w.Guardian
	if w.Guardian != "" {
		e.Voice = consent.TheGuardian
	}
}

// record keeps an event and shows how it then stands.
func (h *house) record(b *board.Board, e consent.Event) error {
	kept, err := b.Consent().Record(e)
	if err != nil {
		return err
	}
	about, err := b.Consent().Page(e.Member)
	if err != nil {
		return err
	}
	answer := map[string]any{"id": e.Member, "event": kept.ID, "kind": kept.Kind, "on": kept.On.String(),
		"after": h.afterJSON(about.After), "choices": h.choicesJSON(about.Rows)}
	if kept.Kind.Yes() {
		answer["until"] = kept.Terms.End.String()
	}
	return h.answer(answer, func(p *page) {
		p.say(kept.Words(h.kinds(b)))
		if kept.Kind.No() && len(about.After) > 0 && about.After[0].No.ID == kept.ID {
			showAfter(p, about.After[:1])
		}
	})
}

// kinds are the board's own kinds of consent; without them where they can't be
// read, since only names depend on them.
func (h *house) kinds(b *board.Board) consent.Kinds {
	kinds, err := b.Consent().Kinds()
	if err != nil {
		return nil
	}
	return kinds
}

// consentGiveWords keep a yes.
type consentGiveWords struct {
	aboutPerson
	aboutScope
	whenSaid
	agreedTerms
	agreedHow
	Kind string `name:"kind" enum:"given,limited,renewed" default:"given" help:"${consent_kind_of_yes}"`
	Set  string `name:"set" placeholder:"FILE" help:"${consent_set}"`
}

// agreedTerms are what exactly is agreed.
type agreedTerms struct {
	From       record.Date `name:"from" placeholder:"DATE" help:"${consent_from}"`
	Until      record.Date `name:"until" placeholder:"DATE" help:"${consent_until}"`
	What       string      `name:"what" placeholder:"TEXT" help:"${consent_what}"`
	Version    string      `name:"item-version" placeholder:"HASH" help:"${consent_version}"`
	As         string      `name:"as" placeholder:"HOW" help:"${consent_as}"`
	Shown      string      `name:"shown" placeholder:"TEXT" help:"${consent_shown}"`
	Reuse      bool        `name:"reuse" help:"${consent_reuse}"`
	Edits      bool        `name:"edits" help:"${consent_edits}"`
	ShowFirst  bool        `name:"show-first" help:"${consent_review_first}"`
	ReviewDays int         `name:"show-days-before" placeholder:"N" help:"${consent_review_days}"`
	LeaveOut   []string    `name:"leave-out" sep:"none" placeholder:"TEXT" help:"${consent_leave_out}"`
	NeverTo    []string    `name:"never-to" sep:"none" placeholder:"WHO" help:"${consent_never_to}"`
	Reason     string      `name:"reason" placeholder:"TEXT" help:"${consent_reason}"`
	Method     string      `name:"method" placeholder:"TEXT" help:"${consent_method}"`
}

func (a agreedTerms) into(t *consent.Terms) {
	*t = consent.Terms{Start: a.From, End: a.Until, What: a.What, Version: a.Version, Reuse: a.Reuse, Edits: a.Edits,
		Review: a.ShowFirst || a.ReviewDays > 0, ReviewDays: a.ReviewDays, Excluded: a.LeaveOut, ExcludedFrom: a.NeverTo,
		Reason: a.Reason, Method: a.Method, Attribution: consent.Attribution{As: consent.Naming(a.As), Shown: a.Shown}}
}

// agreedHow is in which way it was agreed.
type agreedHow struct {
	Form        string `name:"form" enum:"written,spoken,recorded" default:"written" help:"${consent_form}"`
	Witness     string `name:"witness" placeholder:"NAME" help:"${consent_witness}"`
	Spoken      string `name:"spoken-in" placeholder:"en|es" help:"${consent_language}"`
	Interpreter string `name:"interpreter" placeholder:"NAME" help:"${consent_interpreter}"`
	Support     string `name:"support-person" placeholder:"NAME" help:"${consent_support}"`
	Discussed   bool   `name:"discussed" help:"${consent_discussed}"`
	NoCondition bool   `name:"never-a-condition" help:"${consent_condition}"`
	Copy        string `name:"copy" placeholder:"given|declined|not_safe" help:"${consent_copy}"`
	SignedPage  string `name:"page" placeholder:"PAGE" help:"${consent_signed}"`
}

func (a agreedHow) into(how *consent.How, book *wording.Book) {
	if a.Spoken == "" {
		a.Spoken = string(book.Language())
	}
	*how = consent.How{Form: consent.Form(a.Form), Witness: a.Witness, Language: a.Spoken, Interpreter: a.Interpreter,
		SupportPerson: a.Support, Risks: a.Discussed, Alternatives: a.Discussed, NoCondition: a.NoCondition,
		Copy: consent.Copy(a.Copy), Page: record.ID(a.SignedPage)}
}

func (c *consentGiveWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		e := consent.Event{Kind: consent.Kind(c.Kind), Scope: c.scope()}
		c.agreedTerms.into(&e.Terms)
		c.agreedHow.into(&e.How, h.book)
		c.whenSaid.into(&e)
		if c.Set != "" {
			if err := h.readJSON(c.Set, &e); err != nil {
				return err
			}
		}
		e.Member = id
		return h.record(b, e)
	})
}

// consentRefuseWords keep a no.
type consentRefuseWords struct {
	aboutPerson
	aboutScope
	whenSaid
	Form string `name:"form" enum:",written,spoken,recorded" default:"" placeholder:"written|spoken|recorded" help:"${consent_form_no}"`
}

func (c *consentRefuseWords) Run(h *house) error {
	return c.keep(h, consent.Event{Kind: consent.Refused})
}

func (c *consentRefuseWords) keep(h *house, e consent.Event) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		e.Member, e.Scope, e.How.Form = id, c.scope(), consent.Form(c.Form)
		c.into(&e)
		return h.record(b, e)
	})
}

// consentWithdrawWords keep that a person changed their mind.
type consentWithdrawWords struct{ consentRefuseWords }

// Run keeps a withdrawal.
func (c *consentWithdrawWords) Run(h *house) error {
	return c.keep(h, consent.Event{Kind: consent.Withdrawn})
}

// consentEndWords keep that we end something, and why.
type consentEndWords struct {
	consentRefuseWords
	Why string `name:"why" placeholder:"TEXT" help:"${consent_why}"`
}

// Run keeps the end.
func (c *consentEndWords) Run(h *house) error {
	return c.keep(h, consent.Event{Kind: consent.Ended, Why: c.Why})
}

// consentAskWords keep that somebody was asked.
type consentAskWords struct{ consentRefuseWords }

// Run keeps the question.
func (c *consentAskWords) Run(h *house) error { return c.keep(h, consent.Event{Kind: consent.Asked}) }

// consentDeferWords keep that the answer was put off.
type consentDeferWords struct {
	consentRefuseWords
	Again record.Date `name:"again" placeholder:"DATE" help:"${consent_again}"`
}

// Run keeps that it was put off.
func (c *consentDeferWords) Run(h *house) error {
	return c.keep(h, consent.Event{Kind: consent.Deferred, Again: c.Again})
}

// consentReviewWords keep that everything was gone through.
type consentReviewWords struct {
	aboutPerson
	whenSaid
}

// Run keeps the review.
func (c *consentReviewWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		e := consent.Event{Member: id, Kind: consent.Reviewed}
		c.into(&e)
		return h.record(b, e)
	})
}

// consentDecidesWords keep who decides for a person.
type consentDecidesWords struct {
	aboutPerson
	On  record.Date `name:"on" placeholder:"DATE" help:"${consent_on}"`
	Set string      `name:"set" required:"" placeholder:"FILE" help:"${consent_decides_set}"`
}

// Run keeps who decides.
func (c *consentDecidesWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		s := consent.Standing{}
		if err := h.readJSON(c.Set, &s); err != nil {
			return err
		}
		return h.record(b, consent.Event{Member: id, Kind: consent.Decides, On: c.On, Standing: &s})
	})
}
