package consents

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/consent"
)

func doneOf(id string) consent.Done { return consent.Done(id) }

// mostMoments is how many lines of the timeline are shown at first.
const mostMoments = 8

// uses are the register: where something of the person was used.
func (v *personView) uses() fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("Where it was used"), Note: v.env.Say("So that a withdrawal knows where to go")}
	write := kit.Secondary(v.env.Say("Write down a use"), func() { v.form(route.UseForm, "") })
	if len(v.state.Uses) == 0 {
		return kit.Card(head, kit.Empty("", v.env.Say("Nothing of {name} was used yet. Write it down on the day it goes out.", "name", v.state.Name), write))
	}
	columns := []kit.TableColumn[Row]{
		{Title: v.env.Say("What"), Cell: func(r Row) fyne.CanvasObject { return kit.TwoLines(kit.Body, r.What, r.As) }},
		{Title: v.env.Say("Where"), Cell: func(r Row) fyne.CanvasObject { return body(r.For) }},
		{Title: v.env.Say("On"), Cell: func(r Row) fyne.CanvasObject { return body(r.Until) }},
		{Cell: func(r Row) fyne.CanvasObject { return kit.Tag(tone(r.Tone), r.Tag) }}}
	return kit.Card(head, kit.Table(columns, v.state.Uses, nil), kit.Pad(kit.Inset{Top: 4}, kit.Row(0, write)))
}

// timeline is all that was said, the latest first.
func (v *personView) timeline() fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("What was said, and when"), Note: v.state.Since}
	if len(v.state.Timeline) == 0 {
		return kit.Card(head, muted(v.env.Say("Nothing was said yet.")))
	}
	shown := v.state.Timeline
	if !v.all {
		shown = shown[:min(mostMoments, len(shown))]
	}
	var facts []kit.Fact
	for _, m := range shown {
		facts = append(facts, kit.Fact{Label: m.On, Value: kit.TwoLines(kit.Body, m.Text, m.Note)})
	}
	parts := []fyne.CanvasObject{kit.Facts(facts...)}
	if len(shown) < len(v.state.Timeline) {
		parts = append(parts, kit.Row(0, kit.Link(v.env.Say("Show all of it"), func() { v.all = true; v.draw() })))
	}
	return kit.Card(head, parts...)
}
