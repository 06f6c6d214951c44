package board

import (
	"errors"
	"slices"

	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// Statement is what somebody was owed and paid from one day to another, for
// the person: kind and clear, under their code instead of their name.
func (l Ledger) Statement(id member.ID, from, to record.Date, book *wording.Book) (paper.Document, error) {
	p, r, err := l.pays()
	if err != nil {
		return paper.Document{}, err
	}
	if err := span(from, to); err != nil {
		return paper.Document{}, err
	}
	today := record.DateOf(l.b.in(r.settings))
	s := compensation.StatementOf(p.account(id), from, to)
	d := paper.Document{Title: book.Say("Statement of payments"), Size: r.settings.Paper, Day: today,
		Foot: book.Say("For the person with the code {code}", "code", compensation.Code(id))}
	d.Blocks = append(d.Blocks,
		paper.Paragraph{Text: book.Say("This is what you were paid from {from} to {to}, and what is still to come. It is yours: show it to whom you like, or to nobody.", "from", from, "to", to)},
		statementSums(s, book))
	if len(s.Claims) > 0 {
		d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("Your work and what you laid out")}, claimTable(s, today, book))
	}
	if len(s.Payments) > 0 {
		d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("What you were paid")}, paymentTable(s, book))
	}
	d.Blocks = append(d.Blocks,
		paper.Paragraph{Text: book.Say("Payments may count as income, also where no tax form is sent. If you receive benefits, a benefits counselor can tell you what a payment means for them, best before you accept it. If something here is wrong, say so and it will be put right.")},
		paper.Paragraph{Look: paper.Quiet, Text: book.Say("General information, not legal or tax advice.")})
	return d, nil
}

// span refuses a time that ends before it begins.
func span(from, to record.Date) error {
	if from.IsZero() || to.IsZero() || to.Before(from) {
		return wording.Refuse("to", "Say from which day to which; the last day lies before the first.")
	}
	return nil
}

func statementSums(s compensation.Statement, book *wording.Book) paper.Facts {
	facts := paper.Facts{
		{Label: book.Say("Paid for your time"), Text: book.Render(s.Earned.Words())},
		{Label: book.Say("Given back for what you laid out"), Text: book.Render(s.Reimbursed.Words())},
		{Label: book.Say("Still owed to you"), Text: book.Render(s.Open.Words())},
	}
	if len(s.Advances.Sums()) > 0 {
		facts = append(facts, paper.Line{Label: book.Say("Paid ahead, for work to come"), Text: book.Render(s.Advances.Words())})
	}
	return facts
}

func claimTable(s compensation.Statement, today record.Date, book *wording.Book) paper.Table {
	t := paper.Table{Columns: []paper.Column{{Head: book.Say("Date")}, {Head: book.Say("What for")}, {Head: book.Say("Hours"), Right: true},
		{Head: book.Say("Amount"), Right: true}, {Head: book.Say("State")}}}
	for _, c := range s.Claims {
		state := book.Render(c.State(today).Name())
		if c.IsOpen() && c.Paid.Minor > 0 {
			state = book.Say("{sum} still to come", "sum", c.Open)
		}
		t.Rows = append(t.Rows, []string{book.Date(c.Day), book.Render(c.Title()), compensation.Length(c.Minutes), c.Amount.In(book.Language()), state})
	}
	return t
}

