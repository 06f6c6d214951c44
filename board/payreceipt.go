package board

import (
	"slices"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// Receipt is a page to sign for a payment, for the person to keep or to leave:
// neutral words, the code instead of a name.
func (l Ledger) Receipt(id member.ID, payment record.ID, book *wording.Book) (paper.Document, error) {
	p, r, err := l.pays()
	if err != nil {
		return paper.Document{}, err
	}
	paid, err := paymentOf(p.account(id), payment)
	if err != nil {
		return paper.Document{}, err
	}
	return paper.Document{Title: book.Say("Receipt"), Size: r.settings.Paper, Day: paid.Day, Blocks: receipt(paid, book)}, nil
}

// Signing are those of some payments for which there is a receipt to sign: the
// person said that signing is all right for them, the payment stands, and
// nobody has signed for it yet.
func (l Ledger) Signing(payments []compensation.Entry) ([]compensation.Entry, error) {
	p, _, err := l.pays()
	if err != nil {
		return nil, err
	}
	var all []compensation.Entry
	for _, e := range payments {
		paid, err := paymentOf(p.account(e.Member), e.ID)
		if err == nil && paid.Signed.IsZero() && p.ways[e.Member].Receipt == compensation.Yes {
			all = append(all, e)
		}
	}
	return all, nil
}

// Receipts are the receipts of several payments in one document, each on a page
// of its own and none numbered, so that nobody can tell how many there are.
func (l Ledger) Receipts(payments []compensation.Entry, book *wording.Book) (paper.Document, error) {
	p, r, err := l.pays()
	if err != nil {
		return paper.Document{}, err
	}
	d := paper.Document{Size: r.settings.Paper, Day: record.DateOf(l.b.in(r.settings)), Loose: true}
	for _, e := range payments {
		paid, err := paymentOf(p.account(e.Member), e.ID)
		if err != nil {
			return d, err
		}
		if len(d.Blocks) > 0 {
			d.Blocks = append(d.Blocks, paper.Break{})
		}
		d.Blocks = append(append(d.Blocks, paper.Heading{Text: book.Say("Receipt")}), receipt(paid, book)...)
	}
	if len(d.Blocks) == 0 {
		return d, wording.Refuse("receipts", "There is no receipt to sign: it was signed already, or signing was not said to be all right.")
	}
	return d, nil
}

// paymentOf is a payment that was not taken back.
func paymentOf(a *compensation.Account, payment record.ID) (*compensation.Paid, error) {
	i := slices.IndexFunc(a.Payments, func(paid *compensation.Paid) bool { return paid.ID == payment && !paid.Void })
	if i < 0 {
		return nil, noSuchPayment()
	}
	return a.Payments[i], nil
}

// receipt is what stands on the page.
func receipt(paid *compensation.Paid, book *wording.Book) []paper.Block {
	facts := paper.Facts{{Label: book.Say("Date"), Text: book.Date(paid.Day)}, {Label: book.Say("Payee"), Text: compensation.Code(paid.Member)},
		{Label: book.Say("Amount"), Text: paid.Net().In(book.Language())}, {Label: book.Say("How"), Text: book.Render(paid.Method.Name())}}
	for _, more := range []struct {
		label string
		text  string
	}{{book.Say("Store"), paid.Store}, {book.Say("Card"), paid.Card}, {book.Say("Reference"), paid.Reference},
		{book.Say("Handed over by"), paid.Handed}, {book.Say("Second signature"), paid.Witness}} {
		if more.text != "" {
			facts = append(facts, paper.Line{Label: more.label, Text: more.text})
		}
	}
	t := paper.Table{Columns: []paper.Column{{Head: book.Say("Date")}, {Head: book.Say("What for")}, {Head: book.Say("Amount"), Right: true}}}
	for _, q := range paid.Portions {
		if q.Claim == nil {
			t.Rows = append(t.Rows, []string{"", book.Say("Advance"), q.Money.In(book.Language())})
			continue
		}
		t.Rows = append(t.Rows, []string{book.Date(q.Claim.Day), book.Render(q.Claim.Category.Neutral()), q.Money.In(book.Language())})
	}
	return []paper.Block{facts, t, paper.Signatures{book.Say("Signature, or the code"), book.Say("Date")}}
}
