package pay_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/pay"
	"holdfast/app/payform"
	"holdfast/app/payrun"
	"holdfast/app/route"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
	"holdfast/wording"
)

// account is what the ledger says about somebody.
func (w *world) account(name string) *compensation.Account {
	w.t.Helper()
	a, err := w.board.Pay().Account(w.who(name))
	w.Must(err)
	return a
}

func (w *world) owed(name string) int64 {
	return compensation.OwingOf([]*compensation.Account{w.account(name)}, record.DateOf(kittest.Start())).Sums["USD"]
}

func TestThePageSaysWhatIsOwedAndWhereTheNumbersComeFrom(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", "")
	w.Shows("Owed now", "State board grant", "left", "Near a limit they set", "Tax form threshold 2026", "$2,000.00 for payments made in 2026",
		"source: Pub. L. 119-21", "General information, not legal or tax advice.", "Chose not to be paid · ask again on")
	w.Hides("R. Alder", "T. Birch", "J. Cedar", "M. Elm")
	if n := pay.Waiting(w.board); n == 0 {
		t.Error("nobody waits, by the sidebar")
	}
}

func TestTheLedgerIsNarrowedByWhatIsChosen(t *testing.T) {
	w := newWorld(t, stage(t))
	l := pay.NewLedger(w.board, wording.English())
	count := func(a pay.Asked) int {
		l.Asked = a
		rows, wrong := l.Rows()
		if len(wrong) > 0 {
			t.Fatalf("%+v is wrong: %v", a, wrong)
		}
		return len(rows)
	}
	all := count(pay.Asked{})
	funds, err := w.board.Pay().Funds()
	w.Must(err)
	for name, a := range map[string]pay.Asked{
		"a person":    {Person: string(w.who("Wren"))},
		"a fund":      {Fund: string(funds[0].Fund.ID)},
		"a kind":      {Kind: string(compensation.Payment)},
		"an activity": {Category: string(compensation.ChildCare)},
		"what's open": {Kind: "open"},
		"days":        {From: "2026-11-01", To: "2026-11-21"},
		"words":       {Text: "somebody ELSE"},
	} {
		if n := count(a); n == 0 || n >= all {
			t.Errorf("narrowed by %s, %d of %d entries are left", name, n, all)
		}
	}
	l.Asked = pay.Asked{From: "yesterday"}
	if _, wrong := l.Rows(); wrong["from"] == "" {
		t.Error("“yesterday” is taken for a day")
	}
}

func TestAnEntryIsTakenBackWithAReasonAndCanBeHadAgain(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", route.LedgerPage)
	w.Choose("Kind", "What is still open")
	before := w.owed("Lark")
	w.Choose("Person", "Lark")
	list := kittest.All[*kit.List[board.LedgerRow]](w.Window.Content())[0]
	w.Window.Canvas().Focus(list)
	w.Press(fyne.KeyReturn)
	w.Push("Take it back…")
	w.Push("Take it back")
	w.Shows("Write why this is taken back.")
	w.Fill("Why it is taken back", "typed twice")
	w.Push("Take it back")
	w.Pass(0)
	after := w.owed("Lark")
	if after >= before || !strings.Contains(w.desk.Says(), "Taken back") {
		t.Fatalf("owed %d became %d; it said %q", before, after, w.desk.Says())
	}
	rows, err := w.board.Pay().Entries(board.LedgerFilter{Member: w.who("Lark"), Kinds: []compensation.Kind{compensation.Reverse}})
	w.Must(err)
	if o, wrong, ask := pay.TakeBack(w.board, wording.English(), rows[0], "it was right", false); o.Trouble != "" || wrong != "" || ask != nil {
		t.Fatal(o, wrong, ask)
	}
	if w.owed("Lark") != before {
		t.Errorf("taken back twice, %d is owed instead of %d", w.owed("Lark"), before)
	}
}

