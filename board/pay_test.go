package board_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

func on(t testing.TB, text string) record.Date {
	t.Helper()
	d, err := record.ParseDate(text)
	must(t, err)
	return d
}

func dollars(minor int64) compensation.Money {
	return compensation.Money{Minor: minor, Currency: "USD"}
}

// paying is a board with a rate card, a fund and some people.
func paying(t *testing.T, names ...string) (*world, *board.Board, []member.ID) {
	t.Helper()
	w := newWorld(t)
	b := w.settled()
	for _, category := range []compensation.Category{compensation.Meeting, compensation.Preparation, compensation.TravelTime} {
		must(t, b.Pay().SaveRate(compensation.Rate{Category: category, From: on(t, "2026-01-01"), Amount: dollars(7500), Basis: compensation.PerHour}))
	}
	_, err := b.Pay().SaveFund(compensation.Fund{Code: "A", Name: "State board grant", Source: compensation.Grant, Budget: dollars(800000)})
	must(t, err)
	var ids []member.ID
	for _, name := range names {
		ids = append(ids, add(t, b, name).ID)
	}
	return w, b, ids
}

// agrees writes down that somebody lets something be passed on.
func agrees(t *testing.T, b *board.Board, id member.ID, to consent.Scope, until string) {
	t.Helper()
	_, err := b.Consent().Record(consent.Event{Member: id, Kind: consent.Given, Scope: to,
		Terms: consent.Terms{What: "what was paid", Reason: "to be paid", Method: "by hand", End: on(t, until)},
		How:   consent.How{Form: consent.Written, Language: "en", Risks: true, Alternatives: true, NoCondition: true, Copy: consent.CopyGiven}})
	must(t, err)
}

// treasurer is the usual recipient of payment data.
func treasurer() consent.Scope {
	return consent.Scope{Purpose: consent.PayData, Recipient: compensation.Recipient}
}

func fundA(t *testing.T, b *board.Board) []compensation.Share {
	t.Helper()
	f, err := b.Pay().Fund("a")
	must(t, err)
	return []compensation.Share{{Fund: f.ID, Weight: 1}}
}

func refused(t *testing.T, err error, field string) {
	t.Helper()
	problems := wording.Problems(err)
	if len(problems) == 0 || problems[0].Field != field {
		t.Errorf("refused with %v, want a problem of %s", err, field)
	}
}

// The page as the picture has it: three people owed, one who declined.
func TestAMeetingIsEnteredForEverybodyInOneAct(t *testing.T) {
	_, b, ids := paying(t, "Wren", "Heron", "Plover", "Siskin")
	must(t, b.Pay().SaveWay(compensation.Way{Member: ids[0], Method: compensation.GiftCard, Handover: "handed over in person"}))
	must(t, b.Pay().SaveWay(compensation.Way{Member: ids[1], Method: compensation.Check,
		Limits: []compensation.Limit{{Amount: dollars(15250), Per: compensation.PerMonth}}}))
	must(t, b.Pay().SaveWay(compensation.Way{Member: ids[3], Method: compensation.NotAtAll, AskAgain: on(t, "2027-03-01")}))
	entries, err := b.Pay().EnterMeeting(board.Meeting{Day: on(t, "2026-11-12"), Shares: fundA(t, b), People: []board.Attended{
		{Member: ids[0], Meeting: 90, Preparation: 90}, {Member: ids[1], Meeting: 90},
		{Member: ids[2], ChildCare: dollars(5000), Miles: "34.5"}, {Member: ids[3], Meeting: 90}}})
	must(t, err)
	if len(entries) != 7 {
		t.Fatalf("%d entries were written", len(entries))
	}
	page, err := b.Pay().Page()
	must(t, err)
	if got := page.Owed.Sums["USD"]; got != 22500+11250+5000+2501 || page.Owed.People != 3 || page.OwedLine.String() != "3 people · oldest 9 days" {
		t.Errorf("owed %d to %d people: %s", got, page.Owed.People, page.OwedLine)
	}
	var lines []string
	for _, l := range page.ToPay {
		lines = append(lines, strings.Join([]string{l.Name, l.What.String(), compensation.Length(l.Minutes), l.Open.In(wording.InEnglish),
			string(l.State), l.How.String(), l.Tag.String(), l.Fund}, "|"))
	}
	slices.Sort(lines)
	want := []string{
		"Heron|Meeting|1 h 30|$112.50|owed|Paper check||State board grant",
		"Plover|Child care + Miles by car||$75.01|owed|Not asked yet||State board grant",
		"Siskin|Meeting|1 h 30|$0.00|declined|Chose not to be paid · ask again on 1 March 2027||State board grant",
		"Wren|Meeting + Preparation|3 h 00|$225.00|owed|Store gift card, handed over in person||State board grant",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("to pay:\n%s", strings.Join(lines, "\n"))
	}
	if s := page.Funds[0]; s.Owed != dollars(41251) || s.Balance != dollars(800000) || len(page.Reach) != 1 || page.Reach[0].Says.String() != "$2,000.00 for payments made in 2026" {
		t.Errorf("the cards say %+v and %s", s, page.Reach[0].Says)
	}
	journal, err := b.Journal(time.Time{})
	must(t, err)
	if journal[0].Kind != board.ActPayWork || journal[0].Records != 7 {
		t.Errorf("the journal has %s with %d records", journal[0].Kind, journal[0].Records)
	}
}

