package table

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// format is what the look of a number says about what it means.
type format struct {
	day   bool // a date, with or without a time
	clock bool // a time of day alone
	width int  // digits to show, filled up with zeros; 0: as they are
}

// readFormats reads which numbers the cells' styles show as days.
func (w *workbook) readFormats(file string) error {
	p, err := w.files.open(file)
	if err != nil {
		return err
	}
	own := map[int]string{}
	inCells := false
	return p.each(func(token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			switch {
			case e.Name.Local == "cellXfs":
				inCells = true
			case e.Name.Local == "numFmt" && len(own) < maxParts:
				if id, err := strconv.Atoi(attr(e, "numFmtId")); err == nil {
					own[id] = attr(e, "formatCode")
				}
			case e.Name.Local == "xf" && inCells:
				id, err := strconv.Atoi(attr(e, "numFmtId"))
				if err != nil {
					id = 0
				}
				if len(w.formats) < 1<<17 {
					w.formats = append(w.formats, formatOf(id, own))
				}
			}
		case xml.EndElement:
			if e.Name.Local == "cellXfs" {
				inCells = false
			}
		}
		return nil
	})
}

// formatOf reads a number format: the built-in ones by their number (ECMA-376
// part 1, 18.8.30, with the ones that East Asian programs add), the others by
// their code.
func formatOf(id int, own map[int]string) format {
	if code, ok := own[id]; ok {
		return parseFormat(code)
	}
	switch {
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return format{day: true}
	case id >= 18 && id <= 21, id >= 45 && id <= 47:
		return format{clock: true}
	default:
		return format{}
	}
}

// parseFormat looks at a code such as "dd/mm/yyyy" or "000 000 0000". Only
// its first part counts, the one for positive numbers.
func parseFormat(code string) format {
	code, _, _ = strings.Cut(bare(code), ";")
	code = strings.ToLower(code)
	switch {
	case strings.Contains(code, "general"):
		return format{}
	case strings.ContainsAny(code, "yd"), strings.Contains(code, "mmm"):
		return format{day: true}
	case strings.ContainsAny(code, "hs"):
		return format{clock: true}
	}
	zeros := strings.Count(code, "0")
	if zeros > 1 && strings.Trim(code, "0-() /+") == "" {
		return format{width: zeros}
	}
	return format{}
}

// bare takes out of a code what is shown as it stands and what is in
// brackets: colours, conditions and languages, but not [h], which counts
// hours.
func bare(code string) string {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '\\', '_', '*':
			i++
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return out.String()
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return out.String()
			}
			if strings.Trim(strings.ToLower(code[i+1:i+end]), "hms") == "" {
				out.WriteByte('h')
			}
			i += end
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}
