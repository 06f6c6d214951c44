package keyring

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"

	"holdfast/store/internal/seal"
)

// wrap writes the vault key and the seed of the signing key as one age file
// to the recipients of all keyholders.
func wrap(master, seed *seal.Key, recipients []string) ([]byte, error) {
	to := make([]age.Recipient, len(recipients))
	for i, text := range recipients {
		r, err := age.ParseHybridRecipient(text)
		if err != nil {
			return nil, errors.New("a keyholder's public key can't be read")
		}
		to[i] = r
	}
	var out bytes.Buffer
	var err error
	// The writer keeps a chunk of the plaintext: all of it runs inside.
	seal.Within(func() { err = writeKeys(&out, to, master, seed) })
	if err != nil {
		return nil, fmt.Errorf("wrap the vault's keys: %w", err)
	}
	return out.Bytes(), nil
}

func writeKeys(out io.Writer, to []age.Recipient, keys ...*seal.Key) error {
	w, err := age.Encrypt(out, to...)
	if err != nil {
		return err
	}
	for _, k := range keys {
		if err := k.Reveal(func(secret []byte) error {
			_, err := w.Write(secret)
			return err
		}); err != nil {
			return err
		}
	}
	return w.Close()
}

// unwrap reads what wrap wrote, to its last byte, before any of it is used.
// It is called inside seal.Within.
func unwrap(file []byte, with *identity) (master, seed *seal.Key, err error) {
	r, err := age.Decrypt(bytes.NewReader(file), with.age)
	if err != nil {
		return nil, nil, ErrForged
	}
	// One more than the length: anything longer is not ours.
	both := make([]byte, 2*seal.Size+1)
	n, err := io.ReadFull(r, both)
	if n != 2*seal.Size || !errors.Is(err, io.ErrUnexpectedEOF) {
		clear(both)
		return nil, nil, ErrForged
	}
	return seal.NewKey(both[:seal.Size]), seal.NewKey(both[seal.Size:n]), nil
}
