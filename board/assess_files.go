package board

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"strconv"
	"strings"

	"holdfast/assessment"
	"holdfast/roster/table"
	"holdfast/wording"
)

// ReadInstrumentFile reads an instrument of any of the kinds that can be
// brought in: our JSON, or an XLSForm as XLSX or CSV, which becomes a draft. It
// fails with wording.Problems, or when ctx ends.
func ReadInstrumentFile(ctx context.Context, data []byte) (assessment.Instrument, error) {
	if start := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff"))); bytes.HasPrefix(start, []byte("{")) {
		return assessment.ReadInstrument(start)
	}
	first, err := table.Read(ctx, data, table.Options{HeaderLine: table.NoHeader})
	if err != nil {
		return assessment.Instrument{}, err
	}
	if first.Source.Format == table.CSV {
		rows, err := grid(first)
		if err != nil {
			return assessment.Instrument{}, err
		}
		return assessment.ReadForm(assessment.FormInOne(rows))
	}
	sheets := map[string][][]string{}
	for _, sheet := range first.Source.Sheets {
		t, err := table.Read(ctx, data, table.Options{HeaderLine: table.NoHeader, Sheet: sheet.Name})
		if err != nil {
			return assessment.Instrument{}, err
		}
		if sheets[sheet.Name], err = grid(t); err != nil {
			return assessment.Instrument{}, err
		}
	}
	return assessment.ReadForm(assessment.FormOf(sheets))
}

// grid are the cells of a table as texts. It fails with a wording.Problem for
// a cell that can't be used.
func grid(t *table.Table) ([][]string, error) {
	var rows [][]string
	for _, row := range t.Rows {
		var cells []string
		for _, cell := range row.Cells {
			if cell.Fault != table.NoFault {
				return nil, wording.Refuse("file", "Line {line}: {reason}", "line", row.Line, "reason", cell.Fault.Reason())
			}
			text := cell.Text
			if cell.Kind == table.YesNo {
				text = strings.ToLower(text)
			}
			cells = append(cells, strings.TrimPrefix(text, table.Guard))
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

// FileFormat is a kind of file that an instrument or results are written as.
type FileFormat string

// The formats.
const (
	AsJSON FileFormat = "json"
	AsCSV  FileFormat = "csv"
	AsXLSX FileFormat = "xlsx"
)

// InstrumentFile is an instrument as a file: our JSON whole, or an XLSForm
// without what a form has no place for.
func InstrumentFile(in assessment.Instrument, format FileFormat) ([]byte, error) {
	switch format {
	case AsJSON:
		return in.Write()
	case AsCSV:
		return guardedCSV(in.Form().InOne())
	case AsXLSX:
		return workbook(in.Form())
	default:
		return nil, wording.Refuse("format", "There is no such format; there are {formats}.", "formats", wording.List{string(AsJSON), string(AsCSV), string(AsXLSX)})
	}
}

// guardedCSV keeps the line breaks of texts, which a form may have.
func guardedCSV(rows [][]string) ([]byte, error) {
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, row := range rows {
		cells := make([]string, widest)
		for i, cell := range row {
			cells[i] = table.Guarded(cell)
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// workbook writes strings only: nothing in it is ever a formula.
func workbook(form assessment.Form) ([]byte, error) {
	var sheets []table.Out
	names, rows := form.Sheets()
	for i, name := range names {
		o := table.Out{Name: name}
		for r, row := range rows[i] {
			if r == 0 {
				o.Head = row
				continue
			}
			o.Rows = append(o.Rows, texts(row))
		}
		sheets = append(sheets, o)
	}
	var out bytes.Buffer
	err := table.WriteWorkbook(&out, nil, sheets...)
	return out.Bytes(), err
}

// CSV is the results as rows of figures: one for each question, axis and
// group, with nothing in it that the results do not show.
func (r RoundResults) CSV(book *wording.Book) ([]byte, error) {
	out := table.Out{Head: []string{"kind", "id", "name", "group", "people", "mean", "top", "spread", "dont_know_percent", "choice", "count"}}
	top := strconv.FormatFloat(r.Results.Top, 'f', -1, 64)
	add := func(kind, id, name string, scores map[assessment.Side]assessment.Score) {
		for _, side := range append([]assessment.Side{assessment.Everyone}, assessment.Sides()...) {
			s := scores[side]
			row := []string{kind, id, name, cmp.Or(string(side), "everyone"), "", "", top, string(s.Spread), "", "", ""}
			if s.Shown {
				row[4], row[5] = strconv.Itoa(s.N), strconv.FormatFloat(s.Mean, 'f', 1, 64)
			}
			if s.KnowShown {
				row[8] = strconv.Itoa(s.DontKnow)
			}
			if s.Shown || s.KnowShown {
				out.Rows = append(out.Rows, texts(row))
			}
		}
	}
	for _, a := range r.Results.Axes {
		add("axis", string(a.ID), a.In(book), a.Scores)
	}
	for _, q := range r.Results.Questions {
		add("question", q.ID, q.Text.In(book.Language()), q.Scores)
		if q.Table == nil {
			continue
		}
		for i, code := range q.Table.Rows {
			if f := q.Table.Figures[i]; f.Shown {
				out.Rows = append(out.Rows, texts([]string{"choice", q.ID, q.Text.In(book.Language()), "everyone", "", "", "", "", "", code, strconv.Itoa(f.N)}))
			}
		}
	}
	return out.CSV()
}

func texts(row []string) []table.OutCell {
	cells := make([]table.OutCell, len(row))
	for c, text := range row {
		cells[c].Text = text
	}
	return cells
}
