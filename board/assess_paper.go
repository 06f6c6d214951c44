package board

import (
	"strings"
	"unicode/utf8"

	"holdfast/assessment"
	"holdfast/chart"
	"holdfast/paper"
	"holdfast/wording"
)

// Document is the results to be printed: every chart with its sentence and
// its table, the questions, the comments, the plan, what the board was told.
func (r RoundResults) Document(book *wording.Book, size paper.Size, plan []assessment.Action) paper.Document {
	language := book.Language()
	d := paper.Document{Title: r.Round.Title, Size: size, Foot: book.Say("Groups under {n} are hidden, and so is whatever would tell of them.", "n", 5)}
	d.Blocks = append(d.Blocks, paper.Paragraph{Text: r.Results.Instrument.Title.In(language)},
		paper.Paragraph{Look: paper.Quiet, Text: book.Render(r.Answered())})
	for _, c := range r.Charts(book, chart.Print()) {
		together := paper.Together{paper.Heading{Text: c.Title}, paper.Paragraph{Text: c.Sentence}}
		if c.Legend != "" {
			together = append(together, paper.Paragraph{Look: paper.Quiet, Text: c.Legend})
		}
		d.Blocks = append(d.Blocks, append(together, c.Drawing), c.Table)
	}
	c := charting{r, book, chart.Print()}
	if len(r.Results.Strongest) > 0 {
		d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("Strongest")}, c.questions(r.Results.Strongest),
			paper.Heading{Text: book.Say("Weakest")}, c.questions(r.Results.Weakest))
	}
	if len(r.Results.Alone) > 0 {
		d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("Question by question")}, c.questions(r.Results.Alone))
	}
	for _, counted := range r.Counted(book) {
		d.Blocks = append(d.Blocks, paper.Together{paper.Heading{Text: counted.Title, Sub: true}, counted.Table})
	}
	if len(r.Results.Comments) > 0 {
		var said paper.List
		for _, comment := range r.Results.Comments {
			said = append(said, comment.Text)
		}
		d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("In people’s own words")}, said)
	}
	d.Blocks = append(append(d.Blocks, planBlocks(book, r, plan)...), toldBlocks(book, r.Round.Told)...)
	return d
}

// Answered says how many answered, how much was asked, and what is hidden.
func (r RoundResults) Answered() wording.Text {
	questions := 0
	for _, q := range r.Results.Questions {
		if q.Table == nil {
			questions++
		}
	}
	everyone := r.Results.People[assessment.Everyone]
	if !everyone.Shown {
		return wording.T("Too few answered for anything to be shown.")
	}
	return wording.T("{people} · {questions} · groups under 5 answers are hidden",
		"people", wording.N(everyone.N, "{n} person answered", "{n} people answered"),
		"questions", wording.N(questions, "{n} question", "{n} questions"))
}

// questions is a table of questions with the score of everyone.
func (c charting) questions(all []assessment.QuestionResult) paper.Table {
	t := paper.Table{Columns: []paper.Column{{Head: c.book.Say("Question")}, {Head: c.book.Say("Figure"), Right: true}, {Head: c.book.Say("Spread")}}}
	for _, q := range all {
		s := q.Scores[assessment.Everyone]
		t.Rows = append(t.Rows, []string{q.Text.In(c.book.Language()), c.figure(s), c.book.Render(SpreadWords(s.Spread))})
	}
	return t
}

// Counted is a question that is counted and not scored, and how often each
// answer was given.
type Counted struct {
	Title string
	Table paper.Table
}

// Counted are the questions that are counted and not scored.
func (r RoundResults) Counted(book *wording.Book) []Counted {
	var all []Counted
	for _, q := range r.Results.Questions {
		if q.Table == nil || len(q.Table.Rows) == 0 {
			continue
		}
		t := paper.Table{Columns: []paper.Column{{Head: book.Say("Answer")}, {Head: book.Say("People"), Right: true}}}
		for i, code := range q.Table.Rows {
			n := book.Say("few")
			if f := q.Table.Figures[i]; f.Shown {
				n = book.Number(f.N)
			}
			t.Rows = append(t.Rows, []string{r.Results.Instrument.Said(q.Question, code, book), n})
		}
		all = append(all, Counted{q.Text.In(book.Language()), t})
	}
	return all
}

func planBlocks(book *wording.Book, r RoundResults, plan []assessment.Action) []paper.Block {
	if len(plan) == 0 {
		return nil
	}
	t := planTable(book)
	for _, a := range plan {
		t.Rows = append(t.Rows, planRow(book, r.Results.Instrument, a))
	}
	return []paper.Block{paper.Heading{Text: book.Say("Plan from this")}, t}
}

