package board

import (
	"cmp"
	"slices"

	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Correction is something that a person asked to have put right, and what
// became of it.
type Correction struct {
	ID     record.ID `json:"id"`
	Member member.ID `json:"member"`
	// On is when they asked, What what for, in their words.
	On   record.Date `json:"on"`
	What string      `json:"what"`
	// Outcome is what became of it, on Settled, with Answer in words; empty
	// and zero while it is open.
	Outcome Outcome     `json:"outcome,omitempty"`
	Settled record.Date `json:"settled,omitzero"`
	Answer  string      `json:"answer,omitempty"`
}

// Outcome is what became of a request to correct something.
type Outcome string

// The outcomes.
const (
	OutcomeOpen      Outcome = ""
	OutcomeCorrected Outcome = "corrected"
	OutcomeRemoved   Outcome = "removed"
	OutcomeNoted     Outcome = "noted" // it stays, and beside it that they see it otherwise
	OutcomeKept      Outcome = "kept"  // it stays, and they were told why
)

// Outcomes are what a request can come to, as a form offers them.
func Outcomes() []Outcome {
	return []Outcome{OutcomeCorrected, OutcomeRemoved, OutcomeNoted, OutcomeKept}
}

// Name is the outcome in words.
func (o Outcome) Name() wording.Text {
	switch o {
	case OutcomeCorrected:
		return wording.T("put right")
	case OutcomeRemoved:
		return wording.T("taken out")
	case OutcomeNoted:
		return wording.T("their view was written beside it")
	case OutcomeKept:
		return wording.T("left as it is, and told why")
	default:
		return wording.T("still open")
	}
}

// Words say what became of it, for the person.
func (c Correction) Words() wording.Text {
	if c.Outcome == OutcomeOpen {
		return c.Outcome.Name()
	}
	return wording.T("{date}: {outcome}. {answer}", "date", c.Settled, "outcome", c.Outcome.Name(), "answer", c.Answer)
}

func correctionSchema() record.Schema[Correction] {
	return record.Schema[Correction]{
		Collection: "correction", Version: 1,
		Key: func(c Correction) record.Key { return record.Join(c.Member, c.ID) },
	}
}

// Corrections are what a person asked to have put right, the open ones first,
// then the latest first.
func (t Telling) Corrections(id member.ID) ([]Correction, error) {
	var all []Correction
	err := t.b.view(func(tx *store.Tx) error {
		return store.In(tx, correctionSchema()).Scan(record.Key(id), func(c Correction) error {
			all = append(all, c)
			return nil
		})
	})
	slices.SortStableFunc(all, func(a, b Correction) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), b.On.Compare(a.On))
	})
	return all, err
}

func rank(c Correction) int {
	if c.Outcome == OutcomeOpen {
		return 0
	}
	return 1
}

// AskCorrection writes down what a person asked to have put right, today.
func (t Telling) AskCorrection(id member.ID, what string) (Correction, error) {
	c := Correction{Member: id, What: what}
	if err := reason("what", what); err != nil {
		return c, err
	}
	err := t.b.act(ActCorrection, func(w *work) (err error) {
		if _, err := w.people().Get(id); err != nil {
			return errNobody(err)
		}
		if c.ID, err = record.NewID(w.env.Random); err != nil {
			return err
		}
		c.On = w.today()
		return store.In(w.tx, correctionSchema()).Put(c)
	})
	return c, err
}

// SettleCorrection writes down what became of a request, today. Putting the
// record itself right is an act of its own, before it.
func (t Telling) SettleCorrection(id member.ID, correction record.ID, outcome Outcome, answer string) (Correction, error) {
	var c Correction
	if !slices.Contains(Outcomes(), outcome) {
		return c, wording.Refuse("outcome", "Choose one of the answers on the list.")
	}
	if err := short("answer", answer); err != nil {
		return c, err
	}
	err := t.b.act(ActCorrection, func(w *work) (err error) {
		all := store.In(w.tx, correctionSchema())
		if c, err = all.Get(record.Join(id, correction)); err != nil {
			return err
		}
		c.Outcome, c.Settled, c.Answer = outcome, w.today(), answer
		return all.Put(c)
	})
	return c, err
}
