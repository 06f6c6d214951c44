package formpage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/kit"
)

// order are choices to tick, those that are ticked first and in their own
// order, each to be moved up and down.
func (s *Screen) order(in form.Input) fyne.CanvasObject {
	ticked := form.Values{"": in.Value}.List("")
	row := func(c form.Choice, at int) fyne.CanvasObject {
		box := kit.NewCheck(c.Label, at >= 0, func(on bool) {
			all := append(slices.Clone(ticked), c.ID)
			if !on {
				all = slices.DeleteFunc(all, func(id string) bool { return id == c.ID })
			}
			s.placed(in, all, c.ID)
		})
		s.boxes[in.Name+"\n"+c.ID] = box
		if at < 0 {
			return box
		}
		return kit.Spread(kit.Gap, box, kit.Row(kit.Gap, s.mover(in, ticked, at, at-1), s.mover(in, ticked, at, at+1)))
	}
	var rows, rest []fyne.CanvasObject
	for _, c := range in.Choices {
		if !slices.Contains(ticked, c.ID) {
			rest = append(rest, row(c, -1))
		}
	}
	for at, id := range ticked {
		if i := slices.IndexFunc(in.Choices, func(c form.Choice) bool { return c.ID == id }); i >= 0 {
			rows = append(rows, row(in.Choices[i], at))
		}
	}
	return s.field(in, kit.Stack(kit.Near, kit.Rows(rows...), kit.Grid(200, rest...)))
}

// mover puts what is ticked at one place to another, and keeps the focus, so
// that it can be moved on with the keyboard.
func (s *Screen) mover(in form.Input, ticked []string, from, to int) fyne.CanvasObject {
	label := s.env.Say("Up")
	if to > from {
		label = s.env.Say("Down")
	}
	key := ticked[from] + "\n" + label
	button := kit.Link(label, func() {
		all := slices.Clone(ticked)
		all[from], all[to] = all[to], all[from]
		s.placed(in, all, key)
	})
	if to < 0 || to == len(ticked) {
		button.Disable()
	}
	s.boxes[in.Name+"\n"+key] = button
	return button
}

// placed keeps an order, and puts the focus back to where it was.
func (s *Screen) placed(in form.Input, ids []string, focus string) {
	s.model.Type(in.Name, strings.Join(ids, "\n"))
	s.desk.Typed()
	s.redraw("")
	if box := s.boxes[in.Name+"\n"+focus]; box != nil {
		s.env.Canvas.Focus(box)
	}
}
