package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// support is the tab of what makes taking part possible.
func (p *page) support() fyne.CanvasObject {
	s := p.model.Support()
	if s.Trouble != "" {
		return trouble(s.Trouble)
	}
	parts := []fyne.CanvasObject{}
	if s.MustNotKnow.Text != "" {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Over: s.MustNotKnow.Label, Lead: s.MustNotKnow.Text}))
	}
	parts = append(parts, kit.Columns(
		kit.Column{Share: 1, Least: 330, Body: p.known(
			kit.Head{Title: p.env.Say("Support that helps"), Acts: []fyne.CanvasObject{p.editButton()}}, s.Supports,
			p.env.Say("Nothing is written down yet. Ask what helps; a few of their own words are enough."))},
		kit.Column{Share: 1, Least: 330, Body: kit.Stack(kit.Gap,
			p.known(kit.Head{Title: p.env.Say("Access and language")}, s.Access,
				p.env.Say("Nothing is written down yet. No reason is ever needed.")),
			p.known(kit.Head{Title: p.env.Say("In an emergency")}, s.Emergency,
				p.env.Say("Nobody is named. That is the person’s to decide.")))}))
	return kit.Stack(kit.Gap, parts...)
}

// known is a card of facts, or a sentence where there are none.
func (p *page) known(head kit.Head, lines []Line, none string) fyne.CanvasObject {
	if len(lines) == 0 {
		return kit.Card(head, muted(none))
	}
	return kit.Card(head, p.facts(lines))
}
