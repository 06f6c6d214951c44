package consent_test

import (
	"fmt"

	"strings"
	"testing"

	"holdfast/consent"
	"holdfast/record"
)

// rows are the rows of a person's page, one a line.
func rows(f consent.File, on record.Date) string {
	var all []string
	for _, c := range f.Choices(on) {
		var where []string
		for _, w := range c.Channels {
			where = append(where, string(w))
		}
		all = append(all, strings.Join(strings.Fields(fmt.Sprint(c.Purpose, " ", strings.Join(where, ","), " ", c.Recipient, " ", c.Item, " ", c.State)), " "))
	}
	return strings.Join(all, "\n")
}

func TestEachThingIsOneRowInTheLastWordAboutIt(t *testing.T) {
	for lines, want := range map[string]string{
		// A no to what there was a yes to takes it back.
		"2026-01-02 given quote in website as anonymous\n2026-02-01 refused quote": "quote website withdrawn",
		"2026-01-02 refused quote":      "quote refused",
		"2026-01-02 refused everything": "",
		// Asked, then put off; a review is no row.
		"2026-01-02 asked quote in website":                                       "quote website asked",
		"2026-01-02 asked quote in website\n2026-01-03 deferred quote in website": "quote website deferred",
		"2026-01-02 asked quote in website\n2026-01-03 reviewed":                  "quote website asked",
		"2026-01-02 given quote in website as anonymous\n2026-01-03 reviewed":     "quote website given",
		// In the order in which they were first spoken of.
		"2026-01-02 given keep_record\n2026-01-03 given contact\n2026-01-04 renewed keep_record": "keep_record renewed\ncontact given",
		// Taken back weighs more than ended by us.
		"2026-01-02 given keep_record\n2026-01-02 given contact\n2026-01-03 withdrawn keep_record\n2026-01-04 ended everything why moved": "keep_record withdrawn\ncontact ended",
		// What a no names, and nothing beside it.
		"2026-01-02 given photo in website item a as initials\n2026-01-03 refused photo item b in website": "photo website a given\nphoto website b refused",
		"2026-01-02 given photo in website item a as initials\n2026-01-03 refused photo":                   "photo website a withdrawn",
		"2026-01-02 given photo in press to Gazette as initials\n2026-01-03 refused photo to Herald":       "photo press Gazette given\nphoto Herald refused",
		"2026-01-02 given photo in press to Gazette as initials\n2026-01-03 refused photo to gazette":      "photo press Gazette withdrawn",
		"2026-01-02 given photo in press to Gazette as initials\n2026-01-03 refused photo":                 "photo press Gazette withdrawn",
		"2026-01-02 given photo in website,print as initials\n2026-01-03 withdrawn photo in print":         "photo website given\nphoto print withdrawn",
		"2026-01-02 refused photo\n2026-01-03 refused photo in website":                                    "photo refused\nphoto website refused",
	} {
		_, f := told(t, lines)
		if got := rows(f, day(t, "2026-03-01")); got != want {
			t.Errorf("%s\nis\n%s\nand not\n%s", lines, got, want)
		}
	}
}

func TestAChoiceIsToldToThePersonInTheirOwnName(t *testing.T) {
	e := consent.Event{Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.QuoteWords, Recipient: "the county"}}
	for said, want := range map[string]string{
		e.Words(nil).String():  "Said no to quoting their words (the county)",
		e.ToThem(nil).String(): "Said no to “Quote my words” (the county)",
	} {
		if said != want {
			t.Errorf("%q, not %q", said, want)
		}
	}
}

func TestANoThatTouchesNoUseLeavesNothingToDo(t *testing.T) {
	for lines, want := range map[string]string{
		"2026-01-02 refused photo": "",
		"2026-01-02 given photo in website as initials\n2026-01-03 withdrawn photo":                        "withdrawn 0 places",
		"2026-01-02 given keep_record\n2026-01-03 withdrawn keep_record":                                   "withdrawn 0 places, forget",
		"2026-01-02 use photo in website\n2026-01-03 refused photo":                                        "refused 1 places",
		"2026-01-02 given keep_record\n2026-01-02 use keep_record\n2026-01-03 ended keep_record why moved": "ended 1 places",
	} {
		_, f := told(t, lines)
		var all []string
		for _, u := range f.FollowUps() {
			line := fmt.Sprint(u.No.Kind, " ", len(u.Places), " places")
			if u.Forget {
				line += ", forget"
			}
			all = append(all, line)
		}
		if got := strings.Join(all, "\n"); got != want {
			t.Errorf("%s\nleaves %q and not %q", lines, got, want)
		}
	}
}

func TestAFileHoldsEachEventOnceAndEveryUse(t *testing.T) {
	s, f := told(t, "2026-01-02 given photo in website as initials\n2026-01-02 refused quote\n2026-01-03 use photo in website")
	if got := consent.Sorted(append(f.Events, f.Events...)); len(got) != 2 {
		t.Errorf("two events, twice, are %d", len(got))
	}
	for _, e := range f.Events {
		if found, ok := f.Event(e.ID); !ok || found.Kind != e.Kind {
			t.Errorf("%s is not found", e.Kind)
		}
	}
	read, err := consent.Service{Events: s.events, Uses: s.uses}.File(wren, "Wren")
	must(t, err)
	if len(read.Events) != 2 || len(read.Uses) != 1 {
		t.Errorf("%d events and %d uses were read", len(read.Events), len(read.Uses))
	}
}

// Which of several noes is named must not hang on where they are looked up.
func TestTheLatestNoIsNamedHoweverItWasLookedUp(t *testing.T) {
	_, f := told(t, "2026-01-02 given contact.pay\n2026-01-03 refused everything\n2026-01-04 given contact.pay\n2026-01-05 withdrawn contact\n2026-01-06 refused contact.pay")
	for range 30 {
		q := consent.Question{Purpose: consent.Contacting("pay"), Day: day(t, "2026-02-01")}
		if a := f.May(q); a.Because.String() != "Wren said no to being contacted about pay on 6 January 2026." {
			t.Fatal(a.Because)
		}
	}
}

func TestWhatWasAgreedFirstIsTalkedAboutAgainToo(t *testing.T) {
	_, f := told(t, "2026-01-02 given keep_record until 2028-01-01\n2026-01-03 asked quote in website")
	now := consent.Present{Day: day(t, "2027-01-02")}
	if why := f.ReviewDue(f.Choices(now.Day), now, consent.Usual()); len(why) != 1 {
		t.Errorf("after a year: %v", why)
	}
	if audit := f.Audit(now.Day, "7f3a", func(e consent.Event) record.Date { return e.On }); len(audit) != 2 || audit[0].Verdict != consent.Yes {
		t.Errorf("%+v", audit)
	}
}
