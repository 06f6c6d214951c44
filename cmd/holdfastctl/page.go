package main

import (
	"strings"
	"unicode/utf8"

	"holdfast/wording"
)

// page is plain text for a person: lines, and columns that line up. It has no
// colour and no drawing, so that a screen reader reads it as it stands.
type page struct {
	book *wording.Book
	out  strings.Builder
	rows [][]string
}

// line ends whatever columns stand before it and adds a line as it is.
func (p *page) line(text string) {
	p.flush()
	p.out.WriteString(strings.TrimRight(text, " "))
	p.out.WriteByte('\n')
}

// say adds a sentence.
func (p *page) say(t wording.Text) { p.line(p.book.Render(t)) }

// gap adds an empty line, unless nothing stands before it.
func (p *page) gap() {
	if p.flush(); p.out.Len() > 0 {
		p.line("")
	}
}

// row adds cells that line up with those of the rows around it. A cell is a
// text as it is or a wording.Text.
func (p *page) row(cells ...any) {
	row := make([]string, len(cells))
	for i, cell := range cells {
		switch cell := cell.(type) {
		case wording.Text:
			row[i] = p.book.Render(cell)
		case string:
			row[i] = cell
		}
	}
	p.rows = append(p.rows, row)
}

// flush writes the rows that wait, each column as wide as its widest cell. The
// further lines of a note stand below its first, so that none of them looks
// like a row of its own.
func (p *page) flush() {
	var widths []int
	for _, row := range p.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range p.rows {
		var line strings.Builder
		at := 0
		for i, cell := range row {
			line.WriteString(strings.ReplaceAll(strings.TrimRight(cell, "\n"), "\n", "\n"+spaces(at)))
			if i < len(row)-1 {
				line.WriteString(spaces(widths[i] - utf8.RuneCountInString(cell) + 2))
			}
			at += widths[i] + 2
		}
		p.out.WriteString(strings.TrimRight(line.String(), " "))
		p.out.WriteByte('\n')
	}
	p.rows = nil
}

func (p *page) text() string {
	p.flush()
	return harmless(p.out.String())
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }
