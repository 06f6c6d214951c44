package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"holdfast/wording"
)

// longestSecret is the most bytes that a file with a passphrase may have.
const longestSecret = 4 << 10

// secret reads a passphrase: from the file, from standard input where the
// file is "-", or from the terminal. The line end after it does not belong to
// it.
func (h *house) secret(file, prompt string) (string, error) {
	if file == "" {
		return h.asked(prompt)
	}
	var data []byte
	var err error
	if file == "-" {
		data, err = h.standardInput()
	} else {
		data, err = readFile(file, longestSecret)
	}
	if err != nil {
		return "", err
	}
	defer clear(data)
	text := strings.TrimSuffix(strings.TrimSuffix(string(unmarked(data)), "\n"), "\r")
	switch {
	case text == "":
		return "", wording.Refuse("passphrase_file", "The file with the passphrase is empty.")
	case !utf8.ValidString(text) || strings.ContainsAny(text, "\r\n"):
		return "", wording.Refuse("passphrase_file", "The file with the passphrase must hold one line of text and nothing else.")
	}
	return text, nil
}

// standardInput is read once; a second secret from it is a mistake.
func (h *house) standardInput() ([]byte, error) {
	if h.inputUsed {
		return nil, wording.Refuse("passphrase_file", "Only one thing can be read from standard input.")
	}
	h.inputUsed = true
	return limited(h.in, longestSecret)
}

// newSecret is secret for a passphrase that is given for the first time: on a
// terminal it is typed twice.
func (h *house) newSecret(file string) (string, error) {
	first, err := h.secret(file, h.book.Say("New passphrase: "))
	if err != nil || file != "" {
		return first, err
	}
	again, err := h.asked(h.book.Say("Once more: "))
	if err == nil && again != first {
		err = wording.Refuse("passphrase", "The two were not the same; nothing was changed.")
	}
	return first, err
}

// asked reads a passphrase from the terminal, which does not show it. Where
// nobody sits at a terminal it says how else to give one.
func (h *house) asked(prompt string) (string, error) {
	file, _ := h.in.(*os.File)
	if !h.atTerminal() {
		return "", wording.Refuse("passphrase_file",
			"A passphrase is needed: give --passphrase-file FILE, or - to read it from standard input, or use a terminal.")
	}
	if err := h.tell(prompt); err != nil {
		return "", err
	}
	typed, err := typedQuietly(h.ctx, int(file.Fd()))
	if newline := h.tell("\n"); err == nil {
		err = newline
	}
	if err != nil {
		return "", err
	}
	defer clear(typed)
	return string(typed), nil
}

// atTerminal says whether somebody can be asked.
func (h *house) atTerminal() bool {
	file, ok := h.in.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// typedQuietly reads a line that the terminal does not show. Where the
// context ends first, the terminal is put back as it was.
func typedQuietly(ctx context.Context, fd int) ([]byte, error) {
	before, err := term.GetState(fd)
	if err != nil {
		return nil, err
	}
	type line struct {
		text []byte
		err  error
	}
	read := make(chan line, 1)
	go func() {
		text, err := term.ReadPassword(fd)
		read <- line{text, err}
	}()
	select {
	case l := <-read:
		if errors.Is(l.err, io.EOF) {
			return nil, context.Canceled
		}
		return l.text, l.err
	case <-ctx.Done():
		return nil, errors.Join(ctx.Err(), term.Restore(fd, before))
	}
}

// readFile reads a file of at most so many bytes.
func readFile(name string, most int64) (data []byte, err error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return limited(file, most)
}

func limited(from io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(from, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, wording.Refuse("file", "This file is too large; at most {n} bytes are read.", "n", int(most))
	}
	return bytes.Clone(data), err
}
