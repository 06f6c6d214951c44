package backup

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"holdfast/store/keyring"
)

// forger is somebody who knows the format, the vault's identifier and every
// public key, and has no key.
type forger struct {
	keyring.Roster
	key ed25519.PrivateKey
}

func forgerOf(t *testing.T, w *world) *forger {
	t.Helper()
	x, err := w.vault.Export()
	must(t, err)
	defer x.Close()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	must(t, err)
	f := &forger{Roster: x.Roster, key: private}
	f.Signer = public
	for i := range f.Holders {
		f.Holders[i].Attestation = nil
	}
	return f
}

// sign signs as the vault would, but for the key.
func (f *forger) sign(domain string, message []byte) ([]byte, error) {
	var bound []byte
	for _, part := range []string{"holdfast message v1", domain, string(f.Vault), string(message)} {
		bound = append(binary.BigEndian.AppendUint64(bound, uint64(len(part))), part...)
	}
	return ed25519.Sign(f.key, bound), nil
}

func (f *forger) file(t *testing.T, to age.Recipient) []byte {
	t.Helper()
	var out bytes.Buffer
	if to == nil {
		everybody, err := address(rand.Reader, f.Roster, nil)
		must(t, err)
		to = everybody
	}
	encrypting, err := age.Encrypt(&out, to)
	must(t, err)
	made := time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	a, err := newArchive(encrypting, made)
	must(t, err)
	must(t, errors.Join(list[Tombstone](a, tombstoneFile, nil), list[Withdrawal](a, withdrawalFile, nil)))
	m := Manifest{Made: made, Anchor: Anchor{Generation: 9, Sequence: 1}, Roster: f.Roster, Collections: map[string]int{}}
	_, err = a.finish(m, f.sign)
	must(t, errors.Join(err, encrypting.Close()))
	return out.Bytes()
}

func (w *world) openRaw(t *testing.T, raw []byte, key keyring.Key, known Known) (*Opened, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "given.age")
	must(t, os.WriteFile(path, raw, 0o600))
	o, err := Open(t.Context(), path, key, known, nil)
	if err == nil {
		t.Cleanup(o.Close)
	}
	return o, err
}

