package contact

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"holdfast/record"
)

// zones change their clocks in every way that there is: at midnight, by half
// an hour, by two hours, twice in a spring, into another day, or never.
var zones = []string{"UTC", "America/Chicago", "America/Phoenix", "America/Havana", "America/Asuncion", "America/Santiago",
	"America/St_Johns", "America/Nuuk", "America/Sao_Paulo", "Europe/Madrid", "Europe/London", "Atlantic/Azores",
	"Africa/Cairo", "Africa/Casablanca", "Asia/Beirut", "Asia/Gaza", "Asia/Tehran", "Asia/Kathmandu", "Asia/Kolkata",
	"Asia/Ho_Chi_Minh", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham", "Antarctica/Troll"}

func anyWindow(t *rapid.T) Window {
	return Window{
		Days: Days(rapid.IntRange(0, 127).Draw(t, "days")),
		From: Clock(rapid.SampledFrom([]int{0, 30, 60, 119, 120, 135, 150, 180, 540, 1200, 1380, 1439}).Draw(t, "from")),
		To:   Clock(rapid.SampledFrom([]int{0, 1, 60, 90, 120, 150, 165, 180, 240, 900, 1260, 1410, 1440}).Draw(t, "to")),
	}
}

func anyDate(t *rapid.T, near time.Time, name string) record.Date {
	if rapid.IntRange(0, 2).Draw(t, name+" given") > 0 {
		return record.Date{}
	}
	return record.DateOf(near).AddDays(rapid.IntRange(-5, 8).Draw(t, name))
}

func anyChannel(t *rapid.T, id record.ID) Channel {
	c := Channel{
		ID: id, Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind"), Safe: rapid.SampledFrom(Safeties()).Draw(t, "safe"),
		HoldAtOffice: rapid.Bool().Draw(t, "held"), Voicemail: rapid.SampledFrom(Voicemails()).Draw(t, "voicemail"),
	}
	for range rapid.IntRange(0, 3).Draw(t, "windows") {
		c.Hours = append(c.Hours, anyWindow(t))
	}
	if rapid.Bool().Draw(t, "limited") {
		c.Purposes = rapid.SliceOfN(rapid.SampledFrom(Purposes()), 1, 4).Draw(t, "purposes")
	}
	return c
}

func anySheet(t *rapid.T, near time.Time, zone string) Sheet {
	s := Sheet{
		Member: "m", Zone: zone, Initiates: rapid.SampledFrom(Initiators()).Draw(t, "initiates"),
		Confirmed: anyDate(t, near.AddDate(0, 0, -4), "confirmed"), ConfirmBy: anyDate(t, near, "confirm by"),
		DoNotContactUntil: anyDate(t, near, "not before"),
		FirstAsked:        record.ID(rapid.SampledFrom([]string{"", "0", "1"}).Draw(t, "first asked")),
	}
	if rapid.Bool().Draw(t, "word") {
		s.SafeWord.Say = "late fees"
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "ways") {
		s.Channels = append(s.Channels, anyChannel(t, record.ID([]string{"0", "1", "2"}[i])))
	}
	return s
}

// anyTime is an instant, half of the times close to a change of the clocks.
func anyTime(t *rapid.T, zone string) time.Time {
	at := time.Unix(rapid.Int64Range(946684800, 2145916800).Draw(t, "second"), 0)
	where, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	if _, end := at.In(where).ZoneBounds(); !end.IsZero() && rapid.Bool().Draw(t, "near a change") {
		at = end.Add(time.Duration(rapid.Int64Range(-3*86400, 86400).Draw(t, "off")) * time.Second)
	}
	return at
}

func anyPolicy(t *rapid.T) Policy {
	return Policy{StaleAfter: 90, Leave: rapid.SampledFrom([]Leave{NotOnLeave, NotOnLeave, LeaveLogistics, LeaveNone}).Draw(t, "leave")}
}

func anyPurpose(t *rapid.T) Purpose {
	return rapid.SampledFrom(append(Purposes(), AnyPurpose)).Draw(t, "purpose")
}

func TestTheEmptySheetPermitsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(append(zones, "", "Nowhere")).Draw(t, "zone")
		at := anyTime(t, "UTC")
		s := anySheet(t, at, zone)
		s.Channels = nil
		id := record.ID(rapid.SampledFrom([]string{"", "0", "1", "x"}).Draw(t, "way"))
		a := May(s, id, anyPurpose(t), at, anyPolicy(t))
		if a.Allowed || a.Rule != NothingWritten || !a.NextSafe.IsZero() {
			t.Fatalf("the empty sheet permits: %+v", a)
		}
		if sum := RightNow(s, at, Policy{}); sum.State != UnknownState || sum.Sentence.IsZero() {
			t.Fatalf("the empty sheet reads %v", sum.Sentence)
		}
	})
}

