package compensation

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// State is where a claim stands.
type State string

// The states, the ones that need somebody first.
const (
	Late       State = "late"     // open beyond the promised day
	Owed       State = "owed"     // open
	Approved   State = "approved" // open, and somebody said that it may be paid
	Deferred   State = "deferred" // open, and the person wants to wait
	PaidOff    State = "paid"     // nothing is open
	Declined   State = "declined" // the person chose not to be paid
	ReturnedTo State = "returned" // open again, because a payment came back
	Voided     State = "void"     // entered by mistake and taken back
)

// State is where the claim stands on a day.
func (c *Claim) State(today record.Date) State {
	switch {
	case c.Void:
		return Voided
	case c.Open.Minor == 0 && c.Paid.Minor == 0 && c.Declined.Minor > 0:
		return Declined
	case c.Open.Minor == 0:
		return PaidOff
	case c.PutOff.After(today):
		return Deferred
	case c.Returned:
		return ReturnedTo
	case !c.Due.IsZero() && c.Due.Before(today):
		return Late
	case !c.ApprovedOn.IsZero():
		return Approved
	default:
		return Owed
	}
}

// Name is the state in words.
func (s State) Name() wording.Text {
	switch s {
	case Late:
		return wording.T("later than promised")
	case Approved:
		return wording.T("approved")
	case Deferred:
		return wording.T("put off at their wish")
	case PaidOff:
		return wording.T("paid")
	case Declined:
		return wording.T("declined")
	case ReturnedTo:
		return wording.T("came back, to be paid again")
	case Voided:
		return wording.T("taken back")
	case Owed:
		return wording.T("owed")
	default:
		return wording.Text{}
	}
}

// IsOpen says whether anything of the claim is still to be paid.
func (c *Claim) IsOpen() bool { return c.Open.Minor > 0 }

// Age is how many days ago the work was.
func (c *Claim) Age(today record.Date) int { return max(0, c.Day.DaysUntil(today)) }

// OpenClaims are the claims of which something is open, the oldest first.
func (a *Account) OpenClaims() []*Claim {
	var open []*Claim
	for _, c := range a.Claims {
		if c.IsOpen() {
			open = append(open, c)
		}
	}
	slices.SortStableFunc(open, func(x, y *Claim) int { return x.Day.Compare(y.Day) })
	return open
}

// Oldest shares a sum out to the open claims in its currency that are not put
// off, the oldest first. What is left over belongs to none.
func (a *Account) Oldest(sum Money, today record.Date) []Part {
	var parts []Part
	for _, c := range a.OpenClaims() {
		if take := min(sum.Minor, c.Open.Minor); take > 0 && c.Amount.Currency == sum.Currency && !c.PutOff.After(today) {
			parts = append(parts, Part{c.ID, take})
			sum.Minor -= take
		}
	}
	return parts
}

// Owing is what is owed at a moment.
type Owing struct {
	Sums   Purse
	People int
	// Oldest is the age in days of the oldest open claim that is not put off,
	// and Late how many are open beyond the promised day.
	Oldest, Late int
}

// Owing is what is owed to all of these accounts together.
func OwingOf(accounts []*Account, today record.Date) Owing {
	o := Owing{Sums: Purse{}}
	for _, a := range accounts {
		open := a.OpenClaims()
		if len(open) > 0 {
			o.People++
		}
		for _, c := range open {
			o.Sums.Add(c.Open)
			if c.PutOff.After(today) {
				continue
			}
			o.Oldest = max(o.Oldest, c.Age(today))
			if c.State(today) == Late {
				o.Late++
			}
		}
	}
	return o
}

// Advances are what was paid that is for no claim yet.
func (a *Account) Advances() Purse {
	p := Purse{}
	for _, paid := range a.Payments {
		for _, q := range paid.Portions {
			if q.Claim == nil {
				p.Add(q.Money)
			}
		}
	}
	return p
}

// MedianDays is how many days lay between the work and the payment that
// closed it, in the middle of all claims that were closed from a day on; false
// where none was. Of two middle ones it is the later.
func MedianDays(accounts []*Account, since record.Date) (days int, any bool) {
	var all []int
	for _, a := range accounts {
		for _, c := range a.Claims {
			if !c.PaidOn.IsZero() && !c.PaidOn.Before(since) {
				all = append(all, max(0, c.Day.DaysUntil(c.PaidOn)))
			}
		}
	}
	if len(all) == 0 {
		return 0, false
	}
	slices.Sort(all)
	return all[len(all)/2], true
}
