package consent

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// May says whether something may be done. It reads every no that it is given,
// whatever day that carries, and every yes up to the day that is asked about.
// A minor's yes and their guardian's permission are two answers, and the
// stricter one holds.
func (f File) May(q Question) Answer {
	s := f.Standing(q.Day)
	own := f.asked(q, ThePerson, s)
	if !s.needsPermission(q.Purpose, q.Day) {
		return own
	}
	permission := f.asked(q, TheGuardian, s)
	switch {
	case own.Verdict != Yes && own.Verdict.width() <= permission.Verdict.width():
		return own
	case permission.Verdict != Yes:
		return permission
	}
	own.Conditions = union(own.Conditions, permission.Conditions)
	own.Attribution = narrower(own.Attribution, permission.Attribution)
	own.Rests = append(own.Rests, permission.Rests...)
	if permission.Until.Before(own.Until) {
		own.Until = permission.Until
	}
	return own
}

// inquiry is a question put to the words of one voice.
type inquiry struct {
	File
	Question
	voice    Voice
	standing Standing
	// about are the events of the voice that are of the purpose, in order.
	// noes are those that forbid what is asked, parts those that forbid at
	// least a part of it, yeses what was ever agreed about it, and unended
	// those of them that no no has ended.
	about, noes, parts, yeses, unended places
}

// asked answers from the words of one voice.
func (f File) asked(q Question, voice Voice, s Standing) Answer {
	i := &inquiry{File: f, Question: q, voice: voice, standing: s}
	i.gather()
	if live := i.live(); live != nil {
		return i.allowed(live)
	}
	return i.notAllowed()
}

// without are those of some yeses that none of some noes ends. A no ends every
// yes that stands before it, so only those after the last one are looked at; it
// is for wrong clocks and late papers that there is anything to look at (see
// Event.ends).
func (i *inquiry) without(yeses, noes places) places {
	if len(noes) == 0 {
		return yeses
	}
	last := i.at(noes[len(noes)-1])
	after, _ := slices.BinarySearchFunc(yeses, last, func(yes int32, no *Event) int { return inOrder(i.at(yes), no) })
	return slices.DeleteFunc(slices.Clone(yeses[after:]), func(yes int32) bool { return i.ended(i.at(yes), noes) })
}

// ended says whether one of some noes ends a yes.
func (i *inquiry) ended(yes *Event, noes places) bool {
	return slices.ContainsFunc(noes, func(no int32) bool { return i.at(no).ends(yes) })
}

// at is the event at a place.
func (i *inquiry) at(place int32) *Event { return &i.Events[place] }

// covers says whether a yes is about what is asked, whenever it was given and
// holds.
func (i *inquiry) covers(yes *Event) bool {
	return i.counts(yes) && i.where(yes) && i.whom(yes) &&
		(yes.Item == "" || same(yes.Item, i.Item))
}

// counts says whether a yes allows anything of the purpose at all.
func (i *inquiry) counts(yes *Event) bool {
	return yes.Purpose != Everything && yes.Purpose.covers(i.Purpose) &&
		(i.voice == ThePerson || i.standing.mayPermit(yes.Guardian))
}

func (i *inquiry) where(yes *Event) bool {
	if len(yes.Channels) == 0 {
		return !i.Kinds.Public(i.Purpose)
	}
	return slices.ContainsFunc(yes.Channels, func(c Channel) bool { return c.covers(i.Channel) })
}

func (i *inquiry) whom(yes *Event) bool {
	if yes.Recipient == "" {
		return !i.Kinds.ToSomebody(i.Purpose)
	}
	return same(yes.Recipient, i.Recipient)
}

// touches says whether a no forbids what is asked. A no to a part of it (one
// item, one recipient, one network) does not: it becomes a condition.
func (s Scope) touches(q Question) bool {
	return s.Purpose.covers(q.Purpose) && (s.Recipient == "" || same(s.Recipient, q.Recipient)) &&
		(s.Item == "" || same(s.Item, q.Item)) &&
		(len(s.Channels) == 0 || slices.ContainsFunc(s.Channels, func(c Channel) bool { return c.covers(q.Channel) }))
}

// live is the yes that holds on the day, or nil: of several the one that was
// meant most closely, and of those the latest.
func (i *inquiry) live() *Event {
	var best *Event
	for _, n := range i.unended {
		if yes := i.at(n); i.holds(yes) && (best == nil || closeness(yes) >= closeness(best)) {
			best = yes
		}
	}
	return best
}

func closeness(e *Event) int {
	n := 0
	if e.Item != "" {
		n += 2
	}
	if e.Recipient != "" {
		n++
	}
	return n
}

// holds says whether a yes is in force on the day.
func (i *inquiry) holds(yes *Event) bool {
	return !i.Day.Before(yes.Terms.Start) && !i.Day.After(yes.Terms.End) &&
		!i.standing.outgrown(yes, i.Day) && !i.replaced(yes)
}

