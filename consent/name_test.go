package consent_test

import (
	"testing"
	"time"

	"holdfast/consent"
	"holdfast/record"
)

// A no holds for the one it names, however the name was typed or pasted.
func TestANoIsAboutTheSameRecipientHoweverTheNameIsWritten(t *testing.T) {
	yes := release(t)
	yes.ID, yes.At = "yes", day(t, "2026-05-27").Start(time.UTC)
	for name, same := range map[string]bool{
		"County coalition": true, "COUNTY  Coalition ": true, "County coali\u00adtion": true, "\u200bCounty\u00a0coalition\ufeff": true,
		"\u202dCounty coalition\u202c": true, "County coalitions": false,
	} {
		no := consent.Event{ID: "no", Member: wren, Kind: consent.Refused, On: day(t, "2026-05-28"), Scope: consent.Scope{Purpose: consent.Release, Recipient: name}}
		no.At = no.On.Start(time.UTC)
		f := consent.Of("Wren", []consent.Event{yes, no}, nil, nil)
		a := f.May(consent.Question{Purpose: consent.Release, Recipient: "County coalition", Day: day(t, "2026-06-01")})
		if (a.Verdict != consent.Yes) != same {
			t.Errorf("a no to %q: %s", name, a.Verdict)
		}
	}
}

// Where the person and their guardian agreed to be named in two ways, neither
// name goes out.
func TestTwoNamesToShowAreNone(t *testing.T) {
	minor := consent.Event{ID: "who", Member: wren, Kind: consent.Decides, On: day(t, "2026-05-01"), Standing: &consent.Standing{Permission: true, Guardians: []string{"R. Alder"}}}
	said := func(id record.ID, voice consent.Voice, as consent.Naming, shown string) consent.Event {
		e := consent.Event{ID: id, Member: wren, Kind: consent.Given, On: day(t, "2026-05-27"), At: day(t, "2026-05-27").Start(time.UTC), Voice: voice,
			Scope: consent.Scope{Purpose: consent.QuoteWords, Channels: []consent.Channel{consent.Website}},
			Terms: consent.Terms{Reuse: true, Start: day(t, "2026-05-27"), End: day(t, "2026-11-27"), Attribution: consent.Attribution{As: as, Shown: shown}}}
		if voice == consent.TheGuardian {
			e.Guardian = "R. Alder"
		}
		return e
	}
	for _, c := range []struct{ own, theirs, shown string }{{"Bird", "Bird", "Bird"}, {"Wren Alder", "W.", ""}, {"", "W.", ""}, {"Bird", "", ""}} {
		f := consent.Of("Wren", []consent.Event{minor, said("own", consent.ThePerson, consent.FirstName, c.own), said("theirs", consent.TheGuardian, consent.FirstName, c.theirs)}, nil, nil)
		a := f.May(consent.Question{Purpose: consent.QuoteWords, Channel: consent.Website, Day: day(t, "2026-06-01")})
		if named := a.Attribution.As == consent.FirstName; a.Verdict != consent.Yes || a.Attribution.Shown != c.shown || named != (c.own == c.theirs) {
			t.Errorf("%q and %q: %s, %+v", c.own, c.theirs, a.Verdict, a.Attribution)
		}
	}
}
