package kittest

import (
	"strings"

	"holdfast/app/kit"
)

// Must fails the test on an error.
func (s *Stage) Must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// Shows fails the test for each of the words that can't be read (see Words).
func (s *Stage) Shows(words ...string) {
	s.t.Helper()
	for _, word := range words {
		if !strings.Contains(s.Words(), word) {
			s.t.Errorf("%q is not to be read in:\n%s", word, s.Words())
		}
	}
}

// Hides fails the test for each of the words that can be read.
func (s *Stage) Hides(words ...string) {
	s.t.Helper()
	for _, word := range words {
		if strings.Contains(s.Words(), word) {
			s.t.Errorf("%q is to be read in:\n%s", word, s.Words())
		}
	}
}

// Fill puts text into the field under a label, in place of what is there.
func (s *Stage) Fill(label, text string) {
	s.t.Helper()
	s.Entry(label).SetText(text)
	s.Settle()
}

// Push clicks buttons, one after the other.
func (s *Stage) Push(labels ...string) {
	s.t.Helper()
	for _, label := range labels {
		s.Tap(s.Button(label))
	}
}

// Tick clicks what a screen reader would call by a name.
func (s *Stage) Tick(name string) {
	s.t.Helper()
	s.Tap(s.Spoken(name))
}

// Choose picks an answer of the first list whose label begins so.
func (s *Stage) Choose(label, answer string) {
	s.t.Helper()
	for _, list := range All[*kit.Select](s.top()) {
		if strings.HasPrefix(list.AccessibilityLabel(), label) {
			s.Tap(list)
			s.Tick(answer)
			return
		}
	}
	s.t.Fatalf("no list %q in:\n%s", label, s.Words())
}
