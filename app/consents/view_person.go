package consents

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
)

// personView draws a Person, whole as a tab or in parts.
type personView struct {
	desk  kit.Desk
	env   *kit.Env
	board Board
	model *Person
	state PersonState
	// changed is done after an act, to show what is so now.
	changed func()
	whole   *kit.Slot
	all     bool // the whole timeline is shown
}

func newPersonView(desk kit.Desk, b Board, id member.ID, changed func()) *personView {
	v := &personView{desk: desk, env: desk.Env(), board: b, model: NewPerson(b, desk.Env().Book, id), changed: changed, whole: kit.NewSlot(nil)}
	v.state = v.model.State()
	return v
}

// Tab is the Consent tab of a person's page.
func Tab(desk kit.Desk, b Board, id member.ID) fyne.CanvasObject {
	v := newPersonView(desk, b, id, nil)
	v.changed = v.redraw
	v.draw()
	return v.whole
}

// redraw shows what is so after an act.
func (v *personView) redraw() {
	v.state = v.model.State()
	v.draw()
	v.desk.Again()
}

func (v *personView) draw() {
	if v.state.Trouble != "" {
		v.whole.Set(trouble(v.state.Trouble))
		return
	}
	var parts []fyne.CanvasObject
	if v.state.Review != "" && len(v.state.Rows) > 0 {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Lead: v.env.Say("Time to talk about it again."), Text: v.state.Review, Note: v.state.Since,
			Acts: []fyne.CanvasObject{kit.Secondary(v.env.Say("Nothing changed"), func() { v.did(v.model.Reviewed()) })}}))
	}
	v.whole.Set(kit.Stack(kit.Gap, append(parts,
		kit.Columns(kit.Column{Share: 600, Least: 480, Body: v.choices()}, kit.Column{Share: 390, Least: 300, Body: v.afterCard()}),
		kit.Columns(kit.Column{Share: 600, Least: 480, Body: v.uses()}, kit.Column{Share: 390, Least: 300, Body: v.papers()}),
		v.timeline())...))
}

// did says what was done, and shows it.
func (v *personView) did(o Outcome) bool {
	if !o.OK() {
		kit.Tell(v.env, v.env.Say("This was not kept"), o.Trouble, nil)
		return false
	}
	v.changed()
	v.desk.Say(o.Say, nil)
	return true
}

func (v *personView) form(tab string, of record.ID) {
	id := string(v.model.ID())
	if of != "" {
		id += "/" + string(of)
	}
	v.desk.Go(route.Consent(id, tab))
}

// choices are the rows of what the person agreed to.
func (v *personView) choices() fyne.CanvasObject {
	name := v.state.Name
	head := kit.Head{Title: v.env.Say("{name}’s choices", "name", name), Note: v.state.Decides}
	write := kit.Primary(v.env.Say("Record a choice"), func() { v.form(route.ChoiceForm, "") })
	if len(v.state.Rows) == 0 {
		return kit.Card(head, kit.Empty("", v.env.Say("Nobody has asked {name} anything yet, so nothing is allowed. Begin with a conversation, and write down what they say.", "name", name), write))
	}
	columns := []kit.TableColumn[Row]{
		{Title: v.env.Say("What"), Cell: func(r Row) fyne.CanvasObject { return body(r.What) }},
		{Title: v.env.Say("For"), Cell: func(r Row) fyne.CanvasObject { return body(r.For) }},
		{Title: v.env.Say("As"), Cell: func(r Row) fyne.CanvasObject { return body(r.As) }},
		{Title: v.env.Say("Until"), Cell: func(r Row) fyne.CanvasObject { return body(r.Until) }},
		{Cell: func(r Row) fyne.CanvasObject { return kit.Tag(tone(r.Tone), r.Tag) }}}
	return kit.Card(head, kit.Table(columns, v.state.Rows, v.open),
		kit.Pad(kit.Inset{Top: 4}, kit.Row(kit.Near, write, kit.Secondary(v.env.Say("They changed their mind…"), v.change))))
}

