package contact

import (
	"slices"

	"holdfast/wording"
)

// conditions are what to mind on an open way, what matters most first.
func (q question) conditions() []wording.Text {
	mind := append(spoken(q.onlyWithWord(), q.onlyAbout()), q.naming()...)
	mind = append(mind, q.way.sharing()...)
	switch {
	case q.way.Kind == Phone:
		mind = append(mind, q.way.calling()...)
	case q.way.Kind.written():
		mind = append(mind, q.way.writing()...)
	case q.way.Kind == Post:
		mind = append(mind, q.way.posting()...)
	}
	return mind
}

// onlyWithWord is the demand for the code word, where there is one.
func (q question) onlyWithWord() wording.Text {
	if q.way.Safe != SafeWithWord {
		return wording.Text{}
	}
	return wording.T("Go on only after the code word “{word}”.", "word", q.sheet.SafeWord.Say)
}

// onlyAbout is the limit of what an open way may be used for, where there is
// one.
func (q question) onlyAbout() wording.Text {
	open := q.open()
	if len(open) == len(Purposes()) {
		return wording.Text{}
	}
	return wording.T("Only about {purposes}.", "purposes", namesOf(open))
}

// spoken are the texts that say anything.
func spoken(texts ...wording.Text) []wording.Text {
	return slices.DeleteFunc(texts, wording.Text.IsZero)
}

func namesOf(purposes []Purpose) wording.List {
	var names wording.List
	for _, p := range purposes {
		names = append(names, p.Name())
	}
	return names
}

func (q question) naming() []wording.Text {
	from := q.sheet.from()
	switch {
	case q.way.Naming == NamedFreely:
		return nil
	case q.way.Naming == NamedNeutral && from != "":
		return []wording.Text{wording.T("Name the organisation only as “{from}”.", "from", from)}
	case q.way.Naming == NamedNeutral:
		return []wording.Text{wording.T("Name the organisation only by a neutral name.")}
	default:
		return []wording.Text{wording.T("Do not name the organisation.")}
	}
}

func (c Channel) sharing() []wording.Text {
	var mind []wording.Text
	if c.SharedDevice != "" {
		mind = append(mind, wording.T("The device is shared with {whom}: nothing that they may not know.", "whom", unstopped(c.SharedDevice)))
	}
	if c.SharedAccount != "" {
		mind = append(mind, wording.T("The account is shared with {whom}: nothing that they may not know.", "whom", unstopped(c.SharedAccount)))
	}
	return mind
}

func (c Channel) calling() []wording.Text {
	var mind []wording.Text
	switch c.Voicemail {
	case AnyVoicemail:
		mind = append(mind, wording.T("A voicemail is all right."))
	case VagueVoicemail:
		mind = append(mind, wording.T("A voicemail may hold a name and when to call back, and nothing else."))
	default:
		mind = append(mind, wording.T("Leave no voicemail."))
	}
	if !c.ShowCallerID {
		mind = append(mind, wording.T("Hide your caller ID."))
	}
	if c.Dropped == DroppedCallBack {
		return append(mind, wording.T("If the call breaks off: call back once."))
	}
	return append(mind, wording.T("If the call breaks off: wait, do not call back."))
}

func (c Channel) writing() []wording.Text {
	var mind []wording.Text
	if c.Disappearing {
		mind = append(mind, wording.T("Disappearing messages must be on."))
	}
	switch {
	case c.Subject != "":
		mind = append(mind, wording.T("The subject is “{subject}”, always.", "subject", c.Subject))
	case c.Kind == Email:
		mind = append(mind, wording.T("Use a subject that gives nothing away."))
	}
	if c.DisplayName != "" {
		mind = append(mind, wording.T("Write under the name “{name}”.", "name", c.DisplayName))
	}
	if !c.Attachments {
		mind = append(mind, wording.T("No attachments."))
	}
	if c.invites() {
		return append(mind, wording.T("A calendar invite may only be called “{title}”.", "title", c.CalendarTitle))
	}
	return append(mind, wording.T("No calendar invites."))
}

// invites says whether calendar invites may be sent: only under a title.
func (c Channel) invites() bool { return c.Calendar && c.CalendarTitle != "" }

func (c Channel) posting() []wording.Text {
	var mind []wording.Text
	if !c.MarkedEnvelope {
		mind = append(mind, wording.T("Use a plain envelope."))
	}
	if c.Return == BoxReturn {
		mind = append(mind, wording.T("The return address is a post office box."))
	} else {
		mind = append(mind, wording.T("No return address."))
	}
	if c.SubstituteOnly {
		mind = append(mind, wording.T("Post only to the substitute address."))
	}
	return mind
}