// paymentTable has a column of references only where there is one.
func paymentTable(s compensation.Statement, book *wording.Book) paper.Table {
	t := paper.Table{Columns: []paper.Column{{Head: book.Say("Date")}, {Head: book.Say("How")}, {Head: book.Say("Reference")}, {Head: book.Say("Amount"), Right: true}}}
	referred := slices.ContainsFunc(s.Payments, func(p *compensation.Paid) bool { return p.Reference != "" })
	if !referred {
		t.Columns = slices.Delete(t.Columns, 2, 3)
	}
	for _, p := range s.Payments {
		row := []string{book.Date(p.Day), book.Render(p.Method.Name()), p.Reference, p.Net().In(book.Language())}
		if !referred {
			row = slices.Delete(row, 2, 3)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// ReleasedPayments is the item of a release that is about what somebody was
// paid.
const ReleasedPayments = "payments"

// released is the person's yes to handing what they were paid to somebody: a
// release that names it. One of anything else to the same recipient is none.
// Without one it fails with a Problem of the field "release", in the words of
// the gate.
func (l Ledger) released(id member.ID, recipient string) (consent.Answer, error) {
	answer, err := l.b.Consent().May(id, consent.Question{Purpose: consent.Release, Recipient: recipient, Item: ReleasedPayments})
	if err != nil {
		return answer, err
	}
	if answer.Verdict != consent.Yes {
		return answer, &wording.Problem{Field: "release", What: answer.Because}
	}
	file, err := l.b.Consent().File(id)
	for _, event := range answer.Rests {
		if e, known := file.Event(event); known && e.Item == ReleasedPayments {
			return answer, err
		}
	}
	return answer, errors.Join(err, wording.Refuse("release", "What was released to {who} is not said to be about payments. Ask for a release of what they were paid.", "who", recipient))
}

// LetterTo are those to whom a letter about what somebody was paid may go
// today.
func (l Ledger) LetterTo(id member.ID) ([]string, error) {
	page, err := l.b.Consent().Page(id)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, row := range page.Rows {
		who := row.Choice.Yes.Recipient
		if who == "" || slices.Contains(all, who) {
			continue
		}
		if _, err := l.released(id, who); err == nil {
			all = append(all, who)
		}
	}
	return all, nil
}

// Letter is the same for a caseworker or an office, in their words and with
// the name that payments are made to. It is made only where the person has
// released it to them, and that it was made stands in the register of uses from
// then on.
func (l Ledger) Letter(id member.ID, recipient string, from, to record.Date, book *wording.Book) (paper.Document, error) {
	answer, err := l.released(id, recipient)
	if err != nil {
		return paper.Document{}, err
	}
	if err := span(from, to); err != nil {
		return paper.Document{}, err
	}
	p, r, err := l.pays()
	if err != nil {
		return paper.Document{}, err
	}
	payee, err := l.Payee(id)
	if err != nil {
		return paper.Document{}, err
	}
	if payee.Name == "" {
		payee.Name = r.payName(id)
	}
	today := record.DateOf(l.b.in(r.settings))
	s := compensation.StatementOf(p.account(id), from, to)
	d := paper.Document{Title: book.Say("Confirmation of payments"), Size: r.settings.Paper, Day: today,
		Foot: book.Say("Given with the release of the person, until {date}", "date", answer.Until)}
	d.Blocks = append(d.Blocks,
		paper.Facts{{Label: book.Say("To"), Text: recipient}, {Label: book.Say("Name"), Text: payee.Name},
			{Label: book.Say("Period"), Text: book.Say("{from} to {to}", "from", from, "to", to)},
			{Label: book.Say("Paid for consulting services"), Text: book.Render(s.Earned.Words())},
			{Label: book.Say("Expenses given back"), Text: book.Render(s.Reimbursed.Words())},
			{Label: book.Say("Number of payments"), Text: book.Number(len(s.Payments))}},
		paymentTable(s, book),
		paper.Paragraph{Text: book.Say("Payments are listed by the day on which they were made. Expenses given back were laid out for travel, care or supplies. This confirmation is for the recipient named above and may not be passed on.")},
		paper.Signatures{book.Say("Signature"), book.Say("Name"), book.Say("Date")})
	return d, l.used(consent.Use{Member: id, Purpose: consent.Release, Recipient: recipient, Item: ReleasedPayments, On: today,
		What: book.Say("A letter about payments from {from} to {to}", "from", from, "to", to)})
}
