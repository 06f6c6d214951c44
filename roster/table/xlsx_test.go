package table

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"holdfast/record"
	"holdfast/wording"
)

// workbookFile is a workbook as a spreadsheet library writes it.
func workbookFile(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	out, err := f.WriteToBuffer()
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rows writes rows into a sheet from A1.
func rows(t testing.TB, f *excelize.File, sheet string, all ...[]any) {
	t.Helper()
	for i, row := range all {
		if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAWorkbookKeepsWhatItsCellsMean(t *testing.T) {
	data := workbookFile(t, func(f *excelize.File) {
		rows(t, f, "Sheet1", []any{"Name", "Phone", "Notes"})
		put := func(line int, value any, format string) {
			must(t, f.SetCellValue("Sheet1", fmt.Sprintf("A%d", line), "X"))
			cell := fmt.Sprintf("B%d", line)
			must(t, f.SetCellValue("Sheet1", cell, value))
			if format != "" {
				style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
				must(t, err)
				must(t, f.SetCellStyle("Sheet1", cell, cell, style))
			}
		}
		put(2, "0412 345 678", "")
		put(3, "+61 2 5550 1234", "")
		put(4, 412345678, "")
		put(5, 412345678, "0000000000")
		put(6, 412345678, "(000) 000-0000")
		put(7, 412345678, "000-000-0000")
		put(8, 61412345678.0, "")
		put(9, 6.1412345678e15, "")
		put(10, 2.5, "")
		put(11, -3, "")
		put(12, true, "")
		put(13, false, "")
		put(14, time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC), "dd/mm/yyyy")
		put(15, 45356.75, "yyyy-mm-dd hh:mm")
		put(16, 0.5, "hh:mm")
		put(17, 45356, "")
		put(18, 45356, `[$-C0A]d "de" mmmm "de" yyyy`)
		put(19, 3, `0 "days"`)
		put(20, "TRUE", "")
		put(21, "6.14E+08", "")
	})
	got := read(t, string(data), Options{})
	want := []Cell{
		{Text: "0412 345 678"},
		{Text: "+61 2 5550 1234"},
		{Text: "412345678", Kind: Number},
		{Text: "0412345678", Kind: Number},
		{Text: "0412345678", Kind: Number},
		{Text: "0412345678", Kind: Number},
		{Text: "61412345678", Kind: Number},
		{Text: "6141234567800000", Kind: Number},
		{Text: "2.5", Kind: Number},
		{Text: "-3", Kind: Number},
		{Text: "TRUE", Kind: YesNo},
		{Text: "FALSE", Kind: YesNo},
		{Text: "2024-03-05", Kind: Day},
		{Text: "2024-03-05", Kind: Day},
		{Text: "12:00"},
		{Text: "45356", Kind: Number},
		{Text: "2024-03-05", Kind: Day},
		{Text: "3", Kind: Number},
		{Text: "TRUE"},
		{Text: "6.14E+08"},
	}
	for i, row := range got.Rows {
		if i >= len(want) || !strings.EqualFold(row.Cells[1].Text, want[i].Text) || row.Cells[1].Kind != want[i].Kind {
			t.Errorf("line %d is %+v", row.Line, row.Cells[1])
		}
	}
	if len(got.Rows) != len(want) {
		t.Errorf("%d rows", len(got.Rows))
	}
}

func TestMergedCellsBelongToTheRowsTheyCover(t *testing.T) {
	data := workbookFile(t, func(f *excelize.File) {
		rows(t, f, "Sheet1",
			[]any{"The board of the year, with names and numbers"},
			[]any{"Name", "Reach", nil, "Notes"},
			[]any{nil, "Phone", "Email"},
			[]any{"Ana", "1", "a@b.example", "shared room"},
			[]any{"Bo", "2"},
			[]any{nil, "3"})
		must(t, f.MergeCell("Sheet1", "A1", "D1"))
		must(t, f.MergeCell("Sheet1", "A2", "A3"))
		must(t, f.MergeCell("Sheet1", "B2", "C2"))
		must(t, f.MergeCell("Sheet1", "D2", "D3"))
		must(t, f.MergeCell("Sheet1", "D4", "D5"))
		must(t, f.MergeCell("Sheet1", "A5", "A6"))
	})
	got := read(t, string(data), Options{})
	want := [][]string{{"Name", "Phone", "Email", "Notes"},
		{"Ana", "1", "a@b.example", "shared room"}, {"Bo", "2", "", "shared room"}, {"Bo", "3", "", ""}}
	if diff := cmp.Diff(want, texts(got)); diff != "" {
		t.Error(diff)
	}
	if got.Rows[0].Cells[3].Merged || !got.Rows[1].Cells[3].Merged || !got.Rows[2].Cells[0].Merged {
		t.Error("it does not say which values come from the row above")
	}
}

func TestFormulasAreNeverEvaluated(t *testing.T) {
	sheet := sheetXML(
		`<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Phone</t></is></c></row>`,
		`<row r="2"><c r="A2" t="str"><f>B2&amp;"x"</f><v>Ana</v></c><c r="B2"><f>1+1</f><v>7</v></c></row>`,
		`<row r="3"><c r="A3" t="str"><f>WEBSERVICE("http://x.example")</f></c><c r="B3"><f>1+1</f></c></row>`,
		`<row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B4" t="str"><f>IF(1,"","")</f><v></v></c></row>`,
	)
	got := read(t, string(zipped(t, book("", "", sheet))), Options{})
	want := [][]Cell{
		{{Text: "Ana"}, {Text: "7", Kind: Number}},
		{{Fault: NoResult}, {Fault: NoResult}},
		{{Fault: SheetSays}, {}},
	}
	for i, row := range got.Rows {
		if diff := cmp.Diff(want[i], row.Cells); diff != "" {
			t.Errorf("line %d: %s", row.Line, diff)
		}
	}
	for _, f := range []Fault{TooLong, SheetSays, NoResult, NoSuchDay} {
		if f.Reason().IsZero() {
			t.Errorf("fault %d has no words", f)
		}
	}
}

func TestTheSheetWithTheListIsTaken(t *testing.T) {
	data := workbookFile(t, func(f *excelize.File) {
		rows(t, f, "Sheet1", []any{"Read me first"}, []any{"This list is kept by the office"})
		for name, people := range map[string]string{"Members": "Ana", "Old": "Bo"} {
			_, err := f.NewSheet(name)
			must(t, err)
			rows(t, f, name, []any{"Name", "Phone"}, []any{people, "1"})
		}
		_, err := f.NewSheet("Empty")
		must(t, err)
		must(t, f.SetSheetVisible("Old", false))
	})
	got := read(t, string(data), Options{})
	if got.Source.Sheet != "Members" || got.Rows[0].Cells[0].Text != "Ana" || len(got.Source.Sheets) != 4 || len(got.Notices) != 1 {
		t.Errorf("reads %+v, %v", got.Source, got.Notices)
	}
	if hidden := read(t, string(data), Options{Sheet: "old"}); hidden.Rows[0].Cells[0].Text != "Bo" {
		t.Errorf("the chosen sheet is not read: %+v", hidden.Source)
	}
	for sheet, field := range map[string]string{"Nobody": "sheet", "Empty": "file"} {
		_, err := Read(context.Background(), data, Options{Sheet: sheet})
		if p := wording.Problems(err); len(p) != 1 || p[0].Field != field || strings.Contains(err.Error(), "Nobody") {
			t.Errorf("%s: %v", sheet, err)
		}
	}
}

func TestHiddenRowsAndColumnsAreReadAndSaid(t *testing.T) {
	data := workbookFile(t, func(f *excelize.File) {
		rows(t, f, "Sheet1", []any{"Name", "Phone"}, []any{"Ana", "1"}, []any{"Bo", "2"})
		must(t, f.SetRowVisible("Sheet1", 3, false))
		must(t, f.SetColVisible("Sheet1", "B", false))
	})
	got := read(t, string(data), Options{})
	if len(got.Rows) != 2 || len(got.Notices) != 1 || got.Header[0].Hidden || !got.Header[1].Hidden {
		t.Errorf("%d rows, %v, %+v", len(got.Rows), got.Notices, got.Header)
	}
}

func TestAMacCountsItsDaysFrom1904(t *testing.T) {
	styles := `<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
	sheet := sheetXML(
		`<row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Joined</t></is></c></row>`,
		`<row><c t="inlineStr"><is><r><t>A</t></r><r><t xml:space="preserve">na </t></r><rPh><t>ana</t></rPh></is></c><c s="1"><v>43894</v></c></row>`,
		`<row><c t="inlineStr"><is><t>Bo_x000D__x0041_</t></is></c><c s="1"><v>-1</v></c></row>`)
	for prop, want := range map[string]string{`<workbookPr date1904="1"/>`: "2024-03-05", "": "2020-03-04"} {
		got := read(t, string(zipped(t, book(prop, styles, sheet))), Options{})
		if c := got.Rows[0].Cells[1]; c.Text != want || c.Kind != Day {
			t.Errorf("with %q the day is %+v", prop, c)
		}
		if got.Rows[0].Cells[0].Text != "Ana" || got.Rows[1].Cells[0].Text != "BoA" || got.Rows[1].Cells[1].Fault != NoSuchDay {
			t.Errorf("reads %+v", got.Rows)
		}
	}
}

func TestADayNumberIsTheDayThatExcelShows(t *testing.T) {
	for _, try := range []struct {
		system DaySystem
		number float64
		want   string
	}{
		{From1900, 1, "1900-01-01"},
		{From1900, 59, "1900-02-28"},
		{From1900, 60, ""},
		{From1900, 61, "1900-03-01"},
		{From1900, 45356.99, "2024-03-05"},
		{From1900, 2958465, "9999-12-31"},
		{From1900, 2958466, ""},
		{From1900, 0, ""},
		{From1900, -1, ""},
		{From1904, 0, "1904-01-01"},
		{From1904, 2957003, "9999-12-31"},
		{From1904, 2957004, ""},
	} {
		day, err := try.system.Date(try.number)
		if day.String() != try.want || (err == nil) != (try.want != "") {
			t.Errorf("%v in system %d is %q, %v; want %q", try.number, try.system, day, err, try.want)
		}
	}
}

func TestANumberFormatSaysWhatANumberMeans(t *testing.T) {
	for code, want := range map[string]format{
		"General":                          {},
		"0":                                {},
		"0.00":                             {},
		"#,##0":                            {},
		"00000":                            {width: 5},
		`"tel "000 000`:                    {},
		"dd/mm/yyyy":                       {day: true},
		"mmm yy":                           {day: true},
		`[$-409]d\-mmm\-yy;@`:              {day: true},
		"[h]:mm:ss":                        {clock: true},
		"hh:mm AM/PM":                      {clock: true},
		`0 "dry days"`:                     {},
		"[Red]0;[Blue]0":                   {},
		`[<=9999999]###-####;###-###`:      {},
		`yyyy"`:                            {day: true},
		"[":                                {},
		`[=1]"yes";[=0]"no"`:               {},
		"0_d":                              {},
		`\d0`:                              {},
		"(000) 000-0000":                   {width: 10},
		`000\ 000\ 0000`:                   {width: 10},
		`[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`: {day: true},
	} {
		got := parseFormat(code)
		if code == `"tel "000 000` || code == `000\ 000\ 0000` {
			want.width = strings.Count(code, "0")
		}
		if got != want {
			t.Errorf("%s means %+v, want %+v", code, got, want)
		}
	}
}

// sheetXML is a sheet with these rows.
func sheetXML(rows ...string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
		strings.Join(rows, "") + `</sheetData></worksheet>`
}

// book is the parts of a workbook with one sheet.
func book(prop, styles, sheet string) map[string]string {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	parts := map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         `<Relationships><Relationship Id="r1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns:r="` + office + `">` + prop +
			`<sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml": sheet,
	}
	links := `<Relationship Id="r1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/>`
	if styles != "" {
		parts["xl/styles.xml"] = styles
		links += `<Relationship Id="r2" Type="` + office + `/styles" Target="/xl/styles.xml"/>`
	}
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships>` + links + `</Relationships>`
	return parts
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range parts {
		part, err := w.Create(name)
		must(t, err)
		_, err = part.Write([]byte(content))
		must(t, err)
	}
	must(t, w.Close())
	return out.Bytes()
}

func refused(t *testing.T, data []byte, says string) {
	t.Helper()
	_, err := Read(context.Background(), data, Options{Known: known})
	if len(wording.Problems(err)) != 1 || !errors.Is(err, record.ErrInvalid) || !strings.Contains(err.Error(), says) {
		t.Fatalf("says %v, want …%s…", err, says)
	}
	if strings.Contains(err.Error(), "Ana") {
		t.Error("the sentence quotes the file")
	}
}