func TestAPayRunPaysEachTheirWayOneByOne(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", route.PayRunAct)
	w.Pass(0)
	for turns := 0; w.HasButton("Mark as paid"); turns++ {
		if turns > 12 {
			t.Fatal("the run does not end")
		}
		w.Hides("R. Alder", "T. Birch", "J. Cedar", "M. Elm")
		if strings.Contains(w.Words(), "Handed over by") {
			w.Window.Canvas().Focus(w.Entry("Handed over by"))
			w.Type("Coordinator")
		}
		w.Press(fyne.KeyReturn)
		if w.HasButton("Pay it all the same") {
			w.Push("Pay it all the same")
			w.Pass(0)
		}
		w.Shows("Paid: $")
		w.Press(fyne.KeyReturn) // “Next person” has the focus
		w.Pass(0)
	}
	w.Shows("Everybody had their turn", "payments were made")
	steps, err := w.board.Pay().PayRun()
	w.Must(err)
	if len(steps) != 0 {
		t.Errorf("%d people were left out", len(steps))
	}
}

func TestTheNameForAPaymentIsHiddenUntilItIsAskedFor(t *testing.T) {
	w := newWorld(t, stage(t))
	heron := w.who("Heron")
	w.Must(w.board.Pay().SavePayee(compensation.Payee{Member: heron, Name: "Q. Example"}))
	r := payrun.NewRun(w.board, wording.English())
	for r.Member() != heron {
		r.Next()
	}
	if r.Payee() != "Q. Example" {
		t.Errorf("the name is %q", r.Payee())
	}
	w.tab("Heron")
	w.Hides("Q. Example")
}

func TestMoreThanIsOwedIsAskedAboutAndIsAnAdvance(t *testing.T) {
	w := newWorld(t, stage(t))
	owed := w.owed("Robin")
	w.open(string(w.who("Robin")), route.PaymentForm)
	w.Fill("Amount", "400")
	w.Push("Write it down")
	w.Shows("More than is owed")
	if len(w.account("Robin").Advances().Sums()) > 0 {
		t.Error("it was paid before anybody agreed")
	}
	w.Push("No, go back")
	w.Push("Write it down")
	w.Push("Yes, as an advance")
	w.Pass(0)
	if got := w.account("Robin").Advances()["USD"]; got != 40000-owed {
		t.Errorf("the advance is %d", got)
	}
}

func TestALimitOfTheirOwnIsAskedAboutBeforeItIsPassed(t *testing.T) {
	w := newWorld(t, stage(t))
	swift := w.who("Swift")
	w.open(string(swift), route.WorkForm)
	w.Fill("How long", "6")
	w.Push("Write it down")
	w.Shows("Before this is accepted", "benefits counselor")
	w.Push("No, go back")
	if a := w.account("Swift"); slices.ContainsFunc(a.Claims, func(c *compensation.Claim) bool { return c.Minutes == 360 }) {
		t.Error("it was written down all the same")
	}
}

func TestTenPeoplesHoursAreEnteredByAHandfulOfKeys(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", route.MeetingAct)
	w.Pass(0)
	w.Type("1:30") // in the first field, where the page begins
	w.Chord(fyne.KeyModifierControl, fyne.KeyD)
	w.Press(fyne.KeyRight)
	w.Type("0:45")
	w.Press(fyne.KeyReturn)
	w.Type("30 min")
	w.Press(fyne.KeyUp, fyne.KeyTab)
	w.Type("1")
	w.Push("Write it down")
	if w.HasButton("Write it down all the same") {
		w.Push("Write it down all the same")
		w.Pass(0)
	}
	if !strings.HasPrefix(w.desk.Says(), "Written down for 9 people: $") {
		t.Fatalf("it said %q in:\n%s", w.desk.Says(), w.Words())
	}
	day := record.DateOf(kittest.Start())
	minutes := map[compensation.Category]int{}
	rows, err := w.board.Pay().Entries(board.LedgerFilter{From: day, To: day})
	w.Must(err)
	for _, r := range rows {
		minutes[r.Category] += r.Minutes
	}
	if minutes[compensation.Meeting] != 9*90 || minutes[compensation.Preparation] != 75 || minutes[compensation.TravelTime] != 60 {
		t.Errorf("the ledger holds %v", minutes)
	}
}

