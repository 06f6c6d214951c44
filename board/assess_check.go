package board

import (
	"errors"
	"slices"
	"strings"

	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Checklists are all checklists as they stand today.
func (a Assessments) Checklists(language wording.Language) ([]assessment.ChecklistState, error) {
	lists, err := a.activeLists(language)
	if err != nil {
		return nil, err
	}
	var all []assessment.ChecklistState
	for _, in := range lists {
		state, err := a.stand(in)
		if err != nil {
			return nil, err
		}
		all = append(all, state)
	}
	return all, nil
}

// Checklist is one checklist as it stands today. It fails with a Problem.
func (a Assessments) Checklist(id string) (assessment.ChecklistState, error) {
	in, err := a.Instrument(id, "")
	if err == nil && in.Kind != assessment.Checklist {
		err = wording.Refuse("instrument", "This is not a checklist.")
	}
	if err != nil {
		return assessment.ChecklistState{}, err
	}
	return a.stand(in)
}

func (a Assessments) stand(in assessment.Instrument) (assessment.ChecklistState, error) {
	r, err := a.b.roll()
	if err != nil {
		return assessment.ChecklistState{}, err
	}
	var facts assessment.Facts
	checks := map[string]assessment.Check{}
	err = a.b.view(func(tx *store.Tx) (err error) {
		if facts, err = factsOf(tx); err != nil {
			return err
		}
		return store.In(tx, assessment.CheckSchema()).Scan(record.Key(in.ID), func(c assessment.Check) error {
			checks[c.Item] = c
			return nil
		})
	})
	return in.Stand(facts.Answers, checks, record.DateOf(a.b.in(r.settings))), err
}

func factsOf(tx *store.Tx) (assessment.Facts, error) {
	f, err := store.In(tx, assessment.FactsSchema()).Get(assessment.FactsKey)
	if errors.Is(err, record.ErrNotFound) {
		return assessment.Facts{Answers: assessment.Answers{}}, nil
	}
	return f, err
}

// Facts are what is known of the board, by the questions that begin with
// assessment.AboutPrefix and those of single checklists.
func (a Assessments) Facts() (assessment.Answers, error) {
	var facts assessment.Facts
	err := a.b.view(func(tx *store.Tx) (err error) {
		facts, err = factsOf(tx)
		return err
	})
	return facts.Answers, err
}

// SaveFact keeps the answer to a question of a checklist about the board;
// without values it takes it away. It fails with wording.Problems.
func (a Assessments) SaveFact(checklist, question string, values []string) error {
	return a.SaveFacts(map[string]map[string][]string{checklist: {question: values}})
}

// EvidenceOwner is what the attachments of checklists belong to: with it and
// the ID of one, Attachments.Bytes gives the file back.
const EvidenceOwner record.ID = "checklists"

// Check is everything that was answered to one item, the latest last.
func (a Assessments) Check(checklist, item string) (assessment.Check, error) {
	c := assessment.Check{Checklist: checklist, Item: item}
	err := a.b.view(func(tx *store.Tx) error {
		kept, err := store.In(tx, assessment.CheckSchema()).Get(record.Join(checklist, item))
		if errors.Is(err, record.ErrNotFound) {
			return nil
		}
		c = kept
		return err
	})
	return c, err
}

// Mark answers an item of a checklist: today where no day is given, to be
// looked at again when the checklist suggests, where no day is given for that.
// evidence are the bytes of files that are kept with it (package attachment).
// It fails with wording.Problems.
func (a Assessments) Mark(checklist, item string, m assessment.Mark, evidence ...[]byte) error {
	in, err := a.Instrument(checklist, "")
	if err != nil {
		return err
	}
	return a.b.act(ActCheck, func(w *work) error {
		if m.On.IsZero() {
			m.On = w.today()
		}
		m.SignedBy = strings.TrimSpace(m.SignedBy)
		if m.SignedBy != "" && m.SignedOn.IsZero() {
			m.SignedOn = m.On
		}
		q, _ := in.Question(item)
		if m.ReviewBy.IsZero() {
			m.ReviewBy = q.ReviewAfter(m.On)
		}
		m.Attachments = slices.Clone(m.Attachments)
		for _, data := range evidence {
			kept, err := w.attachments().Add(EvidenceOwner, data, w.today())
			if err != nil {
				return err
			}
			m.Attachments = append(m.Attachments, kept.ID)
		}
		before, err := store.In(w.tx, assessment.CheckSchema()).Get(record.Join(checklist, item))
		if err != nil && !errors.Is(err, record.ErrNotFound) {
			return err
		}
		before.Item = item
		c, err := in.Mark(before, m)
		if err != nil {
			return err
		}
		return store.In(w.tx, assessment.CheckSchema()).Put(c)
	})
}
