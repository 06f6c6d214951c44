package board

import (
	"cmp"
	"errors"
	"slices"

	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// RoundResults are the results of a closed round beside those of the round
// before it over the same instrument.
type RoundResults struct {
	Round   assessment.Round
	Results assessment.Results
	// Before and Earlier are nil where there was no round before.
	Before  *assessment.Round
	Earlier *assessment.Results
	// Changes are what is different, of questions that were the same.
	Changes []assessment.Change
}

// sameAgain is for how many days people would answer the same questions the
// same way again, so that two rounds must not be told apart by a few more
// answers. A short check is about the meeting just over, and is not meant.
const sameAgain = 90

// Results are what a closed round may show. It fails with a Problem for a
// round that is open, given up, or not there.
func (a Assessments) Results(id record.ID) (RoundResults, error) {
	round, err := a.Round(id)
	if err != nil {
		return RoundResults{}, err
	}
	if round.Open() || round.GivenUp {
		return RoundResults{}, wording.Refuse("round", "There are results once the round is closed; nothing is shown before, so that nobody can be told by what is added.")
	}
	shown, err := a.shown(round.Instrument)
	if err != nil {
		return RoundResults{}, err
	}
	at := slices.IndexFunc(shown, func(s shownRound) bool { return s.round.ID == id })
	if at < 0 {
		return RoundResults{}, errNoRound()
	}
	now := shown[at]
	results := RoundResults{Round: now.round, Results: now.results}
	if at > 0 {
		before := shown[at-1]
		results.Before, results.Earlier = &before.round, &before.results
		results.Changes = assessment.Compare(now.results, before.results, now.tally, before.tally)
	}
	return results, nil
}

// shownRound is a closed round with what it may show.
type shownRound struct {
	round   assessment.Round
	tally   assessment.Tally
	results assessment.Results
}

// shown are the closed rounds over an instrument, in the order in which they
// were closed: what each may show depends on what those shortly before it
// showed.
func (a Assessments) shown(instrument string) ([]shownRound, error) {
	var all []shownRound
	instruments := map[string]assessment.Instrument{}
	err := a.b.view(func(tx *store.Tx) error {
		rounds, err := roundsOf(tx)
		if err != nil {
			return err
		}
		v := assessing(tx, a.b.env, record.Date{})
		for _, r := range rounds {
			if r.Instrument != instrument || r.Open() || r.GivenUp {
				continue
			}
			if _, known := instruments[r.Version]; !known {
				if instruments[r.Version], err = v.Instrument(r.Instrument, r.Version); err != nil {
					return err
				}
			}
			tally, err := v.TallyOf(r)
			if err != nil {
				return err
			}
			all = append(all, shownRound{round: r, tally: tally})
		}
		return nil
	})
	slices.SortFunc(all, func(x, y shownRound) int { return cmp.Compare(x.round.Closing, y.round.Closing) })
	for i := range all {
		in := instruments[all[i].round.Version]
		var earlier []assessment.Earlier
		for _, e := range all[:i] {
			if in.Kind != assessment.Pulse && e.round.Closed.DaysUntil(all[i].round.Closed) <= sameAgain {
				earlier = append(earlier, assessment.Earlier{Tally: e.tally, Results: e.results,
					Equal: in.Equal(instruments[e.round.Version])})
			}
		}
		all[i].results = in.Show(all[i].tally, earlier...)
	}
	return all, err
}

// Comments are the comments of a closed round that wait to be reworded. Only a
// keyholder sees them as they were written.
func (a Assessments) Comments(id record.ID) ([]assessment.Comment, error) {
	var waiting []assessment.Comment
	err := a.b.view(func(tx *store.Tx) error {
		t, err := store.In(tx, assessment.TallySchema()).Get(record.Key(id))
		if errors.Is(err, record.ErrNotFound) {
			return nil
		}
		waiting = slices.DeleteFunc(t.Comments, func(c assessment.Comment) bool { return !c.Waiting })
		return err
	})
	return waiting, err
}

// Reword puts a keyholder's words in the place of somebody's own, so that the
// comment can be shown; without words it takes the comment away. What it was
// before is in the vault's history until EraseTraces.
func (a Assessments) Reword(id, comment record.ID, text string) error {
	return a.onRound(ActReword, id, func(v assessment.Service, r assessment.Round) error {
		if err := v.Reword(r.ID, comment, text); err != nil {
			return err
		}
		r.Traces = true
		return v.Rounds.Put(r)
	})
}

// ByName are the responses of a round by name, by who gave them.
func (a Assessments) ByName(id record.ID) ([]assessment.Response, error) {
	round, err := a.Round(id)
	if err != nil {
		return nil, err
	}
	if !round.Named {
		return nil, wording.Refuse("round", "This round is anonymous; single answers are never shown.")
	}
	var all []assessment.Response
	err = a.b.view(func(tx *store.Tx) (err error) {
		all, err = assessing(tx, a.b.env, record.Date{}).Answered(id)
		return err
	})
	return slices.DeleteFunc(all, func(r assessment.Response) bool { return r.Unfinished }), err
}
