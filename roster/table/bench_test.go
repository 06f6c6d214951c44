package table

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const tenThousand = 10_000

func BenchmarkTenThousandPeopleOfACSV(b *testing.B) {
	data := []byte("Name,Phone,Email,Notes,Joined,Role,Stage,Language\n" +
		strings.Repeat("Ana Núñez,0412 345 678,ana@example.org,\"likes tea, quiet\",2024-03-05,Chair,Active,Spanish\n", tenThousand))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if t, err := Read(context.Background(), data, Options{Known: known}); err != nil || len(t.Rows) != tenThousand {
			b.Fatal(err)
		}
	}
}

func BenchmarkTenThousandPeopleOfAWorkbook(b *testing.B) {
	data := workbookFile(b, func(f *excelize.File) { fill(b, f, tenThousand, 20) })
	b.Run("here", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if t, err := Read(context.Background(), data, Options{Known: known}); err != nil || len(t.Rows) != tenThousand {
				b.Fatal(err)
			}
		}
	})
	// For the ratio: the same rows through excelize, without types or faults.
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				b.Fatal(err)
			}
			if rows, err := f.GetRows("Sheet1"); err != nil || len(rows) != tenThousand+1 {
				b.Fatal(err)
			}
			if err := f.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
