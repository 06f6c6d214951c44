package pay

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/record"
)

// mostWithheld is how many of those who are left out are named.
const mostWithheld = 12

// treasurerView draws what goes to the treasurer and comes back from there.
type treasurerView struct {
	a        *area
	env      *kit.Env
	from, to *kit.DateEntry
	fields   map[string]*kit.Field
	held     *kit.Slot
	bank     *kit.Slot
}

func newTreasurerView(a *area) *treasurerView {
	v := &treasurerView{a: a, env: a.env, held: kit.NewSlot(nil), bank: kit.NewSlot(nil)}
	first, last := YearSoFar(a.board)
	v.from, v.to = kit.NewDateEntry(v.env, nil).SetText(first), kit.NewDateEntry(v.env, nil).SetText(last)
	v.from.OnTyped = func(string) { v.look() }
	v.to.OnTyped = func(string) { v.look() }
	v.fields = map[string]*kit.Field{"from": kit.NewField(v.env.Say("From"), v.from), "to": kit.NewField(v.env.Say("Until"), v.to)}
	return v
}

func (v *treasurerView) object() fyne.CanvasObject {
	v.look()
	years := Years(v.a.board)
	year := kit.NewSelect(formpage.Options(years), nil)
	if len(years) > 1 {
		year.Set(years[1].ID)
	}
	return kit.Stack(kit.Gap,
		kit.Card(kit.Head{Title: v.env.Say("Table for the treasurer"), Note: v.env.Say("Codes in place of names, neutral words, nothing that anybody typed.")},
			kit.Grid(200, v.fields["from"], v.fields["to"]), v.held,
			kit.Facts(kit.Know(v.env.Say("Columns"), Columns(v.a.board, v.env.Book))),
			kit.Row(kit.Near, kit.Primary(v.env.Say("Write the table…"), v.export), kit.Link(v.env.Say("Choose the columns…"), v.a.leads("", route.PayRulesForm)))),
		kit.Columns(
			kit.Column{Share: 1, Least: 380, Body: kit.Card(kit.Head{Title: v.env.Say("Year-end list"), Note: v.env.Say("Codes, references and totals for whoever files taxes; nothing about what the board is.")},
				kit.NewField(v.env.Say("Year of payment"), year), kit.Row(0, kit.Secondary(v.env.Say("Write the list…"), func() { v.yearEnd(year.Chosen()) })))},
			kit.Column{Share: 1, Least: 380, Body: kit.Card(kit.Head{Title: v.env.Say("What the bank says"), Note: v.env.Say("A list from the bank or the finance office, held beside the ledger. Nothing is changed by it.")},
				kit.Row(0, kit.Secondary(v.env.Say("Open a list…"), v.reconcile)))}),
		v.bank)
}

// look says what the table would hold.
func (v *treasurerView) look() {
	from, to, ok := v.days()
	if !ok {
		return
	}
	e, err := v.a.board.Pay().Treasurer(from, to, v.env.Book)
	v.held.Set(v.preview(previewOf(v.env.Book, e, err)))
}

func (v *treasurerView) days() (from, to record.Date, ok bool) {
	from, to, wrong := Days(v.env.Book, v.from.Text(), v.to.Text())
	for name, field := range v.fields {
		field.SetMistake(wrong[name])
	}
	return from, to, len(wrong) == 0
}

// preview says how much it is, and who is left out.
func (v *treasurerView) preview(p Preview) fyne.CanvasObject {
	if p.Trouble != "" {
		return trouble(p.Trouble)
	}
	parts := []fyne.CanvasObject{kit.NewText(kit.Small, p.Lines)}
	if p.Withheld != "" {
		var rows []fyne.CanvasObject
		for _, w := range p.People[:min(mostWithheld, len(p.People))] {
			rows = append(rows, kit.Spread(12, kit.TwoLines(kit.Body, w.Who, w.Why),
				kit.Link(v.env.Say("Their consent"), func() { v.a.desk.Go(route.Person(string(w.Member), route.Choices)) })))
		}
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Inset: true, Text: p.Withheld}), kit.Rows(rows...))
	}
	return kit.Stack(kit.Near, parts...)
}

