package consent_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"holdfast/consent"
	"holdfast/record"
)

var firstDay = record.Date{Year: 2026, Month: time.January, Day: 1}

// width orders the verdicts by how much they let happen.
func width(v consent.Verdict) int {
	return slices.Index([]consent.Verdict{consent.No, consent.AskFirst, consent.Yes}, v)
}

func draw[T any](t *rapid.T, name string, from ...T) T { return rapid.SampledFrom(from).Draw(t, name) }

func anyScope(t *rapid.T) consent.Scope {
	return consent.Scope{
		Purpose:   draw(t, "purpose", consent.QuoteWords, consent.QuoteWords, consent.Release, consent.ToContact, consent.Contacting("pay")),
		Recipient: draw(t, "recipient", "", "", "A", "B"), Item: draw(t, "item", "", "", "q1", "q2"),
		Channels: rapid.SliceOfNDistinct(rapid.SampledFrom([]consent.Channel{consent.Website, consent.Print, consent.SocialMedia, "social.x"}),
			0, 3, rapid.ID).Draw(t, "channels"),
	}
}

// anyEvent is an event such as no service would keep: also dated wildly,
// without channels, in any order.
func anyEvent(t *rapid.T, n int) consent.Event {
	on := firstDay.AddDays(rapid.IntRange(0, 60).Draw(t, "on"))
	e := consent.Event{
		ID: record.ID(fmt.Sprintf("%04d", n)), On: on, Late: rapid.Bool().Draw(t, "late"), Scope: anyScope(t),
		At:    firstDay.Start(time.UTC).Add(time.Duration(rapid.IntRange(0, 24*70).Draw(t, "at")) * time.Hour),
		Kind:  draw(t, "kind", consent.Asked, consent.Deferred, consent.Given, consent.Given, consent.Given, consent.Limited, consent.Renewed, consent.Refused, consent.Withdrawn, consent.Ended, consent.Reviewed, consent.Approved, consent.Decides),
		Voice: draw(t, "voice", consent.ThePerson, consent.ThePerson, consent.TheGuardian), Guardian: draw(t, "guardian", "Ana", "Bo"),
	}
	if e.Kind.No() && rapid.IntRange(0, 4).Draw(t, "all") == 0 {
		e.Scope = consent.Scope{Purpose: consent.Everything}
	}
	start := on.AddDays(rapid.IntRange(0, 10).Draw(t, "start"))
	e.Terms = consent.Terms{Start: start, End: start.AddDays(rapid.IntRange(0, 40).Draw(t, "days")), Reuse: true,
		Version: draw(t, "version", "", "", "v1"), Review: rapid.IntRange(0, 3).Draw(t, "review") == 0,
		Attribution: consent.Attribution{As: draw(t, "as", consent.InternalOnly, consent.Anonymous, consent.LegalName)}}
	if e.Kind == consent.Decides {
		e.Voice = consent.ThePerson
		e.Standing = &consent.Standing{Permission: rapid.Bool().Draw(t, "permission"), Excluded: []string{draw(t, "excluded", "", "Bo")}}
		if rapid.Bool().Draw(t, "of age") {
			e.Standing.DecidesFrom = on.AddDays(rapid.IntRange(0, 30).Draw(t, "from"))
		}
	}
	return e
}

func anyFile(t *rapid.T) consent.File {
	var events []consent.Event
	for n := range rapid.IntRange(0, 12).Draw(t, "events") {
		events = append(events, anyEvent(t, n))
	}
	return consent.Of("Wren", events, nil, nil)
}

func anyQuestion(t *rapid.T) consent.Question {
	s := anyScope(t)
	q := consent.Question{Purpose: s.Purpose, Recipient: s.Recipient, Item: s.Item, Version: draw(t, "asked version", "", "v1"),
		Day: firstDay.AddDays(rapid.IntRange(0, 110).Draw(t, "day"))}
	if len(s.Channels) > 0 {
		q.Channel = s.Channels[0]
	}
	return q
}

func TestAYesRestsOnAYesThatHoldsThatDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, q := anyFile(t), anyQuestion(t)
		a := f.May(q)
		if a.Verdict != consent.Yes {
			return
		}
		if len(a.Rests) == 0 {
			t.Fatal("it rests on nothing")
		}
		for _, id := range a.Rests {
			yes, _ := f.Event(id)
			if !yes.Kind.Yes() || q.Day.Before(yes.Terms.Start) || q.Day.After(yes.Terms.End) || yes.On.After(q.Day) || q.Day.After(a.Until) {
				t.Fatalf("it rests on %s of %v, %v to %v, until %v", yes.Kind, yes.On, yes.Terms.Start, yes.Terms.End, a.Until)
			}
			for _, no := range f.Events {
				whole := len(no.Channels) == 0 && no.Recipient == "" && no.Item == "" && (no.Purpose == yes.Purpose || no.Purpose == consent.Everything)
				if no.Kind.No() && whole && no.Voice == yes.Voice && no.On.After(yes.On) {
					t.Fatalf("it was taken back on %v", no.On)
				}
			}
		}
	})
}

func TestAddingANoNeverWidensAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, q := anyFile(t), anyQuestion(t)
		no := anyEvent(t, 9000)
		no.Kind = draw(t, "no", consent.Refused, consent.Withdrawn, consent.Ended)
		before := f.May(q)
		after := consent.Of("Wren", append(slices.Clone(f.Events), no), nil, nil).May(q)
		if width(after.Verdict) > width(before.Verdict) {
			t.Fatalf("%s %s became %s %s by %+v", before.Verdict, before.Rule, after.Verdict, after.Rule, no)
		}
	})
}

func TestWhatIsTakenBackNowIsNoMoreAllowed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, q := anyFile(t), anyQuestion(t)
		no := consent.Event{ID: "9000", Kind: consent.Withdrawn, On: firstDay.AddDays(rapid.IntRange(0, 60).Draw(t, "on")),
			At: firstDay.AddDays(100).Start(time.UTC), Scope: consent.Scope{Purpose: draw(t, "what", q.Purpose, consent.Everything)}}
		if a := consent.Of("Wren", append(slices.Clone(f.Events), no), nil, nil).May(q); a.Verdict != consent.No {
			t.Fatalf("it is still %s: %s", a.Verdict, a.Because)
		}
	})
}

func TestTheAnswerDoesNotDependOnTheOrderOfReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, q := anyFile(t), anyQuestion(t)
		shuffled := slices.Clone(f.Events)
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		a, b := f.May(q), consent.Of("Wren", append(shuffled, shuffled...), nil, nil).May(q)
		if a.Because.String() != b.Because.String() || !slices.Equal(a.Rests, b.Rests) || a.Verdict != b.Verdict {
			t.Fatalf("%s and %s", a.Because, b.Because)
		}
	})
}

func TestAYesToSomethingElseChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, q := anyFile(t), anyQuestion(t)
		other := anyEvent(t, 9000)
		other.Kind, other.Purpose = consent.Given, consent.Research
		if a, b := f.May(q), consent.Of("Wren", append(slices.Clone(f.Events), other), nil, nil).May(q); a.Because.String() != b.Because.String() {
			t.Fatalf("%s became %s", a.Because, b.Because)
		}
	})
}

func TestEveryAnswerHasAReason(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, q := anyFile(t), anyQuestion(t)
		if a := f.May(q); a.Because.IsZero() || a.Rule == "" || a.State == "" || (a.Rule == consent.Agreed) != (a.Verdict == consent.Yes) {
			t.Fatalf("%+v", a)
		}
	})
}

// A file that was read knows where to look; one that was not looks at
// everything.
func TestLookingItUpAnswersAsReadingEverythingDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, q := anyFile(t), anyQuestion(t)
		if rapid.IntRange(0, 9).Draw(t, "about everything") == 0 {
			q.Purpose = consent.Everything
		}
		plain := consent.File{Name: f.Name, Events: f.Events}
		if got, want := f.May(q), plain.May(q); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v\nand not %+v", got, want)
		}
		day := firstDay.AddDays(rapid.IntRange(0, 110).Draw(t, "cut"))
		of := func(e consent.Event) record.Date { return e.On }
		if got, want := f.Until(day, of).May(q), plain.Until(day, of).May(q); !reflect.DeepEqual(got, want) {
			t.Fatalf("on %v: %+v\nand not %+v", day, got, want)
		}
	})
}

// The rows of a person's page and the gate are two ways of reading one file.
func TestTheRowsSayWhatTheGateSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, day := anyFile(t), firstDay.AddDays(rapid.IntRange(0, 110).Draw(t, "day"))
		// What is dated after the day, and a guardian, are not in the rows; a
		// release to nobody is never kept.
		f.Events = slices.DeleteFunc(f.Events, func(e consent.Event) bool {
			return e.On.After(day) || e.Voice == consent.TheGuardian || e.Kind == consent.Decides ||
				e.Purpose == consent.Release && e.Recipient == ""
		})
		rows := f.Choices(day)
		for i, c := range rows {
			for _, channel := range c.Channels {
				a := f.May(consent.Question{Purpose: c.Purpose, Recipient: c.Recipient, Item: c.Item, Channel: channel, Version: c.Yes.Terms.Version, Day: day})
				another := slices.ContainsFunc(rows, func(o consent.Choice) bool {
					return o.Holds(day) && slices.Contains(a.Rests, o.Event.ID) && o.Event.ID != rows[i].Event.ID
				})
				if a.Verdict == consent.Yes && !c.Holds(day) && !another || a.Verdict == consent.No && c.Holds(day) {
					t.Fatalf("the row %+v says %s, the gate %s: %s", c.Scope, c.State, a.Verdict, a.Because)
				}
			}
		}
	})
}
