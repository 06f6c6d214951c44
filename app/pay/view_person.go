package pay

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/passphrase"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// mostEntries is how many entries a person's tab shows at first.
const mostEntries = 12

// personView draws the tab of a person.
type personView struct {
	desk  kit.Desk
	env   *kit.Env
	board Board
	judge passphrase.Judge
	id    member.ID
	whole *kit.Slot
	state PersonState
	all   bool // every entry is shown
}

// Tab is the Compensation tab of a person's page.
func Tab(desk kit.Desk, b *board.Board, id member.ID) fyne.CanvasObject {
	v := &personView{desk: desk, env: desk.Env(), board: b, judge: b, id: id, whole: kit.NewSlot(nil)}
	v.draw()
	return v.whole
}

func (v *personView) draw() {
	v.state = ReadPerson(v.board, v.env.Book, v.id)
	if v.state.Trouble != "" {
		v.whole.Set(trouble(v.state.Trouble))
		return
	}
	cells := make([]fyne.CanvasObject, len(v.state.Stats))
	for i, s := range v.state.Stats {
		cells[i] = kit.Stat(s.Label, s.Figure, s.Note)
	}
	v.whole.Set(kit.Stack(kit.Gap, kit.Grid(200, cells...), v.entries(),
		kit.Columns(kit.Column{Share: 560, Least: 420, Body: v.way()}, kit.Column{Share: 430, Least: 320, Body: kit.Stack(kit.Gap, v.limits(), v.papers())})))
	v.whole.Refresh()
}

func (v *personView) form(tab string) func() {
	return func() { v.desk.Go(route.Pay(string(v.id), tab)) }
}

// entries are the person's lines of the ledger, with what can be added.
func (v *personView) entries() fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("Work, expenses and payments")}
	acts := []fyne.CanvasObject{kit.Secondary(v.env.Say("Add work"), v.form(route.WorkForm)), kit.Secondary(v.env.Say("Add an expense"), v.form(route.ExpenseForm)),
		kit.Secondary(v.env.Say("Give an advance"), v.form(route.AdvanceForm))}
	if v.state.Owed {
		pay := kit.Primary(v.env.Say("Record a payment"), v.form(route.PaymentForm))
		acts = append(append([]fyne.CanvasObject{pay}, acts...), kit.Link(v.env.Say("They want to wait…"), v.form(route.DeferForm)),
			kit.Link(v.env.Say("They choose not to be paid…"), v.form(route.DeclineForm)))
	}
	if len(v.state.Rows) == 0 {
		return kit.Card(head, kit.Empty("", v.env.Say("Nothing was written down for {name} yet.", "name", v.state.Name), acts...))
	}
	shown := v.state.Rows
	if !v.all {
		shown = shown[:min(mostEntries, len(shown))]
	}
	cell := func(of func(EntryWords) string) func(board.LedgerRow) fyne.CanvasObject {
		return func(r board.LedgerRow) fyne.CanvasObject { return body(of(Words(v.env.Book, r))) }
	}
	columns := []kit.TableColumn[board.LedgerRow]{
		{Title: v.env.Say("Date"), Cell: cell(func(w EntryWords) string { return w.Day })},
		{Title: v.env.Say("Kind"), Cell: cell(func(w EntryWords) string { return w.Kind })},
		{Title: v.env.Say("What"), Cell: cell(func(w EntryWords) string { return w.What })},
		{Title: v.env.Say("Amount"), Right: true, Cell: func(r board.LedgerRow) fyne.CanvasObject { return kit.Figures(kit.Strong, Words(v.env.Book, r).Sum) }},
		{Title: v.env.Say("State"), Cell: cell(func(w EntryWords) string { return w.State })},
		{Title: v.env.Say("Fund"), Cell: cell(func(w EntryWords) string { return w.Fund })}}
	parts := []fyne.CanvasObject{kit.Row(kit.Near, acts...), kit.Table(columns, shown, func(r board.LedgerRow) { openEntry(v.desk, v.board, r, v.again) })}
	if len(shown) < len(v.state.Rows) {
		parts = append(parts, kit.Row(0, kit.Link(v.env.Say("Show all of it"), func() { v.all = true; v.draw() })))
	}
	return kit.Card(head, parts...)
}

func (v *personView) again() { v.draw(); v.desk.Again() }

// way is how they want it, with the questions about their safety.
func (v *personView) way() fyne.CanvasObject {
	facts := []kit.Fact{kit.Know(v.env.Say("Way"), v.state.How)}
	add := func(label, text string) {
		if text != "" {
			facts = append(facts, kit.Know(label, text))
		}
	}
	add(v.env.Say("What to say"), v.state.Words)
	for _, a := range v.state.Answers {
		add(a[0], a[1])
	}
	add(v.env.Say("Gone through with them on"), v.state.Confirmed)
	return kit.Card(kit.Head{Title: v.env.Say("How {name} wants to be paid", "name", v.state.Name)},
		kit.Facts(facts...), kit.NewText(kit.Small, v.state.Shows),
		kit.Row(kit.Near, kit.Secondary(v.env.Say("Change…"), v.form(route.WayForm)), kit.Link(v.env.Say("The name for payments…"), v.form(route.PayeeForm))))
}

