package consent

import (
	"holdfast/wording"
)

// Words is an event as a line of a person's timeline, without the day:
// "Agreed to quoting their words (Annual report) until 27 November 2026, in
// writing".
func (e Event) Words(kinds Kinds) wording.Text { return e.line(kinds.Doing(e.Purpose)) }

// ToThem is Words for the person whose choice it is: "Agreed to “Quote my
// words” (Annual report) until 27 November 2026, in writing".
func (e Event) ToThem(kinds Kinds) wording.Text {
	return e.line(wording.T("“{text}”", "text", kinds.Name(e.Purpose)))
}

func (e Event) line(doing wording.Text) wording.Text {
	said := e.said(doing)
	if e.Voice == TheGuardian && e.Kind != Decides {
		return wording.T("A guardian: {said}", "said", said)
	}
	return said
}

func (e Event) said(doing wording.Text) wording.Text {
	what := e.about(doing)
	if how := e.How.Form.AsSaid(); e.Kind.No() && !how.IsZero() {
		what = wording.T("{what}, {how}", "what", what, "how", how)
	}
	switch e.Kind {
	case Asked:
		return wording.T("Was asked about {what}", "what", what)
	case Deferred:
		return wording.T("Put off the answer about {what}", "what", what)
	case Given:
		return wording.T("Agreed to {what} until {date}, {how}", "what", what, "date", e.Terms.End, "how", e.How.Form.Name())
	case Limited:
		return wording.T("Agreed to a part: {what} until {date}, {how}", "what", what, "date", e.Terms.End, "how", e.How.Form.Name())
	case Renewed:
		return wording.T("Agreed again to {what} until {date}, {how}", "what", what, "date", e.Terms.End, "how", e.How.Form.Name())
	case Refused:
		return wording.T("Said no to {what}", "what", what)
	case Withdrawn:
		return wording.T("Took back the yes to {what}", "what", what)
	case Ended:
		return wording.T("We ended {what}", "what", what)
	default:
		return e.done(what)
	}
}

func (e Event) done(what wording.Text) wording.Text {
	switch e.Kind {
	case Reviewed:
		return wording.T("Went through everything, and nothing changed")
	case Approved:
		return wording.T("Saw the present version and approved it: {what}", "what", what)
	case Told:
		return wording.T("Was told what became of what they took back")
	case Decides:
		if e.Standing == nil || !e.Standing.Permission {
			return wording.T("Decides alone")
		}
		if e.Standing.DecidesFrom.IsZero() {
			return wording.T("A guardian’s permission is needed too")
		}
		return wording.T("A guardian’s permission is needed too, until they decide alone from {date}", "date", e.Standing.DecidesFrom)
	default:
		return wording.T("Something that a newer Holdfast wrote down")
	}
}
