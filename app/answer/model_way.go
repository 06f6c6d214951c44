package answer

import "holdfast/assessment"

// Next goes on: to the next question, to what announces it, or to the end. A
// text that can't be the answer stays, and the page says why.
func (s *Sheet) Next() {
	switch s.page {
	case Begin:
		s.open(0)
	case Calm:
		s.page = s.from
	case Noting:
		s.page = Asking
	case Warning:
		s.warned[s.question().ID] = true
		s.page = Asking
	case Asking:
		if s.wrong = s.misfit(); !s.wrong {
			s.open(s.at + 1)
		}
	}
}

// Skip leaves out a question that was announced.
func (s *Sheet) Skip() { s.open(s.at + 1) }

// Back goes to the page before.
func (s *Sheet) Back() {
	switch {
	case s.page == Calm:
		s.page = s.from
	case s.page == Noting:
		s.page = Asking
	case s.page == End && len(s.asked) > 0:
		s.open(len(s.asked) - 1)
	case s.at == 0 && s.copying:
		s.page = Asking
	case s.at == 0:
		s.page = Begin
	case s.page != Begin:
		s.open(s.at - 1)
	}
	s.wrong = false
}

// Rest goes to the page of calm.
func (s *Sheet) Rest() {
	if s.page != Calm {
		s.from, s.page = s.page, Calm
	}
}

// Open goes to a question by its place.
func (s *Sheet) Open(at int) { s.open(at) }

func (s *Sheet) open(at int) {
	s.wrong = false
	if at >= len(s.asked) {
		s.page = End
		return
	}
	s.at, s.page = at, Asking
	if q := s.question(); !s.copying && len(s.notes(q)) > 0 && !s.warned[q.ID] {
		s.page = Warning
	}
}

// misfit says whether what stands in the field can't be the answer.
func (s *Sheet) misfit() bool {
	q := s.question()
	if q.Type == assessment.Choose {
		return false
	}
	for _, v := range s.answers[q.ID].Values {
		if !q.Type.Takes(v) {
			return true
		}
	}
	return false
}

// notes announce a question.
func (s *Sheet) notes(q assessment.Question) []string {
	var all []string
	for _, note := range append(append([]assessment.Words{}, q.Notes...), q.ContentNote) {
		if text := note.In(s.book.Language()); text != "" {
			all = append(all, text)
		}
	}
	return all
}
