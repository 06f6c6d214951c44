package board

import (
	"bytes"
	"context"

	"holdfast/backup"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/roster/table"
	"holdfast/store"
	"holdfast/wording"
)

// PayExport is a table for the treasurer, and what is to know about it.
type PayExport struct {
	table.Out
	// To is who it is for, in the words of people's consent; Withheld are those
	// of whom it holds nothing, because they did not agree to that.
	To       string
	Withheld []Withheld
	// uses are what is written down about it once it was given (see Gave).
	uses []consent.Use
}

// Withheld is somebody whose payments stay here, and why.
type Withheld struct {
	Member  member.ID
	Name    string
	Because wording.Text
}

// Says names how many are left out, and what to do; nothing where nobody is.
func (e PayExport) Says() wording.Text {
	if len(e.Withheld) == 0 {
		return wording.Text{}
	}
	return wording.N(len(e.Withheld),
		"{n} person is left out: they have not agreed that what is needed to pay them is passed on to “{who}”. Ask them, and write down what they say; until then tell the treasurer only what they want told.",
		"{n} people are left out: they have not agreed that what is needed to pay them is passed on to “{who}”. Ask them, and write down what they say; until then tell the treasurer only what they want told.",
		"who", e.To)
}

// Treasurer is the export for the treasurer from one day to another, in the
// columns that the board chose: codes of payees and funds, neutral titles,
// nothing that anybody typed, and nothing of who did not agree to it.
func (l Ledger) Treasurer(from, to record.Date, book *wording.Book) (PayExport, error) {
	p, r, err := l.pays()
	if err != nil {
		return PayExport{}, err
	}
	if err := span(from, to); err != nil {
		return PayExport{}, err
	}
	today := record.DateOf(l.b.in(r.settings))
	columns := r.settings.Pay.Columns
	if len(columns) == 0 {
		columns = compensation.UsualColumns()
	}
	passed, e, err := l.gate(p, r, book.Say("Payments from {from} to {to}", "from", from, "to", to),
		func(a *compensation.Account) bool { return a.Within(from, to) })
	e.Out = outOf(compensation.Treasurer(passed, p.funds, columns, from, to, today, book))
	return e, err
}

// gate asks each person's consent to passing on what is needed to pay them.
// about says whether the export would be about an account at all.
func (l Ledger) gate(p *pays, r *roll, what string, about func(*compensation.Account) bool) ([]*compensation.Account, PayExport, error) {
	e := PayExport{To: r.settings.Pay.PassedTo()}
	var accounts []*compensation.Account
	for _, a := range p.list(r) {
		if about(a) {
			accounts = append(accounts, a)
		}
	}
	answers := map[member.ID]consent.Answer{}
	for _, a := range accounts {
		if _, here := r.people[a.Member]; !here {
			continue
		}
		answer, err := l.b.Consent().May(a.Member, consent.Question{Purpose: consent.PayData, Recipient: e.To})
		if err != nil {
			return nil, e, err
		}
		answers[a.Member] = answer
	}
	let, err := l.b.letPass()
	if err != nil {
		return nil, e, err
	}
	forgotten := func(id member.ID) bool { _, here := answers[id]; return !here && let[id] }
	agreed := func(id member.ID) bool { return answers[id].Verdict == consent.Yes }
	passed, held := compensation.PassedOn(accounts, forgotten, agreed)
	for _, a := range held {
		e.Withheld = append(e.Withheld, Withheld{a.Member, r.payName(a.Member), answers[a.Member].Because})
	}
	for _, a := range passed {
		if _, here := answers[a.Member]; here {
			e.uses = append(e.uses, consent.Use{Member: a.Member, Purpose: consent.PayData, Recipient: e.To, What: what, On: record.DateOf(l.b.in(r.settings))})
		}
	}
	return passed, e, nil
}

