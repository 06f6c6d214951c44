package consent_test

import (
	"crypto/rand"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"holdfast/assets"
	"holdfast/consent"
	"holdfast/record"
	"holdfast/record/recordtest"
	"holdfast/wording"
)

// The stories in testdata/stories read like a specification. A story begins
// with "= " and its title. What follows is, line by line:
//
//	zone America/Chicago                   where days begin and end
//	2026-05-27 given quote in website …    an event, said on that day
//	2026-05-27 late 2026-06-02 given …     the same, written down on a later day
//	2026-05-27 use quote in website …      something was used
//	! 2026-05-27 given … -> end            an event that is refused: which field
//	restore 2026-06-01                     a backup of that day is put back
//	apply                                  what was taken back since is applied
//	known 2026-06-01                       questions are answered as known then
//	? 2026-11-27 quote in website -> yes agreed
//	  Wren agreed to …                     the sentence, below its question
//	  * As: “a board member”               a condition, below that
//
// A day may also be an instant (2026-03-08T23:30:00-05:00), which is the day
// that it falls on in the zone.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/stories/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	told, sentences := 0, map[consent.Rule]wording.Text{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split("\n"+string(text), "\n= ")[1:] {
			title, body, _ := strings.Cut(part, "\n")
			told++
			t.Run(title, func(t *testing.T) { newStory(t).tellInto(body, sentences) })
		}
	}
	if told < 40 {
		t.Errorf("only %d stories are told", told)
	}
	spanish, err := assets.Book(wording.InSpanish)
	must(t, err)
	var said strings.Builder
	for _, rule := range slices.Sorted(maps.Keys(sentences)) {
		text := sentences[rule]
		said.WriteString(string(rule) + "\n  " + text.String() + "\n  " + spanish.Render(text) + "\n")
	}
	golden(t, "sentences.txt", said.String())
}

type story struct {
	t      *testing.T
	zone   *time.Location
	events *recordtest.Memory[consent.Event]
	uses   *recordtest.Memory[consent.Use]
	lost   []consent.Event // what a restore took away
	since  time.Time
	known  record.Date
	answer consent.Answer
	// sentences are the first one that each rule was answered with.
	sentences map[consent.Rule]wording.Text
}

const wren record.ID = "5b0a8d0e-7a3c-4f11-9d7e-1c2b3a4d5e6f"

func newStory(t *testing.T) *story {
	return &story{t: t, zone: time.UTC, events: recordtest.NewMemory(consent.EventSchema()),
		uses: recordtest.NewMemory(consent.UseSchema())}
}

func (s *story) tellInto(body string, sentences map[consent.Rule]wording.Text) {
	s.sentences = sentences
	s.tell(body)
}

func (s *story) tell(body string) {
	for n, line := range strings.Split(body, "\n") {
		trimmed := strings.TrimSpace(line)
		switch words := fields(trimmed); {
		case trimmed == "" || strings.HasPrefix(trimmed, "#"):
		case strings.HasPrefix(trimmed, "* "):
			s.condition(n, strings.TrimPrefix(trimmed, "* "))
		case strings.HasPrefix(line, "  "):
			if got := s.answer.Because.String(); got != trimmed {
				s.t.Errorf("line %d: the sentence is\n  %s", n+1, got)
			}
		case words[0] == "?":
			s.ask(n, words[1:])
		case words[0] == "!":
			err := s.say(words[1 : len(words)-2])
			s.refused(n, err, words[len(words)-1])
		case words[0] == "zone":
			zone, err := time.LoadLocation(words[1])
			must(s.t, err)
			s.zone = zone
		case words[0] == "known":
			s.known = s.day(words[1])
		case words[0] == "restore":
			s.restore(s.day(words[1]))
		case words[0] == "apply":
			s.apply()
		default:
			if err := s.say(words); err != nil {
				s.t.Errorf("line %d: %v", n+1, err)
			}
		}
	}
}

func (s *story) condition(n int, want string) {
	for _, c := range s.answer.Conditions {
		if c.String() == want {
			return
		}
	}
	s.t.Errorf("line %d: the conditions are %v", n+1, s.answer.Conditions)
}

func (s *story) refused(n int, err error, field string) {
	problems := wording.Problems(err)
	if len(problems) != 1 || problems[0].Field != field {
		s.t.Errorf("line %d: it was not refused for %s: %v", n+1, field, err)
	}
}

func (s *story) file() consent.File {
	var events []consent.Event
	must(s.t, s.events.Scan("", func(e consent.Event) error { events = append(events, e); return nil }))
	var uses []consent.Use
	must(s.t, s.uses.Scan("", func(u consent.Use) error { uses = append(uses, u); return nil }))
	f := consent.Of("Wren", events, uses, nil)
	if !s.known.IsZero() {
		f = f.Until(s.known, s.written)
	}
	return f
}

func (s *story) written(e consent.Event) record.Date { return record.DateOf(e.At.In(s.zone)) }

// restore takes away what was written down after a day.
func (s *story) restore(day record.Date) {
	s.since, s.lost = day.AddDays(1).Start(s.zone), nil
	for _, e := range s.file().Events {
		s.lost = append(s.lost, e)
		if !e.At.Before(s.since) {
			must(s.t, s.events.Delete(consent.EventSchema().Key(e)))
		}
	}
}

func (s *story) apply() {
	for _, e := range consent.Withdrawals(s.lost, s.since) {
		must(s.t, s.events.Put(e))
	}
}

