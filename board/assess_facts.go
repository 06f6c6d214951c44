package board

import (
	"slices"

	"holdfast/assessment"
	"holdfast/store"
	"holdfast/wording"
)

// AboutBoard is a question about the board that decides which items of
// checklists apply, and one of the checklists that ask it.
type AboutBoard struct {
	assessment.Question
	Checklist assessment.Instrument
}

// mainFact is asked first: most laws bind those whom somebody pays.
const mainFact = assessment.AboutPrefix + "funders"

// AboutBoard are the questions about the board that checklists ask, each once,
// for what is answered so far: some answers lead to further questions.
func (a Assessments) AboutBoard(answers assessment.Answers) ([]AboutBoard, error) {
	lists, err := a.activeLists(wording.InEnglish)
	if err != nil {
		return nil, err
	}
	var all []AboutBoard
	for _, in := range lists {
		for _, q := range in.Asked(answers) {
			known := slices.ContainsFunc(all, func(one AboutBoard) bool { return one.ID == q.ID })
			if !known && q.AboutBoard() {
				all = append(all, AboutBoard{q, in})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y AboutBoard) int {
		switch {
		case x.ID == mainFact:
			return -1
		case y.ID == mainFact:
			return 1
		default:
			return 0
		}
	})
	return all, nil
}

// activeLists are the checklists that can be gone through, by title.
func (a Assessments) activeLists(language wording.Language) ([]assessment.Instrument, error) {
	listed, err := a.Instruments(language)
	var all []assessment.Instrument
	for _, l := range listed {
		if l.Instrument.Kind == assessment.Checklist && l.Instrument.Status == assessment.Active {
			all = append(all, l.Instrument)
		}
	}
	return all, err
}

// SaveFacts keeps the answers to several questions about the board, each
// under the checklist that asks it; an answer without values is taken away. It
// fails with wording.Problems, and then keeps none.
func (a Assessments) SaveFacts(answers map[string]map[string][]string) error {
	for checklist, asked := range answers {
		in, err := a.Instrument(checklist, "")
		if err != nil {
			return err
		}
		for question, values := range asked {
			if err := in.Fact(question, values); err != nil {
				return err
			}
		}
	}
	return a.b.act(ActCheck, func(w *work) error {
		facts, err := factsOf(w.tx)
		if err != nil {
			return err
		}
		for _, asked := range answers {
			for question, values := range asked {
				if len(values) == 0 {
					delete(facts.Answers, question)
				} else {
					facts.Answers[question] = assessment.Answer{Values: values}
				}
			}
		}
		return store.In(w.tx, assessment.FactsSchema()).Put(facts)
	})
}
