package contact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"holdfast/record"
	"holdfast/wording"
)

// Row is one way at one instant.
type Row struct {
	Channel record.ID
	Kind    Kind
	// Name is "Signal", or with a label "Phone (work)".
	Name wording.Text
	// Value is masked (see Mask).
	Value string
	// First is true for the person's first choice.
	First bool
	// Hours is when it is safe, in words; empty for a way that is never safe.
	Hours wording.Text
	// Rules are what to mind, each in a few words, in lower case (see
	// RulesLine).
	Rules []wording.Text
	State State
	// Answer is that of May for AnyPurpose.
	Answer Answer
}

// RulesLine is the rules on one line: "No voicemail · hide caller ID".
func (r Row) RulesLine(b *wording.Book) string { return RulesLine(b, r.Rules) }

// RulesLine puts rules of a few words each on one line.
func RulesLine(b *wording.Book, rules []wording.Text) string {
	said := make([]string, len(rules))
	for i, rule := range rules {
		said[i] = b.Render(rule)
	}
	line := strings.Join(said, " · ")
	first, size := utf8.DecodeRuneInString(line)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + line[size:]
}

// Name is what the way is called: its kind, with its label where it has one.
func (c Channel) Name() wording.Text {
	if c.Label == "" {
		return c.Kind.Name()
	}
	return wording.T("{kind} ({label})", "kind", c.Kind.Name(), "label", c.Label)
}

// rules are the few words of a row.
func (c Channel) rules() []wording.Text {
	if c.Safe == NeverSafe {
		return []wording.Text{wording.T("never")}
	}
	var rules []wording.Text
	if c.Safe == SafeWithWord {
		rules = append(rules, wording.T("only with the code word"))
	}
	switch c.Kind {
	case Phone:
		rules = append(rules, c.callingRules()...)
	case Text, Signal, WhatsApp, Email:
		rules = append(rules, c.writingRules()...)
	case Post:
		rules = append(rules, c.postingRules()...)
	}
	if c.SharedDevice != "" {
		rules = append(rules, wording.T("device shared with {whom}", "whom", unstopped(c.SharedDevice)))
	}
	if c.SharedAccount != "" {
		rules = append(rules, wording.T("account shared with {whom}", "whom", unstopped(c.SharedAccount)))
	}
	if len(c.Purposes) > 0 {
		rules = append(rules, wording.T("only about {purposes}", "purposes", namesOf(c.Purposes)))
	}
	return rules
}

func (c Channel) callingRules() []wording.Text {
	var rules []wording.Text
	switch c.Voicemail {
	case NoVoicemail:
		rules = append(rules, wording.T("no voicemail"))
	case VagueVoicemail:
		rules = append(rules, wording.T("vague voicemail only"))
	}
	if !c.ShowCallerID {
		rules = append(rules, wording.T("hide caller ID"))
	}
	return rules
}

func (c Channel) writingRules() []wording.Text {
	var rules []wording.Text
	if c.Disappearing {
		rules = append(rules, wording.T("disappearing messages on"))
	}
	if c.Subject != "" {
		rules = append(rules, wording.T("subject “{subject}”", "subject", c.Subject))
	}
	if c.DisplayName != "" {
		rules = append(rules, wording.T("write as “{name}”", "name", c.DisplayName))
	}
	if c.Kind == Email && !c.Attachments {
		rules = append(rules, wording.T("no attachments"))
	}
	if c.invites() {
		rules = append(rules, wording.T("invites called “{title}”", "title", c.CalendarTitle))
	}
	return rules
}

func (c Channel) postingRules() []wording.Text {
	var rules []wording.Text
	if c.HoldAtOffice {
		rules = append(rules, wording.T("hold at the office"))
	}
	if !c.MarkedEnvelope {
		rules = append(rules, wording.T("plain envelope"))
	}
	if c.Return == BoxReturn {
		rules = append(rules, wording.T("return address: post office box"))
	} else {
		rules = append(rules, wording.T("no return address"))
	}
	if c.SubstituteOnly {
		rules = append(rules, wording.T("substitute address only"))
	}
	return rules
}