func TestAMeetingWithOneMistakeIsNotEnteredAtAll(t *testing.T) {
	_, b, ids := paying(t, "Wren", "Heron")
	_, err := b.Pay().EnterMeeting(board.Meeting{Day: on(t, "2026-11-12"), People: []board.Attended{
		{Member: ids[0], Meeting: 90}, {Member: ids[1], Meeting: 90, Miles: "0"}}})
	refused(t, err, "amount")
	if page, _ := b.Pay().Page(); len(page.ToPay) != 0 {
		t.Errorf("%d lines were entered all the same", len(page.ToPay))
	}
}

func TestAPayRunAsksFirstAndPaysOneByOne(t *testing.T) {
	_, b, ids := paying(t, "Wren", "Heron", "Siskin")
	must(t, b.Pay().SaveWay(compensation.Way{Member: ids[0], Method: compensation.Check, Words: "Say it is from the library group",
		Answers: map[string]string{"mail_seen": "yes", "payer_name": "Riverside Library"}}))
	must(t, b.Pay().SaveWay(compensation.Way{Member: ids[2], Method: compensation.NotAtAll}))
	must(t, b.Pay().SavePayee(compensation.Payee{Member: ids[0], Name: "W. Sample"}))
	_, err := b.Pay().EnterMeeting(board.Meeting{Day: on(t, "2026-11-12"), People: []board.Attended{
		{Member: ids[0], Meeting: 60}, {Member: ids[1], Meeting: 60}, {Member: ids[2], Meeting: 60}}})
	must(t, err)
	steps, err := b.Pay().PayRun()
	must(t, err)
	if len(steps) != 2 {
		t.Fatalf("%d people are in the queue, and one of three chose not to be paid", len(steps))
	}
	i := slices.IndexFunc(steps, func(s board.PayStep) bool { return s.Member == ids[0] })
	s := steps[i]
	if len(s.Ask) != 2 || s.Payment.Amount != dollars(7500) || s.Way.Words == "" {
		t.Errorf("the step asks %d questions and pays %v", len(s.Ask), s.Payment.Amount)
	}
	if said := s.Concerns[0].Says.String(); said != "Take care: “Does anybody else open or see the mail there?” was answered with “yes”." {
		t.Errorf("first it says %q", said)
	}
	paid, err := b.Pay().Pay(s.Payment, false)
	must(t, err)
	receipt, err := b.Pay().Receipt(ids[0], paid.ID, wording.English())
	must(t, err)
	page := receipt.HTML(wording.English())
	for _, never := range []string{"Wren", "Sample", "Riverside", "library"} {
		if strings.Contains(string(page), never) {
			t.Errorf("the receipt says %q", never)
		}
	}
	if steps, _ = b.Pay().PayRun(); len(steps) != 1 {
		t.Errorf("%d are still in the queue", len(steps))
	}
	_, err = b.Pay().Reverse(ids[0], paid.ID, "the check was lost", false)
	must(t, err)
	if steps, _ = b.Pay().PayRun(); len(steps) != 2 {
		t.Errorf("taken back, %d are in the queue", len(steps))
	}
}

