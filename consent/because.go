package consent

import (
	"holdfast/wording"
)

// because is the reason for an answer, in one sentence.
func (i *inquiry) because(r Rule, e *Event) wording.Text {
	if e == nil {
		return i.becauseOfNo(r, &Event{Scope: Scope{Purpose: i.Purpose}})
	}
	name, what := i.called(), i.what(e)
	switch r {
	case Agreed:
		return i.agreed(e)
	case Expired:
		return wording.T("{name} agreed to {what} until {date}, and that is over.", "name", name, "what", what, "date", e.Terms.End)
	case CameOfAge:
		return wording.T("{name} decides alone since {date}, and has not been asked anew about {what}.",
			"name", name, "date", i.standing.DecidesFrom, "what", what)
	case NotYet:
		return wording.T("{name} agreed to {what} from {date} on, and not before.", "name", name, "what", what, "date", e.Terms.Start)
	case OtherUse:
		return wording.T("{name} agreed to {what}, and nothing covers this use.", "name", name, "what", what)
	case SayWhere:
		return wording.T("{name} agreed to {what}: say where it would be used.", "name", name, "what", what)
	case SayWhom:
		return wording.T("{name} agreed to {what}: say who would get it.", "name", name, "what", what)
	case OtherVersion:
		return wording.T("{name} has not seen what was changed since they agreed to {what}.", "name", name, "what", what)
	case UsedOnce:
		return wording.T("{name} agreed to one use, and that has been made.", "name", name)
	case ShowFirst:
		return wording.T("{name} agreed to {what} until {date}, and wants to see it before it goes out.",
			"name", name, "what", what, "date", i.lastDay(e))
	case NotFromThem:
		return wording.T("{name} does not want this recipient to get it.", "name", name)
	case InsideOnly:
		return wording.T("{name} agreed to {what}, inside the board only.", "name", name, "what", what)
	case CopyIsNotSafe:
		return wording.T("{name} can’t keep papers safely: this was written down since they agreed.", "name", name)
	default:
		return i.becauseOfNo(r, e)
	}
}

// becauseOfNo is because where nobody said yes.
func (i *inquiry) becauseOfNo(r Rule, e *Event) wording.Text {
	name, doing := i.called(), i.Kinds.Doing(i.Purpose)
	guardian := i.voice == TheGuardian
	switch {
	case guardian && (r == SaidNo || r == TookBack):
		return wording.T("{name} does not decide alone yet, and a guardian said no to {what} on {date}.", "name", name, "what", doing, "date", e.On)
	case r == PermissionMissing:
		return wording.T("{name} does not decide alone yet, and no guardian’s permission covers {what}.", "name", name, "what", doing)
	case r == SaidNo:
		return wording.T("{name} said no to {what} on {date}.", "name", name, "what", i.what(e), "date", e.On)
	case r == TookBack:
		return wording.T("{name} took back their yes to {what} on {date}.", "name", name, "what", i.what(e), "date", e.On)
	case r == EndedByUs:
		return wording.T("{name} had agreed to {what}, and we ended that on {date}.", "name", name, "what", i.what(e), "date", e.On)
	case r == WaitingForAnswer:
		return wording.T("{name} was asked about {what} on {date} and has not answered yet.", "name", name, "what", doing, "date", e.On)
	case r == PutOff && !e.Again.IsZero():
		return wording.T("{name} put off the answer about {what}: ask again from {date}.", "name", name, "what", doing, "date", e.Again)
	case r == PutOff:
		return wording.T("{name} put off the answer about {what}.", "name", name, "what", doing)
	default:
		return wording.T("{name} was not asked about {what}.", "name", name, "what", doing)
	}
}

// agreed is the sentence of a yes.
func (i *inquiry) agreed(e *Event) wording.Text {
	if i.Kinds.Public(e.Purpose) {
		return wording.T("{name} agreed to {what} until {date}, as {whom}.",
			"name", i.called(), "what", i.what(e), "date", i.lastDay(e), "whom", e.Terms.Attribution.Words())
	}
	return wording.T("{name} agreed to {what} until {date}.", "name", i.called(), "what", i.what(e), "date", i.lastDay(e))
}

// what is what an event is about, inside a sentence.
func (f File) what(e *Event) wording.Text { return e.about(f.Kinds.Doing(e.Purpose)) }

// about is a purpose in some words, with where and for whom.
func (e *Event) about(doing wording.Text) wording.Text {
	where := names(e.Channels)
	switch {
	case len(where) > 0 && e.Recipient != "":
		return wording.T("{what} ({where}, {recipient})", "what", doing, "where", where, "recipient", e.Recipient)
	case len(where) > 0:
		return wording.T("{what} ({where})", "what", doing, "where", where)
	case e.Recipient != "":
		return wording.T("{what} ({recipient})", "what", doing, "recipient", e.Recipient)
	default:
		return doing
	}
}

// basis is what stands below an answer.
func (e *Event) basis() wording.Text {
	switch {
	case e.Kind.Yes() && e.How.Notice.Version > 0:
		return wording.T("Agreed {date}, {how}, notice version {n}", "date", e.On, "how", e.How.Form.Name(), "n", e.How.Notice.Version)
	case e.Kind.Yes():
		return wording.T("Agreed {date}, {how}", "date", e.On, "how", e.How.Form.Name())
	case e.Kind.No():
		return wording.T("Said {date}", "date", e.On)
	default:
		return wording.Text{}
	}
}

// showing is what may show of the person, and what not.
func (t Terms) showing() []wording.Text {
	a := t.Attribution
	all := []wording.Text{wording.T("As: {whom}", "whom", a.Words())}
	if !a.Survivor {
		all = append(all, wording.T("Do not show that they are a survivor."))
	}
	if a.Role != "" {
		all = append(all, wording.T("With: {role}", "role", a.Role))
	}
	all = append(all, wording.T("Picture: {image}. Voice: {voice}. Place: {place}.",
		"image", a.Image.Name(), "voice", a.Voice.Name(), "place", a.Place.Name()))
	if !t.Edits {
		all = append(all, wording.T("Change nothing about it."))
	}
	if !t.Reuse {
		all = append(all, wording.T("For one use only."))
	}
	return all
}