func toldBlocks(book *wording.Book, told []assessment.Told) []paper.Block {
	if len(told) == 0 {
		return nil
	}
	var facts paper.Facts
	for _, t := range told {
		facts = append(facts, paper.Line{Label: book.Date(t.On), Text: t.What})
	}
	return []paper.Block{paper.Heading{Text: book.Say("What the board was told")}, facts}
}

// longestPart is how many characters may begin a part and still be its heading;
// what is longer is read like the questions.
const longestPart = 120

// AnswerPaper is an instrument to be answered on paper, by hand.
func AnswerPaper(in assessment.Instrument, title string, book *wording.Book, size paper.Size) paper.Document {
	language := book.Language()
	d := paper.Document{Title: title, Size: size, Foot: book.Say("Please don’t write your name on it.")}
	for _, intro := range []assessment.Words{in.About, in.ContentNote} {
		if text := intro.In(language); text != "" {
			d.Blocks = append(d.Blocks, paper.Paragraph{Text: text})
		}
	}
	d.Blocks = append(d.Blocks, paper.Paragraph{Look: paper.Boxed, Text: book.Say("Tick what fits. Leave out whatever you like, stop whenever you like; you need no reason.")})
	section, n := "", 0
	var together paper.Together // what comes before a question never stands alone
	questions := in.Questions()
	for i, q := range questions {
		if q.Section.ID != section {
			section = q.Section.ID
			together = append(together, paper.Heading{Text: q.Section.Text.In(language)})
		}
		for _, note := range append(q.Notes, q.ContentNote) {
			if text := note.In(language); text != "" {
				together = append(together, paper.Paragraph{Look: paper.Quiet, Text: text})
			}
		}
		switch text := q.Text.In(language); {
		case q.Type.Asks():
			n++
			together = append(together, asked(in, q, n, book)...)
		case i+1 < len(questions) && utf8.RuneCountInString(text) <= longestPart:
			together = append(together, paper.Heading{Text: text, Sub: true})
			continue
		default:
			together = append(together, paper.Paragraph{Text: text})
		}
		d.Blocks = append(d.Blocks, together)
		together = nil
	}
	return d
}

// asked is one question with room for its answer.
func asked(in assessment.Instrument, q assessment.Question, n int, book *wording.Book) paper.Together {
	language := book.Language()
	var together paper.Together
	for _, sentence := range in.AppliesIf(q.ID, book) {
		together = append(together, paper.Paragraph{Look: paper.Quiet, Text: sentence})
	}
	together = append(together, paper.Paragraph{Text: book.Number(n) + ". " + q.Text.In(language)})
	if help := q.Help.In(language); help != "" {
		together = append(together, paper.Paragraph{Look: paper.Quiet, Text: help})
	}
	var boxes paper.Boxes
	switch q.Type {
	case assessment.Choose:
		for _, c := range in.ChoicesOf(q.Item) {
			boxes.Items = append(boxes.Items, paper.Box{Text: c.Text.In(language)})
		}
	case assessment.YesNo:
		boxes.Items = []paper.Box{{Text: book.Say("Yes")}, {Text: book.Say("No")}}
	case assessment.Prose:
		return append(together, paper.Blank{Lines: 3})
	default:
		return append(together, paper.Blank{Lines: 1})
	}
	boxes.Beside = true
	return append(together, boxes)
}

// Slips are codes on slips to be cut apart, shuffled and drawn, with the words
// of the packet on each. Print them, then let go of the bytes.
func Slips(r assessment.Round, side assessment.Side, codes []assessment.Code, words string, book *wording.Book, size paper.Size) paper.Document {
	d := paper.Document{Size: size}
	for _, code := range codes {
		facts := paper.Facts{{Label: book.Say("Group"), Text: book.Render(side.Name())}, {Label: book.Say("Code"), Text: string(code)}}
		if words != "" {
			facts = append(facts, paper.Line{Label: book.Say("Words"), Text: words})
		}
		if !r.To.IsZero() {
			facts = append(facts, paper.Line{Label: book.Say("By when"), Text: book.Date(r.To)})
		}
		d.Blocks = append(d.Blocks, paper.Together{paper.Heading{Text: r.Title, Sub: true}, facts,
			paper.Paragraph{Look: paper.Quiet, Text: book.Say("Drawn by lot: nobody knows who has which. It can be used once.")},
			paper.Paragraph{Text: strings.Repeat("– ", 40)}})
	}
	return d
}
