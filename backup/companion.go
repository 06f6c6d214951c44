package backup

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"filippo.io/age"

	"holdfast/durable"
	"holdfast/store"
	"holdfast/store/keyring"
)

// companionFormat is the first thing in a companion file, companionDomain
// what the vault signs it as.
const (
	companionFormat = "holdfast companion"
	companionDomain = "backup companion v1"
	companionSuffix = ".since.age"
	companionBegins = "{\n  \"format\": \"" + companionFormat + "\""
	// companionStep is what the text in it is filled up to a multiple of.
	companionStep = 64 << 10
)

// Companion is the small file beside a backup that says what was erased and
// withdrawn up to the day it was written, so that a restore on a computer
// without the vault knows it too. Like a backup it is encrypted to the vault's
// keyholders and signed by the vault.
type Companion struct {
	// Made is when it was written: of what happened later it knows nothing.
	Made time.Time `json:"made"`
	keyring.Roster
	Tombstones  []Tombstone  `json:"tombstones"`
	Withdrawals []Withdrawal `json:"withdrawals"`
	// Proven: it is certain that the vault wrote it (see Opened.Proven). What
	// is not proven must not be applied: it may be somebody's wish to have
	// people erased.
	Proven bool `json:"-"`
}

// Since is what a restore applies again.
func (c Companion) Since() Since { return Since{Tombstones: c.Tombstones, Withdrawals: c.Withdrawals} }

// CompanionPath is where the companion of a backup lies: beside it.
func CompanionPath(backup string) string {
	return strings.TrimSuffix(backup, ".age") + companionSuffix
}

// WriteCompanion writes the companion of a backup, in place of the one before.
// The backup itself must be there (fs.ErrNotExist): nothing is left in a place
// that somebody has given up. It fails as the disk does, or with ErrLocked of
// package store, and then the one before is as it was.
func WriteCompanion(env store.Environment, s *store.Store, backup string, since Since) error {
	if _, err := os.Stat(backup); err != nil {
		return store.Explained("write beside a backup", err)
	}
	x, err := s.Export()
	if err != nil {
		return err
	}
	defer x.Close()
	env = env.Filled()
	c := Companion{Made: env.Clock().UTC().Truncate(time.Second), Roster: x.Roster,
		Tombstones: append([]Tombstone{}, since.Tombstones...), Withdrawals: append([]Withdrawal{}, since.Withdrawals...)}
	raw, err := c.encode(x.Sign)
	if err != nil {
		return err
	}
	to, err := address(env.Random, x.Roster, nil)
	if err != nil {
		return err
	}
	defer clear(to.fileKey)
	path := CompanionPath(backup)
	file, err := makeAside(path)
	if err != nil {
		return err
	}
	if err := errors.Join(seal(file, to, raw), file.settle()); err != nil {
		return errors.Join(err, file.remove())
	}
	if err := durable.Rename(file.path, path); err != nil {
		return errors.Join(store.Explained("name a companion file", err), file.remove())
	}
	return store.Explained("name a companion file", durable.SyncFolder(filepath.Dir(path)))
}

// seal encrypts a text to recipients.
func seal(out io.Writer, to age.Recipient, raw []byte) error {
	w, err := age.Encrypt(out, to)
	if err == nil {
		_, err = w.Write(raw)
	}
	if err == nil {
		err = w.Close()
	}
	return store.Explained("write a companion file", err)
}

// encode is the text of a companion file: signed, and filled up with spaces.
func (c Companion) encode(sign func(domain string, message []byte) ([]byte, error)) ([]byte, error) {
	body, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("write a companion file: %w", err)
	}
	s := signed{Format: companionFormat, Version: version, Body: body}
	if s.Signature, err = sign(companionDomain, body); err != nil {
		return nil, err
	}
	raw, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write a companion file: %w", err)
	}
	short := companionStep - (len(raw)+1)%companionStep
	return append(append(raw, bytes.Repeat([]byte{' '}, short)...), '\n'), nil
}

// ReadCompanion reads a companion file with a key. known is a vault that is at
// hand, or nil. It fails with fs.ErrNotExist where there is none, and as Open
// does.
func ReadCompanion(ctx context.Context, path string, key keyring.Key, known Known) (c Companion, err error) {
	file, err := openFile(path)
	if err != nil {
		return c, err
	}
	defer file.Close() // read only: nothing can be lost
	ask := &asker{ctx: ctx, key: key}
	defer func() {
		clear(ask.fileKey)
		ask.bearer.Wipe()
	}()
	plain, err := decrypt(file, ask)
	if err != nil {
		if ask.err != nil {
			err = ask.explain(err)
		}
		return c, err
	}
	raw, err := io.ReadAll(io.LimitReader(plain, mostManifest+1))
	if err != nil {
		return c, err
	}
	if len(raw) > mostManifest {
		return c, fmt.Errorf("%w: it is too long", ErrAltered)
	}
	c, s, err := parseCompanion(raw)
	if err != nil {
		return Companion{}, err
	}
	c.Proven, err = proven(c.Roster, companionDomain, s, ask.bearer, known)
	if err != nil {
		return Companion{}, err
	}
	return c, nil
}

// isCompanion says whether a file that a key opens begins like a companion.
func isCompanion(file io.ReaderAt, fileKey []byte) bool {
	if len(fileKey) == 0 {
		return false
	}
	plain, err := decrypt(io.NewSectionReader(file, 0, mostManifest), age.NewInjectedFileKeyIdentity(bytes.Clone(fileKey)))
	if err != nil {
		return false
	}
	begins := make([]byte, len(companionBegins))
	_, err = io.ReadFull(plain, begins)
	return err == nil && string(begins) == companionBegins
}

// parseCompanion reads the text of a companion file strictly. It fails with
// ErrNotBackup, ErrNewer or ErrAltered.
func parseCompanion(raw []byte) (c Companion, s signed, err error) {
	var body bytes.Buffer
	if json.Unmarshal(raw, &s) != nil || s.Format != companionFormat {
		return c, s, ErrNotBackup
	}
	if s.Version > version {
		return c, s, ErrNewer
	}
	if json.Compact(&body, s.Body) != nil {
		return c, s, fmt.Errorf("%w: it can't be read", ErrAltered)
	}
	s.Body = body.Bytes()
	strict := json.NewDecoder(bytes.NewReader(s.Body))
	strict.DisallowUnknownFields()
	if strict.Decode(&c) != nil || c.Roster.Valid() != nil {
		return c, s, fmt.Errorf("%w: it can't be read", ErrAltered)
	}
	if again, err := json.Marshal(c); err != nil || !bytes.Equal(again, s.Body) {
		return c, s, fmt.Errorf("%w: it is not in its one form", ErrAltered)
	}
	return c, s, nil
}

// proven says whether it is certain that the vault of a roster signed
// something; ErrForged where it is certain that somebody else did.
func proven(r keyring.Roster, domain string, s signed, by *keyring.Bearer, known Known) (bool, error) {
	atHand := known != nil && known.ID() == r.Vault
	if atHand && known.Signed(domain, s.Body, s.Signature) {
		return true, nil
	}
	if !r.Signed(domain, s.Body, s.Signature) || by == nil {
		return false, ErrForged
	}
	for _, h := range r.Holders {
		if h.Recipient != by.Recipient() || len(h.Attestation) == 0 {
			continue
		}
		vouches, err := by.Vouches(r.Vault, r.Signer, h.Attestation)
		if err == nil && !vouches {
			err = ErrForged
		}
		return err == nil, err
	}
	if atHand {
		return false, ErrForged // the vault is at hand, and has not written it
	}
	return false, nil
}