// restrictions are changes that can only take something away.
func restrictions() map[string]func(*rapid.T, *Sheet, *Policy, *Channel) {
	return map[string]func(*rapid.T, *Sheet, *Policy, *Channel){
		"never": func(_ *rapid.T, _ *Sheet, _ *Policy, c *Channel) { c.Safe = NeverSafe },
		// Not from "never" or a word that is missing: before a sheet is confirmed,
		// the way that the person asked for is open while nothing else is known.
		"not known":      func(_ *rapid.T, _ *Sheet, _ *Policy, c *Channel) { onlyWhereKnown(c, SafetyUnknown) },
		"code word":      func(_ *rapid.T, s *Sheet, _ *Policy, c *Channel) { onlyWhereKnown(c, SafeWithWord) },
		"at times":       func(_ *rapid.T, s *Sheet, _ *Policy, c *Channel) { onlyWhereKnown(c, SafeAtTimes) },
		"first hours":    func(t *rapid.T, _ *Sheet, _ *Policy, c *Channel) { addFirstWindow(t, c) },
		"fewer hours":    func(_ *rapid.T, _ *Sheet, _ *Policy, c *Channel) { dropWindow(c) },
		"shorter hours":  func(_ *rapid.T, _ *Sheet, _ *Policy, c *Channel) { shortenWindow(c) },
		"fewer days":     func(_ *rapid.T, _ *Sheet, _ *Policy, c *Channel) { dropDay(c) },
		"fewer purposes": func(_ *rapid.T, _ *Sheet, _ *Policy, c *Channel) { dropPurpose(c) },
		"held":           func(_ *rapid.T, _ *Sheet, _ *Policy, c *Channel) { c.HoldAtOffice = true },
		"they begin":     func(_ *rapid.T, s *Sheet, _ *Policy, _ *Channel) { s.Initiates = TheyBegin },
		"no word":        func(_ *rapid.T, s *Sheet, _ *Policy, _ *Channel) { s.SafeWord = Word{} },
		"no zone":        func(_ *rapid.T, s *Sheet, _ *Policy, _ *Channel) { s.Zone = "Nowhere" },
		"said no": func(t *rapid.T, _ *Sheet, p *Policy, _ *Channel) {
			p.Refused = append(slices.Clone(p.Refused), rapid.SampledFrom(Purposes()).Draw(t, "refused"))
		},
		"a yes is over": func(t *rapid.T, _ *Sheet, p *Policy, _ *Channel) {
			p.Lapsed = append(slices.Clone(p.Lapsed), rapid.SampledFrom(Purposes()).Draw(t, "lapsed"))
		},
		"on leave": func(_ *rapid.T, _ *Sheet, p *Policy, _ *Channel) { p.Leave = LeaveNone },
		"logistics only": func(_ *rapid.T, _ *Sheet, p *Policy, _ *Channel) {
			if p.Leave == NotOnLeave {
				p.Leave = LeaveLogistics
			}
		},
		"not before": func(_ *rapid.T, s *Sheet, _ *Policy, _ *Channel) {
			s.DoNotContactUntil = later(s.DoNotContactUntil, record.Date{Year: 2031, Month: 1, Day: 1})
		},
		"ends sooner": func(_ *rapid.T, s *Sheet, _ *Policy, _ *Channel) {
			if soon := (record.Date{Year: 2010, Month: 1, Day: 1}); s.ConfirmBy.IsZero() || soon.Before(s.ConfirmBy) {
				s.ConfirmBy = soon
			}
		},
		"fewer ways": func(_ *rapid.T, s *Sheet, _ *Policy, c *Channel) {
			gone := c.ID
			s.Channels = slices.DeleteFunc(s.Channels, func(c Channel) bool { return c.ID == gone })
		},
	}
}

func onlyWhereKnown(c *Channel, to Safety) {
	if c.Safe == Safe {
		c.Safe = to
	}
}

func addFirstWindow(t *rapid.T, c *Channel) {
	if len(c.Hours) == 0 && c.Safe != SafeAtTimes {
		c.Hours = []Window{anyWindow(t)}
	}
}

func dropWindow(c *Channel) {
	if len(c.Hours) > 1 {
		c.Hours = c.Hours[1:]
	}
}

func shortenWindow(c *Channel) {
	if len(c.Hours) > 0 && c.Hours[0].To > c.Hours[0].From {
		c.Hours[0].To--
	}
}

func dropDay(c *Channel) {
	if len(c.Hours) > 0 {
		c.Hours[0].Days &= c.Hours[0].Days - 1
	}
}

func dropPurpose(c *Channel) {
	if len(c.Purposes) > 1 {
		c.Purposes = c.Purposes[1:]
	} else if len(c.Purposes) == 0 {
		c.Purposes = []Purpose{Pay}
	}
}

func later(a, b record.Date) record.Date {
	if a.After(b) {
		return a
	}
	return b
}

