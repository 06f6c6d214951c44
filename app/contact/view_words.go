package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// wordsCard is what to say, and when it was last confirmed.
func (t *Tab) wordsCard() fyne.CanvasObject {
	var facts []kit.Fact
	for _, line := range t.state.Words {
		facts = append(facts, kit.Know(line.Label, line.Text))
	}
	if !t.state.Blank {
		facts = append(facts, kit.Fact{Label: t.env.Say("Last confirmed"), Value: t.confirmed()})
	}
	parts := []fyne.CanvasObject{kit.Facts(facts...)}
	if len(facts) == 0 {
		parts = []fyne.CanvasObject{kit.NewText(kit.Body, t.env.Say("No words are agreed yet.")).In(kit.Muted)}
	}
	if !t.state.Blank {
		parts = append(parts, kit.Row(kit.Near,
			kit.Secondary(t.env.Say("Ask {name} to check these", "name", t.name), t.check),
			kit.Quiet(t.env.Say("Print a card…"), t.print)))
	}
	return kit.Card(kit.Head{Title: t.env.Say("Words to use")}, parts...)
}

func (t *Tab) confirmed() fyne.CanvasObject {
	tone := kit.Care
	if t.state.Fresh {
		tone = kit.OK
	}
	tag := kit.Tag(tone, t.state.Freshness)
	if t.state.Confirmed == "" {
		return kit.Row(kit.Near, tag)
	}
	return kit.Row(kit.Near, kit.NewText(kit.Body, t.state.Confirmed), tag)
}