func TestReceiptsInOneGoAreThoseOfWhoSignsEachOnAPageOfItsOwn(t *testing.T) {
	_, b, ids := paying(t, "Wren", "Heron", "Siskin", "Robin")
	var made []compensation.Entry
	for n, signs := range []compensation.Choice{compensation.Yes, compensation.No, "", compensation.Yes} {
		must(t, b.Pay().SaveWay(compensation.Way{Member: ids[n], Method: compensation.Check, Receipt: signs}))
		e, err := b.Pay().Advance(compensation.Entry{Member: ids[n], Method: compensation.Check, Amount: dollars(1000 + int64(n))})
		must(t, err)
		made = append(made, e)
	}
	signing, err := b.Pay().Signing(made)
	must(t, err)
	d, err := b.Pay().Receipts(signing, wording.English())
	must(t, err)
	html := d.HTML(wording.English())
	for n, in := range []bool{true, false, false, true} {
		if strings.Contains(string(html), compensation.Code(ids[n])) != in {
			t.Errorf("receipt of person %d: is there? %v", n, !in)
		}
	}
	pdf, err := board.PDF(d, wording.English())
	must(t, err)
	if pages := bytes.Count(pdf, []byte("/Type /Page\n")); pages != 2 {
		t.Errorf("two receipts are on %d pages", pages)
	}
	_, err = b.Pay().Sign(ids[0], made[0].ID, record.Date{})
	must(t, err)
	if signing, _ = b.Pay().Signing(made); len(signing) != 1 {
		t.Errorf("one of two has signed, and %d receipts are to be printed", len(signing))
	}
	_, err = b.Pay().Receipts(nil, wording.English())
	refused(t, err, "receipts")
}

func TestPayingTooMuchIsAskedAboutOnce(t *testing.T) {
	_, b, ids := paying(t, "Wren")
	_, err := b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: ids[0], Category: compensation.Meeting, Day: on(t, "2026-11-12"), Minutes: 60}})
	must(t, err)
	e := compensation.Entry{Member: ids[0], Amount: dollars(10000), Method: compensation.Cash}
	_, err = b.Pay().Pay(e, false)
	refused(t, err, "agreed")
	_, err = b.Pay().Pay(e, true)
	must(t, err)
	a, err := b.Pay().Account(ids[0])
	must(t, err)
	if a.Advances()["USD"] != 2500 {
		t.Errorf("the advance is %v", a.Advances())
	}
}

func TestALetterNeedsALiveRelease(t *testing.T) {
	w, b, ids := paying(t, "Wren")
	write := func() error {
		_, err := b.Pay().Letter(ids[0], "Ana Ruiz, county office", on(t, "2026-01-01"), on(t, "2026-12-31"), wording.English())
		return err
	}
	refused(t, write(), "release")
	agrees(t, b, ids[0], consent.Scope{Purpose: consent.Release, Recipient: "Ana Ruiz, county office"}, "2026-11-30")
	refused(t, write(), "release") // of something else
	agrees(t, b, ids[0], consent.Scope{Purpose: consent.Release, Recipient: "Ana Ruiz, county office", Item: board.ReleasedPayments}, "2026-11-30")
	if uses := page(t, b, ids[0]).Uses; len(uses) != 0 {
		t.Errorf("before any letter %d uses are written down", len(uses))
	}
	must(t, write())
	if uses := page(t, b, ids[0]).Uses; len(uses) != 1 || !uses[0].Allowed || len(uses[0].Under) != 1 || uses[0].Recipient != "Ana Ruiz, county office" {
		t.Errorf("after the letter the register holds %+v", uses)
	}
	if _, err := b.Pay().Letter(ids[0], "somebody else", on(t, "2026-01-01"), on(t, "2026-12-31"), wording.English()); err == nil {
		t.Error("a letter was written to somebody who is not in the release")
	}
	w.now = at(t, "2026-12-01T12:00:00-06:00")
	refused(t, write(), "release")
}

func page(t *testing.T, b *board.Board, id member.ID) board.ConsentPage {
	t.Helper()
	p, err := b.Consent().Page(id)
	must(t, err)
	return p
}

