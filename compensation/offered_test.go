package compensation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"holdfast/compensation"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

func refusals(err error) string {
	var fields []string
	for _, p := range wording.Problems(err) {
		fields = append(fields, p.Field)
	}
	return strings.Join(fields, ",")
}

func TestAWayThatMakesNoSenseIsRefusedByItsField(t *testing.T) {
	for _, c := range []struct {
		way  compensation.Way
		want string
	}{
		{compensation.Way{}, ""},
		{compensation.Way{Method: "barter"}, "method"},
		{compensation.Way{Method: compensation.Check, Answers: map[string]string{"mail_seen": "yes"}}, ""},
		{compensation.Way{Method: compensation.Check, Answers: map[string]string{"where": "at the library"}}, "answers"},
		{compensation.Way{Receipt: "perhaps"}, "receipt"},
		{compensation.Way{Handover: strings.Repeat("ñ", 200)}, ""},
		{compensation.Way{Handover: strings.Repeat("ñ", 201)}, "handover"},
		{compensation.Way{Limits: slices.Repeat([]compensation.Limit{{Times: 400, Per: compensation.PerYear}}, 6)}, ""},
		{compensation.Way{Limits: slices.Repeat([]compensation.Limit{{Times: 400, Per: compensation.PerYear}}, 7)}, "limits"},
		{compensation.Way{Limits: []compensation.Limit{{Times: 401, Per: compensation.PerYear}}}, "limits"},
		{compensation.Way{Limits: []compensation.Limit{{Times: 1, Amount: compensation.Money{Minor: 1, Currency: "USD"}, Per: compensation.PerYear}}}, "limits"},
		{compensation.Way{Limits: []compensation.Limit{{Amount: compensation.Money{Minor: 1, Currency: "USD"}, Per: compensation.PerYear}}}, ""},
	} {
		c.way.Member = "m"
		if got := refusals(c.way.Validate()); got != c.want {
			t.Errorf("%+v: refused for %q, not %q", c.way, got, c.want)
		}
	}
	if got := refusals(compensation.Way{}.Validate()); got != "member" {
		t.Error(got)
	}
}

func TestAnAnswerAsksForCareUnlessItIsNo(t *testing.T) {
	for answer, want := range map[string]string{
		"": "unasked mail_seen, unasked statement_seen", "no": "unasked statement_seen",
		"yes": "unasked statement_seen, care mail_seen", "my cousin does": "unasked statement_seen, care mail_seen",
	} {
		w := compensation.Way{Method: compensation.Check, Answers: map[string]string{"mail_seen": answer, "envelope": "nothing", "payer_name": "R. Co"}}
		unasked, care := w.Unasked()
		var said []string
		for _, q := range unasked {
			said = append(said, "unasked "+q.ID)
		}
		for _, q := range care {
			said = append(said, "care "+q.ID)
		}
		if got := strings.Join(said, ", "); got != want {
			t.Errorf("%q: %s", answer, got)
		}
	}
}

func TestAnAnswerIsHeldAgainstTheWayThatItIsAbout(t *testing.T) {
	b := compensation.Before{Account: &compensation.Account{}, Policy: compensation.Usual(), Today: day("2026-11-22"),
		Way: compensation.Way{Method: compensation.Check, Answers: map[string]string{"mail_seen": "yes"}}}
	for method, want := range map[compensation.Method]string{
		compensation.Check: "care asked asked asked", compensation.Cash: "other",
	} {
		var said []string
		for _, c := range b.Concerns(compensation.Entry{Kind: compensation.Payment, Method: method, Day: b.Today, Amount: compensation.Money{Minor: 100, Currency: "USD"}}) {
			said = append(said, map[compensation.About]string{compensation.AnswerCare: "care", compensation.NotAsked: "asked", compensation.OtherMethod: "other"}[c.About])
		}
		if got := strings.TrimSpace(strings.Join(said, " ")); got != want {
			t.Errorf("%s: %q, not %q", method, got, want)
		}
	}
}

func TestNoTaxNumberIsKeptWithAName(t *testing.T) {
	for text, want := range map[string]string{"R. Martin": "", "Vendor 12345678": "", "123-45-6789": "reference", "No. 098765432": "reference", "ABC/:;<=>?@ABCDEF": ""} {
		if got := refusals(compensation.Payee{Member: "m", Reference: text}.Validate()); got != want {
			t.Errorf("%s: refused for %q, not %q", text, got, want)
		}
	}
	if got := refusals(compensation.Payee{}.Validate()); got != "member" {
		t.Error(got)
	}
}

