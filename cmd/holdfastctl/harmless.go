package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// harmless takes out of what a person reads all that a terminal would obey
// instead of showing it: what stands in a record may have been written by
// somebody else, and could clear the screen, change its title, or turn a line
// around so that it says something different.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if drives(r) {
			return -1
		}
		return r // a byte that is no text becomes the sign for a lost letter
	}, text)
}

func drives(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r)
}

// writeJSON writes one document. It loses nothing for the program that reads
// it, and is harmless to a terminal: what harmless leaves out is escaped here
// (RFC 8259, section 7).
func writeJSON(to io.Writer, document any) error {
	var plain bytes.Buffer
	out := json.NewEncoder(&plain)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(document); err != nil {
		return err
	}
	var text strings.Builder
	for _, r := range plain.String() {
		if drives(r) {
			fmt.Fprintf(&text, `\u%04x`, r)
		} else {
			text.WriteRune(r)
		}
	}
	_, err := io.WriteString(to, text.String())
	return err
}
