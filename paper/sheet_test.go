package paper_test

import (
	"bytes"
	"compress/zlib"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"holdfast/assets"
	"holdfast/paper"
	"holdfast/wording"
)

var (
	update = flag.Bool("update", false, "write the files in testdata anew")
	keep   = flag.String("keep", "", "a folder to keep the PDFs in, to look at them")
)

func fonts() paper.Fonts {
	return paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()}
}

func books(t *testing.T) map[string]*wording.Book {
	t.Helper()
	es, err := assets.Book(wording.InSpanish)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*wording.Book{"en": wording.English(), "es": es}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and look at the difference. Now:\n%s", name, got)
	}
}

// kept leaves a PDF where somebody can look at it.
func kept(t *testing.T, name string, pdf []byte) {
	t.Helper()
	if *keep == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*keep, name), pdf, 0o600); err != nil {
		t.Fatal(err)
	}
}

// pages are the drawing instructions of a PDF, page by page.
func pages(t *testing.T, pdf []byte) []string {
	t.Helper()
	var all []string
	for _, m := range regexp.MustCompile(`(?s)/Filter /FlateDecode /Length \d+>>\nstream\n(.*?)\nendstream`).FindAllSubmatch(pdf, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(content, []byte(" Tf")) || bytes.Contains(content, []byte(" re ")) {
			all = append(all, string(content))
		}
	}
	return all
}

// text is what stands on the pages of a PDF, each line with its place.
func text(t *testing.T, pdf []byte) string {
	t.Helper()
	var out strings.Builder
	for i, page := range pages(t, pdf) {
		fmt.Fprintf(&out, "page %d\n", i+1)
		for _, m := range regexp.MustCompile(`(?s)BT (\S+) (\S+) Td \((.*?)\)Tj ET`).FindAllStringSubmatch(page, -1) {
			fmt.Fprintf(&out, "%7s %7s  %s\n", m[1], m[2], letters(m[3]))
		}
	}
	return out.String()
}

// letters reads a PDF's string of UTF-16.
func letters(escaped string) string {
	raw := []byte(strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(escaped))
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}