// export writes the table.
func (v *treasurerView) export() {
	from, to, ok := v.days()
	if !ok {
		return
	}
	v.give(v.env.Say("Table for the treasurer"), v.env.Say("payments"), func() (board.PayExport, error) { return v.a.board.Pay().Treasurer(from, to, v.env.Book) })
}

// yearEnd writes the list of a year, after saying who is left out of it.
func (v *treasurerView) yearEnd(year string) {
	n, err := strconv.Atoi(year)
	if err != nil {
		return
	}
	v.give(v.env.Say("Year-end list of {year}", "year", year), v.env.Say("totals"), func() (board.PayExport, error) { return v.a.board.Pay().YearEnd(n, v.env.Book) })
}

// give asks for the form and the lock, and writes a table.
func (v *treasurerView) give(title, name string, make func() (board.PayExport, error)) {
	e, err := make()
	p := previewOf(v.env.Book, e, err)
	if p.Trouble != "" {
		kit.Tell(v.env, v.env.Say("This could not be made"), p.Trouble, nil)
		return
	}
	workbook := string(board.SheetXLSX)
	forms := kit.NewRadio([]kit.Option{{ID: workbook, Label: v.env.Say("A workbook (XLSX)")}, {ID: string(board.SheetCSV), Label: v.env.Say("Plain rows (CSV)")}}, nil).Set(workbook)
	askLocked(v.a.desk, v.a.judge, title, p.Withheld, forms, func() out {
		form := board.SheetForm(forms.Chosen())
		return out{title: title, name: name, ending: "." + string(form), gave: func() error { return v.a.board.Pay().Gave(e) },
			data: func(ctx context.Context, tell func(done, total int)) ([]byte, error) {
				return board.Sheet(ctx, e.Out, form, tell)
			}}
	})
}

// reconcile asks for a list and shows what differs.
func (v *treasurerView) reconcile() {
	kit.AskPath(v.env, kit.Pick{Title: v.env.Say("A list from the bank"), Confirm: v.env.Say("Open"), From: v.env.Home, Files: true, Endings: []string{".csv", ".xlsx"},
		Say: v.env.Say("A table with a column of days and one of amounts, as CSV or XLSX."),
		Picked: func(path string) string {
			s := ReadBank(context.Background(), v.a.board, v.env.Book, path)
			if s.Trouble != "" {
				return s.Trouble
			}
			away := kit.Secondary(v.env.Say("Put the list away"), func() { v.bank.Set(nil); v.bank.Refresh() })
			v.bank.Set(v.compared(s, away))
			v.bank.Refresh()
			v.env.Runner.After(0, func() { v.env.Canvas.Focus(away) }) // which brings it into sight
			return ""
		}})
}

// compared is what agrees and what differs.
func (v *treasurerView) compared(s BankState, away fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.NewText(kit.Body, s.Says)}
	if s.Notes != "" {
		parts = append(parts, kit.NewText(kit.Small, s.Notes))
	}
	for _, part := range []struct {
		title string
		rows  []BankRow
	}{{v.env.Say("The same payment, but not the same"), s.Differ}, {v.env.Say("Only in the list"), s.OnlyList},
		{v.env.Say("Only in the ledger"), s.OnlyLedger}, {v.env.Say("Lines that were not compared"), s.Skipped}} {
		if len(part.rows) == 0 {
			continue
		}
		columns := []kit.TableColumn[BankRow]{
			{Title: v.env.Say("Date"), Cell: func(r BankRow) fyne.CanvasObject { return body(r.Day) }},
			{Title: v.env.Say("What"), Cell: func(r BankRow) fyne.CanvasObject { return body(r.What) }},
			{Title: v.env.Say("In the list"), Right: true, Cell: func(r BankRow) fyne.CanvasObject { return kit.Figures(kit.Body, r.List) }},
			{Title: v.env.Say("In the ledger"), Right: true, Cell: func(r BankRow) fyne.CanvasObject { return kit.Figures(kit.Body, r.Ledger) }},
			{Cell: func(r BankRow) fyne.CanvasObject { return kit.NewText(kit.Small, r.Why) }}}
		parts = append(parts, kit.NewText(kit.Section, part.title), kit.Table(columns, part.rows, nil))
	}
	return kit.Card(kit.Head{Title: v.env.Say("What the list says"), Acts: []fyne.CanvasObject{away}}, parts...)
}
