package table

import (
	"strings"
	"unicode"

	"holdfast/wording"
)

// within is how many rows are looked at to find the header. Titles, dates
// and notes above a list take a few.
const within = 25

// build makes a Table of rows that may have titles above the header.
func build(rows []Row, hidden map[int]bool, o Options) (*Table, error) {
	if len(rows) == 0 {
		return nil, refuseKind(kindEmpty)
	}
	at, err := findHeader(rows, o)
	if err != nil {
		return nil, err
	}
	t := &Table{}
	data := rows
	var names []Cell
	if at >= 0 {
		t.Source.HeaderLine = rows[at].Line
		names, data = rows[at].Cells, rows[at+1:]
	}
	width := len(names)
	for _, row := range data {
		width = max(width, len(row.Cells))
	}
	for i := range width {
		c := Column{Index: i, Letter: letter(i), Hidden: hidden[i]}
		if i < len(names) {
			c.Name = strings.Join(strings.Fields(names[i].Text), " ")
		}
		t.Header = append(t.Header, c)
	}
	t.Rows = make([]Row, len(data))
	for i, row := range data {
		cells := make([]Cell, width)
		copy(cells, row.Cells)
		t.Rows[i] = Row{Line: row.Line, Cells: cells}
	}
	switch {
	case at < 0 && o.HeaderLine == 0:
		t.Notices = append(t.Notices, wording.T("No line looks like the names of the columns, so the columns are called by their letters."))
	case at >= 0 && o.HeaderLine == 0 && o.knownIn(rows[at]) == 0:
		t.Notices = append(t.Notices, wording.T("None of the column names is one that Holdfast knows. Line {line} was taken for them; if it is a person already, say that there are no column names.", "line", rows[at].Line))
	}
	return t, nil
}

// findHeader gives the place in rows of the header, or -1 where there is
// none.
func findHeader(rows []Row, o Options) (int, error) {
	switch {
	case o.HeaderLine == NoHeader:
		return -1, nil
	case o.HeaderLine != 0:
		for i, row := range rows {
			if row.Line == o.HeaderLine {
				return i, nil
			}
		}
		return 0, wording.Refuse("header_line", "There is nothing in the line that should hold the names of the columns.")
	}
	best, most := -1, 0
	for i, row := range rows[:min(len(rows), within)] {
		if known := o.knownIn(row); known > most {
			best, most = i, known
		}
	}
	if most > 1 || most == 1 && widest(rows) == 1 {
		return best, nil
	}
	return likeliest(rows), nil
}

func (o Options) knownIn(row Row) int {
	n := 0
	for _, c := range row.Cells {
		if c.Kind == Text && o.known(c.Text) {
			n++
		}
	}
	return n
}

// widest is the largest number of cells of the first rows.
func widest(rows []Row) int {
	width := 0
	for _, row := range rows[:min(len(rows), within)] {
		width = max(width, filled(row))
	}
	return width
}

func filled(row Row) int {
	n := 0
	for _, c := range row.Cells {
		if !c.Empty() {
			n++
		}
	}
	return n
}

// likeliest is the first row as wide as most of the list in which every cell
// reads like the name of a column; -1 where there is none.
func likeliest(rows []Row) int {
	width := widest(rows)
	for i, row := range rows[:min(len(rows), within)] {
		if filled(row)*2 <= width || len(rows) == 1 {
			continue // a title above the list
		}
		for _, c := range row.Cells {
			if !c.Empty() && !namesColumn(c) {
				return -1
			}
		}
		return i
	}
	return -1
}

// namesColumn says whether a cell can be the name of a column: words, with no
// @ and few digits.
func namesColumn(c Cell) bool {
	if c.Kind != Text || c.Fault != NoFault || strings.Contains(c.Text, "@") {
		return false
	}
	letters, digits := 0, 0
	for _, r := range c.Text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return (letters > 0 || c.Text == "#") && digits <= 2
}
