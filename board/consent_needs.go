package board

import (
	"fmt"
	"sync"

	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// heldFile is a person's file with what was worked out from it. An act about
// the person puts another one in its place, so that it is worked out anew for
// them and for nobody else.
type heldFile struct {
	consent.File
	mu    sync.Mutex
	of    needsOf
	needs needs
}

// needs is what somebody's choices ask for on a day.
type needs struct {
	// soon are the choices that end soon, the soonest first, review why to go
	// through all of them, and after the withdrawals that are not finished.
	soon   []consent.Choice
	review []wording.Text
	after  []consent.FollowUp
}

func (n needs) count() int {
	count := len(n.soon) + len(n.after)
	if len(n.review) > 0 {
		count++
	}
	return count
}

// needsOf is everything besides the file that needs depend on.
type needsOf struct {
	day, term  record.Date
	safety     string
	limits     consent.Limits
	keyholders string
}

// needs are what a person's choices ask for on a day.
func (r *roll) needs(id member.ID, day record.Date, a around) needs {
	held, known := r.consents.files[id]
	if !known {
		return needs{}
	}
	of := needsOf{day: day, safety: r.safety(id), limits: a.limits, keyholders: fmt.Sprint(a.keyholders)}
	if term, ok := r.people[id].CurrentTerm(day); ok {
		of.term = term.Start
	}
	held.mu.Lock()
	defer held.mu.Unlock()
	if held.of != of {
		choices := held.Choices(day)
		held.of, held.needs = of, needs{soon: consent.EndingSoon(choices, day, a.limits.SoonDays), review: r.reviewDue(held.File, id, choices, day, a)}
		for _, f := range held.FollowUps() {
			if f.Open() {
				held.needs.after = append(held.needs.after, f)
			}
		}
	}
	return held.needs
}
