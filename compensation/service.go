package compensation

import (
	"io"
	"time"
	"unicode/utf8"

	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// Ledger is where the entries lie, each under its person.
type Ledger interface {
	Put(Entry) error
	Scan(prefix record.Key, each func(Entry) error) error
}

// Service writes entries. It holds no state of its own: make one for each
// transaction. What is refused gives wording.Problems and changes nothing.
type Service struct {
	Ledger Ledger
	Funds  []Fund
	Card   Card
	Rules  rule.Book
	Policy Policy
	Random io.Reader
	// Now is the instant in the coordinator's zone, By who is at the keys.
	Now time.Time
	By  string
	// Agreed says that somebody was asked about what is otherwise refused once:
	// a payment over what is owed, the taking back of what was paid.
	Agreed bool
}

// Entries are those of a person, in the order in which they were made.
func (s Service) Entries(member record.ID) ([]Entry, error) {
	var all []Entry
	err := s.Ledger.Scan(record.Key(member), func(e Entry) error {
		all = append(all, e)
		return nil
	})
	ByNumber(all)
	return all, err
}

// Add writes one entry down. It draws the ID and the Number and, for a claim,
// the day by which it is promised. Amounts of claims are those of Price.
func (s Service) Add(e Entry) (Entry, error) {
	entries, err := s.Entries(e.Member)
	if err != nil {
		return e, err
	}
	if e.ID, err = record.NewID(s.Random); err != nil {
		return e, err
	}
	e.Number = 1
	if n := len(entries); n > 0 {
		e.Number = entries[n-1].Number + 1
	}
	e.At, e.By = s.Now.UTC().Truncate(time.Second), s.By
	if e.Category == CancelledLate && e.CalledOff.IsZero() {
		e.CalledOff = e.Day // where nobody says otherwise, people came for nothing
	}
	if e.Claim() && e.Due.IsZero() && !e.Day.IsZero() {
		e.Due = e.Day.AddDays(s.Policy.PromisedDays)
	}
	if err := s.check(e, Fold(entries)); err != nil {
		return e, err
	}
	return e, s.Ledger.Put(e)
}

// today is the coordinator's day.
func (s Service) today() record.Date { return record.DateOf(s.Now) }

// Price works out what a claim comes to: at the rate that it names or the one
// of the card, miles under the rule of mileage, an expense as it is. It fails
// with wording.Problems where it can't be known; a day that can't be is then
// among them, so that both are mended in one go.
func (s Service) Price(e Entry) (Entry, error) {
	priced, err := s.price(e)
	if err == nil {
		return priced, nil
	}
	all := problems{}
	all.Add(err)
	all.day("day", e.Day, s.today())
	return priced, all.Err()
}

func (s Service) price(e Entry) (Entry, error) {
	code := e.Amount.Currency
	if code == "" {
		code = s.Policy.Currency
	}
	var err error
	switch {
	case e.Kind == Expense && e.Category == MileageByCar && e.Amount.IsZero():
		r, known := s.Rules.At(rule.Mileage, e.Day)
		if !known {
			return e, &wording.Problem{Field: "day", What: r.Unknown(e.Day)}
		}
		if !e.Quantity.Known() {
			return e, wording.Refuse("quantity", "Write how many miles it was.")
		}
		e.Basis, e.Rule = PerMile, r.ID+" "+r.From.String()
		e.Amount, err = Miled(r, e.Quantity)
		return e, err
	case e.Kind == Expense, !e.Amount.IsZero() && e.Rate.IsZero():
		if e.Kind == Work {
			e.Rate, e.Basis = e.Amount, Lump
		}
		return e, nil
	}
	if e.Rate.IsZero() {
		rate, known := s.Card.At(e.rated(), code, e.Day)
		if !known {
			return e, wording.Refuse("rate", "The rate card says nothing about “{activity}” on that day. Add it to the card, under “Funds and rates”, or enter this work by itself, with a rate of its own.",
				"activity", e.rated().Name())
		}
		e.Rate, e.Basis = rate.Amount, rate.Basis
	}
	if e.Basis == "" {
		e.Basis = PerHour
	}
	if e.Basis == PerHour && e.Minutes == 0 {
		return e, wording.Refuse("time", "This is paid by the hour. Write how long it was.")
	}
	e.Amount, err = Priced(e.Rate, e.Basis, e.Minutes, e.Quantity)
	return e, err
}

// Share is a fund and its weight in a claim that several pay for.
type Share struct {
	Fund   record.ID
	Weight int64
}

// Shared are the entries that a priced claim becomes when several funds pay
// for it: neither a cent nor a minute is lost. A part that would be nothing is
// left out.
func Shared(e Entry, shares []Share) []Entry {
	if len(shares) == 0 {
		return []Entry{e}
	}
	weights := make([]int64, len(shares))
	for i, share := range shares {
		weights[i] = share.Weight
	}
	sums := Split(e.Amount, weights...)
	for i := range sums {
		if sums[i].IsZero() {
			weights[i] = 0
		}
	}
	minutes := split(int64(e.Minutes), weights)
	var parts []Entry
	for i, share := range shares {
		if sums[i].IsZero() {
			continue
		}
		part := e
		part.Fund, part.Amount, part.Minutes = share.Fund, sums[i], int(minutes[i])
		parts = append(parts, part)
	}
	return parts
}

// check refuses an entry that does not fit what is there.
func (s Service) check(e Entry, a *Account) error {
	all := problems{}
	all.When(e.Member == "", wording.Refuse("member", "This entry does not say whose it is."))
	all.day("day", e.Day, s.today())
	for _, f := range []struct{ field, text string }{{"rate_reason", e.RateReason}, {"handed_by", e.Handed}, {"witness", e.Witness},
		{"store", e.Store}, {"card", e.Card}, {"reference", e.Reference}, {"reason", e.Reason}, {"approver", e.Approver}} {
		all.line(f.field, f.text)
	}
	all.When(utf8.RuneCountInString(e.Note) > longestNote, wording.Refuse("note", "This is too long. Keep it under {n} characters.", "n", longestNote))
	switch e.Kind {
	case Work, Expense:
		s.checkClaim(&all, e, a)
	case Payment:
		s.checkPayment(&all, e, a)
	case Decline, Defer, Approve:
		s.checkChoice(&all, e, a)
	case Return, Receipt, Reverse:
		s.checkAbout(&all, e, a)
	default:
		all.When(true, wording.Refuse("kind", "Choose one of the answers on the list."))
	}
	return all.Err()
}

func (s Service) checkClaim(all *problems, e Entry, a *Account) {
	all.When(!e.Category.Known() || e.Category.Expense() != (e.Kind == Expense), wording.Refuse("category", "Choose what this is for."))
	all.money("amount", e.Amount)
	all.When(e.Minutes < 0, wording.Refuse("time", "Time can't be less than nothing."))
	all.When(!e.Basis.Known() && e.Kind == Work, wording.Refuse("basis", "Choose what the rate is for: an hour, a meeting, a day, a piece of work, a month, or in all."))
	if _, err := rule.ParseNumber(string(e.Quantity)); err != nil {
		all.When(true, wording.Refuse("quantity", "Write a number like 3 or 12.5."))
	}
	all.When(!e.Due.IsZero() && e.Due.Before(e.Day), wording.Refuse("due", "It can't be promised for a day before the work."))
	total := e.Minutes
	for _, c := range a.Claims {
		if !c.Void && c.Day == e.Day {
			total += c.Minutes
		}
	}
	all.When(e.Minutes > longestDay || e.Minutes > 0 && total > longestDay,
		wording.Refuse("time", "That would be more than 24 hours on one day for this person. Check the day and the time."))
	s.checkCalledOff(all, e)
	if e.Kind == Work {
		rate, known := s.Card.At(e.rated(), e.Rate.Currency, e.Day)
		all.When(known && (rate.Amount != e.Rate || rate.Basis != e.Basis) && e.RateReason == "",
			wording.Refuse("rate_reason", "The same activity pays everybody the same: {rate} {basis}. Write why this rate is another.",
				"rate", rate.Amount, "basis", rate.Basis.Name()))
	}
	if e.Fund != "" {
		fund, err := s.fund(e.Fund)
		if err == nil {
			err = fund.Takes(&e)
		}
		all.When(err != nil, err)
	}
}

// checkCalledOff keeps to what the board promised: what is called off late is
// paid like what it was, and what is called off in time is not.
func (s Service) checkCalledOff(all *problems, e Entry) {
	if e.Category != CancelledLate {
		all.When(!e.CalledOff.IsZero(), wording.Refuse("called_off", "Only what was cancelled has a day on which that was said."))
		return
	}
	all.When(e.Instead != "" && (!e.Instead.Known() || e.Instead.Expense() || e.Instead == CancelledLate), wording.Refuse("instead", "Choose which activity was called off."))
	all.When(e.CalledOff.After(e.Day), wording.Refuse("called_off", "It was called off after the day on which it would have been. Check both days."))
	all.When(!s.Policy.LateNotice(e.Day, e.CalledOff) && !e.CalledOff.After(e.Day), wording.Refuse("called_off",
		"It was called off {n} days before. This board pays what is called off up to {most} days before; earlier, only what was done by then.",
		"n", e.CalledOff.DaysUntil(e.Day), "most", s.Policy.LateNoticeDays))
}

func (s Service) fund(id record.ID) (Fund, error) {
	for _, f := range s.Funds {
		if f.ID == id {
			return f, nil
		}
	}
	return Fund{}, wording.Refuse("fund", "There is no such fund.")
}

func (s Service) checkPayment(all *problems, e Entry, a *Account) {
	all.money("amount", e.Amount)
	all.When(!e.Method.Known() || e.Method == NotAtAll, wording.Refuse("method", "Choose how it was paid."))
	left, before := e.Amount.Minor, all.Len()
	for _, part := range e.For {
		c := a.claim(part.Claim)
		if c == nil || c.Void || part.Minor <= 0 {
			all.When(true, wording.Refuse("for", "This is not something that is owed to the person."))
			continue
		}
		if c.Amount.Currency != e.Amount.Currency {
			all.When(true, &wording.Problem{Field: "currency", What: wording.T("These sums are in different currencies. Pay each currency apart.")})
			continue
		}
		all.When(part.Minor > c.Open.Minor, wording.Refuse("for", "Of one of these, only {sum} is open.", "sum", c.Open))
		all.When(s.Policy.Approval && c.ApprovedOn.IsZero(), wording.Refuse("for", "This board asks that somebody approves before it is paid. Approve it first."))
		left -= part.Minor
	}
	all.When(left < 0, wording.Refuse("for", "The parts come to more than the payment."))
	all.When(left > 0 && !s.Agreed && all.Len() == before, wording.Refuse("agreed", "{sum} of this is for nothing that is owed. If it is meant as an advance, say so.", "sum", e.Amount.of(max(0, left))))
	if left > 0 && e.Fund != "" {
		_, err := s.fund(e.Fund)
		all.When(err != nil, err)
	}
	if s.Policy.TwoSignatures && e.Method.HandToHand() {
		all.When(e.Handed == "" || e.Witness == "" || e.Handed == e.Witness,
			wording.Refuse("witness", "This board asks for two people where cash or a card changes hands. Write down both."))
		all.When(e.Method == GiftCard && (e.Store == "" || e.Card == ""),
			wording.Refuse("card", "Write down the store and what tells this card from others, such as its last figures."))
	}
}

func (s Service) checkChoice(all *problems, e Entry, a *Account) {
	all.When(len(e.For) == 0, wording.Refuse("for", "Choose what this is about."))
	for _, part := range e.For {
		c := a.claim(part.Claim)
		if c == nil || c.Void || c.Open.Minor == 0 {
			all.When(true, wording.Refuse("for", "This is not something that is owed to the person."))
			continue
		}
		all.When(e.Kind == Decline && (part.Minor <= 0 || part.Minor > c.Open.Minor), wording.Refuse("for", "Of one of these, only {sum} is open.", "sum", c.Open))
	}
	all.When(e.Kind == Decline && e.Reason+e.Note != "", wording.Refuse("reason", "Nobody has to say why they decline; leave this empty."))
	all.When(e.Kind == Defer && !e.Until.After(s.today()), wording.Refuse("until", "Say until which day to wait."))
	all.When(e.Kind == Approve && e.Approver == "", wording.Refuse("approver", "Write who approved it."))
}

// checkAbout looks at what is about an earlier entry.
func (s Service) checkAbout(all *problems, e Entry, a *Account) {
	var about *Entry
	for i := range a.Entries {
		if a.Entries[i].ID == e.Of {
			about = &a.Entries[i]
		}
	}
	switch {
	case about == nil:
		all.When(true, wording.Refuse("of", "There is no such entry for this person."))
		return
	case a.Void(about.ID):
		all.When(true, wording.Refuse("of", "This entry was taken back already. To have it again, take that back."))
		return
	}
	if e.Kind == Reverse {
		all.When(e.Reason == "", wording.Refuse("reason", "Write why this is taken back."))
		c := a.claim(about.ID)
		all.When(c != nil && c.Paid.Minor > 0 && !s.Agreed,
			wording.Refuse("agreed", "{sum} of this was paid already and would become an advance. If that is right, say so.", "sum", paidOf(c)))
		return
	}
	all.When(about.Kind != Payment, wording.Refuse("of", "Only a payment can come back or be signed for."))
	if e.Kind == Return && about.Kind == Payment {
		all.money("amount", e.Amount)
		for _, p := range a.Payments {
			if p.ID != about.ID {
				continue
			}
			there := p.Amount.of(p.Amount.Minor - p.CameBack.Minor)
			all.When(e.Amount.Currency != there.Currency || e.Amount.Minor > there.Minor,
				wording.Refuse("amount", "Only {sum} of this payment can come back.", "sum", there))
		}
	}
}

func paidOf(c *Claim) Money {
	if c == nil {
		return Money{}
	}
	return c.Paid
}
