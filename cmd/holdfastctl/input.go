package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"holdfast/wording"
)

// longestInput is the most bytes of a file that describes a person, a sheet
// or a mapping.
const longestInput = 1 << 20

// read reads a file, or standard input where the file is "-".
func (h *house) read(file string) ([]byte, error) {
	if file != "-" {
		data, err := readFile(file, longestInput)
		return unmarked(data), err
	}
	if h.inputUsed {
		return nil, wording.Refuse("file", "Only one thing can be read from standard input.")
	}
	h.inputUsed = true
	data, err := limited(h.in, longestInput)
	return unmarked(data), err
}

// unmarked is a text without the mark that some editors on Windows put in
// front of UTF-8. Nobody sees it, and nobody could type it into a passphrase.
func unmarked(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\ufeff")) }

// readJSON reads one JSON document over what stands in into. What is not
// known is refused, and the reason names the field and never what stood there.
func (h *house) readJSON(file string, into any) error {
	data, err := h.read(file)
	if err != nil {
		return err
	}
	in := json.NewDecoder(bytes.NewReader(data))
	in.DisallowUnknownFields()
	if err = in.Decode(into); err == nil {
		if _, more := in.Token(); !errors.Is(more, io.EOF) {
			return wording.Refuse("file", "There is more in this file than one JSON object.")
		}
		return nil
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && kind.Field != "" {
		return wording.Refuse(kind.Field, "Line {line}: the field {field} can't hold a value of this kind.",
			"line", lineAt(data, kind.Offset), "field", kind.Field)
	}
	if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return wording.Refuse("file", "There is no field called {field}.", "field", field)
	}
	if problems := wording.Problems(err); len(problems) > 0 {
		return err
	}
	offset := in.InputOffset()
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = syntax.Offset
	} else if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		offset = int64(len(bytes.TrimSpace(data)))
	}
	return wording.Refuse("file", "Line {line}: this is not well-formed JSON, or a value is not written as it should be.",
		"line", lineAt(data, offset))
}

// lineAt is the line of an offset, from 1.
func lineAt(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n"))
}
