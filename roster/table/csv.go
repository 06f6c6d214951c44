package table

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"holdfast/wording"
)

// readCSV reads a text file.
func readCSV(ctx context.Context, data []byte, o Options) (*Table, error) {
	text, taken, err := decode(data, o.Encoding)
	if err != nil {
		return nil, err
	}
	if strings.ContainsRune(text, 0) {
		return nil, refuseKind(kindUnknown)
	}
	notices := encodingNotices(text, taken, o.Encoding)
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // as a Mac wrote it long ago
	}
	separator := o.Separator
	switch separator {
	case "":
		separator = sniffSeparator(text)
	case Comma, Semicolon, Tab:
	default:
		return nil, wording.Refuse("separator", "There is no such separator. There are “,”, “;” and “tab”.")
	}
	skipped := 0
	if _, ok := statedSeparator(text); ok {
		_, text, _ = strings.Cut(text, "\n")
		skipped = 1
	}
	lines, err := records(ctx, text, separator, skipped, o)
	if err != nil {
		return nil, err
	}
	t, err := build(lines, nil, o)
	if err != nil {
		return nil, err
	}
	t.Source.Format, t.Source.Encoding, t.Source.Separator = CSV, taken, separator
	t.Notices = append(notices, t.Notices...)
	return t, nil
}

// records cuts text into rows of cells. skipped lines came before it.
func records(ctx context.Context, text string, s Separator, skipped int, o Options) ([]Row, error) {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = s.rune()
	reader.FieldsPerRecord = -1
	reader.TrimLeadingSpace = s != Tab
	reader.ReuseRecord = true
	var rows []Row
	for n := 0; ; n++ {
		if n%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			o.progress(float64(reader.InputOffset()) / float64(len(text)+1))
		}
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, refuseQuotes(err, skipped)
		}
		line, _ := reader.FieldPos(0)
		row, used, err := rowOf(record)
		if err != nil {
			return nil, err
		}
		if used {
			row.Line = line + skipped
			rows = append(rows, row)
		}
		if len(rows) > MaxRows {
			return nil, refuseTooMany()
		}
	}
}

// rowOf makes cells of the texts of one record, without the empty ones at its
// end, and says whether there is anything in it.
func rowOf(record []string) (row Row, used bool, err error) {
	last := len(record)
	for last > 0 && strings.TrimSpace(record[last-1]) == "" {
		last--
	}
	if last > MaxColumns {
		return Row{}, false, refuseTooWide()
	}
	row.Cells = make([]Cell, last)
	for i, raw := range record[:last] {
		c := clean(raw)
		c.Text = literal(c.Text)
		row.Cells[i] = c
		used = used || !c.Empty()
	}
	return row, used, nil
}

// refuseQuotes says where quotation marks do not pair. The error of the
// parser has the line and nothing of the text.
func refuseQuotes(err error, skipped int) error {
	at, ok := errors.AsType[*csv.ParseError](err)
	if !ok {
		return refuseKind(kindUnknown)
	}
	return wording.Refuse("file", "The quotation marks around line {line} do not pair, so it can't be told where the cells end. Open the file in a spreadsheet program and save it again as CSV or XLSX.", "line", at.StartLine+skipped)
}
