package consent

import (
	"regexp"
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// The longest texts that are kept, in characters.
const (
	longestLine  = 300
	longestProse = 4000
	longestList  = 40
)

// problems are what is wrong with a choice, a use or what goes with them.
type problems struct{ wording.Check }

func (p *problems) text(field, text string, most int) {
	if most == longestLine {
		p.Line(field, text, most)
	} else {
		p.Prose(field, text, most)
	}
}

// texts are pairs of a field and what stands in it.
func (p *problems) texts(most int, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		p.text(pairs[i], pairs[i+1], most)
	}
}

func (p *problems) list(field string, texts []string) {
	p.When(len(texts) > longestList, wording.Refuse(field, "At most {n} here.", "n", longestList))
	for _, t := range texts {
		p.When(strings.TrimSpace(t) == "", wording.Refuse(field, "One of these is empty. Take it out or fill it in."))
		p.text(field, t, longestLine)
	}
}

// Validate refuses an event that makes no sense by itself, with every problem
// at once. Whether it fits what was said before is Admit's question.
func (e Event) Validate(kinds Kinds, l Limits) error {
	var p problems
	p.Choice("kind", slices.Contains(EventKinds(), e.Kind))
	p.Choice("voice", e.Voice == ThePerson || e.Voice == TheGuardian)
	p.When(e.On.IsZero(), wording.Refuse("on", "Write on which day this was said."))
	p.When(e.Voice == TheGuardian && strings.TrimSpace(e.Guardian) == "", wording.Refuse("guardian", "Write down who the guardian is."))
	p.text("guardian", e.Guardian, longestLine)
	p.text("by", e.By, longestLine)
	p.text("why", e.Why, longestProse)
	p.When(e.Kind == Ended && strings.TrimSpace(e.Why) == "", wording.Refuse("why", "Write down why you end what was agreed; the person may ask."))
	if e.Kind == Decides {
		p.standing(e.Standing)
		return p.Err()
	}
	p.scope(e, kinds)
	if e.Kind.Yes() {
		p.terms(e, kinds, l)
		p.how(e, kinds)
	} else {
		p.Choice("form", e.How.Form == "" || slices.Contains(Forms(), e.How.Form))
	}
	return p.Err()
}

// scope checks what an event is about.
func (p *problems) scope(e Event, kinds Kinds) {
	whole := e.Purpose == Everything && !e.Kind.Yes() || e.Purpose == "" && (e.Kind == Reviewed || e.Kind == Told)
	p.When(!whole && !kinds.Known(e.Purpose), wording.Refuse("purpose", "There is no such kind of consent."))
	p.text("recipient", e.Recipient, longestLine)
	p.text("item", e.Item, longestLine)
	p.When(nobodySpecial(e.Recipient), wording.Refuse("recipient",
		"“Everyone” can’t be agreed to. Name one organisation or person; for what the public will see, say where it will be instead."))
	p.When(strings.ContainsAny(e.Recipient, ";|") || strings.Contains(e.Recipient, " / "),
		wording.Refuse("recipient", "One recipient at a time: write a yes for each of them."))
	p.When(len(e.Channels) > len(Channels())+longestList, wording.Refuse("channels", "At most {n} here.", "n", longestList))
	for _, c := range e.Channels {
		p.When(!c.Known(), wording.Refuse("channels", "There is no such place on the list."))
		p.text("channels", string(c), longestLine)
	}
}

// terms checks what is agreed.
func (p *problems) terms(e Event, kinds Kinds, l Limits) {
	t := e.Terms
	p.When(kinds.ToSomebody(e.Purpose) && strings.TrimSpace(e.Recipient) == "", wording.Refuse("recipient", "Write down to whom: one organisation or person."))
	p.When(kinds.Public(e.Purpose) && len(e.Channels) == 0, wording.Refuse("channels", "Write down where it may be used."))
	p.When(t.Start.IsZero(), wording.Refuse("start", "Write down from which day on."))
	p.When(t.End.IsZero(), wording.Refuse("end", "Every yes has an end. Write down the last day."))
	if !t.Start.IsZero() && !t.End.IsZero() {
		p.When(t.End.Before(t.Start), wording.Refuse("end", "The last day lies before the first one. Correct one of them."))
		p.When(t.End.After(l.longest(e.Purpose, t.Start)), wording.Refuse("end",
			"This is too long for one yes. Choose {date} or earlier, and ask again then.", "date", l.longest(e.Purpose, t.Start)))
	}
	p.When(t.Start.Before(e.On) && !t.Start.IsZero(), wording.Refuse("start", "Nobody can agree to what was before. Choose {date} or later.", "date", e.On))
	a := t.Attribution
	p.Choice("as", slices.Contains(Namings(), a.As))
	p.Choice("image", slices.Contains(Images(), a.Image))
	p.Choice("voice_heard", slices.Contains(Sounds(), a.Voice))
	p.Choice("place", slices.Contains(Places(), a.Place))
	p.When(a.As == Pseudonym && strings.TrimSpace(a.Shown) == "", wording.Refuse("shown", "Write down which name to use instead."))
	outside := slices.ContainsFunc(e.Channels, func(c Channel) bool { return !c.inside() })
	p.When(kinds.Public(e.Purpose) && a.As == InternalOnly && outside, wording.Refuse("as", "Write down how they want to be named there, or keep it inside the board."))
	p.When(t.ReviewDays < 0 || t.ReviewDays > 90, wording.Refuse("review_days", "This is a whole number from {least} to {most}.", "least", 0, "most", 90))
	p.texts(longestLine, "version", t.Version, "shown", a.Shown, "role", a.Role, "audience", t.Audience, "geography", t.Geography)
	p.texts(longestProse, "what", t.What, "reason", t.Reason, "method", t.Method)
	p.list("off_limits", t.OffLimits)
	p.list("excluded", t.Excluded)
	p.list("excluded_from", t.ExcludedFrom)
}

var hashForm = regexp.MustCompile(`^[0-9a-f]{64}$`)

// how checks in which way it was agreed. A release needs more: it has to be
// written, specific and informed (34 U.S.C. 12291(b)(2); 28 CFR 94.115;
// 42 U.S.C. 10406(c)(5)).
func (p *problems) how(e Event, kinds Kinds) {
	h := e.How
	p.Choice("form", slices.Contains(Forms(), h.Form))
	p.When(h.Form == Spoken && strings.TrimSpace(h.Witness) == "", wording.Refuse("witness", "Write down who was there when it was said."))
	p.Choice("copy", h.Copy == "" || slices.Contains(Copies(), h.Copy))
	p.When(!h.NoCondition, wording.Refuse("never_a_condition",
		"Tell them that neither their place on the board nor their pay depends on it. A yes that was a condition is none."))
	p.When(h.Notice.Version < 1 || !hashForm.MatchString(h.Notice.Hash), wording.Refuse("notice", "Write down which notice was shown: its version and the hash of its words."))
	p.texts(longestLine, "witness", h.Witness, "language", h.Language, "interpreter", h.Interpreter, "support_person", h.SupportPerson)
	if e.Purpose != Release {
		return
	}
	t := e.Terms
	p.When(h.Form != Written, wording.Refuse("form", "A release of information has to be written and signed."))
	p.When(strings.TrimSpace(t.What) == "", wording.Refuse("what", "Write down exactly which information may be passed on."))
	p.When(strings.TrimSpace(t.Reason) == "", wording.Refuse("reason", "Write down why it is passed on."))
	p.When(strings.TrimSpace(t.Method) == "", wording.Refuse("method", "Write down how it is passed on: on the telephone, by letter, in person."))
	p.When(!h.Risks, wording.Refuse("risks_discussed", "Talk about what could go wrong first; without that a release is not informed."))
	p.When(!h.Alternatives, wording.Refuse("alternatives_discussed", "Talk about other ways first; without that a release is not informed."))
	p.When(h.Copy == "", wording.Refuse("copy", "Write down what became of the copy: given, not wanted, or not safe."))
}

// standing checks who decides for somebody.
func (p *problems) standing(s *Standing) {
	if s == nil {
		p.When(true, wording.Refuse("standing", "Write down who decides."))
		return
	}
	p.list("guardians", s.Guardians)
	p.list("excluded", s.Excluded)
	for _, g := range s.Guardians {
		p.When(slices.ContainsFunc(s.Excluded, func(x string) bool { return same(x, g) }), excludedGuardian("guardians"))
	}
	p.When(!s.Permission && (len(s.Guardians) > 0 || len(s.Alone) > 0), wording.Refuse("permission_needed", "A guardian is named, and no permission is needed. Correct one of the two."))
}

func excludedGuardian(field string) error {
	return wording.Refuse(field, "This person may not decide for them. Somebody else has to, or a court.")
}

// Admit refuses an event that does not fit what was said before, or that is
// dated after today. Nothing is lost by it: what was typed can be corrected.
func (f File) Admit(e Event, today record.Date) error {
	var p problems
	p.When(e.On.After(today), wording.Refuse("on", "This day has not come yet. Write it down once it was said."))
	if e.Voice == TheGuardian {
		s := f.Standing(e.On)
		p.When(!s.Permission || !s.DecidesFrom.IsZero() && !e.On.Before(s.DecidesFrom),
			wording.Refuse("voice", "They decide alone. Write down what they say themselves."))
		p.When(!s.mayPermit(e.Guardian), excludedGuardian("guardian"))
	}
	switch e.Kind {
	case Withdrawn, Ended:
		p.When(!f.unsaid(e), wording.Refuse("purpose", "There is no yes to this, so nothing can be taken back. Write down a no instead."))
	case Renewed:
		p.When(!slices.ContainsFunc(f.Events, func(o Event) bool { return o.Kind.Yes() && o.Voice == e.Voice && o.sameThing(&e) }),
			wording.Refuse("kind", "There was no yes to this yet, so it can’t be renewed. Write down a new one."))
	case Deferred:
		p.When(!e.Again.IsZero() && !e.Again.After(e.On), wording.Refuse("again", "Choose a later day."))
	case Told:
		no, ok := f.Event(e.About)
		p.When(!ok || !no.Kind.No(), wording.Refuse("about", "There is no such withdrawal."))
	}
	if e.Kind.Yes() && e.On.Before(today) {
		p.When(slices.ContainsFunc(f.Events, func(no Event) bool {
			return no.Kind.No() && no.Voice == e.Voice && no.On == e.On && no.Scope.meets(e.Scope)
		}), wording.Refuse("on", "On that day they also said no, and which came last is not known. Ask them again, and write that down."))
	}
	return p.Err()
}

// unsaid says whether there is a yes, or a part of one, that a no would end.
func (f File) unsaid(no Event) bool {
	f.Events = slices.DeleteFunc(slices.Clone(f.Events), func(e Event) bool { return e.Kind.Yes() && !no.ends(&e) })
	lastDay := record.Date{Year: 9999, Month: 12, Day: 31}
	return slices.ContainsFunc(f.rows(no.Voice, lastDay), func(r row) bool {
		return r.event.Kind.Yes() && no.Scope.meets(r.Scope)
	})
}

// meets says whether there is anything that both scopes are about.
func (s Scope) meets(t Scope) bool {
	return (s.Purpose.covers(t.Purpose) || t.Purpose.covers(s.Purpose)) &&
		(s.Recipient == "" || t.Recipient == "" || same(s.Recipient, t.Recipient)) &&
		(s.Item == "" || t.Item == "" || same(s.Item, t.Item)) &&
		(len(s.Channels) == 0 || len(t.Channels) == 0 || overlap(s.Channels, t.Channels))
}
