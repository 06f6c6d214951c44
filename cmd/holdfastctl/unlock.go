package main

import (
	"bytes"
	"errors"
	"io"

	"holdfast/board"
	"holdfast/store/keyring"
)

// longestKeyFile is the most bytes that a key file may have.
const longestKeyFile = 64 << 10

// key is what opens the vault: a key file or a passphrase.
func (h *house) key(g *globals) (keyring.Key, error) {
	if g.Key == "" {
		text, err := h.secret(g.PassphraseFile, h.book.Say("Passphrase: "))
		if err != nil {
			return nil, err
		}
		return keyring.Passphrase(text), nil
	}
	data, err := readFile(g.Key, longestKeyFile)
	if err != nil {
		return nil, err
	}
	if line, ok := bareIdentity(data); ok {
		return keyring.PaperKey(line)
	}
	key, err := keyring.IdentityFile(data, nil)
	if !errors.Is(err, keyring.ErrPassphraseNeeded) {
		return key, err
	}
	text, err := h.secret(g.PassphraseFile, h.book.Say("Passphrase of the key file: "))
	if err != nil {
		return nil, err
	}
	return keyring.IdentityFile(data, []byte(text))
}

// bareIdentity is the one line of a paper key's text that is the whole key.
func bareIdentity(data []byte) (string, bool) {
	for line := range bytes.Lines(data) {
		if line = bytes.TrimSpace(line); bytes.HasPrefix(line, []byte("AGE-SECRET-KEY-PQ-1")) {
			return string(line), true
		}
	}
	return "", false
}

// open takes hold of a vault, unlocks it, says what was found, does what is
// asked, and closes it again. The vault is looked at first, so that nobody
// types a passphrase for one that can't be opened anyway.
func (h *house) open(vault string, do func(*board.Board) error) (err error) {
	closed, err := board.Open(h.env, vault)
	if err != nil {
		return err
	}
	b, err := h.unlock(closed)
	if err != nil {
		return errors.Join(err, closed.Close())
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	if err := h.ctx.Err(); err != nil {
		return err
	}
	return do(b)
}

func (h *house) unlock(closed *board.Closed) (*board.Board, error) {
	key, err := h.key(h.globals)
	if err != nil {
		return nil, err
	}
	b, opening, err := closed.Unlock(h.ctx, key, h.progress)
	h.settle()
	if err != nil {
		return nil, err
	}
	for _, notice := range opening.Notices {
		if _, err := io.WriteString(h.errOut, h.book.Render(notice)+"\n"); err != nil {
			return nil, errors.Join(err, b.Close())
		}
	}
	return b, nil
}
