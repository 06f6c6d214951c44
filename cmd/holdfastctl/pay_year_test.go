package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdfast/store/keyring"
)

// The year of a board of nine, entered through the commands, and beside it the
// same year in plain whole cents, which shares nothing with the program: what
// the program says must be what comes out there.

// desk runs commands on one vault, opened with its paper key.
type desk struct {
	t   *testing.T
	dir string
	ids []string
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, dir: t.TempDir()}
	d.put("pass", "orbit lantern maple quiet harbor seven\n")
	d.run("2025-12-31", "create", d.at("vault"), "--time-zone", "America/Chicago", "--paper", d.at("kit.txt"), "--passphrase-file", d.at("pass"))
	return d
}

func (d *desk) at(name string) string { return filepath.Join(d.dir, name) }

func (d *desk) put(name, text string) string {
	d.t.Helper()
	if err := os.WriteFile(d.at(name), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return d.at(name)
}

// run runs a command on a day and gives what it printed.
func (d *desk) run(day string, args ...string) string {
	d.t.Helper()
	var out, complaint bytes.Buffer
	if args[0] != "create" {
		args = append(args, "--key", d.at("kit.txt"))
	}
	args = append(args, "--now", day+"T18:00:00-06:00")
	code := run(context.Background(), args, world{in: strings.NewReader(""), out: &out, errOut: &complaint,
		getenv: func(string) string { return "" }, settingsDir: d.at("settings"), cost: keyring.Lowest()})
	if code > 1 {
		d.t.Fatalf("%s ended with %d: %s", strings.Join(args, " "), code, complaint.String())
	}
	return out.String()
}

func (d *desk) json(into any, day string, args ...string) {
	d.t.Helper()
	if err := json.Unmarshal([]byte(d.run(day, append(args, "--json")...)), into); err != nil {
		d.t.Fatal(err)
	}
}

// oneClaim is a line of the year as the test itself knows it.
type oneClaim struct {
	who     int
	month   int // of the work
	what    string
	minutes int
	cents   int
	expense bool
	fund    string
}

// onePayment is what was paid to somebody on a day.
type onePayment struct {
	who      int
	day      string
	pay, out int // cents for time, cents for what was laid out
	method   string
}

// cents of minutes at an hourly rate, halves up.
func atRate(minutes, rate int) int { return (2*minutes*rate + 60) / 120 }

// claims of a month: who came, for how long, and what they laid out.
func claimsOf(month int) []oneClaim {
	rate := 7500
	if month >= 7 {
		rate = 8035 // a raise, and one that does not divide
	}
	var all []oneClaim
	for who := range 9 {
		if (who+month)%5 == 0 {
			continue
		}
		minutes, preparation := 60+15*((who*month)%5), 25*((who+2*month)%3)
		all = append(all, oneClaim{who, month, "meeting", minutes, atRate(minutes, rate), false, "A"})
		if preparation > 0 {
			all = append(all, oneClaim{who, month, "preparation", preparation, atRate(preparation, rate), false, "A"})
		}
		if who == 2 || who == 5 {
			all = append(all, oneClaim{who, month, "child_care", 0, 2000 + 35*month, true, "A"})
		}
		if who == 1 || who == 4 {
			tenths := 100 + 10*who + month
			all = append(all, oneClaim{who, month, "mileage", 0, (tenths*725 + 50) / 100, true, "A"}) // 72.5 cents a mile
		}
	}
	return all
}

const declines, giftCards, paidInJanuary = 8, 3, 7

// enterYear enters everything and gives what the year should come to.
func (d *desk) enterYear() (claims []oneClaim, payments []onePayment) {
	for i := range 9 {
		role := "reviewer"
		if i < 6 {
			role = "speaker"
		}
		file := d.put("person.json", fmt.Sprintf(`{"name": "Person %c", "stages": [{"stage": "active", "on": "2025-06-01"}], "roles": [{"name": "%s", "from": "2025-06-01"}]}`, 'A'+i, role))
		d.run("2025-12-31", "member", "add", d.at("vault"), "--set", file)
	}
	var people struct {
		Members []struct{ ID, Name string }
	}
	d.json(&people, "2025-12-31", "members", d.at("vault"))
	slices.SortFunc(people.Members, func(a, b struct{ ID, Name string }) int { return strings.Compare(a.Name, b.Name) })
	for _, m := range people.Members {
		d.ids = append(d.ids, m.ID)
	}
	for _, id := range d.ids {
		d.run("2026-01-01", "consent", "give", d.at("vault"), id, "--purpose", "payment_data", "--to", "Treasurer", "--until", "2027-12-31", "--never-a-condition", "--copy", "declined")
	}
	for _, category := range []string{"meeting", "preparation"} {
		d.run("2026-01-01", "pay", "rates", d.at("vault"), category, "75.00", "--from", "2026-01-01")
		d.run("2026-06-30", "pay", "rates", d.at("vault"), category, "80.35", "--from", "2026-07-01")
	}
	d.run("2026-01-01", "pay", "funds", d.at("vault"), "--set", d.put("fund.json", `{"code": "A", "name": "State board grant", "source": "grant", "budget": {"minor": 3000000, "currency": "USD"}, "from": "2026-01-01", "to": "2026-12-31"}`))
	d.run("2026-01-01", "pay", "way", d.at("vault"), d.ids[declines], "--set", d.put("way.json", `{"method": "none", "ask_again": "2027-01-15"}`))
	for month := 1; month <= 12; month++ {
		monthly := claimsOf(month)
		claims = append(claims, monthly...)
		d.run(fmt.Sprintf("2026-%02d-13", month), "pay", "meeting", d.at("vault"), d.put("meeting.json", d.meeting(month, monthly)))
		payments = append(payments, d.payMonth(month, monthly)...)
	}
	d.mistakes()
	return claims, payments
}

// meeting is the file of a month.
func (d *desk) meeting(month int, claims []oneClaim) string {
	people := map[int]map[string]any{}
	for _, c := range claims {
		if people[c.who] == nil {
			people[c.who] = map[string]any{"id": d.ids[c.who]}
		}
		switch c.what {
		case "meeting", "preparation":
			people[c.who][c.what] = fmt.Sprintf("%d min", c.minutes)
		case "child_care":
			people[c.who][c.what] = fmt.Sprintf("%d.%02d", c.cents/100, c.cents%100)
		case "mileage":
			tenths := 100 + 10*c.who + month
			people[c.who]["miles"] = fmt.Sprintf("%d.%d", tenths/10, tenths%10)
		}
	}
	file := map[string]any{"on": fmt.Sprintf("2026-%02d-12", month), "funds": []string{"A"}}
	var list []map[string]any
	for who := range 9 {
		if people[who] != nil {
			list = append(list, people[who])
		}
	}
	file["people"] = list
	text, err := json.Marshal(file)
	if err != nil {
		d.t.Fatal(err)
	}
	return string(text)
}

// payMonth pays everybody's month on the 25th; one person's December waits
// until January.
func (d *desk) payMonth(month int, claims []oneClaim) (payments []onePayment) {
	for who := range 9 {
		p := onePayment{who: who, day: fmt.Sprintf("2026-%02d-25", month), method: "check"}
		if who == giftCards {
			p.method = "gift_card"
		}
		if who == paidInJanuary && month == 12 {
			p.day = "2027-01-04"
		}
		for _, c := range claims {
			if c.who == who && c.expense {
				p.out += c.cents
			} else if c.who == who {
				p.pay += c.cents
			}
		}
		if who == declines || p.pay+p.out == 0 {
			continue
		}
		sum := p.pay + p.out
		d.run(p.day, "pay", "paid", d.at("vault"), d.ids[who], fmt.Sprintf("%d.%02d", sum/100, sum%100), "--by", p.method, "--on", p.day,
			"--reference", fmt.Sprintf("R%02d%d", month, who))
		payments = append(payments, p)
	}
	return payments
}

// mistakes are made and taken back; they must leave no trace in any figure.
func (d *desk) mistakes() {
	var wrong struct {
		Entries []struct{ ID string }
	}
	d.json(&wrong, "2027-01-05", "pay", "work", d.at("vault"), d.ids[0], "meeting", "--on", "2026-12-12", "--time", "3")
	d.run("2027-01-05", "pay", "void", d.at("vault"), d.ids[0], wrong.Entries[0].ID, "--reason", "the wrong person")
	d.json(&wrong, "2027-01-05", "pay", "paid", d.at("vault"), d.ids[0], "10.00", "--by", "check", "--on", "2026-11-30", "--agreed")
	d.run("2027-01-05", "pay", "return", d.at("vault"), d.ids[0], wrong.Entries[0].ID, "--on", "2026-12-03")
}

type moneyJSON struct {
	Minor    int
	Currency string
}

func TestAYearOfNinePeopleComesToWhatItShould(t *testing.T) {
	d := newDesk(t)
	claims, payments := d.enterYear()
	const end = "2027-01-31"
	t.Run("statements", func(t *testing.T) { d.checkStatements(t, claims, payments, end) })
	t.Run("thresholds", func(t *testing.T) { d.checkThresholds(t, payments, end) })
	t.Run("export", func(t *testing.T) { d.checkExport(t, claims, payments, end) })
	t.Run("report", func(t *testing.T) { d.checkReport(t, claims, payments, end) })
	t.Run("reconciliation", func(t *testing.T) { d.checkBank(t, payments, end) })
	t.Run("fund", func(t *testing.T) {
		var funds struct {
			Funds []struct{ Spent, Owed, Balance moneyJSON }
		}
		d.json(&funds, end, "pay", "funds", d.at("vault"))
		spent := 0
		for _, p := range payments {
			spent += p.pay + p.out
		}
		if f := funds.Funds[0]; f.Spent.Minor != spent || f.Owed.Minor != 0 || f.Balance.Minor != 3000000-spent {
			t.Errorf("the fund stands at %+v, spent %d", f, spent)
		}
	})
}

func (d *desk) checkStatements(t *testing.T, claims []oneClaim, payments []onePayment, end string) {
	for who := range 9 {
		var s struct {
			Minutes                  int
			Earned, Reimbursed, Open []moneyJSON
			Claims                   int
			Payments                 int
		}
		d.json(&s, end, "pay", "statement", d.at("vault"), d.ids[who], "--from", "2026-01-01", "--to", "2026-12-31")
		minutes, number, pay, out, times := 0, 0, 0, 0, 0
		for _, c := range claims {
			if c.who == who {
				minutes += c.minutes
				number++
			}
		}
		for _, p := range payments {
			if p.who == who && p.day < "2027" {
				pay, out, times = pay+p.pay, out+p.out, times+1
			}
		}
		sum := func(all []moneyJSON) int {
			total := 0
			for _, m := range all {
				total += m.Minor
			}
			return total
		}
		if s.Minutes != minutes || s.Claims != number || s.Payments != times || sum(s.Earned) != pay || sum(s.Reimbursed) != out || sum(s.Open) != 0 {
			t.Errorf("person %d: %+v, want %d minutes, %d claims, %d payments of %d and %d", who, s, minutes, number, times, pay, out)
		}
	}
}

func (d *desk) checkThresholds(t *testing.T, payments []onePayment, end string) {
	for _, year := range []string{"2026", "2027"} {
		var answer struct {
			Thresholds []struct {
				Known  bool
				People []struct {
					Member, Reach string
					Total         moneyJSON
					Expenses      moneyJSON
				}
			}
		}
		d.json(&answer, end, "pay", "thresholds", d.at("vault"), "--year", year)
		pay, out := map[string]int{}, map[string]int{}
		for _, p := range payments {
			if p.day[:4] == year {
				pay[d.ids[p.who]] += p.pay
				out[d.ids[p.who]] += p.out
			}
		}
		found := answer.Thresholds[0]
		if found.Known != (year == "2026") || len(found.People) != len(pay) {
			t.Errorf("%s: known %v, %d people, want %d", year, found.Known, len(found.People), len(pay))
		}
		for _, p := range found.People {
			want := "below"
			switch {
			case year == "2027":
				want = "unknown"
			case pay[p.Member] >= 200000:
				want = "reached"
			case pay[p.Member]*100 >= 200000*80:
				want = "near"
			}
			if p.Total.Minor != pay[p.Member] || p.Expenses.Minor != out[p.Member] || p.Reach != want {
				t.Errorf("%s: %+v, want %d and %d, %s", year, p, pay[p.Member], out[p.Member], want)
			}
		}
	}
}

func (d *desk) checkExport(t *testing.T, claims []oneClaim, payments []onePayment, end string) {
	d.run(end, "settings", "set", d.at("vault"), "pay_export_columns", "kind,payee,fund,date,hours,amount,state,title")
	d.run(end, "pay", "export", d.at("vault"), "--from", "2026-01-01", "--to", "2026-12-31", "--out", d.at("year.csv"), "--plaintext")
	text, err := os.ReadFile(d.at("year.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sums, states := map[string]int{}, map[string]int{}
	for _, row := range rows[1:] {
		whole, cents, _ := strings.Cut(row[5], ".")
		var w, c int
		if _, err := fmt.Sscanf(whole+" "+cents, "%d %d", &w, &c); err != nil {
			t.Fatalf("%q: %v", row, err)
		}
		sums[row[0]] += 100*w + c
		states[row[0]+" "+row[6]]++
		if strings.Contains(strings.Join(row, " "), "Person") || strings.Contains(strings.Join(row, " "), "State board") {
			t.Errorf("a row names somebody: %q", row)
		}
	}
	work, laid, paid, declined := 0, 0, 0, 0
	for _, c := range claims {
		if c.expense {
			laid += c.cents
		} else {
			work += c.cents
		}
		if c.who == declines {
			declined++
		}
	}
	for _, p := range payments {
		if p.day < "2027" {
			paid += p.pay + p.out
		}
	}
	const cameBack = 1000
	if sums["Work"] != work || sums["Expense"] != laid || sums["Payment"] != paid+cameBack || states["Work declined"] != declined {
		t.Errorf("the export has %v and %v, want %d, %d, %d and %d declined", sums, states, work, laid, paid, declined)
	}
}

// share is a payment's cents that went to one claim.
func (d *desk) checkReport(t *testing.T, claims []oneClaim, payments []onePayment, end string) {
	var r struct {
		Total struct {
			Paid           moneyJSON
			ExpensesHidden bool `json:"expenses_hidden"`
		}
		Tables []struct {
			Title string
			Rows  []struct {
				Label          string
				Hidden         bool
				ExpensesHidden bool `json:"expenses_hidden"`
				People         int
				Minutes        int
				Paid, Expenses moneyJSON
			}
		}
	}
	d.json(&r, end, "pay", "report", d.at("vault"), "--year", "2026")
	late := func(c oneClaim) bool { return c.who == paidInJanuary && c.month == 12 }
	months := []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	names := map[string]string{"meeting": "Meeting", "preparation": "Preparation", "child_care": "Child care", "mileage": "Miles by car"}
	type group struct {
		cents, minutes, laid int
		people, spent        map[int]bool
	}
	groups, total := map[string]*group{}, 0
	for _, c := range claims {
		if c.who == declines || late(c) {
			continue
		}
		role := "Reviewer"
		if c.who < 6 {
			role = "Speaker or trainer"
		}
		work := c.what == "meeting" || c.what == "preparation"
		if work {
			total += c.cents
		}
		for _, label := range []string{months[c.month-1] + " 2026", "State board grant", names[c.what], role} {
			if groups[label] == nil {
				groups[label] = &group{people: map[int]bool{}, spent: map[int]bool{}}
			}
			g := groups[label]
			if work {
				g.cents, g.minutes, g.people[c.who] = g.cents+c.cents, g.minutes+c.minutes, true
			} else {
				g.laid, g.spent[c.who] = g.laid+c.cents, true
			}
		}
	}
	if r.Total.Paid.Minor != total {
		t.Errorf("the report has %d in all, want %d", r.Total.Paid.Minor, total)
	}
	shown := 0
	for _, table := range r.Tables {
		for _, row := range table.Rows {
			g := groups[row.Label]
			if g == nil {
				t.Errorf("there is nothing about %s", row.Label)
				continue
			}
			if few := len(g.people) > 0 && len(g.people) < 5; few && !row.Hidden {
				t.Errorf("%s is about %d people and is shown", row.Label, len(g.people))
			}
			if few := len(g.spent) > 0 && len(g.spent) < 5; few && !row.ExpensesHidden {
				t.Errorf("the expenses of %s are about %d people and are shown", row.Label, len(g.spent))
			}
			if row.Hidden || len(g.people) == 0 {
				continue
			}
			shown++
			if row.Paid.Minor != g.cents || row.Minutes != g.minutes || row.People != len(g.people) {
				t.Errorf("%s: %+v, want %+v", row.Label, row, g)
			}
		}
	}
	// Two people drove and two had child care: together four, so that not even
	// their sum is shown. Twelve months, one fund, two activities, and the roles.
	if shown < 15 || !r.Total.ExpensesHidden {
		t.Errorf("%d figures are shown; the sum of expenses is hidden: %v", shown, r.Total.ExpensesHidden)
	}
}

func (d *desk) checkBank(t *testing.T, payments []onePayment, end string) {
	var list strings.Builder
	list.WriteString("Date,Description,Amount\n")
	matched, missing := 0, 0
	for i, p := range payments {
		if p.method == "gift_card" || p.day > "2027" {
			continue
		}
		cents := p.pay + p.out
		switch i % 11 {
		case 3: // a line the bank does not have
			missing++
			continue
		case 7: // a slip of the keys, found by its reference
			cents += 90
		default:
			matched++
		}
		fmt.Fprintf(&list, "%s/%s/%s,CHECK R%s%d,-%d.%02d\n", p.day[5:7], p.day[8:], p.day[:4], p.day[5:7], p.who, cents/100, cents%100)
	}
	list.WriteString("06/30/2026,BANK FEE,-3.00\n")
	var answer struct {
		Matched, Differ []struct {
			More *moneyJSON `json:"list_has_more"`
		}
		OnlyInList   []struct{ Line int }    `json:"only_in_list"`
		OnlyInLedger []struct{ Date string } `json:"only_in_ledger"`
	}
	d.json(&answer, end, "pay", "reconcile", d.at("vault"), d.put("bank.csv", list.String()))
	differ := strings.Count(list.String(), "\n") - 2 - matched
	if len(answer.Matched) != matched || len(answer.Differ) != differ || len(answer.OnlyInList) != 1 || len(answer.OnlyInLedger) != missing+1 {
		t.Errorf("matched %d, differ %d, only in the list %d, only in the ledger %d; want %d, %d, 1, %d", len(answer.Matched), len(answer.Differ),
			len(answer.OnlyInList), len(answer.OnlyInLedger), matched, differ, missing+1)
	}
	for _, m := range answer.Differ {
		if m.More == nil || m.More.Minor != 90 {
			t.Errorf("a slip of 90 cents is said to be %v", m.More)
		}
	}
}
