package table

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"holdfast/record"
)

// The parts of a workbook that are the same in every one (ECMA-376 part 1).
// Cell style 0 is plain, 1 a day, 2 the head.
const (
	partTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`
	partTypesEnd = `</Types>`
	partType     = `<Override PartName="/xl/%s" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
	partRoot     = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	partLinks = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>`
	partLinksEnd = `</Relationships>`
	partLink     = `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="%s"/>`
	partStyles   = xml.Header + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		`<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>` +
		`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
		`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`
	sheetMain = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
)

// WriteXLSX writes the table as a workbook with one sheet. Texts are inline
// strings, so that no program takes one for a formula; nothing in the file
// says who or what made it, or when. told, where there is one, hears how many
// rows are written; what it returns ends the writing.
func (o Out) WriteXLSX(to io.Writer, told func(rows int) error) error {
	return WriteWorkbook(to, told, o)
}

// WriteWorkbook does what Out.WriteXLSX does with a sheet for each table. The
// names must differ; told counts the rows of each sheet anew.
func WriteWorkbook(to io.Writer, told func(rows int) error, sheets ...Out) error {
	types, links := partTypes, partLinks
	book := xml.Header + `<workbook ` + sheetMain + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`
	for i, o := range sheets {
		types += fmt.Sprintf(partType, outPart(i))
		links += fmt.Sprintf(partLink, i+1, outPart(i))
		book += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(sheetName(o.Name)), i+1, i+1)
	}
	z := zip.NewWriter(to)
	for _, part := range []struct{ name, text string }{{"[Content_Types].xml", types + partTypesEnd}, {"_rels/.rels", partRoot},
		{"xl/workbook.xml", book + `</sheets></workbook>`}, {"xl/_rels/workbook.xml.rels", links + partLinksEnd}, {"xl/styles.xml", partStyles}} {
		w, err := entry(z, part.name)
		if err == nil {
			_, err = io.WriteString(w, part.text)
		}
		if err != nil {
			return errors.Join(err, z.Close())
		}
	}
	for i, o := range sheets {
		w, err := entry(z, "xl/"+outPart(i))
		if err == nil {
			err = o.sheet(w, told)
		}
		if err != nil {
			return errors.Join(err, z.Close())
		}
	}
	return z.Close()
}

func outPart(index int) string { return fmt.Sprintf("worksheets/sheet%d.xml", index+1) }

// entry begins a file of the archive, dated with the first day that the
// format knows.
func entry(z *zip.Writer, name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}

func (o Out) sheet(to io.Writer, told func(int) error) error {
	w := bufio.NewWriterSize(to, 1<<16)
	w.WriteString(xml.Header + `<worksheet ` + sheetMain + `><sheetViews><sheetView workbookViewId="0">` +
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`)
	head := make([]OutCell, len(o.Head))
	for i, name := range o.Head {
		head[i] = OutCell{Text: name}
	}
	outRow(w, 1, head, 2)
	for i, row := range o.Rows {
		outRow(w, i+2, row, 0)
		if told != nil && i%1024 == 0 {
			if err := told(i); err != nil {
				return err
			}
		}
	}
	w.WriteString(`</sheetData></worksheet>`)
	return w.Flush() // the first error of all the writing
}

func outRow(w *bufio.Writer, number int, row []OutCell, style int) {
	line := strconv.Itoa(number)
	w.WriteString(`<row r="` + line + `">`)
	for i, c := range row {
		at := `<c r="` + letters(i) + line + `" s="`
		switch {
		case c.Number != "":
			w.WriteString(at + `0"><v>` + escaped(c.Number) + `</v></c>`)
		case !c.Day.IsZero():
			w.WriteString(at + `1"><v>` + strconv.Itoa(dayNumber(c.Day)) + `</v></c>`)
		case c.Text != "":
			w.WriteString(at + strconv.Itoa(style) + `" t="inlineStr"><is><t xml:space="preserve">` + escaped(c.Text) + `</t></is></c>`)
		}
	}
	w.WriteString(`</row>`)
}

// dayNumber is a day as a workbook of the 1900 system counts it, which has a
// 29 February 1900 that never was; what lies before March 1900 is not needed.
func dayNumber(d record.Date) int {
	return record.Date{Year: 1899, Month: time.December, Day: 30}.DaysUntil(d)
}

// letters is what a spreadsheet calls a column: A, B, … AA.
func letters(index int) string {
	name := ""
	for n := index + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// escaped is a text as XML takes it, without the characters that XML has no
// way to write.
func escaped(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`&<>"'`, r) }) < 0 {
		return text
	}
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(strings.ToValidUTF8(text, "�"))) // a buffer takes everything
	return out.String()
}

// sheetName is a name that a workbook takes for a sheet.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return -1
		}
		return r
	}, name)
	for utf8.RuneCountInString(name) > 31 {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	if name == "" {
		return "1"
	}
	return name
}