func (v *personView) limits() fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("Limits of their own")}
	if len(v.state.Limits) == 0 {
		return kit.Card(head, muted(v.env.Say("They set none. Benefits may depend on how much is paid, or how often: ask, and offer a talk with a benefits counselor.")))
	}
	rows := make([]fyne.CanvasObject, len(v.state.Limits))
	for i, l := range v.state.Limits {
		tone := kit.OK
		if l.Care {
			tone = kit.Care
		}
		rows[i] = kit.StateRow(l.Limit, tone, l.Left)
	}
	return kit.Card(head, kit.Rows(rows...))
}

// papers are the statement, and the letter where it was released.
func (v *personView) papers() fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.Row(kit.Near, kit.Secondary(v.env.Say("Statement for them…"), v.statement))}
	if v.state.NoLetter != "" {
		parts = append(parts, muted(v.state.NoLetter), kit.Row(0, kit.Link(v.env.Say("Write down a release…"), func() { v.desk.Go(route.Consent(string(v.id), route.PayReleaseForm)) })))
	} else {
		parts = append(parts, kit.Row(0, kit.Secondary(v.env.Say("Letter for a caseworker…"), v.letter)))
	}
	return kit.Card(kit.Head{Title: v.env.Say("Papers")}, parts...)
}

// span are two fields for days, with what is wrong below each.
type span struct{ from, to *kit.DateEntry }

func (v *personView) span() (span, fyne.CanvasObject, func() (from, to record.Date, ok bool)) {
	first, last := YearSoFar(v.board)
	s := span{kit.NewDateEntry(v.env, nil).SetText(first), kit.NewDateEntry(v.env, nil).SetText(last)}
	fields := map[string]*kit.Field{"from": kit.NewField(v.env.Say("From"), s.from), "to": kit.NewField(v.env.Say("Until"), s.to)}
	return s, kit.Grid(200, fields["from"], fields["to"]), func() (from, to record.Date, ok bool) {
		from, to, wrong := Days(v.env.Book, s.from.Text(), s.to.Text())
		for name, field := range fields {
			field.SetMistake(wrong[name])
		}
		return from, to, len(wrong) == 0
	}
}

// statement gives the person what they were owed and paid, locked unless they
// would rather have paper.
func (v *personView) statement() {
	_, days, read := v.span()
	which := languages(v.env)
	kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Statement for {name}", "name", v.state.Name), Wide: true, Body: kit.Stack(kit.Gap, days, which), Confirm: v.env.Say("Go on"),
		Say: v.env.Say("What they were owed and paid, under a code in place of the name. It is theirs."),
		OnConfirm: func() bool {
			from, to, ok := read()
			if !ok {
				return false
			}
			language := which.Chosen()
			v.env.Runner.After(0, func() {
				askLocked(v.desk, v.judge, v.env.Say("Statement for {name}", "name", v.state.Name), v.caution()+v.env.Say("Ask them which they would rather have, and whether paper is safe where they live."), nil, func() out {
					return printed(v.env.Say("Where to put the statement"), v.env.Say("statement"), language, func(book *wording.Book) (paper.Document, error) {
						return v.board.Pay().Statement(v.id, from, to, book)
					})
				})
			})
			return true
		}})
}

// caution is what the person said about papers to keep, where it is no yes.
func (v *personView) caution() string {
	text, err := v.board.Consent().Caution(v.id)
	if said := v.env.Book.Render(text); err == nil && said != "" {
		return said + " "
	}
	return ""
}

// letter writes what was paid for somebody to whom the person released it.
func (v *personView) letter() {
	_, days, read := v.span()
	which := kit.NewSelect(formpage.Options(v.state.Letters), nil).Set(v.state.Letters[0].ID)
	kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Letter for a caseworker"), Wide: true, Body: kit.Stack(kit.Gap, kit.NewField(v.env.Say("To whom"), which), days), Confirm: v.env.Say("Go on"),
		Say: v.env.Say("It names the person and the sums, and only goes to whom they released it. That it was made is written down among the places where something of theirs was used."),
		OnConfirm: func() bool {
			from, to, ok := read()
			if !ok {
				return false
			}
			who := which.Chosen()
			v.env.Runner.After(0, func() {
				outfile.Print(v.desk, outfile.Paper{Title: v.env.Say("Letter for a caseworker"), Name: v.env.Say("letter"), Make: func(book *wording.Book) (paper.Document, error) {
					return v.board.Pay().Letter(v.id, who, from, to, book)
				}})
			})
			return true
		}})
}
