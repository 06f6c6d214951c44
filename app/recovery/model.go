package recovery

import (
	"bytes"
	"path/filepath"
	"strings"

	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// askedFor is how many groups are typed in again.
const askedFor = 2

// Keeper remembers whether a kit was read back. *board.Board is one.
type Keeper interface {
	Ask(groups int) ([]int, error)
	KitReadBack(holder record.ID) error
	KitSkipped(holder record.ID) error
}

// Group is a few characters of the key.
type Group struct {
	Number int
	// Text and Check are the characters and the two that check them.
	Text, Check string
}

// State is what is shown of a kit.
type State struct {
	Groups      []Group
	Fingerprint string
	// Code is the QR code, true for dark; nil where it could not be drawn.
	Code [][]bool
	// Asked are the numbers of the groups to type in.
	Asked []int
	// Saved says what was written out and what to do with it, Where where it is.
	Saved, Where string
	// Trouble is what went wrong, and what to do.
	Trouble string
}

// Model is a kit that is shown and read back.
type Model struct {
	book         *wording.Book
	kit          *board.Kit
	keeper       Keeper
	asked        []int
	saved, where string
	trouble      string
}

// NewModel begins with a kit that was just made.
func NewModel(book *wording.Book, kit *board.Kit, keeper Keeper) *Model {
	return &Model{book: book, kit: kit, keeper: keeper}
}

// State is what to show now.
func (m *Model) State() State {
	s := State{Fingerprint: m.kit.Fingerprint, Asked: m.asked, Saved: m.saved, Where: m.where, Trouble: m.trouble}
	for i, g := range m.kit.Paper.Groups {
		s.Groups = append(s.Groups, Group{Number: i + 1, Text: g.Text, Check: g.Check})
	}
	if code, err := m.kit.Code(); err == nil {
		s.Code = code
	}
	return s
}

// Ask draws the groups to type in.
func (m *Model) Ask() {
	asked, err := m.keeper.Ask(askedFor)
	m.asked, m.trouble = asked, m.explain(err)
}

// Check compares what was typed with the groups that were asked for, in their
// order, and says for each what is wrong. Where all is right it is kept that
// the kit was read back.
func (m *Model) Check(typed []string) (mistakes []string, right bool) {
	mistakes, right = make([]string, len(m.asked)), len(m.asked) > 0
	for i, group := range m.asked {
		switch {
		case i >= len(typed) || strings.TrimSpace(typed[i]) == "":
			mistakes[i] = m.book.Say("Type group {n} from your paper.", "n", group)
		default:
			mistakes[i] = m.explain(m.kit.Check(group, typed[i]))
		}
		right = right && mistakes[i] == ""
	}
	return mistakes, right && m.keep(m.keeper.KitReadBack(m.kit.Holder))
}

// CheckFile says what is wrong with a key file that is to hold this key.
// Where it does, it is kept that the kit was read back.
func (m *Model) CheckFile(path string) (mistake string) {
	data, err := board.ReadKeyFile(path)
	defer clear(data)
	if err != nil {
		return m.explain(err)
	}
	if !bytes.Contains(data, []byte(m.kit.Paper.Text)) {
		return m.book.Say("This file does not hold the key that was just made. Choose another one, or save it again.")
	}
	m.keep(m.keeper.KitReadBack(m.kit.Holder))
	return m.trouble
}

// Later puts the reading back off, which is kept too.
func (m *Model) Later() bool { return m.keep(m.keeper.KitSkipped(m.kit.Holder)) }

// SavePDF writes the kit to be printed; it is called beside the window.
func (m *Model) SavePDF(path string) error {
	sheet, err := m.kit.PDF(m.book)
	if err != nil {
		return err
	}
	defer clear(sheet)
	return board.WriteOut(path, sheet)
}

// SaveFile writes the kit as a key file; it is called beside the window.
func (m *Model) SaveFile(path string) error {
	text := m.kit.Text(m.book)
	defer clear(text)
	return board.WriteOut(path, text)
}

// SavedPDF takes how the writing went.
func (m *Model) SavedPDF(path string, err error) {
	m.say(path, err, m.book.Say("The PDF is saved. Print it, put the paper in a safe place, and then remove the file: it is the key itself, and it opens the vault."))
}

// SavedFile takes how the writing went.
func (m *Model) SavedFile(path string, err error) {
	m.say(path, err, m.book.Say("The key file is saved. Keep the stick apart from this computer, like a paper key: the file opens the vault without any passphrase."))
}

func (m *Model) say(path string, err error, well string) {
	m.trouble, m.saved, m.where = m.explain(err), "", ""
	if err == nil {
		m.saved, m.where = well, where(m.book, path)
	}
}

// where says in which folder a file lies.
func where(book *wording.Book, path string) string {
	return book.Say("{file} lies in {folder}.", "file", filepath.Base(path), "folder", filepath.Dir(path))
}

func (m *Model) keep(err error) bool {
	m.trouble = m.explain(err)
	return err == nil
}

func (m *Model) explain(err error) string { return board.ExplainIn(m.book, err) }
