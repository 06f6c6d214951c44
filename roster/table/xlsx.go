package table

import (
	"context"
	"errors"
	"io"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// readXLSX reads a workbook.
func readXLSX(ctx context.Context, data io.ReaderAt, size int64, o Options) (*Table, error) {
	files, err := openArchive(data, size)
	if err != nil {
		return nil, said(err)
	}
	if kind := files.kind(); kind != kindZip {
		return nil, refuseKind(kind)
	}
	book, err := openWorkbook(files)
	if err != nil {
		return nil, said(err)
	}
	t, err := book.choose(ctx, o)
	if err != nil {
		return nil, said(err)
	}
	t.Source.Format, t.Source.DayNumbers = XLSX, book.days
	for _, s := range book.sheets {
		t.Source.Sheets = append(t.Source.Sheets, s.Sheet)
	}
	if visible(book.sheets) > 1 && o.Sheet == "" {
		t.Notices = append(t.Notices, wording.T("This workbook has several sheets. The sheet “{sheet}” was read.", "sheet", t.Source.Sheet))
	}
	return t, nil
}

// said turns the errors of reading into sentences.
func said(err error) error {
	switch {
	case len(wording.Problems(err)) > 0, errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, errTooLarge):
		return refuseTooLarge()
	case errors.Is(err, record.ErrDamaged):
		return refuseDamaged()
	default:
		return refuseKind(kindUnknown)
	}
}

// errNothing says that a sheet has no cell with anything in it.
var errNothing = errors.New("the sheet is empty")

// maxFilled is how many cells may take their value from a merged one.
const maxFilled = 4 * MaxRows

// choose reads the sheet that is asked for, or the first shown one with a
// header that the caller knows, or else the first shown one with anything.
func (w *workbook) choose(ctx context.Context, o Options) (*Table, error) {
	if o.Sheet != "" {
		for _, s := range w.sheets {
			if strings.EqualFold(s.Name, o.Sheet) {
				t, err := w.table(ctx, s, o)
				if errors.Is(err, errNothing) {
					return nil, refuseKind(kindEmpty)
				}
				return t, err
			}
		}
		return nil, wording.Refuse("sheet", "There is no such sheet in this workbook.")
	}
	var best *Table
	for _, s := range w.sheets {
		if s.Hidden && visible(w.sheets) > 0 {
			continue
		}
		t, err := w.table(ctx, s, o)
		if errors.Is(err, errNothing) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if best == nil {
			best = t
		}
		if o.knownNames(t.Header) > 1 {
			return t, nil
		}
	}
	if best == nil {
		return nil, refuseKind(kindEmpty)
	}
	return best, nil
}

func visible(sheets []sheetPart) int {
	n := 0
	for _, s := range sheets {
		if !s.Hidden {
			n++
		}
	}
	return n
}

func (o Options) knownNames(header []Column) int {
	n := 0
	for _, c := range header {
		if o.known(c.Name) {
			n++
		}
	}
	return n
}

func (w *workbook) table(ctx context.Context, s sheetPart, o Options) (*Table, error) {
	g, err := w.readGrid(ctx, s, o)
	if err != nil {
		return nil, err
	}
	if len(g.rows) == 0 {
		return nil, errNothing
	}
	if err := g.fillMerged(); err != nil {
		return nil, err
	}
	t, err := build(g.rows, g.hiddenColumns, o)
	if err != nil {
		return nil, err
	}
	t.Source.Sheet = s.Name
	if g.hiddenRows > 0 {
		t.Notices = append(t.Notices, wording.N(g.hiddenRows, "One row is hidden in the spreadsheet. It was read as well.",
			"{n} rows are hidden in the spreadsheet. They were read as well."))
	}
	return t, nil
}

// fillMerged writes the value of merged cells into the rows that they cover,
// as the spreadsheet shows it. Only downwards: a title over several columns
// belongs to none of them.
func (g *grid) fillMerged() error {
	left := maxFilled
	place := make(map[int]int, len(g.rows))
	for i, row := range g.rows {
		place[row.Line] = i
	}
	for _, a := range g.merges {
		top, ok := place[a.top]
		if !ok || a.left >= len(g.rows[top].Cells) || a.bottom == a.top {
			continue
		}
		value := g.rows[top].Cells[a.left]
		if value.Empty() {
			continue
		}
		value.Merged = true
		for i := top + 1; i < len(g.rows) && g.rows[i].Line <= a.bottom; i++ {
			if left--; left < 0 {
				return errDamaged // areas over each other, which the standard forbids
			}
			cells := g.rows[i].Cells
			for len(cells) <= a.left {
				cells = append(cells, Cell{})
			}
			if cells[a.left].Empty() {
				cells[a.left] = value
			}
			g.rows[i].Cells = cells
		}
	}
	return nil
}
