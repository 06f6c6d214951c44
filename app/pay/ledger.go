package pay

import (
	"strings"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Ledger is the list of all entries without its looks.
type Ledger struct {
	board Board
	book  *wording.Book
	Asked Asked
}

// Asked is what the list is narrowed to, as it is typed; "" is all.
type Asked struct{ Person, Fund, Kind, Category, From, To, Text string }

// Narrowing are the answers that the list can be narrowed by.
type Narrowing struct {
	Trouble                          string
	People, Funds, Kinds, Categories []form.Choice
}

// EntryWords is one entry in words.
type EntryWords struct{ Who, Day, Kind, What, Sum, State, Fund string }

// NewLedger makes the list with everything in it.
func NewLedger(b Board, book *wording.Book) *Ledger { return &Ledger{board: b, book: book} }

// Narrowing are the answers to choose from.
func (l *Ledger) Narrowing() Narrowing {
	all := func(label string) []form.Choice { return []form.Choice{{ID: "", Label: label}} }
	n := Narrowing{People: all(l.book.Say("Everybody")), Funds: all(l.book.Say("Every fund")),
		Kinds: all(l.book.Say("Everything")), Categories: all(l.book.Say("Every activity"))}
	rows, err := l.board.People(board.Filter{})
	if err != nil {
		return Narrowing{Trouble: board.ExplainIn(l.book, err)}
	}
	for _, r := range rows {
		n.People = append(n.People, form.Choice{ID: string(r.ID), Label: r.Name})
	}
	funds, err := l.board.Pay().Funds()
	if err != nil {
		return Narrowing{Trouble: board.ExplainIn(l.book, err)}
	}
	for _, f := range funds {
		n.Funds = append(n.Funds, form.Choice{ID: string(f.Fund.ID), Label: f.Fund.Name})
	}
	n.Kinds = append(n.Kinds, form.Choice{ID: open, Label: l.book.Say("What is still open")})
	for _, k := range compensation.Kinds() {
		n.Kinds = append(n.Kinds, form.Choice{ID: string(k), Label: l.book.Render(k.Name())})
	}
	for _, expense := range []bool{false, true} {
		for _, c := range compensation.Categories(expense) {
			n.Categories = append(n.Categories, form.Choice{ID: string(c), Label: l.book.Render(c.Name())})
		}
	}
	return n
}

// open stands among the kinds for what is still open.
const open = "open"

// Rows are the entries that fit. wrong is what has to be mended first, by its
// field.
func (l *Ledger) Rows() (rows []board.LedgerRow, wrong map[string]string) {
	a, f := l.Asked, board.LedgerFilter{Member: member.ID(l.Asked.Person), Fund: record.ID(l.Asked.Fund),
		Category: compensation.Category(l.Asked.Category), Text: strings.TrimSpace(l.Asked.Text)}
	if f.Open = a.Kind == open; !f.Open && a.Kind != "" {
		f.Kinds = []compensation.Kind{compensation.Kind(a.Kind)}
	}
	wrong = map[string]string{}
	for name, into := range map[string]struct {
		text string
		day  *record.Date
	}{"from": {a.From, &f.From}, "to": {a.To, &f.To}} {
		day, err := record.ParseDate(strings.TrimSpace(into.text))
		if err != nil {
			wrong[name] = l.book.Say("Write the day as year-month-day, like 2026-11-22.")
		}
		*into.day = day
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	rows, err := l.board.Pay().Entries(f)
	if err != nil {
		wrong["text"] = board.ExplainIn(l.book, err)
	}
	return rows, wrong
}

// Signing are the payments among them for which there is a receipt to sign.
func (l *Ledger) Signing(rows []board.LedgerRow) []compensation.Entry {
	var payments []compensation.Entry
	for _, r := range rows {
		if r.Kind == compensation.Payment {
			payments = append(payments, *r.Entry)
		}
	}
	signing, err := l.board.Pay().Signing(payments)
	if err != nil {
		return nil // the list itself says what is wrong
	}
	return signing
}

// Words are an entry in words.
func Words(book *wording.Book, r board.LedgerRow) EntryWords {
	w := EntryWords{Who: r.Name, Day: book.Date(r.Day), Kind: book.Render(r.Kind.Name()), Fund: r.Fund}
	if r.Claim() {
		w.What = book.Render(r.Title())
	} else {
		w.What = aboutWords(book, r)
	}
	if !r.Amount.IsZero() {
		w.Sum = r.Amount.In(book.Language())
	}
	w.State = book.Render(r.State.Name())
	if r.IsOpen.Minor > 0 && r.IsOpen.Minor < r.Amount.Minor {
		w.State = book.Say("{sum} still to come", "sum", r.IsOpen)
	}
	return w
}

// aboutWords is what an entry that is no claim is about.
func aboutWords(book *wording.Book, r board.LedgerRow) string {
	switch {
	case r.Kind == compensation.Payment && len(r.For) == 0:
		return book.Say("{method}, as an advance", "method", r.Method.Name())
	case r.Kind == compensation.Payment:
		return book.Render(r.Method.Name())
	case r.Kind == compensation.Approve:
		return r.Approver
	case r.Kind == compensation.Reverse:
		return r.Reason
	case !r.Until.IsZero():
		return book.Say("until {date}", "date", r.Until)
	default:
		return ""
	}
}

// Facts are everything about an entry, each under a name.
func Facts(book *wording.Book, r board.LedgerRow) [][2]string {
	var facts [][2]string
	add := func(label, text string) {
		if text != "" {
			facts = append(facts, [2]string{label, text})
		}
	}
	w := Words(book, r)
	add(book.Say("Date"), w.Day)
	add(book.Say("What"), w.What)
	add(book.Say("Time"), compensation.Length(r.Minutes))
	add(book.Say("Quantity"), string(r.Quantity))
	add(book.Say("Rate"), rateWords(book, r.Rate, r.Basis))
	add(book.Say("Why another rate"), r.RateReason)
	add(book.Say("Rule"), r.Rule)
	add(book.Say("Amount"), w.Sum)
	add(book.Say("State"), w.State)
	if !r.CalledOff.IsZero() {
		add(book.Say("Called off on"), book.Date(r.CalledOff))
	}
	if !r.Due.IsZero() {
		add(book.Say("Promised by"), book.Date(r.Due))
	}
	add(book.Say("Fund"), r.Fund)
	add(book.Say("Store"), r.Store)
	add(book.Say("Card"), r.Card)
	add(book.Say("Reference"), r.Reference)
	add(book.Say("Handed over by"), r.Handed)
	add(book.Say("Second signature"), r.Witness)
	if r.Reason != w.What {
		add(book.Say("Reason"), r.Reason)
	}
	add(book.Say("Note"), r.Note)
	if written := record.DateOf(r.At); r.By != "" {
		add(book.Say("Written down"), book.Say("{date}, by {who}", "date", written, "who", r.By))
	} else {
		add(book.Say("Written down"), book.Date(written))
	}
	return facts
}

// TakeBack takes an entry back. wrong is what is missing in the reason; ask is
// what has to be agreed to first.
func TakeBack(b Board, book *wording.Book, r board.LedgerRow, reason string, agreed bool) (o Outcome, wrong string, ask *form.Ask) {
	_, err := b.Pay().Reverse(r.Member, r.ID, strings.TrimSpace(reason), agreed)
	for _, p := range wording.Problems(err) {
		switch p.Field {
		case "agreed":
			return o, "", &form.Ask{Title: book.Say("Take back what was paid already?"), Confirm: book.Say("Take it back"), Says: []string{book.Render(p.What)}}
		case "reason":
			return o, book.Render(p.What), nil
		}
	}
	return outcome(book, book.Say("Taken back. The entry stays in the ledger, crossed out."), err), "", nil
}
