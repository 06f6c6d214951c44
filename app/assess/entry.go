package assess

import (
	"encoding/json"

	"holdfast/app/answer"
	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Entry takes answers that were given on paper: one paper after the other is
// laid on a stack, and the stack is taken in at once.
type Entry struct {
	board Board
	book  *wording.Book
	id    record.ID
	round assessment.Round
	in    assessment.Instrument
	page  *Page

	side  assessment.Side
	who   member.ID
	name  string
	sheet *answer.Sheet
	stack []assessment.Response
	wrong string
}

// NewEntry begins a stack, or goes on with one that was half-typed.
func NewEntry(b Board, book *wording.Book, id record.ID, draft []byte) *Entry {
	e := &Entry{board: b, book: book, id: id, page: NewPage(b, book, id)}
	r, err := b.Assess().Round(id)
	if err == nil {
		e.round = r.Round
		e.in, err = b.Assess().Instrument(r.Instrument, r.Version)
	}
	if err != nil {
		e.wrong = board.ExplainIn(book, err)
		return e
	}
	var half halfCopied
	if json.Unmarshal(draft, &half) != nil {
		half = halfCopied{}
	}
	e.stack = half.Stack
	e.fresh(half.Answers)
	if half.Side != "" {
		e.side = half.Side
	}
	e.who, e.name = half.Who, half.Name
	return e
}

// halfCopied is what would be lost: the stack, and the paper on its way there.
type halfCopied struct {
	Stack   []assessment.Response `json:"stack,omitempty"`
	Side    assessment.Side       `json:"side,omitempty"`
	Who     member.ID             `json:"who,omitempty"`
	Name    string                `json:"name,omitempty"`
	Answers assessment.Answers    `json:"answers,omitempty"`
}

// fresh begins a paper.
func (e *Entry) fresh(before assessment.Answers) {
	e.sheet, e.who, e.name, e.wrong = answer.NewCopy(e.book, e.in, before), "", "", ""
	if sides := e.Sides(); len(sides) == 1 {
		e.side = assessment.Side(sides[0].ID)
	}
}

// Sheet is the paper that is copied now, nil where there is no such round.
func (e *Entry) Sheet() *answer.Sheet { return e.sheet }

// Title is what the round is called.
func (e *Entry) Title() string { return e.round.Title }

// Named says whether it is kept who answered.
func (e *Entry) Named() bool { return e.round.Named }

// Wrong is what has to be mended, or "".
func (e *Entry) Wrong() string { return e.wrong }

// Stack is how many papers lie on the stack, in words, and whether any do.
func (e *Entry) Stack() (say string, some bool) {
	return e.book.Count(len(e.stack), "{n} paper is on the stack.", "{n} papers are on the stack."), len(e.stack) > 0
}

// Sides are the groups that are asked.
func (e *Entry) Sides() []form.Choice {
	var all []form.Choice
	for _, s := range assessment.Sides() {
		if e.round.Asked[s] > 0 {
			all = append(all, form.Choice{ID: string(s), Label: e.book.Render(s.Name())})
		}
	}
	return all
}

// People are who can have answered, in a round by name.
func (e *Entry) People() []form.Choice {
	all, err := e.page.People()
	if err != nil {
		return nil
	}
	return all
}

// Side, Who and Name take who answered.
func (e *Entry) Side(id string) { e.side = assessment.Side(id) }

// Who takes who of the board answered.
func (e *Entry) Who(id string) { e.who = member.ID(id) }

// Name takes who else answered.
func (e *Entry) Name(name string) { e.name = name }

// Chosen is the group of the paper.
func (e *Entry) Chosen() string { return string(e.side) }

// Lay lays the paper on the stack and begins the next one, and says whether it
// could.
func (e *Entry) Lay() bool {
	r := assessment.Response{Side: e.side, Answers: e.sheet.Answers(), Instrument: e.in.ID, Version: e.in.Version, Words: e.in.Fingerprint()}
	if e.round.Named {
		if r.Member, r.Name, e.wrong = e.page.Who(string(e.who), e.name); e.wrong != "" {
			return false
		}
		if r.Member != "" {
			r.Name = ""
		}
	}
	if _, err := e.in.Accept(r); err != nil {
		e.wrong = board.ExplainIn(e.book, err)
		return false
	}
	e.stack = append(e.stack, r)
	e.fresh(nil)
	return true
}

// Drop takes the paper that was laid down last off the stack.
func (e *Entry) Drop() {
	if n := len(e.stack); n > 0 {
		e.stack = e.stack[:n-1]
	}
}

// TakeIn takes the stack in, and says so; "" is that it could not.
func (e *Entry) TakeIn() string {
	n := len(e.stack)
	if err := e.board.Assess().Enter(e.id, e.stack); err != nil {
		e.wrong = board.ExplainIn(e.book, err)
		return ""
	}
	e.stack, e.wrong = nil, ""
	return e.book.Count(n, "{n} paper was taken in. Destroy it now.", "{n} papers were taken in. Destroy them now.")
}

// Draft is what would be lost, or nil.
func (e *Entry) Draft() []byte {
	if len(e.stack) == 0 && (e.sheet == nil || !e.sheet.Begun()) {
		return nil
	}
	draft, err := json.Marshal(halfCopied{e.stack, e.side, e.who, e.name, e.sheet.Answers()})
	if err != nil {
		return nil // answers always have a JSON form
	}
	return draft
}
