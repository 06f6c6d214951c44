package consent

import (
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Purpose is what somebody is asked about. One of the constants, one of
// ToContact with what the contact is about ("contact.pay"), or one of the
// board's own ("own." and its ID, see Own).
type Purpose string

// The purposes. Everything stands in a no only: it is all of them.
const (
	KeepRecord     Purpose = "keep_record"
	ToContact      Purpose = "contact"
	Release        Purpose = "release"
	TellStory      Purpose = "story"
	QuoteWords     Purpose = "quote"
	ShowPhoto      Purpose = "photo"
	PlayAudio      Purpose = "audio"
	ShowVideo      Purpose = "video"
	UseName        Purpose = "name"
	RecordMeeting  Purpose = "meeting_recording"
	SpeakToMedia   Purpose = "media"
	SpeakInPublic  Purpose = "speaking"
	Research       Purpose = "research"
	GiveReference  Purpose = "reference"
	AlumniContact  Purpose = "alumni_contact"
	EmergencyUse   Purpose = "emergency_contact"
	PayData        Purpose = "payment_data"
	HelperInformed Purpose = "helper_informed"
	OwnCopy        Purpose = "own_copy"
	Everything     Purpose = "everything"
)

// Purposes are all purposes that can be agreed to, in the order of a form,
// without the board's own.
func Purposes() []Purpose {
	return []Purpose{KeepRecord, ToContact, Release, TellStory, QuoteWords, ShowPhoto, PlayAudio, ShowVideo,
		UseName, RecordMeeting, SpeakToMedia, SpeakInPublic, Research, GiveReference, AlumniContact,
		EmergencyUse, PayData, HelperInformed, OwnCopy}
}

const ownPrefix = "own."

// ContactsAbout are what a contact may be about, as package contact names it.
func ContactsAbout() []string {
	return []string{"logistics", "check_in", "consent_question", "pay", "board_work", "emergency", "other"}
}

// Contacting is ToContact about one thing ("pay"), as package contact names
// it; "" is about anything.
func Contacting(about string) Purpose {
	if about == "" {
		return ToContact
	}
	return ToContact + "." + Purpose(about)
}

// Own is a kind of consent that a board added itself.
type Own struct {
	ID record.ID `json:"id"`
	// Name is what the person agrees to, as it stands after "agreed to":
	// "carrying the banner".
	Name string `json:"name"`
	// ToSomebody: there must be one recipient. Public: it must be said where.
	ToSomebody bool `json:"to_somebody,omitempty"`
	Public     bool `json:"public,omitempty"`
	// Says, Risks and Alternatives are the board's own notice, version
	// Revision (from 1).
	Says         []string `json:"says"`
	Risks        []string `json:"risks,omitempty"`
	Alternatives []string `json:"alternatives,omitempty"`
	Revision     int      `json:"revision"`
	// Retired kinds are not offered any more.
	Retired bool `json:"retired,omitempty"`
}

// OwnSchema describes the board's own kinds as records.
func OwnSchema() record.Schema[Own] {
	return record.Schema[Own]{
		Collection: "consent_kind", Version: 1,
		Key: func(o Own) record.Key { return record.Key(o.ID) },
	}
}

// Purpose is the kind as a Purpose.
func (o Own) Purpose() Purpose { return ownPrefix + Purpose(o.ID) }

// Kinds are the board's own kinds. With them every purpose can be named.
type Kinds []Own

func (k Kinds) find(p Purpose) (Own, bool) {
	i := slices.IndexFunc(k, func(o Own) bool { return o.Purpose() == p })
	if i < 0 {
		return Own{}, false
	}
	return k[i], true
}

// Known says whether p can be agreed to: a shipped purpose, a contact about
// something, or one of these kinds.
func (k Kinds) Known(p Purpose) bool {
	if slices.Contains(Purposes(), p) {
		return true
	}
	if about, ok := strings.CutPrefix(string(p), string(ToContact)+"."); ok {
		return slices.Contains(ContactsAbout(), about)
	}
	_, own := k.find(p)
	return own
}

// covers says whether what is true of p is true of q: they are the same, p is
// Everything, or q is a part of p ("contact" and "contact.pay").
func (p Purpose) covers(q Purpose) bool {
	return p == q || p == Everything || part(string(p), string(q))
}

// part says whether one dotted name is a part of another ("contact.pay" of
// "contact").
func part(whole, of string) bool {
	return len(of) > len(whole) && of[len(whole)] == '.' && strings.HasPrefix(of, whole)
}

// ToSomebody says whether the purpose passes something on to one recipient,
// who must be named.
func (k Kinds) ToSomebody(p Purpose) bool {
	switch p {
	case Release, GiveReference, PayData, HelperInformed, Research:
		return true
	}
	o, _ := k.find(p)
	return o.ToSomebody
}

// Public says whether something comes before others' eyes, so that where must
// be named.
func (k Kinds) Public(p Purpose) bool {
	switch p {
	case TellStory, QuoteWords, ShowPhoto, PlayAudio, ShowVideo, UseName, SpeakToMedia:
		return true
	}
	o, _ := k.find(p)
	return o.Public
}

// Name is the purpose at the head of a row, as the person would say it:
// "Quote my words".
func (k Kinds) Name(p Purpose) wording.Text {
	switch p {
	case KeepRecord:
		return wording.T("Keep my record here")
	case Release:
		return wording.T("Share facts about me")
	case TellStory:
		return wording.T("Tell my story")
	case QuoteWords:
		return wording.T("Quote my words")
	case ShowPhoto:
		return wording.T("Show a photo of me")
	case PlayAudio:
		return wording.T("Use my voice")
	case ShowVideo:
		return wording.T("Show a video of me")
	case UseName:
		return wording.T("Use my name")
	case RecordMeeting:
		return wording.T("Record meetings")
	case SpeakToMedia:
		return wording.T("Put me in touch with the media")
	case SpeakInPublic:
		return wording.T("Ask me to speak in public")
	}
	return k.otherName(p)
}

func (k Kinds) otherName(p Purpose) wording.Text {
	switch p {
	case Research:
		return wording.T("Use what I say in research")
	case GiveReference:
		return wording.T("Give a reference for me")
	case AlumniContact:
		return wording.T("Stay in touch after I leave")
	case EmergencyUse:
		return wording.T("Call my emergency contact")
	case PayData:
		return wording.T("Pass on what is needed to pay me")
	case HelperInformed:
		return wording.T("Tell my interpreter or support person")
	case OwnCopy:
		return wording.T("Give me papers to keep")
	case Everything:
		return wording.T("Everything")
	}
	if about, ok := strings.CutPrefix(string(p), string(ToContact)); ok {
		return contactName(strings.TrimPrefix(about, "."))
	}
	if o, known := k.find(p); known {
		return wording.T("{name}", "name", o.Name)
	}
	return wording.T("Something of this board’s own")
}

func contactName(about string) wording.Text {
	switch about {
	case "":
		return wording.T("Contact me")
	case "logistics":
		return wording.T("Contact me about logistics")
	case "check_in":
		return wording.T("Contact me to check in")
	case "consent_question":
		return wording.T("Contact me with a question about consent")
	case "pay":
		return wording.T("Contact me about pay")
	case "board_work":
		return wording.T("Contact me about board work")
	case "emergency":
		return wording.T("Contact me in an emergency")
	default:
		return wording.T("Contact me about something else")
	}
}

// Doing is the purpose inside a sentence, after "agreed to".
func (k Kinds) Doing(p Purpose) wording.Text {
	switch p {
	case KeepRecord:
		return wording.T("keeping their record")
	case Release:
		return wording.T("sharing facts about them")
	case TellStory:
		return wording.T("telling their story")
	case QuoteWords:
		return wording.T("quoting their words")
	case ShowPhoto:
		return wording.T("showing a photo of them")
	case PlayAudio:
		return wording.T("using their voice")
	case ShowVideo:
		return wording.T("showing a video of them")
	case UseName:
		return wording.T("using their name")
	case RecordMeeting:
		return wording.T("recording meetings")
	case SpeakToMedia:
		return wording.T("being put in touch with the media")
	case SpeakInPublic:
		return wording.T("being asked to speak in public")
	case Research:
		return wording.T("the use of what they say in research")
	}
	return k.otherDoing(p)
}

func (k Kinds) otherDoing(p Purpose) wording.Text {
	switch p {
	case GiveReference:
		return wording.T("giving a reference for them")
	case AlumniContact:
		return wording.T("staying in touch after they leave")
	case EmergencyUse:
		return wording.T("calling their emergency contact")
	case PayData:
		return wording.T("passing on what is needed to pay them")
	case HelperInformed:
		return wording.T("telling their interpreter or support person")
	case OwnCopy:
		return wording.T("being given papers to keep")
	case Everything:
		return wording.T("everything")
	}
	if p == ToContact {
		return wording.T("being contacted")
	}
	if about, ok := strings.CutPrefix(string(p), string(ToContact)+"."); ok {
		return contactDoing(about)
	}
	if o, known := k.find(p); known {
		return wording.T("{name}", "name", o.Name)
	}
	return wording.T("something of this board’s own")
}

func contactDoing(about string) wording.Text {
	switch about {
	case "logistics":
		return wording.T("being contacted about logistics")
	case "check_in":
		return wording.T("being contacted to check in")
	case "consent_question":
		return wording.T("being contacted with a question about consent")
	case "pay":
		return wording.T("being contacted about pay")
	case "board_work":
		return wording.T("being contacted about board work")
	case "emergency":
		return wording.T("being contacted in an emergency")
	default:
		return wording.T("being contacted about something else")
	}
}

// SameWords says whether the notice of o reads as that of another revision.
func (o Own) SameWords(p Own) bool {
	return o.Name == p.Name && slices.Equal(o.Says, p.Says) && slices.Equal(o.Risks, p.Risks) && slices.Equal(o.Alternatives, p.Alternatives)
}

// Validate refuses a kind that makes no sense, with every problem at once.
func (o Own) Validate() error {
	var p problems
	p.When(strings.TrimSpace(o.Name) == "", wording.Refuse("name", "Write down what is agreed to, as it would stand after “agreed to”."))
	p.text("name", o.Name, longestLine)
	p.When(len(o.Says) == 0, wording.Refuse("says", "Write down what people are told before they are asked."))
	p.list("says", o.Says)
	p.list("risks", o.Risks)
	p.list("alternatives", o.Alternatives)
	return p.Err()
}
