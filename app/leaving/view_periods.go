package leaving

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// periods are how long things are kept, and by which source.
func (s *AreaScreen) periods(state Keeping) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("How long things are kept"),
		Note: s.env.Say("These periods ship with where they were read. Where other rules hold for you, enter your own: they go before, from their day on.")}
	rows := make([]fyne.CanvasObject, len(state.Periods))
	for i, r := range state.Periods {
		note := r.Source
		if r.Next != "" {
			note = r.Next + " · " + note
		}
		rows[i] = kit.ItemRow(kit.Item{Tone: kit.Info, Word: r.Length, Title: r.What, Note: note, Act: s.periodActs(r)})
	}
	return kit.Card(head, kit.Rows(rows...))
}

func (s *AreaScreen) periodActs(r PeriodRow) fyne.CanvasObject {
	acts := []fyne.CanvasObject{kit.Link(s.env.Say("Change…"), func() { s.changePeriod(r) })}
	if r.Own || r.Next != "" {
		acts = append(acts, kit.Link(s.env.Say("Undo…"), func() { s.resetPeriod(r) }))
	}
	return kit.Row(12, acts...)
}

// changePeriod asks for a period of the board's own.
func (s *AreaScreen) changePeriod(r PeriodRow) {
	value := kit.NewEntry(s.env).With(r.Value)
	unit := kit.NewSelect([]kit.Option{{ID: "days", Label: s.env.Say("days")}, {ID: "months", Label: s.env.Say("months")}, {ID: "years", Label: s.env.Say("years")}}, nil).Set(r.Unit)
	from := kit.NewDateEntry(s.env, nil)
	source := kit.NewLines(s.env, 3)
	fields := map[string]*kit.Field{
		"value": kit.NewField(s.env.Say("How long"), value).Help(s.env.Say("A whole number. Leave it empty where the board decides each time: then nothing falls due.")),
		"unit":  kit.NewField(s.env.Say("Counted in"), unit),
		"from":  kit.NewField(s.env.Say("From which day on"), from).Help(s.env.Say("Leave it empty for today.")),
		"source": kit.NewField(s.env.Say("Where it was read"), source).
			Help(s.env.Say("A law, a contract, a decision of the board, and its day. Who comes after you will ask.")),
	}
	kit.Ask(s.env, kit.Dialog{Title: r.What, Wide: true, First: value, Confirm: s.env.Say("Save"),
		Say:  s.env.Say("Nothing is erased by it. What falls due stands above, and a person decides."),
		Body: kit.Form(kit.Grid(200, fields["value"], fields["unit"]), fields["from"], fields["source"]),
		OnConfirm: func() bool {
			wrong := s.model.SetPeriod(r.ID, value.Text, unit.Chosen(), from.Text(), source.Text)
			for name, field := range fields {
				field.SetMistake(wrong[name])
			}
			if len(wrong) == 0 {
				s.later(func() { s.did("", s.env.Say("The period is saved.")) })
			}
			return len(wrong) == 0
		}})
}

func (s *AreaScreen) resetPeriod(r PeriodRow) {
	kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Take your own period away?"), Say: s.env.Say("What ships with Holdfast counts again: {what}.", "what", r.What),
		Confirm: s.env.Say("Take it away"), OnConfirm: func() bool {
			s.later(func() { s.did(s.model.ResetPeriod(r.ID), s.env.Say("What ships counts again.")) })
			return true
		}})
}
