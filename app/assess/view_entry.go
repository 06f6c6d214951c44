package assess

import (
	"fyne.io/fyne/v2"

	"holdfast/app/answer/pages"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/record"
)

// entryView draws an Entry.
type entryView struct {
	desk  kit.Desk
	env   *kit.Env
	id    string
	model *Entry
	above *kit.Slot
	paper *kit.Slot
	whole fyne.CanvasObject
	pages *pages.Pages
}

func newEntryView(desk kit.Desk, b Board, id record.ID, draft []byte) *entryView {
	v := &entryView{desk: desk, env: desk.Env(), id: string(id), model: NewEntry(b, desk.Env().Book, id, draft), above: kit.NewSlot(nil), paper: kit.NewSlot(nil)}
	if v.model.Sheet() == nil {
		v.whole = trouble(v.model.Wrong())
		return v
	}
	v.fresh()
	v.whole = kit.NewFilling(v.above, v.paper)
	return v
}

// Head says what is copied.
func (v *entryView) Head() kit.Head {
	return kit.Head{Title: v.env.Say("Papers: {title}", "title", v.model.Title()), Note: v.env.Say("Digits choose and go on, Enter leaves out, the arrow keys move. Lay each paper face down once it is copied.")}
}

// Content is who answered, and the paper below.
func (v *entryView) Content() fyne.CanvasObject { return v.whole }

// Draft is the stack.
func (v *entryView) Draft() []byte { return v.model.Draft() }

// Key copies by the keyboard.
func (v *entryView) Key(key *fyne.KeyEvent) bool { return v.pages != nil && v.pages.Key(key) }

// fresh shows an empty paper.
func (v *entryView) fresh() {
	v.pages = pages.New(v.env, v.model.Sheet(), pages.Around{Changed: v.desk.Typed, Finish: v.lay, FinishLabel: v.env.Say("Lay it on the stack"), Anonymous: !v.model.Named()})
	v.paper.Set(v.pages.Object())
	v.head()
}

// head is who answered, and the stack.
func (v *entryView) head() {
	parts := []fyne.CanvasObject{kit.NewField(v.env.Say("Group"), kit.NewSelect(formpage.Options(v.model.Sides()), v.model.Side).Set(v.model.Chosen()).Hint(v.env.Say("Choose one")))}
	if v.model.Named() {
		name := kit.NewEntry(v.env)
		name.OnChanged = v.model.Name
		parts = append(parts, kit.NewField(v.env.Say("Who answers"), kit.NewSelect(formpage.Options(v.model.People()), v.model.Who)),
			kit.NewField(v.env.Say("Their name, if they are not on the board"), name))
	}
	say, some := v.model.Stack()
	stack := []fyne.CanvasObject{kit.NewText(kit.Strong, say)}
	if some {
		stack = append(stack, kit.Link(v.env.Say("Take the last one off"), v.drop), kit.Primary(v.env.Say("Take the stack in"), v.takeIn))
	}
	all := []fyne.CanvasObject{kit.Spread(kit.Gap, kit.Grid(200, parts...), kit.Pad(kit.Inset{Top: 22}, kit.RowRight(12, stack...)))}
	if wrong := v.model.Wrong(); wrong != "" {
		all = append(all, kit.Banner(kit.Notice{Tone: kit.Care, Inset: true, Text: wrong}))
	}
	v.above.Set(kit.Pad(kit.Around(14), kit.Stack(kit.Near, all...)))
	if v.whole != nil {
		v.whole.Refresh()
	}
}

func (v *entryView) lay() {
	if !v.model.Lay() {
		v.head()
		return
	}
	v.desk.Typed()
	v.fresh()
}

func (v *entryView) drop() {
	v.model.Drop()
	v.desk.Typed()
	v.head()
}

func (v *entryView) takeIn() {
	say := v.model.TakeIn()
	if say == "" {
		v.head()
		return
	}
	v.desk.Saved()
	v.desk.Go(route.Round(v.id, ""))
	v.desk.Say(say, nil)
}
