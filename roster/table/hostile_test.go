package table

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"holdfast/wording"
)

// onePerson is a small workbook that reads well.
func onePerson() map[string]string {
	return book("", "", sheetXML(
		`<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>`,
		`<row r="2"><c r="A2" t="inlineStr"><is><t>Ana</t></is></c></row>`))
}

func with(parts map[string]string, name, content string) map[string]string {
	if content == "" {
		delete(parts, name)
	} else {
		parts[name] = content
	}
	return parts
}

func TestAWorkbookOfAnotherKindIsRefusedWithItsOwnSentence(t *testing.T) {
	for name, try := range map[string]struct {
		parts map[string]string
		says  string
	}{
		"macros":                 {with(onePerson(), "xl/vbaProject.bin", "x"), "macros"},
		"macros of Excel 4":      {with(onePerson(), "xl/macrosheets/sheet1.xml", "x"), "macros"},
		"a binary workbook":      {map[string]string{"[Content_Types].xml": "x", "_rels/.rels": "x", "xl/workbook.bin": "x"}, "another kind"},
		"OpenDocument":           {map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}, "OpenDocument"},
		"Numbers":                {map[string]string{"Index/Document.iwa": "x"}, "Numbers"},
		"Word":                   {map[string]string{"[Content_Types].xml": "x", "_rels/.rels": "x", "word/document.xml": "x"}, "text document"},
		"a zip of pictures":      {map[string]string{"one.jpg": "x", "two.jpg": "x"}, "archive"},
		"no sheet in it":         {with(onePerson(), "xl/worksheets/sheet1.xml", ""), "damaged"},
		"no list of sheets":      {with(onePerson(), "xl/workbook.xml", ""), "damaged"},
		"an empty sheet":         {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML()), "nothing in this file"},
		"a sheet cut short":      {with(onePerson(), "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"), "damaged"},
		"a sheet that is no XML": {with(onePerson(), "xl/worksheets/sheet1.xml", "Ana,Bo"), "damaged"},
		"an outside definition": {with(onePerson(), "xl/worksheets/sheet1.xml",
			`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>`), "damaged"},
		"a billion laughs": {with(onePerson(), "xl/worksheets/sheet1.xml",
			`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`+sheetXML(`<row><c t="inlineStr"><is><t>&b;</t></is></c></row>`)), "damaged"},
		"rows out of order":         {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="2"/><row r="1"/>`)), "damaged"},
		"a row twice":               {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="2"/><row r="2"/>`)), "damaged"},
		"cells out of order":        {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="B1"/><c r="A1"/></row>`)), "damaged"},
		"a cell of another row":     {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="A2"/></row>`)), "damaged"},
		"a text that there is not":  {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="A1" t="s"><v>3</v></c></row>`)), "damaged"},
		"a number that is none":     {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="A1"><v>0x10</v></c></row>`)), "damaged"},
		"not a number":              {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="A1"><v>NaN</v></c></row>`)), "damaged"},
		"a kind of cell unheard of": {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="A1" t="zz"><v>1</v></c></row>`)), "damaged"},
		"a cell inside a cell":      {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="A1"><c r="B1"/></c></row>`)), "damaged"},
		"a cell far to the right":   {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="XFD1"><v>1</v></c></row>`)), "columns"},
		"a cell beyond the sheet":   {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="ZZZ1"><v>1</v></c></row>`)), "damaged"},
		"a row beyond the sheet":    {with(onePerson(), "xl/worksheets/sheet1.xml", sheetXML(`<row r="1048577"/>`)), "damaged"},
		"merged upside down":        {with(onePerson(), "xl/worksheets/sheet1.xml", `<worksheet><sheetData/><mergeCells><mergeCell ref="B2:A1"/></mergeCells></worksheet>`), "damaged"},
		"elements without end":      {with(onePerson(), "xl/worksheets/sheet1.xml", strings.Repeat("<a>", maxDepth+1)+strings.Repeat("</a>", maxDepth+1)), "damaged"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, zipped(t, try.parts), try.says) })
	}
}

func TestAWorkbookWithoutATextsPartThatItNamesIsDamaged(t *testing.T) {
	parts := onePerson()
	parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "</Relationships>",
		`<Relationship Id="r9" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
	refused(t, zipped(t, parts), "damaged")
}

func TestTwoPartsOfOneNameAreRefused(t *testing.T) {
	parts := onePerson()
	parts["XL/worksheets/Sheet1.xml"] = sheetXML(`<row><c t="inlineStr"><is><t>Mallory</t></is></c></row>`)
	refused(t, zipped(t, parts), "damaged")
}

