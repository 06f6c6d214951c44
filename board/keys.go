package board

import (
	"errors"
	"io"

	"holdfast/store"
	"holdfast/store/keyring"
)

// Key is what a person unlocks with. Drop it after use.
type Key = keyring.Key

// Progress hears how far long work has come.
type Progress = store.Progress

// Estimate is how hard a passphrase is to guess.
type Estimate = keyring.Estimate

// PassphraseKey is the key that a person knows.
func PassphraseKey(text string) Key { return keyring.Passphrase(text) }

// PaperKey is the key that was printed or copied by hand. It fails with a
// Problem that names the groups which are not right.
func PaperKey(text string) (Key, error) { return keyring.PaperKey(text) }

// FileKey is the key in a key file, which the passphrase opens where it is
// protected by one, or a paper key that was typed into a file in its groups. It
// fails with keyring.ErrNotKeyFile, keyring.ErrKeyFileDamaged,
// keyring.ErrPassphraseNeeded, or a Problem that names a wrong group; Explain
// has the words.
func FileKey(data, passphrase []byte) (Key, error) {
	key, err := keyring.IdentityFile(data, passphrase)
	if errors.Is(err, keyring.ErrNotKeyFile) && keyring.MayBePaper(string(data)) {
		return keyring.PaperKey(string(data))
	}
	return key, err
}

// Share is one sheet of a key that is divided among three.
type Share = keyring.Share

// ParseShare reads a sheet. It fails with a Problem that names the words which
// are not right.
func ParseShare(text string) (*Share, error) { return keyring.ParseShare(text) }

// SharesKey is the key of two sheets. It fails with a Problem where they are
// the same one, or of different sets.
func SharesKey(first, second *Share) (Key, error) { return keyring.SharesKey(first, second) }

// SuggestPassphrase draws a passphrase of six words.
func SuggestPassphrase(random io.Reader) (string, error) {
	return keyring.Generate(random, suggestedWords)
}

const suggestedWords = 6

// Strength judges a passphrase. words are what somebody who knows the board
// would try first. It may take some hundred milliseconds.
func Strength(text string, words ...string) Estimate { return keyring.Strength(text, words...) }

// SystemRandom is the chance of the operating system.
func SystemRandom() io.Reader { return store.SystemRandom() }

// SyncedFolder names the service that copies a folder elsewhere ("Dropbox"),
// or is empty; home is the person's own folder (Environment).
func SyncedFolder(dir, home string) string { return store.SyncedFolder(dir, home) }
