package consent

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// notAllowed is the answer where no yes holds.
func (i *inquiry) notAllowed() Answer {
	rule, state, on := i.why()
	a := Answer{Verdict: AskFirst, State: state, Rule: rule, Because: i.because(rule, on)}
	if rule == SaidNo || rule == TookBack {
		a.Verdict = No
	}
	if on != nil {
		a.Rests, a.Basis = []record.ID{on.ID}, on.basis()
		if on.Kind.Yes() && a.Verdict != No {
			a.Conditions = i.conditions(on)
		}
	}
	return a
}

// why is the rule by which nothing is allowed, the state, and the event that
// says so, nil where there is none.
func (i *inquiry) why() (Rule, State, *Event) {
	if n := len(i.unended); n > 0 {
		yes := i.at(i.unended[n-1])
		switch {
		case i.standing.outgrown(yes, i.Day):
			return CameOfAge, StateExpired, yes
		case i.Day.Before(yes.Terms.Start):
			return NotYet, StateGiven, yes
		case i.Day.After(yes.Terms.End):
			return Expired, StateExpired, yes
		}
		// Replaced by one that no longer covers it, or that is over: look at
		// what else there is.
	}
	if rule, state, no := i.forbidden(); no != nil {
		return rule, state, no
	}
	if i.voice == TheGuardian {
		return PermissionMissing, NotAsked, nil
	}
	if other := i.nearby(); other != nil {
		switch {
		case i.Kinds.Public(i.Purpose) && i.Channel == "":
			return SayWhere, NotAsked, other
		case i.Kinds.ToSomebody(i.Purpose) && i.Recipient == "":
			return SayWhom, NotAsked, other
		}
		return OtherUse, NotAsked, other
	}
	return i.waiting()
}

// forbidden is the no that holds. What the person refused or took back weighs
// more than what we ended.
func (i *inquiry) forbidden() (Rule, State, *Event) {
	var last *Event
	for _, n := range slices.Backward(i.noes) {
		no := i.at(n)
		if n := len(i.yeses); n > 0 && !no.ends(i.at(i.yeses[n-1])) {
			continue // they have agreed since
		}
		if last == nil {
			last = no
		}
		if no.Kind != Ended {
			last = no
			break
		}
	}
	switch {
	case last == nil:
		return "", "", nil
	case last.Kind == Refused:
		return SaidNo, StateRefused, last
	case last.Kind == Withdrawn:
		return TookBack, StateWithdrawn, last
	default:
		return EndedByUs, StateEnded, last
	}
}

// nearby is the latest yes of the purpose that holds on the day and is about
// something else than what is asked, or nil.
func (i *inquiry) nearby() *Event {
	for _, n := range slices.Backward(i.about) {
		yes := i.at(n)
		if yes.Kind.Yes() && !yes.On.After(i.Day) && i.counts(yes) && i.holds(yes) && !i.takenBack(yes) {
			return yes
		}
	}
	return nil
}

// takenBack says whether a no leaves nothing of a yes. The last one is looked
// at first: it is what most yeses end by.
func (i *inquiry) takenBack(yes *Event) bool {
	for _, n := range slices.Backward(i.about) {
		if no := i.at(n); no.Kind.No() && no.ends(yes) && no.Scope.answers(yes.Scope) {
			return true
		}
	}
	return false
}

// left are the channels that a no with channels does not take.
func (s Scope) left(channels []Channel) []Channel {
	return slices.DeleteFunc(slices.Clone(channels), func(c Channel) bool {
		return slices.ContainsFunc(s.Channels, func(d Channel) bool { return d.covers(c) })
	})
}

// waiting is how it stands where nobody has answered.
func (i *inquiry) waiting() (Rule, State, *Event) {
	for _, n := range slices.Backward(i.about) {
		e := i.at(n)
		if e.On.After(i.Day) || !e.Scope.touches(i.Question) {
			continue
		}
		switch e.Kind {
		case Asked:
			return WaitingForAnswer, StateAsked, e
		case Deferred:
			return PutOff, StateDeferred, e
		}
	}
	return NobodyAsked, NotAsked, nil
}

// conditions are what to mind with a yes: its own terms, and the parts of it
// that were refused or taken back.
func (i *inquiry) conditions(yes *Event) []wording.Text {
	terms := yes.Terms
	terms.Review = terms.Review && !i.approved()
	all := terms.conditions()
	if i.Kinds.Public(i.Purpose) {
		all = append(yes.Terms.showing(), all...)
	}
	if used := i.lastUsed(yes); terms.Reuse && !used.IsZero() {
		all = append(all, wording.T("It was used before, on {date}: check in with them before a new use.", "date", used))
	}
	for _, n := range i.parts {
		if no := i.at(n); no.ends(yes) {
			all = union(all, i.except(no))
		}
	}
	return all
}

// scope is the question as a scope.
func (i *inquiry) scope() Scope {
	s := Scope{Purpose: i.Purpose, Recipient: i.Recipient, Item: i.Item}
	if i.Channel != "" {
		s.Channels = []Channel{i.Channel}
	}
	return s
}

// except is what a no to a part of the question leaves out of it.
func (i *inquiry) except(no *Event) []wording.Text {
	switch {
	case !no.Purpose.covers(i.Purpose):
		return []wording.Text{wording.T("Not this: {what}.", "what", i.Kinds.Doing(no.Purpose))}
	case no.Recipient != "" && i.Recipient == "":
		return []wording.Text{wording.T("Never to: {things}.", "things", no.Recipient)}
	case no.Item != "" && i.Item == "" && no.Terms.What != "":
		return []wording.Text{wording.T("Leave out: {things}.", "things", no.Terms.What)}
	case no.Item != "" && i.Item == "":
		return []wording.Text{wording.T("Leave out: {things}.", "things", no.Item)}
	case len(no.Channels) > 0:
		return []wording.Text{wording.T("Not in: {where}.", "where", names(no.Channels))}
	default:
		return nil
	}
}
