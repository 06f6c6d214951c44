package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// overview is the first tab.
func (p *page) overview() fyne.CanvasObject {
	o := p.model.Overview()
	if o.Trouble != "" {
		return trouble(o.Trouble)
	}
	left := kit.Stack(kit.Gap, p.standing(o), p.roles(o), p.terms(o))
	right := []fyne.CanvasObject{p.about(o)}
	if o.OwnFields {
		right = append(right, p.own(o))
	}
	right = append(right, p.onboarding(o.Onboarding))
	return kit.Columns(
		kit.Column{Share: 1, Least: 330, Body: left},
		kit.Column{Share: 1, Least: 330, Body: kit.Stack(kit.Gap, right...)})
}

// standing is the card of the stage.
func (p *page) standing(o Overview) fyne.CanvasObject {
	head := kit.Head{Title: p.env.Say("Stage")}
	if o.OnWay {
		head.Acts = append(head.Acts, kit.Secondary(p.env.Say("Move to…"), p.askMove))
	}
	now := []fyne.CanvasObject{kit.Row(12, kit.Tag(stageTone(o.Stage), o.Word), kit.NewText(kit.Body, o.Since))}
	if o.Note != "" {
		now = append(now, kit.NewText(kit.Small, o.Note))
	}
	if o.Away {
		now = append(now, kit.Spacer(4), p.facts(o.Leave), kit.Row(0, kit.Link(p.env.Say("Change what is agreed…"), p.askLeave)))
	}
	if len(o.Former) > 0 {
		now = append(now, kit.Spacer(4), kit.Hairline(), kit.NewText(kit.SmallStrong, p.env.Say("Before")))
		for _, past := range o.Former {
			now = append(now, kit.NewText(kit.Small, past.Text))
			if past.Note != "" {
				now = append(now, kit.NewText(kit.Small, past.Note))
			}
		}
		now = append(now, kit.Row(0, kit.Link(p.env.Say("Take the last step back"), p.back).Soft()))
	}
	return kit.Card(head, kit.Stack(6, now...))
}

func (p *page) back() {
	o := p.model.Back()
	if !o.OK() {
		refused(p.env, o)
		return
	}
	p.did(o)
}

// about is the card of what is known of the person.
func (p *page) about(o Overview) fyne.CanvasObject {
	head := kit.Head{Title: p.env.Say("About {name}", "name", p.head.Name), Acts: []fyne.CanvasObject{p.editButton()}}
	if len(o.About) == 0 {
		return kit.Card(head, muted(p.env.Say("Nothing is written down yet, and nothing has to be.")))
	}
	return kit.Card(head, p.facts(o.About))
}

// own is the card of the board's own fields.
func (p *page) own(o Overview) fyne.CanvasObject {
	head := kit.Head{Title: p.env.Say("Your board’s own fields")}
	if len(o.Own) == 0 {
		return kit.Card(head, muted(p.env.Say("Nothing is written down here.")))
	}
	return kit.Card(head, p.facts(o.Own))
}

// roles and terms are cards of a row for each.
func (p *page) roles(o Overview) fyne.CanvasObject {
	head := kit.Head{Title: p.env.Say("Roles"), Acts: []fyne.CanvasObject{kit.Secondary(p.env.Say("Add a role…"), func() { p.askRole(nil) })}}
	if len(o.Roles) == 0 {
		return kit.Card(head, muted(p.env.Say("No role of their own. Nobody needs one.")))
	}
	rows := make([]fyne.CanvasObject, len(o.Roles))
	for i, r := range o.Roles {
		text := kit.NewText(kit.Body, r.Text)
		if r.Over {
			text.In(kit.Muted)
		}
		rows[i] = kit.Spread(12, text, kit.Link(p.env.Say("Change…"), func() { p.askRole(&r.Role) }))
	}
	return kit.Card(head, kit.Rows(rows...))
}

func (p *page) terms(o Overview) fyne.CanvasObject {
	head := kit.Head{Title: p.env.Say("Terms"), Acts: []fyne.CanvasObject{kit.Secondary(p.env.Say("Add a term…"), func() { p.askTerm(nil) })}}
	if len(o.Terms) == 0 {
		return kit.Card(head, muted(p.env.Say("No term is written down.")))
	}
	rows := make([]fyne.CanvasObject, len(o.Terms))
	for i, t := range o.Terms {
		words := []fyne.CanvasObject{kit.NewText(kit.Body, t.Text)}
		if t.Note != "" {
			words = append(words, kit.NewText(kit.Small, t.Note))
		}
		rows[i] = kit.Spread(12, kit.Stack(kit.Hair, words...), kit.Link(p.env.Say("Change…"), func() { p.askTerm(&t.Term) }))
	}
	return kit.Card(head, kit.Rows(rows...))
}
