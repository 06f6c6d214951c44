package roster

import (
	"slices"
	"strings"

	"holdfast/contact"
	"holdfast/wording"
)

// way is one way of reaching somebody that a list can have a column for. Two
// numbers of one kind are two ways: "phone" and "phone_2".
type way struct {
	name  string
	kind  contact.Kind
	label wording.Text
}

// ways are all ways that can be filled. The first of a kind is the one that a
// guess begins with.
func ways() []way {
	return []way{
		{"phone", contact.Phone, wording.T("Phone")},
		{"phone_2", contact.Phone, wording.T("Second phone")},
		{"phone_3", contact.Phone, wording.T("Third phone")},
		{"text", contact.Text, wording.T("Text message")},
		{"signal", contact.Signal, wording.T("Signal")},
		{"whatsapp", contact.WhatsApp, wording.T("WhatsApp")},
		{"email", contact.Email, wording.T("Email")},
		{"email_2", contact.Email, wording.T("Second email")},
		{"post", contact.Post, wording.T("Post")},
	}
}

// rule is one thing that a list can say about a way.
type rule string

const (
	ruleValue     rule = ""
	ruleSafe      rule = "safe"
	ruleHours     rule = "hours"
	ruleVoicemail rule = "voicemail"
	ruleNaming    rule = "organisation_named"
	ruleShared    rule = "device_shared_with"
	ruleElse      rule = "if_someone_else"
)

// rules are what can be said about a way of a kind.
func rules(kind contact.Kind) []rule {
	all := []rule{ruleValue, ruleSafe, ruleHours}
	switch kind {
	case contact.Phone:
		return append(all, ruleVoicemail, ruleNaming, ruleShared, ruleElse)
	case contact.Post:
		return []rule{ruleValue, ruleSafe}
	default:
		return append(all, ruleShared)
	}
}

// label is what a column about a way is called on screen.
func (r rule) label(way wording.Text) wording.Text {
	switch r {
	case ruleSafe:
		return wording.T("{way}: is it safe", "way", way)
	case ruleHours:
		return wording.T("{way}: safe days and hours", "way", way)
	case ruleVoicemail:
		return wording.T("{way}: may a voicemail be left", "way", way)
	case ruleNaming:
		return wording.T("{way}: may the organization be named", "way", way)
	case ruleShared:
		return wording.T("{way}: with whom the device is shared", "way", way)
	case ruleElse:
		return wording.T("{way}: what to do if somebody else answers", "way", way)
	default:
		return way
	}
}

// borrows says whether a way can be had through the number of the phone, so
// that a list that only asks "OK to text?" says something about it.
func (w way) borrows() bool {
	return w.kind == contact.Text || w.kind == contact.Signal || w.kind == contact.WhatsApp
}

func findWay(name string) (way, bool) {
	all := ways()
	if i := slices.IndexFunc(all, func(w way) bool { return w.name == name }); i >= 0 {
		return all[i], true
	}
	return way{}, false
}

// splitWay takes "phone_2.safe" apart.
func splitWay(target string) (way, rule, bool) {
	name, about, _ := strings.Cut(target, ".")
	w, ok := findWay(name)
	if !ok || !slices.Contains(rules(w.kind), rule(about)) {
		return way{}, "", false
	}
	return w, rule(about), true
}
