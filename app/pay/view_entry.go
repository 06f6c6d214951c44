package pay

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// openEntry shows all about an entry and what can be done about it. changed
// shows what is so afterwards.
func openEntry(desk kit.Desk, b Board, r board.LedgerRow, changed func()) {
	env := desk.Env()
	var facts []kit.Fact
	for _, f := range Facts(env.Book, r) {
		facts = append(facts, kit.Know(f[0], f[1]))
	}
	var dialog *kit.OpenDialog
	var acts []fyne.CanvasObject
	act := func(label string, do func()) {
		acts = append(acts, kit.Secondary(label, func() { dialog.Close(); do() }))
	}
	leads := func(label, tab string) {
		act(label, func() { desk.Go(route.Pay(string(r.Member)+"/"+string(r.ID), tab)) })
	}
	void := r.State == compensation.Voided
	switch {
	case void:
	case r.IsOpen.Minor > 0:
		leads(env.Say("Pay it…"), route.PaymentForm)
		leads(env.Say("Somebody approved it…"), route.ApproveForm)
		leads(env.Say("They want to wait…"), route.DeferForm)
		leads(env.Say("They choose not to be paid…"), route.DeclineForm)
	case r.Kind == compensation.Payment:
		act(env.Say("Receipt to print…"), func() { PrintReceipt(desk, b.Pay(), r.Member, r.ID) })
		leads(env.Say("They signed for it…"), route.SignForm)
		leads(env.Say("It came back…"), route.ReturnForm)
	}
	if !void {
		act(env.Say("Take it back…"), func() { takeBack(desk, b, r, changed) })
	}
	title := env.Say("{name} · {kind}", "name", r.Name, "kind", r.Kind.Name())
	dialog = kit.Tell(env, title, "", kit.Stack(12, kit.Facts(facts...), kit.Row(kit.Near, acts...)))
}

// takeBack asks why.
func takeBack(desk kit.Desk, b Board, r board.LedgerRow, changed func()) {
	env := desk.Env()
	text := kit.NewLines(env, 2)
	field := kit.NewField(env.Say("Why it is taken back"), text)
	done := func(o Outcome) {
		if o.Trouble != "" {
			kit.Tell(env, env.Say("This was not kept"), o.Trouble, nil)
			return
		}
		changed()
		desk.Again()
		desk.Say(o.Say, nil)
	}
	kit.Ask(env, kit.Dialog{Title: env.Say("Take this entry back?"), Body: field, First: text, Confirm: env.Say("Take it back"),
		Say: env.Say("It stays in the ledger, crossed out, with your reason beside it. Taking that back restores it."),
		OnConfirm: func() bool {
			o, wrong, ask := TakeBack(b, env.Book, r, text.Text, false)
			field.SetMistake(wrong)
			switch {
			case wrong != "":
				return false
			case ask != nil:
				env.Runner.After(0, func() {
					formpage.Put(env, ask, func() {
						o, _, _ := TakeBack(b, env.Book, r, text.Text, true)
						done(o)
					})
				})
			default:
				env.Runner.After(0, func() { done(o) })
			}
			return true
		}})
}

// PrintReceipt prints the page to sign for a payment.
func PrintReceipt(desk kit.Desk, l board.Ledger, id member.ID, payment record.ID) {
	env := desk.Env()
	outfile.Print(desk, outfile.Paper{Title: env.Say("A receipt"), Name: env.Say("receipt"),
		Say:  env.Say("It has a code in place of the name. Give it only where paper is safe."),
		Make: func(book *wording.Book) (paper.Document, error) { return l.Receipt(id, payment, book) }})
}

// PrintReceipts prints the pages to sign for several payments, one page each.
func PrintReceipts(desk kit.Desk, l board.Ledger, payments []compensation.Entry) {
	env := desk.Env()
	outfile.Print(desk, outfile.Paper{Title: env.Say("Receipts"), Name: env.Say("receipts"),
		Say:  env.Say("One page for each payment to somebody who said that signing is all right, with a code in place of the name. Give each person only their own."),
		Make: func(book *wording.Book) (paper.Document, error) { return l.Receipts(payments, book) }})
}