func TestARestrictionNeverWidens(t *testing.T) {
	all := restrictions()
	names := []string{}
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		at := anyTime(t, zone)
		s, p := anySheet(t, at, zone), anyPolicy(t)
		if len(s.Channels) == 0 {
			s.Channels = []Channel{anyChannel(t, "0")}
		}
		purpose := anyPurpose(t)
		tight, tightP := s, p
		tight.Channels = slices.Clone(s.Channels)
		touched := rapid.IntRange(0, len(s.Channels)-1).Draw(t, "touched")
		tight.Channels[touched].Hours = slices.Clone(s.Channels[touched].Hours)
		name := rapid.SampledFrom(names).Draw(t, "restriction")
		all[name](t, &tight, &tightP, &tight.Channels[touched])
		for _, c := range s.Channels {
			before, after := May(s, c.ID, purpose, at, p), May(tight, c.ID, purpose, at, tightP)
			if after.Allowed && !before.Allowed {
				t.Fatalf("%q made a no (%s) into a yes", name, before.Rule)
			}
			if after.Allowed && !before.Until.IsZero() && (after.Until.IsZero() || after.Until.After(before.Until)) {
				t.Fatalf("%q made a yes longer: %v, before %v", name, after.Until, before.Until)
			}
		}
	})
}

// TestUntilAndNextSafeAgreeWithTheMinutes walks the minutes that follow and
// asks each of them.
func TestUntilAndNextSafeAgreeWithTheMinutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		at := anyTime(t, zone)
		s := anySheet(t, at, zone)
		c := anyChannel(t, "0")
		c.Safe = rapid.SampledFrom([]Safety{Safe, SafeAtTimes}).Draw(t, "safe or at times")
		c.HoldAtOffice, c.Purposes = false, nil
		s.Channels, s.Initiates = []Channel{c}, NotAgreed
		q := ask(s, "0", AnyPurpose, Policy{}, placeOf(s, Policy{}))
		a := q.answer(at)
		flips, other := a.Until, a.NextSafe
		if !a.Allowed {
			flips, other = other, flips
		}
		if !other.IsZero() {
			t.Fatalf("a yes has a next safe time, or a no an end: %+v", a)
		}
		if !flips.IsZero() {
			if !flips.After(at) || q.is(flips, a.Allowed) || !q.is(flips.Add(-time.Nanosecond), a.Allowed) {
				t.Fatalf("the answer does not change at %v", flips)
			}
		}
		end := at.Add(9 * 24 * time.Hour)
		if !flips.IsZero() && flips.Before(end) {
			end = flips
		}
		for minute := at; minute.Before(end); minute = minute.Add(time.Minute) {
			if !q.is(minute, a.Allowed) {
				t.Fatalf("the answer changes by %v, not at %v", minute.In(q.place.zone), flips)
			}
		}
	})
}

// TestHoursFollowTheClockOnTheWall reads the wall clock in another way: by
// writing the instant down and looking at the words.
func TestHoursFollowTheClockOnTheWall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		at := anyTime(t, zone)
		w := anyWindow(t)
		where, _ := time.LoadLocation(zone)
		wall := at.In(where).Format("15:04")
		weekday := at.In(where).Format("Monday")
		before := at.In(where).AddDate(0, 0, -1).Format("Monday")
		has := func(name string) bool {
			return slices.ContainsFunc(w.Days.List(), func(d time.Weekday) bool { return d.String() == name })
		}
		want := has(weekday) && w.From.String() <= wall && wall < w.To.String()
		if w.From > w.To {
			want = has(weekday) && wall >= w.From.String() || has(before) && wall < w.To.String()
		}
		s := Sheet{Zone: zone, Confirmed: record.DateOf(at).AddDays(-2),
			Channels: []Channel{{ID: "0", Kind: Phone, Safe: Safe, Hours: []Window{w}}}}
		if got := May(s, "0", Pay, at, Policy{}); got.Allowed != want {
			t.Fatalf("at %s %s in %v: %v, rule %q", weekday, wall, w, got.Allowed, got.Rule)
		}
	})
}

func TestTheSummaryAgreesWithTheWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(append(zones, "", "Nowhere")).Draw(t, "zone")
		at := anyTime(t, "UTC")
		s, p := anySheet(t, at, zone), anyPolicy(t)
		sum := RightNow(s, at, p)
		open, next := false, time.Time{}
		for i, row := range sum.Rows {
			a := May(s, row.Channel, AnyPurpose, at, p)
			if a.Allowed != (row.State == OKNow) || row.First != (i == 0) {
				t.Fatalf("row %d: %+v", i, row)
			}
			open = open || a.Allowed
			if !a.NextSafe.IsZero() && (next.IsZero() || a.NextSafe.Before(next)) {
				next = a.NextSafe
			}
		}
		if open != (sum.State == OKNow) || open != (sum.Best != "") || sum.Sentence.IsZero() || sum.Local.IsZero() {
			t.Fatalf("the summary reads %q, state %q", sum.Sentence, sum.State)
		}
		if !open && !sum.Next.Equal(next) {
			t.Fatalf("next is %v, the ways say %v", sum.Next, next)
		}
	})
}