func TestWhoDidNotAgreeIsInNoExport(t *testing.T) {
	w, b, ids := paying(t, "Wren", "Heron", "Plover", "Siskin")
	for _, id := range ids[:3] {
		_, err := b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: id, Category: compensation.Meeting, Day: on(t, "2026-11-12"), Minutes: 60}})
		must(t, err)
		_, err = b.Pay().Pay(compensation.Entry{Member: id, Amount: dollars(7500), Method: compensation.Check}, false)
		must(t, err)
	}
	agrees(t, b, ids[0], treasurer(), "2026-12-31")
	agrees(t, b, ids[1], consent.Scope{Purpose: consent.PayData, Recipient: "City office"}, "2026-12-31")
	exports := map[string]func() (board.PayExport, error){
		"the treasurer's table": func() (board.PayExport, error) {
			return b.Pay().Treasurer(on(t, "2026-01-01"), on(t, "2026-12-31"), wording.English())
		},
		"the year-end list": func() (board.PayExport, error) { return b.Pay().YearEnd(2026, wording.English()) },
	}
	holds := func(what string, e board.PayExport, in ...int) {
		t.Helper()
		file, err := e.CSV()
		must(t, err)
		for i, id := range ids {
			if got := strings.Contains(string(file), compensation.Code(id)); got != slices.Contains(in, i) {
				t.Errorf("%s with person %d: %v", what, i, got)
			}
		}
		if want := 3 - len(in); len(e.Withheld) != want || (e.Says().String() == "") != (want == 0) {
			t.Errorf("%s names %d as left out: %s", what, len(e.Withheld), e.Says())
		}
	}
	for name, make := range exports {
		e, err := make()
		must(t, err)
		holds(name, e, 0)
		must(t, b.Pay().Gave(e))
	}
	if uses := page(t, b, ids[0]).Uses; len(uses) != 2 || !uses[0].Allowed {
		t.Errorf("the register holds %+v", uses)
	}
	s, err := b.Settings()
	must(t, err)
	s.Pay.Treasurer = "city office"
	_, err = b.SaveSettings(s)
	must(t, err)
	for name, make := range exports {
		e, err := make()
		must(t, err)
		holds(name+" for the city", e, 1)
	}
	w.now = at(t, "2027-01-02T12:00:00-06:00")
	for name, make := range exports {
		e, err := make()
		must(t, err)
		holds(name+" once the yes is over", e)
	}
}

func TestWhatIsCalledOffLateIsPaidAndInTimeIsNot(t *testing.T) {
	_, b, ids := paying(t, "Wren")
	called := func(day string) error {
		_, err := b.Pay().EnterMeeting(board.Meeting{Day: on(t, "2026-11-12"), CalledOff: on(t, day), Shares: fundA(t, b), People: []board.Attended{{Member: ids[0], Meeting: 90}}})
		return err
	}
	refused(t, called("2026-11-09"), "called_off")
	refused(t, called("2026-11-13"), "called_off")
	must(t, called("2026-11-10"))
	rows, err := b.Pay().Entries(board.LedgerFilter{})
	must(t, err)
	if len(rows) != 1 || rows[0].Category != compensation.CancelledLate || rows[0].Amount != dollars(11250) || rows[0].CalledOff != on(t, "2026-11-10") {
		t.Errorf("the ledger holds %+v", rows)
	}
}

func TestWhatOfPayIsLeftOfSomebodyForgotten(t *testing.T) {
	_, b, ids := paying(t, "Wren", "Heron")
	agrees(t, b, ids[0], treasurer(), "2026-12-31")
	must(t, b.Pay().SavePayee(compensation.Payee{Member: ids[0], Name: "W. Sample", Reference: "V-17"}))
	must(t, b.Pay().SaveWay(compensation.Way{Member: ids[0], Method: compensation.Check, Handover: "to her sister"}))
	_, err := b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: ids[0], Category: compensation.Meeting, Day: on(t, "2026-11-12"), Minutes: 60, Note: "Wren came late"}})
	must(t, err)
	_, err = b.Pay().Pay(compensation.Entry{Member: ids[0], Amount: dollars(7500), Method: compensation.Check, Reference: "W. Sample 1041"}, false)
	must(t, err)
	before, err := b.Pay().Treasurer(on(t, "2026-01-01"), on(t, "2026-12-31"), wording.English())
	must(t, err)
	_, err = b.Leaving().Forget(t.Context(), ids[0], nil)
	must(t, err)
	after, err := b.Pay().Treasurer(on(t, "2026-01-01"), on(t, "2026-12-31"), wording.English())
	must(t, err)
	if len(after.Rows) != len(before.Rows) || len(after.Rows) != 2 {
		t.Errorf("%d rows became %d", len(before.Rows), len(after.Rows))
	}
	rows, err := b.Pay().Entries(board.LedgerFilter{Member: ids[0]})
	must(t, err)
	for _, row := range rows {
		if row.Name != compensation.Code(ids[0]) || row.Note+row.Reference != "" {
			t.Errorf("an entry still says %q, %q, %q", row.Name, row.Note, row.Reference)
		}
	}
	if p, err := b.Pay().Payee(ids[0]); err != nil || p.Name != "" {
		t.Errorf("the payee's name is still %q (%v)", p.Name, err)
	}
}

