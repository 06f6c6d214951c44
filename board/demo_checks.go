package board

import (
	"errors"
	"slices"

	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// demoFacts are what the invented board has said about itself.
func demoFacts(today record.Date) assessment.Answers {
	said := map[string][]string{
		"about.funders": {"vawa", "local", "private"}, "about.place": {"colorado"}, "about.under-18": {"no"}, "about.health-care": {"no"},
		"about.treatment": {"no"}, "about.school": {"no"}, "about.custody": {"no"},
		"reporting.state":      {"Colorado"},
		"reporting.about-whom": {"Children. People of 70 and older, and adults who can’t look after themselves because of how they are born or grow."},
		"reporting.how-soon":   {"Within 24 hours for older people and these adults."},
		"reporting.to-whom":    {"The county’s hotline for children, the police for adults. The numbers hang by the phone."},
		"reporting.say":        {"At the start of each meeting: what we must report, and that nobody has to share anything."},
		"reporting.source":     {"C.R.S. 19-3-304 and 18-6.5-108. A lawyer has to look at this card."},
		"reporting.checked":    {today.AddMonths(-2).String()},
	}
	all := assessment.Answers{}
	for id, values := range said {
		all[id] = assessment.Answer{Values: values}
	}
	return all
}

// demoMarks are how the items of a few checklists stand, from the first on; a
// list that is shorter leaves the rest open.
func demoMarks() map[string][]string {
	const done, begun, not, no, ask = assessment.Done, assessment.InProgress, assessment.NotYet, assessment.NotForUs, assessment.AskLawyer
	return map[string][]string{
		"vawa-voca-fvpsa":        {done, done, done, done, done, begun, done, done, ask, done, done, done, not},
		"breach-readiness":       {done, done, begun, done, not, done},
		"subpoena-response":      {done, done, done, ask},
		"mandatory-reporting":    {ask, done, done},
		"retention":              {done, begun, not},
		"technology":             {done, done, done, done, done, done, begun},
		"new-member-orientation": {done, done, done, done, done, done, done, done, done, done, done, done, done, done, done, done, done, done},
	}
}

// checklists are what the invented board has said about itself and ticked off,
// over the last months; a few items have to be looked at again.
func (v *inventor) checklists() ([]func(*work) error, error) {
	shipped, err := shippedInstruments()
	if err != nil {
		return nil, err
	}
	facts := demoFacts(v.today)
	all := []func(*work) error{func(w *work) error {
		return store.In(w.tx, assessment.FactsSchema()).Put(assessment.Facts{Answers: facts})
	}}
	marks := demoMarks()
	for _, in := range shipped {
		for n, item := range in.Stand(facts, nil, v.today).Items {
			if n >= len(marks[in.ID]) {
				break
			}
			check, err := v.check(in, item, marks[in.ID][n], n)
			if err != nil {
				return nil, err
			}
			all = append(all, func(w *work) error { return store.In(w.tx, assessment.CheckSchema()).Put(check) })
		}
	}
	return all, nil
}

// check is one item of a checklist that was gone through, some of them in
// two steps.
func (v *inventor) check(in assessment.Instrument, item assessment.CheckItem, status string, n int) (assessment.Check, error) {
	c := assessment.Check{Checklist: in.ID, Item: item.ID}
	on := v.today.AddMonths(-2).AddDays(3 * n)
	var err error
	mark := func(m assessment.Mark) {
		var wrong error
		if m.Owner = "Coordinator"; n%3 == 1 {
			m.Owner = "Chair"
		}
		m.ReviewBy = item.ReviewAfter(m.On)
		if n == 5 && in.ID != "new-member-orientation" { // so that something is due
			m.ReviewBy = v.today.AddDays(-2)
		}
		c, wrong = in.Mark(c, m)
		err = errors.Join(err, wrong)
	}
	if n%2 == 0 && status == assessment.Done {
		mark(assessment.Mark{On: on.AddMonths(-1), Status: assessment.InProgress, Note: "Begun at the planning day."})
	}
	m := assessment.Mark{On: on, Status: status}
	switch status {
	case assessment.Done:
		m.Note, m.Link = item.Rests.Evidence.In(wording.InEnglish), "Blue folder, second drawer"
		if n%2 == 0 {
			m.SignedBy, m.SignedOn = "Ines", on
		}
	case assessment.AskLawyer:
		m.Note = "Asked the legal clinic in spring. They call back."
	case assessment.InProgress:
		m.Note = "A first draft lies in the folder."
	}
	mark(m)
	return c, err
}

// draft is a set of questions that the invented board is writing.
func (v *inventor) draft() (func(*work) error, error) {
	shipped, err := shippedInstruments()
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(shipped, func(in assessment.Instrument) bool { return in.ID == "meeting-pulse" })
	in := shipped[at].Adapt("our-meetings")
	in.Title = assessment.Words{wording.InEnglish: "How our meetings feel", wording.InSpanish: "Cómo se sienten nuestras reuniones"}
	return func(w *work) error { return w.assess().Keep(in) }, nil
}
