package contact_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdfast/assets"
	"holdfast/contact"
	"holdfast/record"
	"holdfast/wording"
)

var update = flag.Bool("update", false, "write the files in testdata anew")

// golden compares with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and look at the difference. Now:\n%s", name, got)
	}
}

func spanish(t *testing.T) *wording.Book {
	t.Helper()
	book, err := assets.Book(wording.InSpanish)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// timeline writes every change of the answer over some days.
func timeline(t *testing.T, s contact.Sheet, id record.ID, from string, days int) string {
	t.Helper()
	at := in(t, s.Zone, from)
	end := at.AddDate(0, 0, days)
	var out strings.Builder
	c, _ := s.Channel(id)
	fmt.Fprintf(&out, "%s in %s: %s\n", c.Name(), s.Zone, c.InWords())
	for at.Before(end) {
		a := contact.May(s, id, contact.AnyPurpose, at, contact.DefaultPolicy())
		fmt.Fprintf(&out, "%s  %-8s  %s\n", at.Format("Mon 2006-01-02 15:04 -0700"), a.State, a.Because)
		next := a.Until
		if !a.Allowed {
			next = a.NextSafe
		}
		if next.IsZero() {
			out.WriteString("and so on\n")
			break
		}
		at = next
	}
	return out.String() + "\n"
}

func TestTimelinesOfAWeekAreAsTheyWere(t *testing.T) {
	week := timeline(t, wren(), "signal", "2026-11-20 00:00", 4) +
		timeline(t, wren(), "phone", "2026-11-20 00:00", 7) +
		timeline(t, wren(), "email", "2026-11-20 00:00", 7) +
		timeline(t, wren(), "post", "2026-11-20 00:00", 7)
	limited := wren()
	limited.DoNotContactUntil, limited.ConfirmBy = day(2026, 11, 24), day(2026, 11, 26)
	week += timeline(t, limited, "phone", "2026-11-20 00:00", 12)
	golden(t, "timeline-week.txt", week)
}

func TestTimelinesThroughChangesOfTheClocksAreAsTheyWere(t *testing.T) {
	rows := []struct{ zone, from, opens, closes string }{
		{"America/Chicago", "2026-03-07 00:00", "01:30", "03:30"},
		{"America/Chicago", "2026-10-31 00:00", "01:30", "03:30"},
		{"America/Chicago", "2026-10-31 00:00", "00:30", "01:30"},
		{"America/Phoenix", "2026-03-07 00:00", "01:30", "03:30"},
		{"Europe/Madrid", "2026-03-28 00:00", "22:00", "02:30"},
		{"Europe/Madrid", "2026-10-24 00:00", "22:00", "02:30"},
		{"Australia/Lord_Howe", "2026-04-04 00:00", "01:00", "01:45"},
		{"Australia/Lord_Howe", "2026-10-03 00:00", "01:00", "02:15"},
		{"Africa/Cairo", "2026-04-23 12:00", "23:00", "00:30"},
		{"Asia/Beirut", "2026-10-24 12:00", "23:30", "00:30"},
		{"Antarctica/Troll", "2026-03-28 12:00", "01:30", "02:30"},
		{"Asia/Ho_Chi_Minh", "2026-03-28 12:00", "22:00", "02:30"},
	}
	var all strings.Builder
	for _, row := range rows {
		s := contact.Sheet{Zone: row.zone, Confirmed: day(2026, 1, 1), Channels: []contact.Channel{
			{ID: "1", Kind: contact.Phone, Safe: contact.SafeAtTimes, Hours: hours(contact.EveryDay, row.opens, row.closes)}}}
		all.WriteString(timeline(t, s, "1", row.from, 3))
	}
	golden(t, "timeline-clocks.txt", all.String())
}

// page writes what a person's page shows.
func page(b *wording.Book, sum contact.Summary) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n%s [%s]\n", b.Render(sum.Local), b.Render(sum.Sentence), b.Render(sum.State.Name()))
	for _, text := range append(sum.Words, sum.Warnings...) {
		fmt.Fprintf(&out, "%s\n", b.Render(text))
	}
	for _, row := range sum.Rows {
		fmt.Fprintf(&out, "  %s %s | %s | %s | %s\n", b.Render(row.Name), row.Value, b.Render(row.Hours),
			row.RulesLine(b), b.Render(row.State.Name()))
	}
	fmt.Fprintf(&out, "%s\n\n", b.Render(sum.Confirmed))
	return out.String()
}

