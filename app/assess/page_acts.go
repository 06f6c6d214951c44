package assess

import (
	"context"
	"strconv"
	"strings"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// Work is an act that takes a while.
type Work func(context.Context, func(step board.Step, done, total int64)) error

// Close ends the round with its results, GiveUp without any; Erase takes the
// traces of single answers out of the vault's history.
func (p *Page) Close(ctx context.Context, tell func(board.Step, int64, int64)) error {
	return p.board.Assess().CloseRound(ctx, p.id, tell)
}

// GiveUp ends the round without results.
func (p *Page) GiveUp(ctx context.Context, tell func(board.Step, int64, int64)) error {
	return p.board.Assess().GiveUpRound(ctx, p.id, tell)
}

// Erase takes the traces of single answers out of the vault's history.
func (p *Page) Erase(ctx context.Context, tell func(board.Step, int64, int64)) error {
	return p.board.Assess().EraseTraces(ctx, tell)
}

// TakeBack takes what somebody answered by name out of the round again.
func (p *Page) TakeBack(who Person) Work {
	return func(ctx context.Context, tell func(board.Step, int64, int64)) error {
		return p.board.Assess().TakeBack(ctx, p.id, who.response, tell)
	}
}

// Slips draws codes for a group and gives what prints them; they are kept
// nowhere else. wrong is what has to be mended first.
func (p *Page) Slips(side, howMany string, renewed bool) (print func(*wording.Book) (paper.Document, error), wrong string) {
	n, err := strconv.Atoi(strings.TrimSpace(howMany))
	if err != nil {
		return nil, p.book.Say("Write how many, in figures.")
	}
	r, err := p.board.Assess().Round(p.id)
	var codes []assessment.Code
	var words string
	if err == nil {
		codes, words, err = p.board.Assess().Codes(p.id, assessment.Side(side), n, renewed)
	}
	size, err2 := p.size()
	if err := errorOf(err, err2); err != nil {
		return nil, board.ExplainIn(p.book, err)
	}
	return func(book *wording.Book) (paper.Document, error) {
		return board.Slips(r.Round, assessment.Side(side), codes, words, book, size), nil
	}, ""
}

// Paper is the questions to be answered by hand.
func (p *Page) Paper(book *wording.Book) (paper.Document, error) {
	r, err := p.board.Assess().Round(p.id)
	if err != nil {
		return paper.Document{}, err
	}
	in, err := p.board.Assess().Instrument(r.Instrument, r.Version)
	if err != nil {
		return paper.Document{}, err
	}
	size, err := p.size()
	return board.AnswerPaper(in, r.Title, book, size), err
}

func (p *Page) size() (paper.Size, error) {
	s, err := p.board.Settings()
	return s.Paper, err
}

// Packet is the file for other laptops, and the words that open it.
func (p *Page) Packet() (file []byte, words string, err error) { return p.board.Assess().Packet(p.id) }

// Collected is what came of files with answers, in words.
type Collected struct {
	Say     string
	Refused []Told // the file, and why it was left out
}

// Collect takes the answers out of all files in a folder.
func (p *Page) Collect(dir string) (Collected, error) {
	files, err := board.AnswerFiles(dir)
	if err != nil {
		return Collected{}, err
	}
	all, err := p.board.Assess().Collect(p.id, files)
	if err != nil {
		return Collected{}, err
	}
	taken, c := 0, Collected{}
	for _, one := range all {
		if one.Problem == nil {
			taken++
			continue
		}
		c.Refused = append(c.Refused, Told{one.Name, board.ExplainIn(p.book, one.Problem)})
	}
	c.Say = p.book.Count(taken, "{n} answer was taken.", "{n} answers were taken.")
	return c, nil
}

// Answers are what a person answered by name, question by question.
func (p *Page) Answers(who Person) []Told {
	r, err := p.board.Assess().Round(p.id)
	if err != nil {
		return nil
	}
	in, err := p.board.Assess().Instrument(r.Instrument, r.Version)
	if err != nil {
		return nil
	}
	var all []Told
	for _, q := range in.Questions() {
		a, answered := who.response.Answers[q.ID]
		if !answered {
			continue
		}
		var said []string
		for _, v := range a.Values {
			said = append(said, in.Said(q, v, p.book))
		}
		if a.Note != "" {
			said = append(said, a.Note)
		}
		all = append(all, Told{q.Text.In(p.book.Language()), strings.Join(said, "; ")})
	}
	return all
}

// Who is a person who was chosen for a round by name. wrong is what has to be
// mended first.
func (p *Page) Who(id, name string) (who member.ID, called string, wrong string) {
	if id != "" {
		return member.ID(id), person(p.board, member.ID(id)), ""
	}
	if name = strings.TrimSpace(name); name == "" {
		return "", "", p.book.Say("Choose somebody, or write a name.")
	}
	return "", name, ""
}

// ID is the round's.
func (p *Page) ID() record.ID { return p.id }
