package main

import (
	"strings"

	"holdfast/assessment"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/chart"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

type assessResultsWords struct {
	ofRound
	Out   string `name:"out" placeholder:"FILE" help:"${results_out}"`
	Chart string `name:"chart" placeholder:"NAME" help:"${results_chart}"`
}

// scoreAnswer is a score in JSON; a figure that is hidden is not there.
type scoreAnswer struct {
	Mean     *float64 `json:"mean,omitempty"`
	People   int      `json:"people,omitempty"`
	Spread   string   `json:"spread,omitempty"`
	DontKnow *int     `json:"dont_know_percent,omitempty"`
}

func scoresJSON(scores map[assessment.Side]assessment.Score) map[string]scoreAnswer {
	all := map[string]scoreAnswer{}
	for side, s := range scores {
		var a scoreAnswer
		if s.Shown {
			a.Mean, a.People, a.Spread = &s.Mean, s.N, string(s.Spread)
		}
		if s.KnowShown {
			a.DontKnow = &s.DontKnow
		}
		if s.Shown || s.KnowShown {
			all[sideJSON(side)] = a
		}
	}
	return all
}

type axisAnswer struct {
	ID        string                 `json:"id"`
	Name      string                 `json:"name"`
	Scores    map[string]scoreAnswer `json:"scores"`
	Questions int                    `json:"questions"`
	Shown     int                    `json:"shown"`
}

type questionAnswer struct {
	ID     string                 `json:"id"`
	Text   string                 `json:"text"`
	Scores map[string]scoreAnswer `json:"scores,omitempty"`
	Counts map[string]int         `json:"counts,omitempty"`
}

type changeAnswer struct {
	ID        string  `json:"id"`
	Group     string  `json:"group"`
	Before    float64 `json:"before"`
	Now       float64 `json:"now"`
	Questions int     `json:"questions"`
	Certain   string  `json:"certain"`
	Says      string  `json:"says"`
}

// resultsAnswer are results in JSON.
type resultsAnswer struct {
	Round     string           `json:"round"`
	Title     string           `json:"title"`
	Top       float64          `json:"top"`
	People    map[string]int   `json:"people"`
	Axes      []axisAnswer     `json:"axes"`
	Heat      [][]*float64     `json:"heat,omitempty"`
	Questions []questionAnswer `json:"questions"`
	Strongest []string         `json:"strongest"`
	Weakest   []string         `json:"weakest"`
	Comments  []string         `json:"comments"`
	Before    string           `json:"before,omitempty"`
	Changes   []changeAnswer   `json:"changes"`
	Says      []string         `json:"says"`
}

func (h *house) resultsJSON(r board.RoundResults) resultsAnswer {
	a := resultsAnswer{Round: string(r.Round.ID), Title: r.Round.Title, Top: r.Results.Top, People: map[string]int{}, Axes: []axisAnswer{},
		Questions: []questionAnswer{}, Strongest: []string{}, Weakest: []string{}, Comments: []string{}, Changes: []changeAnswer{}, Says: []string{}}
	for side, f := range r.Results.People {
		a.People[sideJSON(side)] = f.N
	}
	for _, x := range r.Results.Axes {
		a.Axes = append(a.Axes, axisAnswer{string(x.ID), x.In(h.book), scoresJSON(x.Scores), x.Questions, x.Of})
	}
	for _, row := range r.Results.Heat {
		var cells []*float64
		for _, s := range row {
			var cell *float64
			if s.Shown {
				cell = &s.Mean
			}
			cells = append(cells, cell)
		}
		a.Heat = append(a.Heat, cells)
	}
	for _, q := range r.Results.Questions {
		one := questionAnswer{ID: q.ID, Text: q.Text.In(h.book.Language()), Scores: scoresJSON(q.Scores), Counts: map[string]int{}}
		if q.Table != nil {
			for i, code := range q.Table.Rows {
				if f := q.Table.Figures[i]; f.Shown {
					one.Counts[code] = f.N
				}
			}
		}
		a.Questions = append(a.Questions, one)
	}
	for _, q := range r.Results.Strongest {
		a.Strongest = append(a.Strongest, q.ID)
	}
	for _, q := range r.Results.Weakest {
		a.Weakest = append(a.Weakest, q.ID)
	}
	for _, c := range r.Results.Comments {
		a.Comments = append(a.Comments, c.Text)
	}
	if r.Before != nil {
		a.Before = string(r.Before.ID)
	}
	for _, c := range r.Changes {
		a.Changes = append(a.Changes, changeAnswer{string(c.ID), sideJSON(c.Side), c.Before.Mean, c.Now.Mean, c.Questions, string(c.Certain), h.book.Render(c.Words())})
	}
	for _, c := range r.Charts(h.book, chart.Print()) {
		a.Says = append(a.Says, c.Title+": "+c.Sentence)
	}
	return a
}

func (c *assessResultsWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, round board.RoundState) error {
		r, err := b.Assess().Results(round.ID)
		if err != nil {
			return err
		}
		if c.Out != "" {
			return c.write(h, b, r)
		}
		a := h.resultsJSON(r)
		return h.answer(a, func(p *page) {
			p.line(a.Title)
			p.say(r.Answered())
			for _, chart := range r.Charts(h.book, chart.Print()) {
				p.gap()
				p.line(chart.Title)
				p.line(chart.Sentence)
				p.table(chart.Table)
			}
		})
	})
}