func TestThePolicyStaysInItsRange(t *testing.T) {
	for field, set := range map[string]func(p *compensation.Policy, n int){
		"pay_promised_days":    func(p *compensation.Policy, n int) { p.PromisedDays = n },
		"pay_near_percent":     func(p *compensation.Policy, n int) { p.NearPercent = n },
		"pay_late_notice_days": func(p *compensation.Policy, n int) { p.LateNoticeDays = n },
	} {
		least, most := 1, map[string]int{"pay_promised_days": 90, "pay_near_percent": 99, "pay_late_notice_days": 30}[field]
		if field == "pay_late_notice_days" {
			least = 0
		}
		for n, want := range map[int]string{least - 1: field, least: "", most: "", most + 1: field} {
			p := compensation.Usual()
			if set(&p, n); refusals(p.Validate()) != want {
				t.Errorf("%s %d: refused for %q", field, n, refusals(p.Validate()))
			}
		}
	}
	p := compensation.Usual()
	if p.PassedTo() != compensation.Recipient {
		t.Errorf("%q gets the payment data where nobody is named", p.PassedTo())
	}
	if p.Treasurer = "Grace House"; p.PassedTo() != "Grace House" {
		t.Errorf("%q gets the payment data", p.PassedTo())
	}
	p.LateNoticeDays = 2
	for off, want := range map[string]bool{"2026-11-09": false, "2026-11-10": true, "2026-11-12": true, "2026-11-13": false} {
		if p.LateNotice(day("2026-11-12"), day(off)) != want {
			t.Errorf("called off on %s: it is paid: %v", off, !want)
		}
	}
}

func TestAFundOrAGiftThatMakesNoSenseIsRefusedByItsField(t *testing.T) {
	money := compensation.Money{Minor: 500, Currency: "USD"}
	gift := compensation.InKind{ID: "g", What: "a room", Day: day("2026-11-12"), Value: money}
	fund := compensation.Fund{ID: "f", Code: strings.Repeat("A", 20), Name: "A", Source: compensation.Grant, Budget: money}
	spoilt := func(change func(*compensation.InKind)) error {
		g := gift
		change(&g)
		return g.Validate(day("2026-11-22"))
	}
	accented := fund
	accented.Code = strings.Repeat("Ñ", 20) // characters, not bytes
	long := fund
	long.Code += "A"
	for _, c := range []struct {
		want string
		err  error
	}{
		{"", spoilt(func(*compensation.InKind) {})},
		{"id", spoilt(func(g *compensation.InKind) { g.ID = "" })},
		{"what", spoilt(func(g *compensation.InKind) { g.What = "" })},
		{"day", spoilt(func(g *compensation.InKind) { g.Day = day("2026-11-23") })},
		{"value", spoilt(func(g *compensation.InKind) { g.Value.Minor = 0 })},
		{"", spoilt(func(g *compensation.InKind) { g.Value.Minor = 1e10 })},
		{"value", spoilt(func(g *compensation.InKind) { g.Value.Minor = 1e10 + 1 })},
		{"", fund.Validate()}, {"", accented.Validate()}, {"code", long.Validate()},
	} {
		if got := refusals(c.err); got != c.want {
			t.Errorf("refused for %q, not %q: %v", got, c.want, c.err)
		}
	}
}

func TestWhatOthersArePaidIsSetBesideTheCard(t *testing.T) {
	usd := func(minor int64) compensation.Money { return compensation.Money{Minor: minor, Currency: "USD"} }
	from := day("2026-01-01")
	card := compensation.Card{{Category: "writing", Amount: usd(5000), Basis: compensation.PerHour, From: from},
		{Category: "meeting", Amount: usd(6000), Basis: compensation.PerHour, From: from},
		{Category: "meeting", Amount: usd(7500), Basis: compensation.PerHour, From: day("2026-06-01")}}
	other := func(c compensation.Category, who string, minor int64, b compensation.Basis, from record.Date) compensation.Comparison {
		return compensation.Comparison{ID: "c", Category: c, Who: who, Amount: usd(minor), Basis: b, From: from}
	}
	others := []compensation.Comparison{
		other("meeting", "staff", 9000, compensation.PerHour, from), other("meeting", "consultants", 3750, compensation.PerHour, from),
		other("meeting", "trainers", 9000, compensation.PerDay, from), other("speaking", "speakers", 9000, compensation.PerHour, from),
		other("meeting", "whoever comes next year", 9000, compensation.PerHour, day("2027-01-01")),
	}
	var said []string
	for _, b := range card.Compared(others, day("2026-11-22")) {
		line := b.Who
		if b.Comparable {
			line += fmt.Sprintf(" %+d %%", b.Percent)
		}
		said = append(said, line)
	}
	if got, want := strings.Join(said, ", "), "consultants -50 %, staff +20 %, trainers, speakers"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
	said = nil
	for _, r := range card.Sorted() {
		said = append(said, fmt.Sprint(r.Category, " ", r.Amount.Minor))
	}
	if got, want := strings.Join(said, ", "), "meeting 7500, meeting 6000, writing 5000"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
	nobody := others[0]
	nobody.Who = ""
	if refusals(others[0].Validate()) != "" || refusals(nobody.Validate()) != "who" {
		t.Errorf("%v, %v", others[0].Validate(), nobody.Validate())
	}
}

