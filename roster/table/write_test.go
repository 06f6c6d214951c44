package table_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"holdfast/record"
	"holdfast/roster/table"
)

// What spreadsheet programs take for a formula, and what hides one.
func formulas() []string {
	return []string{"=1+1", "+1", "-1", "@SUM(A1)", "|calc", "%0", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\ufeff=1", "\u00a0=1", "＝1+1",
		`=HYPERLINK("x","y")`, "=cmd|' /C calc'!A0", "'=1"}
}

func written(t testing.TB, o table.Out) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := o.WriteXLSX(&out, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestNoTextThatGoesOutIsAFormula(t *testing.T) {
	o := table.Out{Name: "Payments", Head: []string{"=head"}}
	for _, text := range formulas() {
		o.Rows = append(o.Rows, []table.OutCell{{Text: text}})
	}
	text, err := o.CSV()
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimPrefix(string(text), "\ufeff"), "\r\n") {
		if bare := strings.Trim(line, `"`); bare != "" && !strings.HasPrefix(bare, "'") {
			t.Errorf("line %d of the CSV begins with %q", i+1, line)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(written(t, o)))
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range append([]string{"=head"}, formulas()...) {
		cell := fmt.Sprint("A", i+1)
		value, err := f.GetCellValue("Payments", cell)
		formula, _ := f.GetCellFormula("Payments", cell)
		kind, _ := f.GetCellType("Payments", cell)
		if err != nil || formula != "" || kind != excelize.CellTypeInlineString || strings.TrimSpace(value) != strings.TrimSpace(strings.ReplaceAll(text, "\r", "\n")) && value != text {
			t.Errorf("%s is %q (formula %q, kind %v, %v), want %q", cell, value, formula, kind, err, text)
		}
	}
}

// What is written is read back as it was: texts as texts, numbers as numbers,
// days as days.
func TestWhatGoesOutIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := table.Out{Name: rapid.String().Draw(t, "name"), Head: []string{"Text", "Number", "Day"}}
		for range rapid.IntRange(1, 6).Draw(t, "rows") {
			o.Rows = append(o.Rows, []table.OutCell{
				{Text: rapid.StringMatching(`[A-Za-z<&>"' ñ日]{0,3}[A-Za-z]`).Draw(t, "text")},
				{Number: rapid.StringMatching(`[1-9][0-9]{0,7}(\.[0-9]?[1-9])?`).Draw(t, "number")},
				{Day: record.Date{Year: 1901, Month: time.January, Day: 1}.AddDays(rapid.IntRange(0, 100_000).Draw(t, "day"))}})
		}
		var workbook bytes.Buffer
		if err := o.WriteXLSX(&workbook, nil); err != nil {
			t.Fatal(err)
		}
		text, err := o.CSV()
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range [][]byte{workbook.Bytes(), text} {
			read, err := table.Read(context.Background(), file, table.Options{HeaderLine: 1})
			if err != nil {
				t.Fatal(err)
			}
			if len(read.Rows) != len(o.Rows) {
				t.Fatalf("%d rows became %d", len(o.Rows), len(read.Rows))
			}
			for i, row := range read.Rows {
				want := o.Rows[i]
				if row.Cells[0].Text != strings.TrimSpace(want[0].Text) && "'"+row.Cells[0].Text != want[0].Text ||
					row.Cells[1].Text != want[1].Number || row.Cells[2].Text != want[2].Day.String() {
					t.Fatalf("%v became %v", want, row.Cells)
				}
			}
		}
	})
}

func TestTheSameTableGivesTheSameBytes(t *testing.T) {
	o := table.Out{Name: "Payments", Head: []string{"A"}, Rows: [][]table.OutCell{{{Number: "1.50"}}}}
	if !bytes.Equal(written(t, o), written(t, o)) {
		t.Error("two workbooks of one table differ")
	}
}

func TestWritingEndsWhenItIsStopped(t *testing.T) {
	o := table.Out{Name: "x", Head: []string{"A"}, Rows: make([][]table.OutCell, 5000)}
	stop, calls := errors.New("stop"), 0
	err := o.WriteXLSX(&bytes.Buffer{}, func(int) error {
		if calls++; calls > 2 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || calls != 3 {
		t.Errorf("stopped after %d calls with %v", calls, err)
	}
}
