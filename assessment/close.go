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
	if !round.Named {
		if err := v.drop(responses); err != nil {
			return round, err
		}
		if err := v.Tallies.Put(tally); err != nil {
			return round, err
		}
	}
	round.Closed, round.Codes, round.Packet = v.Today, nil, PacketKeys{}
	return round, v.Rounds.Put(round)
}

// GiveUp takes a round away with all its answers.
func (v Service) GiveUp(round Round) error {
	responses, err := v.Answered(round.ID)
	if err != nil {
		return err
	}
	if err := v.drop(responses); err != nil {
		return err
	}
	if err := v.Tallies.Delete(record.Key(round.ID)); err != nil && !errors.Is(err, record.ErrNotFound) {
		return err
	}
	return v.Rounds.Delete(record.Key(round.ID))
}

func (v Service) drop(responses []Response) error {
	for _, r := range responses {
		if err := v.Responses.Delete(ResponseSchema().Key(r)); err != nil {
			return err
		}
	}
	return nil
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
