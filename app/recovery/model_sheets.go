package recovery

import (
	"context"

	"holdfast/board"
	"holdfast/wording"
)

// SheetKeeper lets sheets open the vault. *board.Board is one.
type SheetKeeper interface {
	KeepSheets(ctx context.Context, s *board.Sheets) (board.Keyholder, error)
}

// Words is one sheet as it is shown.
type Words struct {
	Number int
	Title  string
	List   []string
}

// SheetsState is what is shown of a divided key.
type SheetsState struct {
	Sheets      []Words
	Fingerprint string
	// Asked is the sheet to type in, from 1; 0 while they are shown. Title and
	// Say are what is asked.
	Asked      int
	Title, Say string
	// Saved says what was written out, Where where it is, Trouble what went wrong.
	Saved, Where, Trouble string
}

// SheetsModel is a key on three sheets that are shown and read back.
type SheetsModel struct {
	book         *wording.Book
	sheets       *board.Sheets
	keeper       SheetKeeper
	asked        int
	saved, where string
	trouble      string
}

// NewSheetsModel begins with sheets that were just drawn.
func NewSheetsModel(book *wording.Book, sheets *board.Sheets, keeper SheetKeeper) *SheetsModel {
	return &SheetsModel{book: book, sheets: sheets, keeper: keeper}
}

// State is what to show now.
func (m *SheetsModel) State() SheetsState {
	s := SheetsState{Fingerprint: m.sheets.Fingerprint, Asked: m.asked, Saved: m.saved, Where: m.where, Trouble: m.trouble}
	for _, share := range m.sheets.Shares {
		s.Sheets = append(s.Sheets, Words{Number: share.Number, List: share.Words, Title: m.book.Say("Sheet {n}", "n", share.Number)})
	}
	if m.asked > 0 {
		s.Title = m.book.Say("Read back sheet {n} of {all}", "n", m.asked, "all", len(m.sheets.Shares))
		s.Say = m.book.Say("The sheets are hidden now. Type all words of sheet {n} from your paper; the first four letters of each are enough.", "n", m.asked)
	}
	return s
}

// Ask hides the sheets and asks for the first.
func (m *SheetsModel) Ask() { m.asked = 1 }

// Check says what is wrong with what was typed from the sheet that is asked
// for, or goes on to the next; done is after the last.
func (m *SheetsModel) Check(typed string) (mistake string, done bool) {
	if err := m.sheets.Check(m.asked, typed); err != nil {
		return board.ExplainIn(m.book, err), false
	}
	if m.asked == len(m.sheets.Shares) {
		return "", true
	}
	m.asked++
	return "", false
}

// Keep lets the sheets open the vault; it is called beside the window.
func (m *SheetsModel) Keep(ctx context.Context) error {
	_, err := m.keeper.KeepSheets(ctx, m.sheets)
	return err
}

// SavePDF writes the sheets to be printed; it is called beside the window.
func (m *SheetsModel) SavePDF(path string) error {
	pages, err := m.sheets.PDF(m.book)
	if err != nil {
		return err
	}
	defer clear(pages)
	return board.WriteOut(path, pages)
}

// SavedPDF takes how the writing went.
func (m *SheetsModel) SavedPDF(path string, err error) {
	m.trouble, m.saved, m.where = board.ExplainIn(m.book, err), "", where(m.book, path)
	if err == nil {
		m.saved = m.book.Say("The PDF is saved, a page for each sheet. Print it, part the pages, and then remove the file: it is the whole key.")
	}
}
