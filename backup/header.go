package backup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/store/keyring"
)

// stanzaType is the stanza in the header of a backup that other programs pass
// over: the identities that a passphrase or a hardware key opens.
const (
	stanzaType = "holdfast-backup"
	// together is the number of which there is always a multiple: recipients,
	// and sealed identities. What is missing is thrown away once it is made.
	together = 4
	// mostStanza is the most bytes that the stanza has.
	mostStanza = 1 << 20
)

// note is what the stanza holds, as JSON, filled up with spaces.
type note struct {
	// Sum is SHA-256 of the header: it tells damage from a wrong key.
	Sum    []byte           `json:"sum"`
	Sealed []keyring.Sealed `json:"sealed"`
}

// sum is over the other stanzas, the arguments of this one, and what is sealed:
// each as a line of JSON.
func (n note) sum(others []*age.Stanza, args []string) []byte {
	h := sha256.New()
	write := json.NewEncoder(h)
	for _, part := range []any{others, args, n.Sealed} {
		_ = write.Encode(part) // to a hash, which does not fail
	}
	return h.Sum(nil)
}

// addressees are all who open a backup, and what is learnt on the way.
type addressees struct {
	recipients []age.Recipient
	note       note
	vault      record.ID
	wrapped    []*age.Stanza
	fileKey    []byte
}

// address makes a backup open for the keyholders and for others.
func address(random io.Reader, r keyring.Roster, others []string) (*addressees, error) {
	a := &addressees{vault: r.Vault, note: note{Sealed: r.Sealed()}}
	texts := slices.Clone(others)
	for _, h := range r.Holders {
		texts = append(texts, h.Recipient)
	}
	slices.Sort(texts)
	for _, text := range slices.Compact(texts) {
		to, err := keyring.Recipient(text)
		if err != nil {
			return nil, err
		}
		a.recipients = append(a.recipients, to)
	}
	for len(a.recipients)%together != 0 {
		nobody, err := age.GenerateHybridIdentity()
		if err != nil {
			return nil, err
		}
		a.recipients = append(a.recipients, nobody.Recipient())
	}
	held := a.note.Sealed
	for len(a.note.Sealed)%together != 0 || len(a.note.Sealed) == 0 {
		decoy, err := keyring.Decoy(random, held)
		if err != nil {
			return nil, err
		}
		a.note.Sealed = append(a.note.Sealed, decoy)
	}
	// Nobody shall tell by the order which are real.
	slices.SortFunc(a.note.Sealed, func(x, y keyring.Sealed) int { return bytes.Compare([]byte(x.ID), []byte(y.ID)) })
	return a, nil
}

// Wrap lets age write one stanza for each recipient, and the note.
func (a *addressees) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	a.fileKey = bytes.Clone(fileKey)
	for _, r := range a.recipients {
		stanzas, err := r.Wrap(fileKey)
		if err != nil {
			return nil, err
		}
		a.wrapped = append(a.wrapped, stanzas...)
	}
	// Keyholders stand in the order of their keys, throwaway ones last.
	slices.SortFunc(a.wrapped, func(x, y *age.Stanza) int { return bytes.Compare(x.Body, y.Body) })
	args := []string{strconv.Itoa(version), string(a.vault)}
	a.note.Sum = a.note.sum(a.wrapped, args)
	raw, err := json.Marshal(a.note)
	if err != nil {
		return nil, err
	}
	for len(raw)%1024 != 0 {
		raw = append(raw, ' ')
	}
	return append(a.wrapped, &age.Stanza{Type: stanzaType, Args: args, Body: raw}), nil
}

// WrapWithLabels says that all of them hold against quantum computers: age
// then adds nobody who does not.
func (a *addressees) WrapWithLabels(fileKey []byte) ([]*age.Stanza, []string, error) {
	stanzas, err := a.Wrap(fileKey)
	return stanzas, []string{"postquantum"}, err
}

// once is the one passphrase that a backup is made for.
type once struct {
	age.Recipient
	fileKey []byte
}

func (o *once) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	o.fileKey = bytes.Clone(fileKey)
	return o.Recipient.Wrap(fileKey)
}

// asker is the age identity that asks the keyring, and keeps what it answers.
type asker struct {
	ctx     context.Context
	key     keyring.Key
	fileKey []byte
	bearer  *keyring.Bearer
	// typed: the file has a passphrase of its own.
	typed bool
	// marked: it says that it is a backup.
	marked bool
	err    error
}

// Unwrap is what age calls with the header of a file.
func (a *asker) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	fileKey, err := a.unwrap(stanzas)
	if errors.Is(err, age.ErrIncorrectIdentity) {
		err = errors.New("a header that fits nobody") // age would go on
	}
	a.fileKey, a.err = fileKey, err
	return bytes.Clone(fileKey), err
}

func (a *asker) unwrap(stanzas []*age.Stanza) (fileKey []byte, err error) {
	a.typed = len(stanzas) == 1 && stanzas[0].Type == "scrypt"
	vault, n, err := a.read(stanzas)
	if err != nil {
		return nil, err
	}
	fileKey, a.bearer, err = keyring.Unwrap(a.ctx, a.key, vault, n.Sealed, stanzas)
	return fileKey, err
}

// explain is why the file did not open: what the key said, where it was asked.
func (a *asker) explain(err error) error {
	if errors.Is(a.err, keyring.ErrWrongKey) && !a.marked && !a.typed {
		return ErrNotBackup
	}
	if errors.Is(a.err, keyring.ErrWrongKey) {
		return ErrWrongKey
	}
	for _, known := range []error{keyring.ErrNotKeyFile, keyring.ErrWeakened, ErrNewer, context.Canceled, context.DeadlineExceeded} {
		if errors.Is(a.err, known) {
			return a.err
		}
	}
	return err
}

// read finds the note; there is none in a file with a passphrase of its own.
func (a *asker) read(stanzas []*age.Stanza) (record.ID, note, error) {
	var n note
	at := slices.IndexFunc(stanzas, func(s *age.Stanza) bool { return s.Type == stanzaType })
	if at < 0 {
		return "", n, nil
	}
	a.marked = true
	s := stanzas[at]
	others := slices.Delete(slices.Clone(stanzas), at, at+1)
	if len(s.Args) != 2 || len(s.Body) > mostStanza || json.Unmarshal(s.Body, &n) != nil || !bytes.Equal(n.Sum, n.sum(others, s.Args)) {
		return "", n, ErrAltered
	}
	if v, err := strconv.Atoi(s.Args[0]); err != nil || v > version {
		return "", n, ErrNewer
	}
	return record.ID(s.Args[1]), n, nil
}
