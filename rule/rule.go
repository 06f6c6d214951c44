package rule

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Rule is one value and the days on which it holds.
type Rule struct {
	// ID is what the value is ("us-1099"): lower-case letters, digits and
	// hyphens. It never changes.
	ID string `json:"id"`
	// Name says what it is, for a rule of the board's own; the shipped ones
	// have theirs in both languages (see Label).
	Name string `json:"name,omitempty"`
	// Jurisdiction is where it holds: an ISO 3166 code ("US", "US-WA", "GB").
	Jurisdiction string `json:"jurisdiction"`
	// From and To are the first and the last day; zero is open.
	From record.Date `json:"from,omitzero"`
	To   record.Date `json:"to,omitzero"`
	// Value is the number, none where it is not known yet.
	Value Number `json:"value,omitempty"`
	Unit  Unit   `json:"unit"`
	// Use says what the number is compared with, none where it is only shown.
	Use Use `json:"use,omitempty"`
	// Source is where it was read, Checked the day of that.
	Source  string      `json:"source"`
	Checked record.Date `json:"checked"`
}

// Unit is what a value counts: an ISO 4217 currency code, alone or per
// something ("USD", "USD/hour"), or a plain unit ("days", "years", "percent").
type Unit string

var unitForm = regexp.MustCompile(`^([A-Z]{3}(/(hour|day|mile|night|quarter|month|year))?|hours|days|months|years|percent|times)$`)

// Currency is the currency code of an amount, "" for a plain unit.
func (u Unit) Currency() string {
	code, _, _ := strings.Cut(string(u), "/")
	if len(code) == 3 && strings.ToUpper(code) == code {
		return code
	}
	return ""
}

// Use is what a value is compared with.
type Use string

// The uses.
const (
	Shown     Use = ""
	YearTotal Use = "year_total" // what one payee was paid in a calendar year
	HourCap   Use = "hour_cap"   // the pay of an hour, from above
	HourFloor Use = "hour_floor" // the pay of an hour, from below
	DayCap    Use = "day_cap"    // the pay of one person's day, without expenses
	MileRate  Use = "mile_rate"  // what a mile is reimbursed with
)

// Uses are all uses, as a form offers them.
func Uses() []Use { return []Use{Shown, YearTotal, HourCap, HourFloor, DayCap, MileRate} }

// Holds says whether the rule is about a day.
func (r Rule) Holds(day record.Date) bool {
	return !day.Before(r.From) && (r.To.IsZero() || !day.After(r.To))
}

var (
	idForm    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	placeForm = regexp.MustCompile(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`)
)

// Validate gives all problems of a rule at once, each a wording.Problem.
func (r Rule) Validate() error {
	var all []error
	when := func(bad bool, problem error) {
		if bad {
			all = append(all, problem)
		}
	}
	when(!idForm.MatchString(r.ID) || len(r.ID) > 60,
		wording.Refuse("id", "A rule is called by lower-case letters, digits and hyphens, like us-1099."))
	when(!placeForm.MatchString(r.Jurisdiction),
		wording.Refuse("jurisdiction", "Write where the rule holds as a code, like US, US-WA or GB."))
	when(!r.From.IsZero() && !r.To.IsZero() && r.To.Before(r.From),
		wording.Refuse("to", "The last day lies before the first."))
	_, err := ParseNumber(string(r.Value))
	when(err != nil, err)
	when(!unitForm.MatchString(string(r.Unit)),
		wording.Refuse("unit", "A unit is a currency like USD, USD/hour, USD/day or USD/mile, or hours, days, months, years, percent or times."))
	when(!slices.Contains(Uses(), r.Use), wording.Refuse("use", "Choose one of the answers on the list."))
	when(r.Use == YearTotal && string(r.Unit) != r.Unit.Currency() || r.Use == MileRate && !strings.HasSuffix(string(r.Unit), "/mile"),
		wording.Refuse("unit", "This unit does not fit what the number is compared with."))
	when(strings.TrimSpace(r.Source) == "" || len(r.Source) > 500,
		wording.Refuse("source", "Write where this was read: an address, a document, a letter."))
	when(r.Checked.IsZero(), wording.Refuse("checked", "Write on which day this was looked up."))
	when(len(r.Name) > 200, wording.Refuse("name", "This is too long. Keep it under {n} characters.", "n", 200))
	return errors.Join(all...)
}

// Schema describes a rule that a board entered itself as a record.
func Schema() record.Schema[Rule] {
	return record.Schema[Rule]{
		Collection: "rule", Version: 1,
		Key: func(r Rule) record.Key { return Key(r.ID, r.From) },
	}
}

// Key is where the rule of that ID that begins on a day lies.
func Key(id string, from record.Date) record.Key {
	if from.IsZero() {
		return record.Join(id, "always")
	}
	return record.Join(id, from.String())
}
