package answer

import (
	"maps"
	"slices"
	"strings"

	"holdfast/assessment"
	"holdfast/wording"
)

// Page is what a Sheet shows.
type Page int

// The pages.
const (
	Begin Page = iota // what this is about
	Asking
	Warning // what is coming, before a hard question
	Noting  // words of one's own beside an answer
	Calm    // a moment for oneself
	End     // all was seen
)

// Sheet is the questions of an instrument and the answers of one person.
type Sheet struct {
	book    *wording.Book
	in      assessment.Instrument
	answers assessment.Answers

	asked  []assessment.Question // those that take an answer
	shown  map[string][]assessment.Words
	last   []assessment.Words // what is to be read after the last question
	at     int
	page   Page
	from   Page // where Calm leads back to
	warned map[string]bool
	wrong  bool
	// copying is for somebody who copies a paper: nothing is announced.
	copying bool
}

// NewSheet begins with what was answered before, or nil.
func NewSheet(book *wording.Book, in assessment.Instrument, before assessment.Answers) *Sheet {
	s := &Sheet{book: book, in: in, answers: assessment.Answers{}, warned: map[string]bool{}}
	maps.Copy(s.answers, before)
	s.again()
	if len(before) > 0 {
		s.resume()
	}
	return s
}

// NewCopy begins with the first question, for somebody who copies what another
// person wrote on paper; before is what was copied already, or nil.
func NewCopy(book *wording.Book, in assessment.Instrument, before assessment.Answers) *Sheet {
	s := &Sheet{book: book, in: in, answers: assessment.Answers{}, copying: true}
	maps.Copy(s.answers, before)
	s.again()
	s.open(0)
	return s
}

// Copying says whether a paper is copied.
func (s *Sheet) Copying() bool { return s.copying }

// resume goes to the first question that was not answered yet.
func (s *Sheet) resume() {
	s.page = End
	for i, q := range s.asked {
		if _, done := s.answers[q.ID]; !done {
			s.open(i)
			return
		}
	}
}

// Speak changes the language. Nothing that was answered changes.
func (s *Sheet) Speak(book *wording.Book) { s.book = book }

// Answers are what was answered so far.
func (s *Sheet) Answers() assessment.Answers { return s.answers }

// Begun says whether there is anything to lose.
func (s *Sheet) Begun() bool { return len(s.answers) > 0 }

// again works out what is asked: it may depend on the answers.
func (s *Sheet) again() {
	s.asked, s.shown, s.last = nil, map[string][]assessment.Words{}, nil
	var read []assessment.Words
	for _, q := range s.in.Asked(s.answers) {
		if !q.Type.Asks() {
			read = append(read, q.Text)
			continue
		}
		s.asked = append(s.asked, q)
		if len(read) > 0 {
			s.shown[q.ID] = read
		}
		read = nil
	}
	s.last = read
}

// question is the one that is asked now.
func (s *Sheet) question() assessment.Question { return s.asked[s.at] }

// set keeps an answer; an empty one is none.
func (s *Sheet) set(a assessment.Answer) {
	q := s.question()
	if len(a.Values) == 0 && a.Note == "" {
		delete(s.answers, q.ID)
	} else {
		s.answers[q.ID] = a
	}
	s.again()
	s.at = max(0, slices.IndexFunc(s.asked, func(o assessment.Question) bool { return o.ID == q.ID }))
}

// Choose answers with one choice.
func (s *Sheet) Choose(code string) {
	a := s.answers[s.question().ID]
	a.Values = []string{code}
	s.set(a)
}

// Tick adds a choice, or takes it away.
func (s *Sheet) Tick(code string, on bool) {
	a := s.answers[s.question().ID]
	a.Values = slices.DeleteFunc(slices.Clone(a.Values), func(v string) bool { return v == code })
	if on {
		a.Values = append(a.Values, code)
	}
	s.set(a)
}

// Type answers with a text.
func (s *Sheet) Type(text string) {
	a := s.answers[s.question().ID]
	a.Values = nil
	if text = strings.TrimSpace(text); text != "" {
		a.Values = []string{text}
	}
	s.wrong = false
	s.set(a)
}

// Note opens the note, Write fills it in, Share says what may be done with it.
func (s *Sheet) Note() { s.page = Noting }

// Write keeps the note.
func (s *Sheet) Write(note string) {
	a := s.answers[s.question().ID]
	a.Note = strings.TrimSpace(note)
	s.set(a)
}

// Share keeps what may be done with words of one's own.
func (s *Sheet) Share(how assessment.Share) {
	a := s.answers[s.question().ID]
	a.Share = how
	s.set(a)
}

// Digit is the choice that a digit stands for: its score, of a question with
// one answer; for whoever copies a paper also its place after those, of any
// question. ok is false where there is none.
func (s *Sheet) Digit(digit int) (code string, ok bool) {
	if s.page != Asking || s.question().Repeats && !s.copying {
		return "", false
	}
	keys := s.keys(s.question())
	for _, c := range s.in.ChoicesOf(s.question().Item) {
		if key, there := keys[c.Code]; there && key == digit {
			return c.Code, true
		}
	}
	return "", false
}

// keys are the digits of choices, by code.
func (s *Sheet) keys(q assessment.Question) map[string]int {
	all, next := map[string]int{}, 0
	for _, c := range s.in.ChoicesOf(q.Item) {
		if digit := int(c.Score); c.Scored && float64(digit) == c.Score && digit >= 0 && digit <= 9 {
			all[c.Code] = digit
			next = max(next, digit+1)
		}
	}
	for _, c := range s.in.ChoicesOf(q.Item) {
		if _, there := all[c.Code]; !there && s.copying && next <= 9 {
			all[c.Code] = next
			next++
		}
	}
	return all
}
