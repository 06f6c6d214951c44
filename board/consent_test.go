package board_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/board"
	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// agreed is a yes that can be kept as it stands.
func agreed(id member.ID, p consent.Purpose, where ...consent.Channel) consent.Event {
	return consent.Event{Member: id, Kind: consent.Given, Scope: consent.Scope{Purpose: p, Channels: where},
		Terms: consent.Terms{Reuse: true, Attribution: consent.Attribution{As: consent.Anonymous, Shown: "a board member"}},
		How:   consent.How{Form: consent.Written, NoCondition: true, Risks: true, Alternatives: true, Copy: consent.CopyGiven}}
}

func chose(t *testing.T, b *board.Board, e consent.Event) consent.Event {
	t.Helper()
	kept, err := b.Consent().Record(e)
	must(t, err)
	return kept
}

func may(t *testing.T, b *board.Board, id member.ID, q consent.Question) consent.Answer {
	t.Helper()
	a, err := b.Consent().May(id, q)
	must(t, err)
	return a
}

func TestWithoutAnyConsentTheSheetAloneDecides(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	reachable(t, b, wren.ID, "2026-11-03")
	before, err := b.May(wren.ID, contact.Pay)
	must(t, err)
	if !before.Allowed {
		t.Fatal("the sheet does not allow it")
	}
	chose(t, b, agreed(wren.ID, consent.KeepRecord))
	if after, err := b.May(wren.ID, contact.Pay); err != nil || after.Ways[0].Answer.Because.String() != before.Ways[0].Answer.Because.String() {
		t.Errorf("a choice about something else changed it: %v", err)
	}
}

// The rows are what was said about contacts, and what is then open.
func TestContactHearsWhatWasSaidAboutIt(t *testing.T) {
	over := agreed("", consent.ToContact)
	over.Terms.End = record.Date{Year: 2026, Month: time.November, Day: 21}
	for why, c := range map[string]struct {
		say   []consent.Event
		later bool // ask on the day after
		open  []contact.Purpose
	}{
		"nothing":             {nil, false, contact.Purposes()},
		"yes to all":          {[]consent.Event{agreed("", consent.ToContact)}, false, contact.Purposes()},
		"no to pay":           {[]consent.Event{{Kind: consent.Refused, Scope: consent.Scope{Purpose: "contact.pay"}}}, false, without(contact.Pay)},
		"no to all":           {[]consent.Event{{Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.ToContact}}}, false, nil},
		"no to everything":    {[]consent.Event{{Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.Everything}}}, false, nil},
		"no to quotes":        {[]consent.Event{{Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.QuoteWords}}}, false, contact.Purposes()},
		"a yes that is over":  {[]consent.Event{over}, true, []contact.Purpose{contact.ConsentQuestion}},
		"taken back":          {[]consent.Event{agreed("", consent.ToContact), {Kind: consent.Withdrawn, Scope: consent.Scope{Purpose: consent.ToContact}}}, false, nil},
		"no, then yes to pay": {[]consent.Event{{Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.ToContact}}, agreed("", "contact.pay")}, false, []contact.Purpose{contact.Pay}},
	} {
		w := newWorld(t)
		b := w.settled()
		wren := add(t, b, "Wren")
		reachable(t, b, wren.ID, "2026-11-03")
		for _, e := range c.say {
			e.Member = wren.ID
			chose(t, b, e)
		}
		if c.later {
			w.now = w.now.AddDate(0, 0, 1)
		}
		for _, p := range contact.Purposes() {
			reach, err := b.May(wren.ID, p)
			must(t, err)
			if reach.Allowed != slices.Contains(c.open, p) {
				t.Errorf("%s: contact about %s is open: %v", why, p, reach.Allowed)
			}
		}
		now, err := b.RightNow(wren.ID)
		must(t, err)
		if open := now.State == contact.OKNow; open != (len(c.open) > 0) {
			t.Errorf("%s: right now: %s", why, now.Sentence)
		}
	}
}

func without(p contact.Purpose) []contact.Purpose {
	return slices.DeleteFunc(contact.Purposes(), func(q contact.Purpose) bool { return p == q })
}

func TestWhatAContactMayBeAboutIsOneList(t *testing.T) {
	var names []string
	for _, p := range contact.Purposes() {
		names = append(names, string(p))
	}
	abouts := consent.ContactsAbout()
	slices.Sort(names)
	slices.Sort(abouts)
	if !slices.Equal(names, abouts) {
		t.Errorf("%v and %v", names, abouts)
	}
}

