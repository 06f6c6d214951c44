package compensation_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"holdfast/compensation"
	"holdfast/record"
	"holdfast/record/recordtest"
	"holdfast/rule"
	"holdfast/wording"
)

// anyEntry is an entry with anything in it, made for an account that has so
// many entries already.
func anyEntry(t *rapid.T, before []compensation.Entry) compensation.Entry {
	earlier := func() record.ID {
		if len(before) == 0 || rapid.IntRange(0, 9).Draw(t, "unknown") == 0 {
			return "nobody"
		}
		return rapid.SampledFrom(before).Draw(t, "earlier").ID
	}
	money := compensation.Money{Minor: rapid.Int64Range(1, 30000).Draw(t, "minor"),
		Currency: rapid.SampledFrom([]string{"USD", "USD", "USD", "MXN"}).Draw(t, "currency")}
	e := compensation.Entry{Member: "account", Kind: rapid.SampledFrom(compensation.Kinds()).Draw(t, "kind"), Amount: money,
		Day: day("2026-01-01").AddDays(rapid.IntRange(0, 300).Draw(t, "day")), Of: earlier(), Method: compensation.Check,
		Category: "meeting", Basis: compensation.Lump, Rate: money, Approver: "Chair", Until: day("2026-12-24")}
	if e.Kind == compensation.Expense {
		e.Category = "transit"
	}
	if e.Kind == compensation.Reverse {
		e.Reason = "a slip"
	}
	for range rapid.IntRange(0, 3).Draw(t, "parts") {
		e.For = append(e.For, compensation.Part{Claim: earlier(), Minor: rapid.Int64Range(1, 20000).Draw(t, "part")})
	}
	return e
}

// holds checks what must hold for any account.
func holds(t *rapid.T, a *compensation.Account) {
	claims, portions := compensation.Purse{}, compensation.Purse{}
	for _, c := range a.Claims {
		want := c.Amount.Minor
		if c.Void {
			want = 0
		}
		if c.Open.Minor+c.Paid.Minor+c.Declined.Minor != want || c.Open.Minor < 0 || c.Paid.Minor < 0 || c.Declined.Minor < 0 {
			t.Fatalf("claim %d of %v: open %v, paid %v, declined %v", c.Number, c.Amount, c.Open, c.Paid, c.Declined)
		}
		claims.Add(c.Paid)
	}
	total, years := compensation.Purse{}, compensation.Purse{}
	for _, p := range a.Payments {
		sum := p.CameBack.Minor
		for _, q := range p.Portions {
			if q.Money.Minor <= 0 || q.Money.Currency != p.Amount.Currency || q.Claim != nil && q.Claim.Void {
				t.Fatalf("payment %d has a portion of %v", p.Number, q)
			}
			sum += q.Money.Minor
			total.Add(q.Money)
			if q.Claim != nil {
				portions.Add(q.Money)
			}
		}
		if p.Void && sum != 0 || !p.Void && sum != p.Amount.Minor {
			t.Fatalf("the portions of payment %d of %v come to %d", p.Number, p.Amount, sum)
		}
	}
	for _, y := range a.Years() {
		years.Add(y.Pay)
		years.Add(y.Expenses)
	}
	if d := cmp.Diff(claims.Sums(), portions.Sums()) + cmp.Diff(total.Sums(), years.Sums()); d != "" {
		t.Fatal("claims, payments and years do not agree", d)
	}
	for _, m := range a.Advances().Sums() {
		for _, c := range a.OpenClaims() {
			if c.Open.Currency == m.Currency {
				t.Fatalf("%v is open beside an advance of %v", c.Open, m)
			}
		}
	}
}

// Entries that no service would take are folded all the same.
func TestWhateverTheEntriesSayTheSumsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var entries []compensation.Entry
		for n := range rapid.IntRange(1, 25).Draw(t, "entries") {
			e := anyEntry(t, entries)
			e.ID, e.Number = record.ID(rune('a'+n)), n+1
			entries = append(entries, e)
		}
		holds(t, compensation.Fold(entries))
	})
}

// book is a ledger that takes what fits.
func book(t *rapid.T) compensation.Service {
	s := compensation.Service{Ledger: recordtest.NewMemory(compensation.Schema()), Policy: compensation.Usual(), Random: &chance{},
		Now: day("2026-11-22").Start(time.UTC), Agreed: true}
	var entries []compensation.Entry
	for range rapid.IntRange(2, 20).Draw(t, "entries") {
		if e, err := s.Add(anyEntry(t, entries)); err == nil {
			entries = append(entries, e)
		}
	}
	return s
}

func folded(t *rapid.T, s compensation.Service) *compensation.Account {
	entries, err := s.Entries("account")
	if err != nil {
		t.Fatal(err)
	}
	a := compensation.Fold(entries)
	holds(t, a)
	return a
}

func TestTakingATakingBackBackRestoresEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := book(t)
		before := folded(t, s)
		if len(before.Entries) == 0 {
			return
		}
		e := rapid.SampledFrom(before.Entries).Draw(t, "entry")
		reverse := compensation.Entry{Member: "account", Kind: compensation.Reverse, Of: e.ID, Day: day("2026-11-22"), Reason: "a slip"}
		back, err := s.Add(reverse)
		if before.Void(e.ID) != (err != nil) {
			t.Fatalf("an entry is void: %v, and taking it back says %v", before.Void(e.ID), err)
		}
		if err != nil {
			return
		}
		if !folded(t, s).Void(e.ID) {
			t.Fatal("what was taken back still stands")
		}
		reverse.Of = back.ID
		if _, err := s.Add(reverse); err != nil {
			t.Fatal(err)
		}
		after := folded(t, s)
		if d := cmp.Diff(state(before), state(after)); d != "" {
			t.Fatal(d)
		}
	})
}