func TestWhatIsTypedWrongInAMeetingIsNamedAndNothingIsKept(t *testing.T) {
	w := newWorld(t, stage(t))
	spanish, err := assets.Book(wording.InSpanish)
	w.Must(err)
	for _, bad := range []struct {
		col  int
		text string
		l    wording.Language
		says string
	}{
		{payrun.ColMeeting, "-2", "", "This is not a length of time."},
		{payrun.ColMeeting, "25", "", "at most a day"},
		{payrun.ColMeeting, "NaN", "", "This is not a length of time."},
		{payrun.ColMeeting, "1e3", "", "This is not a length of time."},
		{payrun.ColCare, "1.234,56", "", "It is not certain how much this is. Write it like 1,234.56."},
		{payrun.ColCare, "1,234.56", wording.InSpanish, "1.234,56"},
		{payrun.ColCare, "1e3", "", "This is not an amount."},
		{payrun.ColMiles, "-3", "", "Write a number like 3 or 12.5."},
	} {
		book := w.Env.Book
		if bad.l == wording.InSpanish {
			book = spanish
		}
		m := payrun.NewMeetingSheet(w.board, book, nil)
		m.Sheet.Rows[0].Cells[payrun.ColMeeting] = "1:30"
		m.Sheet.Rows[1].Cells[bad.col] = bad.text
		say, tally, ask := m.Save(true)
		if say != "" || ask != nil || !strings.Contains(tally.Wrong[payrun.Cell{Row: 1, Col: bad.col}], bad.says) {
			t.Errorf("%q is answered with %q and %v", bad.text, say, tally.Wrong)
		}
		day := record.DateOf(kittest.Start())
		if rows, _ := w.board.Pay().Entries(board.LedgerFilter{From: day, To: day}); len(rows) != 0 {
			t.Errorf("%q: %d entries were kept", bad.text, len(rows))
		}
	}
}

func TestPayAtAnotherRateStandsBesideTheCardWithItsReason(t *testing.T) {
	w := newWorld(t, stage(t))
	_, err := w.board.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: w.who("Wren"), Category: compensation.Meeting, Minutes: 60,
		Day: record.DateOf(kittest.Start()), Rate: compensation.Money{Minor: 9900, Currency: "USD"}, Basis: compensation.PerHour, RateReason: "the evening before a holiday"}})
	w.Must(err)
	w.open("", route.FundsPage)
	w.Shows("Paid at another rate", "once; pay was between $75.00 and $99.00", "the evening before a holiday")
}

func TestWhatHasNoRateHidesNobodyElsesSum(t *testing.T) {
	w := newWorld(t, stage(t))
	card, _, err := w.board.Pay().Card()
	w.Must(err)
	for _, r := range card {
		if r.Category == compensation.Preparation {
			w.Must(w.board.Pay().RemoveRate(r))
		}
	}
	m := payrun.NewMeetingSheet(w.board, w.Env.Book, nil)
	m.Sheet.Rows[0].Cells[payrun.ColMeeting], m.Sheet.Rows[0].Cells[payrun.ColPreparation] = "1:30", "1"
	m.Sheet.Rows[1].Cells[payrun.ColMeeting] = "1:30"
	tally := m.Weigh()
	if !strings.Contains(tally.Trouble, "“Preparation”") || tally.Sums[0] != "" || tally.Sums[1] == "" || tally.Total != "" {
		t.Errorf("%q; sums %q, in all %q", tally.Trouble, tally.Sums, tally.Total)
	}
}

