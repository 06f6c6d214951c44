package passphrase

import (
	"io"
	"strings"

	"holdfast/board"
	"holdfast/wording"
)

// Judge draws passphrases and says how hard one is to guess. *board.Board is
// one.
type Judge interface {
	SuggestPassphrase() (string, error)
	// Strength may take some hundred milliseconds.
	Strength(text string) board.Estimate
}

// Fresh is the Judge for a board that is not made yet.
type Fresh struct {
	Random io.Reader
	// Words are what somebody who knows the board would try first.
	Words []string
}

// SuggestPassphrase draws six words.
func (f Fresh) SuggestPassphrase() (string, error) { return board.SuggestPassphrase(f.Random) }

// Strength judges by what is known so far.
func (f Fresh) Strength(text string) board.Estimate { return board.Strength(text, f.Words...) }

// hardEnough is the least score that needs no tick.
const hardEnough = 3

// State is what the form shows.
type State struct {
	// Offered are six words, or "" where none could be drawn.
	Offered string
	// Strength says how hard the passphrase is to guess, Advice what would
	// make it harder; both are empty until that is known.
	Strength, Advice string
	// Weak asks for a tick before it is taken.
	Weak bool
}

// Wrong is what is wrong with the two fields; empty where nothing is.
type Wrong struct{ First, Again string }

// None says that nothing is wrong.
func (w Wrong) None() bool { return w == Wrong{} }

// Model is the form without its looks. It does not keep what is typed.
type Model struct {
	book    *wording.Book
	judge   Judge
	offered string
	judged  board.Estimate
	known   bool
}

// NewModel makes a form and draws the first words.
func NewModel(book *wording.Book, judge Judge) *Model {
	m := &Model{book: book, judge: judge}
	m.Offer()
	return m
}

// Offer draws other words.
func (m *Model) Offer() {
	offered, err := m.judge.SuggestPassphrase()
	if err != nil {
		offered = "" // then somebody chooses their own
	}
	m.offered = offered
}

// Typed forgets what was known: the passphrase is another one now.
func (m *Model) Typed() { m.judged, m.known = board.Estimate{}, false }

// Strength judges a passphrase; it is called beside the window.
func (m *Model) Strength(text string) board.Estimate { return m.judge.Strength(text) }

// Judged takes what was found about the passphrase that is typed.
func (m *Model) Judged(e board.Estimate) { m.judged, m.known = e, true }

// Check says what is wrong with what was typed into the two fields.
func (m *Model) Check(first, again string) Wrong {
	switch {
	case strings.TrimSpace(first) == "":
		return Wrong{First: m.book.Say("Type a passphrase, or use the six words.")}
	case again == "":
		return Wrong{Again: m.book.Say("Type the passphrase once more, so that a slip of a finger is noticed.")}
	case first != again:
		return Wrong{Again: m.book.Say("This is not the same as above. Look at both with “Show”, or type them again.")}
	}
	return Wrong{}
}

// Accepts says whether the judged passphrase may be taken; anyway is the tick.
func (m *Model) Accepts(anyway bool) bool { return m.known && (!m.weak() || anyway) }

func (m *Model) weak() bool { return m.known && m.judged.Score < hardEnough }

// State is what to show now.
func (m *Model) State() State {
	s := State{Offered: m.offered, Weak: m.weak()}
	if !m.known {
		return s
	}
	s.Strength = m.book.Render(m.judged.Says)
	advice := make([]string, len(m.judged.Advice))
	for i, a := range m.judged.Advice {
		advice[i] = m.book.Render(a)
	}
	s.Advice = strings.Join(advice, " ")
	return s
}
