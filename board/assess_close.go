package board

import (
	"bytes"
	"context"
	"slices"

	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
)

// CloseRound ends a round for good: what was answered becomes figures, and
// single answers of an anonymous one are erased with all their history, by
// writing the vault anew. Where that can't be done now, the round is closed
// all the same, and EraseTraces finishes it. It fails with a Problem while
// too few have answered.
func (a Assessments) CloseRound(ctx context.Context, id record.ID, progress store.Progress) error {
	err := a.onRound(ActRoundClose, id, func(v assessment.Service, r assessment.Round) error {
		_, err := v.Close(r)
		return err
	})
	if err != nil {
		return err
	}
	return a.EraseTraces(ctx, progress)
}

// GiveUpRound ends an open round with all its answers and without results.
func (a Assessments) GiveUpRound(ctx context.Context, id record.ID, progress store.Progress) error {
	err := a.onRound(ActRoundClose, id, func(v assessment.Service, r assessment.Round) error {
		_, err := v.GiveUp(r)
		return err
	})
	if err != nil {
		return err
	}
	return a.EraseTraces(ctx, progress)
}

// TakeBack takes what somebody answered by name out of a round again, with its
// history.
func (a Assessments) TakeBack(ctx context.Context, id record.ID, r assessment.Response, progress store.Progress) error {
	err := a.onRound(ActRoundEnter, id, func(v assessment.Service, round assessment.Round) error { return v.TakeBack(round, r) })
	if err != nil {
		return err
	}
	return a.EraseTraces(ctx, progress)
}

// Adjust changes what an open round is called, when it is meant to be closed
// and how many people are asked: no fewer than have answered. It fails with
// the problems of the round.
func (a Assessments) Adjust(id record.ID, title string, to record.Date, asked map[assessment.Side]int) error {
	return a.onRound(ActRoundOpen, id, func(v assessment.Service, r assessment.Round) error {
		answered, err := v.Answered(id)
		if err != nil {
			return err
		}
		r.Title, r.To, r.Asked = title, to, asked
		if err := r.Adjusted(answered); err != nil {
			return err
		}
		return v.Rounds.Put(r)
	})
}

// EraseTraces writes the vault anew without the history of single answers to
// closed rounds, and of comments before they were reworded: neither what they
// were nor when they came in can be found any more. It needs room for a second
// copy; nothing is done where there are no traces.
func (a Assessments) EraseTraces(ctx context.Context, progress store.Progress) error {
	opened, err := a.b.vault()
	if err != nil {
		return err
	}
	tally := assessment.TallySchema().Collection
	var closed []assessment.Round
	live := map[record.Key][]byte{} // the tallies as they are now
	answers := map[record.Key]bool{}
	err = opened.View(func(tx *store.Tx) error {
		rounds, err := roundsOf(tx)
		if err != nil {
			return err
		}
		closed = slices.DeleteFunc(rounds, func(r assessment.Round) bool { return !r.Traces })
		err = tx.ScanRaw(assessment.ResponseSchema().Collection, "", func(key record.Key, _ []byte) error {
			answers[key] = true
			return nil
		})
		if err != nil {
			return err
		}
		return tx.ScanRaw(tally, "", func(key record.Key, raw []byte) error {
			live[key] = bytes.Clone(raw)
			return nil
		})
	})
	if err != nil || len(closed) == 0 {
		return err
	}
	err = opened.Rewrite(ctx, store.Filter{Edit: func(collection string, key record.Key, raw []byte) ([]byte, bool) {
		for _, r := range closed {
			itself := key == record.Key(r.ID)
			switch {
			case r.Traced(collection, key, func(k record.Key) bool { return answers[k] }), itself && collection == tally && !bytes.Equal(raw, live[key]):
				return nil, false
			case itself && collection == assessment.RoundSchema().Collection:
				return untraced(raw), true
			}
		}
		return raw, true
	}}, progress)
	a.b.drop()
	return err
}

// untraced is a closed round without the note that it left traces.
func untraced(raw []byte) []byte {
	r, err := assessment.RoundSchema().Decode(raw)
	if err != nil || !r.Traces {
		return raw
	}
	r.Traces = false
	clean, err := assessment.RoundSchema().Encode(r, raw)
	if err != nil {
		return raw
	}
	return clean
}

// Tell writes down what the board was told of the results.
func (a Assessments) Tell(id record.ID, told assessment.Told) error {
	return a.onRound(ActRoundTold, id, func(v assessment.Service, r assessment.Round) error {
		r, err := r.WithTold(told)
		if err != nil {
			return err
		}
		return v.Rounds.Put(r)
	})
}
