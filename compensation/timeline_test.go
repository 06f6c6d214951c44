package compensation_test

import (
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"holdfast/assets"
	"holdfast/compensation"
	"holdfast/record"
	"holdfast/record/recordtest"
	"holdfast/rule"
	"holdfast/wording"
)

var update = flag.Bool("update", false, "write what the timelines come to anew")

// A timeline is a text: what is done, a line each, and under it, after two
// spaces, what came of it. The lines that are done are read from the file and
// done again; what comes of them must be what stands there.
func TestTimelinesComeToWhatStandsInThem(t *testing.T) {
	files, err := filepath.Glob("testdata/timelines/*.txt")
	if err != nil || len(files) < 30 {
		t.Fatalf("there are %d timelines, at least 30 are wanted (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			w := newWorld(t)
			var out strings.Builder
			for line := range strings.Lines(string(text)) {
				line = strings.TrimRight(line, "\n")
				if strings.HasPrefix(line, "  ") {
					continue
				}
				out.WriteString(line + "\n")
				if line == "" || strings.HasPrefix(line, "#") {
					continue
				}
				for _, said := range w.do(strings.Fields(line)) {
					out.WriteString("  " + said + "\n")
				}
			}
			if *update {
				if err := os.WriteFile(file, []byte(out.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			} else if out.String() != string(text) {
				t.Errorf("%s differs; run with -update and look at the difference. Now:\n%s", file, out.String())
			}
		})
	}
}

// world is a ledger with its funds, its rate card and a clock.
type world struct {
	t      testing.TB
	ledger *recordtest.Memory[compensation.Entry]
	chance *chance
	today  record.Date
	funds  []compensation.Fund
	card   compensation.Card
	rules  rule.Book
	own    []rule.Rule
	policy compensation.Policy
	ways   map[string]*compensation.Way
	names  []string
	words  *wording.Book
}

// chance counts, so that every run draws the same identifiers.
type chance struct{ n uint64 }

func (c *chance) Read(p []byte) (int, error) {
	c.n++
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(nil, c.n))
	return copy(p, sum[:]), nil
}

func newWorld(t testing.TB) *world {
	files, err := assets.Rules()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := rule.Read(files...)
	if err != nil {
		t.Fatal(err)
	}
	return &world{t: t, ledger: recordtest.NewMemory(compensation.Schema()), chance: &chance{}, today: day("2026-11-22"),
		rules: rules, policy: compensation.Usual(), ways: map[string]*compensation.Way{}, words: wording.English()}
}