func TestAnEncryptedZipIsRefused(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range onePerson() {
		part, err := w.CreateRaw(&zip.FileHeader{Name: name, Flags: 1, UncompressedSize64: uint64(len(content)), CompressedSize64: uint64(len(content))})
		must(t, err)
		_, err = part.Write([]byte(content))
		must(t, err)
	}
	must(t, w.Close())
	refused(t, out.Bytes(), "password")
}

// endless gives the same text again and again, for a bomb.
type endless struct {
	text string
	left int64
	at   int
}

func (e *endless) Read(b []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(b) && e.left > 0 {
		c := copy(b[n:], e.text[e.at:])
		c = int(min(int64(c), e.left))
		n, e.at, e.left = n+c, (e.at+c)%len(e.text), e.left-int64(c)
	}
	return n, nil
}

// bomb is a workbook whose sheet is head and then text over and over.
func bomb(t testing.TB, head, text string, size int64) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestSpeed)
	})
	for name, content := range onePerson() {
		part, err := w.Create(name)
		must(t, err)
		if name != "xl/worksheets/sheet1.xml" {
			_, err = part.Write([]byte(content))
		} else if _, err = part.Write([]byte(head)); err == nil {
			_, err = io.Copy(part, &endless{text: text, left: size})
		}
		must(t, err)
	}
	must(t, w.Close())
	return out.Bytes()
}

// resized writes another size for the sheet into the zip's directory: a large
// one, that of a bomb too large to make here, or a small one, as a bomb does
// that hopes to be believed.
func resized(data []byte, size uint32) []byte {
	lied := bytes.Clone(data)
	for at := 0; ; {
		next := bytes.Index(lied[at:], []byte("PK\x01\x02"))
		if next < 0 {
			return lied
		}
		at += next
		if binary.LittleEndian.Uint32(lied[at+24:]) > 1<<20 {
			binary.LittleEndian.PutUint32(lied[at+24:], size)
		}
		at += 4
	}
}

// memory is the largest heap that was seen while do ran, in bytes over the
// heap before. do calls sample now and then; whatever it took before the
// first sample counts whole, freed or not.
func memory(do func(sample func(float64))) uint64 {
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var peak uint64
	calls := 0
	do(func(float64) {
		if calls++; calls%100 != 1 {
			return
		}
		runtime.GC()
		runtime.ReadMemStats(&now)
		if now.HeapAlloc > before.HeapAlloc {
			peak = max(peak, now.HeapAlloc-before.HeapAlloc)
		}
	})
	if calls == 0 {
		runtime.ReadMemStats(&now)
		peak = now.TotalAlloc - before.TotalAlloc
	}
	return peak
}

func TestABombIsRefusedBeforeItFillsTheMemory(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("TMPDIR", ".")
	const head = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>`
	for name, try := range map[string]struct {
		data []byte
		says string
	}{
		"of 600 MB, said openly":    {resized(bomb(t, head, "A", 8<<20), 600<<20), "far larger inside"},
		"of 100 MB in one part":     {resized(bomb(t, head, "A", 8<<20), 100<<20), "far larger inside"},
		"of 8 MB in one cell":       {bomb(t, head, "A", 8<<20), "far larger inside"},
		"of 16 MB, said to be 4 KB": {resized(bomb(t, head, "A", 16<<20), 4096), "damaged"},
		"of many texts in one cell": {bomb(t, head, "A</t><t>", 16<<20), "damaged"},
		"of empty rows":             {bomb(t, "<worksheet><sheetData>", "<row/>", 16<<20), "damaged"},
		"of too many rows":          {bomb(t, "<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 16<<20), "rows"},
		"of attributes":             {bomb(t, `<worksheet><sheetData><row `, `a="b" `, 16<<20), "far larger inside"},
	} {
		t.Run(name, func(t *testing.T) {
			if len(try.data) > 1<<20 {
				t.Fatalf("the bomb itself has %d bytes", len(try.data))
			}
			took := memory(func(sample func(float64)) {
				_, err := Read(context.Background(), try.data, Options{Known: known, Progress: sample})
				if len(wording.Problems(err)) != 1 || !strings.Contains(err.Error(), try.says) {
					t.Errorf("says %v, want …%s…", err, try.says)
				}
			})
			if took > 48<<20 {
				t.Errorf("took %d MB of memory", took>>20)
			}
		})
	}
	if left, err := os.ReadDir("."); err != nil || len(left) != 0 {
		t.Errorf("something was unpacked to the disk: %v %v", left, err)
	}
}

func TestEmptyCellsFarToTheRightCostNothing(t *testing.T) {
	var sheet strings.Builder
	for line := 1; line <= 5000; line++ {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%d"><v>%d</v></c><c r="XFD%d" s="1"/></row>`, line, line, line, line)
	}
	data := zipped(t, book("", "", sheetXML(sheet.String())))
	var got *Table
	took := memory(func(sample func(float64)) { got = read(t, string(data), Options{Progress: sample}) })
	if len(got.Rows) != 5000 || len(got.Header) != 1 {
		t.Errorf("%d rows of %d columns", len(got.Rows), len(got.Header))
	}
	if took > 16<<20 {
		t.Errorf("took %d MB of memory", took>>20)
	}
}

