package keyring

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// saltSize is the length of the salt that RFC 9106 recommends.
const saltSize = 16

// hardening is how a passphrase becomes a key. Keyholders of one vault share
// it where they can, so that one derivation tries a passphrase against all.
type hardening struct {
	MemoryKiB uint32 `json:"memory_kib"`
	Passes    uint32 `json:"passes"`
	Lanes     uint8  `json:"lanes"`
	Salt      []byte `json:"salt"`
}

func newHardening(random io.Reader, c Cost) (hardening, error) {
	if err := c.writable(); err != nil {
		return hardening{}, err
	}
	salt := make([]byte, saltSize)
	if _, err := io.ReadFull(random, salt); err != nil {
		return hardening{}, fmt.Errorf("draw a salt: %w", err)
	}
	return hardening{MemoryKiB: c.MemoryKiB, Passes: c.Time, Lanes: c.Threads, Salt: salt}, nil
}

func (hd hardening) cost() Cost { return Cost{hd.MemoryKiB, hd.Passes, hd.Lanes} }

func (hd hardening) same(other hardening) bool {
	return hd.cost() == other.cost() && string(hd.Salt) == string(other.Salt)
}

// key derives the key under which identities are sealed. It checks the bounds
// once more: this is the line that takes the memory.
func (hd hardening) key(passphrase string) (*seal.Key, error) {
	if err := hd.cost().readable(); err != nil {
		return nil, err
	}
	var k *seal.Key
	seal.Within(func() {
		typed := []byte(normalised(passphrase))
		k = seal.NewKey(argon2.IDKey(typed, hd.Salt, hd.Passes, hd.MemoryKiB, hd.Lanes, seal.Size))
		clear(typed)
	})
	return k, nil
}

// extra binds a sealed identity to its place: it opens only with these
// parameters, in this vault, for this keyholder.
func (hd hardening) extra(vault, holder record.ID) []byte {
	return bind("sealed identity v1", []byte(vault), []byte(holder),
		number(uint64(hd.MemoryKiB)), number(uint64(hd.Passes)), number(uint64(hd.Lanes)), hd.Salt)
}

// normalised is the form of a passphrase that is hashed, as RFC 8265
// (OpaqueString) has it: every kind of space is the plain one and letters with
// marks are composed (NFC), because keyboards and systems differ in both for
// what looks the same. Case, width and everything else stay as typed.
func normalised(passphrase string) string {
	spaced := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, passphrase)
	return norm.NFC.String(spaced)
}

// A passphrase may be long, but not a file.
const leastPassphrase, mostPassphrase = 8, 1024

// checkPassphrase refuses what should not become a passphrase. How hard it
// is to guess is another question: see Strength.
func checkPassphrase(text string) error {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
		return wording.Refuse("passphrase", "A passphrase is one line of letters, digits, signs and spaces.")
	}
	if utf8.RuneCountInString(strings.TrimSpace(text)) < leastPassphrase {
		return wording.Refuse("passphrase",
			"A passphrase has at least {n} characters. Six random words are easy to remember and hard to guess.",
			"n", leastPassphrase)
	}
	if len(text) > mostPassphrase {
		return wording.Refuse("passphrase", "This passphrase is too long. A sentence is enough.")
	}
	return nil
}
