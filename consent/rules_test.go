package consent_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/assets"
	"holdfast/consent"
	"holdfast/record"
	"holdfast/wording"
)

func day(t testing.TB, text string) record.Date {
	t.Helper()
	d, err := record.ParseDate(text)
	must(t, err)
	return d
}

// release is a whole release, to be spoilt.
func release(t testing.TB) consent.Event {
	return consent.Event{Member: wren, Kind: consent.Given, On: day(t, "2026-05-27"),
		Scope: consent.Scope{Purpose: consent.Release, Recipient: "County coalition"},
		Terms: consent.Terms{What: "first name", Reason: "the list", Method: "on paper", Start: day(t, "2026-05-27"), End: day(t, "2026-08-24")},
		How: consent.How{Form: consent.Written, Risks: true, Alternatives: true, NoCondition: true, Copy: consent.CopyNotSafe,
			Notice: consent.Shown{Language: "en", Version: 1, Hash: strings.Repeat("a", 64)}}}
}

func TestBadInputIsRefusedWithOneSentenceForItsField(t *testing.T) {
	must(t, release(t).Validate(nil, consent.Usual()))
	long := strings.Repeat("x", 5000)
	for field, spoil := range map[string]func(*consent.Event){
		"kind":                   func(e *consent.Event) { e.Kind = "perhaps" },
		"on":                     func(e *consent.Event) { e.On = record.Date{} },
		"voice":                  func(e *consent.Event) { e.Voice = "neighbour" },
		"guardian":               func(e *consent.Event) { e.Voice = consent.TheGuardian },
		"purpose":                func(e *consent.Event) { e.Purpose, e.Terms.Attribution.As = "gossip", "" },
		"recipient":              func(e *consent.Event) { e.Recipient = "Everyone" },
		"channels":               func(e *consent.Event) { e.Channels = []consent.Channel{"blog"} },
		"start":                  func(e *consent.Event) { e.Terms.Start = record.Date{} },
		"end":                    func(e *consent.Event) { e.Terms.End = record.Date{} },
		"as":                     func(e *consent.Event) { e.Terms.Attribution.As = "loud" },
		"shown":                  func(e *consent.Event) { e.Terms.Attribution.As = consent.Pseudonym },
		"image":                  func(e *consent.Event) { e.Terms.Attribution.Image = "all" },
		"voice_heard":            func(e *consent.Event) { e.Terms.Attribution.Voice = "loud" },
		"place":                  func(e *consent.Event) { e.Terms.Attribution.Place = "street" },
		"review_days":            func(e *consent.Event) { e.Terms.ReviewDays = -1 },
		"what":                   func(e *consent.Event) { e.Terms.What = " " },
		"reason":                 func(e *consent.Event) { e.Terms.Reason = "" },
		"method":                 func(e *consent.Event) { e.Terms.Method = "" },
		"form":                   func(e *consent.Event) { e.How.Form = consent.Recorded },
		"witness":                func(e *consent.Event) { e.Purpose, e.How.Form, e.Recipient = consent.KeepRecord, consent.Spoken, "" },
		"copy":                   func(e *consent.Event) { e.How.Copy = "" },
		"never_a_condition":      func(e *consent.Event) { e.How.NoCondition = false },
		"risks_discussed":        func(e *consent.Event) { e.How.Risks = false },
		"alternatives_discussed": func(e *consent.Event) { e.How.Alternatives = false },
		"notice":                 func(e *consent.Event) { e.How.Notice.Hash = "1234" },
		"excluded":               func(e *consent.Event) { e.Terms.Excluded = []string{""} },
		"off_limits":             func(e *consent.Event) { e.Terms.OffLimits = []string{long} },
		"excluded_from":          func(e *consent.Event) { e.Terms.ExcludedFrom = slices.Repeat([]string{"x"}, 50) },
		"why":                    func(e *consent.Event) { e.Why = long },
		"item":                   func(e *consent.Event) { e.Item = "two\nlines" },
		"audience":               func(e *consent.Event) { e.Terms.Audience = long },
		"standing":               func(e *consent.Event) { e.Kind = consent.Decides },
		"permission_needed": func(e *consent.Event) {
			e.Kind, e.Standing = consent.Decides, &consent.Standing{Guardians: []string{"Ana"}}
		},
	} {
		e := release(t)
		spoil(&e)
		err := e.Validate(nil, consent.Usual())
		problems := wording.Problems(err)
		if len(problems) != 1 || problems[0].Field != field || !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestNoSentenceOfARefusalHoldsWhatWasTyped(t *testing.T) {
	e := release(t)
	e.Recipient, e.Item, e.How.Form, e.Terms.End = "everyone", "Wren’s portrait\n", "shout", record.Date{}
	err := e.Validate(nil, consent.Usual())
	if text := err.Error(); strings.Contains(text, "Wren") || strings.Contains(text, "shout") {
		t.Error(text)
	}
}

func TestOtherRecordsAreRefusedWithASentenceToo(t *testing.T) {
	today := day(t, "2026-05-27")
	quote := consent.Quote{Member: wren}.Changed("words", today)
	late := quote.Changed("other words", day(t, "2026-06-01"))
	agreement := consent.Agreement{Parties: []string{"Grace House"}, Purpose: "meetings", Start: today, End: today}
	everyone, backwards, endless := agreement, agreement, agreement
	everyone.Parties = []string{"todos"}
	backwards.End = day(t, "2026-01-01")
	endless.End = record.Date{}
	use := consent.Use{Purpose: consent.QuoteWords, What: "page 12", On: today}
	nameless, tomorrow, nowhere := use, use, use
	nameless.What = ""
	tomorrow.On = today.AddDays(1)
	nowhere.Channel = "blog"
	must(t, errors.Join(quote.Validate(today), agreement.Validate(), use.Validate(nil, today)))
	for _, c := range []struct {
		field string
		err   error
	}{
		{"words", consent.Quote{}.Validate(today)},
		{"on", late.Validate(today)},
		{"parties", everyone.Validate()},
		{"end", backwards.Validate()},
		{"end", endless.Validate()},
		{"what", nameless.Validate(nil, today)},
		{"on", tomorrow.Validate(nil, today)},
		{"channel", nowhere.Validate(nil, today)},
		{"done", consent.Step{Done: "burnt"}.Validate()},
		{"name", consent.Own{Says: []string{"x"}}.Validate()},
		{"says", consent.Own{Name: "x"}.Validate()},
	} {
		if problems := wording.Problems(c.err); len(problems) != 1 || problems[0].Field != c.field {
			t.Errorf("%s: %v", c.field, c.err)
		}
	}
	if a := agreement; a.Due(today) != today || !a.Due(today.AddDays(1)).IsZero() || !strings.Contains(a.AboutPeople().String(), "No personal information") {
		t.Error("an agreement is looked at on the wrong day, or lets something pass")
	}
}

// told is a file after some lines of a story.
func told(t *testing.T, lines string) (*story, consent.File) {
	s := newStory(t)
	s.tell(lines)
	return s, s.file()
}

func TestEveryPlaceOfAWithdrawalIsListedUntilThePersonWasTold(t *testing.T) {
	s, f := told(t, `2026-01-02 given quote in website,annual_report as anonymous
2026-01-02 given photo in website as first_name
2026-02-01 use quote in website
2026-02-02 use quote in annual_report
2026-02-03 use photo in website
2026-03-01 withdrawn quote`)
	after := f.FollowUps()
	if len(after) != 1 || len(after[0].Places) != 2 || after[0].Left() != 2 || !after[0].Open() {
		t.Fatalf("%+v", after)
	}
	service := func(on string) consent.Service {
		at := day(t, on).Start(time.UTC).Add(time.Hour)
		return consent.Service{Events: s.events, Uses: s.uses, Random: strings.NewReader(strings.Repeat("r"+on, 99)), Limits: consent.Usual(), Now: at, Today: day(t, on), Latest: day(t, on)}
	}
	step := func(on string, use int, done consent.Done) {
		_, err := service(on).Step(wren, after[0].Places[use].ID, done, "")
		must(t, err)
	}
	step("2026-03-02", 0, consent.AskedToRemove)
	step("2026-03-03", 0, consent.RemovedThere)
	if left := s.file().FollowUps()[0].Left(); left != 1 {
		t.Errorf("%d places are left", left)
	}
	tell := func(on string) {
		_, err := service(on).Record(consent.Event{Member: wren, Kind: consent.Told, About: after[0].No.ID})
		must(t, err)
	}
	tell("2026-03-04")
	if !s.file().FollowUps()[0].Open() {
		t.Error("it is done although a place is left")
	}
	step("2026-03-05", 1, consent.CannotRecall)
	if !s.file().FollowUps()[0].Open() {
		t.Error("it is done although they were told before it was settled")
	}
	tell("2026-03-06")
	if f := s.file().FollowUps()[0]; f.Open() || f.Told != day(t, "2026-03-06") {
		t.Errorf("%+v", f)
	}
	// A place that is found later opens it again; one of a new yes does not.
	s.tell("2026-04-01 given quote in newsletter as anonymous\n2026-04-02 use quote in newsletter\n2026-04-03 use quote in website")
	if f := s.file().FollowUps()[0]; f.Left() != 1 || !f.Open() {
		t.Errorf("%+v", f)
	}
}

func TestAUseIsKeptWhetherItWasAllowedOrNot(t *testing.T) {
	_, f := told(t, "2026-01-02 given quote in website as anonymous\n2026-02-01 use quote in website\n2026-02-01 use quote in print")
	if len(f.Uses) != 2 || f.Uses[0].Allowed == f.Uses[1].Allowed {
		t.Errorf("%+v", f.Uses)
	}
}

func TestWhenToTalkAgain(t *testing.T) {
	_, f := told(t, "2026-01-02 given quote in website until 2027-12-01 as anonymous\n2026-02-01 given photo in website until 2027-12-01 as first_name\n2026-06-01 reviewed")
	f.Events[2].Safety, f.Events[2].Holder = "safe", "k1"
	at := func(text string) consent.Present {
		return consent.Present{Day: day(t, text), Safety: "safe", Keyholders: []record.ID{"k1"}}
	}
	changed, gone, term := at("2026-07-01"), at("2026-07-01"), at("2026-07-01")
	changed.Safety = "else"
	gone.Keyholders = []record.ID{"k2"}
	term.TermStart = day(t, "2026-06-15")
	over := at("2028-01-01")
	for want, now := range map[string]consent.Present{
		"": at("2026-07-01"), "You last talked about it on 1 June 2026.": at("2027-06-01"), "What is safe for them has changed since.": changed,
		"Whoever talked about it with them is no longer here.": gone, "A new term began on 15 June 2026.": term,
	} {
		got := ""
		for _, why := range f.ReviewDue(f.Choices(now.Day), now, consent.Usual()) {
			got += why.String()
		}
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if why := f.ReviewDue(f.Choices(over.Day), over, consent.Usual()); len(why) != 0 {
		t.Errorf("there is nothing to talk about any more, but %v", why)
	}
	if since := f.SinceReview(day(t, "2026-05-01")); len(since) != 2 {
		t.Errorf("%d events are new", len(since))
	}
	if since := f.SinceReview(day(t, "2026-06-02")); len(since) != 0 {
		t.Errorf("%d events are new", len(since))
	}
}

func TestWhatEndsSoon(t *testing.T) {
	_, f := told(t, "2026-01-02 given keep_record until 2026-06-30\n2026-01-02 given contact until 2026-06-20\n2026-06-10 renewed contact from 2026-06-21 until 2026-12-31")
	for text, want := range map[string]int{"2026-05-20": 0, "2026-05-30": 1, "2026-05-31": 2, "2026-06-10": 1, "2026-06-30": 1, "2026-07-01": 0} {
		if got := consent.EndingSoon(f.Choices(day(t, text)), day(t, text), 30); len(got) != want {
			t.Errorf("on %s %d end soon", text, len(got))
		}
	}
}

func TestAnAuditSaysWhatWasKnownThenAndNobodysName(t *testing.T) {
	s, f := told(t, "2026-01-02 given quote in website as anonymous\n2026-03-01 late 2026-03-09 withdrawn quote")
	rows := f.Audit(day(t, "2026-03-05"), "7f3a", s.written)
	if len(rows) != 1 || rows[0].Verdict != consent.Yes || !rows[0].Later || rows[0].Code != "7f3a" {
		t.Errorf("%+v", rows)
	}
	if rows := f.Audit(day(t, "2026-03-09"), "7f3a", s.written); rows[0].Verdict != consent.No || rows[0].Later {
		t.Errorf("%+v", rows)
	}
	if rows := f.Audit(day(t, "2026-01-01"), "7f3a", s.written); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
}

func notices(t testing.TB, in wording.Language) consent.Notices {
	t.Helper()
	file, err := assets.Notices(in)
	must(t, err)
	n, err := consent.ReadNotices(file)
	must(t, err)
	return n
}

func TestEveryPurposeHasANoticeInBothLanguages(t *testing.T) {
	en, es := notices(t, wording.InEnglish), notices(t, wording.InSpanish)
	for _, p := range append(consent.Purposes(), consent.Contacting("pay")) {
		a, ok := en.For(p, nil)
		b, there := es.For(p, nil)
		if !ok || !there || a.Version != b.Version || len(a.Says) != len(b.Says) || len(a.Risks) != len(b.Risks) ||
			len(a.Alternatives) != len(b.Alternatives) || len(a.Guide) != len(b.Guide) || a.Title == b.Title {
			t.Errorf("%s: the two languages do not say the same", p)
		}
		if len(a.Risks) == 0 || len(a.Alternatives) == 0 {
			t.Errorf("%s says no risks or no alternatives", p)
		}
	}
}

// The words under one version never change: what somebody was shown can be
// shown again. Whoever changes a notice raises its version and adds a line.
func TestTheWordsOfAVersionNeverChange(t *testing.T) {
	var now strings.Builder
	for _, in := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		all := notices(t, in)
		for _, n := range all.Notices {
			shown := all.Shown(n)
			now.WriteString(strings.Join([]string{string(n.Purpose), shown.Language, string(rune('0' + shown.Version)), shown.Hash}, " ") + "\n")
		}
	}
	golden(t, "notices.txt", now.String())
}

func FuzzReadNotices(f *testing.F) {
	for _, in := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		file, err := assets.Notices(in)
		must(f, err)
		f.Add(file)
	}
	f.Add([]byte(`{"language":"en","always":["x"],"notices":[{"purpose":"quote","version":1,"title":"t","says":["s"],"guide":["g"]}]}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		all, err := consent.ReadNotices(file)
		if err != nil {
			if !errors.Is(err, record.ErrInvalid) {
				t.Fatal(err)
			}
			return
		}
		for _, n := range all.Notices {
			if len(n.Hash()) != 64 || len(n.Says) <= len(all.Always) {
				t.Fatalf("%+v", n)
			}
		}
	})
}

// Whatever lies there, of a newer program or damaged by hand, is answered, and
// nothing that is not known is shown.
func FuzzAnyEventsAreAnswered(f *testing.F) {
	for _, seed := range []string{`[]`, `[{"id":"a","kind":"given","purpose":"quote","on":"2026-01-01","terms":{"start":"2026-01-01","end":"2026-12-31","attribution":{"image":"hologram"}}}]`,
		`[{"kind":"decides","on":"2026-01-01","standing":{"permission_needed":true}},{"kind":"given","voice":"guardian"}]`,
		`[{"kind":"withdrawn","purpose":"everything","on":"2026-02-01"},{"kind":"perhaps"},{"kind":"decides"}]`} {
		f.Add([]byte(seed), "quote", "website")
	}
	f.Fuzz(func(t *testing.T, raw []byte, purpose, where string) {
		var events []consent.Event
		if json.Unmarshal(raw, &events) != nil {
			return
		}
		file := consent.Of("", events, []consent.Use{{Purpose: consent.Purpose(purpose), Channel: consent.Channel(where)}}, nil)
		q := consent.Question{Purpose: consent.Purpose(purpose), Channel: consent.Channel(where), Day: record.Date{Year: 2026, Month: 6, Day: 1}}
		if a := file.May(q); a.Because.String() == "" || (a.Verdict == consent.Yes) != (a.Rule == consent.Agreed) {
			t.Fatalf("%+v", a)
		}
		for _, c := range file.Choices(q.Day) {
			_ = c.State.Name()
		}
		_ = file.FollowUps()
		for _, e := range file.Events {
			_, _ = e.Validate(nil, consent.Usual()), e.Words(nil)
		}
	})
}

func TestAReceiptHasTheFieldsOfItsSpecification(t *testing.T) {
	e := release(t)
	e.ID, e.At = "0d6c7f6e-8a0b-4c3d-9e1f-2a3b4c5d6e7f", time.Date(2026, 5, 27, 12, 0, 0, 0, time.UTC)
	raw, err := json.MarshalIndent(consent.ReceiptOf(e, "7f3a", "Share facts about me", "US-WA", consent.Controller{}), "", "  ")
	must(t, err)
	golden(t, "receipt.json", string(raw)+"\n")
}

func TestRecordsOfTodayAreReadTomorrow(t *testing.T) {
	e := release(t)
	e.ID, e.At = "e1", time.Date(2026, 5, 27, 12, 0, 0, 0, time.UTC)
	raw, err := consent.EventSchema().Encode(e, nil)
	must(t, err)
	golden(t, "event-v1.json", string(raw)+"\n")
	back, err := consent.EventSchema().Decode(raw)
	must(t, err)
	if back.Scope.Recipient != e.Recipient || back.Terms.End != e.Terms.End || !back.At.Equal(e.At) {
		t.Errorf("%+v", back)
	}
}

// The list must not show a yes as standing where the gate says that it is over.
func TestAYesFromBeforeTheyDecideIsShownUntilTheDayBefore(t *testing.T) {
	_, f := told(t, "2026-01-01 decides minor decides-from 2027-03-04\n2026-02-01 given keep_record until 2028-01-01")
	for text, want := range map[string]consent.State{
		"2027-03-03": consent.StateGiven, "2027-03-04": consent.StateExpired, "2027-03-05": consent.StateExpired,
	} {
		c := f.Choices(day(t, text))[0]
		if c.State != want || c.Until != day(t, "2027-03-03") && want == consent.StateExpired {
			t.Errorf("on %s it is %s, until %v", text, c.State, c.Until)
		}
	}
}
