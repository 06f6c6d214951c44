package table

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxStrings is how many different texts a workbook may hold.
const maxStrings = 1 << 20

// readStrings reads the texts that the cells refer to by number.
func (w *workbook) readStrings(file string) error {
	p, err := w.files.open(file)
	if err != nil {
		return err
	}
	var text richText
	return p.each(func(token xml.Token) error {
		if e, ok := token.(xml.EndElement); ok && e.Name.Local == "si" {
			if len(w.strings) == maxStrings {
				return errTooLarge
			}
			w.strings = append(w.strings, text.cell())
		}
		text.see(token, "si")
		return nil
	})
}

// richText gathers the text of a <si> or <is>: a single <t>, or several in
// runs of different looks. How a word is pronounced (<rPh>) is not part of it.
type richText struct {
	text    strings.Builder
	inText  bool
	aside   int
	tooLong bool
}

// see takes the next token; whole is the element that holds a text.
func (r *richText) see(token xml.Token, whole string) {
	switch t := token.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case whole:
			*r = richText{}
		case "rPh":
			r.aside++
		case "t":
			r.inText = r.aside == 0
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "rPh":
			r.aside--
		case "t":
			r.inText = false
		}
	case xml.CharData:
		r.write(t)
	}
}

func (r *richText) write(data []byte) {
	if !r.inText || r.tooLong {
		return
	}
	// What is too long is not kept: a few such texts would fill the memory.
	if r.text.Len()+len(data) > MaxCell*8*utf8.UTFMax {
		r.tooLong = true
		r.text.Reset()
		return
	}
	r.text.Write(data)
}

func (r *richText) cell() Cell {
	if r.tooLong {
		return Cell{Fault: TooLong}
	}
	return clean(unescape(r.text.String()))
}

// unescape undoes _x000D_, which stands for a character that XML can't hold
// (ECMA-376 part 1, 22.9.2.19).
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for {
		at := strings.Index(text, "_x")
		if at < 0 || at+7 > len(text) {
			break
		}
		code, err := strconv.ParseUint(text[at+2:at+6], 16, 16)
		if err != nil || text[at+6] != '_' {
			out.WriteString(text[:at+2])
			text = text[at+2:]
			continue
		}
		out.WriteString(text[:at])
		out.WriteRune(rune(code))
		text = text[at+7:]
	}
	out.WriteString(text)
	return out.String()
}
