package board

import (
	"cmp"
	"slices"

	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
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
