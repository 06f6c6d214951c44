package unlock

import (
	"context"

	"holdfast/board"
	"holdfast/wording"
)

// Way is a kind of key.
type Way int

// The ways in.
const (
	ByPassphrase Way = iota
	ByPaper
	ByFile
)

// Door opens the vault for one try. *board.Closed is one.
type Door interface {
	Unlock(ctx context.Context, key board.Key, progress board.Progress) (*board.Board, board.Opening, error)
}

// State is what the screen shows.
type State struct {
	Way Way
	// Label is that of the field, Help the line below it.
	Label, Help string
	// Act is the word on the button, Busy what is said meanwhile.
	Act, Busy string
	// Mistake is what is wrong with what was typed, below the field.
	Mistake string
	// Trouble is what is wrong with the vault itself, and what to do.
	Trouble string
	// File is the name of the key file that was chosen, without its folder.
	File string
}

// Model is the unlock screen without its looks.
type Model struct {
	book *wording.Book
	way  Way
	busy bool
	path string // of the key file

	mistake, trouble string
}

// NewModel makes the screen as it is first shown.
func NewModel(book *wording.Book) *Model { return &Model{book: book} }

// Choose changes the kind of key. What was said about the other is gone.
func (m *Model) Choose(way Way) {
	m.way, m.mistake, m.trouble = way, "", ""
}

// ChooseFile takes a key file.
func (m *Model) ChooseFile(path string) {
	m.Choose(ByFile)
	m.path = path
}

// Begin takes what was typed and gives the try, to be run beside the window,
// or nil where there is nothing to try yet.
func (m *Model) Begin(typed []byte) func() (board.Key, error) {
	m.mistake, m.trouble = "", ""
	way, path := m.way, m.path
	switch {
	case m.busy:
		return nil
	case way == ByFile && path == "":
		m.mistake = m.book.Say("Choose the key file first.")
		return nil
	case way != ByFile && len(typed) == 0:
		m.mistake = m.book.Say("Type it in first.")
		return nil
	}
	m.busy = true
	return func() (board.Key, error) { return key(way, path, typed) }
}

// key makes the key of what was typed or read, and wipes what was typed.
func key(way Way, path string, typed []byte) (board.Key, error) {
	switch way {
	case ByPaper:
		defer clear(typed)
		return board.PaperKey(string(typed))
	case ByFile:
		data, err := board.ReadKeyFile(path)
		if err != nil {
			return nil, err
		}
		return board.FileKey(data, typed)
	default:
		defer clear(typed)
		return board.PassphraseKey(string(typed)), nil
	}
}

// Ended says how the try ended; err is nil where the vault is open.
func (m *Model) Ended(err error) {
	m.busy = false
	if err == nil {
		return
	}
	what := board.Explain(err)
	said := ""
	for _, line := range what.Says {
		said += m.book.Render(line) + " "
	}
	said = said[:max(0, len(said)-1)]
	switch what.Code {
	case board.CodePassphrase, board.CodeInvalid:
		m.mistake = said
	case board.CodeStopped:
	default:
		m.trouble = said
	}
}

// State is what to show now.
func (m *Model) State() State {
	s := State{Way: m.way, Mistake: m.mistake, Trouble: m.trouble, Act: m.book.Say("Unlock")}
	if m.busy {
		s.Busy = m.book.Say("Checking the key. This takes about a second, so that nobody can guess quickly.")
	}
	switch m.way {
	case ByPaper:
		s.Label = m.book.Say("Paper key")
		s.Help = m.book.Say("All groups one after the other. Spaces and lines do not matter.")
	case ByFile:
		s.Label = m.book.Say("Passphrase of the key file")
		s.Help = m.book.Say("Leave it empty if the file has none.")
		s.File = base(m.path)
	default:
		s.Label = m.book.Say("Passphrase")
	}
	return s
}

// base is the last part of a path of any system.
func base(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' || path[i] == '\\' {
			return path[i+1:]
		}
	}
	return path
}