func TestTheSummaryReadsAsItDid(t *testing.T) {
	cases := []struct {
		given  string
		at     string
		leave  contact.Leave
		change func(*contact.Sheet)
	}{
		{given: "Saturday afternoon", at: "2026-11-21 14:20"},
		{given: "Friday morning", at: "2026-11-20 10:00"},
		{given: "only the phone, at the weekend", at: "2026-11-21 14:20", change: func(s *contact.Sheet) { s.Channels = s.Channels[1:2] }},
		{given: "only the phone, in the evening", at: "2026-11-19 20:00", change: func(s *contact.Sheet) { s.Channels = s.Channels[1:2] }},
		{given: "only the phone, early in the morning", at: "2026-11-20 06:00", change: func(s *contact.Sheet) { s.Channels = s.Channels[1:2] }},
		{given: "only the phone, in its hours", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { s.Channels = s.Channels[1:2] }},
		{given: "in person, with the code word", at: "2026-11-20 10:00", change: func(s *contact.Sheet) {
			s.Channels = []contact.Channel{{ID: "1", Kind: contact.InPerson, Label: "library", Safe: contact.SafeWithWord}}
		}},
		{given: "a letter", at: "2026-11-20 10:00", change: func(s *contact.Sheet) {
			s.Channels = []contact.Channel{{ID: "1", Kind: contact.Post, Value: "PO Box 3", Safe: contact.Safe, SubstituteOnly: true, Return: contact.BoxReturn}}
		}},
		{given: "not before a day", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { s.DoNotContactUntil = day(2026, 12, 3) }},
		{given: "on leave", at: "2026-11-20 10:00", leave: contact.LeaveNone},
		{given: "on leave, logistics only", at: "2026-11-20 10:00", leave: contact.LeaveLogistics, change: onlyPay},
		{given: "past its last day", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { s.ConfirmBy = day(2026, 11, 10) }},
		{given: "old", at: "2027-03-20 10:00"},
		{given: "never confirmed", at: "2026-11-20 10:00", change: unconfirmed},
		{given: "never confirmed, first asked for", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { unconfirmed(s); s.FirstAsked = "text" }},
		{given: "nothing written down", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { *s = contact.Sheet{Member: "a", Name: "Wren"} }},
		{given: "no name and no zone", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { s.Name, s.Zone = "", "" }},
		{given: "all never", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { s.Channels = s.Channels[3:4] }},
		{given: "nothing known", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { s.Channels = s.Channels[4:] }},
		{given: "several reasons", at: "2026-11-20 10:00", change: func(s *contact.Sheet) {
			s.Channels = append(s.Channels[3:], contact.Channel{ID: "1", Kind: contact.Email, Value: "w@x.org", Safe: contact.SafeWithWord})
			s.SafeWord = contact.Word{}
		}},
		{given: "they get in touch", at: "2026-11-20 10:00", change: func(s *contact.Sheet) { s.Initiates = contact.TheyBegin }},
	}
	for language, book := range map[string]*wording.Book{"en": wording.English(), "es": spanish(t)} {
		var all strings.Builder
		for _, c := range cases {
			s, p := wren(), contact.DefaultPolicy()
			if c.change != nil {
				c.change(&s)
			}
			p.Leave = c.leave
			all.WriteString("# " + c.given + "\n" + page(book, contact.RightNow(s, in(t, "America/Chicago", c.at), p)))
		}
		golden(t, "rightnow-"+language+".txt", all.String())
	}
}

func TestTheSentenceOfThePictureIsTheSame(t *testing.T) {
	sum := contact.RightNow(wren(), in(t, "America/Chicago", "2026-11-21 14:20"), contact.DefaultPolicy())
	if sum.Sentence.String() != "You can send a Signal message. Do not call." ||
		sum.Local.String() != "Saturday 14:20 where Wren is" || !sum.Fresh ||
		said(sum.Words) != "Say you are “from the library group”.\nIf anyone else answers: ask about opening hours, then stop." {
		t.Errorf("%s\n%s\n%s", sum.Local, sum.Sentence, said(sum.Words))
	}
	if want := in(t, "America/Chicago", "2026-11-21 20:00"); !sum.Until.Equal(want) || sum.Until.Location().String() != "America/Chicago" {
		t.Errorf("until %v", sum.Until)
	}
}
