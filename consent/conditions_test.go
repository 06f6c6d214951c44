package consent_test

import (
	"slices"
	"strings"
	"testing"

	"holdfast/consent"
	"holdfast/record"
	"holdfast/wording"
)

func plain(texts []wording.Text) string {
	var all []string
	for _, text := range texts {
		all = append(all, text.String())
	}
	return strings.Join(all, "\n")
}

func TestTheConditionsAreTheTermsAndNothingElse(t *testing.T) {
	e := release(t)
	for want, spoil := range map[string]func(*consent.Terms){
		"Only this: first name\nFor this reason only: the list\nPass it on only in this way: on paper": func(*consent.Terms) {},
		"": func(n *consent.Terms) { n.What, n.Reason, n.Method = "", "", "" },
		"Only for funders.\nOnly in Oregon.\nLeave out: where they live.\nNot to be spoken of: the trial.\nNever to: the press.": func(n *consent.Terms) {
			*n = consent.Terms{Start: n.Start, End: n.End, Audience: "funders", Geography: "Oregon", Excluded: []string{"where they live"},
				OffLimits: []string{"the trial"}, ExcludedFrom: []string{"the press"}}
		},
		"Show it to them 3 days before it goes out.": func(n *consent.Terms) { *n = consent.Terms{Start: n.Start, End: n.End, Review: true, ReviewDays: 3} },
		"Show it to them before it goes out.":        func(n *consent.Terms) { *n = consent.Terms{Start: n.Start, End: n.End, Review: true} },
	} {
		given := e
		spoil(&given.Terms)
		f := consent.Of("Wren", []consent.Event{given}, nil, nil)
		q := consent.Question{Purpose: consent.Release, Recipient: "County coalition", Day: day(t, "2026-06-01")}
		if got := plain(f.May(q).Conditions); got != want {
			t.Errorf("%s\nand not\n%s", got, want)
		}
		// They are still said where the yes is over, to whoever asks again.
		q.Day = day(t, "2026-09-01")
		if a := f.May(q); a.Rule != consent.Expired || plain(a.Conditions) != want {
			t.Errorf("%s: %s\nand not\n%s", a.Rule, plain(a.Conditions), want)
		}
	}
}

func TestANoToAPartIsAConditionWhereThePartIsMeant(t *testing.T) {
	const showing = "As: first name\nDo not show that they are a survivor.\nPicture: no picture. Voice: no voice. Place: no place."
	for _, c := range []struct{ lines, purpose, channel, want string }{
		{"2026-01-03 refused photo in print", "photo", "website", showing},
		{"2026-01-03 refused photo in print", "photo", "", showing + "\nNot in: Printed material."},
		{"2026-01-03 refused photo to Gazette", "photo", "website", showing + "\nNever to: Gazette."},
		{"2026-01-03 refused photo item p1", "photo", "website", showing + "\nLeave out: p1."},
		{`2026-01-03 refused photo item p1 what "the portrait"`, "photo", "website", showing + "\nLeave out: the portrait."},
		{`2026-01-03 refused photo what "the portrait" to Gazette`, "photo", "website", showing + "\nNever to: Gazette."},
		{"2026-01-02 given contact\n2026-01-03 refused contact.pay", "contact", "", "Not this: being contacted about pay."},
	} {
		_, f := told(t, "2026-01-02 given photo in website,print as first_name\n"+c.lines)
		a := f.May(consent.Question{Purpose: consent.Purpose(c.purpose), Channel: consent.Channel(c.channel), Day: day(t, "2026-02-01")})
		if got := plain(a.Conditions); got != c.want {
			t.Errorf("%s: %s in %q: %s\n%s\nand not\n%s", c.lines, c.purpose, c.channel, a.Rule, got, c.want)
		}
	}
}

// "Agreed …, as as one of several" is what a name with its own "as" comes to.
func TestNoWayOfNamingBringsItsOwnAs(t *testing.T) {
	for _, n := range consent.Namings() {
		if said := wording.English().Render(n.Name()); strings.HasPrefix(said, "as ") {
			t.Errorf("it would say “as %s”", said)
		}
	}
}

