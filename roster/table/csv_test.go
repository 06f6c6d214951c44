package table

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"holdfast/record"
	"holdfast/wording"
)

// known stands in for the caller's knowledge of column names.
func known(header string) bool {
	switch strings.ToLower(header) {
	case "name", "nombre", "phone", "teléfono", "email", "notes", "joined", "notas":
		return true
	}
	return false
}

func read(t *testing.T, data string, o Options) *Table {
	t.Helper()
	if o.Known == nil {
		o.Known = known
	}
	got, err := Read(context.Background(), []byte(data), o)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// texts are the header and the rows as plain text.
func texts(t *Table) [][]string {
	header := []string{}
	for _, c := range t.Header {
		header = append(header, c.Name)
	}
	all := [][]string{header}
	for _, row := range t.Rows {
		line := []string{}
		for _, c := range row.Cells {
			line = append(line, c.Text)
		}
		all = append(all, line)
	}
	return all
}

func lines(t *Table) []int {
	var all []int
	for _, row := range t.Rows {
		all = append(all, row.Line)
	}
	return all
}

const plainList = "Name,Phone\nAna Núñez,0412 345 678\nWren,+61 2 5550 1234\n"

var plainTexts = [][]string{{"Name", "Phone"}, {"Ana Núñez", "0412 345 678"}, {"Wren", "+61 2 5550 1234"}}

func TestEveryEncodingGivesTheSameNames(t *testing.T) {
	encoded := func(text string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	western := encoded(charmap.Windows1252.NewEncoder().String(plainList))
	mac := encoded(charmap.Macintosh.NewEncoder().String(plainList))
	dos := encoded(charmap.CodePage850.NewEncoder().String(plainList))
	little := encoded(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(plainList))
	big := encoded(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(plainList))
	for name, try := range map[string]struct {
		data   string
		chosen Encoding
		want   Encoding
	}{
		"UTF-8":                           {plainList, "", UTF8},
		"UTF-8 with a mark":               {"\xef\xbb\xbf" + plainList, "", UTF8},
		"Windows-1252":                    {western, "", Windows1252},
		"UTF-16 little endian, marked":    {"\xff\xfe" + little, "", UTF16},
		"UTF-16 big endian, marked":       {"\xfe\xff" + big, "", UTF16},
		"UTF-16 little endian, no mark":   {little, "", UTF16},
		"UTF-16 big endian, no mark":      {big, "", UTF16},
		"an old Mac, chosen":              {mac, Macintosh, Macintosh},
		"an old DOS program, chosen":      {dos, IBM850, IBM850},
		"a mark wins over what is chosen": {"\xef\xbb\xbf" + plainList, Windows1252, Windows1252},
	} {
		t.Run(name, func(t *testing.T) {
			got := read(t, try.data, Options{Encoding: try.chosen})
			if diff := cmp.Diff(plainTexts, texts(got)); diff != "" {
				t.Error(diff)
			}
			if got.Source.Encoding != try.want {
				t.Errorf("read as %s", got.Source.Encoding)
			}
			if said := len(got.Notices) > 0; said != (try.want == Windows1252 && try.chosen == "") {
				t.Errorf("says %v", got.Notices)
			}
		})
	}
}

func TestTheSeparatorIsFound(t *testing.T) {
	for name, try := range map[string]struct {
		data string
		want Separator
		rows [][]string
	}{
		"commas":                 {"Name,Phone\nAna,1\nBo,2\n", Comma, [][]string{{"Name", "Phone"}, {"Ana", "1"}, {"Bo", "2"}}},
		"semicolons":             {"Name;Phone\nAna;1,5\nBo;2,5\n", Semicolon, [][]string{{"Name", "Phone"}, {"Ana", "1,5"}, {"Bo", "2,5"}}},
		"tabs":                   {"Name\tPhone\nAna\t\nBo\t2\n", Tab, [][]string{{"Name", "Phone"}, {"Ana", ""}, {"Bo", "2"}}},
		"commas inside texts":    {"Name;Notes\nAna;\"likes tea, cake, quiet\"\nBo;a, b, c\n", Semicolon, [][]string{{"Name", "Notes"}, {"Ana", "likes tea, cake, quiet"}, {"Bo", "a, b, c"}}},
		"as Excel states it":     {"sep=;\r\nName;Phone\r\nAna;1\r\n", Semicolon, [][]string{{"Name", "Phone"}, {"Ana", "1"}}},
		"one column":             {"Name\nAna\nBo\n", Comma, [][]string{{"Name"}, {"Ana"}, {"Bo"}}},
		"a line feed in a cell":  {"Name,Notes\nAna,\"one\ntwo\"\nBo,x\n", Comma, [][]string{{"Name", "Notes"}, {"Ana", "one\ntwo"}, {"Bo", "x"}}},
		"lines of an old Mac":    {"Name,Phone\rAna,1\rBo,2\r", Comma, [][]string{{"Name", "Phone"}, {"Ana", "1"}, {"Bo", "2"}}},
		"spaces before quotes":   {"Name, Notes\nAna, \"a, b\"\n", Comma, [][]string{{"Name", "Notes"}, {"Ana", "a, b"}}},
		"short and long records": {"Name,Phone,Notes\nAna\nBo,2,x\n", Comma, [][]string{{"Name", "Phone", "Notes"}, {"Ana", "", ""}, {"Bo", "2", "x"}}},
	} {
		t.Run(name, func(t *testing.T) {
			got := read(t, try.data, Options{})
			if diff := cmp.Diff(try.rows, texts(got)); diff != "" {
				t.Error(diff)
			}
			if got.Source.Separator != try.want {
				t.Errorf("separated by %q", got.Source.Separator)
			}
		})
	}
}

func TestTextStaysAsItWasWritten(t *testing.T) {
	for written, want := range map[string]string{
		"0412 345 678":     "0412 345 678",
		"+61 2 5550 1234":  "+61 2 5550 1234",
		"6.14E+08":         "6.14E+08",
		"1e3":              "1e3",
		"TRUE":             "TRUE",
		"3/4/2024":         "3/4/2024",
		`"=""0412"""`:      "0412",
		"'+61 400":         "+61 400",
		"'Abd al-Malik":    "'Abd al-Malik",
		"=SUM(A1:A2)":      "=SUM(A1:A2)",
		"A\u0301na":        "Ána",
		"Ana\u00a0Ruiz":    "Ana Ruiz",
		"\u202e8765 4321":  "8765 4321",
		"An\u200ba":        "Ana",
		"نازنین\u200cزهرا": "نازنین\u200cزهرا",
		"tab\there":        "tab here",
	} {
		got := read(t, "Name,Phone\nX,"+written+"\n", Options{})
		if text := got.Rows[0].Cells[1].Text; text != want {
			t.Errorf("%q is read as %q, want %q", written, text, want)
		}
	}
}

func TestTheHeaderIsFoundBelowTitles(t *testing.T) {
	for name, try := range map[string]struct {
		data string
		line int
		rows []int
	}{
		"first line":               {"Name,Phone\nAna,1\n", 1, []int{2}},
		"below a title":            {"Our board 2026,\n,\nName,Phone\nAna,1\n", 3, []int{4}},
		"below empty lines":        {"\n\n,,\nName,Phone\n\nAna,1\n,\nBo,2\n", 4, []int{6, 8}},
		"below names of groups":    {",Contact,\nName,Phone,Email\nAna,1,a@b.example\n", 2, []int{3}},
		"unknown names":            {"Who,Reach\nAna Ruiz,0412 345 678\n", 1, []int{2}},
		"no header at all":         {"Ana Ruiz,0412 345 678\nBo,0412 345 679\n", 0, []int{1, 2}},
		"no header, with an email": {"Ana Ruiz,a@b.example\nBo,b@b.example\n", 0, []int{1, 2}},
		"one column, known":        {"Name\nAna\n", 1, []int{2}},
		"quotes over lines":        {"Name,Notes\nAna,\"1\n2\n3\"\nBo,x\n", 1, []int{2, 5}},
	} {
		t.Run(name, func(t *testing.T) {
			got := read(t, try.data, Options{})
			if got.Source.HeaderLine != try.line {
				t.Errorf("the header is in line %d, want %d", got.Source.HeaderLine, try.line)
			}
			if diff := cmp.Diff(try.rows, lines(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAHeaderThatNobodyKnowsIsSaid(t *testing.T) {
	for data, want := range map[string]int{
		"Name,Phone\nAna,1\n":            0,
		"Who,Reach\nAna,0412 345 678\n":  1,
		"Ana,0412 345 678\nBo,0412 34\n": 1,
	} {
		if got := read(t, data, Options{}); len(got.Notices) != want {
			t.Errorf("%q: %v", data, got.Notices)
		}
	}
}

func TestTheHeaderCanBeChosen(t *testing.T) {
	const list = "Ana Ruiz,Chair\nName,Phone\nBo,2\n"
	if got := read(t, list, Options{HeaderLine: NoHeader}); len(got.Rows) != 3 || got.Header[1].Letter != "B" || len(got.Notices) != 0 {
		t.Errorf("without a header: %d rows, %+v, %v", len(got.Rows), got.Header, got.Notices)
	}
	if got := read(t, list, Options{HeaderLine: 1}); len(got.Rows) != 2 || got.Header[0].Name != "Ana Ruiz" {
		t.Errorf("with line 1: %+v", got.Header)
	}
	_, err := Read(context.Background(), []byte(list), Options{HeaderLine: 9})
	if p := wording.Problems(err); len(p) != 1 || p[0].Field != "header_line" {
		t.Errorf("with a line that there is not: %v", err)
	}
}

func TestWhatIsNotAListIsRefusedWithItsOwnSentence(t *testing.T) {
	wide := func(name string) string {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(name)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	for name, try := range map[string]struct{ data, says string }{
		"nothing":                 {"", "nothing in this file"},
		"only spaces":             {" \n\n\t", "nothing in this file"},
		"only separators":         {",,\n,,\n", "nothing in this file"},
		"protected by a password": {ole + wide("EncryptedPackage"), "protected by a password"},
		"an old workbook":         {ole + wide("Workbook"), "Excel workbook of another kind"},
		"an old Word file":        {ole + wide("WordDocument"), "text document"},
		"some other OLE file":     {ole, "not a spreadsheet"},
		"a PDF":                   {"%PDF-1.7", "PDF"},
		"a picture":               {"\x89PNG\r\n\x1a\n\x00", "picture"},
		"an archive":              {"\x1f\x8b\x08", "archive"},
		"a page called .xls":      {"<html><table><tr><td>Ana</td></tr></table></html>", "web page"},
		"XML of Excel 2003":       {`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "Excel workbook of another kind"},
		"address cards":           {"BEGIN:VCARD\nFN:Ana\n", "address cards"},
		"an encrypted backup":     {"age-encryption.org/v1\n", "encrypted with age"},
		"a database":              {"SQLite format 3\x00", "not a spreadsheet"},
		"bytes":                   {"\x00\x01\x02\x03Name,Phone\x00", "not a spreadsheet"},
		"an open quotation mark":  {"Name,Notes\nAna,\"x\nBo,y\n", "line 2"},
		"a stray quotation mark":  {"Name,Notes\nAna \"La\" Ruiz,x\n", "line 2"},
		"far too many columns":    {"Name" + strings.Repeat(",x", MaxColumns) + "\n", "columns"},
		"far too many rows":       {"Name\n" + strings.Repeat("x\n", MaxRows+1), "rows"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(context.Background(), []byte(try.data), Options{Known: known})
			if len(wording.Problems(err)) != 1 || !errors.Is(err, record.ErrInvalid) || !strings.Contains(err.Error(), try.says) {
				t.Fatalf("says %v", err)
			}
			if strings.Contains(err.Error(), "Ana") {
				t.Error("the sentence quotes the file")
			}
		})
	}
}

func TestAChosenEncodingOrSeparatorThatIsNoneIsRefused(t *testing.T) {
	for field, o := range map[string]Options{
		"encoding":  {Encoding: "klingon"},
		"separator": {Separator: "|"},
	} {
		_, err := Read(context.Background(), []byte(plainList), o)
		if p := wording.Problems(err); len(p) != 1 || p[0].Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	_, err := Read(context.Background(), []byte("Name\nN\xfa\xf1ez\n"), Options{Encoding: UTF8})
	if p := wording.Problems(err); len(p) != 1 || p[0].Field != "encoding" {
		t.Errorf("bytes that are not UTF-8: %v", err)
	}
}

func TestACellThatIsTooLongIsAtFaultAlone(t *testing.T) {
	got := read(t, "Name,Notes\nAna,"+strings.Repeat("ñ", MaxCell)+"\nBo,"+strings.Repeat("ñ", MaxCell+1)+"\n", Options{})
	if c := got.Rows[0].Cells[1]; c.Fault != NoFault || len(c.Text) != 2*MaxCell {
		t.Error("a cell of just the allowed length is refused")
	}
	if c := got.Rows[1].Cells[1]; c.Fault != TooLong || c.Text != "" || c.Empty() {
		t.Errorf("a longer one is not: %v", c.Fault)
	}
}

func TestLettersThatWereLostBeforeAreSaid(t *testing.T) {
	for data, says := range map[string]string{
		"Name\nNÃºÃ±ez\n":       "garbled",
		"Name\nN\uFFFD\uFFFDez": "lost",
	} {
		got := read(t, data, Options{})
		if len(got.Notices) != 1 || !strings.Contains(got.Notices[0].String(), says) {
			t.Errorf("%q: %v", data, got.Notices)
		}
	}
}

func TestThePreviewShowsARowWithAnAccent(t *testing.T) {
	var list strings.Builder
	list.WriteString("Name\n")
	for range 50 {
		list.WriteString("Bo\n")
	}
	list.WriteString("Núñez\nBo\n")
	got := read(t, list.String(), Options{}).Preview(5)
	if len(got) != 5 || got[4].Cells[0].Text != "Núñez" || got[3].Line != 5 {
		t.Errorf("shows %+v", got)
	}
	if few := read(t, "Name\nBo\n", Options{}).Preview(5); len(few) != 1 {
		t.Errorf("of one row shows %d", len(few))
	}
}

func TestCancellingEndsTheReading(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var last float64
	o := Options{Known: known, Progress: func(share float64) {
		if share < last || share > 1 {
			t.Errorf("progress went from %v to %v", last, share)
		}
		if last = share; share > 0.5 {
			cancel()
		}
	}}
	_, err := Read(ctx, []byte("Name,Phone\n"+strings.Repeat("Ana,0412 345 678\n", 10_000)), o)
	if !errors.Is(err, context.Canceled) || last == 1 {
		t.Errorf("says %v at %v", err, last)
	}
}
