package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// checklist draws the onboarding and changes it in place, so that the
// keyboard stays where it is.
type checklist struct {
	page  *page
	place *kit.Slot
	boxes map[string]*kit.Check
}

// onboarding is the card of the first weeks.
func (p *page) onboarding(o Onboarding) fyne.CanvasObject {
	p.steps = &checklist{page: p, place: kit.NewSlot(nil)}
	p.steps.draw(o)
	return p.steps.place
}

func (c *checklist) draw(o Onboarding) {
	p := c.page
	head := kit.Head{Title: p.env.Say("Onboarding"), Note: o.Progress}
	if !o.Open && !p.listed {
		c.place.Set(kit.Card(head, kit.Row(0, kit.Link(p.env.Say("Show the list"), c.list))))
		return
	}
	head.Acts = []fyne.CanvasObject{kit.Secondary(p.env.Say("Add…"), c.askOwn)}
	c.boxes = map[string]*kit.Check{}
	rows := []fyne.CanvasObject{kit.NewBar(o.Share)}
	for _, s := range o.Steps {
		rows = append(rows, c.row(s))
	}
	c.place.Set(kit.Card(head, kit.Stack(3, rows...)))
}

func (c *checklist) row(s StepRow) fyne.CanvasObject {
	p := c.page
	note := kit.NewText(kit.Small, s.Note)
	if s.NotNeeded {
		return kit.Spread(12, kit.Pad(kit.Inset{Top: 4, Bottom: 4, Left: 28}, muted(s.Label)),
			kit.Row(12, note, kit.Link(p.env.Say("Needed after all"), func() { c.did(s.Item, p.model.Need(s.Item, true)) }).Soft()))
	}
	box := kit.NewCheck(s.Label, s.Done, func(on bool) { c.did(s.Item, p.model.Step(s.Item, on)) })
	c.boxes[s.Item] = box
	if s.Done {
		return kit.Spread(12, box, note)
	}
	return kit.Spread(12, box, kit.Link(p.env.Say("Not needed"), func() { c.did(s.Item, p.model.Need(s.Item, false)) }).Soft())
}

func (c *checklist) list() {
	c.page.listed = true
	c.draw(c.page.model.Overview().Onboarding)
}

// did shows the list as it is now, with the focus on the same item.
func (c *checklist) did(item string, o Outcome) {
	c.page.listed = true
	c.draw(c.page.model.Overview().Onboarding)
	if box := c.boxes[item]; box != nil {
		c.page.env.Canvas.Focus(box)
	}
	if !o.OK() {
		refused(c.page.env, o)
		return
	}
	c.page.desk.Again()
	c.page.say(o)
}

// askOwn asks for an item that is on nobody's list.
func (c *checklist) askOwn() {
	p := c.page
	q := p.questions(Asked{Ask: AskStep})
	what := q.line("onboarding", p.env.Say("What is to be done"), "")
	q.ask(kit.Dialog{
		Title: p.env.Say("Add to the onboarding"), Confirm: p.env.Say("Add"), First: what,
		OnConfirm: func() bool {
			o := p.model.AddStep(what.Text)
			if !q.right(o) {
				return false
			}
			c.did("", o)
			return true
		},
	})
}
