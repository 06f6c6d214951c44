package assess

import (
	"slices"
	"strings"

	"holdfast/assessment"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/chart"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// Results is what a closed round may show, without its looks.
type Results struct {
	board Board
	book  *wording.Book
	id    record.ID
}

// NewResults makes the results of a round.
func NewResults(b Board, book *wording.Book, id record.ID) *Results { return &Results{b, book, id} }

// ResultsState is what the page shows.
type ResultsState struct {
	Trouble     string
	Title, Note string
	// Charts are the looks at the figures, the first two beside each other.
	Charts []board.Chart
	// Changed says what is different from the round before, of each of Groups;
	// ChangedNote says what it is compared with.
	Changed     []Change
	Groups      []string
	ChangedNote string
	// Strongest and Weakest are single questions, Alone those that no chart
	// has a place for.
	Strongest, Weakest, Alone []Question
	// Counted are questions that are counted and not scored.
	Counted []board.Counted
	// Comments are people's own words, Waiting says that more wait.
	Comments []string
	Waiting  string
	Plan     []Planned
}

// Change is what is different about something, in a sentence by the name of
// each group.
type Change struct {
	About string
	Says  map[string]string
}

// Question is a question and its figure.
type Question struct{ Text, Figure, Spread string }

// Planned is one thing of the plan.
type Planned struct {
	Tag, What, Detail string
	Done              bool
}

// State is the results as they are now, with charts in a style.
func (m *Results) State(style chart.Style) ResultsState {
	r, err := m.board.Assess().Results(m.id)
	if err != nil {
		return ResultsState{Trouble: board.ExplainIn(m.book, err)}
	}
	s := ResultsState{Title: r.Round.Title, Note: m.book.Render(r.Answered()), Charts: r.Charts(m.book, style), Counted: r.Counted(m.book)}
	if r.Before != nil {
		s.ChangedNote = m.book.Say("Compared with “{title}”, over the questions that were the same", "title", r.Before.Title)
	}
	m.changed(&s, r.Changes)
	s.Strongest, s.Weakest, s.Alone = m.questions(r.Results.Strongest), m.questions(r.Results.Weakest), m.questions(r.Results.Alone)
	for i, q := range r.Results.Alone {
		if q.Type != assessment.Number && q.Scores[assessment.Everyone].Shown {
			s.Alone[i].Figure = m.book.Say("{figure} of {top}", "figure", s.Alone[i].Figure, "top", board.Decimal(m.book, r.Results.Top))
		}
	}
	for _, c := range r.Results.Comments {
		s.Comments = append(s.Comments, c.Text)
	}
	if round, err := m.board.Assess().Round(m.id); err == nil && round.Waiting > 0 {
		s.Waiting = m.book.Count(round.Waiting, "{n} comment waits to be said in other words, so that nobody is known by the way they write.",
			"{n} comments wait to be said in other words, so that nobody is known by the way they write.")
	}
	s.Plan, err = m.plan(r)
	if err != nil {
		s.Trouble = board.ExplainIn(m.book, err)
	}
	return s
}

// changed sets what is different side by side, group beside group.
func (m *Results) changed(s *ResultsState, all []assessment.Change) {
	for _, c := range all {
		if !strings.HasPrefix(string(c.ID), "principle:") && !strings.HasPrefix(string(c.ID), "section:") {
			continue
		}
		about, group := c.In(m.book), m.book.Render(c.Side.Name())
		if n := len(s.Changed); n == 0 || s.Changed[n-1].About != about {
			s.Changed = append(s.Changed, Change{about, map[string]string{}})
		}
		if !slices.Contains(s.Groups, group) {
			s.Groups = append(s.Groups, group)
		}
		s.Changed[len(s.Changed)-1].Says[group] = m.book.Render(c.Words())
	}
}

func (m *Results) questions(all []assessment.QuestionResult) []Question {
	var list []Question
	for _, q := range all {
		score := q.Scores[assessment.Everyone]
		one := Question{Text: q.Text.In(m.book.Language()), Figure: m.book.Say("few")}
		if score.Shown {
			one.Figure = board.Decimal(m.book, score.Mean)
		}
		if score.Spread != assessment.NoSpread {
			one.Spread = m.book.Say("answers {spread}", "spread", m.book.Render(board.SpreadWords(score.Spread)))
		}
		list = append(list, one)
	}
	return list
}

// plan is what was planned, each with the figure that it is about.
func (m *Results) plan(r board.RoundResults) ([]Planned, error) {
	actions, err := m.board.Assess().Actions(m.id)
	var all []Planned
	for _, a := range actions {
		p := Planned{What: a.What, Done: !a.Open(), Tag: r.Results.Instrument.AxisName(a.About, m.book)}
		for _, axis := range r.Results.Axes {
			if score := axis.Scores[assessment.Everyone]; axis.ID == a.About && score.Shown {
				p.Tag = r.Results.Instrument.AxisShort(axis.ID, m.book) + " " + board.Decimal(m.book, score.Mean)
			}
		}
		var detail []string
		if a.Owner != "" {
			detail = append(detail, m.book.Say("lead: {role}", "role", a.Owner))
		}
		if !a.By.IsZero() {
			detail = append(detail, m.book.Say("by {date}", "date", a.By))
		}
		detail = append(detail, strings.ToLower(m.book.Render(a.Status.Name())))
		p.Detail = strings.Join(detail, " · ")
		all = append(all, p)
	}
	return all, err
}

// Document is everything to be printed.
func (m *Results) Document(book *wording.Book) (paper.Document, error) {
	r, err := m.board.Assess().Results(m.id)
	if err != nil {
		return paper.Document{}, err
	}
	plan, err := m.board.Assess().Actions(m.id)
	if err != nil {
		return paper.Document{}, err
	}
	s, err := m.board.Settings()
	return r.Document(book, s.Paper, plan), err
}

// CSV is every figure that is shown, for a spreadsheet.
func (m *Results) CSV() ([]byte, error) {
	r, err := m.board.Assess().Results(m.id)
	if err != nil {
		return nil, err
	}
	return r.CSV(m.book)
}

// pixels is how many pixels a millimetre of a picture has: 200 to the inch.
const pixels = 8

// Picture is a chart as a file, "png" or "svg", on white.
func (m *Results) Picture(name, kind string) ([]byte, error) {
	r, err := m.board.Assess().Results(m.id)
	if err != nil {
		return nil, err
	}
	for _, c := range r.Charts(m.book, chart.Print()) {
		if c.Name != name {
			continue
		}
		if kind == "svg" {
			return c.Drawing.SVG(), nil
		}
		return chart.PNG(c.Drawing, chart.Print(), paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()}, pixels)
	}
	return nil, record.ErrNotFound
}
