package table

import (
	"bytes"
	"encoding/csv"
	"strings"
	"unicode"

	"holdfast/record"
)

// Out is a table that goes out: a head and rows of cells.
type Out struct {
	// Name is what a workbook calls the sheet. Keep it neutral.
	Name string
	Head []string
	Rows [][]OutCell
}

// OutCell is one cell of a table that goes out. At most one of them is set:
// Number, in digits with a point; Day; or Text, which stays text whatever it
// looks like.
type OutCell struct {
	Text   string
	Number string
	Day    record.Date
}

// CSV is the table as comma-separated text in UTF-8 with a mark at its head,
// as spreadsheet programs expect it, its lines ending as RFC 4180 says. A text
// that a spreadsheet program could take for a formula has an apostrophe put
// before it, and its line breaks become spaces, so that every line is a row;
// numbers and days are as they are.
func (o Out) CSV() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	head := make([]string, len(o.Head))
	for i, name := range o.Head {
		head[i] = harmless(name)
	}
	if err := w.Write(head); err != nil {
		return nil, err
	}
	for _, row := range o.Rows {
		fields := make([]string, len(row))
		for i, c := range row {
			fields[i] = c.field()
		}
		if err := w.Write(fields); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func (c OutCell) field() string {
	switch {
	case c.Number != "":
		return c.Number
	case !c.Day.IsZero():
		return c.Day.String()
	default:
		return harmless(c.Text)
	}
}

// harmless is a text of one line that no program takes for a formula.
func harmless(text string) string {
	return strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ").Replace(Guarded(text))
}

// Guard stands in front of a text that a program could take for a formula.
const Guard = "'"

// Guarded puts the Guard before a text whose first visible character would
// make a formula of it in some program, or that begins with what such a
// program passes over on its way there.
func Guarded(text string) string {
	first := strings.TrimLeftFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r)
	})
	if strings.IndexAny(text, "\t\r\n") == 0 || strings.IndexAny(first, "=+-@|%＝＋－＠") == 0 {
		return Guard + text
	}
	return text
}