func TestTheNarrowerOfTwoAttributionsHolds(t *testing.T) {
	type a = consent.Attribution
	for _, c := range []struct{ own, guardian, want a }{
		{a{As: consent.FirstName, Role: "teacher"}, a{As: consent.Initials, Shown: "M. R.", Role: "teacher"}, a{As: consent.Initials, Shown: "M. R.", Role: "teacher"}},
		{a{As: consent.Initials, Shown: "M. R."}, a{As: consent.LegalName, Shown: "May Reed"}, a{As: consent.Initials, Shown: "M. R."}},
		{a{As: consent.Pseudonym, Shown: "Ana"}, a{As: consent.Pseudonym, Shown: "Bea"}, a{As: consent.Pseudonym, Shown: "Ana"}},
		{a{As: consent.FirstName, Role: "teacher"}, a{As: consent.FirstName, Role: "mother"}, a{As: consent.FirstName}},
		{a{As: consent.FirstName, Survivor: true, Image: consent.Face}, a{As: consent.FirstName, Survivor: true, Image: consent.NoFace}, a{As: consent.FirstName, Survivor: true, Image: consent.NoFace}},
	} {
		_, f := told(t, "2026-01-01 decides minor\n2026-01-02 given photo in website as initials\n2026-01-02 given photo guardian Ana in website as initials")
		for n := range f.Events {
			if e := &f.Events[n]; e.Voice == consent.TheGuardian {
				e.Terms.Attribution = c.guardian
			} else {
				e.Terms.Attribution = c.own
			}
		}
		answer := f.May(consent.Question{Purpose: consent.ShowPhoto, Channel: consent.Website, Day: day(t, "2026-02-01")})
		if answer.Verdict != consent.Yes || answer.Attribution != c.want {
			t.Errorf("%+v and %+v: %s %+v", c.own, c.guardian, answer.Rule, answer.Attribution)
		}
	}
}

func TestAYesSaysWhoShowsAndOnWhatItRests(t *testing.T) {
	e := release(t)
	e.Purpose, e.Recipient, e.Channels = consent.ShowPhoto, "", []consent.Channel{consent.Website}
	e.Terms = consent.Terms{Start: e.Terms.Start, End: e.Terms.End, Edits: true, Reuse: true,
		Attribution: consent.Attribution{As: consent.FirstName, Role: "teacher", Survivor: true}}
	a := consent.Of("Wren", []consent.Event{e}, nil, nil).May(consent.Question{Purpose: consent.ShowPhoto, Channel: consent.Website, Day: e.On})
	if got := plain(a.Conditions); got != "As: first name\nWith: teacher\nPicture: no picture. Voice: no voice. Place: no place." {
		t.Error(got)
	}
	if got := a.Basis.String(); got != "Agreed 27 May 2026, in writing, notice version 1" {
		t.Error(got)
	}
	e.How.Notice = consent.Shown{} // on paper, before there was a notice
	a = consent.Of("Wren", []consent.Event{e}, nil, nil).May(consent.Question{Purpose: consent.ShowPhoto, Channel: consent.Website, Day: e.On})
	if got := a.Basis.String(); got != "Agreed 27 May 2026, in writing" {
		t.Error(got)
	}
}

func TestALineOfTheTimelineSaysWhoSpoke(t *testing.T) {
	permission := consent.Standing{Permission: true}
	for want, e := range map[string]consent.Event{
		"A guardian: Said no to showing a photo of them":           {Kind: consent.Refused, Voice: consent.TheGuardian, Scope: consent.Scope{Purpose: consent.ShowPhoto}},
		"Said no to showing a photo of them":                       {Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.ShowPhoto}},
		"Decides alone":                                            {Kind: consent.Decides, Voice: consent.TheGuardian, Standing: &consent.Standing{}},
		"A guardian’s permission is needed too":                    {Kind: consent.Decides, Voice: consent.TheGuardian, Standing: &permission},
		"Went through everything, and nothing changed":             {Kind: consent.Reviewed},
		"Said no to showing a photo of them (Website, Gazette)":    {Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.ShowPhoto, Recipient: "Gazette", Channels: []consent.Channel{consent.Website}}},
		"Said no to showing a photo of them (Gazette), spoken":     {Kind: consent.Refused, How: consent.How{Form: consent.Spoken}, Scope: consent.Scope{Purpose: consent.ShowPhoto, Recipient: "Gazette"}},
		"Put off the answer about showing a photo of them":         {Kind: consent.Deferred, How: consent.How{Form: consent.Spoken}, Scope: consent.Scope{Purpose: consent.ShowPhoto}},
		"Something that a newer Holdfast wrote down":               {Kind: "sung"},
		"We ended everything":                                      {Kind: consent.Ended, Scope: consent.Scope{Purpose: consent.Everything}},
		"Saw the present version and approved it: being contacted": {Kind: consent.Approved, Scope: consent.Scope{Purpose: consent.Contacting("")}},
	} {
		if got := e.Words(nil).String(); got != want {
			t.Errorf("%s\nand not\n%s", got, want)
		}
	}
}