func (s *story) ask(n int, words []string) {
	q := consent.Question{Day: s.day(words[0]), Purpose: consent.Purpose(words[1])}
	words = words[2:]
	for len(words) > 0 && words[0] != "->" {
		switch words[0] {
		case "in":
			q.Channel = consent.Channel(words[1])
		case "to":
			q.Recipient = words[1]
		case "item":
			q.Item = words[1]
		case "version":
			q.Version = words[1]
		default:
			s.t.Fatalf("line %d: %q is not understood", n+1, words[0])
		}
		words = words[2:]
	}
	s.answer = s.file().May(q)
	if _, known := s.sentences[s.answer.Rule]; !known && s.sentences != nil {
		s.sentences[s.answer.Rule] = s.answer.Because
	}
	want := strings.Join(words[1:], " ")
	got := string(s.answer.Verdict) + " " + string(s.answer.Rule)
	if s.answer.Verdict == consent.Yes {
		got += " until " + s.answer.Until.String()
	}
	if !strings.HasPrefix(got, want) || want == "" {
		s.t.Errorf("line %d: the answer is %s: %s", n+1, got, s.answer.Because)
	}
}

// day reads a day, or an instant as the day that it falls on.
func (s *story) day(text string) record.Date {
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return record.DateOf(at.In(s.zone))
	}
	d, err := record.ParseDate(text)
	must(s.t, err)
	return d
}

// say records an event or a use.
func (s *story) say(words []string) error {
	on := s.day(words[0])
	at := on.Start(s.zone).Add(12 * time.Hour)
	if instant, err := time.Parse(time.RFC3339, words[0]); err == nil {
		at = instant
	}
	words = words[1:]
	if words[0] == "late" {
		at = s.day(words[1]).Start(s.zone).Add(12 * time.Hour)
		words = words[2:]
	}
	today := record.DateOf(at.In(s.zone))
	if words[0] == "tomorrow" { // it is written down on the day before
		at, today, words = at.AddDate(0, 0, -1), today.AddDays(-1), words[1:]
	}
	service := consent.Service{Events: s.events, Uses: s.uses, Random: rand.Reader, Limits: consent.Usual(), Now: at, Today: today, Latest: today}
	e := event(s.t, words)
	e.Member, e.On = wren, on
	if words[0] == "use" {
		u := consent.Use{Member: wren, Purpose: e.Purpose, Recipient: e.Recipient, Item: e.Item, Version: e.Terms.Version, What: "a page", On: on}
		if len(e.Channels) > 0 {
			u.Channel = e.Channels[0]
		}
		_, err := service.Used(u)
		return err
	}
	_, err := service.Record(e)
	return err
}

// event reads an event as the stories write it.
func event(t *testing.T, words []string) consent.Event {
	e := consent.Event{Kind: consent.Kind(words[0])}
	words = words[1:]
	if e.Kind.Yes() {
		e.Terms = consent.Terms{Reuse: true, Edits: true}
		e.How = consent.How{Form: consent.Written, Risks: true, Alternatives: true, NoCondition: true, Copy: consent.CopyGiven,
			Notice: consent.Shown{Version: 1, Hash: strings.Repeat("0", 64)}}
	}
	if e.Kind == consent.Decides {
		e.Standing = &consent.Standing{}
	} else if e.Kind != consent.Reviewed {
		e.Purpose, words = consent.Purpose(words[0]), words[1:]
	}
	for len(words) > 0 {
		switch used := option(t, &e, words); used {
		case 0:
			t.Fatalf("%q is not understood", words[0])
		default:
			words = words[used:]
		}
	}
	return e
}

// option reads one option of an event and says how many words it took.
func option(t *testing.T, e *consent.Event, words []string) int {
	date := func() record.Date {
		d, err := record.ParseDate(words[1])
		must(t, err)
		return d
	}
	switch words[0] {
	case "once":
		e.Terms.Reuse = false
		return 1
	case "spoken":
		e.How.Form = consent.Spoken
		return 1
	case "condition":
		e.How.NoCondition = false
		return 1
	case "no-copy":
		e.How.Copy = consent.CopyNotSafe
		return 1
	case "minor":
		e.Standing.Permission = true
		return 1
	case "review":
		e.Terms.Review = true
		return 1
	case "until":
		e.Terms.End = date()
	case "from":
		e.Terms.Start = date()
	case "again":
		e.Again = date()
	case "decides-from":
		e.Standing.DecidesFrom = date()
	default:
		return named(e, words)
	}
	return 2
}

// named reads an option that holds a text.
func named(e *consent.Event, words []string) int {
	switch text := words[1]; words[0] {
	case "in":
		for c := range strings.SplitSeq(text, ",") {
			e.Channels = append(e.Channels, consent.Channel(c))
		}
	case "to":
		e.Recipient = text
	case "item":
		e.Item = text
	case "version":
		e.Terms.Version = text
	case "what":
		e.Terms.What = text
	case "reason":
		e.Terms.Reason = text
	case "method":
		e.Terms.Method = text
	case "as":
		e.Terms.Attribution.As = consent.Naming(text)
	case "shown":
		e.Terms.Attribution.Shown = text
	case "leave-out":
		e.Terms.Excluded = append(e.Terms.Excluded, text)
	case "never-to":
		e.Terms.ExcludedFrom = append(e.Terms.ExcludedFrom, text)
	case "why":
		e.Why = text
	case "witness":
		e.How.Witness = text
	case "guardian":
		if e.Standing != nil {
			e.Standing.Guardians = append(e.Standing.Guardians, text)
		} else {
			e.Voice, e.Guardian = consent.TheGuardian, text
		}
	case "not":
		e.Standing.Excluded = append(e.Standing.Excluded, text)
	case "alone":
		e.Standing.Alone = append(e.Standing.Alone, consent.Purpose(text))
	default:
		return 0
	}
	return 2
}

// fields are the words of a line; what stands in quotation marks is one.
func fields(line string) []string {
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