// state is what an account comes to, without the entries themselves.
func state(a *compensation.Account) []any {
	var all []any
	for _, c := range a.Claims {
		all = append(all, c.ID, c.Open, c.Paid, c.Declined, c.Void, c.PaidOn, c.PutOff, c.ApprovedOn)
	}
	for _, p := range a.Payments {
		all = append(all, p.ID, p.CameBack, p.Void, p.Signed)
		for _, q := range p.Portions {
			all = append(all, q.Money)
		}
	}
	return all
}

func TestASplitLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := compensation.Money{Minor: rapid.Int64Range(-1e10, 1e10).Draw(t, "whole"), Currency: "USD"}
		weights := rapid.SliceOfN(rapid.Int64Range(0, 1e9), 1, 9).Draw(t, "weights")
		var sum, total int64
		for _, w := range weights {
			total += w
		}
		for i, part := range compensation.Split(whole, weights...) {
			sum += part.Minor
			if total == 0 {
				continue
			}
			exact := new(big.Rat).Mul(big.NewRat(whole.Minor, total), big.NewRat(weights[i], 1))
			if off := exact.Sub(exact, big.NewRat(part.Minor, 1)); off.Abs(off).Cmp(big.NewRat(1, 1)) >= 0 {
				t.Fatalf("part %d is off by %s", i, off.FloatString(3))
			}
		}
		if sum != whole.Minor {
			t.Fatalf("the parts come to %d, not %d", sum, whole.Minor)
		}
	})
}

func TestSharedWorkKeepsItsCentsAndMinutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := compensation.Entry{Minutes: rapid.IntRange(0, 1440).Draw(t, "minutes"),
			Amount: compensation.Money{Minor: rapid.Int64Range(1, 1e7).Draw(t, "minor"), Currency: "USD"}}
		var shares []compensation.Share
		for range rapid.IntRange(0, 4).Draw(t, "funds") {
			shares = append(shares, compensation.Share{Fund: "f", Weight: rapid.Int64Range(0, 100).Draw(t, "weight")})
		}
		var minor int64
		minutes := 0
		for _, part := range compensation.Shared(e, shares) {
			minor, minutes = minor+part.Amount.Minor, minutes+part.Minutes
		}
		if minor != e.Amount.Minor || minutes != e.Minutes {
			t.Fatalf("%d cents and %d minutes became %d and %d", e.Amount.Minor, e.Minutes, minor, minutes)
		}
	})
}

func TestAPriceIsTheNearestCent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := compensation.Money{Minor: rapid.Int64Range(1, 100000).Draw(t, "rate"), Currency: "USD"}
		minutes := rapid.IntRange(1, 1440).Draw(t, "minutes")
		got, err := compensation.Priced(rate, compensation.PerHour, minutes, "")
		twice := 2*got.Minor*60 - 2*rate.Minor*int64(minutes) // twice the error in sixtieths of a cent
		if err == nil && (twice > 60 || twice <= -60) {
			t.Fatalf("%d minutes at %d are %d", minutes, rate.Minor, got.Minor)
		}
		if err != nil && rate.Minor*int64(minutes)*2 >= 60 {
			t.Fatal(err)
		}
		if days, err := compensation.Priced(rate, compensation.PerDay, 0, rule.Number("3")); err != nil || days.Minor != 3*rate.Minor {
			t.Fatalf("three days at %d are %v (%v)", rate.Minor, days, err)
		}
	})
}

// What one language accepts, the other refuses or reads as the same sum; but
// where a currency has three decimals, each has to read its own manner.
func checkAmount(t interface{ Fatalf(string, ...any) }, text, code string) {
	english, errEnglish := compensation.ReadAmount(text, code, wording.InEnglish)
	spanish, errSpanish := compensation.ReadAmount(text, code, wording.InSpanish)
	if errEnglish == nil && errSpanish == nil && english != spanish && code != "KWD" {
		t.Fatalf("%q is %v in English and %v in Spanish", text, english, spanish)
	}
	for l, read := range map[wording.Language]compensation.Money{wording.InEnglish: english, wording.InSpanish: spanish} {
		if read.IsZero() {
			continue
		}
		if again, err := compensation.ReadAmount(read.In(l), code, l); err != nil || again != read {
			t.Fatalf("%q is %v, written %q, read as %v (%v)", text, read, read.In(l), again, err)
		}
	}
	for _, err := range []error{errEnglish, errSpanish} {
		if err != nil && len(wording.Problems(err)) != 1 {
			t.Fatalf("%q is refused without a sentence: %v", text, err)
		}
	}
}

func TestAnAmountIsWrittenAsItIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := compensation.Money{Minor: rapid.Int64Range(1, 1e10).Draw(t, "minor"),
			Currency: rapid.SampledFrom([]string{"USD", "MXN", "EUR", "GBP", "JPY", "KWD", "CAD"}).Draw(t, "currency")}
		for _, l := range []wording.Language{wording.InEnglish, wording.InSpanish} {
			if read, err := compensation.ReadAmount(m.In(l), m.Currency, l); err != nil || read != m {
				t.Fatalf("%v is written %q and read %v (%v)", m, m.In(l), read, err)
			}
			checkAmount(t, m.In(l), m.Currency)
		}
	})
}

func FuzzReadAmount(f *testing.F) {
	for _, seed := range []string{"1,234.56", "1.234,56", "1234.56", "1234,56", "1e3", "NaN", "Inf", "-5", "0", "٣", "$5", "US$ 5", "5 USD", "1,23", "1.234", "１２"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, code := range []string{"USD", "JPY", "KWD"} {
			checkAmount(t, text, code)
		}
	})
}
