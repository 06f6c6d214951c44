package packet

import (
	"io"
	"strings"

	"holdfast/app/answer"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/wording"
)

// Page is what the window shows once the packet is open.
type Page int

// The pages.
const (
	AskCode Page = iota
	Answering
	PutAside
	Sealed
)

// Model is answering a packet, without its looks.
type Model struct {
	book   *wording.Book
	file   []byte
	random io.Reader
	packet *board.Packet

	page  Page
	code  assessment.Code
	sheet *answer.Sheet
	wrong string
	saved string // where the file lies that was written last
}

// NewModel begins with a packet as it lies on the disk.
func NewModel(book *wording.Book, file []byte, random io.Reader) *Model {
	return &Model{book: book, file: file, random: random}
}

// Speak changes the language.
func (m *Model) Speak(book *wording.Book) {
	m.book = book
	if m.sheet != nil {
		m.sheet.Speak(book)
	}
}

// Open opens the packet with the words that came with it. It takes a quarter of
// a second, so call it beside the window, and Opened with what it gives.
func (m *Model) Open(words string) (*board.Packet, error) {
	return board.OpenPacket(m.file, strings.Join(strings.Fields(words), " "))
}

// Opened takes the packet, or says why there is none, and whether there is one.
// The code is asked for again, also where something was answered already.
func (m *Model) Opened(p *board.Packet, err error) bool {
	m.wrong = explained(m.book, err)
	if err == nil {
		m.packet = p
		if m.page == Answering || m.page == PutAside {
			m.page = AskCode
		}
	}
	return err == nil
}

// explained puts an error into sentences; none is "".
func explained(book *wording.Book, err error) string {
	if err == nil {
		return ""
	}
	return board.ExplainIn(book, err)
}

// Page is what is shown, Wrong what has to be mended on it, or "".
func (m *Model) Page() Page { return m.page }

// Wrong is what has to be mended, or "".
func (m *Model) Wrong() string { return m.wrong }

// Sheet is the questions and the answers so far.
func (m *Model) Sheet() *answer.Sheet { return m.sheet }

// Saved is where the file lies that was written last.
func (m *Model) Saved() string { return m.saved }

// Title is what the round is called.
func (m *Model) Title() string { return m.packet.Title() }

// Note says whose questions they are, and what becomes of the answers.
func (m *Model) Note() string {
	return m.book.Say("For {board}. Your answers are not linked to your name; only the board’s keyholders can open them.", "board", m.packet.Board())
}

// Until says by when the answers should be back, or "".
func (m *Model) Until() string {
	if m.packet.To().IsZero() {
		return ""
	}
	return m.book.Say("Please give your answers back by {date}.", "date", m.packet.To())
}

// Languages are those that the questions are there in.
func (m *Model) Languages() []wording.Language { return m.packet.Instrument().Languages }

// Begin goes to the questions with the code of a slip, as it is typed; with
// that of before, to what was answered already.
func (m *Model) Begin(typed string) bool {
	if !m.known(typed) {
		return false
	}
	m.page = Answering
	return true
}

// known takes a code that the packet knows.
func (m *Model) known(typed string) bool {
	code, err := assessment.ParseCode(typed)
	if err == nil {
		_, err = m.packet.Side(code)
	}
	if m.wrong = explained(m.book, err); err != nil {
		return false
	}
	if m.sheet == nil || code != m.code {
		m.sheet = answer.NewSheet(m.book, m.packet.Instrument(), nil)
	}
	m.code = code
	return true
}

// TakeUp goes on with answers that were put aside in a file, under the same
// code. It takes a quarter of a second: look is called beside the window, and
// Took with what it gives.
func (m *Model) TakeUp(typed string, file []byte) (look func() (assessment.Answers, error), ok bool) {
	if !m.known(typed) {
		return nil, false
	}
	p, code := m.packet, m.code
	return func() (assessment.Answers, error) { return p.TakeUp(file, code) }, true
}

// Took goes on with answers that were taken up.
func (m *Model) Took(answers assessment.Answers, err error) {
	if m.wrong = explained(m.book, err); err == nil {
		m.sheet, m.page = answer.NewSheet(m.book, m.packet.Instrument(), answers), Answering
	}
}

// Seal makes the file that goes back, and its name.
func (m *Model) Seal() (file []byte, name string, err error) {
	if file, err = m.packet.Seal(m.sheet.Answers(), m.code); err != nil {
		return nil, "", err
	}
	name, err = board.AnswersName(m.random)
	return file, name, err
}

// Aside makes the file in which answers wait. It takes a quarter of a second.
func (m *Model) Aside() func() ([]byte, error) {
	p, code, answers := m.packet, m.code, m.sheet.Answers()
	return func() ([]byte, error) { return p.PutAside(answers, code) }
}

// Wrote notes that a file was written. Answers that were sealed are let go of.
func (m *Model) Wrote(path string, sealed bool) {
	m.saved, m.page = path, PutAside
	if sealed {
		m.page, m.sheet, m.code = Sealed, nil, ""
	}
}

// Another makes room for somebody else with a slip of their own.
func (m *Model) Another() { m.page, m.wrong = AskCode, "" }

// GoOn leads back to the questions.
func (m *Model) GoOn() { m.page = Answering }
