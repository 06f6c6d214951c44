package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// waysCard is the table of the ways, or what to do first where there are
// none.
func (t *Tab) waysCard() fyne.CanvasObject {
	title := t.env.Say("Ways to reach {name}", "name", t.name)
	if t.state.Blank {
		return kit.Card(kit.Head{Title: title}, kit.Empty(
			t.env.Say("Nothing is permitted yet"),
			t.env.Say("First ask {name}, the next time you are in touch, how and when it is safe. Then write it down here.", "name", t.name),
			kit.Primary(t.env.Say("Write down what is safe"), t.change)))
	}
	table := kit.Table([]kit.TableColumn[Way]{
		{Title: t.env.Say("Channel"), Cell: t.wayCell},
		{Title: t.env.Say("When it is safe"), Cell: func(w Way) fyne.CanvasObject { return kit.NewText(kit.Body, w.Hours) }},
		{Title: t.env.Say("Rules"), Cell: func(w Way) fyne.CanvasObject { return kit.NewText(kit.Body, w.Rules) }},
		{Cell: func(w Way) fyne.CanvasObject { return kit.Tag(Tone(w.State), w.Word) }},
	}, t.state.Ways, t.tell)
	return kit.Card(kit.Head{Title: title, Acts: []fyne.CanvasObject{kit.Link(t.env.Say("Change"), t.change)}}, table)
}

// wayCell is the name of a way and its value, masked.
func (t *Tab) wayCell(w Way) fyne.CanvasObject {
	var name fyne.CanvasObject = kit.NewText(kit.Strong, w.Name)
	if w.First {
		name = kit.Row(6, name, kit.NewText(kit.Small, t.env.Say("first choice")))
	}
	if w.Dots == "" {
		return name
	}
	masked := kit.NewMasked(t.env, w.Dots, func() string { return t.model.Value(w.ID) })
	masked.Copied = t.copied
	return newWayCell(name, masked)
}

// copied says how long the clipboard keeps what was copied.
func (t *Tab) copied() {
	t.desk.Say(t.env.Book.Count(int(t.env.Clipboard.Kept().Seconds()), "Copied. It is taken off the clipboard after a second.",
		"Copied. It is taken off the clipboard after {n} seconds."), nil)
}

// wayCell is a name above a masked value. It asks for enough room that the
// button which copies stays beside the dots.
type wayCell struct {
	kit.Part
	dots fyne.CanvasObject
}

func newWayCell(name fyne.CanvasObject, masked *kit.Masked) *wayCell {
	c := &wayCell{dots: masked}
	c.Become(c, kit.Stack(0, name, masked))
	return c
}

// MinSize holds the dots and the button.
func (c *wayCell) MinSize() fyne.Size {
	least := c.Part.MinSize()
	return fyne.NewSize(max(least.Width, kit.NaturalWidth(c.dots)), least.Height)
}

// tell says everything about one way.
func (t *Tab) tell(w Way) {
	var lines []fyne.CanvasObject
	for _, detail := range w.Details {
		lines = append(lines, kit.NewText(kit.Body, detail))
	}
	body := kit.Stack(kit.Near, append([]fyne.CanvasObject{kit.Tags(kit.Tag(Tone(w.State), w.Word))}, lines...)...)
	kit.Tell(t.env, w.Name, w.Because, body)
}
