package table

import (
	"unicode/utf8"

	"holdfast/wording"
)

// Bounds of what is read. A file beyond one of them is refused with a
// sentence of its own, except for MaxCell, which puts the cell at Fault.
const (
	MaxFile    = 64 << 20 // bytes of the file
	MaxRows    = 50_000   // rows with something in them
	MaxColumns = 256      // columns with something in them
	MaxCell    = 10_000   // characters of a cell
)

// Table is what a file holds.
type Table struct {
	// Header is one for each column, from the first column to the last with
	// anything in it.
	Header []Column
	// Rows are the rows below the header that have anything in them. Each has
	// one cell for each column.
	Rows []Row
	// Source is how the file was read.
	Source Source
	// Notices are what a person should know about the reading.
	Notices []wording.Text
}

// Column is one column.
type Column struct {
	// Index counts from 0.
	Index int
	// Letter is what a spreadsheet calls the column: A, B, … AA.
	Letter string
	// Name is what the header says; "" where it says nothing, or where the
	// table has none.
	Name string
	// Hidden says that the spreadsheet does not show the column.
	Hidden bool
}

// Row is one row of cells.
type Row struct {
	// Line is the line of the file (CSV, where the row begins) or the row of
	// the sheet (XLSX), counted from 1.
	Line  int
	Cells []Cell
}

// Cell is one cell.
type Cell struct {
	// Text is the cell as text: trimmed, in Unicode normal form C, without
	// invisible characters. A Day is in its ISO form, YesNo is "TRUE" or
	// "FALSE".
	Text string
	// Kind is how the file held it. In CSV everything is Text.
	Kind Kind
	// Fault says why the cell can't be used; Text is empty then.
	Fault Fault
	// Merged says that the value was written in a cell above that is merged
	// with this one.
	Merged bool
}

// Empty says whether there is nothing in the cell.
func (c Cell) Empty() bool { return c.Text == "" && c.Fault == NoFault }

// Kind is how a file holds the value of a cell.
type Kind uint8

// The kinds of cells.
const (
	Text   Kind = iota
	Number      // as digits; at 10¹⁵ and more as the file wrote it
	Day         // a day, or a day and a time of which only the day is kept
	YesNo
)

// Source is how a file was read: what was found, or chosen in Options.
type Source struct {
	Format Format
	// Encoding and Separator are of a CSV file.
	Encoding  Encoding
	Separator Separator
	// Sheet is the sheet that was read, Sheets are all that could be, of an
	// XLSX file.
	Sheet  string
	Sheets []Sheet
	// HeaderLine is the line of the header, 0 where the table has none.
	HeaderLine int
	// DayNumbers says how this workbook counts its days.
	DayNumbers DaySystem
}

// Sheet is a sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
}

// Format is what kind of file it was.
type Format string

// The formats.
const (
	CSV  Format = "csv"
	XLSX Format = "xlsx"
)

// Preview gives up to n rows that show well what was read: the first ones,
// the last of them given up for the first row that has a letter outside ASCII
// where none of the others has, since that is where a wrong encoding shows.
func (t *Table) Preview(n int) []Row {
	if n <= 0 || len(t.Rows) <= n {
		return t.Rows
	}
	head := t.Rows[:n:n]
	if anyForeign(head) {
		return head
	}
	for i, row := range t.Rows[n:] {
		if row.foreign() {
			return append(t.Rows[:n-1:n-1], t.Rows[n+i])
		}
	}
	return head
}

func anyForeign(rows []Row) bool {
	for _, row := range rows {
		if row.foreign() {
			return true
		}
	}
	return false
}

// foreign says whether the row has a letter outside ASCII.
func (r Row) foreign() bool {
	for _, c := range r.Cells {
		for i := range len(c.Text) {
			if c.Text[i] >= utf8.RuneSelf {
				return true
			}
		}
	}
	return false
}

// letter is what a spreadsheet calls the column with that index.
func letter(index int) string {
	name := ""
	for index++; index > 0; index = (index - 1) / 26 {
		name = string(rune('A'+(index-1)%26)) + name
	}
	return name
}
