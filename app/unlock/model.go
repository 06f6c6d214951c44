package unlock

import (
	"context"

	"holdfast/app/keyway"
	"holdfast/board"
	"holdfast/wording"
)

// Door opens the vault for one try. *board.Closed is one.
type Door interface {
	Unlock(ctx context.Context, key board.Key, progress board.Progress) (*board.Board, board.Opening, error)
}

// Page is what the screen is about.
type Page int

// The pages.
const (
	// Unlocking asks for a key.
	Unlocking Page = iota
	// Forgotten asks which other key somebody still has.
	Forgotten
	// Recovering asks for that key.
	Recovering
)

// Option is another key that somebody may still have.
type Option struct {
	Way         keyway.Way
	Label, Note string
}

// State is what the screen shows.
type State struct {
	Page Page
	// Title and Say head the pages of a forgotten passphrase.
	Title, Say string
	// Act is the word on the button, Busy what is said meanwhile.
	Act, Busy string
	// Trouble is what is wrong with the vault itself, and what to do.
	Trouble string
	// Options are the keys to choose from on the page Forgotten, Without what
	// is said to somebody who has none of them.
	Options []Option
	Without string
}

// Model is the unlock screen without its looks.
type Model struct {
	book    *wording.Book
	page    Page
	way     keyway.Way
	busy    bool
	trouble string
}

// NewModel makes the screen as it is first shown.
func NewModel(book *wording.Book) *Model { return &Model{book: book, way: keyway.ByPassphrase} }

// Choose changes the kind of key; what was said about the other is gone.
func (m *Model) Choose(way keyway.Way) { m.way, m.trouble = way, "" }

// Forgot asks which other key there is.
func (m *Model) Forgot() { m.page, m.trouble = Forgotten, "" }

// Recover asks for that key.
func (m *Model) Recover(way keyway.Way) {
	m.page = Recovering
	m.Choose(way)
}

// Back is to the page before.
func (m *Model) Back() {
	m.page--
	m.trouble = ""
}

// Begin says whether a try may begin: only one runs at a time.
func (m *Model) Begin() bool {
	if m.busy {
		return false
	}
	m.busy, m.trouble = true, ""
	return true
}

// Ended says how the try ended, for what stands below no field.
func (m *Model) Ended(err error) {
	m.busy = false
	if err == nil || board.Explain(err).Code == board.CodeStopped {
		return
	}
	m.trouble = board.ExplainIn(m.book, err)
}

// State is what to show now.
func (m *Model) State() State {
	s := State{Page: m.page, Trouble: m.trouble, Act: m.book.Say("Unlock")}
	switch m.page {
	case Forgotten:
		s.Title = m.book.Say("Forgot the passphrase?")
		s.Say = m.book.Say("Nobody can look it up or reset it, and that protects the people in here. Any other key opens the vault, and then you set a new passphrase.")
		s.Options = m.options()
		s.Without = m.book.Say("None of these? Then nobody can open this vault, and no backup of it either. Look again at home, in the office and with people you trust: a folded page, an envelope, a stick.")
	case Recovering:
		s.Title = m.book.Say("Open it with another key")
		s.Say = m.book.Say("Then you set a new passphrase.")
	}
	switch {
	case m.busy && m.way == keyway.ByHardware:
		s.Busy = m.book.Say("Waiting for the hardware key. Touch it if it blinks.")
	case m.busy:
		s.Busy = m.book.Say("Checking the key. This takes about a second, so that nobody can guess quickly.")
	}
	return s
}

func (m *Model) options() []Option {
	return []Option{
		{keyway.ByPaper, m.book.Say("The paper key"), m.book.Say("Ten groups of letters and digits, printed or copied by hand: the recovery kit.")},
		{keyway.BySheets, m.book.Say("Two of the three sheets"), m.book.Say("Pages with 33 words each. Two of them are enough.")},
		{keyway.ByFile, m.book.Say("A key file"), m.book.Say("A file on a stick, with a passphrase of its own or without.")},
		{keyway.ByHardware, m.book.Say("A hardware key"), m.book.Say("With the key file and the program that belong to it.")},
		{keyway.ByPassphrase, m.book.Say("Somebody else’s passphrase"), m.book.Say("Another person who opens this vault with a passphrase of their own.")},
	}
}