func TestTheEmergencyContactIsShownOnlyWhereItMayBeCalled(t *testing.T) {
	b := newWorld(t).settled()
	m, err := b.AddMember(member.Member{Name: "Wren", EmergencyName: "Aunt Rosa", EmergencyMayTell: "that I am late"})
	must(t, err)
	shown := func() (text string) {
		lines, err := b.ContactWords(m.ID)
		must(t, err)
		for _, l := range lines {
			text += l.Text.String() + "\n"
		}
		return text
	}
	if !strings.Contains(shown(), "Aunt Rosa") {
		t.Errorf("nobody was asked, and it is hidden: %s", shown())
	}
	chose(t, b, consent.Event{Member: m.ID, Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.EmergencyUse}})
	if text := shown(); strings.Contains(text, "Rosa") || strings.Contains(text, "late") || !strings.Contains(text, "Wren said no to calling their emergency contact") {
		t.Error(text)
	}
}

func TestAContactOfThePastIsJudgedByWhatWasSaidByThen(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	sheet := reachable(t, b, wren.ID, "2026-11-03")
	w.now = w.now.Add(2 * time.Hour)
	chose(t, b, consent.Event{Member: wren.ID, Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.ToContact}})
	for ago, within := range map[time.Duration]bool{time.Hour: true, 0: false} {
		e, err := b.Contacted(contact.Entry{Member: wren.ID, Channel: sheet.Channels[0].ID, Kind: contact.Signal, Outcome: contact.Sent, At: w.now.Add(-ago)})
		must(t, err)
		if e.Within != within {
			t.Errorf("%v ago: within the rules %v (%s)", ago, e.Within, e.Rule)
		}
	}
}

func TestTheDayIsThePersonsOwn(t *testing.T) {
	w := newWorld(t) // a Saturday afternoon in Chicago
	b := w.settled()
	wren := add(t, b, "Wren")
	s := reachable(t, b, wren.ID, "2026-11-03")
	s.Zone = "Pacific/Kiritimati" // fourteen hours ahead of UTC: Sunday already
	must(t, b.SaveSheet(s))
	yes := agreed(wren.ID, consent.KeepRecord)
	yes.Terms.End = record.Date{Year: 2026, Month: time.November, Day: 22}
	if kept := chose(t, b, yes); kept.On.Day != 22 {
		t.Errorf("it was said on %v", kept.On)
	}
	if a := may(t, b, wren.ID, consent.Question{Purpose: consent.KeepRecord}); a.Verdict != consent.Yes {
		t.Errorf("on its only day: %s", a.Because)
	}
	w.now = w.now.Add(14 * time.Hour) // Sunday in Chicago, Monday there
	if a := may(t, b, wren.ID, consent.Question{Purpose: consent.KeepRecord}); a.Rule != consent.Expired {
		t.Errorf("on the day after: %s", a.Because)
	}
}

func TestTheEndIsThatOfTheBoardsRules(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	if e := chose(t, b, agreed(wren.ID, consent.KeepRecord)); e.Terms.End.String() != "2027-11-20" {
		t.Errorf("without a rule of its own it ends on %v", e.Terms.End)
	}
	must(t, b.SaveRule(rule.Rule{ID: "consent-months", Jurisdiction: "US", Value: "3", Unit: "months", Source: "decided by the board", Checked: record.Date{Year: 2026, Month: 11, Day: 1}}))
	if e := chose(t, b, agreed(wren.ID, consent.AlumniContact)); e.Terms.End.String() != "2027-02-20" {
		t.Errorf("with one it ends on %v", e.Terms.End)
	}
}

func TestAWithdrawalIsOnTodayUntilThePersonWasTold(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	reachable(t, b, wren.ID, "2026-11-03")
	chose(t, b, agreed(wren.ID, consent.QuoteWords, consent.Website))
	use, err := b.Consent().Used(consent.Use{Member: wren.ID, Purpose: consent.QuoteWords, Channel: consent.Website, What: "front page"})
	must(t, err)
	if !use.Allowed || len(use.Under) != 1 {
		t.Errorf("%+v", use)
	}
	w.now = w.now.Add(time.Minute)
	no, err := b.Consent().Withdraw(wren.ID, consent.Scope{Purpose: consent.Everything})
	must(t, err)
	if a := may(t, b, wren.ID, consent.Question{Purpose: consent.QuoteWords, Channel: consent.Website}); a.Verdict != consent.No {
		t.Error(a.Because)
	}
	items := func() (n int) {
		today, err := b.Today()
		must(t, err)
		for _, item := range today.Items {
			switch {
			case item.Kind == board.ItemWithdrawal:
				n++
			case item.Kind == board.ItemToForget && (item.Target != board.ToHeld || item.Member != wren.ID):
				t.Errorf("it leads to %+v", item)
			case item.Kind == board.ItemToForget:
				n += 10
			}
		}
		return n
	}
	page := func() board.FollowUp {
		p, err := b.Consent().Page(wren.ID)
		must(t, err)
		return p.After[0]
	}
	card := page()
	if items() != 11 || len(card.Tasks) != 3 || card.Tasks[1].Kind != board.ToForget || !strings.Contains(card.Tasks[2].Text.String(), "No way of reaching Wren is open") {
		t.Errorf("%+v", card.Tasks) // everything was taken back, also being contacted
	}
	must(t, b.Consent().TakenBack(wren.ID, use.ID, consent.RemovedThere, ""))
	w.now = w.now.Add(time.Minute)
	must(t, b.Consent().Told(wren.ID, no.ID))
	if items() != 0 || page().Open {
		t.Errorf("%+v", page())
	}
	if err := b.Consent().TakenBack(wren.ID, "nothing", consent.RemovedThere, ""); !errors.Is(err, record.ErrInvalid) {
		t.Error(err)
	}
}

