package board

import (
	"slices"
	"strings"
	"time"

	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
)

// policy is what holds for contacts with a person at an instant besides their
// sheet: the settings, a leave, and what they said about being contacted.
func (r *roll) policy(m member.Member, at time.Time) contact.Policy {
	return agreed(r.settings.policy(m), m.Stage(), r.file(m.ID), r.dayOf(m.ID, at))
}

// policyThen is policy as it was known at an instant that is past.
func (r *roll) policyThen(m member.Member, at time.Time) contact.Policy {
	step, file := m.StepOn(record.DateOf(at.In(r.settings.Location()))), r.file(m.ID)
	file.Events = slices.DeleteFunc(slices.Clone(file.Events), func(e consent.Event) bool { return e.At.After(at) })
	return agreed(r.settings.policyOf(step), step.Stage, file, r.dayOf(m.ID, at))
}

// agreed adds to a policy what a person said about being contacted. Where
// nobody asked them, the sheet alone decides, as it does for all who never
// gave or refused a consent. A no forbids; a yes that is over leaves open only
// the question whether it goes on.
func agreed(p contact.Policy, stage member.Stage, file consent.File, day record.Date) contact.Policy {
	asked := slices.ContainsFunc(file.Events, func(e consent.Event) bool {
		return e.Purpose == consent.AlumniContact || e.Purpose == consent.Everything || strings.HasPrefix(string(e.Purpose), string(consent.ToContact))
	})
	if !asked {
		return p
	}
	for _, purpose := range contact.Purposes() {
		purposes := []consent.Purpose{consent.Contacting(string(purpose))}
		if stage == member.Alumni {
			purposes = append(purposes, consent.AlumniContact)
		}
		for _, about := range purposes {
			switch a := file.May(consent.Question{Purpose: about, Day: day}); {
			case a.Verdict == consent.No:
				p.Refused = append(p.Refused, purpose)
			case lapsed(a.Rule) && purpose != contact.ConsentQuestion:
				p.Lapsed = append(p.Lapsed, purpose)
			}
		}
	}
	return p
}

// lapsed says whether there was a yes that does not hold any more, or not by
// itself.
func lapsed(r consent.Rule) bool {
	switch r {
	case consent.Expired, consent.EndedByUs, consent.CameOfAge, consent.PermissionMissing:
		return true
	}
	return false
}
