package consents

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/consent"
	"holdfast/record"
	"holdfast/wording"
)

// libraryView draws a Library.
type libraryView struct {
	desk  kit.Desk
	env   *kit.Env
	model *Library
	place *kit.Slot
}

func newLibraryView(desk kit.Desk, b Board) *libraryView {
	l := &libraryView{desk: desk, env: desk.Env(), model: NewLibrary(b, desk.Env().Book), place: kit.NewSlot(nil)}
	l.draw()
	return l
}

func (l *libraryView) draw() {
	rows, wrong := l.model.Rows()
	if wrong != "" {
		l.place.Set(trouble(wrong))
		return
	}
	head := kit.Head{Title: l.env.Say("Quotes and stories"), Note: l.env.Say("Only what is live leaves the library, in the very words that were approved")}
	add := kit.Primary(l.env.Say("Add words"), func() { l.desk.Go(route.Consent("", route.QuoteForm)) })
	if len(rows) == 0 {
		l.place.Set(kit.Card(head, kit.Empty("", l.env.Say("No words are kept yet. Add somebody’s exact words, show them to the person, and approve them."), add)))
		return
	}
	where := kit.NewSelect(formpage.Options(l.model.Places()), func(id string) { l.model.Where = consent.Channel(id); l.draw() }).Set(string(l.model.Where))
	top := kit.Spread(kit.Gap, kit.Row(0, kit.NewField(l.env.Say("May these words go into"), where)),
		kit.Pad(kit.Inset{Top: 22}, kit.Row(kit.Near, kit.Secondary(l.env.Say("Export what may go out…"), l.export), add)))
	parts := make([]fyne.CanvasObject, len(rows))
	for i, q := range rows {
		parts[i] = l.row(q)
	}
	l.place.Set(kit.Card(head, top, kit.Rows(parts...)))
}

func (l *libraryView) row(q Quoted) fyne.CanvasObject {
	acts := []fyne.CanvasObject{}
	if !q.Approved {
		acts = append(acts, kit.Secondary(l.env.Say("They approved it"), func() { l.approve(q) }))
	}
	acts = append(acts, kit.Link(l.env.Say("Change…"), func() { l.desk.Go(route.Consent(string(q.Member)+"/"+string(q.ID), route.QuoteForm)) }))
	words := []fyne.CanvasObject{kit.NewSpans(kit.Span{Text: q.Name, Style: kit.Strong}, kit.Span{Text: "  " + q.Title}),
		body("“" + q.Words + "”"), kit.NewText(kit.Small, q.Version), kit.NewText(kit.Small, q.Because)}
	if q.Notes != "" {
		words = append(words, kit.NewText(kit.Small, l.env.Say("Content note: {text}", "text", q.Notes)))
	}
	return kit.Spread(kit.Gap, kit.Stack(kit.Hair, words...), kit.Stack(kit.Near, kit.Row(0, kit.Tag(verdictColour(q.Verdict), q.Tag)), kit.Row(kit.Near, acts...)))
}

func (l *libraryView) approve(q Quoted) {
	kit.Ask(l.env, kit.Dialog{Title: l.env.Say("{name} has seen these very words", "name", q.Name), Say: "“" + q.Words + "”", Confirm: l.env.Say("They approved it"),
		OnConfirm: func() bool {
			o := l.model.Approve(q)
			if o.OK() {
				l.draw()
				l.desk.Say(o.Say, nil)
				return true
			}
			kit.Tell(l.env, l.env.Say("This was not kept"), o.Trouble, nil)
			return true
		}})
}

// agreements are those with other organisations.
func (a *area) agreements() fyne.CanvasObject {
	rows, wrong := Agreements(a.board, a.env.Book)
	if wrong != "" {
		return trouble(wrong)
	}
	head := kit.Head{Title: a.env.Say("Agreements with other organisations"), Note: a.env.Say("None lets anything about a person pass: that takes a release by the person")}
	add := kit.Primary(a.env.Say("Add an agreement"), func() { a.desk.Go(route.Consent("", route.AgreementForm)) })
	if len(rows) == 0 {
		return kit.Card(head, kit.Empty("", a.env.Say("No agreement is kept yet. Write one down when the board shares anything with another organisation."), add))
	}
	columns := []kit.TableColumn[Shared]{
		{Title: a.env.Say("With"), Cell: func(r Shared) fyne.CanvasObject { return kit.NewText(kit.Strong, r.With) }},
		{Title: a.env.Say("What for"), Cell: func(r Shared) fyne.CanvasObject { return kit.TwoLines(kit.Body, r.What, r.About) }},
		{Title: a.env.Say("Term"), Cell: func(r Shared) fyne.CanvasObject { return kit.TwoLines(kit.Body, r.Term, r.Due) }}}
	return kit.Card(head, kit.Table(columns, rows, func(r Shared) { a.desk.Go(route.Consent(string(r.ID), route.AgreementForm)) }),
		kit.Pad(kit.Inset{Top: 4}, kit.Row(0, add)))
}

