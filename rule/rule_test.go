package rule_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"holdfast/assets"
	"holdfast/record"
	"holdfast/record/recordtest"
	"holdfast/rule"
	"holdfast/wording"
)

func day(t testing.TB, text string) record.Date {
	t.Helper()
	d, err := record.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func shipped(t testing.TB) rule.Book {
	t.Helper()
	files, err := assets.Rules()
	if err != nil {
		t.Fatal(err)
	}
	book, err := rule.Read(files...)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// The numbers that ship, as the sources have them.
func TestShippedNumbersHoldOnTheirDaysOnly(t *testing.T) {
	book := shipped(t)
	for _, c := range []struct{ id, on, value string }{
		{"us-1099", "2024-06-01", "600"},
		{"us-1099", "2025-12-31", "600"},
		{"us-1099", "2026-01-01", "2000"},
		{"us-1099", "2026-12-31", "2000"},
		{"us-1099", "2027-01-01", ""},
		{"us-1099", "2031-01-01", ""},
		{"us-doj-day", "2026-05-05", "650"},
		{"us-doj-hour", "2026-05-05", "81.25"},
		{"us-flint-hour", "2024-09-30", ""},
		{"us-flint-hour", "2024-10-01", "50"},
		{"us-gsa-lodging", "2025-10-01", "110"},
		{"us-gsa-meals", "2026-09-30", "68"},
		{"us-gsa-meals", "2026-10-01", ""},
		{"us-irs-mileage", "2024-12-31", ""},
		{"us-irs-mileage", "2025-12-31", "0.70"},
		{"us-irs-mileage", "2026-01-01", "0.725"},
		{"us-irs-mileage", "2027-01-01", ""},
		{"us-wa-hour", "2026-05-05", "57"},
		{"us-wa-day", "2026-05-05", "200"},
		{"gb-nihr-least", "2025-12-15", ""},
		{"gb-nihr-most", "2025-12-16", "495"},
		{"nobody-has-this", "2026-01-01", ""},
	} {
		r, known := book.At(c.id, day(t, c.on))
		if string(r.Value) != c.value || known != (c.value != "") || r.ID != c.id {
			t.Errorf("%s on %s is %q (known: %v), want %q", c.id, c.on, r.Value, known, c.value)
		}
	}
}

func TestEveryShippedRuleHasANameInWords(t *testing.T) {
	for _, r := range shipped(t).List() {
		if strings.Contains(r.Label().String(), r.ID) {
			t.Errorf("%s has no name", r.ID)
		}
	}
}

func TestABoardsOwnRuleGoesFirstOnItsDaysOnly(t *testing.T) {
	own := rule.Rule{ID: rule.TaxForm, Jurisdiction: "US", From: day(t, "2027-01-01"), To: day(t, "2027-12-31"), Value: "2100",
		Unit: "USD", Use: rule.YearTotal, Source: "a letter", Checked: day(t, "2027-01-08")}
	book := shipped(t).With([]rule.Rule{own})
	for on, want := range map[string]rule.Number{"2026-12-31": "2000", "2027-01-01": "2100", "2027-12-31": "2100", "2028-01-01": ""} {
		if r, _ := book.At(rule.TaxForm, day(t, on)); r.Value != want {
			t.Errorf("on %s it is %q, want %q", on, r.Value, want)
		}
	}
	if r, _ := book.With(nil).At(rule.TaxForm, own.From); r.Value != "" {
		t.Errorf("without its own rule the board still has %q", r.Value)
	}
}

const fine = `{"id":"x-y","jurisdiction":"US","value":"1","unit":"USD","source":"s","checked":"2026-01-01"`

func TestAFileWithAnythingUnexpectedIsRefused(t *testing.T) {
	for name, file := range map[string]string{
		"no JSON":                   `rules`,
		"another field":             `{"rules":[` + fine + `,"vaule":"2"}]}`,
		"another field around":      `{"rules":[],"version":2}`,
		"more than one object":      `{"rules":[]} {}`,
		"a number that is no text":  `{"rules":[` + strings.Replace(fine, `"1"`, `1`, 1) + `}]}`,
		"an exponent":               `{"rules":[` + strings.Replace(fine, `"1"`, `"1e3"`, 1) + `}]}`,
		"a comma":                   `{"rules":[` + strings.Replace(fine, `"1"`, `"1,5"`, 1) + `}]}`,
		"a sign":                    `{"rules":[` + strings.Replace(fine, `"1"`, `"-1"`, 1) + `}]}`,
		"not a number":              `{"rules":[` + strings.Replace(fine, `"1"`, `"NaN"`, 1) + `}]}`,
		"no source":                 `{"rules":[` + strings.Replace(fine, `"s"`, `" "`, 1) + `}]}`,
		"never checked":             `{"rules":[` + strings.Replace(fine, `"2026-01-01"`, `""`, 1) + `}]}`,
		"a day that does not exist": `{"rules":[` + fine + `,"from":"2026-02-30"}]}`,
		"ends before it begins":     `{"rules":[` + fine + `,"from":"2026-02-02","to":"2026-02-01"}]}`,
		"a unit nobody knows":       `{"rules":[` + strings.Replace(fine, `"USD"`, `"dollars"`, 1) + `}]}`,
		"a use nobody knows":        `{"rules":[` + fine + `,"use":"cap"}]}`,
		"a year's total an hour":    `{"rules":[` + strings.Replace(fine, `"USD"`, `"USD/hour"`, 1) + `,"use":"year_total"}]}`,
		"an ID with a slash":        `{"rules":[` + strings.Replace(fine, `x-y`, `x/y`, 1) + `}]}`,
		"a country in words":        `{"rules":[` + strings.Replace(fine, `"US"`, `"Utah"`, 1) + `}]}`,
		"two that hold at once":     `{"rules":[` + fine + `,"to":"2026-01-01"},` + fine + `,"from":"2026-01-01"}]}`,
		"two without a day":         `{"rules":[` + fine + `},` + fine + `}]}`,
		"one after one without end": `{"rules":[` + fine + `},` + fine + `,"from":"2026-01-01"}]}`,
	} {
		if _, err := rule.Read([]byte(file)); err == nil {
			t.Errorf("%s: %s was read", name, file)
		}
	}
	if _, err := rule.Read([]byte(`{"rules":[` + fine + `}]}`)); err != nil {
		t.Errorf("what is right was refused: %v", err)
	}
}

func TestEveryProblemOfARuleIsSaidAtOnce(t *testing.T) {
	if n := len(wording.Problems(rule.Rule{Value: "x"}.Validate())); n != 6 {
		t.Errorf("an empty rule has %d problems, want 6", n)
	}
}

func TestANumberIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, err := rule.ParseNumber(rapid.StringMatching(`(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?`).Draw(t, "number"))
		if err != nil {
			t.Fatal(err)
		}
		if places := len(n) - 1 - strings.IndexByte(string(n)+".", '.'); n.Rat().FloatString(max(0, places)) != string(n) {
			t.Fatalf("%s is read as %s", n, n.Rat().FloatString(7))
		}
		if value, whole := n.Int(); whole != n.Rat().IsInt() || whole && n.Rat().Num().Int64() != int64(value) {
			t.Fatalf("%s is the whole number %d (%v)", n, value, whole)
		}
	})
}

func TestARuleIsKeptAsItIs(t *testing.T) {
	records := recordtest.NewMemory(rule.Schema())
	for _, r := range shipped(t).List() {
		if err := records.Put(r.Rule); err != nil {
			t.Fatal(err)
		}
		if kept, err := records.Get(rule.Key(r.ID, r.From)); err != nil || kept != r.Rule {
			t.Errorf("%s came back as %v (%v)", r.ID, kept, err)
		}
	}
}
