package board

import (
	"time"

	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// ConsentPage is one person's choices, worded and in order.
type ConsentPage struct {
	ID   member.ID
	Name string
	// Day is the person's day.
	Day record.Date
	// Rows are their choices, After what is left to do or was done after each
	// withdrawal, Uses where something of theirs was used.
	Rows  []ChoiceRow
	After []FollowUp
	Uses  []consent.Use
	// Review says why to talk about it again, a sentence each; empty where
	// there is no need.
	Review []wording.Text
	// Timeline is all that was said, the latest first; Since what of it is new
	// since the last review.
	Timeline, Since []ConsentLine
	// Standing is who decides for them.
	Standing consent.Standing
}

// ChoiceRow is one choice as a page shows it.
type ChoiceRow struct {
	Choice consent.Choice
	// What is the purpose, For where or for whom, As how the person is named,
	// Until how long, in few letters; a dash where there is nothing to say.
	What, For, As, Until wording.Text
	// Tag is the word at the end of the row, Tone how it is coloured.
	Tag  wording.Text
	Tone Tone
}

// Tone is how a word about a choice is coloured.
type Tone string

// The tones.
const (
	ToneYes   Tone = "yes"
	ToneSoon  Tone = "soon" // it ends soon, or waits for an answer
	ToneNo    Tone = "no"   // they said no, or took it back
	ToneQuiet Tone = "quiet"
)

// ConsentLine is an event of the timeline.
type ConsentLine struct {
	Event consent.Event
	On    record.Date
	Text  wording.Text
	// Detail is what else was written down with it; may be empty.
	Detail wording.Text
}

// Page is one person's choices. It fails with a Problem where there is no such
// person.
func (c Consents) Page(id member.ID) (ConsentPage, error) {
	r, err := c.b.roll()
	if err != nil {
		return ConsentPage{}, err
	}
	m, known := r.people[id]
	if !known {
		return ConsentPage{}, errNobody(record.ErrNotFound)
	}
	around, err := c.around()
	if err != nil {
		return ConsentPage{}, err
	}
	now := c.b.in(r.settings)
	file, day := r.file(id), r.dayOf(id, now)
	choices := file.Choices(day)
	p := ConsentPage{ID: id, Name: m.Name, Day: day, Uses: file.Uses, Review: r.reviewDue(file, id, choices, day, around),
		Timeline: lines(file, reversed(file.Events)), Since: lines(file, file.SinceReview(day)), Standing: file.Standing(day)}
	for _, choice := range choices {
		p.Rows = append(p.Rows, row(file, choice, day, around.limits.SoonDays))
	}
	p.After = r.followUps(file, m, file.FollowUps(), now)
	return p, nil
}

// around is what holds for everybody when choices are looked at.
type around struct {
	limits     consent.Limits
	keyholders []record.ID
}

func (c Consents) around() (around, error) {
	limits, err := c.Limits()
	if err != nil {
		return around{}, err
	}
	opened, err := c.b.vault()
	if err != nil {
		return around{}, err
	}
	holders, err := opened.Keyholders()
	a := around{limits: limits, keyholders: []record.ID{}}
	for _, h := range holders {
		a.keyholders = append(a.keyholders, h.ID)
	}
	return a, err
}

// reviewDue is why to talk about a person's choices again.
func (r *roll) reviewDue(file consent.File, id member.ID, choices []consent.Choice, day record.Date, a around) []wording.Text {
	now := consent.Present{Day: day, Safety: r.safety(id), Keyholders: a.keyholders}
	if term, ok := r.people[id].CurrentTerm(day); ok {
		now.TermStart = term.Start
	}
	return file.ReviewDue(choices, now, a.limits)
}

func lines(file consent.File, events []consent.Event) []ConsentLine {
	var all []ConsentLine
	for _, e := range events {
		all = append(all, ConsentLine{Event: e, On: e.On, Text: e.Words(file.Kinds), Detail: verbatim(e.Why)})
	}
	return all
}

func reversed[T any](all []T) []T {
	back := make([]T, 0, len(all))
	for i := len(all) - 1; i >= 0; i-- {
		back = append(back, all[i])
	}
	return back
}

// row puts a choice into the words of a page.
func row(file consent.File, c consent.Choice, day record.Date, soon int) ChoiceRow {
	row := ChoiceRow{Choice: c, What: file.Kinds.Name(c.Purpose), For: forWhom(c.Scope), As: dash(), Until: dash(),
		Tag: c.State.Name(), Tone: ToneQuiet}
	if c.Yes.ID != "" && c.Yes.Terms.Attribution != (consent.Attribution{}) {
		row.As = c.Yes.Terms.Attribution.Words()
	}
	switch {
	case c.State.Live() && !c.Holds(day):
		row.Until, row.Tone = wording.T("from {date}", "date", wording.Brief(c.Yes.Terms.Start)), ToneSoon
	case c.State.Live() && c.DaysLeft(day) <= soon:
		row.Until, row.Tone = wording.T("{date}", "date", wording.Brief(c.Until)), ToneSoon
		if row.Tag = wording.N(c.DaysLeft(day), "{n} day", "{n} days"); c.DaysLeft(day) == 0 {
			row.Tag = wording.T("Last day")
		}
	case c.State.Live():
		row.Until, row.Tone = wording.T("{date}", "date", wording.Brief(c.Until)), ToneYes
	case c.State == consent.StateWithdrawn:
		row.Until, row.Tone = wording.T("withdrawn {date}", "date", wording.Brief(c.Event.On)), ToneNo
	case c.State == consent.StateRefused:
		row.Until, row.Tone = wording.T("said {date}", "date", wording.Brief(c.Event.On)), ToneNo
	case c.State == consent.StateEnded:
		row.Until = wording.T("ended {date}", "date", wording.Brief(c.Event.On))
	case c.State == consent.StateExpired:
		row.Until = wording.T("was until {date}", "date", wording.Brief(c.Until))
	case c.State == consent.StateDeferred && !c.Event.Again.IsZero():
		row.Until, row.Tone = wording.T("ask again {date}", "date", wording.Brief(c.Event.Again)), ToneSoon
	default:
		row.Tone = ToneSoon
	}
	if c.Holds(day) && file.May(c.Question(day)).Rule == consent.PermissionMissing {
		row.Tag, row.Tone = wording.T("Permission missing"), ToneSoon
	}
	return row
}

func dash() wording.Text { return wording.T("—") }

// forWhom is where, and for whom, a choice is.
func forWhom(s consent.Scope) wording.Text {
	var list wording.List
	for _, c := range s.Channels {
		list = append(list, c.Name())
	}
	if s.Recipient != "" {
		list = append(list, s.Recipient)
	}
	switch {
	case len(list) > 0:
		return wording.T("{list}", "list", list)
	case s.Purpose == consent.KeepRecord || s.Purpose == consent.ToContact:
		return consent.Internal.Name()
	default:
		return dash()
	}
}

// ConsentPerson is one person in the list of the Consent page.
type ConsentPerson struct {
	ID   member.ID
	Name string
	// Soon is how many end soon, Open how many withdrawals are not finished,
	// and Review whether it is time to talk.
	Soon, Open int
	Review     bool
}

// ConsentOverview is the Consent page for the board as a whole.
type ConsentOverview struct {
	People []ConsentPerson
	// After are withdrawals that are not finished, by name, Open how many
	// there are.
	After []FollowUp
	Open  int
	// Needs is how many things need somebody: what ends soon, what is left
	// after withdrawals, who is to be talked with.
	Needs int
}

// Overview is the Consent page for everybody who was asked anything, or who is
// on the board or joining it, by name; with at most so many withdrawals.
func (c Consents) Overview(after int) (ConsentOverview, error) {
	var o ConsentOverview
	err := c.everybody(func(r *roll, m member.Member, needs needs, now time.Time) {
		o.People = append(o.People, ConsentPerson{ID: m.ID, Name: m.Name, Soon: len(needs.soon), Open: len(needs.after), Review: len(needs.review) > 0})
		o.After = append(o.After, r.followUps(r.file(m.ID), m, needs.after[:min(len(needs.after), after-len(o.After))], now)...)
		o.Open += len(needs.after)
		o.Needs += needs.count()
	})
	return o, err
}

// Needs is Overview's count alone, which is cheap enough to be shown always.
func (c Consents) Needs() (n int, err error) {
	return n, c.everybody(func(_ *roll, _ member.Member, needs needs, _ time.Time) { n += needs.count() })
}

func (c Consents) everybody(each func(*roll, member.Member, needs, time.Time)) error {
	r, err := c.b.roll()
	if err != nil {
		return err
	}
	a, err := c.around()
	if err != nil {
		return err
	}
	now := c.b.in(r.settings)
	for _, id := range r.order() {
		m := r.people[id]
		if len(r.file(id).Events) > 0 || m.Stage().Serving() || m.Stage().Joining() {
			each(r, m, r.needs(id, r.dayOf(id, now), a), now)
		}
	}
	return nil
}