func TestAFormRefusesInASentenceUnderItsField(t *testing.T) {
	w := newWorld(t, stage(t))
	wren := string(w.who("Wren"))
	funds, err := w.board.Pay().Funds()
	w.Must(err)
	closed := funds[0].Fund
	closed.Closed = true
	for _, bad := range []struct {
		tab, id, field, says string
		typed                form.Values
		before               func()
	}{
		{tab: route.WorkForm, id: wren, field: "time", says: "at most a day", typed: form.Values{"time": "25"}},
		{tab: route.WorkForm, id: wren, field: "time", says: "This is paid by the hour", typed: form.Values{}},
		{tab: route.WorkForm, id: wren, field: "day", says: "has not come yet", typed: form.Values{"time": "1", "day": "2026-12-24"}},
		{tab: route.WorkForm, id: wren, field: "rate_reason", says: "pays everybody the same", typed: form.Values{"time": "1", "other_rate": "yes", "rate": "90", "basis": "hour"}},
		{tab: route.WorkForm, id: wren, field: "called_off", says: "up to 2 days before", typed: form.Values{"category": "cancelled_late", "instead": "meeting", "time": "1", "day": "2026-11-20", "called_off": "2026-11-10"}},
		{tab: route.WorkForm, id: "", field: "member", says: "Choose whose work this is.", typed: form.Values{"time": "1"}},
		{tab: route.ExpenseForm, id: wren, field: "amount", says: "not certain how much", typed: form.Values{"amount": "1.234,56"}},
		{tab: route.ExpenseForm, id: wren, field: "day", says: "not known for", typed: form.Values{"category": "mileage", "quantity": "10", "day": "2019-03-03"}},
		{tab: route.PaymentForm, id: wren, field: "amount", says: "This is not an amount", typed: form.Values{"amount": "NaN"}},
		{tab: route.DeferForm, id: wren, field: "until", says: "until which day", typed: form.Values{}},
		{tab: route.PayeeForm, id: wren, field: "reference", says: "tax or account number", typed: form.Values{"reference": "123-45-6789"}},
		{tab: route.WayForm, id: wren, field: "limit_0", says: "one of the two", typed: form.Values{"more_0": "yes", "per_0": "month"}},
		{tab: route.FundForm, id: "", field: "budget", says: "Write the amount.", typed: form.Values{"name": "X", "code": "X"}},
		{tab: route.NumberForm, id: "", field: "source", says: "where this was read", typed: form.Values{"id": "us-1099", "value": "2100"}},
		{tab: route.GiftForm, id: "", field: "what", says: "what was given", typed: form.Values{"value": "10"}},
		{tab: route.WorkForm, id: wren, field: "fund", says: "closed", typed: form.Values{"time": "1", "fund": string(closed.ID)},
			before: func() { _, err := w.board.Pay().SaveFund(closed); w.Must(err) }},
	} {
		if bad.before != nil {
			bad.before()
		}
		f, _ := payform.New(w.board, w.Env.Book, route.Pay(bad.id, bad.tab), nil)
		for name, text := range bad.typed {
			f.Type(name, text)
		}
		say, ask := f.Save()
		state := f.State()
		found := ""
		for _, g := range state.Groups {
			for _, in := range g.Inputs {
				if in.Name == bad.field {
					found = in.Mistake
				}
			}
		}
		if say != "" || ask != nil || !strings.Contains(found, bad.says) {
			t.Errorf("%s with %v is answered with %q, %v; under %s stands %q, above %q", bad.tab, bad.typed, say, ask, bad.field, found, state.Trouble)
		}
	}
}

