package settings

import (
	"context"
	"strings"
	"time"

	"holdfast/board"
	"holdfast/preference"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what the pages ask of the board.
type Board interface {
	Settings() (board.Settings, error)
	SaveSettings(s board.Settings) ([]wording.Text, error)

	Keyholders() ([]board.Keyholder, error)
	AddPassphrase(ctx context.Context, label, passphrase string) (board.Keyholder, error)
	AddPaper(ctx context.Context, label string) (*board.Kit, error)
	AddFile(ctx context.Context, label string, passphrase []byte, path string) (board.Keyholder, error)
	AddRecipient(ctx context.Context, label, recipient string) (board.Keyholder, error)
	AddHardware(ctx context.Context, label string, h *board.Hardware) (board.Keyholder, error)
	DrawSheets(ctx context.Context, label string) (*board.Sheets, error)
	KeepSheets(ctx context.Context, s *board.Sheets) (board.Keyholder, error)
	Rehearse(ctx context.Context, key board.Key) (board.Keyholder, error)
	RenameKeyholder(holder record.ID, label string) error
	RemoveKeyholder(ctx context.Context, holder record.ID, progress board.Progress) error
	ChangePassphrase(ctx context.Context, holder record.ID, passphrase string, feared bool, progress board.Progress) error
	Attest() error
	Fingerprint() (string, error)

	// For passphrases and kits.
	SuggestPassphrase() (string, error)
	Strength(text string) board.Estimate
	Ask(groups int) ([]int, error)
	KitReadBack(holder record.ID) error
	KitSkipped(holder record.ID) error

	ID() (record.ID, error)
	Opening() board.Opening
	Journal(since time.Time) ([]board.Entry, error)
	NeedsCompaction() bool
	Compact(ctx context.Context, progress board.Progress) error
}

// Window is what the pages ask of the window.
type Window interface {
	Preferences() preference.Settings
	// SetPreferences changes them and shows the change at once. An error says
	// that it holds for this run only.
	SetPreferences(change func(*preference.Settings)) error
	// PolicyChanged says that the board locks by other rules now.
	PolicyChanged()
	// Folder is where the vault lies.
	Folder() string
}

// Model is the pages without their looks.
type Model struct {
	board  Board
	window Window
	book   *wording.Book
}

// NewModel makes the pages of a board in a window.
func NewModel(b Board, window Window, book *wording.Book) *Model {
	return &Model{board: b, window: window, book: book}
}

// Option is something that can be chosen.
type Option struct{ ID, Label, Note string }

// Explain is an error in words; "" for none.
func (m *Model) Explain(err error) string { return board.ExplainIn(m.book, err) }

func (m *Model) render(texts []wording.Text) string {
	said := make([]string, len(texts))
	for i, t := range texts {
		said[i] = m.book.Render(t)
	}
	return strings.Join(said, " ")
}

// mistakes are the problems of an error by their fields; trouble is what is
// no problem of a field.
func (m *Model) mistakes(err error) (byField map[string]string, trouble string) {
	byField = board.MistakesIn(m.book, err)
	trouble = byField[""]
	delete(byField, "")
	return byField, trouble
}