func day(text string) record.Date {
	d, err := record.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func (w *world) service(agreed bool) compensation.Service {
	return compensation.Service{Ledger: w.ledger, Funds: w.funds, Card: w.card, Rules: w.rules.With(w.own), Policy: w.policy, Random: w.chance,
		Now: w.today.Start(time.UTC).Add(12 * time.Hour), By: "Coordinator", Agreed: agreed}
}

// way is the Way of a person, made when they are first named.
func (w *world) way(name string) *compensation.Way {
	if w.ways[name] == nil {
		id, err := record.NewID(w.chance)
		if err != nil {
			w.t.Fatal(err)
		}
		w.ways[name] = &compensation.Way{Member: id}
		w.names = append(w.names, name)
	}
	return w.ways[name]
}

func (w *world) account(name string) *compensation.Account {
	entries, err := w.service(false).Entries(w.way(name).Member)
	if err != nil {
		w.t.Fatal(err)
	}
	return compensation.Fold(entries)
}

func (w *world) accounts() []*compensation.Account {
	var all []*compensation.Account
	for _, name := range w.names {
		all = append(all, w.account(name))
	}
	return all
}

// do does one line of a timeline and says what came of it.
func (w *world) do(words []string) []string {
	w.t.Helper()
	o := options(words)
	switch words[0] {
	case "today":
		w.today = day(words[1])
		return nil
	case "rate":
		r := compensation.Rate{Category: compensation.Category(words[1]), Amount: w.money(words[2]), From: day(o["from"]), Basis: compensation.PerHour}
		if o["per"] != "" {
			r.Basis = compensation.Basis(o["per"])
		}
		w.card = append(w.card, r)
		return w.said(r.Validate())
	case "fund":
		w.fund(words[1], w.money(words[2]), o)
		return nil
	case "close":
		for i := range w.funds {
			w.funds[i].Closed = w.funds[i].Closed || w.funds[i].Code == words[1]
		}
		return nil
	case "rule":
		r := rule.Rule{ID: words[1], Jurisdiction: "US", Value: rule.Number(words[2]), Unit: "USD", Use: rule.YearTotal,
			Source: "a letter", From: day(o["from"]), To: day(o["to"]), Checked: w.today}
		w.own = append(w.own, r)
		return w.said(r.Validate())
	case "board":
		w.policy.Approval = w.policy.Approval || slices.Contains(words, "approval")
		w.policy.TwoSignatures = w.policy.TwoSignatures || slices.Contains(words, "signatures")
		return nil
	case "show", "years", "funds", "reach", "owing", "equal":
		return w.show(words, o)
	}
	return w.act(words, o)
}

func (w *world) fund(code string, budget compensation.Money, o map[string]string) {
	f := compensation.Fund{ID: record.ID("fund-" + code), Code: code, Name: "Fund " + code, Source: compensation.Grant, Budget: budget,
		From: day(o["from"]), To: day(o["to"])}
	if o["allows"] != "" {
		for name := range strings.SplitSeq(o["allows"], ",") {
			f.Allows = append(f.Allows, compensation.Category(name))
		}
	}
	if o["bound"] != "" {
		f.Rules = strings.Split(o["bound"], ",")
	}
	w.funds = append(w.funds, f)
	if err := f.Validate(); err != nil {
		w.t.Fatal(err)
	}
}

// act is a line that begins with a person's name.
func (w *world) act(words []string, o map[string]string) []string {
	name := words[0]
	way := w.way(name)
	e := compensation.Entry{Member: way.Member, Kind: compensation.Kind(words[1]), Day: w.today, Reason: o["because"],
		Handed: o["handed"], Witness: o["witness"], Store: o["store"], Card: o["card"], Approver: o["by"]}
	if o["on"] != "" {
		e.Day = day(o["on"])
	}
	if o["until"] != "" {
		e.Until = day(o["until"])
	}
	if o["fund"] != "" && !strings.Contains(o["fund"], ":") {
		e.Fund = record.ID("fund-" + o["fund"])
	}
	switch words[1] {
	case "wants":
		way.Method = compensation.Method(words[2])
		return w.said(way.Validate())
	case "limit":
		l := compensation.Limit{Per: compensation.Period(o["per"])}
		if o["times"] != "" {
			l.Times, _ = strconv.Atoi(o["times"])
		} else {
			l.Amount = w.money(words[2])
		}
		way.Limits = append(way.Limits, l)
		return w.said(way.Validate())
	case "work", "expense":
		return w.claim(name, e, words, o)
	case "payment":
		e.Amount, e.Method = w.money(words[2]), compensation.Method(o["by"])
		e.Approver = ""
		if o["for"] == "advance" {
			break
		}
		e.For = w.account(name).Oldest(e.Amount, w.today)
		if o["for"] != "" {
			e.For = w.parts(name, o["for"])
		}
	case "decline", "defer", "approve":
		e.For = w.parts(name, o["for"])
	case "return":
		e.Amount, e.Of = w.money(words[2]), w.entry(name, o["of"])
	case "receipt", "reverse":
		e.Of = w.entry(name, o["of"])
	}
	said := w.concerns(name, e)
	done, err := w.service(slices.Contains(words, "agreed")).Add(e)
	if err != nil {
		return append(said, w.said(err)...)
	}
	return append(said, fmt.Sprintf("number %d", done.Number))
}

func (w *world) claim(name string, e compensation.Entry, words []string, o map[string]string) []string {
	e.Category, e.RateReason, e.Reason = compensation.Category(words[2]), o["because"], ""
	e.Instead = compensation.Category(o["instead"])
	var err error
	if o["time"] != "" {
		if e.Minutes, err = compensation.ReadMinutes(o["time"]); err != nil {
			return w.said(err)
		}
	}
	if e.Quantity, err = rule.ParseNumber(o["miles"] + o["times"]); err != nil {
		return w.said(err)
	}
	if o["at"] != "" {
		e.Rate, e.Basis = w.money(o["at"]), compensation.Basis(o["per"])
	}
	if o["amount"] != "" {
		e.Amount = w.money(o["amount"])
	}
	s := w.service(slices.Contains(words, "agreed"))
	if e, err = s.Price(e); err != nil {
		return w.said(err)
	}
	var shares []compensation.Share
	if strings.Contains(o["fund"], ":") {
		for part := range strings.SplitSeq(o["fund"], ",") {
			code, weight, _ := strings.Cut(part, ":")
			n, _ := strconv.ParseInt(weight, 10, 64)
			shares = append(shares, compensation.Share{Fund: record.ID("fund-" + code), Weight: n})
		}
	}
	var said []string
	for _, part := range compensation.Shared(e, shares) {
		said = append(said, w.concerns(name, part)...)
		done, err := s.Add(part)
		if err != nil {
			return append(said, w.said(err)...)
		}
		said = append(said, fmt.Sprintf("number %d: %s, promised by %s", done.Number, done.Amount.In(wording.InEnglish), done.Due))
	}
	return said
}

func (w *world) concerns(name string, e compensation.Entry) []string {
	b := compensation.Before{Account: w.account(name), Way: *w.way(name), Rules: w.rules.With(w.own), Policy: w.policy, Today: w.today,
		Funds: compensation.Standings(w.funds, w.accounts(), w.today, record.Date{})}
	var said []string
	for _, c := range b.Concerns(e) {
		if c.About != compensation.NotAsked {
			said = append(said, "mind: "+w.words.Render(c.Says))
		}
	}
	return said
}

func (w *world) show(words []string, o map[string]string) []string {
	var said []string
	in := func(m compensation.Money) string { return m.In(wording.InEnglish) }
	switch words[0] {
	case "show":
		a := w.account(words[1])
		for _, c := range a.Claims {
			if c.Void {
				said = append(said, fmt.Sprintf("%d. %s %s: %s, taken back", c.Number, c.Day, w.words.Render(c.Title()), in(c.Amount)))
				continue
			}
			said = append(said, fmt.Sprintf("%d. %s %s: %s = open %s + paid %s + declined %s, %s", c.Number, c.Day, w.words.Render(c.Title()),
				in(c.Amount), in(c.Open), in(c.Paid), in(c.Declined), w.words.Render(c.State(w.today).Name())))
		}
		if advances := a.Advances(); len(advances.Sums()) > 0 {
			said = append(said, "advance "+w.words.Render(advances.Words()))
		}
	case "years":
		for _, y := range w.account(words[1]).Years() {
			said = append(said, fmt.Sprintf("%d: pay %s in %d payments, expenses %s, donated %s", y.Year, in(y.Pay), y.Times, in(y.Expenses), in(y.Donated)))
		}
	case "funds":
		for _, s := range compensation.Standings(w.funds, w.accounts(), w.today, day(o["term"])) {
			line := fmt.Sprintf("%s: %s spent, %s owed, %s left, %s free", s.Fund.Code, in(s.Spent), in(s.Owed), in(s.Balance), in(s.Free))
			if !s.Ends.IsZero() {
				line += fmt.Sprintf("; %s on %s", in(s.Forecast), s.Ends)
			}
			if !s.RunsOut.IsZero() {
				line += fmt.Sprintf(", gone on %s", s.RunsOut)
			}
			said = append(said, line)
		}
	case "reach":
		year, _ := strconv.Atoi(words[1])
		for _, r := range compensation.Thresholds(w.accounts(), year, w.rules.With(w.own), w.policy) {
			i := slices.IndexFunc(w.names, func(name string) bool { return w.ways[name].Member == r.Total.Member })
			said = append(said, fmt.Sprintf("%s: %s of %s, %s", w.names[i], in(r.Total.Pay), in(r.Value), r.Reach))
		}
	case "owing":
		owing := compensation.OwingOf(w.accounts(), w.today)
		said = append(said, fmt.Sprintf("%s to %d, oldest %d days, %d late", w.words.Render(owing.Sums.Words()), owing.People, owing.Oldest, owing.Late))
		if days, any := compensation.MedianDays(w.accounts(), record.Date{}); any {
			said = append(said, fmt.Sprintf("%d days to payment, in the middle", days))
		}
	case "equal":
		for _, u := range compensation.EqualPay(w.accounts(), w.card) {
			said = append(said, fmt.Sprintf("%s: %s to %s, %d times otherwise: %s", u.Category, in(u.Least), in(u.Most), u.Times, strings.Join(u.Reasons, "; ")))
		}
	}
	if len(said) == 0 {
		said = append(said, "nothing")
	}
	return said
}

func (w *world) said(err error) []string {
	if err == nil {
		return nil
	}
	var said []string
	for _, p := range wording.Problems(err) {
		said = append(said, "refused ("+p.Field+"): "+w.words.Render(p.What))
	}
	if len(said) == 0 {
		w.t.Fatal(err)
	}
	return said
}

// money reads an amount, in dollars unless a code stands before it.
func (w *world) money(text string) compensation.Money {
	code := "USD"
	if len(text) > 3 && text[0] >= 'A' && text[0] <= 'Z' {
		code, text = text[:3], text[3:]
	}
	m, err := compensation.ReadAmount(text, code, wording.InEnglish)
	if err != nil {
		w.t.Fatalf("%s: %v", text, err)
	}
	return m
}

// entry is the identifier of an entry by its number.
func (w *world) entry(name, number string) record.ID {
	n, _ := strconv.Atoi(number)
	for _, e := range w.account(name).Entries {
		if e.Number == n {
			return e.ID
		}
	}
	return "none"
}

// parts are claims by their numbers: "1,2=50.00", all that is open of those
// without an amount.
func (w *world) parts(name, list string) []compensation.Part {
	var parts []compensation.Part
	for item := range strings.SplitSeq(list, ",") {
		number, amount, exact := strings.Cut(item, "=")
		part := compensation.Part{Claim: w.entry(name, number)}
		for _, c := range w.account(name).Claims {
			if c.ID == part.Claim {
				part.Minor = c.Open.Minor
			}
		}
		if exact {
			part.Minor = w.money(amount).Minor
		}
		parts = append(parts, part)
	}
	return parts
}

// options are the words of a line that have a value: "fund=A". What follows
// "because" is one text.
func options(words []string) map[string]string {
	o := map[string]string{}
	for i, word := range words {
		if word == "because" {
			o["because"] = strings.Join(words[i+1:], " ")
			return o
		}
		if name, value, ok := strings.Cut(word, "="); ok && !strings.HasPrefix(word, "for=") {
			o[name] = value
		} else if value, ok := strings.CutPrefix(word, "for="); ok {
			o["for"] = value
		}
	}
	return o
}
