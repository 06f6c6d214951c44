package contact

import (
	"strings"

	"holdfast/wording"
)

// say is which words to use on an open way.
func (q question) say() []wording.Text {
	s := q.sheet
	say := spoken(q.sayFrom())
	if s.Name != "" {
		say = append(say, wording.T("Call them “{name}”.", "name", s.Name))
	}
	if s.NameForOthers != "" && q.way.Kind != Post {
		say = append(say, wording.T("Where somebody else may hear or read, say “{name}”.", "name", s.NameForOthers))
	}
	return append(say, s.words()...)
}

// sayFrom is where to say that one is from, or that it must not be said.
func (q question) sayFrom() wording.Text {
	switch from := q.sheet.from(); {
	case q.way.Kind == Post || q.way.Naming == NamedFreely && from == "":
		return wording.Text{}
	case from != "":
		return wording.T("Say you are “from {from}”.", "from", from)
	default:
		return wording.T("Do not say where you are from.")
	}
}

// words are the agreed words, each as a sentence.
func (s Sheet) words() []wording.Text {
	var said []wording.Text
	if w := s.SafeWord; w.Say != "" {
		said = append(said, w.sentence(
			wording.T("The safe word is “{word}”: {means}.", "word", w.Say, "means", unstopped(w.Means)),
			wording.T("The safe word is “{word}”.", "word", w.Say)))
	}
	if w := s.DangerWord; w.Say != "" {
		said = append(said, w.sentence(
			wording.T("The danger word is “{word}”: {means}.", "word", w.Say, "means", unstopped(w.Means)),
			wording.T("The danger word is “{word}”: stop at once.", "word", w.Say)))
	}
	if w := s.LaterWord; w.Say != "" {
		said = append(said, w.sentence(
			wording.T("“{word}” asks to be called later: {means}.", "word", w.Say, "means", unstopped(w.Means)),
			wording.T("“{word}” asks to be called later.", "word", w.Say)))
	}
	return said
}

// sentence chooses by whether it was said what the word means.
func (w Word) sentence(explained, bare wording.Text) wording.Text {
	if w.Means == "" {
		return bare
	}
	return explained
}

// ElseInWords is what to do when somebody else answers. Where nothing was
// agreed, it is to stop without a trace; empty where nobody answers.
func (c Channel) ElseInWords() wording.Text {
	script := unstopped(c.SomeoneElse)
	switch {
	case script != "":
		return wording.T("If anyone else answers: {script}.", "script", script)
	case c.Kind == Phone:
		return wording.T("If anyone else answers: say it is a wrong number, then stop.")
	case c.Kind == InPerson:
		return wording.T("If anyone else is there: do not go up to them.")
	case c.Kind == ThroughSupport:
		return wording.T("If anyone but the support person answers: say nothing of this, then stop.")
	case c.Kind == Post:
		return wording.Text{}
	default:
		return wording.T("If anyone else answers: do not write back.")
	}
}

// from is From without a "from" of its own.
func (s Sheet) from() string {
	from := unstopped(s.From)
	for _, lead := range []string{"from ", "de parte de "} {
		if len(from) > len(lead) && strings.EqualFold(from[:len(lead)], lead) {
			return from[len(lead):]
		}
	}
	return from
}

// unstopped is what somebody wrote, fit for the middle of a sentence that
// brings its own full stop.
func unstopped(text string) string { return strings.TrimRight(strings.TrimSpace(text), ". ") }
