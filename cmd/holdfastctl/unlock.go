package main

import (
	"errors"
	"path/filepath"

	"holdfast/board"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// longestKeyFile is the most bytes that a key file may have.
const longestKeyFile = 64 << 10

// key is what opens the vault: two sheets, a key file with or without a
// plugin, or a passphrase.
func (h *house) key(g *globals) (keyring.Key, error) {
	switch {
	case len(g.Share) > 0 && g.Key == "":
		return h.keyOf(g.Share, "", g.PassphraseFile)
	case len(g.Share) > 0:
		return nil, wording.Refuse("key", "Give a key file or two sheets, not both.")
	case g.Key != "":
		return h.keyOf([]string{g.Key}, g.Plugin, g.PassphraseFile)
	}
	text, err := h.secret(g.PassphraseFile, h.book.Say("Passphrase: "))
	if err != nil {
		return nil, err
	}
	return keyring.Passphrase(text), nil
}

// keyOf is the key that lies in one file, or on two sheets. secret is the file
// with the passphrase of a key file, or with the PIN of a hardware key.
func (h *house) keyOf(files []string, program, secret string) (keyring.Key, error) {
	texts := make([][]byte, len(files))
	for i, file := range files {
		data, err := readFile(file, longestKeyFile)
		if err != nil {
			return nil, err
		}
		texts[i] = data
	}
	if len(texts) > 1 || program == "" && isSheet(texts[0]) {
		return sheets(texts)
	}
	if program != "" {
		hardware, err := h.hardware(program, texts[0], secret)
		if err != nil {
			return nil, err
		}
		return board.HardwareKey(hardware), nil
	}
	key, err := board.FileKey(texts[0], nil)
	if !errors.Is(err, keyring.ErrPassphraseNeeded) {
		return key, err
	}
	text, err := h.secret(secret, h.book.Say("Passphrase of the key file: "))
	if err != nil {
		return nil, err
	}
	return board.FileKey(texts[0], []byte(text))
}

// isSheet says whether a file is a sheet, which needs another one.
func isSheet(data []byte) bool {
	_, err := board.ParseShare(string(data))
	return err == nil
}

// sheets is the key of two sheets.
func sheets(texts [][]byte) (keyring.Key, error) {
	if len(texts) != keyring.SharesNeeded {
		return nil, wording.Refuse("share", "Two sheets are needed: give --share FILE twice.")
	}
	var both [keyring.SharesNeeded]*board.Share
	for i, text := range texts {
		share, err := board.ParseShare(string(text))
		if problems := wording.Problems(err); len(problems) > 0 {
			return nil, wording.Refuse("share", "File {n} of the two: {what}", "n", i+1, "what", problems[0].What)
		}
		both[i] = share
	}
	return board.SharesKey(both[0], both[1])
}

// hardware is the key that a plugin keeps; the program is the one at the path
// and never one of that name from elsewhere.
func (h *house) hardware(program string, file []byte, secret string) (*board.Hardware, error) {
	path, err := filepath.Abs(program)
	if err != nil {
		return nil, err
	}
	return board.NewHardware(path, file, talk{h, secret})
}

// talk is how a plugin speaks with the person at the terminal.
type talk struct {
	house  *house
	secret string // the file that answers instead
}

// Say shows what the plugin says.
func (t talk) Say(message string) error {
	return t.house.tell(message + "\n")
}

// Ask asks for a PIN.
func (t talk) Ask(prompt string, _ bool) (string, error) {
	if t.secret == "" && !t.house.atTerminal() {
		return "", unanswered(prompt)
	}
	return t.house.secret(t.secret, prompt+": ")
}

// Confirm asks for a word; Enter alone is the only answer where there is one.
func (t talk) Confirm(prompt, yes, no string) (bool, error) {
	if !t.house.atTerminal() {
		return false, unanswered(prompt)
	}
	if no == "" {
		_, err := t.house.asked(prompt + " [" + yes + "] ")
		return err == nil, err
	}
	answer, err := t.house.asked(prompt + " [" + yes + "/" + no + "] ")
	return answer == yes, err
}

func unanswered(prompt string) error {
	return wording.Refuse("key", "The hardware key asks “{prompt}”, and nobody is there to answer. Use a terminal, or answer for a PIN with a file.", "prompt", prompt)
}

// open takes hold of a vault, unlocks it, says what was found, does what is
// asked, and closes it again. The vault is looked at first, so that nobody
// types a passphrase for one that can't be opened anyway.
func (h *house) open(vault string, do func(*board.Board) error) (err error) {
	return h.openWith(vault, nil, do)
}

// openWith is open with a key that was read already, or nil.
func (h *house) openWith(vault string, key keyring.Key, do func(*board.Board) error) (err error) {
	closed, err := board.Open(h.env, vault)
	if err != nil {
		return err
	}
	b, err := h.unlock(closed, key)
	if err != nil {
		return errors.Join(err, closed.Close())
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	if err := h.ctx.Err(); err != nil {
		return err
	}
	return do(b)
}

func (h *house) unlock(closed *board.Closed, key keyring.Key) (*board.Board, error) {
	if key == nil {
		var err error
		if key, err = h.key(h.globals); err != nil {
			return nil, err
		}
	}
	b, opening, err := closed.Unlock(h.ctx, key, h.progress)
	h.settle()
	if err != nil {
		return nil, err
	}
	for _, notice := range opening.Notices {
		if err := h.tell(h.book.Render(notice) + "\n"); err != nil {
			return nil, errors.Join(err, b.Close())
		}
	}
	return b, nil
}
