package pay

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/wording"
)

// ledgerShares are the columns of the ledger.
var ledgerShares = [...]float32{-136, 3, 3, 5, -104, 3, 3}

// ledgerView draws a Ledger.
type ledgerView struct {
	a      *area
	env    *kit.Env
	model  *Ledger
	list   *kit.List[board.LedgerRow]
	note   *kit.Text
	fields map[string]*kit.Field
	answer *kit.Latest[found]
	print  *kit.Slot // the receipts of what is found
}

// found is an answer of the ledger.
type found struct {
	rows    []board.LedgerRow
	wrong   map[string]string
	signing []compensation.Entry
}

func newLedgerView(a *area) *ledgerView {
	v := &ledgerView{a: a, env: a.env, model: NewLedger(a.board, a.env.Book), note: kit.NewText(kit.Small, " "), fields: map[string]*kit.Field{}, print: kit.NewSlot(nil)}
	v.list = kit.NewList(func() kit.Line[board.LedgerRow] { return newEntryLine(v.env.Book) }, func(r board.LedgerRow) { openEntry(a.desk, a.board, r, v.look) })
	v.answer = kit.NewLatest(a.env.Runner, v.show)
	return v
}

// object is the filters with the list below.
func (v *ledgerView) object() fyne.CanvasObject {
	n := v.model.Narrowing()
	if n.Trouble != "" {
		return trouble(n.Trouble)
	}
	pick := func(label string, choices []kit.Option, into *string) fyne.CanvasObject {
		return kit.NewField(label, kit.NewSelect(choices, func(id string) { *into = id; v.look() }).Set(""))
	}
	day := func(name, label string, into *string) fyne.CanvasObject {
		d := kit.NewDateEntry(v.env, nil)
		d.OnTyped = func(text string) { *into = text; v.look() }
		v.fields[name] = kit.NewField(label, d)
		return v.fields[name]
	}
	text := kit.NewEntry(v.env)
	text.OnChanged = func(typed string) { v.model.Asked.Text = typed; v.look() }
	v.fields["text"] = kit.NewField(v.env.Say("Words in it"), text)
	asked := &v.model.Asked
	filters := kit.Grid(180, pick(v.env.Say("Person"), formpage.Options(n.People), &asked.Person), pick(v.env.Say("Fund"), formpage.Options(n.Funds), &asked.Fund),
		pick(v.env.Say("Kind"), formpage.Options(n.Kinds), &asked.Kind), pick(v.env.Say("Activity"), formpage.Options(n.Categories), &asked.Category),
		day("from", v.env.Say("From"), &asked.From), day("to", v.env.Say("Until"), &asked.To), v.fields["text"])
	v.look()
	heads := []string{v.env.Say("Date"), v.env.Say("Who"), v.env.Say("Kind"), v.env.Say("What"), v.env.Say("Amount"), v.env.Say("State"), v.env.Say("Fund")}
	titles := make([]fyne.CanvasObject, len(heads))
	for i, head := range heads {
		titles[i] = kit.NewText(kit.SmallStrong, head).In(kit.Muted)
	}
	titles[4] = kit.Figures(kit.SmallStrong, heads[4]).In(kit.Muted)
	return kit.Stack(kit.Gap, kit.Card(kit.Head{}, filters),
		kit.Card(kit.Head{Title: v.env.Say("Ledger"), Note: v.env.Say("Nothing is ever changed here: what was wrong is taken back with a reason.")},
			kit.Spread(kit.Gap, v.note, v.print), kit.Pad(kit.Inset{Left: 12, Right: 20}, kit.Shares(ledgerShares[:], titles...)), v.list))
}

// look asks for the entries that fit.
func (v *ledgerView) look() {
	asked := *v.model
	v.answer.Ask(func() found {
		rows, wrong := asked.Rows()
		return found{rows, wrong, asked.Signing(rows)}
	})
}

func (v *ledgerView) show(f found) {
	for name, field := range v.fields {
		field.SetMistake(f.wrong[name])
	}
	if len(f.wrong) > 0 {
		return
	}
	v.list.SetRows(f.rows)
	v.print.Set(nil)
	if n := len(f.signing); n > 0 {
		v.print.Set(kit.Link(v.env.Book.Count(n, "{n} receipt to print…", "{n} receipts to print…"), func() { PrintReceipts(v.a.desk, v.a.board.Pay(), f.signing) }))
	}
	v.note.SetText(v.env.Book.Count(len(f.rows), "{n} entry, the latest first. Enter or a click opens it.", "{n} entries, the latest first. Enter or a click opens one."))
}

// entryLine shows an entry.
type entryLine struct {
	kit.Part
	book                                   *wording.Book
	day, who, kind, what, sum, state, fund *kit.Text
}

func newEntryLine(book *wording.Book) kit.Line[board.LedgerRow] {
	text := func(style kit.Style) *kit.Text { return kit.NewText(style, "").Most(2) }
	l := &entryLine{book: book, day: text(kit.Small), who: text(kit.Strong), kind: text(kit.Body), what: text(kit.Body),
		sum: kit.Figures(kit.Strong, ""), state: text(kit.Small), fund: text(kit.Small)}
	l.Become(l, kit.Pad(kit.Inset{Top: 8, Right: 12, Bottom: 8, Left: 12}, kit.Shares(ledgerShares[:], l.day, l.who, l.kind, l.what, l.sum, l.state, l.fund)))
	return l
}

// Fill shows a row.
func (l *entryLine) Fill(r board.LedgerRow) {
	w := Words(l.book, r)
	for text, words := range map[*kit.Text]string{l.day: w.Day, l.who: w.Who, l.kind: w.Kind, l.what: w.What, l.sum: w.Sum, l.state: w.State, l.fund: w.Fund} {
		text.SetText(words)
	}
}