func TestMergedAreasOverEachOtherEndTheReading(t *testing.T) {
	var sheet strings.Builder
	sheet.WriteString(`<worksheet><sheetData>`)
	for line := 1; line <= 1000; line++ {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, line, line)
	}
	sheet.WriteString(`</sheetData><mergeCells>`)
	sheet.WriteString(strings.Repeat(`<mergeCell ref="A1:A1048576"/>`, 1000))
	sheet.WriteString(`</mergeCells></worksheet>`)
	refused(t, zipped(t, book("", "", sheet.String())), "damaged")
}

func TestAFlippedBitIsNeverReadAsAnotherPerson(t *testing.T) {
	whole := zipped(t, onePerson())
	want, err := Read(context.Background(), whole, Options{Known: known})
	must(t, err)
	for at := range whole {
		for bit := range 8 {
			damaged := bytes.Clone(whole)
			damaged[at] ^= 1 << bit
			got, err := Read(context.Background(), damaged, Options{Known: known})
			if err == nil && !cmp.Equal(want, got) {
				t.Fatalf("bit %d of byte %d: read as %v", bit, at, texts(got))
			}
			if err != nil && len(wording.Problems(err)) != 1 {
				t.Fatalf("bit %d of byte %d: %v", bit, at, err)
			}
		}
	}
	for n := 4; n < len(whole); n++ {
		if got, err := Read(context.Background(), whole[:n], Options{Known: known}); err == nil {
			t.Fatalf("cut to %d bytes: read as %v", n, texts(got))
		}
	}
}

func TestAFileThatIsNoFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	_, err := ReadFile(context.Background(), dir, Options{})
	if len(wording.Problems(err)) != 1 {
		t.Errorf("a folder: %v", err)
	}
	missing := filepath.Join(dir, "Ana Ruiz", "list.csv")
	if _, err = ReadFile(context.Background(), missing, Options{}); !errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), "Ana") {
		t.Errorf("a file that there is not: %v", err)
	}
	huge := filepath.Join(dir, "huge.csv")
	must(t, os.WriteFile(huge, nil, 0o600))
	must(t, os.Truncate(huge, MaxFile+1))
	if _, err = ReadFile(context.Background(), huge, Options{}); len(wording.Problems(err)) != 1 {
		t.Errorf("a huge file: %v", err)
	}
	list := filepath.Join(dir, "list.csv")
	must(t, os.WriteFile(list, []byte(plainList), 0o600))
	got, err := ReadFile(context.Background(), list, Options{Known: known})
	if err != nil || len(got.Rows) != 2 {
		t.Errorf("a good file: %v", err)
	}
}

func TestCancellingEndsTheReadingOfAWorkbook(t *testing.T) {
	data := workbookFile(t, func(f *excelize.File) { fill(t, f, 10_000, 12) })
	ctx, cancel := context.WithCancel(context.Background())
	var last float64
	_, err := Read(ctx, data, Options{Known: known, Progress: func(share float64) {
		if last = share; share > 0.3 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || last > 0.9 {
		t.Errorf("says %v at %v", err, last)
	}
}

// fill writes a header and people into the first sheet, as a stream.
func fill(t testing.TB, f *excelize.File, people, columns int) {
	t.Helper()
	w, err := f.NewStreamWriter("Sheet1")
	must(t, err)
	for line := range people + 1 {
		row := make([]any, columns)
		for c := range row {
			switch {
			case line == 0:
				row[c] = []string{"Name", "Phone", "Email", "Notes", "Joined"}[c%5]
			case c%5 == 4:
				row[c] = 45000 + line%1000
			default:
				row[c] = fmt.Sprintf("value %d of %d", c, line)
			}
		}
		cell, err := excelize.CoordinatesToCellName(1, line+1)
		must(t, err)
		must(t, w.SetRow(cell, row))
	}
	must(t, w.Flush())
}
