package keyring

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"
	"golang.org/x/text/unicode/norm"

	"holdfast/store/internal/seal"
	"holdfast/store/keyring/plugin"
	"holdfast/wording"
)

const (
	// mostKeyFile is the most bytes that a key file has.
	mostKeyFile = 64 << 10
	// mostWork is the most work (2^n) that a key file may ask for: 1 GiB of
	// memory. The stock tool writes 18.
	mostWork = 20
)

// IdentityFile is the key that lies in a file: an age identity file as the
// stock tool writes it, encrypted with a passphrase (armored or not) or in
// clear. Of several identities in it, whichever fits is used. Both slices are
// kept until the Key is dropped. The work of the passphrase is done by
// Unlock, which fails with ErrWrongKey where it is wrong.
//
// It fails with ErrPassphraseNeeded where the file is encrypted and no
// passphrase was given, with ErrKeyFileDamaged for one that was cut short or
// changed (Unlock does so where that shows only then), with a wording.Problem
// (field "key") for one that names a hardware key, and with ErrNotKeyFile for
// every other file, one that asks for more than 1 GiB of memory among them.
func IdentityFile(data, passphrase []byte) (Key, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // what some editors put in front
	encrypted, err := examine(data)
	if err != nil {
		return nil, err
	}
	if !encrypted {
		if plugin.Holds(data) {
			return nil, wording.Refuse("key", "This file names a hardware key. Use it as a hardware key, together with the program that is its plugin.")
		}
		texts, err := listed(data)
		if err != nil {
			return nil, err
		}
		return identities(func(context.Context) ([]string, error) { return texts, nil }), nil
	}
	if len(passphrase) == 0 {
		return nil, ErrPassphraseNeeded
	}
	return identities(func(ctx context.Context) ([]string, error) {
		return decrypted(ctx, data, string(passphrase))
	}), nil
}

// examine says whether a file is encrypted with a passphrase, without doing
// the work of opening it.
func examine(data []byte) (encrypted bool, err error) {
	switch {
	case len(data) > mostKeyFile:
		return false, ErrNotKeyFile
	case len(data) == 0:
		return false, ErrKeyFileDamaged
	case !isAge(data):
		return false, nil
	}
	look := &probe{}
	_, _ = age.Decrypt(unarmored(data), look)
	switch {
	case !look.read:
		return false, ErrKeyFileDamaged
	case !look.one:
		return false, ErrNotKeyFile
	}
	return true, nil
}

// probe looks at the stanzas of an age file and opens none.
type probe struct{ read, one bool }

func (p *probe) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	p.read = true
	if len(stanzas) == 1 && stanzas[0].Type == "scrypt" && len(stanzas[0].Args) == 2 {
		work, err := strconv.Atoi(stanzas[0].Args[1])
		p.one = err == nil && work >= 1 && work <= mostWork
	}
	return nil, age.ErrIncorrectIdentity
}

// decrypted opens an encrypted key file. The stock tool takes a passphrase as
// the terminal gives it: it is tried as typed first, then composed (NFC).
func decrypted(ctx context.Context, data []byte, passphrase string) ([]string, error) {
	forms := []string{passphrase}
	if composed := norm.NFC.String(passphrase); composed != passphrase {
		forms = append(forms, composed)
	}
	for _, form := range forms {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		with, err := age.NewScryptIdentity(form)
		if err != nil {
			return nil, ErrPassphraseNeeded
		}
		with.SetMaxWorkFactor(mostWork)
		r, err := age.Decrypt(unarmored(data), with)
		if errors.Is(err, age.ErrIncorrectIdentity) {
			continue
		}
		if err != nil {
			return nil, ErrKeyFileDamaged
		}
		plain, err := io.ReadAll(r)
		if err != nil {
			return nil, ErrKeyFileDamaged
		}
		texts, err := listed(plain)
		clear(plain)
		return texts, err
	}
	return nil, ErrWrongKey
}

// listed is the identities that stand in a text, one a line. Every other line
// is passed over, so that a recovery kit saved as text is a key file too.
func listed(plain []byte) (texts []string, err error) {
	seal.Within(func() {
		lines := bufio.NewScanner(bytes.NewReader(plain))
		for lines.Scan() {
			text := strings.ToUpper(strings.TrimSpace(lines.Text()))
			if !strings.HasPrefix(text, identityPrefix) {
				continue
			}
			if _, err = parseIdentity(text); err != nil {
				err = ErrKeyFileDamaged
				return
			}
			texts = append(texts, text)
		}
		if len(texts) == 0 || lines.Err() != nil {
			err = ErrNotKeyFile
		}
	})
	return texts, err
}

func isAge(data []byte) bool {
	return bytes.HasPrefix(data, []byte("age-encryption.org/")) || isArmored(data)
}

func isArmored(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(data), []byte(armor.Header))
}

func unarmored(data []byte) io.Reader {
	if isArmored(data) {
		return armor.NewReader(bytes.NewReader(data))
	}
	return bytes.NewReader(data)
}

// writeKeyFile is an identity file encrypted with a passphrase and armored,
// as "age-keygen -pq | age -p -a" gives it.
func writeKeyFile(id *identity, passphrase string) ([]byte, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("write a key file: %w", err)
	}
	var out bytes.Buffer
	wrapped := armor.NewWriter(&out)
	w, err := age.Encrypt(wrapped, to)
	if err != nil {
		return nil, fmt.Errorf("write a key file: %w", err)
	}
	if _, err := fmt.Fprintf(w, "# public key: %s\n%s\n", id.recipient(), id.text); err != nil {
		return nil, fmt.Errorf("write a key file: %w", err)
	}
	if err := errors.Join(w.Close(), wrapped.Close()); err != nil {
		return nil, fmt.Errorf("write a key file: %w", err)
	}
	return out.Bytes(), nil
}
