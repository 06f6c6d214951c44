package consent_test

import (
	"testing"
	"time"

	"holdfast/consent"
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
