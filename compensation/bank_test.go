package compensation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"holdfast/compensation"
	"holdfast/record"
	"holdfast/wording"
)

// payments are in the ledger: number, account, day, cents, reference.
func payments(of ...[4]string) []*compensation.Paid {
	var all []*compensation.Paid
	for i, p := range of {
		e := compensation.Entry{Member: record.ID(p[0]), ID: record.ID(fmt.Sprint("p", i+1)), Number: i + 1, Kind: compensation.Payment,
			Day: day(p[1]), Reference: p[3]}
		e.Amount, _ = compensation.ReadAmount(p[2], "USD", wording.InEnglish)
		all = append(all, &compensation.Paid{Entry: &e})
	}
	return all
}

func lines(of ...[3]string) []compensation.BankLine {
	var all []compensation.BankLine
	for i, l := range of {
		m, _ := compensation.ReadAmount(l[1], "USD", wording.InEnglish)
		all = append(all, compensation.BankLine{Line: i + 2, Day: day(l[0]), Amount: m, Text: l[2]})
	}
	return all
}

const wren, heron = "7f3a91c2-0000-4000-8000-000000000000", "00c0ffee-0000-4000-8000-000000000000"

func TestAListIsHeldBesideTheLedger(t *testing.T) {
	ledger := payments(
		[4]string{wren, "2026-11-02", "225.00", "check 1041"},
		[4]string{heron, "2026-11-02", "225.00", "check 1042"},
		[4]string{wren, "2026-11-09", "75.00", ""},
		[4]string{heron, "2026-11-10", "112.50", ""},
		[4]string{heron, "2026-11-12", "40.00", "ACH 99812"},
		[4]string{wren, "2026-11-20", "60.00", ""},
	)
	list := lines(
		[3]string{"2026-11-04", "225.00", "CHECK #1042"},
		[3]string{"2026-11-05", "225.00", "CHECK #1041"},
		[3]string{"2026-11-11", "75.00", "transfer " + compensation.Code(wren)},
		[3]string{"2026-11-11", "112.50", "transfer " + compensation.Code(wren)}, // says another payee
		[3]string{"2026-11-13", "4.00", "ACH 99812"},                             // a slip of the keys
		[3]string{"2026-11-20", "19.99", "office supplies"},
		[3]string{"2026-12-24", "60.00", "late"}, // too far away
	)
	r := compensation.Reconcile(list, ledger, 10)
	said := func(matches []compensation.Match) string {
		var all []string
		for _, m := range matches {
			all = append(all, fmt.Sprintf("%d=%s %+d %+dd", m.Line.Line, m.Paid.ID, m.Amount.Minor, m.Days))
		}
		slices.Sort(all)
		return strings.Join(all, ", ")
	}
	var only []string
	for _, l := range r.OnlyList {
		only = append(only, fmt.Sprint("list ", l.Line))
	}
	for _, p := range r.OnlyLedger {
		only = append(only, "ledger "+string(p.ID))
	}
	if got, want := said(r.Matched), "2=p2 +0 +2d, 3=p1 +0 +3d, 4=p3 +0 +2d"; got != want {
		t.Errorf("matched: %s, want %s", got, want)
	}
	if got, want := said(r.Differ), "5=p6 +5250 -9d, 6=p5 -3600 +1d"; got != want {
		t.Errorf("differ: %s, want %s", got, want)
	}
	if got, want := strings.Join(only, ", "), "list 7, list 8, ledger p4"; got != want {
		t.Errorf("only: %s, want %s", got, want)
	}
}