func TestTheBoardsOwnKindsAreToldApart(t *testing.T) {
	banner := consent.Own{ID: "a", Name: "carrying the banner", Says: []string{"x"}, Risks: []string{"y"}, Alternatives: []string{"z"}, Revision: 1}
	song := banner
	song.ID, song.Name = "b", "singing"
	kinds := consent.Kinds{banner, song}
	for _, o := range kinds {
		if !kinds.Known(o.Purpose()) || kinds.Doing(o.Purpose()).String() != o.Name {
			t.Errorf("%s is %s", o.Name, kinds.Doing(o.Purpose()))
		}
	}
	if unknown := (consent.Own{ID: "c"}).Purpose(); kinds.Known(unknown) {
		t.Error("a kind that nobody made is known")
	}
	again := banner
	again.ID, again.Revision = "c", 2
	if !banner.SameWords(again) {
		t.Error("a new revision has the same words, and it is said that they differ")
	}
	for name, spoil := range map[string]func(*consent.Own){
		"name":         func(o *consent.Own) { o.Name = "else" },
		"says":         func(o *consent.Own) { o.Says = []string{"else"} },
		"risks":        func(o *consent.Own) { o.Risks = nil },
		"alternatives": func(o *consent.Own) { o.Alternatives = slices.Concat(o.Alternatives, []string{"else"}) },
	} {
		other := banner
		spoil(&other)
		if banner.SameWords(other) {
			t.Errorf("%s: other words are taken for the same", name)
		}
	}
}

// What is exactly as much as is allowed is kept, and one more is refused.
func TestLimitsAreReachedAndNotPassed(t *testing.T) {
	long := func(n int) string { return strings.Repeat("ñ", n) }
	list := func(n int) []string { return strings.Fields(strings.Repeat("x ", n)) }
	places := func(n int) []consent.Channel {
		return slices.Repeat([]consent.Channel{consent.Website}, n)
	}
	for field, set := range map[string]func(e *consent.Event, more int){
		"audience":    func(e *consent.Event, more int) { e.Terms.Audience = long(300 + more) },
		"what":        func(e *consent.Event, more int) { e.Terms.What = long(4000 + more) },
		"excluded":    func(e *consent.Event, more int) { e.Terms.Excluded = list(40 + more) },
		"review_days": func(e *consent.Event, more int) { e.Terms.ReviewDays = 90 + more },
		"channels":    func(e *consent.Event, more int) { e.Channels = places(len(consent.Channels()) + 40 + more) },
		"end":         func(e *consent.Event, more int) { e.Terms.End = e.Terms.Start.AddDays(365 + more) },
	} {
		e := release(t)
		if set(&e, 0); e.Validate(nil, consent.Usual()) != nil {
			t.Errorf("%s: as much as is allowed is refused", field)
		}
		set(&e, 1)
		if problems := wording.Problems(e.Validate(nil, consent.Usual())); len(problems) != 1 || problems[0].Field != field {
			t.Errorf("%s: one more: %v", field, problems)
		}
	}
	e := release(t)
	e.Terms.Excluded, e.Terms.OffLimits = []string{"", " "}, []string{""}
	if problems := wording.Problems(e.Validate(nil, consent.Usual())); len(problems) != 2 || problems[0].Field == problems[1].Field {
		t.Errorf("each problem is said once, and at each field: %v", problems)
	}
	end := consent.Usual().End(consent.Release, record.Date{Year: 2026, Month: 5, Day: 27})
	if end != day(t, "2026-08-24") {
		t.Errorf("a release of ninety days ends on %v", end)
	}
}
