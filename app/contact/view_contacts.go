package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// fewContacts is how many contacts are shown until somebody asks for all.
const fewContacts = 8

// logCard is the contacts so far, the latest first.
func (t *Tab) logCard() fyne.CanvasObject {
	head := kit.Head{Title: t.env.Say("Contacts so far")}
	log := t.state.Log
	if len(log) == 0 {
		return kit.Card(head, kit.NewText(kit.Body,
			t.env.Say("None is written down yet. Each one helps the next to be at a good time.")).In(kit.Muted))
	}
	if !t.all && len(log) > fewContacts {
		head.Acts = append(head.Acts, kit.Link(t.env.Say("Show all {n}", "n", len(log)), t.showAll))
		log = log[:fewContacts]
	}
	return kit.Card(head, kit.Table([]kit.TableColumn[Contact]{
		{Title: t.env.Say("When"), Cell: func(c Contact) fyne.CanvasObject { return kit.NewText(kit.Body, c.When) }},
		{Title: t.env.Say("Channel"), Cell: func(c Contact) fyne.CanvasObject { return kit.TwoLines(kit.Body, c.Way, c.Who) }},
		{Title: t.env.Say("How it went"), Cell: func(c Contact) fyne.CanvasObject { return kit.TwoLines(kit.Body, c.How, c.Note) }},
		{Cell: func(c Contact) fyne.CanvasObject { return t.outside(c) }},
	}, log, nil))
}

// outside marks a contact outside the rules, as a plain fact.
func (t *Tab) outside(c Contact) fyne.CanvasObject {
	if c.Outside == "" {
		return kit.NewText(kit.Body, "")
	}
	return kit.Tag(kit.Info, c.Outside)
}

func (t *Tab) showAll() {
	t.all = true
	t.log.Set(t.logCard())
	t.whole.Refresh()
}