// Whoever mends one thing and is then told of another that was there before
// loses trust in the form.
func TestAFormSaysAllThatIsWrongAtOnce(t *testing.T) {
	w := newWorld(t, stage(t))
	settings, err := w.board.Settings()
	w.Must(err)
	settings.Pay.Approval, settings.Pay.TwoSignatures = true, true
	_, err = w.board.SaveSettings(settings)
	w.Must(err)
	funds, err := w.board.Pay().Funds()
	w.Must(err)
	wren := string(w.who("Wren"))
	for _, bad := range []struct {
		tab, id string
		typed   form.Values
		wrong   []string
	}{
		{route.FundForm, "", form.Values{"budget": "much"}, []string{"name", "code", "source", "budget"}},
		{route.FundForm, "", form.Values{"code": funds[0].Fund.Code}, []string{"name", "code", "source", "budget"}},
		{route.RateForm, "", form.Values{"from": ""}, []string{"amount", "from"}},
		{route.CompareForm, "", form.Values{}, []string{"amount", "who"}},
		{route.GiftForm, "", form.Values{"day": "2027-01-01"}, []string{"what", "day", "value"}},
		{route.NumberForm, "", form.Values{"value": "much", "id": "x", "unit": "USD", "jurisdiction": "US"}, []string{"value", "source"}},
		{route.PayRulesForm, "", form.Values{"pay_promised_days": "soon", "pay_near_percent": "x", "pay_currency": "dollar"}, []string{"pay_currency", "pay_promised_days", "pay_near_percent"}},
		{route.PaymentForm, wren, form.Values{"amount": "", "method": "cash", "day": "2027-01-01"}, []string{"approver", "amount", "day", "witness"}},
		{route.AdvanceForm, wren, form.Values{"amount": "x", "method": ""}, []string{"amount", "method"}},
		{route.WorkForm, "", form.Values{"day": "2027-01-01", "other_rate": "yes", "rate": "x"}, []string{"member", "day", "time", "rate"}},
		{route.ExpenseForm, "", form.Values{"amount": "x"}, []string{"member", "amount"}},
		{route.WayForm, wren, form.Values{"method": "cash", "words": strings.Repeat("x", 201), "more_0": "yes", "limit_0": "x", "more_1": "yes", "times_1": "few"},
			[]string{"words", "limit_0", "per_0", "times_1", "per_1"}},
	} {
		f, _ := payform.New(w.board, w.Env.Book, route.Pay(bad.id, bad.tab), nil)
		for name, text := range bad.typed {
			f.Type(name, text)
		}
		say, ask := f.Save()
		var wrong []string
		for _, g := range f.State().Groups {
			for _, in := range g.Inputs {
				if in.Mistake != "" {
					wrong = append(wrong, in.Name)
				}
			}
		}
		if say != "" || ask != nil || !slices.Equal(wrong, bad.wrong) {
			t.Errorf("%s with %v is answered with %q, %v; wrong are %v", bad.tab, bad.typed, say, ask, wrong)
		}
	}
}

