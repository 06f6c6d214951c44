package board

import (
	"slices"

	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// The kinds of items about self-assessments and checklists.
const (
	ItemTraces    ItemKind = "traces"    // a closed round still has traces of single answers
	ItemRound     ItemKind = "round"     // a round should be closed
	ItemReword    ItemKind = "reword"    // comments wait to be reworded
	ItemTell      ItemKind = "tell"      // the board was not told of results yet
	ItemAction    ItemKind = "action"    // something of a plan is due
	ItemChecklist ItemKind = "checklist" // items of a checklist are due
)

// The places that they lead to.
const (
	ToRound     Target = "assessment.round"
	ToPlan      Target = "assessment.plan"
	ToChecklist Target = "checklist"
)

// soonDue is for how many days ahead a plan is shown; tellWithin is after how
// many days Today asks whether the board was told.
const (
	soonDue    = 7
	tellWithin = 14
)

// assessItems are the items about rounds, plans and checklists.
func (b *Board) assessItems(today record.Date) ([]Item, error) {
	a := b.Assess()
	rounds, err := a.Rounds()
	if err != nil {
		return nil, err
	}
	var items []Item
	for _, r := range rounds {
		items = append(items, roundItems(r, today)...)
	}
	actions, err := a.Actions("")
	if err != nil {
		return nil, err
	}
	for _, action := range actions {
		if due := action.Due(); !due.IsZero() && !due.After(today.AddDays(soonDue)) {
			items = append(items, Item{Kind: ItemAction, Tag: wording.T("Plan"), Urgency: Calm, About: string(action.Round), Due: due,
				Title:  wording.T("{text}", "text", action.What),
				Detail: wording.T("By {date}. Write down how it stands, or look again later.", "date", due),
				Act:    wording.T("Open the plan"), Target: ToPlan})
		}
	}
	due, err := a.due(today)
	return append(items, due...), err
}

// Waiting is how many things with one of these targets need somebody.
func (a Assessments) Waiting(targets ...Target) (int, error) {
	r, err := a.b.roll()
	if err != nil {
		return 0, err
	}
	items, err := a.b.assessItems(record.DateOf(a.b.in(r.settings)))
	n := 0
	for _, item := range items {
		if slices.Contains(targets, item.Target) {
			n++
		}
	}
	return n, err
}

// roundItems are the items about one round.
func roundItems(r RoundState, today record.Date) []Item {
	title := wording.T("{text}", "text", r.Title)
	item := func(kind ItemKind, detail, act wording.Text, due record.Date) Item {
		return Item{Kind: kind, Tag: wording.T("Round"), Urgency: Calm, Title: title, Detail: detail, Act: act, Target: ToRound, About: string(r.ID), Due: due}
	}
	var items []Item
	if r.Traces {
		items = append(items, item(ItemTraces, wording.T("The round is closed, but the vault’s history still holds when single answers came in. To be gone, the vault has to be written anew."),
			wording.T("Erase now"), r.Closed))
	}
	if r.Open() && !r.To.IsZero() && !today.Before(r.To) {
		items = append(items, item(ItemRound, wording.N(r.AnsweredInAll(), "{n} has answered of {all}. Close the round to see the results, or wait for more.",
			"{n} have answered of {all}. Close the round to see the results, or wait for more.", "all", r.AskedInAll()), wording.T("Open"), r.To))
	}
	if r.Waiting > 0 {
		items = append(items, item(ItemReword, wording.N(r.Waiting, "{n} comment waits to be said in other words, so that nobody is known by the way they write.",
			"{n} comments wait to be said in other words, so that nobody is known by the way they write."), wording.T("Reword"), r.Closed))
	}
	if !r.Open() && !r.GivenUp && len(r.Told) == 0 && !today.Before(r.Closed.AddDays(tellWithin)) {
		items = append(items, item(ItemTell, wording.T("People answered, and were not told yet what came of it."), wording.T("Open"), r.Closed))
	}
	return items
}

// due are the checklists of which items should be looked at.
func (a Assessments) due(today record.Date) ([]Item, error) {
	states, err := a.begun()
	if err != nil {
		return nil, err
	}
	var items []Item
	for _, s := range states {
		n := s.Due()
		if n == 0 {
			continue
		}
		due := s.Next()
		if due.IsZero() || due.After(today) { // words that changed are due now
			due = today
		}
		items = append(items, Item{Kind: ItemChecklist, Tag: wording.T("Checklist"), Urgency: Calm, About: s.Instrument.ID, Count: n, Due: due,
			Title:  wording.T("{text}", "text", s.Instrument.Title),
			Detail: wording.N(n, "{n} item should be looked at again.", "{n} items should be looked at again."),
			Act:    wording.T("Go through it"), Target: ToChecklist})
	}
	return items, nil
}

// ItemsDue is how many items of checklists should be looked at.
func (a Assessments) ItemsDue() (int, error) {
	states, err := a.begun()
	n := 0
	for _, s := range states {
		n += s.Due()
	}
	return n, err
}

// begun are the checklists of which something was answered: most boards use a
// few.
func (a Assessments) begun() ([]assessment.ChecklistState, error) {
	var ids []string
	err := a.b.view(func(tx *store.Tx) error {
		return store.In(tx, assessment.CheckSchema()).Scan("", func(c assessment.Check) error {
			if !slices.Contains(ids, c.Checklist) {
				ids = append(ids, c.Checklist)
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	var all []assessment.ChecklistState
	for _, id := range ids {
		state, err := a.Checklist(id)
		if err != nil {
			return nil, err
		}
		all = append(all, state)
	}
	return all, nil
}
