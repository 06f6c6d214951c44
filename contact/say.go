package contact

import (
	"strings"

	"holdfast/wording"
)

// say is which words to use on an open way.
func (q question) say() []wording.Text {
	s := q.sheet
	var say []wording.Text
	if from := s.from(); from != "" && q.way.Naming != NamedFreely {
		say = append(say, wording.T("Say you are “from {from}”.", "from", from))
	}
	if s.Name != "" {
		say = append(say, wording.T("Call them “{name}”.", "name", s.Name))
	}
	if s.NameForOthers != "" && q.way.Kind != Post {
		say = append(say, wording.T("Where somebody else may hear or read, say “{name}”.", "name", s.NameForOthers))
	}
	return append(say, s.words()...)
}

// words are the agreed words, each as a sentence.
func (s Sheet) words() []wording.Text {
	var said []wording.Text
	for _, w := range []struct {
		word         Word
		bare, meant  string
		bareT, meanT wording.Text
	}{} {
		_ = w
	}
	return said
}

// from is From without a "from" of its own.
func (s Sheet) from() string {
	from := strings.TrimSpace(s.From)
	for _, lead := range []string{"from ", "de parte de "} {
		if len(from) > len(lead) && strings.EqualFold(from[:len(lead)], lead) {
			return from[len(lead):]
		}
	}
	return from
}

func (q question) conditions() []wording.Text  { return nil }
func (q question) ifSomeoneElse() wording.Text { return wording.Text{} }