func TestAChoiceIsNotUndoneAndNobodyIsUndoneWhoMadeOne(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	chose(t, b, consent.Event{Member: wren.ID, Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.ShowPhoto}})
	changes, err := b.History(wren.ID)
	must(t, err)
	if changes[0].Kind != board.ActConsent || changes[0].Standing != board.ForGood || len(changes[0].Details) != 1 {
		t.Errorf("%+v", changes[0])
	}
	for _, c := range changes {
		if err := b.Undo(wren.ID, c.Sequence); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s was undone: %v", c.Kind, err)
		}
	}
}

func TestTheLibraryGivesOutOnlyWhatIsLiveInItsVeryWords(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren Alder")
	q, err := b.Consent().SaveQuote(consent.Quote{Member: wren.ID, Notes: []string{"speaks of leaving"}}, "A meeting is for deciding.")
	must(t, err)
	out := func() []board.ExportedQuote {
		t.Helper()
		all, err := b.Consent().ExportQuotes(consent.Website, "")
		must(t, err)
		return all
	}
	if len(out()) != 0 {
		t.Error("it was given out without a yes")
	}
	yes := agreed(wren.ID, consent.QuoteWords, consent.Website)
	yes.Terms.Review, yes.Terms.Attribution = true, consent.Attribution{As: consent.FirstName}
	chose(t, b, yes)
	if len(out()) != 0 {
		t.Error("it was given out before she saw it")
	}
	must(t, b.Consent().ApproveQuote(wren.ID, q.ID))
	if all := out(); len(all) != 1 || all[0].As.String() != "Wren" || all[0].Words != "A meeting is for deciding." || len(all[0].Notes) != 1 {
		t.Errorf("%+v", all)
	}
	for name, shown := range map[string]string{"Alder, Wren": "", "Wren\u00a0Alder": "Wren", "Wren\u2009Alder": "Wren", "Wren": "Wren"} {
		wren.Name = name
		wren, err = b.SaveMember(wren)
		must(t, err)
		if all := out(); len(all) != 1 || all[0].As.String() != shown {
			t.Errorf("%q goes out as %+v", name, all)
		}
	}
	if all, err := b.Consent().ExportQuotes(consent.Press, ""); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := b.Consent().SaveQuote(q, "A meeting is for deciding, not for looking at."); err != nil || len(out()) != 0 {
		t.Errorf("changed words were given out: %v", err)
	}
	if _, err := b.Consent().SaveQuote(q, "A meeting is for deciding."); err != nil || len(out()) != 1 {
		t.Errorf("the words that she saw are not given out: %v", err)
	}
	w.now = w.now.Add(time.Minute)
	_, err = b.Consent().Withdraw(wren.ID, consent.Scope{Purpose: consent.QuoteWords})
	must(t, err)
	if len(out()) != 0 {
		t.Error("it was given out after she took it back")
	}
}

func TestASignedPageIsThePersonsOwnAndComesBackWhole(t *testing.T) {
	b := newWorld(t).settled()
	wren, heron := add(t, b, "Wren"), add(t, b, "Heron")
	scan := []byte("%PDF-1.7\n" + strings.Repeat("scan", 100_000) + "\n%%EOF\n")
	page, err := b.Attachments().Add(wren.ID, scan)
	must(t, err)
	back, about, err := b.Attachments().Bytes(wren.ID, page.ID)
	must(t, err)
	if !bytes.Equal(back, scan) || about != page {
		t.Error("it came back changed")
	}
	for id, fits := range map[member.ID]bool{wren.ID: true, heron.ID: false} {
		e := agreed(id, consent.KeepRecord)
		e.How.Page = page.ID
		if _, err := b.Consent().Record(e); (err == nil) != fits {
			t.Errorf("a page of somebody else: %v", err)
		}
	}
	if _, err := b.Attachments().Add("nobody", scan); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("a page of nobody: %v", err)
	}
	if _, err := b.Attachments().Add(wren.ID, make([]byte, 200<<20)); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("200 MB: %v", err)
	}
	must(t, b.Attachments().Remove(wren.ID, page.ID))
	if _, _, err := b.Attachments().Bytes(wren.ID, page.ID); !errors.Is(err, record.ErrInvalid) {
		t.Error(err)
	}
}