// letPass are the forgotten who had agreed to it as long as they could be asked.
func (b *Board) letPass() (map[member.ID]bool, error) {
	let := map[member.ID]bool{}
	return let, b.view(func(tx *store.Tx) error {
		return tombstones(tx, func(t tombstone) {
			if t.Kind == personErased && t.PassedOn {
				let[t.ID] = true
			}
		})
	})
}

// Gave writes down in the register of uses that an export went to whom it is
// for, so that who takes their yes back can be told where it went.
func (l Ledger) Gave(e PayExport) error { return l.used(e.uses...) }

func (l Ledger) used(uses ...consent.Use) error {
	if len(uses) == 0 {
		return nil
	}
	return l.b.act(ActConsentUse, func(w *work) error {
		for _, u := range uses {
			if err := w.known(u.Member); err != nil {
				return err
			}
			w.touch(u.Member)
			if _, err := w.consenting(u.Member, consent.Usual()).Used(u); err != nil {
				return err
			}
		}
		return nil
	})
}

// YearEnd is the list of a calendar year of payment for whoever files taxes.
func (l Ledger) YearEnd(year int, book *wording.Book) (PayExport, error) {
	p, r, err := l.pays()
	if err != nil {
		return PayExport{}, err
	}
	rules, err := l.b.Rules()
	if err != nil {
		return PayExport{}, err
	}
	payees := map[member.ID]compensation.Payee{}
	err = l.b.view(func(tx *store.Tx) error {
		all, err := allOf(tx, compensation.PayeeSchema())
		for _, p := range all {
			payees[p.Member] = p
		}
		return err
	})
	if err != nil {
		return PayExport{}, err
	}
	of := func(a *compensation.Account) (totals []compensation.Year) {
		for _, y := range a.Years() {
			if y.Year == year {
				totals = append(totals, y)
			}
		}
		return totals
	}
	passed, e, err := l.gate(p, r, book.Say("Totals of {year}", "year", compensation.YearWord(year)), func(a *compensation.Account) bool { return len(of(a)) > 0 })
	var totals []compensation.Year
	for _, a := range passed {
		totals = append(totals, of(a)...)
	}
	e.Out = outOf(compensation.YearEnd(compensation.Thresholds(passed, year, rules, r.settings.Pay), totals, payees, book))
	return e, err
}

func outOf(s compensation.Sheet) table.Out {
	out := table.Out{Name: s.Name, Head: s.Head, Rows: make([][]table.OutCell, len(s.Rows))}
	for i, row := range s.Rows {
		out.Rows[i] = make([]table.OutCell, len(row))
		for j, c := range row {
			out.Rows[i][j] = table.OutCell(c)
		}
	}
	return out
}

// SheetForm is the form in which a table leaves the vault; it is also how its
// file is named.
type SheetForm string

// The forms.
const (
	SheetXLSX SheetForm = "xlsx"
	SheetCSV  SheetForm = "csv"
)

// Sheet is a table as a file that anyone can read. Ask first, with No as the
// answer that is offered; Locked is for everything else. tell hears how many
// rows are written, and may be nil.
func Sheet(ctx context.Context, out table.Out, form SheetForm, tell func(done, total int)) ([]byte, error) {
	if form == SheetCSV {
		return out.CSV()
	}
	if form != SheetXLSX {
		return nil, wording.Refuse("out", "Let the name of the file end in .xlsx or .csv, and .age after it unless anybody may read it.")
	}
	var file bytes.Buffer
	err := out.WriteXLSX(&file, func(rows int) error {
		if tell != nil {
			tell(rows, len(out.Rows))
		}
		return ctx.Err()
	})
	if tell != nil && err == nil {
		tell(len(out.Rows), len(out.Rows))
	}
	return file.Bytes(), err
}

// Locked is a file under a passphrase of its own, which any age program opens.
// It fails with a Problem for a passphrase that is too short.
func Locked(data []byte, passphrase string) ([]byte, error) { return backup.Locked(data, passphrase) }