func TestEveryFormKeepsWhatIsTyped(t *testing.T) {
	w := newWorld(t, stage(t))
	wren := string(w.who("Wren"))
	ledger := w.board.Pay()
	var three []record.ID
	for _, code := range []string{"X", "Y", "Z"} {
		f, err := ledger.SaveFund(compensation.Fund{Code: code, Name: "Fund " + code, Source: compensation.Private, Budget: compensation.Money{Minor: 100000, Currency: "USD"}})
		w.Must(err)
		three = append(three, f.ID)
	}
	for _, good := range []struct {
		tab, id string
		typed   form.Values
		kept    func() bool
	}{
		{route.ExpenseForm, wren, form.Values{"category": "mileage", "quantity": "10"}, func() bool {
			rows, _ := ledger.Entries(board.LedgerFilter{Member: w.who("Wren"), Category: compensation.MileageByCar})
			return len(rows) == 1 && rows[0].Amount.Minor == 725
		}},
		{route.WorkForm, wren, form.Values{"time": "1", "split": "yes", "fund": string(three[0]), "share": "1", "fund2": string(three[1]), "share2": "1", "fund3": string(three[2]), "share3": "1"}, func() bool {
			var parts []int64
			for _, c := range w.account("Wren").Claims {
				if slices.Contains(three, c.Fund) {
					parts = append(parts, c.Amount.Minor)
				}
			}
			return slices.Equal(parts, []int64{2500, 2500, 2500})
		}},
		{route.AdvanceForm, string(w.who("Dove")), form.Values{"amount": "20", "method": "cash"}, func() bool { return w.account("Dove").Advances()["USD"] == 2000 }},
		{route.DeferForm, string(w.who("Robin")), form.Values{"until": "2026-12-20"}, func() bool { return w.account("Robin").OpenClaims()[0].PutOff.Month == 12 }},
		{route.ApproveForm, string(w.who("Heron")) + "/" + string(w.account("Heron").OpenClaims()[0].ID), form.Values{"approver": "The chair"}, func() bool {
			return w.account("Heron").OpenClaims()[0].ApprovedBy == "The chair"
		}},
		{route.DeclineForm, string(w.who("Lark")), form.Values{"until": "2027-02-01"}, func() bool { return w.owed("Lark") == 0 }},
		{route.WayForm, wren, form.Values{"method": "cash", "answer_where": "at the library", "more_0": "yes", "times_0": "2", "per_0": "quarter"}, func() bool {
			way, _ := ledger.Way(w.who("Wren"))
			return way.Method == compensation.Cash && way.Answers["where"] != "" && len(way.Limits) == 1 && way.Limits[0].Times == 2
		}},
		{route.PayeeForm, wren, form.Values{"business": "Reed and Sons"}, func() bool { p, _ := ledger.Payee(w.who("Wren")); return p.Business != "" }},
		{route.FundForm, "", form.Values{"name": "Spring", "code": "S", "source": "corporate", "budget": "1,000", "allows": "meeting\nchild_care", "rules": "us-doj-hour"}, func() bool {
			f, err := ledger.Fund("S")
			return err == nil && len(f.Allows) == 2 && f.Budget.Minor == 100000
		}},
		{route.RateForm, "", form.Values{"category": "speaking", "amount": "250", "basis": "deliverable"}, func() bool { card, _, _ := ledger.Card(); return len(card) == 4 }},
		{route.CompareForm, "", form.Values{"amount": "90", "who": "Interpreters"}, func() bool { _, others, _ := ledger.Card(); return len(others) == 3 }},
		{route.GiftForm, "", form.Values{"what": "Tea", "value": "12.50"}, func() bool { gifts, _ := ledger.Gifts(); return len(gifts) == 3 }},
		{route.NumberForm, "us-1099/2026-01-01", form.Values{"value": "2100", "source": "a letter"}, func() bool {
			years, _ := ledger.Thresholds(2026)
			return years[0].Value.Minor == 210000
		}},
		{route.PayRulesForm, "", form.Values{"signatures": "yes", "columns": "amount\npayee"}, func() bool {
			s, _ := w.board.Settings()
			return s.Pay.TwoSignatures && slices.Equal(s.Pay.Columns, []compensation.Column{compensation.ColAmount, compensation.ColPayee})
		}},
	} {
		f, _ := payform.New(w.board, w.Env.Book, route.Pay(good.id, good.tab), nil)
		for name, text := range good.typed {
			f.Type(name, text)
		}
		draft := f.Draft()
		again, _ := payform.New(w.board, w.Env.Book, route.Pay(good.id, good.tab), draft)
		for name, text := range good.typed {
			if again.Value(name) != text {
				t.Errorf("%s: the draft lost %s", good.tab, name)
			}
		}
		say, ask := f.Save()
		if ask != nil {
			f.Type(ask.Field, form.True)
			say, ask = f.Save()
		}
		if say == "" || ask != nil || !good.kept() {
			t.Errorf("%s said %q (%+v)", good.tab, say, f.State())
		}
	}
}

