package members

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// mostChanges is how many acts are shown at first.
const mostChanges = 40

// changesView draws what was done about the person.
type changesView struct {
	page  *page
	place *kit.Slot
	state ChangesState
	all   bool
}

// history is the tab of changes. Reading them takes a moment, so it is done
// beside the window.
func (p *page) history() fyne.CanvasObject {
	v := &changesView{page: p, place: kit.NewSlot(kit.Card(kit.Head{}, muted(p.env.Say("Reading the history…"))))}
	v.read()
	return v.place
}

func (v *changesView) read() {
	kit.Start(v.page.env.Runner, func(context.Context, func(kit.Progress)) (ChangesState, error) {
		return v.page.model.Changes(), nil
	}, nil, v.show)
}

func (v *changesView) show(s ChangesState, _ error) {
	v.state = s
	v.redraw()
}

func (v *changesView) redraw() {
	env := v.page.env
	if v.state.Trouble != "" {
		v.place.Set(trouble(v.state.Trouble))
		return
	}
	shown := v.state.Rows
	if !v.all && len(shown) > mostChanges {
		shown = shown[:mostChanges]
	}
	rows := make([]fyne.CanvasObject, len(shown))
	for i, r := range shown {
		rows[i] = v.row(r)
	}
	card := []fyne.CanvasObject{kit.Rows(rows...)}
	if more := len(v.state.Rows) - len(shown); more > 0 {
		card = append(card, kit.Row(0, kit.Link(env.Book.Count(more, "Show {n} more", "Show {n} more"), v.showAll)))
	}
	v.place.Set(kit.Card(kit.Head{Title: env.Say("What changed, when and by whom"),
		Note: env.Say("Each change can be taken back by itself, unless it was changed again since; later changes stay.")}, card...))
}

func (v *changesView) showAll() { v.all = true; v.redraw() }

func (v *changesView) row(r ChangeRow) fyne.CanvasObject {
	words := []fyne.CanvasObject{kit.NewText(kit.Strong, r.What), kit.NewText(kit.Small, r.Who)}
	if len(r.Details) > 0 {
		words = append(words, kit.NewText(kit.Body, strings.Join(r.Details, " · ")))
	}
	if r.Mistake != "" {
		words = append(words, kit.NewText(kit.Small, r.Mistake).In(kit.Never))
	}
	side := fyne.CanvasObject(kit.NewText(kit.Small, r.Since))
	if r.Undo {
		side = kit.Secondary(v.page.env.Say("Undo"), func() { v.undo(r.Sequence) })
	}
	return kit.Spread(kit.Gap, kit.Stack(kit.Hair, words...), side)
}

func (v *changesView) undo(sequence uint64) {
	beside(v.page.env, func() error { return v.page.model.Undo(sequence) }, func(err error) { v.undid(sequence, err) })
}

func (v *changesView) undid(sequence uint64, err error) {
	o := v.page.model.TookBack(err)
	if !o.OK() {
		for i, r := range v.state.Rows {
			v.state.Rows[i].Mistake = ""
			if r.Sequence == sequence {
				v.state.Rows[i].Mistake = o.Mistakes[firstKey(o.Mistakes)]
			}
		}
		v.redraw()
		return
	}
	v.page.desk.Say(o.Say, nil)
	if v.page.model.Head().Trouble != "" { // taking the person in was taken back
		v.page.desk.Go(route.Members())
		return
	}
	v.page.desk.Again()
	v.read()
}
