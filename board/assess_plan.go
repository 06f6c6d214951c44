package board

import (
	"cmp"
	"slices"

	"holdfast/assessment"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// SaveAction keeps an action of the plan; one without an ID is new. It fails
// with wording.Problems.
func (a Assessments) SaveAction(action assessment.Action) (assessment.Action, error) {
	round, err := a.Round(action.Round)
	if err != nil {
		return action, err
	}
	action.Instrument, action.Status = round.Instrument, cmp.Or(action.Status, assessment.Planned)
	if err := action.Validate(); err != nil {
		return action, err
	}
	err = a.b.act(ActAction, func(w *work) (err error) {
		if action.ID == "" {
			if action.ID, err = record.NewID(w.env.Random); err != nil {
				return err
			}
		}
		return store.In(w.tx, assessment.ActionSchema()).Put(action)
	})
	return action, err
}

// Actions is the plan, what is due first; what is done comes last. For a
// round they are its own, and those of earlier rounds over the same
// instrument that are still to be done; with the empty ID they are all.
func (a Assessments) Actions(id record.ID) ([]assessment.Action, error) {
	var round RoundState
	var err error
	if id != "" {
		if round, err = a.Round(id); err != nil {
			return nil, err
		}
	}
	var all []assessment.Action
	err = a.b.view(func(tx *store.Tx) error {
		return store.In(tx, assessment.ActionSchema()).Scan("", func(action assessment.Action) error {
			if id == "" || action.Round == id || action.Open() && action.Instrument == round.Instrument {
				all = append(all, action)
			}
			return nil
		})
	})
	slices.SortFunc(all, func(x, y assessment.Action) int {
		if x.Open() != y.Open() {
			return map[bool]int{true: -1, false: 1}[x.Open()]
		}
		if x.Due().IsZero() != y.Due().IsZero() {
			return map[bool]int{true: 1, false: -1}[x.Due().IsZero()]
		}
		return cmp.Or(x.Due().Compare(y.Due()), cmp.Compare(x.ID, y.ID))
	})
	return all, err
}

// RemoveAction takes an action out of the plan.
func (a Assessments) RemoveAction(id record.ID) error {
	return a.b.act(ActAction, func(w *work) error {
		return store.In(w.tx, assessment.ActionSchema()).Delete(record.Key(id))
	})
}

func planTable(book *wording.Book) paper.Table {
	return paper.Table{Columns: []paper.Column{{Head: book.Say("About")}, {Head: book.Say("What is to be done")}, {Head: book.Say("Who")},
		{Head: book.Say("By when")}, {Head: book.Say("How it stands")}}}
}

func planRow(book *wording.Book, in assessment.Instrument, a assessment.Action) []string {
	by := ""
	if !a.By.IsZero() {
		by = book.Date(a.By)
	}
	what := a.What
	if a.Resources != "" {
		what = book.Say("{what} (with {resources})", "what", a.What, "resources", a.Resources)
	}
	return []string{in.AxisShort(a.About, book), what, a.Owner, by, book.Render(a.Status.Name())}
}

// PlanDocument is the plan to be printed, of a round or with the empty ID of
// all, with what was seen when actions were looked at again.
func (a Assessments) PlanDocument(id record.ID, book *wording.Book, size paper.Size) (paper.Document, error) {
	plan, err := a.Actions(id)
	if err != nil {
		return paper.Document{}, err
	}
	t := planTable(book)
	var looks paper.List
	for _, action := range plan {
		in, err := a.Instrument(action.Instrument, "")
		if err != nil {
			return paper.Document{}, err
		}
		t.Rows = append(t.Rows, planRow(book, in, action))
		for _, l := range action.Looks {
			looks = append(looks, book.Say("{date}, {what}: {seen}", "date", l.On, "what", action.What, "seen", l.Note))
		}
	}
	d := paper.Document{Title: book.Say("The plan"), Size: size, Blocks: []paper.Block{t}}
	if len(looks) > 0 {
		d.Blocks = append(d.Blocks, paper.Together{paper.Heading{Text: book.Say("Looked at again")}, looks})
	}
	return d, nil
}