func TestColumnsOfTheExportStandInTheOrderThatTheBoardChose(t *testing.T) {
	w := newWorld(t, stage(t))
	f, leads := payform.New(w.board, w.Env.Book, route.Pay("", route.PayRulesForm), nil)
	w.Show(apptest.Paged(formpage.New(w.desk, f, leads, false)))
	columns := func() []string { return form.Values{"": f.Value("columns")}.List("") }
	usual := columns()
	w.Tap(w.Spoken("Kind")) // unticked
	w.Tap(w.Spoken("Entry"))
	if got := columns(); slices.Contains(got, "kind") || got[len(got)-1] != "entry" {
		t.Errorf("ticked, they are %v", got)
	}
	w.Press(fyne.KeyTab) // from the box to its “Up”
	w.Press(fyne.KeySpace)
	w.Press(fyne.KeySpace) // which moves it on
	if got := columns(); got[len(got)-3] != "entry" {
		t.Errorf("moved up twice from the end, they are %v", got)
	}
	w.Push("Write it down")
	s, err := w.board.Settings()
	w.Must(err)
	if got := s.Pay.Columns; len(got) != len(usual) || got[len(got)-3] != compensation.ColEntry {
		t.Errorf("kept are %v", got)
	}
}

func TestTwoSignaturesAreAskedForWhereTheBoardWantsThem(t *testing.T) {
	w := newWorld(t, stage(t))
	s, err := w.board.Settings()
	w.Must(err)
	s.Pay.TwoSignatures, s.Pay.Approval = true, true
	_, err = w.board.SaveSettings(s)
	w.Must(err)
	w.open(string(w.who("Wren")), route.PaymentForm)
	w.Fill("Handed over by", "A")
	w.Push("Write it down")
	w.Shows("Write who approved it.")
	w.Fill("Who approved it", "The chair")
	w.Push("Write it down")
	w.Shows("This board asks for two people where cash or a card changes hands.")
	if a := w.account("Wren"); slices.ContainsFunc(a.Entries, func(e compensation.Entry) bool { return e.Kind == compensation.Approve }) {
		t.Error("it was refused, and its approval is kept all the same")
	}
	w.Fill("Second signature", "B")
	w.Fill("Store", "Corner market")
	w.Fill("Card", "4417")
	w.Push("Write it down")
	if w.owed("Wren") != 0 {
		t.Errorf("%d is still owed:\n%s", w.owed("Wren"), w.Words())
	}
}

func TestTheTreasurersTableNamesWhoIsLeftOutAndIsLockedUnlessSomebodyInsists(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.open("", route.TreasurerPage)
	w.Shows("people are left out", "“Treasurer”", "was not asked about passing on what is needed to pay them.", "Codes in place of names")
	w.Push("Write the table…")
	w.Tap(w.Spoken("A file that anyone can read"))
	w.Push("Choose where to put it")
	w.Pass(0)
	w.Shows("Write a file that anyone can read?")
	w.Push("No, go back")
	if files, _ := filepath.Glob(filepath.Join(w.Env.Home, "*")); len(files) != 0 {
		t.Fatalf("%v was written", files)
	}
	w.Push("Write the table…")
	w.Tap(w.Spoken("A file that anyone can read"))
	w.Tap(w.Spoken("Plain rows (CSV)"))
	w.Push("Choose where to put it")
	w.Pass(0)
	w.Push("Yes, not locked")
	w.Pass(0)
	w.Push("Save here")
	data, err := os.ReadFile(filepath.Join(w.Env.Home, "payments.csv"))
	w.Must(err)
	for name, in := range map[string]bool{"Heron": true, "Dove": true, "Lark": false} {
		if id := w.who(name); strings.Contains(string(data), compensation.Code(id)) != (len(w.uses(name)) > 0) {
			t.Errorf("%s: what was written and the register of uses differ (%v)", name, in)
		}
	}
	if strings.Contains(string(data), "Wren") {
		t.Error("the table names somebody")
	}
}

func (w *world) uses(name string) []string {
	w.t.Helper()
	p, err := w.board.Consent().Page(w.who(name))
	w.Must(err)
	var all []string
	for _, u := range p.Uses {
		if u.Recipient == compensation.Recipient {
			all = append(all, u.What)
		}
	}
	return all
}