// replaced says whether a later yes about the same thing has taken the place
// of this one by the day.
func (i *inquiry) replaced(yes *Event) bool {
	for _, n := range slices.Backward(i.about) {
		later := i.at(n)
		if later == yes {
			return false
		}
		if later.Kind.Yes() && i.counts(later) && later.sameThing(yes) && !later.On.After(i.Day) && !later.Terms.Start.After(i.Day) {
			return true
		}
	}
	return false
}

// sameThing says whether two yeses are about one thing, so that the later one
// replaces the earlier: the same purpose, recipient and item, and at least one
// channel in common.
func (e *Event) sameThing(o *Event) bool {
	return e.Purpose == o.Purpose && same(e.Recipient, o.Recipient) && same(e.Item, o.Item) &&
		(len(e.Channels) == 0 || len(o.Channels) == 0 || overlap(e.Channels, o.Channels))
}

// overlap says whether two lists of places have one in common.
func overlap(a, b []Channel) bool {
	return slices.ContainsFunc(a, func(c Channel) bool {
		return slices.ContainsFunc(b, func(d Channel) bool { return c.covers(d) || d.covers(c) })
	})
}

// allowed is the answer where a yes holds: its own conditions may still ask
// to wait.
func (i *inquiry) allowed(yes *Event) Answer {
	a := Answer{Verdict: Yes, State: State(yes.Kind), Rule: i.stillToDo(yes), Conditions: i.conditions(yes),
		Attribution: yes.Terms.Attribution, Until: i.lastDay(yes), Rests: []record.ID{yes.ID}, Basis: yes.basis()}
	if a.Rule == NotFromThem {
		a.Verdict = No
	} else if a.Rule != Agreed {
		a.Verdict = AskFirst
	}
	a.Because = i.because(a.Rule, yes)
	return a
}

// stillToDo is what a yes asks for before it may be used, or Agreed.
func (i *inquiry) stillToDo(yes *Event) Rule {
	t := &yes.Terms
	switch {
	case i.Recipient != "" && slices.ContainsFunc(t.ExcludedFrom, func(who string) bool { return same(who, i.Recipient) }):
		return NotFromThem
	case i.Kinds.Public(i.Purpose) && t.Attribution.As == InternalOnly && !i.Channel.inside():
		return InsideOnly
	case t.Version != "" && i.Version != "" && t.Version != i.Version:
		return OtherVersion
	case !t.Reuse && i.usedElsewhere(yes):
		return UsedOnce
	case t.Review && i.Kinds.Public(i.Purpose) && !i.approved():
		return ShowFirst
	case i.Purpose == OwnCopy && i.copyNotSafe(yes):
		return CopyIsNotSafe
	default:
		return Agreed
	}
}

// usedElsewhere says whether what may be used once was used, in another place
// than the one that is asked about.
func (i *inquiry) usedElsewhere(yes *Event) bool {
	return i.Kinds.Public(i.Purpose) && slices.ContainsFunc(i.Uses, func(u Use) bool {
		return slices.Contains(u.Under, yes.ID) && u.Allowed && !u.On.After(i.Day) &&
			!(u.Channel == i.Channel && same(u.Recipient, i.Recipient) && same(u.Item, i.Item) && u.Version == i.Version && u.On == i.Day)
	})
}

// lastUsed is the day on which a yes to something public was last made use of,
// before the one that is asked about; zero where it never was.
func (i *inquiry) lastUsed(yes *Event) (last record.Date) {
	for _, u := range i.Uses {
		if i.Kinds.Public(i.Purpose) && slices.Contains(u.Under, yes.ID) && u.On.Before(i.Day) {
			last = u.On
		}
	}
	return last
}

// approved says whether the person has seen exactly what would go out.
func (i *inquiry) approved() bool {
	return slices.ContainsFunc(i.about, func(n int32) bool {
		e := i.at(n)
		return e.Kind == Approved && !e.On.After(i.Day) && e.Purpose.covers(i.Purpose) &&
			same(e.Item, i.Item) && e.Terms.Version == i.Version && (i.Item != "" || i.Version != "") &&
			!i.ended(e, i.noes)
	})
}

// copyNotSafe says whether somebody wrote down since that a copy is not safe.
func (i *inquiry) copyNotSafe(yes *Event) bool {
	last := CopyGiven
	i.each(func(x *index) places { return x.copies }, func(e *Event) {
		if e.How.Copy != "" && inOrder(yes, e) <= 0 && !e.On.After(i.Day) {
			last = e.How.Copy
		}
	})
	return last == CopyNotSafe
}

// lastDay is the last day on which a yes holds.
func (i *inquiry) lastDay(yes *Event) record.Date {
	end := yes.Terms.End
	if from := i.standing.DecidesFrom; !from.IsZero() && yes.On.Before(from) && !end.Before(from) {
		return from.AddDays(-1)
	}
	return end
}

// inside says whether nothing leaves the board there.
func (c Channel) inside() bool { return c == Internal || c == Notes }

func union(a, b []wording.Text) []wording.Text {
	for _, text := range b {
		if !slices.ContainsFunc(a, func(t wording.Text) bool { return t.String() == text.String() }) {
			a = append(a, text)
		}
	}
	return a
}
