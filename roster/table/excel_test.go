package table

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// What a widely used library reads of a workbook is what is read here, cell
// by cell, for whatever texts and numbers it holds.
func TestItReadsWhatAnotherReaderReads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := excelize.NewFile()
		height, width := rapid.IntRange(2, 8).Draw(t, "rows"), rapid.IntRange(1, 8).Draw(t, "columns")
		for line := 1; line <= height; line++ {
			for column := 1; column <= width; column++ {
				cell, err := excelize.CoordinatesToCellName(column, line)
				if err == nil {
					err = f.SetCellValue("Sheet1", cell, value().Draw(t, cell))
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		out, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		compare(t, out.Bytes())
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

func value() *rapid.Generator[any] {
	text := rapid.Map(rapid.StringN(0, 12, -1), func(s string) any {
		return strings.Map(func(r rune) rune {
			if r == '_' || r < ' ' || r >= 0xfffe {
				return 'x' // XML has no such characters, and writers differ in how they escape them
			}
			return r
		}, s)
	})
	whole := rapid.Map(rapid.IntRange(-1_000_000_000, 999_999_999_999), func(n int) any { return n })
	return rapid.OneOf(text, whole, rapid.Map(rapid.Bool(), func(b bool) any { return b }),
		rapid.Just[any](nil), rapid.Just[any]("0412 345 678"), rapid.Just[any](2.5))
}

// compare reads a workbook with both readers.
func compare(t interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}, data []byte) {
	t.Helper()
	got, err := Read(context.Background(), data, Options{HeaderLine: NoHeader})
	other, otherErr := excelize.OpenReader(bytes.NewReader(data))
	if otherErr != nil {
		t.Fatal(otherErr)
	}
	theirs, otherErr := other.GetRows("Sheet1", excelize.Options{RawCellValue: true})
	if otherErr = errors.Join(otherErr, other.Close()); otherErr != nil {
		t.Fatal(otherErr)
	}
	ours := map[string]string{}
	if err == nil {
		for _, row := range got.Rows {
			for i, c := range row.Cells {
				ours[fmt.Sprint(row.Line, " ", i)] = c.Text
			}
		}
	}
	for line, row := range theirs {
		for i, raw := range row {
			want := clean(raw).Text
			mine := ours[fmt.Sprint(line+1, " ", i)]
			if mine == "TRUE" || mine == "FALSE" { // it gives "1" for what we call TRUE
				mine = map[string]string{"TRUE": "1", "FALSE": "0"}[mine]
			}
			if mine != want {
				t.Fatalf("line %d, column %d: %q here, %q there", line+1, i, mine, want)
			}
			delete(ours, fmt.Sprint(line+1, " ", i))
		}
	}
	for place, text := range ours {
		if text != "" {
			t.Fatalf("%s: %q is only read here", place, text)
		}
	}
}