// Being forgotten takes a yes away, and must not turn silence into one.
func TestWhoNeverAgreedIsInNoExportOnceForgotten(t *testing.T) {
	_, b, ids := paying(t, "Wren", "Heron")
	agrees(t, b, ids[1], treasurer(), "2026-12-31")
	for _, id := range ids {
		_, err := b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: id, Category: compensation.Meeting, Day: on(t, "2026-11-12"), Minutes: 60}})
		must(t, err)
	}
	for _, id := range ids {
		_, err := b.Leaving().Forget(t.Context(), id, nil)
		must(t, err)
	}
	e, err := b.Pay().Treasurer(on(t, "2026-01-01"), on(t, "2026-12-31"), wording.English())
	must(t, err)
	if text := fmt.Sprint(e.Rows); len(e.Rows) != 1 || strings.Contains(text, compensation.Code(ids[0])) || len(e.Withheld) != 1 || e.Withheld[0].Member != ids[0] {
		t.Errorf("%v goes out, %+v does not", e.Rows, e.Withheld)
	}
}

func TestNothingTypedGoesToTheTreasurer(t *testing.T) {
	_, b, ids := paying(t, "=Wren()")
	const secret = "=SECRET"
	agrees(t, b, ids[0], treasurer(), "2026-12-31")
	s, err := b.Settings()
	must(t, err)
	s.Pay.Columns = compensation.Columns()
	_, err = b.SaveSettings(s)
	must(t, err)
	_, err = b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: ids[0], Category: compensation.Meeting, Day: on(t, "2026-11-12"), Minutes: 60,
		Note: secret, Rate: dollars(8000), Basis: compensation.PerHour, RateReason: secret}})
	must(t, err)
	_, err = b.Pay().Pay(compensation.Entry{Member: ids[0], Amount: dollars(8000), Method: compensation.GiftCard, Store: secret, Card: secret, Handed: secret, Reference: secret}, false)
	must(t, err)
	out, err := b.Pay().Treasurer(on(t, "2026-01-01"), on(t, "2026-12-31"), wording.English())
	must(t, err)
	for _, form := range []board.SheetForm{board.SheetCSV} {
		file, err := board.Sheet(t.Context(), out.Out, form, nil)
		must(t, err)
		if strings.Contains(string(file), "SECRET") || strings.Contains(string(file), "Wren") {
			t.Errorf("the export says:\n%s", file)
		}
	}
	locked, err := board.Locked([]byte("x"), "orbit lantern maple quiet harbor seven")
	must(t, err)
	if !strings.HasPrefix(string(locked), "age-encryption.org/v1") {
		t.Error("the locked export is no age file")
	}
}

func TestWhatWasDeclinedOnceIsOfferedAgainOnTheDayThatTheyNamed(t *testing.T) {
	w, b, ids := paying(t, "Wren")
	_, err := b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: ids[0], Category: compensation.Meeting, Day: on(t, "2026-11-20"), Minutes: 120}})
	must(t, err)
	_, err = b.Pay().Decline(ids[0], nil, on(t, "2026-12-10"))
	must(t, err)
	offered := func() bool {
		today, err := b.Today()
		must(t, err)
		return slices.ContainsFunc(today.Items, func(i board.Item) bool { return i.Kind == board.ItemOfferAgain })
	}
	steps := []struct {
		now       string
		confirmed string
		offered   bool
	}{{"2026-12-09T12:00:00-06:00", "2026-11-01", false}, {"2026-12-10T12:00:00-06:00", "2026-11-01", true},
		{"2026-12-11T12:00:00-06:00", "2026-12-11", false}}
	for _, step := range steps {
		w.now = at(t, step.now)
		must(t, b.Pay().SaveWay(compensation.Way{Member: ids[0], Method: compensation.Check, Confirmed: on(t, step.confirmed)}))
		if got := offered(); got != step.offered {
			t.Errorf("on %s, gone through on %s: offered again is %v", step.now, step.confirmed, got)
		}
	}
}

