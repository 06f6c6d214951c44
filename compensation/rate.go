package compensation

import (
	"cmp"
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Rate is a line of the board's rate card: what an activity pays from a day
// on, to everybody. A later line of the same activity and currency takes its
// place.
type Rate struct {
	Category Category    `json:"category"`
	From     record.Date `json:"from"`
	Amount   Money       `json:"amount"`
	Basis    Basis       `json:"basis"`
	Note     string      `json:"note,omitempty"`
}

// RateSchema describes a line of the rate card as a record.
func RateSchema() record.Schema[Rate] {
	return record.Schema[Rate]{
		Collection: "pay_rate", Version: 1,
		Key: func(r Rate) record.Key { return record.Join(string(r.Category), r.Amount.Currency, r.From.String()) },
	}
}

// Validate gives all problems of a line at once.
func (r Rate) Validate() error {
	all := problems{}
	all.When(!r.Category.Known() || r.Category.Expense() || r.Category == CancelledLate,
		wording.Refuse("category", "Choose one of the activities; an expense has no rate, and one that is cancelled late pays what it would have paid."))
	all.When(r.From.IsZero(), wording.Refuse("from", "Say from which day on this is paid."))
	all.When(!slices.Contains(Bases(), r.Basis), wording.Refuse("basis", "Choose what the rate is for: an hour, a meeting, a day, a piece of work, a month, or in all."))
	all.money("amount", r.Amount)
	all.line("note", r.Note)
	return all.Err()
}

// Card is a board's rate card, in any order.
type Card []Rate

// At is what an activity pays on a day in a currency; false where the card
// says nothing. For what was cancelled late ask for what it was.
func (c Card) At(category Category, code string, day record.Date) (Rate, bool) {
	var now Rate
	for _, r := range c {
		if r.Category == category && r.Amount.Currency == code && !r.From.After(day) && (now.From.IsZero() || r.From.After(now.From)) {
			now = r
		}
	}
	return now, !now.From.IsZero()
}

// Sorted is the card by activity, the latest line of each first.
func (c Card) Sorted() Card {
	order := Categories(false)
	sorted := slices.Clone(c)
	slices.SortStableFunc(sorted, func(a, b Rate) int {
		return cmp.Or(slices.Index(order, a.Category)-slices.Index(order, b.Category),
			cmp.Compare(a.Amount.Currency, b.Amount.Currency), b.From.Compare(a.From))
	})
	return sorted
}

// Comparison is what others are paid for the same: consultants, staff,
// trainers. It is what equal pay is measured against.
type Comparison struct {
	ID       record.ID   `json:"id"`
	Category Category    `json:"category"`
	Who      string      `json:"who"`
	Amount   Money       `json:"amount"`
	Basis    Basis       `json:"basis"`
	From     record.Date `json:"from"`
	Source   string      `json:"source,omitempty"`
}

// ComparisonSchema describes a comparison as a record.
func ComparisonSchema() record.Schema[Comparison] {
	return record.Schema[Comparison]{
		Collection: "pay_comparison", Version: 1,
		Key: func(c Comparison) record.Key { return record.Key(c.ID) },
	}
}

// Validate gives all problems of a comparison at once.
func (c Comparison) Validate() error {
	all := problems{}
	all.When(!c.Category.Known() || c.Category.Expense(), wording.Refuse("category", "Choose one of the activities."))
	all.When(c.Who == "", wording.Refuse("who", "Write who is paid this, by what they do and not by name."))
	all.When(c.From.IsZero(), wording.Refuse("from", "Say from which day on this is paid."))
	all.When(!slices.Contains(Bases(), c.Basis), wording.Refuse("basis", "Choose what the rate is for: an hour, a meeting, a day, a piece of work, a month, or in all."))
	all.money("amount", c.Amount)
	all.line("who", c.Who)
	all.line("source", c.Source)
	return all.Err()
}

// Beside is the board's own rate beside what somebody else is paid on a day.
type Beside struct {
	Comparison
	Ours Rate
	// Comparable says that both are for the same basis and currency; Percent is
	// then how much more (or, below 0, less) the others are paid.
	Comparable bool
	Percent    int
}

// Compared puts the card beside what others are paid, as it is on a day.
func (c Card) Compared(others []Comparison, day record.Date) []Beside {
	var all []Beside
	for _, o := range others {
		if o.From.After(day) {
			continue
		}
		ours, known := c.At(o.Category, o.Amount.Currency, day)
		b := Beside{Comparison: o, Ours: ours, Comparable: known && ours.Basis == o.Basis}
		if b.Comparable {
			b.Percent = int((o.Amount.Minor - ours.Amount.Minor) * 100 / ours.Amount.Minor)
		}
		all = append(all, b)
	}
	slices.SortStableFunc(all, func(a, b Beside) int {
		return cmp.Or(cmp.Compare(a.Category, b.Category), cmp.Compare(a.Who, b.Who))
	})
	return all
}

// Unequal is one activity that was paid at more than one rate on days for
// which the card says one.
type Unequal struct {
	Category Category
	// Least and Most are the rates of the lowest and highest pay of an hour.
	Least, Most Money
	// Times is how often another rate than the card's was paid, Reasons why,
	// each once.
	Times   int
	Reasons []string
}

// EqualPay looks for work that was paid otherwise than the card says. Nobody
// is named; an empty answer is what it should be.
func EqualPay(accounts []*Account, card Card) []Unequal {
	found := map[Category]*Unequal{}
	for _, a := range accounts {
		for _, c := range a.Claims {
			if c.Void || c.Kind != Work || c.RateReason == "" {
				continue
			}
			rate, known := card.At(c.rated(), c.Rate.Currency, c.Day)
			u := found[c.Category]
			if u == nil {
				u = &Unequal{Category: c.Category, Least: c.Rate, Most: c.Rate}
				if known && rate.Basis == c.Basis {
					u.Least, u.Most = rate.Amount, rate.Amount
				}
				found[c.Category] = u
			}
			u.add(c)
		}
	}
	var all []Unequal
	for _, category := range Categories(false) {
		if u := found[category]; u != nil {
			slices.Sort(u.Reasons)
			u.Reasons = slices.Compact(u.Reasons)
			all = append(all, *u)
		}
	}
	return all
}

func (u *Unequal) add(c *Claim) {
	u.Times++
	u.Reasons = append(u.Reasons, c.RateReason)
	if c.Rate.Currency != u.Least.Currency {
		return
	}
	u.Least.Minor, u.Most.Minor = min(u.Least.Minor, c.Rate.Minor), max(u.Most.Minor, c.Rate.Minor)
}

// rated is the activity whose rate counts.
func (e *Entry) rated() Category {
	if e.Category == CancelledLate && e.Instead != "" {
		return e.Instead
	}
	return e.Category
}