// open shows all that was written down with a choice.
func (v *personView) open(r Row) {
	title, known := v.model.Details(r.ID)
	var facts []kit.Fact
	for _, f := range known {
		facts = append(facts, kit.Know(f[0], f[1]))
	}
	var acts []fyne.CanvasObject
	switch {
	case r.Open:
		acts = append(acts, kit.Secondary(v.env.Say("They have answered…"), func() { v.form(route.ChoiceForm, r.ID) }))
	case r.Yes || r.Tone == board.ToneQuiet:
		acts = append(acts, kit.Secondary(v.env.Say("It goes on…"), func() { v.form(route.ChoiceForm, r.ID) }))
	}
	if r.Yes && v.state.Receipts {
		acts = append(acts, kit.Link(v.env.Say("Receipt…"), func() { v.receipt(r.ID) }))
	}
	if r.Page != "" {
		acts = append(acts, kit.Link(v.env.Say("Take the signed page out…"), func() { kit.CloseAll(v.env.Canvas); v.takeOut(r.Page) }))
	}
	kit.Tell(v.env, title, r.Tag, kit.Stack(12, kit.Facts(facts...), kit.Row(kit.Near, acts...)))
}

// change asks what they take back; no reason is asked.
func (v *personView) change() { ChangedMind(v.desk, v.board, v.model.ID(), v.state.Name, v.changed) }

// ChangedMind is the second of two acts of a withdrawal, the first being to
// find the person: it asks what they take back, and keeps it at once. done,
// which may be nil, is what to do then.
func ChangedMind(desk kit.Desk, b Board, id member.ID, name string, done func()) {
	env := desk.Env()
	model := NewPerson(b, env.Book, id)
	live := model.Live()
	if len(live) == 0 {
		kit.Tell(env, env.Say("There is nothing to take back"), env.Say("{name} has no yes that is in force.", "name", name), nil)
		return
	}
	which, wrong := kit.NewRadio(formpage.Options(live), nil), kit.NewText(kit.Small, "").In(kit.Never)
	if len(live) == 2 {
		which.Set(live[0].ID)
	}
	how := kit.NewSelect(formpage.Options(model.Forms()), nil).Set("")
	kit.Ask(env, kit.Dialog{Title: env.Say("{name} changed their mind", "name", name),
		Say:  env.Say("It holds from now on. No reason is needed, and none is asked for. Then come the places where it was used, one by one."),
		Body: kit.Stack(kit.Near, which, wrong, kit.NewField(env.Say("How they said it"), how)), Confirm: env.Say("Take it back"),
		OnConfirm: func() bool {
			o := model.Withdraw(which.Chosen(), how.Chosen())
			if !o.OK() {
				wrong.SetText(o.Trouble)
				return false
			}
			if done != nil {
				done()
			} else {
				desk.Go(route.Person(string(id), route.Choices))
			}
			desk.Say(o.Say, nil)
			return true
		}})
}

func (v *personView) afterCard() fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("After a withdrawal")}
	if len(v.state.After) == 0 {
		return kit.Card(head, muted(v.env.Say("{name} has taken nothing back. If they do, every place to go to stands here.", "name", v.state.Name)))
	}
	var parts []fyne.CanvasObject
	for _, a := range v.state.After {
		parts = append(parts, v.after(a))
	}
	return kit.Card(head, kit.Stack(kit.Gap, parts...))
}

// after is one withdrawal with its tasks.
func (v *personView) after(a After) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, t := range a.Tasks {
		item := kit.Item{Tone: kit.Care, Word: t.Tag, Title: t.Text, Note: t.Where}
		if t.Done {
			item.Tone = kit.OK
		} else {
			item.Act = v.act(a, t)
		}
		rows = append(rows, kit.ItemRow(item))
	}
	return kit.Stack(kit.Hair, kit.NewText(kit.Body, a.Title), kit.NewText(kit.Small, a.Note), kit.Rows(rows...))
}

// act is what can be done about a task.
func (v *personView) act(a After, t Task) fyne.CanvasObject {
	switch t.Kind {
	case board.ToTell:
		return kit.Secondary(v.env.Say("They were told"), func() { v.did(v.model.Told(a.No)) })
	case board.ToForget:
		return kit.Secondary(v.env.Say("Forget them…"), func() { v.desk.Go(route.Person(string(v.model.ID()), route.Held)) })
	default:
		return kit.Secondary(v.env.Say("Write down…"), func() { v.step(t) })
	}
}

// step asks how far a use is taken back.
func (v *personView) step(t Task) {
	steps := v.model.Steps()
	how := kit.NewRadio(formpage.Options(steps), nil).Set(steps[0].ID)
	kit.Ask(v.env, kit.Dialog{Title: v.env.Say("How far it is taken back"), Say: t.Text, Body: how, Confirm: v.env.Say("Write it down"),
		OnConfirm: func() bool { return v.did(v.model.Step(t.Use, doneOf(how.Chosen()))) }})
}
