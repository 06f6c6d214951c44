package table

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"
)

// Bounds of a sheet, by the standard.
const (
	sheetRows    = 1 << 20
	sheetColumns = 1 << 14
	maxMerges    = 100_000
)

// grid is what was read of a sheet.
type grid struct {
	rows          []Row
	merges        []area
	hiddenRows    int
	hiddenColumns map[int]bool
}

// area is a block of merged cells, both corners included. Rows count from 1,
// columns from 0.
type area struct{ top, left, bottom, right int }

// cellReader gathers cells from the tokens of a sheet (ECMA-376 part 1,
// 18.3.1), one after the other, so that an empty cell far to the right costs
// nothing.
type cellReader struct {
	book *workbook
	grid

	seenData bool
	inData   bool
	row      Row
	rowOpen  bool
	hidden   bool
	column   int
	cellOpen bool
	kind     string
	style    int
	formula  bool
	value    *strings.Builder
	inValue  bool
	inline   richText
}

// readGrid reads one sheet.
func (w *workbook) readGrid(ctx context.Context, s sheetPart, o Options) (grid, error) {
	p, err := w.files.open(s.file)
	if err != nil {
		return grid{}, err
	}
	r := &cellReader{book: w, grid: grid{hiddenColumns: map[int]bool{}}}
	n := 0
	err = p.each(func(token xml.Token) error {
		if n++; n%4096 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			o.progress(float64(p.bytes.read) / float64(p.bytes.size+1))
		}
		return r.see(token)
	})
	if err == nil && !r.seenData {
		err = errDamaged
	}
	return r.grid, err
}

func (r *cellReader) see(token xml.Token) error {
	if r.cellOpen {
		r.inline.see(token, "is")
	}
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t)
	case xml.EndElement:
		return r.end(t.Name.Local)
	case xml.CharData:
		if r.inValue {
			if r.value.Len()+len(t) > MaxCell*8*4 {
				return errTooLarge
			}
			r.value.Write(t)
		}
	}
	return nil
}

func (r *cellReader) start(e xml.StartElement) error {
	switch name := e.Name.Local; {
	case name == "sheetData":
		r.inData, r.seenData = true, true
	case name == "row" && r.inData:
		return r.startRow(e)
	case name == "c" && r.inData:
		return r.startCell(e)
	case name == "f":
		r.formula = true
	case name == "v" && r.inData:
		r.inValue, r.value = true, &strings.Builder{}
	case name == "col":
		r.hideColumns(e)
	case name == "mergeCell":
		a, ok := parseArea(attr(e, "ref"))
		if !ok || len(r.merges) == maxMerges {
			return errDamaged
		}
		r.merges = append(r.merges, a)
	}
	return nil
}

func (r *cellReader) end(name string) error {
	switch {
	case name == "sheetData":
		r.inData = false
	case name == "v":
		r.inValue = false
	case name == "c" && r.inData:
		r.cellOpen = false
		return r.endCell()
	case name == "row" && r.inData:
		r.rowOpen = false
		if used := filled(r.row); used > 0 {
			if len(r.rows) == MaxRows {
				return refuseTooMany()
			}
			r.rows = append(r.rows, r.row)
			if r.hidden {
				r.hiddenRows++
			}
		}
	}
	return nil
}

func (r *cellReader) startRow(e xml.StartElement) error {
	line := r.row.Line + 1
	if text := attr(e, "r"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < line {
			return errDamaged // rows out of order: no telling who is who
		}
		line = n
	}
	if line > sheetRows || r.rowOpen {
		return errDamaged
	}
	hidden := attr(e, "hidden")
	r.row, r.rowOpen, r.hidden, r.column = Row{Line: line}, true, hidden == "1" || hidden == "true", -1
	return nil
}

func (r *cellReader) startCell(e xml.StartElement) error {
	if !r.rowOpen || r.cellOpen {
		return errDamaged
	}
	column := r.column + 1
	if ref := attr(e, "r"); ref != "" {
		c, line, ok := parseRef(ref)
		if !ok || line != r.row.Line || c < column {
			return errDamaged
		}
		column = c
	}
	style, err := strconv.Atoi(attr(e, "s"))
	if err != nil {
		style = 0
	}
	r.column, r.cellOpen, r.kind, r.style = column, true, attr(e, "t"), style
	r.formula, r.value, r.inline = false, nil, richText{}
	return nil
}

func (r *cellReader) hideColumns(e xml.StartElement) {
	least, errLeast := strconv.Atoi(attr(e, "min"))
	most, errMost := strconv.Atoi(attr(e, "max"))
	if hidden := attr(e, "hidden"); errLeast != nil || errMost != nil || hidden != "1" && hidden != "true" {
		return
	}
	for c := max(least, 1); c <= min(most, MaxColumns); c++ {
		r.hiddenColumns[c-1] = true
	}
}

func (r *cellReader) endCell() error {
	c, err := r.cell()
	if err != nil || c.Empty() {
		return err
	}
	if r.column >= MaxColumns {
		return refuseTooWide()
	}
	for len(r.row.Cells) < r.column {
		r.row.Cells = append(r.row.Cells, Cell{})
	}
	r.row.Cells = append(r.row.Cells, c)
	return nil
}

// parseRef reads "AB12" into a column from 0 and a row from 1.
func parseRef(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 3 && ref[i] >= 'A' && ref[i] <= 'Z'; i++ {
		column = column*26 + int(ref[i]-'A') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	return column - 1, row, err == nil && i > 0 && column <= sheetColumns && row >= 1 && row <= sheetRows && ref[i] != '+'
}

// parseArea reads "A1:B3", or "A1" alone.
func parseArea(ref string) (area, bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	left, top, okFrom := parseRef(from)
	right, bottom, okTo := parseRef(to)
	return area{top, left, bottom, right}, okFrom && okTo && top <= bottom && left <= right
}