func TestTheNextClaimIsLookedAtBesideTheOneBeforeIt(t *testing.T) {
	w := done(t, autumn)
	before := w.account("Wren")
	claim := compensation.Entry{Member: before.Member, Kind: compensation.Work, Category: "meeting", Day: day("2026-11-22"), Amount: compensation.Money{Minor: 500, Currency: "USD"}}
	after := before.With(claim, w.policy)
	last := after.Claims[len(after.Claims)-1]
	if len(after.Claims) != len(before.Claims)+1 || last.Number != before.Entries[len(before.Entries)-1].Number+1 || last.Due != day("2026-12-06") {
		t.Errorf("%+v", last.Entry)
	}
	if first := (&compensation.Account{}).With(claim, w.policy); len(first.Claims) != 1 || first.Claims[0].Number != 1 {
		t.Errorf("%+v", first.Claims)
	}
}

func TestALimitIsSaidAsItWasSet(t *testing.T) {
	for want, l := range map[string]compensation.Limit{
		"limit $150.00 a month":     {Amount: compensation.Money{Minor: 15000, Currency: "USD"}, Per: compensation.PerMonth},
		"limit 1 payment a quarter": {Times: 1, Per: compensation.PerQuarter},
		"limit 12 payments a year":  {Times: 12, Per: compensation.PerYear},
	} {
		if got := l.Words().String(); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestALengthOfTimeIsWrittenInHours(t *testing.T) {
	for minutes, want := range map[int]string{0: "", 5: "0 h 05", 60: "1 h 00", 90: "1 h 30", 1440: "24 h 00"} {
		if got := compensation.Length(minutes); got != want {
			t.Errorf("%d: %q, not %q", minutes, got, want)
		}
	}
}

func TestAPriceIsKeptToItsEdges(t *testing.T) {
	most := compensation.Money{Minor: 1e10, Currency: "USD"}
	if m, err := compensation.Priced(most, compensation.PerDay, 0, "1"); err != nil || m != most {
		t.Errorf("the largest sum is %v (%v)", m, err)
	}
	if _, err := compensation.Priced(most, compensation.PerDay, 0, "1.0000001"); err == nil {
		t.Error("more than the largest sum is kept")
	}
	if m, err := compensation.Priced(compensation.Money{Minor: 1, Currency: "USD"}, compensation.PerHour, 30, rule.Number("")); err != nil || m.Minor != 1 {
		t.Errorf("half a cent is %v (%v)", m, err)
	}
	if m, err := compensation.Priced(compensation.Money{Minor: 1, Currency: "USD"}, compensation.PerHour, 29, rule.Number("")); err == nil {
		t.Errorf("less than half a cent is kept as %v", m)
	}
	if !compensation.PerMile.Known() || compensation.Basis("smile").Known() || slices.Contains(compensation.Bases(), compensation.PerMile) {
		t.Error("a mile is a basis that no rate card offers")
	}
	for _, m := range compensation.Methods() {
		shown := slices.Contains([]compensation.Method{compensation.Cash, compensation.GiftCard, compensation.PrepaidCard, compensation.Voucher}, m)
		if m.HandToHand() != shown {
			t.Errorf("%s goes from hand to hand: %v", m, !shown)
		}
	}
}

func TestANoteAndADeclineAreKeptToTheirBounds(t *testing.T) {
	w := done(t, "rate speaking 150.00 from=2026-01-01 per=meeting\nWren work speaking on=2026-11-12")
	s, member, claim := w.service(false), w.way("Wren").Member, w.entry("Wren", "1")
	for _, c := range []struct {
		e    compensation.Entry
		want string
	}{
		{compensation.Entry{Kind: compensation.Approve, Approver: "Chair", For: []compensation.Part{{Claim: claim}}, Note: strings.Repeat("ñ", 2001)}, "note"},
		{compensation.Entry{Kind: compensation.Approve, Approver: "Chair", For: []compensation.Part{{Claim: claim}}, Note: strings.Repeat("ñ", 2000)}, ""},
		{compensation.Entry{Kind: compensation.Decline, For: []compensation.Part{{Claim: claim}}}, "for"},
		{compensation.Entry{Kind: compensation.Decline, For: []compensation.Part{{Claim: claim, Minor: 15000}}}, ""},
	} {
		c.e.Member, c.e.Day = member, w.today
		if _, err := s.Add(c.e); refusals(err) != c.want {
			t.Errorf("%s: refused for %q, not %q", c.e.Kind, refusals(err), c.want)
		}
	}
}

// The range of what is paid for one activity begins with the card, where the
// two are for the same.
func TestEqualPayIsHeldBesideTheCardOfTheSameBasis(t *testing.T) {
	for at, want := range map[string]string{"250.00 per=meeting": "150 250", "250.00 per=day": "250 250"} {
		w := done(t, "rate speaking 150.00 from=2026-01-01 per=meeting\nWren work speaking on=2026-11-12 at="+at+" because two languages")
		u := compensation.EqualPay(w.accounts(), w.card)
		if got := fmt.Sprint(u[0].Least.Minor/100, " ", u[0].Most.Minor/100); len(u) != 1 || got != want {
			t.Errorf("%s: %s, not %s", at, got, want)
		}
	}
}
