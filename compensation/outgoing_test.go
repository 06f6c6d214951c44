package compensation_test

import (
	"fmt"
	"strings"
	"testing"

	"holdfast/compensation"
	"holdfast/record"
)

// done is a world in which something was done.
func done(t *testing.T, lines string) *world {
	w := newWorld(t)
	for line := range strings.SplitSeq(lines, "\n") {
		for _, said := range w.do(strings.Fields(line)) {
			if strings.HasPrefix(said, "refused") {
				t.Fatalf("%s: %s", line, said)
			}
		}
	}
	return w
}

// An autumn: work of two funds, a train paid ahead, a check that came back,
// and one that should never have been written.
const autumn = `rate meeting 75.00 from=2026-01-01
fund A 1000.00 from=2026-01-01 to=2026-12-31
Wren work meeting on=2026-11-12 time=1:20 fund=A
Wren work writing on=2026-11-02 amount=50.00
Wren expense transit on=2026-11-02 amount=12.40
Wren payment 92.40 by=prepaid_card on=2026-11-13 for=1=80.00,3=12.40
Wren payment 20.00 by=cash on=2026-11-13 for=advance agreed
Wren return 30.00 of=4 on=2026-11-18
Wren payment 9.00 by=check on=2026-11-19 for=advance agreed
Wren reverse of=7 on=2026-11-19 because a slip
Wren work meeting on=2026-10-31 time=1 fund=A
Wren payment 10.00 by=cash on=2026-10-31 for=advance agreed
Wren expense lodging on=2026-11-20 amount=40.00
Wren payment 40.00 by=check on=2026-11-21 for=11`

// table is what goes out, a line a row.
func table(s compensation.Sheet) string {
	var all []string
	for _, row := range s.Rows {
		var cells []string
		for _, c := range row {
			switch {
			case !c.Day.IsZero():
				cells = append(cells, c.Day.String())
			default:
				cells = append(cells, c.Number+c.Text)
			}
		}
		all = append(all, strings.Join(cells, "|"))
	}
	return strings.Join(all, "\n")
}

func TestTheTreasurerGetsWhatHappenedAndNothingThatWasTakenBack(t *testing.T) {
	w := done(t, autumn)
	w.do(strings.Fields("Heron payment 5.00 by=cash on=2026-11-13 for=advance agreed"))
	columns := []compensation.Column{compensation.ColKind, compensation.ColFund, compensation.ColDay, compensation.ColTitle, compensation.ColHours,
		compensation.ColRate, compensation.ColBasis, compensation.ColAmount, compensation.ColOpen, compensation.ColMethod, compensation.ColPaidOn, compensation.ColState}
	got := table(compensation.Treasurer(w.accounts(), w.funds, columns, day("2026-11-02"), day("2026-11-21"), w.today, w.words))
	want := `Work||2026-11-02|Consulting services||50.00|in all|50.00|50.00|||later than promised
Expense||2026-11-02|Travel||||12.40|12.40|||came back, to be paid again
Work|A|2026-11-12|Consulting services|1.3333|75.00|an hour|100.00|7.60|||came back, to be paid again
Payment||2026-11-13|Advance||||5.00|0.00|Cash|2026-11-13|paid
Payment|A|2026-11-13|Consulting services||||62.40|0.00|Prepaid card|2026-11-13|paid
Payment||2026-11-13|Advance||||30.00|0.00|Prepaid card|2026-11-13|came back, to be paid again
Payment||2026-11-13|Consulting services||||20.00|0.00|Cash|2026-11-13|paid
Expense||2026-11-20|Travel||||40.00|0.00||2026-11-21|paid
Payment||2026-11-21|Travel||||40.00|0.00|Paper check|2026-11-21|paid`
	if got != want {
		t.Errorf("now:\n%s", got)
	}
}

func TestAStatementIsOfItsTimeAndAddsUp(t *testing.T) {
	w := done(t, autumn)
	s := compensation.StatementOf(w.account("Wren"), day("2026-11-02"), day("2026-11-21"))
	var said []string
	for _, c := range s.Claims {
		said = append(said, fmt.Sprint("claim ", c.Number))
	}
	for _, p := range s.Payments {
		said = append(said, fmt.Sprintf("payment %d %s", p.Number, p.Net().Plain()))
	}
	said = append(said, w.words.Render(s.Earned.Words()), w.words.Render(s.Reimbursed.Words()), w.words.Render(s.Open.Words()), fmt.Sprint(s.Minutes, " minutes"))
	if got, want := strings.Join(said, ", "),
		"claim 2, claim 3, claim 1, claim 11, payment 4 62.40, payment 5 20.00, payment 12 40.00, $82.40, $40.00, $145.00, 80 minutes"; got != want {
		t.Errorf("now: %s", got)
	}
}

func TestAnExportSaysWhetherItHasALine(t *testing.T) {
	w := done(t, autumn)
	for span, want := range map[[2]string]bool{
		{"2026-11-02", "2026-11-02"}: true, {"2026-11-13", "2026-11-13"}: true, {"2026-11-03", "2026-11-11"}: false,
		{"2026-11-19", "2026-11-19"}: false, // only what was taken back
	} {
		if got := w.account("Wren").Within(day(span[0]), day(span[1])); got != want {
			t.Errorf("%v: %v", span, got)
		}
	}
	for _, p := range w.account("Wren").Payments {
		if net := p.Net().Minor; p.Void && net != 0 {
			t.Errorf("of what was taken back %d arrived", net)
		}
	}
}

func TestTheYearEndSaysWhatWasReachedOfWhichRule(t *testing.T) {
	w := done(t, "Wren work speaking on=2026-03-01 amount=2100.00\nWren payment 2100.00 by=check on=2026-03-05\n"+
		"Wren work speaking on=2025-03-01 amount=10.00\nWren payment 10.00 by=check on=2025-03-05\n"+
		"Heron payment MXN50.00 by=check on=2026-03-05 for=advance agreed\nHeron payment 9.00 by=check on=2026-03-06 for=advance agreed")
	var totals []compensation.Year
	for _, a := range w.accounts() {
		totals = append(totals, a.Years()...)
	}
	thresholds := compensation.Thresholds(w.accounts(), 2026, w.rules, w.policy)
	payees := map[record.ID]compensation.Payee{w.ways["Wren"].Member: {Reference: "V-17", FormOnFile: day("2026-01-09")}}
	got := table(compensation.YearEnd(thresholds, totals, payees, w.words))
	for name, way := range w.ways {
		got = strings.ReplaceAll(got, compensation.Code(way.Member), name)
	}
	if want := `Heron||2026|MXN|50.00|0.00|1|||not known
Heron||2026|USD|9.00|0.00|1||2000.00|below
Wren|V-17|2025|USD|10.00|0.00|1|2026-01-09||not known
Wren|V-17|2026|USD|2100.00|0.00|1|2026-01-09|2000.00|reached`; got != want {
		t.Errorf("now:\n%s", got)
	}
}

func TestASignatureStandsAtItsPayment(t *testing.T) {
	w := done(t, autumn+"\nWren receipt of=12 on=2026-11-22")
	for _, p := range w.account("Wren").Payments {
		if want := p.Number == 12; p.Signed.IsZero() == want {
			t.Errorf("payment %d was signed for on %v", p.Number, p.Signed)
		}
	}
}
