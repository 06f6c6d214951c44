package keyway

import (
	"holdfast/board"
	"holdfast/wording"
)

// Way is a kind of key that can be given.
type Way string

// The ways.
const (
	ByPassphrase Way = "passphrase"
	ByPaper      Way = "paper"
	ByFile       Way = "file"
	BySheets     Way = "sheets"
	ByHardware   Way = "hardware"
)

// Of is the way in which a keyholder's kind of key is given. The owner of a
// recipient keeps the other half in a file.
func Of(kind board.KeyKind) Way {
	switch kind {
	case board.KeyPaper:
		return ByPaper
	case board.KeyShares:
		return BySheets
	case board.KeyHardware:
		return ByHardware
	case board.KeyPassphrase:
		return ByPassphrase
	default:
		return ByFile
	}
}

// Input is how a field is filled in.
type Input int

// The inputs.
const (
	Secret Input = iota // typed, and hidden
	Lines               // typed, on several lines
	Path                // chosen from the disk
)

// FieldID names a field. A Problem of the board that is about one has the
// same name.
type FieldID string

// The fields.
const (
	Passphrase FieldID = "passphrase"
	Paper      FieldID = "paper"
	File       FieldID = "file"
	First      FieldID = "first"
	Second     FieldID = "second"
	Program    FieldID = "plugin"
	PIN        FieldID = "pin"
)

// Field is one field of a way.
type Field struct {
	ID    FieldID
	Input Input
	// Label, and the Help below it.
	Label, Help string
	// Chosen is the name of what was chosen, without its folder; Choose is
	// what the button says.
	Chosen, Choose string
	// Optional may stay empty.
	Optional bool
	// Mistake is what is wrong with it.
	Mistake string
}

// Chosen is what was chosen from the disk, by its path.
type Chosen struct{ File, Program string }

// Model is the form without its looks.
type Model struct {
	book     *wording.Book
	way      Way
	chosen   Chosen
	mistakes map[FieldID]string
}

// NewModel makes the form of a way.
func NewModel(book *wording.Book, way Way, chosen Chosen) *Model {
	return &Model{book: book, way: way, chosen: chosen}
}

// Way is the one that is asked for.
func (m *Model) Way() Way { return m.way }

// Chosen is what was chosen from the disk.
func (m *Model) Chosen() Chosen { return m.chosen }

// Choose takes another way. What was said about the last one is gone.
func (m *Model) Choose(way Way) { m.way, m.mistakes = way, nil }

// Pick takes what was chosen for a field.
func (m *Model) Pick(field FieldID, path string) {
	if field == Program {
		m.chosen.Program = path
	} else {
		m.chosen.File = path
	}
	delete(m.mistakes, field)
}

// Fields are those of the way, from top to bottom.
func (m *Model) Fields() []Field {
	var fields []Field
	switch m.way {
	case ByPaper:
		fields = []Field{{ID: Paper, Input: Lines, Label: m.book.Say("Paper key"), Help: m.book.Say("All groups one after the other. Spaces and lines do not matter.")}}
	case ByFile:
		fields = []Field{
			{ID: File, Input: Path, Label: m.book.Say("Key file"), Chosen: m.named(m.chosen.File), Choose: m.book.Say("Choose the key file…")},
			{ID: Passphrase, Label: m.book.Say("Passphrase of the key file"), Help: m.book.Say("Leave it empty if the file has none."), Optional: true}}
	case BySheets:
		fields = []Field{
			{ID: First, Input: Lines, Label: m.book.Say("One sheet"), Help: m.book.Say("All 33 words in their order; the first four letters of each are enough.")},
			{ID: Second, Input: Lines, Label: m.book.Say("Another sheet of the same set"), Help: m.book.Say("Two of the three are enough.")}}
	case ByHardware:
		fields = []Field{
			{ID: File, Input: Path, Label: m.book.Say("Key file that the plugin made"), Chosen: m.named(m.chosen.File), Choose: m.book.Say("Choose the key file…")},
			{ID: Program, Input: Path, Label: m.book.Say("Plugin, a program"), Chosen: m.named(m.chosen.Program), Choose: m.book.Say("Choose the plugin…"),
				Help: m.book.Say("It is the only program that is started, and it sees what it opens. Choose one that you trust.")},
			{ID: PIN, Label: m.book.Say("PIN"), Help: m.book.Say("Leave it empty if the key asks for none."), Optional: true}}
	default:
		fields = []Field{{ID: Passphrase, Label: m.book.Say("Passphrase")}}
	}
	for i := range fields {
		fields[i].Mistake = m.mistakes[fields[i].ID]
	}
	return fields
}

// named is what is shown of a path.
func (m *Model) named(path string) string {
	if path == "" {
		return m.book.Say("No file chosen yet")
	}
	return base(path)
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
