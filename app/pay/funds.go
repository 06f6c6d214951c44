package pay

import (
	"cmp"
	"strings"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
	"holdfast/wording"
)

// FundsState is what the page of funds and rates shows.
type FundsState struct {
	Trouble string
	Funds   []FundRow
	Rates   []RateRow
	// Unequal is what was paid at another rate.
	Unequal []UnequalRow
	Others  []OtherRow
	Gifts   []GiftRow
	// GiftTotal is what all gifts in kind are worth.
	GiftTotal string
	// Hand is the log of what changed hands without a bank.
	Hand []HandRow
}

// FundRow is one fund.
type FundRow struct {
	ID                                           record.ID
	Name, Code, Source, Period, Left, Free, Look string
	Share                                        float64
	Closed, Care                                 bool
}

// RateRow is one line of the rate card.
type RateRow struct {
	Rate                   compensation.Rate
	Activity, Amount, From string
}

// UnequalRow is an activity that was paid otherwise than the card says.
type UnequalRow struct{ Activity, Between, Why string }

// OtherRow is what somebody else is paid, beside the board's own rate.
type OtherRow struct{ Activity, Who, Amount, Ours, Difference, Source string }

// GiftRow is a gift in kind.
type GiftRow struct {
	ID                     record.ID
	What, From, Day, Value string
}

// HandRow is a line of the log of cash, cards and vouchers.
type HandRow struct {
	Who, Day, How, Sum, Card, Hands, Signed string
	Void, Missing                           bool
}

// ReadFunds is the page as it is now.
func ReadFunds(b Board, book *wording.Book) FundsState {
	standings, err := b.Pay().Funds()
	card, others, err2 := b.Pay().Card()
	gifts, err3 := b.Pay().Gifts()
	log, err4 := b.Pay().HandLog()
	settings, err5 := b.Settings()
	unequal, err6 := b.Pay().EqualPay()
	if err := cmp.Or(err, err2, err3, err4, err5, err6); err != nil {
		return FundsState{Trouble: board.ExplainIn(book, err)}
	}
	s := FundsState{}
	for _, f := range standings {
		s.Funds = append(s.Funds, fundRow(book, f))
	}
	for _, r := range card {
		s.Rates = append(s.Rates, RateRow{r, book.Render(r.Category.Name()), rateWords(book, r.Amount, r.Basis), book.Date(r.From)})
	}
	for _, u := range unequal {
		s.Unequal = append(s.Unequal, UnequalRow{book.Render(u.Category.Name()), unequalWords(book, u), strings.Join(u.Reasons, " · ")})
	}
	for _, o := range others {
		s.Others = append(s.Others, otherRow(book, o))
	}
	total := compensation.Purse{}
	for _, g := range gifts {
		total.Add(g.Value)
		s.Gifts = append(s.Gifts, GiftRow{g.ID, g.What, g.From, book.Date(g.Day), g.Value.In(book.Language())})
	}
	s.GiftTotal = book.Render(total.Words())
	for _, h := range log[:min(mostHand, len(log))] {
		s.Hand = append(s.Hand, handRow(book, h, settings.Pay.TwoSignatures))
	}
	return s
}

// mostHand is how many lines of the log of cash and cards are shown.
const mostHand = 40

func fundRow(book *wording.Book, f compensation.Standing) FundRow {
	row := FundRow{ID: f.Fund.ID, Name: f.Fund.Name, Code: f.Fund.Code, Source: book.Render(f.Fund.Source.Name()), Closed: f.Fund.Closed,
		Left: book.Say("{sum} left of {budget}", "sum", f.Balance, "budget", f.Fund.Budget), Free: book.Say("{sum} after what is owed", "sum", f.Free),
		Look: forecast(book, f), Share: share(f.Spent.Minor, f.Fund.Budget.Minor), Care: f.Free.Minor < 0 || !f.RunsOut.IsZero()}
	switch from, to := f.Fund.From, f.Fund.To; {
	case !from.IsZero() && !to.IsZero():
		row.Period = book.Say("{from} to {to}", "from", from, "to", to)
	case !from.IsZero():
		row.Period = book.Say("from {date}", "date", from)
	case !to.IsZero():
		row.Period = book.Say("until {date}", "date", to)
	}
	return row
}

func unequalWords(book *wording.Book, u compensation.Unequal) string {
	times := wording.N(u.Times, "once", "{n} times")
	if u.Least == u.Most {
		return book.Say("{times}, at {least}", "times", times, "least", u.Least)
	}
	return book.Say("{times}; pay was between {least} and {most}", "times", times, "least", u.Least, "most", u.Most)
}

func otherRow(book *wording.Book, o compensation.Beside) OtherRow {
	row := OtherRow{book.Render(o.Category.Name()), o.Who, rateWords(book, o.Amount, o.Basis), dash(rateWords(book, o.Ours.Amount, o.Ours.Basis)), "—", o.Source}
	switch {
	case !o.Comparable:
	case o.Percent > 0:
		row.Difference = book.Say("they are paid {n} % more", "n", o.Percent)
	case o.Percent < 0:
		row.Difference = book.Say("they are paid {n} % less", "n", -o.Percent)
	default:
		row.Difference = book.Say("the same")
	}
	return row
}

func handRow(book *wording.Book, h board.HandedOver, two bool) HandRow {
	row := HandRow{Who: h.Name, Day: book.Date(h.Day), How: book.Render(h.Method.Name()), Sum: h.Amount.In(book.Language()), Void: h.Void,
		Card: h.Store, Hands: h.Handed, Signed: book.Say("not signed")}
	if h.Card != "" {
		row.Card = book.Say("{store} · {card}", "store", h.Store, "card", h.Card)
	}
	if h.Witness != "" {
		row.Hands = book.Say("{one} and {two}", "one", h.Handed, "two", h.Witness)
	}
	if !h.Signed.IsZero() {
		row.Signed = book.Say("signed {date}", "date", h.Signed)
	}
	if row.Void {
		row.Signed = book.Render(compensation.Voided.Name())
	}
	row.Missing = two && h.Witness == "" && !h.Void
	return row
}
