package assessment

import (
	"errors"
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/report"
	"holdfast/wording"
)

// Close ends a round for good: the answers become a tally, and of an anonymous
// round they are gone. It fails with a wording.Problem where fewer than five
// answered an anonymous round: nothing of it could be shown.
func (v Service) Close(round Round) (Round, error) {
	if !round.Open() {
		return round, wording.Refuse("round", "This round is closed; it takes no more answers.")
	}
	in, err := v.Instrument(round.Instrument, round.Version)
	if err != nil {
		return round, err
	}
	responses, err := v.Answered(round.ID)
	if err != nil {
		return round, err
	}
	tally, err := in.Count(round.ID, responses, v.Random)
	if err != nil {
		return round, err
	}
	if n := parts(tally.People).size(Everyone); !round.Named && n < report.Least {
		return round, wording.Refuse("round", "Only {n} have answered; the results of an anonymous round can be shown from {least} on. Wait for more, or give the round up.",
			"n", n, "least", report.Least)
	}
	if round.Named {
		responses = nil // they stay; what was handed out is gone
	} else if err := v.Tallies.Put(tally); err != nil {
		return round, err
	}
	return v.closed(round, responses)
}

// closed ends a round, and takes responses away.
func (v Service) closed(round Round, responses []Response) (Round, error) {
	if err := v.drop(round, responses); err != nil {
		return round, err
	}
	round.Closed, round.Closing, round.Traces = v.Today, 1, true
	err := v.Rounds.Scan("", func(r Round) error {
		round.Closing = max(round.Closing, r.Closing+1)
		return nil
	})
	if err != nil {
		return round, err
	}
	return round, v.Rounds.Put(round)
}

// GiveUp ends an open round for good, with all its answers and without
// results.
func (v Service) GiveUp(round Round) (Round, error) {
	if !round.Open() {
		return round, wording.Refuse("round", "This round is closed; it takes no more answers.")
	}
	responses, err := v.Answered(round.ID)
	if err != nil {
		return round, err
	}
	round.GivenUp = true
	return v.closed(round, responses)
}

// drop takes the answers to a round away, and what was handed out for it.
func (v Service) drop(round Round, responses []Response) error {
	for _, r := range responses {
		if err := v.Responses.Delete(ResponseSchema().Key(r)); err != nil {
			return err
		}
	}
	err := v.Handouts.Delete(record.Key(round.ID))
	if errors.Is(err, record.ErrNotFound) {
		return nil
	}
	return err
}

// Traced says whether a version of a record tells of single answers to this
// round that are to be gone, or of what was handed out for it. Of a round by
// name that is what was taken back; live says what is there.
func (r Round) Traced(collection string, key record.Key, live func(record.Key) bool) bool {
	switch collection {
	case HandoutSchema().Collection:
		return !r.Open() && key == record.Key(r.ID)
	case ResponseSchema().Collection:
		return slices.Contains(strings.Split(string(key), "/"), string(r.ID)) && !live(key)
	default:
		return false
	}
}

// TakeBack takes what somebody answered by name out of a round again. The
// vault's history still holds it, until it is written anew.
func (v Service) TakeBack(round Round, r Response) error {
	if !round.Named {
		return wording.Refuse("round", "This round is anonymous; nobody knows whose answers are whose.")
	}
	if err := v.Responses.Delete(ResponseSchema().Key(r)); err != nil {
		return err
	}
	round.Traces = true
	return v.Rounds.Put(round)
}

// TallyOf is the tally of a closed round. Of a round by name it is counted
// anew, so that who is forgotten is not in it any more.
func (v Service) TallyOf(round Round) (Tally, error) {
	if !round.Named {
		return v.Tallies.Get(record.Key(round.ID))
	}
	in, err := v.Instrument(round.Instrument, round.Version)
	if err != nil {
		return Tally{}, err
	}
	responses, err := v.Answered(round.ID)
	if err != nil {
		return Tally{}, err
	}
	return in.Count(round.ID, responses, v.Random)
}

// Reword puts a keyholder's words in the place of somebody's own, so that they
// can be shown; without words it takes the comment away.
func (v Service) Reword(round record.ID, comment record.ID, text string) error {
	t, err := v.Tallies.Get(record.Key(round))
	if err != nil {
		return err
	}
	at := slices.IndexFunc(t.Comments, func(c Comment) bool { return c.ID == comment })
	if at < 0 {
		return record.ErrNotFound
	}
	t.Comments = slices.Clone(t.Comments)
	switch text = strings.TrimSpace(text); {
	case text == "":
		t.Comments = slices.Delete(t.Comments, at, at+1)
	case !ownWords(text):
		return wording.Refuse("text", "This is too long, or holds signs that can’t be shown.")
	default:
		t.Comments[at].Text, t.Comments[at].Waiting = text, false
	}
	return v.Tallies.Put(t)
}