func TestABackupOfSomebodyWithPublicKeysOnlyIsNeverTakenForOurs(t *testing.T) {
	w := newWorld(t, recipient(t))
	x, err := w.vault.Export()
	must(t, err)
	genuine := x.Roster
	x.Close()
	for name, c := range map[string]struct {
		edit  func(*forger)
		known bool
		want  error // nil: opens, unproven
	}{
		"without attestations":                     {func(*forger) {}, false, nil},
		"without attestations, the vault at hand":  {func(*forger) {}, true, ErrForged},
		"with attestations of its own":             {func(f *forger) { f.Holders[0].Attestation = make([]byte, 32) }, false, ErrForged},
		"with attestations of the vault":           {func(f *forger) { f.Holders[0].Attestation = genuine.Holders[0].Attestation }, false, ErrForged},
		"with the vault's public key":              {func(f *forger) { f.Signer = genuine.Signer }, false, ErrForged},
		"with the vault's public key and its word": {func(f *forger) { f.Roster = genuine }, false, ErrForged},
		"with the keyholder left out":              {func(f *forger) { f.Holders = f.Holders[1:] }, false, ErrWrongKey},
		"for another vault":                        {func(f *forger) { f.Vault = "2f0c1c1e-7d1b-4c39-9a55-6a0f6d1f1a11" }, true, nil},
	} {
		f := forgerOf(t, w)
		c.edit(f)
		var known Known
		if c.known {
			known = w.vault
		}
		o, err := w.openRaw(t, f.file(t, nil), w.paper, known)
		if !errors.Is(err, c.want) || c.want == nil && (err != nil || o.Proven) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func recipient(t testing.TB) *keyring.Enrolment {
	t.Helper()
	id, err := age.GenerateHybridIdentity()
	must(t, err)
	e, err := keyring.NewRecipient("Auditor", id.Recipient().String())
	must(t, err)
	return e
}

func TestAKeyThatHasNotVouchedIsToldSo(t *testing.T) {
	w := newWorld(t)
	auditor, err := age.GenerateHybridIdentity()
	must(t, err)
	e, err := keyring.NewRecipient("Auditor", auditor.Recipient().String())
	must(t, err)
	must(t, w.vault.AddKeyholder(t.Context(), e))
	key, err := keyring.IdentityFile([]byte(auditor.String()), nil)
	must(t, err)
	o := w.open(t, w.backup(t).Path, key)
	if o.Proven || o.Fingerprint() != w.vault.Fingerprint() {
		t.Errorf("proven %v, %s", o.Proven, o.Fingerprint())
	}
	if o, err = Open(t.Context(), w.file(), key, w.vault, nil); err != nil || !o.Proven {
		t.Errorf("with the vault at hand: %v", err)
	}
	o.Close()
}

func TestOtherFilesAndNewerOnesHaveTheirOwnErrors(t *testing.T) {
	w := newWorld(t)
	everybody := func() *addressees {
		to, err := address(rand.Reader, forgerOf(t, w).Roster, nil)
		must(t, err)
		return to
	}
	plain := func(text string) []byte {
		var out bytes.Buffer
		encrypting, err := age.Encrypt(&out, everybody())
		must(t, err)
		_, err = encrypting.Write([]byte(text))
		must(t, errors.Join(err, encrypting.Close()))
		return out.Bytes()
	}
	archive := func(readme string) string {
		var out bytes.Buffer
		a, err := newArchive(&out, time.Time{})
		must(t, err)
		must(t, a.tar.Flush())
		return strings.Replace(out.String(), "Holdfast backup, version 1", readme, 1)
	}
	var foreign bytes.Buffer
	somebody, err := age.GenerateHybridIdentity()
	must(t, err)
	encrypting, err := age.Encrypt(&foreign, somebody.Recipient())
	must(t, errors.Join(err, encrypting.Close()))
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"a letter":                   {[]byte("Dear all,"), ErrNotBackup},
		"nothing":                    {nil, ErrTruncated},
		"an age file to others":      {foreign.Bytes(), ErrNotBackup},
		"an age file with a letter":  {plain("Dear all,\n" + strings.Repeat("x", 2000)), ErrNotBackup},
		"an archive of another kind": {plain(archive("Photos of a holiday, 2026!")), ErrNotBackup},
		"an archive of version 2":    {plain(archive("Holdfast backup, version 2")), ErrNewer},
		"an archive and no more":     {plain(archive("Holdfast backup, version 1")), ErrAltered},
	} {
		if _, err := w.openRaw(t, c.raw, w.paper, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	m, err := Manifest{}.encode(func(string, []byte) ([]byte, error) { return nil, nil })
	must(t, err)
	if _, err := parseManifest(bytes.Replace(m, []byte(`"version": 1`), []byte(`"version": 2`), 1)); !errors.Is(err, ErrNewer) {
		t.Errorf("a manifest of version 2: %v", err)
	}
}

func TestAPassphraseOpensABackupWhereNoVaultIsLeft(t *testing.T) {
	e, err := keyring.NewPassphrase("Coordinator", passphrase)
	must(t, err)
	w := newWorld(t, e)
	w.live(t, 2)
	made := w.backup(t)
	if o := w.open(t, made.Path, keyring.Passphrase(passphrase)); !o.Proven || o.Records() != 5 {
		t.Errorf("%+v", o.Manifest)
	}
	if _, err := Open(t.Context(), made.Path, keyring.Passphrase("another one altogether"), nil, nil); !errors.Is(err, ErrWrongKey) {
		t.Errorf("another passphrase: %v", err)
	}
	raw, err := os.ReadFile(made.Path)
	must(t, err)
	for _, word := range []string{"Coordinator", "Recovery", "member", "Person"} {
		if bytes.Contains(raw, []byte(word)) {
			t.Errorf("%q stands in the file", word)
		}
	}
}

func TestABackupForOnePassphraseOpensWithItAlone(t *testing.T) {
	w := newWorld(t).live(t, 2)
	made, err := Create(t.Context(), w.env, w.vault, Making{Path: w.file(), Passphrase: passphrase, Work: 8}, nil)
	must(t, err)
	o := w.open(t, made.Path, keyring.Passphrase(passphrase))
	if !o.Proven || !o.HasPassphrase || o.Bearer() != nil {
		t.Errorf("%+v", o)
	}
	for name, key := range map[string]keyring.Key{"paper": w.paper, "another": keyring.Passphrase(passphrase + "!")} {
		if _, err := Open(t.Context(), made.Path, key, nil, nil); !errors.Is(err, ErrWrongKey) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Create(t.Context(), w.env, w.vault, Making{Path: w.file() + "2", Passphrase: "short"}, nil); err == nil {
		t.Error("a short passphrase was taken")
	}
}

func TestNobodyCountsTheKeyholdersFromOutside(t *testing.T) {
	heads := map[int]bool{}
	for n := range 4 {
		w := newWorld(t)
		for range n {
			must(t, w.vault.AddKeyholder(t.Context(), recipient(t)))
		}
		raw, err := os.ReadFile(w.backup(t).Path)
		must(t, err)
		head, err := age.ExtractHeader(bytes.NewReader(raw))
		must(t, err)
		heads[len(head)] = true
	}
	if len(heads) != 1 {
		t.Errorf("headers of %v bytes", heads)
	}
}
