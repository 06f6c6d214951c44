package sitting

import (
	"slices"

	"holdfast/app/answer"
	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/member"
	"holdfast/wording"
)

// Room is what a sitting can reach: a board.Sitting.
type Room interface {
	Title() string
	Named() bool
	Sides() []assessment.Side
	Instrument() assessment.Instrument
	Code() (assessment.Code, error)
	HandIn(assessment.Response, assessment.Code) error
	PutAside(assessment.Response, assessment.Code) error
	TakeUp(assessment.Code) (assessment.Response, error)
	Answering(*assessment.Response, assessment.Code) error
}

// Who answers, in a round by name: somebody of the board, or somebody else by
// their name. It is chosen by a keyholder before the sitting, so that no list
// of people is within reach.
type Who struct {
	Member member.ID
	Name   string
	Side   assessment.Side
}

// Page is what the sitting shows.
type Page int

// The pages.
const (
	Door Page = iota // where the next person begins
	ComingBack
	Answering
	Paused
	Handed
	Ending
)

// Model is a sitting without its looks.
type Model struct {
	book *wording.Book
	room Room
	who  Who

	page  Page
	side  assessment.Side
	sheet *answer.Sheet
	code  assessment.Code
	wrong string
}

// NewModel begins a sitting.
func NewModel(book *wording.Book, room Room, who Who) *Model {
	m := &Model{book: book, room: room, who: who}
	m.clear()
	return m
}

// clear forgets the person who sat here.
func (m *Model) clear() {
	m.page, m.sheet, m.side = Door, nil, m.who.Side
	if sides := m.room.Sides(); len(sides) == 1 {
		m.side = sides[0]
	}
	code, err := m.room.Code()
	m.code = code
	m.failed(err)
}

// Speak changes the language.
func (m *Model) Speak(book *wording.Book) {
	m.book = book
	if m.sheet != nil {
		m.sheet.Speak(book)
	}
}

// Page is what is shown.
func (m *Model) Page() Page { return m.page }

// Wrong is what has to be mended on the page, or "".
func (m *Model) Wrong() string { return m.wrong }

// Sheet is the questions, and the answers so far.
func (m *Model) Sheet() *answer.Sheet { return m.sheet }

// Code is the one with which the person comes back.
func (m *Model) Code() assessment.Code { return m.code }

// Side is the group that the person has chosen, or "".
func (m *Model) Side() assessment.Side { return m.side }

// Title is what the round is called.
func (m *Model) Title() string { return m.room.Title() }

// Named says whether it is kept who answers.
func (m *Model) Named() bool { return m.room.Named() }

// Name is who answers, in a round by name.
func (m *Model) Name() string { return m.who.Name }

// Note says what becomes of the answers.
func (m *Model) Note() string {
	if m.Named() {
		return m.book.Say("Your answers are kept under your name. Nothing else in this file can be opened until a keyholder unlocks it.")
	}
	return m.book.Say("Your answers are not linked to your name. Nothing else in this file can be opened until a keyholder unlocks it.")
}

// About is what the questions say of themselves before the first one.
func (m *Model) About() []string {
	return answer.NewSheet(m.book, m.room.Instrument(), nil).State().Says
}

// Languages are those that the questions are there in.
func (m *Model) Languages() []wording.Language { return m.room.Instrument().Languages }

// Sides are the groups to choose from; none where nothing has to be chosen.
func (m *Model) Sides() []form.Choice {
	if m.Named() || len(m.room.Sides()) < 2 {
		return nil
	}
	var all []form.Choice
	for _, s := range m.room.Sides() {
		all = append(all, form.Choice{ID: string(s), Label: m.book.Render(s.Name())})
	}
	return all
}

// Choose takes the person's group.
func (m *Model) Choose(side string) { m.side, m.wrong = assessment.Side(side), "" }

// Begin goes to the first question: what is to be known before stands at the
// door.
func (m *Model) Begin() {
	if !slices.Contains(m.room.Sides(), m.side) {
		m.wrong = m.book.Say("Choose one of these first.")
		return
	}
	m.sheet, m.page, m.wrong = answer.NewSheet(m.book, m.room.Instrument(), nil), Answering, ""
	m.sheet.Next()
}

// Return asks for the code of somebody who comes back.
func (m *Model) Return() { m.page, m.wrong = ComingBack, "" }

// TakeUp goes on with what was put aside under a code as it is typed.
func (m *Model) TakeUp(typed string) {
	code, err := assessment.ParseCode(typed)
	var r assessment.Response
	if err == nil {
		r, err = m.room.TakeUp(code)
	}
	if m.failed(err) {
		return
	}
	m.code, m.side, m.page = code, r.Side, Answering
	m.sheet = answer.NewSheet(m.book, m.room.Instrument(), r.Answers)
}

// Pause puts the answers aside.
func (m *Model) Pause() {
	if !m.sheet.Begun() { // there is nothing to come back to
		m.clear()
		return
	}
	if !m.failed(m.room.PutAside(m.response(), m.code)) {
		m.page = Paused
	}
}

// GoOn leads from a pause back to the questions.
func (m *Model) GoOn() { m.page = Answering }

// HandIn hands the answers in, for good.
func (m *Model) HandIn() {
	if !m.failed(m.room.HandIn(m.response(), m.code)) {
		m.clear()
		m.page = Handed
	}
}

// Next makes room for the next person.
func (m *Model) Next() { m.clear() }

// Leave asks for the key that ends the sitting.
func (m *Model) Leave() { m.page, m.wrong = Ending, "" }

// Refuse says why the sitting did not end.
func (m *Model) Refuse(err error) { m.failed(err) }

func (m *Model) failed(err error) bool {
	m.wrong = ""
	if err != nil {
		m.wrong = board.ExplainIn(m.book, err)
	}
	return err != nil
}

// response is what was answered so far.
func (m *Model) response() assessment.Response {
	r := assessment.Response{Side: m.side, Answers: m.sheet.Answers()}
	if m.Named() {
		r.Member, r.Name = m.who.Member, m.who.Name
		if r.Member != "" {
			r.Name = ""
		}
	}
	return r
}

// Remember tells the room what would be lost now, and says whether there is
// anything.
func (m *Model) Remember() bool {
	if m.page != Answering || !m.sheet.Begun() {
		return m.room.Answering(nil, "") != nil
	}
	r := m.response()
	return m.room.Answering(&r, m.code) == nil
}