// Their own yes is there, and alone it allows nothing.
func TestARowSaysThatAPermissionIsMissing(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	chose(t, b, agreed(wren.ID, consent.QuoteWords, consent.Website))
	chose(t, b, consent.Event{Member: wren.ID, Kind: consent.Decides, Standing: &consent.Standing{Permission: true, Alone: []consent.Purpose{consent.KeepRecord}}})
	chose(t, b, agreed(wren.ID, consent.KeepRecord))
	tags := func() (all []string) {
		page, err := b.Consent().Page(wren.ID)
		must(t, err)
		for _, row := range page.Rows {
			all = append(all, row.Tag.String())
		}
		return all
	}
	if got := tags(); !slices.Equal(got, []string{"Permission missing", "Yes"}) {
		t.Errorf("%q", got)
	}
	permission := agreed(wren.ID, consent.QuoteWords, consent.Website)
	permission.Voice, permission.Guardian = consent.TheGuardian, "Ana Reyes"
	chose(t, b, permission)
	if got := tags(); !slices.Equal(got, []string{"Yes", "Yes"}) {
		t.Errorf("with a permission: %q", got)
	}
}

func TestPapersCanBePrintedInBothLanguagesAndNameNobody(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	e := chose(t, b, agreed(wren.ID, consent.KeepRecord))
	for _, book := range []*wording.Book{wording.English(), spanishBook(t)} {
		var all []paper.Document
		for _, p := range consent.Purposes() {
			d, err := b.Consent().Guide(p, book)
			must(t, err)
			all = append(all, d)
		}
		sheet, safe, err := b.Consent().ChoicesSheet(wren.ID, book)
		must(t, err)
		if safe.Verdict == consent.Yes {
			t.Error("a paper is safe although nobody asked")
		}
		blank, err := b.Consent().ReleaseForm("", consent.Terms{}, book)
		must(t, err)
		for _, d := range append(all, sheet, blank) {
			pdf, err := board.PDF(d, book)
			must(t, err)
			page := d.HTML(book)
			if !bytes.HasPrefix(pdf, []byte("%PDF-")) || bytes.Contains(page, []byte("Wren")) {
				t.Errorf("%s names somebody, or is no page", d.Title)
			}
		}
	}
	if _, _, err := b.Consent().Receipt(wren.ID, e.ID, wording.English(), true); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("a receipt although they are off: %v", err)
	}
	if _, err := b.SetSetting("consent_receipts", "yes"); err != nil {
		t.Fatal(err)
	}
	raw, d, err := b.Consent().Receipt(wren.ID, e.ID, wording.English(), true)
	must(t, err)
	page := d.HTML(wording.English())
	if text := string(raw) + string(page); strings.Contains(text, "Wren") || strings.Contains(text, "Riverside") {
		t.Error("a receipt without a name names somebody")
	}
}

func TestAnAuditNamesNobody(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	e := agreed(wren.ID, consent.Release)
	e.Recipient, e.Terms.What, e.Terms.Reason, e.Terms.Method = "County coalition", "name", "list", "paper"
	chose(t, b, e)
	rows, err := b.Consent().Audit(record.DateOf(w.now))
	must(t, err)
	data, err := board.AuditCSV(rows)
	must(t, err)
	if text := string(data); len(rows) != 1 || !strings.Contains(text, wren.ID.Short()+",release,") || strings.Contains(text, "Wren") || strings.Contains(text, "County") {
		t.Error(text)
	}
	if _, err := b.Consent().Audit(record.DateOf(w.now).AddDays(1)); !errors.Is(err, record.ErrInvalid) {
		t.Error(err)
	}
}

func TestInventedChoicesCouldHaveBeenMade(t *testing.T) {
	b := newWorld(t).settled()
	must(t, b.FillDemo(t.Context(), board.Demo{Seed: 7, People: 12, Choices: 12}, nil))
	o, err := b.Consent().Overview(4)
	must(t, err)
	if len(o.People) != 12 || len(o.After) == 0 || o.Needs == 0 {
		t.Errorf("%d people, %d withdrawals, %d needs", len(o.People), len(o.After), o.Needs)
	}
	for _, p := range o.People {
		f, err := b.Consent().File(p.ID)
		must(t, err)
		for _, e := range f.Events {
			if err := e.Validate(nil, consent.Usual()); err != nil {
				t.Fatalf("%+v: %v", e, err)
			}
		}
	}
}