func TestAListIsReadOrItsLinesAreNamed(t *testing.T) {
	for _, c := range []struct {
		name string
		head string
		l    wording.Language
		rows []string
		want string
	}{
		{"a bank's", "Date|Description|Amount|Balance", wording.InEnglish,
			[]string{"11/12/2026|CHECK 1041|-225.00|1,000.00", "2026-11-13|a|(75.00)|", "11/14/2026|b|1,075.00-|"},
			"2026-11-12 225.00 CHECK 1041; 2026-11-13 75.00 a; 2026-11-14 1075.00 b"},
		{"debit and credit", "Posting Date|Debit|Credit|Memo", wording.InEnglish,
			[]string{"11/12/2026|225.00||x", "11/12/2026||500.00|deposit"}, "2026-11-12 225.00 x; 3: Money that came in"},
		{"in Spanish", "Fecha|Importe|Concepto", wording.InSpanish,
			[]string{"12/11/2026|-1.225,00|cheque", "12/11/2026|1,225.00|cheque"}, "2026-11-12 1225.00 cheque; 3: It is not certain"},
		{"another currency", "Date|Amount|Currency|Memo", wording.InEnglish, []string{"2026-11-12|380.50|mxn|x"}, "2026-11-12 380.50 x"},
		{"what can't be read", "Date|Amount", wording.InEnglish,
			[]string{"12/31/26|5.00", "31/12/2026|5.00", "2026-11-31|5.00", "2026-11-30|1e3", "2026-11-30|NaN", "2026-11-30|", "|5.00", "2026-11-30"},
			"2: This is not a day; 3: This is not a day; 4: This is not a day; 5: This is not an amount; 6: This is not an amount; 7: Write the amount; 8: This is not a day; 9: Write the amount"},
		{"the amount first", "Amount|Date|Memo", wording.InEnglish, []string{"5.00|2026-11-30|x"}, "2026-11-30 5.00 x"},
		{"what went out first", "Debit|Date", wording.InEnglish, []string{"5.00|2026-11-30"}, "2026-11-30 5.00"},
		{"two days", "Date|Date|Amount", wording.InEnglish, []string{"2026-11-30|2026-12-01|5.00"}, "2026-11-30 5.00"},
		{"without a day", "When|Amount", wording.InEnglish, nil, "No column of this list is called a date"},
		{"without an amount", "Date|How much", wording.InEnglish, nil, "No column of this list is called an amount"},
	} {
		columns, err := compensation.GuessBank(strings.Split(c.head, "|"))
		var said []string
		if err != nil {
			said = append(said, err.Error())
		} else {
			var rows [][]string
			var at []int
			for i, row := range c.rows {
				rows, at = append(rows, strings.Split(row, "|")), append(at, i+2)
			}
			read, skipped := compensation.ReadBank(columns, rows, at, "USD", c.l)
			for _, l := range read {
				said = append(said, strings.TrimSpace(l.Day.String()+" "+l.Amount.Plain()+" "+l.Text))
			}
			for _, s := range skipped {
				said = append(said, fmt.Sprintf("%d: %s", s.Line, s.Why))
			}
		}
		want := strings.Split(c.want, "; ")
		if len(want) != len(said) || slices.ContainsFunc(said, func(line string) bool {
			return !slices.ContainsFunc(want, func(w string) bool { return strings.HasPrefix(line, w) })
		}) {
			t.Errorf("%s: %q, want %q", c.name, said, want)
		}
	}
}

func FuzzReadBank(f *testing.F) {
	f.Add("Date|Amount|Memo", "11/12/2026|-225.00|CHECK 1041")
	f.Add("Fecha|Cargo|Abono|Concepto", "12/11/2026|1.225,00||0A1B-2C3D")
	f.Add("date|amount|currency", "2026-11-12|(5)|JPY")
	f.Fuzz(func(t *testing.T, head, row string) {
		columns, err := compensation.GuessBank(strings.Split(head, "|"))
		if err != nil {
			return
		}
		for _, l := range []wording.Language{wording.InEnglish, wording.InSpanish} {
			read, skipped := compensation.ReadBank(columns, [][]string{strings.Split(row, "|")}, []int{2}, "USD", l)
			if len(read)+len(skipped) != 1 {
				t.Fatalf("a row became %d lines and %d reasons", len(read), len(skipped))
			}
			for _, line := range read {
				if line.Amount.Minor <= 0 || line.Day.IsZero() || line.Line != 2 {
					t.Fatalf("%q was read as %+v", row, line)
				}
			}
			r := compensation.Reconcile(read, payments([4]string{wren, "2026-11-12", "225.00", "1041"}), 10)
			if len(r.Matched)+len(r.Differ)+len(r.OnlyList) != len(read) || len(r.Matched)+len(r.Differ)+len(r.OnlyLedger) != 1 {
				t.Fatalf("lines or payments were lost: %+v", r)
			}
		}
	})
}

func TestTheNearestPaymentIsTheOne(t *testing.T) {
	for _, c := range []struct{ list, payments, want string }{
		{"2026-11-10", "2026-11-08 2026-11-11", "p2"}, // the day after is nearer than two days before
		{"2026-11-10", "2026-11-09 2026-11-14", "p1"},
		{"2026-11-10", "2026-11-20", "p1"},
		{"2026-11-10", "2026-11-21", ""},
		{"2026-11-10", "2026-10-31", "p1"},
		{"2026-11-10", "2026-10-30", ""},
	} {
		var ledger [][4]string
		for on := range strings.FieldsSeq(c.payments) {
			ledger = append(ledger, [4]string{wren, on, "60.00", ""})
		}
		got := ""
		for _, m := range compensation.Reconcile(lines([3]string{c.list, "60.00", "x"}), payments(ledger...), 10).Matched {
			got = string(m.Paid.ID)
		}
		if got != c.want {
			t.Errorf("%s beside %s is %q, not %q", c.list, c.payments, got, c.want)
		}
	}
	// A reference of three letters or figures names a payment, a shorter one does not.
	for reference, want := range map[string]int{"no. 117": 1, "no. 17": 0} {
		r := compensation.Reconcile(lines([3]string{"2026-11-10", "4.00", "ACH " + strings.TrimPrefix(reference, "no. ")}), payments([4]string{wren, "2026-11-10", "60.00", reference}), 10)
		if len(r.Differ) != want {
			t.Errorf("%s: %+v", reference, r)
		}
	}
	if read, _ := compensation.ReadBank(compensation.BankColumns{Day: 0, Amount: 1, Debit: -1, Credit: -1, Currency: -1}, [][]string{{"2026-11-10", "1.00"}, {"2026-11-10", "2.00"}}, []int{5}, "USD", wording.InEnglish); len(read) != 2 || read[0].Line != 5 || read[1].Line != 2 {
		t.Errorf("%+v", read)
	}
}
