package board

import (
	"time"

	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
)

// demoChoice is one choice that people of an invented board make, before what
// chance changes about it.
type demoChoice struct {
	kind       consent.Kind
	scope      consent.Scope
	as         consent.Attribution
	ago, lasts int // days before today, and days that it holds
	review     bool
	used       string // where it was used, then taken back 50 days ago
	what       string
}

func demoChoices() []demoChoice {
	return []demoChoice{
		{kind: consent.Given, scope: consent.Scope{Purpose: consent.KeepRecord}, ago: 230, lasts: 360},
		{kind: consent.Given, scope: consent.Scope{Purpose: consent.QuoteWords, Channels: []consent.Channel{consent.AnnualReport, consent.FunderReport}},
			as: consent.Attribution{As: consent.Anonymous, Shown: "a board member"}, ago: 178, lasts: 184, review: true},
		{kind: consent.Refused, scope: consent.Scope{Purpose: consent.ShowPhoto, Channels: []consent.Channel{consent.Website}}, ago: 178},
		{kind: consent.Given, scope: consent.Scope{Purpose: consent.Release, Recipient: "County coalition", Channels: []consent.Channel{consent.MeetingList}},
			as: consent.Attribution{As: consent.FirstName}, ago: 70, lasts: 90, used: "Row 7 of the coalition’s list", what: "The first name, for the list of the meeting"},
		{kind: consent.Given, scope: consent.Scope{Purpose: consent.RecordMeeting, Channels: []consent.Channel{consent.Notes}}, ago: 230, lasts: 360},
		{kind: consent.Asked, scope: consent.Scope{Purpose: consent.SpeakInPublic}, ago: 20},
	}
}

// choices invents what a person agreed to: the choices above, and for more
// the same purposes asked about again and again in the years before. Each is
// what writes it.
func (v *inventor) choices(n int, id member.ID, how int) ([]func(*work) error, error) {
	var writes []func(*work) error
	shift, longer := v.dice.IntN(25), v.dice.IntN(150)
	if n == 0 {
		shift, longer = 0, 0 // the first person is the one in the pictures
	}
	kinds := demoChoices()
	for i := range how {
		c := kinds[i%len(kinds)]
		back := i / len(kinds) * 365
		c.lasts += longer
		event, err := v.choice(c, id, c.ago+shift+back)
		if err != nil {
			return nil, err
		}
		event.At = event.At.Add(time.Duration(i) * time.Minute)
		writes = append(writes, v.writes(event))
		if c.used == "" || (n+i/len(kinds))%3 != 0 {
			continue
		}
		more, err := v.takenBack(c, event)
		if err != nil {
			return nil, err
		}
		writes = append(writes, more...)
	}
	return writes, nil
}

// choice is one event, so many days ago.
func (v *inventor) choice(c demoChoice, id member.ID, ago int) (consent.Event, error) {
	on := v.today.AddDays(-ago)
	e := consent.Event{Member: id, Kind: c.kind, Scope: c.scope, On: on, At: on.Start(v.now.Location()).Add(15 * time.Hour).UTC(), By: "Coordinator"}
	if c.kind.Yes() {
		e.Terms = consent.Terms{Attribution: c.as, Start: on, End: on.AddDays(c.lasts), Review: c.review, Reuse: true, What: c.what}
		if c.scope.Purpose == consent.Release {
			e.Terms.Reason, e.Terms.Method = "to know who comes", "on paper"
		}
		e.How = consent.How{Form: consent.Written, Language: "en", Risks: true, Alternatives: true, NoCondition: true, Copy: consent.CopyDeclined}
		if notice, ok := v.notices.For(c.scope.Purpose, nil); ok {
			e.How.Notice = v.notices.Shown(notice)
		}
	}
	var err error
	e.ID, err = record.NewID(v.chance)
	return e, err
}

// takenBack is the use of something, and that it was taken back since.
func (v *inventor) takenBack(c demoChoice, yes consent.Event) ([]func(*work) error, error) {
	id, err := record.NewID(v.chance)
	if err != nil {
		return nil, err
	}
	on := yes.On.AddDays(3)
	use := consent.Use{ID: id, Member: yes.Member, Purpose: c.scope.Purpose, Recipient: c.scope.Recipient, Channel: c.scope.Channels[0],
		What: c.used, On: on, At: on.Start(v.now.Location()).Add(15 * time.Hour).UTC(), Under: []record.ID{yes.ID}, Allowed: true}
	no, err := v.choice(demoChoice{kind: consent.Withdrawn, scope: c.scope}, yes.Member, max(1, yes.On.DaysUntil(v.today)-20))
	if err != nil {
		return nil, err
	}
	asked := no.On.AddDays(1)
	use.Steps = []consent.Step{{On: asked, At: asked.Start(v.now.Location()).Add(15 * time.Hour).UTC(), Done: consent.AskedToRemove}}
	return []func(*work) error{
		func(w *work) error { return store.In(w.tx, consent.UseSchema()).Put(use) },
		v.writes(no),
	}, nil
}

func (v *inventor) writes(e consent.Event) func(*work) error {
	return func(w *work) error {
		w.touch(e.Member)
		return store.In(w.tx, consent.EventSchema()).Put(e)
	}
}
