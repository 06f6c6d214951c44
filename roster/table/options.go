package table

import "strings"

// Options say how to read a file. The zero Options find everything out.
type Options struct {
	// Sheet is the name of the sheet; "" is the first with a header.
	Sheet string
	// HeaderLine is the line of the header; 0 finds it, NoHeader says that
	// there is none.
	HeaderLine int
	// Encoding and Separator are for CSV; "" finds them.
	Encoding  Encoding
	Separator Separator
	// Known says whether a text is a header that the caller knows; nil knows
	// none. It helps to find the line of the header.
	Known func(header string) bool
	// Progress, where there is one, is told now and then which share of the
	// file was read, from 0 to 1.
	Progress func(share float64)
}

// NoHeader is a HeaderLine that says that the first row is data already.
const NoHeader = -1

// Encoding is how a text file writes its letters, by its IANA name.
type Encoding string

// The encodings. UTF16 takes the order of bytes from the file.
const (
	UTF8        Encoding = "utf-8"
	UTF16       Encoding = "utf-16"
	Windows1252 Encoding = "windows-1252"
	Macintosh   Encoding = "macintosh"
	IBM850      Encoding = "ibm850"
)

// Separator is what stands between two cells of a line.
type Separator string

// The separators.
const (
	Comma     Separator = ","
	Semicolon Separator = ";"
	Tab       Separator = "tab"
)

// Separators are all separators that can be chosen.
func Separators() []Separator { return []Separator{Comma, Semicolon, Tab} }

func (s Separator) rune() rune {
	if s == Tab {
		return '\t'
	}
	return []rune(s)[0]
}

func (o Options) known(header string) bool {
	return o.Known != nil && strings.TrimSpace(header) != "" && o.Known(header)
}

func (o Options) progress(share float64) {
	if o.Progress != nil {
		o.Progress(min(max(share, 0), 1))
	}
}