// table shows a table of a document as rows.
func (p *page) table(t paper.Table) {
	var heads []any
	for _, c := range t.Columns {
		heads = append(heads, c.Head)
	}
	p.row(heads...)
	for _, row := range t.Rows {
		var cells []any
		for _, cell := range row {
			cells = append(cells, cell)
		}
		p.row(cells...)
	}
	p.flush()
}

// write puts the results into a file: all of them as PDF, HTML or CSV, or one
// chart as SVG or PNG.
func (c *assessResultsWords) write(h *house, b *board.Board, r board.RoundResults) error {
	data, err := c.file(h, b, r)
	if err != nil {
		return err
	}
	if err := board.WriteOut(c.Out, data); err != nil {
		return err
	}
	return h.answer(map[string]any{"out": c.Out}, func(p *page) { p.say(wording.T("It lies in the file now.")) })
}

// pixels is how many pixels a millimetre of a picture has: 305 dpi.
const pixels = 12

func (c *assessResultsWords) file(h *house, b *board.Board, r board.RoundResults) ([]byte, error) {
	kind := extension(c.Out)
	if kind == "csv" {
		return r.CSV(h.book)
	}
	if kind == "svg" || kind == "png" {
		for _, one := range r.Charts(h.book, chart.Print()) {
			if one.Name != c.Chart && c.Chart != "" {
				continue
			}
			if kind == "svg" {
				return one.Drawing.SVG(), nil
			}
			return chart.PNG(one.Drawing, chart.Print(), paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()}, pixels)
		}
		return nil, wording.Refuse("chart", "There is no such chart of these results.")
	}
	settings, err := b.Settings()
	if err != nil {
		return nil, err
	}
	plan, err := b.Assess().Actions(r.Round.ID)
	if err != nil {
		return nil, err
	}
	d := r.Document(h.book, settings.Paper, plan)
	if kind == "html" {
		return d.HTML(h.book), nil
	}
	if kind != "pdf" {
		return nil, wording.Refuse("out", "Results are written as {formats}.", "formats", wording.List{"pdf", "html", "csv", "svg", "png"})
	}
	return board.PDF(d, h.book)
}

type assessCommentsWords struct {
	ofRound
	Comment string `arg:"" optional:"" help:"${comment_id}"`
	Reword  string `name:"reword" placeholder:"FILE" help:"${comment_reword}"`
	Remove  bool   `name:"remove" help:"${comment_remove}"`
}

func (c *assessCommentsWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		if c.Reword != "" || c.Remove {
			text := []byte{}
			if !c.Remove {
				var err error
				if text, err = h.read(c.Reword); err != nil {
					return err
				}
			}
			id, err := commentNamed(b, r.ID, c.Comment)
			if err != nil {
				return err
			}
			if err := b.Assess().Reword(r.ID, id, strings.TrimSpace(string(text))); err != nil {
				return err
			}
		}
		waiting, err := b.Assess().Comments(r.ID)
		if err != nil {
			return err
		}
		answers := []map[string]string{}
		for _, w := range waiting {
			answers = append(answers, map[string]string{"id": string(w.ID), "question": w.Question, "text": w.Text})
		}
		return h.answer(map[string]any{"waiting": answers}, func(p *page) {
			if len(waiting) == 0 {
				p.say(wording.T("No comment waits to be reworded."))
			}
			for _, w := range waiting {
				p.row(w.ID.Short(), w.Question, w.Text)
			}
		})
	})
}

func commentNamed(b *board.Board, round record.ID, name string) (record.ID, error) {
	waiting, err := b.Assess().Comments(round)
	for _, w := range waiting {
		if string(w.ID) == name || len(name) >= 4 && strings.HasPrefix(string(w.ID), name) {
			return w.ID, err
		}
	}
	if err == nil {
		err = wording.Refuse("comment", "There is no such comment that waits.")
	}
	return "", err
}
