package editor

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/assessment"
)

// head is what stands above the questions.
func (p *pageScreen) head() fyne.CanvasObject {
	var facts []kit.Fact
	for _, f := range p.state.About {
		facts = append(facts, kit.Know(f.Label, f.Text))
	}
	head := kit.Head{Title: p.env.Say("About these questions")}
	if p.state.Draft {
		head.Acts = []fyne.CanvasObject{kit.Secondary(p.env.Say("Change…"), func() { p.desk.Go(route.Instrument(p.at, route.QuestionHead)) })}
	}
	if len(facts) == 0 {
		return kit.Card(head, kit.NewText(kit.Body, p.env.Say("Nothing is said before they begin.")).In(kit.Muted))
	}
	return kit.Card(head, kit.Facts(facts...))
}

// part is a group of questions.
func (p *pageScreen) part(part Part) fyne.CanvasObject {
	head := kit.Head{Title: part.Title}
	if p.state.Draft && part.ID != "" {
		head.Acts = []fyne.CanvasObject{p.mover(part.ID, -1), p.mover(part.ID, 1),
			kit.Link(p.env.Say("Change…"), func() { p.desk.Go(route.Instrument(p.at+"/"+part.ID, route.QuestionForm)) })}
	}
	rows := make([]fyne.CanvasObject, len(part.Rows))
	for i, line := range part.Rows {
		rows[i] = p.line(line)
	}
	body := []fyne.CanvasObject{}
	for _, note := range part.Notes {
		body = append(body, kit.Banner(kit.Notice{Tone: kit.Care, Text: note, Inset: true}))
	}
	body = append(body, kit.Rows(rows...))
	if p.state.Draft {
		last := part.Rows[len(part.Rows)-1].ID
		body = append(body, kit.Row(0, kit.Link(p.env.Say("Add a question here"), func() { p.desk.Go(route.Instrument(p.at+"//"+last, route.QuestionForm)) })))
	}
	return kit.Card(head, kit.Stack(kit.Near, body...))
}

// line is a question with how it is answered, and on what it depends.
func (p *pageScreen) line(l Line) fyne.CanvasObject {
	words := []fyne.CanvasObject{}
	if l.Note != "" {
		words = append(words, kit.Banner(kit.Notice{Tone: kit.Care, Text: l.Note, Inset: true}))
	}
	words = append(words, kit.NewText(kit.Strong, l.Text))
	for _, note := range append([]string{l.Help, l.Answer, l.Tags}, l.When...) {
		if note != "" {
			words = append(words, kit.NewText(kit.Small, note))
		}
	}
	if !p.state.Draft {
		return kit.Stack(kit.Hair, words...)
	}
	return kit.Spread(kit.Gap, kit.Stack(kit.Hair, words...), kit.Row(kit.Near,
		p.mover(l.ID, -1), p.mover(l.ID, 1),
		kit.Link(p.env.Say("Change…"), func() { p.desk.Go(route.Instrument(p.at+"/"+l.ID, route.QuestionForm)) }),
		kit.Link(p.env.Say("Take out…"), func() { p.take(l) })))
}

// mover moves a question or a part, and keeps the focus, so that it can be
// moved on with the keyboard.
func (p *pageScreen) mover(id string, by int) fyne.CanvasObject {
	label := p.env.Say("Up")
	if by > 0 {
		label = p.env.Say("Down")
	}
	at := move{id, by}
	p.movers[at] = kit.Link(label, func() {
		p.done(p.model.Move(id, by))
		if b := p.movers[at]; b != nil {
			p.env.Canvas.Focus(b)
		}
	})
	return p.movers[at]
}

// move is a place that something can be moved by.
type move struct {
	id string
	by int
}

func (p *pageScreen) take(l Line) {
	kit.Ask(p.env, kit.Dialog{Title: p.env.Say("Take this out?"), Say: l.Text, Confirm: p.env.Say("Take it out"), Grave: true,
		OnConfirm: func() bool { p.done(p.model.Take(l.ID)); return true }})
}

// scales are the choices that several questions share.
func (p *pageScreen) scales() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range p.state.Scales {
		rows = append(rows, kit.Spread(kit.Gap, kit.NewText(kit.Body, s.Choices),
			kit.Link(p.env.Say("Change…"), func() { p.desk.Go(route.Instrument(p.at+"/"+s.ID, route.ScaleForm)) })))
	}
	add := kit.Secondary(p.env.Say("Add choices to share…"), func() { p.desk.Go(route.Instrument(p.at+"/"+newScale, route.ScaleForm)) })
	return kit.Card(kit.Head{Title: p.env.Say("Choices that several questions share"), Note: p.env.Say("Each question can have choices of its own as well")}, kit.Rows(rows...), kit.Row(0, add))
}

// tried is the questions as somebody would answer them.
func (p *pageScreen) tried() fyne.CanvasObject {
	p.fields = map[string]*kit.Field{}
	var parts []fyne.CanvasObject
	for _, q := range p.model.Asked() {
		for _, note := range append(q.Notes, q.ContentNote) {
			if text := note.In(p.model.In); text != "" {
				parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Text: text, Inset: true}))
			}
		}
		parts = append(parts, p.question(q))
	}
	return kit.Card(kit.Head{Title: p.env.Say("As people are asked"), Note: p.env.Say("What depends on an answer appears with it")}, kit.Form(parts...))
}

func (p *pageScreen) question(q assessment.Question) fyne.CanvasObject {
	text, help := q.Text.In(p.model.In), q.Help.In(p.model.In)
	if !q.Type.Asks() {
		return kit.NewText(kit.Body, text)
	}
	choices := p.model.Choices(q)
	values := p.model.Tried[q.ID].Values
	switch {
	case q.Repeats:
		boxes := make([]fyne.CanvasObject, len(choices))
		on := map[string]bool{}
		for _, v := range values {
			on[v] = true
		}
		for i, c := range choices {
			boxes[i] = kit.NewCheck(c.Label, on[c.ID], func(ticked bool) {
				on[c.ID] = ticked
				var all []string
				for _, c := range choices {
					if on[c.ID] {
						all = append(all, c.ID)
					}
				}
				p.try(q.ID, all)
			})
		}
		p.fields[q.ID] = kit.NewField(text, kit.Grid(240, boxes...)).Help(help)
		return p.fields[q.ID]
	case len(choices) > 0:
		options := make([]kit.Option, len(choices))
		for i, c := range choices {
			options[i] = kit.Option{ID: c.ID, Label: c.Label}
		}
		first := ""
		if len(values) > 0 {
			first = values[0]
		}
		radio := kit.NewRadio(options, func(id string) { p.try(q.ID, []string{id}) }).Set(first)
		p.fields[q.ID] = kit.NewField(text, radio).Help(help)
		return p.fields[q.ID]
	default:
		entry := kit.NewEntry(p.env)
		if q.Type == assessment.Prose {
			entry = kit.NewLines(p.env, 2)
		}
		if len(values) > 0 {
			entry.With(values[0])
		}
		entry.OnChanged = func(text string) { p.model.Try(q.ID, []string{text}) }
		return kit.NewField(text, entry).Help(help)
	}
}

// try answers a question; where others are asked now, they are shown.
func (p *pageScreen) try(id string, values []string) {
	if p.model.Try(id, values) {
		p.draw()
		if f := p.fields[id]; f != nil {
			f.Focus()
		}
	}
}