func TestTodayNamesWhoWaitsAndWhatRunsOut(t *testing.T) {
	w, b, ids := paying(t, "Wren", "Siskin")
	must(t, b.Pay().SaveWay(compensation.Way{Member: ids[1], Method: compensation.NotAtAll, AskAgain: on(t, "2026-12-10")}))
	_, err := b.Pay().SaveFund(compensation.Fund{Code: "B", Name: "Small fund", Source: compensation.Private, Budget: dollars(10000)})
	must(t, err)
	f, err := b.Pay().Fund("B")
	must(t, err)
	_, err = b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: ids[0], Category: compensation.Meeting, Day: on(t, "2026-11-20"), Minutes: 120, Fund: f.ID}})
	must(t, err)
	kinds := func() (all []board.ItemKind) {
		today, err := b.Today()
		must(t, err)
		for _, item := range today.Items {
			switch item.Kind {
			case board.ItemPay, board.ItemOfferAgain, board.ItemLimit, board.ItemFund:
				all = append(all, item.Kind)
			}
		}
		return all
	}
	if got := kinds(); !slices.Equal(got, []board.ItemKind{board.ItemFund}) {
		t.Errorf("a day later Today names %v", got)
	}
	w.now = at(t, "2026-12-15T12:00:00-06:00")
	if got := kinds(); !slices.Equal(got, []board.ItemKind{board.ItemPay, board.ItemOfferAgain, board.ItemFund}) {
		t.Errorf("three weeks later Today names %v", got)
	}
}

func TestTheThresholdOf2027IsUnknownUntilItIsEntered(t *testing.T) {
	w, b, ids := paying(t, "Wren")
	w.now = at(t, "2027-02-01T12:00:00-06:00")
	_, err := b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: ids[0], Category: "speaking", Day: on(t, "2026-12-20"), Amount: dollars(200000)}})
	must(t, err)
	_, err = b.Pay().Pay(compensation.Entry{Member: ids[0], Amount: dollars(200000), Method: compensation.Check}, false)
	must(t, err)
	years, err := b.Pay().Thresholds(2027)
	must(t, err)
	if y := years[0]; y.Known || y.All[0].Reach != compensation.Unknown || !strings.Contains(y.Says.String(), "not known") {
		t.Errorf("2027 is known: %s", y.Says)
	}
	must(t, b.SaveRule(rule.Rule{ID: rule.TaxForm, Jurisdiction: "US", From: on(t, "2027-01-01"), To: on(t, "2027-12-31"), Value: "2000", Unit: "USD",
		Use: rule.YearTotal, Source: "the notice of the tax office", Checked: on(t, "2027-01-20")}))
	if years, err = b.Pay().Thresholds(2027); err != nil || years[0].Reached != 1 {
		t.Errorf("entered, %d have reached it (%v)", years[0].Reached, err)
	}
}

// What was paid and checked takes the place of what says less.
func TestFiguresSpeakOfPayAndChecklistsOnceThereIsAny(t *testing.T) {
	w, b, ids := paying(t, "Wren", "Heron")
	figures := func() []string {
		today, err := b.Today()
		must(t, err)
		var all []string
		for _, f := range today.Figures {
			all = append(all, f.Label.String()+": "+f.Value.String()+", "+f.Detail.String())
		}
		return all[2:]
	}
	if got := figures(); !strings.HasPrefix(got[0], "In touch") || !strings.HasPrefix(got[1], "Terms") {
		t.Errorf("before: %q", got)
	}
	_, err := b.Pay().EnterMeeting(board.Meeting{Day: on(t, "2026-11-12"), People: []board.Attended{{Member: ids[0], Meeting: 60}}})
	must(t, err)
	must(t, b.Pay().SaveWay(compensation.Way{Member: ids[0], Method: compensation.Check}))
	steps, err := b.Pay().PayRun()
	must(t, err)
	_, err = b.Pay().Pay(steps[0].Payment, false)
	must(t, err)
	must(t, b.Assess().SaveFact("vawa-voca-fvpsa", "about.funders", []string{"vawa"}))
	must(t, b.Assess().Mark("vawa-voca-fvpsa", "policy", assessment.Mark{Status: assessment.Done, ReviewBy: record.DateOf(w.now).AddDays(10)}))
	got := figures()
	if got[0] != "Paid this year: $75.00, usually 9 days after the work" {
		t.Error(got[0])
	}
	if !strings.HasPrefix(got[1], "Confidentiality checklists: 1 of ") {
		t.Error(got[1])
	}
}
