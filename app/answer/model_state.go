package answer

import (
	"slices"
	"strings"

	"holdfast/assessment"
	"holdfast/wording"
)

// State is what a Sheet shows.
type State struct {
	Page Page
	// Done is how far this is, 0 to 1.
	Done float64
	// Where is the part, the domain and the number of the question.
	Where string
	// Says are words to read first, Title is the question or what a page is
	// called, Help explains it.
	Says  []string
	Title string
	Help  string
	// Input is how it is answered, Choices what there is to choose from.
	Input   Input
	Choices []Choice
	Value   string
	Mistake string
	// Note is words of one's own beside the answer. Sharing is what may be done
	// with words of one's own, where there are or may be any.
	Note    string
	Share   assessment.Share
	Sharing []Choice
	// Left are questions that were left out, on the last page.
	Left []Left
	// Answered says how many were answered.
	Answered string
}

// Input is how a question is answered.
type Input int

// The inputs.
const (
	OneOf Input = iota
	SomeOf
	Words // one line
	Lines
)

// Choice is an answer to choose from.
type Choice struct {
	Code, Label string
	Chosen      bool
}

// Left is a question that was left out, and its place.
type Left struct {
	At   int
	Text string
}

// State is the page as it is now.
func (s *Sheet) State() State {
	st := State{Page: s.page, Done: s.done()}
	language := s.book.Language()
	switch s.page {
	case Begin:
		st.Title = s.in.Title.In(language)
		st.Says = said(language, s.in.About, s.in.ContentNote)
	case Warning:
		st.Where, st.Title, st.Says = s.place(), s.book.Say("Before the next question"), s.notes(s.question())
	case Calm:
		title, lines := assessment.Grounding()
		st.Title = s.book.Render(title)
		for _, l := range lines {
			st.Says = append(st.Says, s.book.Render(l))
		}
	case End:
		st.Title, st.Says = s.book.Say("Before you hand in"), said(language, s.last...)
		s.count(&st)
	default:
		s.ask(&st)
	}
	return st
}

// said are words that say something.
func said(language wording.Language, all ...assessment.Words) []string {
	var texts []string
	for _, w := range all {
		if text := w.In(language); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

func (s *Sheet) done() float64 {
	switch {
	case s.page == Begin || len(s.asked) == 0:
		return 0
	case s.page == End || s.page == Calm && s.from == End:
		return 1
	default:
		return float64(s.at) / float64(len(s.asked))
	}
}

// place is where the question stands.
func (s *Sheet) place() string {
	q := s.question()
	var parts []string
	if q.Principle != "" {
		parts = append(parts, s.book.Render(q.Principle.Name()))
	} else if section := q.Section.Text.In(s.book.Language()); section != "" {
		parts = append(parts, section)
	}
	if q.Domain != "" {
		parts = append(parts, s.book.Render(q.Domain.Name()))
	}
	return strings.Join(append(parts, s.book.Say("{n} of {all}", "n", s.at+1, "all", len(s.asked))), "  ·  ")
}

// ask fills in the question.
func (s *Sheet) ask(st *State) {
	q, language := s.question(), s.book.Language()
	a := s.answers[q.ID]
	st.Where, st.Title, st.Help = s.place(), q.Text.In(language), q.Help.In(language)
	st.Says = said(language, s.shown[q.ID]...)
	st.Input = OneOf
	switch q.Type {
	case assessment.Choose:
		keys := s.keys(q)
		for _, c := range s.in.ChoicesOf(q.Item) {
			label := c.Text.In(language)
			if key, there := keys[c.Code]; there && s.copying {
				label = s.book.Number(key) + " · " + label
			}
			st.Choices = append(st.Choices, Choice{c.Code, label, slices.Contains(a.Values, c.Code)})
		}
		if q.Repeats {
			st.Input = SomeOf
		}
	case assessment.YesNo:
		st.Choices = []Choice{{"true", s.book.Say("Yes"), slices.Contains(a.Values, "true")}, {"false", s.book.Say("No"), slices.Contains(a.Values, "false")}}
	case assessment.Prose:
		st.Input = Lines
	default:
		st.Input = Words
	}
	st.Value = strings.Join(a.Values, "\n")
	st.Note, st.Share = a.Note, a.Share
	if s.page == Noting || q.Type == assessment.Line || q.Type == assessment.Prose {
		st.Sharing = s.sharing()
	}
	if s.wrong {
		st.Mistake = s.mistake(q.Type)
	}
}

func (s *Sheet) mistake(t assessment.Type) string {
	switch t {
	case assessment.Number:
		return s.book.Say("Write a whole number, or leave this empty.")
	case assessment.Day:
		return s.book.Say("Write the day as year-month-day, like 2026-11-22, or leave this empty.")
	default:
		return s.book.Say("This is too long, or holds signs that can’t be shown.")
	}
}

// sharing are what may be done with somebody's own words.
func (s *Sheet) sharing() []Choice {
	return []Choice{
		{Code: string(assessment.ShareNot), Label: s.book.Say("Do not show it to anybody")},
		{Code: string(assessment.ShareReworded), Label: s.book.Say("It may be shown in other words, which a keyholder writes")},
		{Code: string(assessment.ShareAsWritten), Label: s.book.Say("It may be shown as I wrote it")},
	}
}

// answered says how many of all questions are answered.
func (s *Sheet) answered(n, all int) string {
	switch {
	case n == 0:
		return s.book.Say("No question is answered yet.")
	case n == all:
		return s.book.Count(all, "The one question is answered.", "All {n} questions are answered.")
	default:
		return s.book.Count(n, "One of {all} questions is answered.", "{n} of {all} questions are answered.", "all", all)
	}
}

// count says what was answered, and what was left out of what is asked of
// everybody.
func (s *Sheet) count(st *State) {
	n := 0
	for _, q := range s.asked {
		if len(s.answers[q.ID].Values) > 0 {
			n++
		}
	}
	st.Answered = s.answered(n, len(s.asked))
	for _, q := range s.in.Unanswered(s.answers) {
		at := slices.IndexFunc(s.asked, func(o assessment.Question) bool { return o.ID == q.ID })
		st.Left = append(st.Left, Left{at, q.Text.In(s.book.Language())})
	}
}
