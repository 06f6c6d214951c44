package table

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"holdfast/wording"
)

// sound fails where a reading breaks what the package promises.
func sound(t *testing.T, data []byte, o Options) {
	got, err := Read(context.Background(), data, o)
	if err != nil {
		if len(wording.Problems(err)) != 1 {
			t.Fatalf("a refusal without words: %v", err)
		}
		return
	}
	if len(got.Rows) > MaxRows || len(got.Header) > MaxColumns {
		t.Fatal("it is larger than it may be")
	}
	line := got.Source.HeaderLine
	for _, row := range got.Rows {
		if row.Line <= line || len(row.Cells) != len(got.Header) {
			t.Fatalf("line %d after %d has %d cells of %d", row.Line, line, len(row.Cells), len(got.Header))
		}
		line = row.Line
		for _, c := range row.Cells {
			if !utf8.ValidString(c.Text) || utf8.RuneCountInString(c.Text) > MaxCell || c.Fault != NoFault && c.Text != "" {
				t.Fatalf("line %d has a cell that is none", row.Line)
			}
		}
	}
}

func FuzzATextFile(f *testing.F) {
	for _, seed := range []string{
		plainList, "sep=;\nName;Phone\n", "\xef\xbb\xbfName\n", "\xff\xfeN\x00a\x00", "a\tb\r\nc\td",
		"\"\n\"\n", "N\xfa\xf1ez\r", ",,,\n,", "Name\n=\"1\"\n'+1", "x\n\"", "\x00", "<html>",
	} {
		f.Add([]byte(seed), "", "", 0)
	}
	f.Add([]byte(plainList), "utf-16", ";", 2)
	seedFiles(f, "*.csv", func(data []byte) { f.Add(data, "", "", 0) })
	f.Fuzz(func(t *testing.T, data []byte, encoding, separator string, header int) {
		sound(t, data, Options{Encoding: Encoding(encoding), Separator: Separator(separator), HeaderLine: header, Known: known})
	})
}

func FuzzAWorkbook(f *testing.F) {
	f.Add(zipped(f, onePerson()))
	seedFiles(f, "*.xlsx", func(data []byte) { f.Add(data) })
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, data, Options{Known: known}) })
}

// FuzzASheet spares the fuzzer the checksums of the zip.
func FuzzASheet(f *testing.F) {
	f.Add(sheetXML(`<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>`), "", "")
	f.Add(sheetXML(`<row><c t="s"><v>0</v></c><c s="1"><v>45000.5</v></c><c t="b"><v>1</v></c></row>`),
		`<sst><si><t>Ana_x000D_</t></si></sst>`, `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="dd/mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`)
	f.Add(`<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData><row r="3" hidden="1"><c r="B3"><f>A1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells></worksheet>`, "", "")
	f.Fuzz(func(t *testing.T, sheet, texts, styles string) {
		parts := book("", styles, sheet)
		if texts != "" {
			parts["xl/_rels/workbook.xml.rels"] += ""
			parts["xl/sharedStrings.xml"] = texts
			parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"][:len(parts["xl/_rels/workbook.xml.rels"])-len("</Relationships>")] +
				`<Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
		}
		sound(t, zipped(t, parts), Options{Known: known})
	})
}

func seedFiles(f *testing.F, pattern string, add func([]byte)) {
	names, err := filepath.Glob(filepath.Join("..", "testdata", pattern))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		add(data)
	}
}