func TestAListOfTheBankIsHeldBesideTheLedger(t *testing.T) {
	w := newWorld(t, stage(t))
	heron := compensation.Code(w.who("Heron"))
	path := filepath.Join(t.TempDir(), "bank.csv")
	w.Must(os.WriteFile(path, []byte("Date,Amount,Description\n2026-10-26,112.50,"+heron+"\n2026-10-27,9.99,a stranger\n2026-10-28,not a sum,x\n"), 0o600))
	s := pay.ReadBank(t.Context(), w.board, wording.English(), path)
	if s.Trouble != "" || s.Matched != 1 || len(s.OnlyList) != 1 || len(s.Skipped) != 1 {
		t.Errorf("%+v", s)
	}
	if s.Notes != "" {
		t.Errorf("of a list whose heads are known, it says %q", s.Notes)
	}
	w.Must(os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600))
	if s := pay.ReadBank(t.Context(), w.board, wording.English(), path); !strings.Contains(s.Trouble, "No column of this list is called a date") {
		t.Errorf("a list without days says %q", s.Trouble)
	}
}

func TestALetterIsOfferedOnlyToWhomItWasReleased(t *testing.T) {
	w := newWorld(t, stage(t))
	w.tab("Heron")
	w.Shows("A letter needs a release that names who gets it.")
	if w.HasButton("Letter for a caseworker…") {
		t.Error("a letter is offered without a release")
	}
}

func TestWhoChoseNotToBePaidIsNotAskedWhy(t *testing.T) {
	w := newWorld(t, stage(t))
	f, _ := payform.New(w.board, w.Env.Book, route.Pay(string(w.who("Wren")), route.DeclineForm), nil)
	for _, g := range f.State().Groups {
		for _, in := range g.Inputs {
			if in.Name != "until" {
				t.Errorf("it asks for %q", in.Label)
			}
		}
	}
}

func TestADraftOfAMeetingIsTakenUpAgain(t *testing.T) {
	w := newWorld(t, stage(t))
	m := payrun.NewMeetingSheet(w.board, w.Env.Book, nil)
	if m.Draft() != nil {
		t.Error("an empty meeting is a draft")
	}
	m.Sheet.Rows[2].Cells[payrun.ColTravel] = "0:20"
	again := payrun.NewMeetingSheet(w.board, w.Env.Book, m.Draft())
	if again.Sheet.Rows[2].Cells[payrun.ColTravel] != "0:20" {
		t.Error("what was typed is gone")
	}
	screen := payrun.NewMeetingScreen(w.desk, w.board, m.Draft())
	w.Show(apptest.Paged(screen))
	if screen.Draft() == nil {
		t.Error("the screen forgot that it is half-typed")
	}
}

func TestNoWordInTheHeadOfAMeetingIsCutInTwo(t *testing.T) {
	for _, v := range kittest.Variants() {
		if v.Look.Scale() < 2 {
			continue
		}
		w := newWorld(t, kittest.NewStage(t, v.Variant))
		w.open("", route.MeetingAct)
		for _, name := range []string{"Preparation", "Sparrow"} {
			all := kittest.All[*kit.Text](w.Window.Content())
			word := all[slices.IndexFunc(all, func(t *kit.Text) bool { return t.String() == name })]
			if need := word.MinSize().Width; word.Size().Width < need {
				t.Errorf("%s: %q has %v of the %v that it needs", v.Name, name, word.Size().Width, need)
			}
		}
	}
}

func TestNothingIsCutOffOnASmallScreen(t *testing.T) {
	for _, v := range kittest.Variants() {
		if v.Name != "small" && v.Name != "small-200" {
			continue
		}
		w := newWorld(t, kittest.NewStage(t, v.Variant))
		for _, tab := range []string{"", route.FundsPage, route.NumbersPage, route.TreasurerPage, route.MeetingAct, route.PayRunAct, route.WayForm} {
			id := ""
			if tab == route.WayForm {
				id = string(w.who("Wren"))
			}
			w.open(id, tab)
			if cut := kittest.Clipped(w.Stage); len(cut) > 0 {
				t.Errorf("%s, %q: cut off: %q", v.Name, tab, cut)
			}
		}
	}
}
