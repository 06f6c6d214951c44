package keyring

import (
	"crypto/ed25519"
	"crypto/hmac"
	"sync"

	"holdfast/record"
	"holdfast/store/internal/seal"
)

// Keyset is the secrets of an open vault. Every key lies in memory of its
// own (see package seal) until Wipe; afterwards each use fails with
// seal.ErrWiped.
type Keyset struct {
	vault  record.ID
	holder record.ID

	master, seed                             *seal.Key
	journal, engine, drafts, anchor, details *seal.Key
	public                                   ed25519.PublicKey

	mu        sync.Mutex
	attesters []attester
}

// attester vouches for one keyholder whose identity was in hand while this
// Keyset was open, so that it can be attested again under new keys.
type attester struct {
	recipient string
	key       *seal.Key
}

// newKeyset takes over both secrets and derives the rest.
func newKeyset(vault record.ID, master, seed *seal.Key) (*Keyset, error) {
	ks := &Keyset{vault: vault, master: master, seed: seed}
	err := seed.Reveal(func(secret []byte) error {
		private := ed25519.NewKeyFromSeed(secret)
		ks.public = append(ed25519.PublicKey(nil), private[ed25519.SeedSize:]...)
		clear(private)
		return nil
	})
	if err != nil {
		return nil, err
	}
	id := []byte(vault)
	ks.journal = master.Derive("journal v1", id)
	ks.engine = master.Derive("engine v1", id)
	ks.drafts = master.Derive("drafts v1", id)
	ks.anchor = master.Derive("anchor v1", id)
	ks.details = master.Derive("keyholder details v1", id)
	return ks, nil
}

// Journal is the key that the entries of the journal are sealed under.
func (ks *Keyset) Journal() *seal.Key { return ks.journal }

// Engine is the key of the working copy: of its values and its keys.
func (ks *Keyset) Engine() *seal.Key { return ks.engine }

// Drafts is the key that half-typed forms are sealed under.
func (ks *Keyset) Drafts() *seal.Key { return ks.drafts }

// Anchor is the key that the journal's known position is sealed under.
func (ks *Keyset) Anchor() *seal.Key { return ks.anchor }

// Holder is the keyholder that opened the vault.
func (ks *Keyset) Holder() record.ID { return ks.holder }

// Locked says whether the system keeps all of these keys out of the swap
// file.
func (ks *Keyset) Locked() bool {
	for _, k := range ks.keys() {
		if !k.Locked() {
			return false
		}
	}
	return true
}

// Sign signs a message with the vault's signing key (Ed25519, RFC 8032). The
// domain says what kind of message it is; Header.Verify needs the same one.
// It fails with seal.ErrWiped.
func (ks *Keyset) Sign(domain string, message []byte) ([]byte, error) {
	return ks.sign(bind(domainCaller, []byte(domain), []byte(ks.vault), message))
}

func (ks *Keyset) sign(message []byte) ([]byte, error) {
	signature := make([]byte, ed25519.SignatureSize)
	err := ks.seed.Reveal(func(secret []byte) error {
		private := ed25519.NewKeyFromSeed(secret)
		copy(signature, ed25519.Sign(private, message))
		clear(private)
		return nil
	})
	return signature, err
}

// check is the value in the header by which the vault key is known.
func (ks *Keyset) check() ([]byte, error) {
	k := ks.master.Derive("header check v1", []byte(ks.vault))
	defer k.Wipe()
	sum, err := k.MAC([]byte(ks.vault))
	return sum[:], err
}

// checks says whether these are the keys that a header speaks of.
func (ks *Keyset) checks(d *document) (bool, error) {
	value, err := ks.check()
	if err != nil {
		return false, err
	}
	return ks.vault == d.Vault && ks.public.Equal(ed25519.PublicKey(d.Signer)) && hmac.Equal(value, d.Check), nil
}

// remember keeps an attester; it takes the key over.
func (ks *Keyset) remember(recipient string, key *seal.Key) {
	ks.mu.Lock()
	defer ks.mu.Unlock()
	ks.attesters = append(ks.attesters, attester{recipient, key})
}

// vouch makes the attestation of a keyholder whose identity was in hand, or
// gives nil for any other.
func (ks *Keyset) vouch(recipient string, signer []byte) ([]byte, error) {
	ks.mu.Lock()
	defer ks.mu.Unlock()
	for _, a := range ks.attesters {
		if a.recipient == recipient {
			return attestation(a.key, ks.vault, signer)
		}
	}
	return nil, nil
}

// Wipe overwrites every key. It may be called more than once and from any
// goroutine, and waits for nothing that takes time.
func (ks *Keyset) Wipe() {
	if ks == nil {
		return
	}
	for _, k := range ks.keys() {
		k.Wipe()
	}
}

func (ks *Keyset) keys() []*seal.Key {
	ks.mu.Lock()
	defer ks.mu.Unlock()
	all := []*seal.Key{ks.master, ks.seed, ks.journal, ks.engine, ks.drafts, ks.anchor, ks.details}
	for _, a := range ks.attesters {
		all = append(all, a.key)
	}
	return all
}