// guides are the guides for conversations, and the board's own kinds.
func (a *area) guides() fyne.CanvasObject {
	list, kinds, wrong := Guides(a.board, a.env.Book)
	if wrong != "" {
		return trouble(wrong)
	}
	var rows, own []fyne.CanvasObject
	for _, c := range list {
		rows = append(rows, kit.Spread(12, body(c.Label), kit.Link(a.env.Say("Print…"), func() { a.printGuide(c) })))
	}
	for _, k := range kinds {
		own = append(own, kit.Spread(12, kit.TwoLines(kit.Body, wording.Capital(k.Name), a.env.Say("version {n}", "n", k.Revision)),
			kit.Link(a.env.Say("Change…"), func() { a.desk.Go(route.Consent(string(k.ID), route.KindForm)) })))
	}
	if len(own) == 0 {
		own = append(own, muted(a.env.Say("Where this board asks for something else, add a kind of its own, with the words that people are told.")))
	}
	own = []fyne.CanvasObject{kit.Rows(own...), kit.Row(0, kit.Secondary(a.env.Say("Add a kind"), func() { a.desk.Go(route.Consent("", route.KindForm)) }))}
	return kit.Columns(
		kit.Column{Share: 3, Least: 380, Body: kit.Card(kit.Head{Title: a.env.Say("Conversation guides"), Note: a.env.Say("What to tell, what can go wrong, what could be done instead, what to ask")}, kit.Rows(rows...))},
		kit.Column{Share: 2, Least: 300, Body: kit.Card(kit.Head{Title: a.env.Say("Kinds of this board")}, own...)})
}

// audit says what was allowed on a day that has been.
func (a *area) audit() fyne.CanvasObject {
	result := kit.NewSlot(nil)
	day := kit.NewDateEntry(a.env, nil).Set(a.env.Today())
	field := kit.NewField(a.env.Say("On which day"), day)
	look := func() {
		on, err := day.Value()
		if err != nil {
			field.SetMistake(a.env.Book.Error(err))
			return
		}
		a.audited(on, field, result)
		a.tabs.Refresh()
	}
	return kit.Stack(kit.Gap, kit.Card(kit.Head{Title: a.env.Say("What was allowed on a day, as it was known then"), Note: a.env.Say("Nobody is named: people are codes")},
		kit.Row(kit.Gap, field, kit.Pad(kit.Inset{Top: 22}, kit.Primary(a.env.Say("Look"), look)))), result)
}

func (a *area) audited(on record.Date, field *kit.Field, result *kit.Slot) {
	rows, csv, wrong := Audit(a.board, a.env.Book, on)
	field.SetMistake(wrong)
	result.Set(nil)
	switch {
	case wrong != "":
		return
	case len(rows) == 0:
		result.Set(kit.Card(kit.Head{}, muted(a.env.Say("Nothing was agreed or refused by that day, so nothing was allowed."))))
		return
	}
	columns := []kit.TableColumn[Row]{
		{Title: a.env.Say("Code"), Cell: func(r Row) fyne.CanvasObject { return body(r.What) }},
		{Title: a.env.Say("What"), Cell: func(r Row) fyne.CanvasObject { return body(r.For) }},
		{Title: a.env.Say("How it stood"), Cell: func(r Row) fyne.CanvasObject { return body(r.As) }},
		{Title: a.env.Say("Until"), Cell: func(r Row) fyne.CanvasObject { return body(r.Until) }},
		{Cell: func(r Row) fyne.CanvasObject { return kit.Tag(tone(r.Tone), r.Tag) }}}
	export := kit.Secondary(a.env.Say("Export without names…"), func() { a.exportAudit(csv) })
	result.Set(kit.Card(kit.Head{Title: a.env.Book.Date(on), Acts: []fyne.CanvasObject{export}}, kit.Table(columns, rows[:min(mostRows, len(rows))], nil), a.more(len(rows))))
}

// mostRows is how many rows of an audit are shown; the export has all.
const mostRows = 100

func (a *area) more(n int) fyne.CanvasObject {
	if n <= mostRows {
		return kit.Stack(0)
	}
	return muted(a.env.Say("{n} more are in the export.", "n", n-mostRows))
}
