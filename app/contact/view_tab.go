package contactpage

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/contact"
	"holdfast/member"
)

// lookAgain is how often the tab looks again: "right now" is a matter of
// minutes.
const lookAgain = time.Minute

// Tab is the Safe contact tab of a person's page.
type Tab struct {
	desk  kit.Desk
	env   *kit.Env
	board Board
	model *TabModel
	id    member.ID
	name  string

	state TabState
	all   bool // the whole log is shown
	// looking says that a timer runs for the next minute.
	looking bool
	// contacted is kept, so that looking again does not take the focus away;
	// aside is the same with less weight.
	contacted, aside *kit.Button

	whole, confirm, now, ways, words, log *kit.Slot
}

// NewTab makes the tab of a person, who is called name.
func NewTab(desk kit.Desk, b Board, id member.ID, name string) *Tab {
	env := desk.Env()
	t := &Tab{
		desk: desk, env: env, board: b, model: NewTabModel(b, env.Book, id, name), id: id, name: name,
		confirm: kit.NewSlot(nil), now: kit.NewSlot(nil), ways: kit.NewSlot(nil), words: kit.NewSlot(nil), log: kit.NewSlot(nil),
	}
	t.contacted = kit.Primary(env.Say("I contacted {name}", "name", name), t.write)
	t.aside = kit.Secondary(env.Say("I contacted {name}", "name", name), t.write)
	t.whole = kit.NewSlot(nil)
	t.draw(t.model.State())
	return t
}

// Object is the tab as a part, as it is now. Ask for it each time it is shown:
// once it was left, it does not look again by itself.
func (t *Tab) Object() fyne.CanvasObject {
	t.Look()
	if !t.looking {
		t.again()
	}
	return t.whole
}

// again looks every minute, for as long as the tab is in the window.
func (t *Tab) again() {
	t.looking = true
	t.env.Runner.After(lookAgain, func() {
		if t.looking = t.env.Shows(t.whole); t.looking {
			t.Look()
			t.again()
		}
	})
}

// Look asks the board again, and shows what has changed.
func (t *Tab) Look() {
	next := t.model.State()
	if !reflect.DeepEqual(next, t.state) {
		t.draw(next)
	}
}

// draw shows a state; parts that say the same as before stay as they are.
func (t *Tab) draw(next TabState) {
	before := t.state
	t.state = next
	if next.Trouble != "" {
		t.whole.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: next.Trouble}))
		return
	}
	changed := func(is, was any) bool {
		return t.whole.Part() == nil || before.Trouble != "" || !reflect.DeepEqual(is, was)
	}
	if changed([]any{next.Confirm}, []any{before.Confirm}) {
		t.confirm.Set(t.confirmBanner())
	}
	if changed([]any{next.Now, next.Blank}, []any{before.Now, before.Blank}) {
		t.now.Set(t.nowBanner())
	}
	if changed([]any{next.Ways, next.Blank}, []any{before.Ways, before.Blank}) {
		t.ways.Set(t.waysCard())
	}
	if changed([]any{next.Words, next.Confirmed, next.Freshness, next.Blank}, []any{before.Words, before.Confirmed, before.Freshness, before.Blank}) {
		t.words.Set(t.wordsCard())
	}
	if changed(next.Log, before.Log) {
		t.log.Set(t.logCard())
	}
	if t.whole.Part() == nil || before.Trouble != "" {
		t.whole.Set(kit.Stack(kit.Gap, t.confirm, t.now,
			kit.Columns(
				kit.Column{Share: 587, Least: 520, Body: t.ways},
				kit.Column{Share: 405, Least: 300, Body: t.words}),
			t.log))
		return
	}
	t.whole.Refresh()
}

// confirmBanner asks for the sheet to be gone through again, where that is
// due.
func (t *Tab) confirmBanner() fyne.CanvasObject {
	if t.state.Confirm == "" {
		return nil
	}
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: t.state.Confirm, Acts: []fyne.CanvasObject{
		kit.Secondary(t.env.Say("Confirm these with {name}", "name", t.name), t.check)}})
}

// nowBanner is what the page opens on.
func (t *Tab) nowBanner() fyne.CanvasObject {
	n := t.state.Now
	tone, act := kit.Care, t.contacted
	if n.Allowed {
		tone = kit.OK
	}
	if t.state.Blank { // what to do first is to write down what is safe
		act = t.aside
	}
	return kit.Banner(kit.Notice{Tone: tone, Over: n.Over, Lead: n.Lead, Text: n.Text, Note: n.Note,
		Acts: []fyne.CanvasObject{act}})
}

// write opens the form for a contact, change that for the sheet.
func (t *Tab) write()  { t.desk.Go(route.Person(string(t.id), route.LogContact)) }
func (t *Tab) change() { t.desk.Go(route.Person(string(t.id), route.EditContact)) }

// Tone is the colour of a word about reaching somebody in a way.
func Tone(s contact.State) kit.Tone {
	switch s {
	case contact.OKNow:
		return kit.OK
	case contact.Never:
		return kit.Never
	default:
		return kit.Care
	}
}
