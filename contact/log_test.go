package contact_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"holdfast/contact"
	"holdfast/record"
	"holdfast/record/recordtest"
	"holdfast/wording"
)

func service() contact.Service {
	return contact.Service{Sheets: recordtest.NewMemory(contact.Schema()), Log: recordtest.NewMemory(contact.EntrySchema()), Random: rand.Reader}
}

func TestWhoHasNoSheetHasTheEmptyOne(t *testing.T) {
	s, err := service().Sheet("b")
	if err != nil || s.Member != "b" || !s.Blank() {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestARefusedSheetChangesNothing(t *testing.T) {
	v := service()
	if err := v.Save(wren()); err != nil {
		t.Fatal(err)
	}
	bad := wren()
	bad.Zone = "Nowhere"
	if err := v.Save(bad); !errors.Is(err, record.ErrInvalid) {
		t.Fatalf("saved: %v", err)
	}
	if s, _ := v.Sheet("a"); s.Zone != "America/Chicago" {
		t.Error("the refused sheet was kept")
	}
}

func TestConfirmingIsOnThePersonsOwnDay(t *testing.T) {
	v := service()
	s := wren()
	s.Confirmed, s.Zone = record.Date{}, "Pacific/Auckland"
	if err := v.Save(s); err != nil {
		t.Fatal(err)
	}
	got, err := v.Confirm("a", in(t, "America/Chicago", "2026-11-21 14:20"), contact.Confirmation{By: "Coordinator", Until: day(2027, 2, 1)}, contact.DefaultPolicy())
	if err != nil || got.Confirmed != day(2026, 11, 22) || got.ConfirmBy != day(2027, 2, 1) || got.ConfirmedBy != "Coordinator" {
		t.Errorf("%v %v %v", got.Confirmed, got.ConfirmBy, err)
	}
	kept, _ := v.Sheet("a")
	if kept.Confirmed != got.Confirmed {
		t.Error("the confirmation was not kept")
	}
	now := in(t, "America/Chicago", "2026-11-21 14:21")
	if contact.NeedsConfirming(kept, now, contact.DefaultPolicy()) || !contact.NeedsConfirming(s, now, contact.DefaultPolicy()) ||
		!contact.NeedsConfirming(kept, now.AddDate(1, 0, 0), contact.DefaultPolicy()) {
		t.Error("what needs confirming is wrong")
	}
}

func TestASheetOnWhichNoWayIsKnownToBeSafeIsNotConfirmedInSilence(t *testing.T) {
	as := func(safeties ...contact.Safety) contact.Sheet {
		s := contact.Sheet{Member: "a"}
		for _, safe := range safeties {
			s.Channels = append(s.Channels, contact.Channel{ID: record.ID("c" + string(rune('0'+len(s.Channels)))), Kind: contact.Text, Safe: safe})
		}
		return s
	}
	for _, c := range []struct {
		why       string
		sheet     contact.Sheet
		unsettled bool
	}{
		{"nothing written down", as(), true},
		{"every way unknown", as(contact.SafetyUnknown, contact.SafetyUnknown), true},
		{"one never, one unknown", as(contact.NeverSafe, contact.SafetyUnknown), true},
		{"a safety of a newer version", as("sometimes"), true},
		{"one unknown, one safe", as(contact.SafetyUnknown, contact.Safe), false},
		{"all never: that is an answer", as(contact.NeverSafe, contact.NeverSafe), false},
	} {
		if got := !c.sheet.Unsettled().IsZero(); got != c.unsettled {
			t.Errorf("%s: %v (%s)", c.why, got, c.sheet.Unsettled())
		}
	}
	v, now := service(), in(t, "America/Chicago", "2026-11-21 14:20")
	if err := v.Save(as(contact.SafetyUnknown)); err != nil {
		t.Fatal(err)
	}
	_, err := v.Confirm("a", now, contact.Confirmation{}, contact.DefaultPolicy())
	if problems := wording.Problems(err); len(problems) != 1 || problems[0].Field != "unsettled" {
		t.Errorf("without a word: %v", err)
	}
	if kept, _ := v.Sheet("a"); !kept.Confirmed.IsZero() {
		t.Error("it was confirmed all the same")
	}
	if got, err := v.Confirm("a", now, contact.Confirmation{AsItIs: true}, contact.DefaultPolicy()); err != nil || got.Confirmed.IsZero() {
		t.Errorf("where it is meant: %v", err)
	}
}

func TestAContactOutsideTheRulesIsKeptAsSuch(t *testing.T) {
	v := service()
	if err := v.Save(wren()); err != nil {
		t.Fatal(err)
	}
	saturday := in(t, "America/Chicago", "2026-11-21 14:20")
	rows := []struct {
		channel record.ID
		kind    contact.Kind
		at      time.Time
		in      bool
		within  bool
		words   string
	}{
		{"signal", "", saturday, false, true, "within the rules of the sheet"},
		{"phone", "", saturday, false, false, "outside the hours of the sheet"},
		{"phone", "", saturday, true, true, "within the rules of the sheet"},
		{"post", "", saturday, false, false, "in a way that was marked never"},
		{"text", "", saturday, false, false, "in a way not known to be safe"},
		{"", contact.InPerson, saturday, false, false, "in a way that was not on the sheet"},
	}
	for _, row := range rows {
		e, err := v.Contacted(contact.Entry{Member: "a", Channel: row.channel, Kind: row.kind, At: row.at, Incoming: row.in,
			Purpose: contact.Logistics, Outcome: contact.Reached, Answered: contact.ThePerson}, contact.DefaultPolicy())
		if err != nil || e.Within != row.within || e.InWords().String() != row.words || e.ID == "" || !e.Kind.Known() {
			t.Errorf("%q incoming %v: within %v, %q, %v", row.channel, row.in, e.Within, e.InWords(), err)
		}
	}
	all, err := v.Entries("a")
	if err != nil || len(all) != len(rows) {
		t.Errorf("%d entries, %v", len(all), err)
	}
}

// A later change of the sheet does not change what was within the rules then.
func TestAnEntryKeepsTheJudgementOfItsTime(t *testing.T) {
	v := service()
	if err := v.Save(wren()); err != nil {
		t.Fatal(err)
	}
	early := in(t, "America/Chicago", "2026-11-20 10:00")
	for i, at := range []time.Time{early, early.Add(48 * time.Hour), early.Add(24 * time.Hour)} {
		if _, err := v.Contacted(contact.Entry{Member: "a", Channel: "email", At: at, Outcome: contact.Sent}, contact.DefaultPolicy()); err != nil {
			t.Fatal(i, err)
		}
	}
	s := wren()
	way(&s, "email", func(c *contact.Channel) { c.Safe = contact.NeverSafe })
	if err := v.Save(s); err != nil {
		t.Fatal(err)
	}
	all, _ := v.Entries("a")
	for i, e := range all {
		if !e.Within || e.Kind != contact.Email {
			t.Errorf("entry %d: %+v", i, e)
		}
		if i > 0 && e.At.After(all[i-1].At) {
			t.Error("the entries are not the latest first")
		}
	}
}

func TestAnEntryThatSaysTooLittleIsRefused(t *testing.T) {
	v := service()
	good := contact.Entry{Member: "a", Kind: contact.Phone, At: time.Unix(1, 0), Outcome: contact.Reached}
	for name, change := range map[string]func(*contact.Entry){
		"whose":   func(e *contact.Entry) { e.Member = "" },
		"when":    func(e *contact.Entry) { e.At = time.Time{} },
		"how":     func(e *contact.Entry) { e.Kind = "" },
		"outcome": func(e *contact.Entry) { e.Outcome = "" },
		"purpose": func(e *contact.Entry) { e.Purpose = "gossip" },
		"who":     func(e *contact.Entry) { e.Answered = "a ghost" },
		"note":    func(e *contact.Entry) { e.Note = strings.Repeat("x", 4001) },
	} {
		e := good
		change(&e)
		if _, err := v.Contacted(e, contact.DefaultPolicy()); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	judged := good
	judged.ID, judged.Within, judged.Rule = "1", true, contact.NeverThisWay
	if err := judged.Validate(); err == nil {
		t.Error("an entry is within a rule that it breaks")
	}
	if all, _ := v.Entries("a"); len(all) != 0 {
		t.Errorf("%d refused entries were kept", len(all))
	}
}

func TestTheLogTellsTheLastUseAndTheNextCheckIn(t *testing.T) {
	at := in(t, "America/Chicago", "2026-11-20 23:00")
	entries := []contact.Entry{
		{Channel: "phone", At: at, Outcome: contact.Reached},
		{Channel: "phone", At: at.Add(-time.Hour), Outcome: contact.BrokeOff, ID: "broke"},
		{Channel: "phone", At: at.Add(-2 * time.Hour), Outcome: contact.DangerSaid, ID: "danger"},
		{Channel: "email", At: at.Add(72 * time.Hour), Outcome: contact.Sent},
	}
	uses := contact.Uses(entries)
	if u := uses["phone"]; !u.Last.Equal(at) || u.Problem.ID != "broke" {
		t.Errorf("phone: %+v", u)
	}
	if u := uses["email"]; !u.Last.Equal(at.Add(72*time.Hour)) || u.Problem.ID != "" {
		t.Errorf("email: %+v", u)
	}
	if due := contact.CheckInDue(wren(), entries, contact.DefaultPolicy()); due != day(2026, 12, 4) {
		t.Errorf("the next check-in is due on %v", due)
	}
	none := wren()
	none.Rhythm = 0
	if due := contact.CheckInDue(none, entries, contact.DefaultPolicy()); !due.IsZero() {
		t.Errorf("no check-ins were agreed, and one is due on %v", due)
	}
	if due := contact.CheckInDue(wren(), nil, contact.DefaultPolicy()); !due.IsZero() {
		t.Errorf("a check-in is due on %v after nothing", due)
	}
}

func TestTheWordsOfASheetAreListedWithTheirLabels(t *testing.T) {
	s := wren()
	s.DangerWord, s.Initiates = contact.Word{Say: "blue"}, contact.EitherSide
	var got []string
	for _, line := range contact.Words(s) {
		got = append(got, line.Label.String()+": "+line.Text.String())
	}
	want := "Name to use: Wren\nIf others may hear: Ren\nSay you are: “from the library group”\n" +
		"Safe word: “late fees” means stop and call back tomorrow\nDanger word: “blue”\n“Call me later” word: “overdue”\n" +
		"In an emergency: call Heron\nWho gets in touch: either of you\nCheck-ins: every 14 days"
	if strings.Join(got, "\n") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if lines := contact.Words(contact.Sheet{}); len(lines) != 0 {
		t.Errorf("the empty sheet has words: %v", lines)
	}
}
