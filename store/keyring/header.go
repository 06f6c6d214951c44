package keyring

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"holdfast/record"
)

// Version is the newest version of the header that this program reads and
// writes. A header has the lowest one that can say what is in it.
const Version = 2

// MaxHeader is the most bytes that a header has: nothing longer need be read.
const MaxHeader = 512 << 10

// format is the first thing in vault.json.
const format = "holdfast vault"

// Header is what lies in vault.json: who may open the vault, and the vault's
// keys wrapped to them. It holds no names. A Header does not change.
type Header struct {
	doc       document // as read, with keyholders that were slipped in
	genuine   []entry
	intruders []entry
	signature []byte
	encoded   []byte
}

// file is the outside of a header. It is the same for every version, so that
// a program tells a damaged header from a newer one.
type file struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	// Checksum is SHA-256 of format, version, body and signature. It finds
	// accidents, so that damage is not taken for a wrong passphrase; against
	// intent there is the signature.
	Checksum  []byte          `json:"checksum"`
	Signature []byte          `json:"signature"`
	Body      json.RawMessage `json:"body"`
}

func (f *file) sum(body []byte) []byte {
	sum := sha256.Sum256(bind("header checksum v1",
		[]byte(f.Format), number(uint64(f.Version)), body, f.Signature))
	return sum[:]
}

// ParseHeader reads what Encode wrote, byte for byte. It fails with
// ErrDamaged, with ErrWeakened, or with ErrNewer. It checks form and bounds;
// who wrote the header is known after Unlock only.
func ParseHeader(data []byte) (*Header, error) {
	if len(data) == 0 || len(data) > MaxHeader {
		return nil, fmt.Errorf("%w: it is empty or too long", ErrDamaged)
	}
	var f file
	var body bytes.Buffer
	if json.Unmarshal(data, &f) != nil || json.Compact(&body, f.Body) != nil || f.Format != format {
		return nil, fmt.Errorf("%w: it can't be read", ErrDamaged)
	}
	if !bytes.Equal(f.sum(body.Bytes()), f.Checksum) || f.Version < 1 {
		return nil, fmt.Errorf("%w: its checksum is wrong", ErrDamaged)
	}
	if f.Version > Version {
		return nil, ErrNewer
	}
	d, err := parse(body.Bytes())
	if err != nil {
		return nil, err
	}
	h, err := newHeader(d, f.Signature)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(h.encoded, data) {
		return nil, fmt.Errorf("%w: it is not in its one form", ErrDamaged)
	}
	return h, nil
}

// newHeader tells the keyholders that the vault signed from the others and
// fixes the bytes.
func newHeader(d *document, signature []byte) (*Header, error) {
	h := &Header{doc: *d, signature: signature}
	for _, e := range d.Holders {
		if e.signedBy(d.Signer, d.Vault) {
			h.genuine = append(h.genuine, e)
		} else {
			h.intruders = append(h.intruders, e)
		}
	}
	body, err := d.body()
	if err != nil {
		return nil, fmt.Errorf("write the list of keyholders: %w", err)
	}
	f := file{Format: format, Version: d.version(), Signature: signature, Body: body}
	f.Checksum = f.sum(body)
	encoded, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the list of keyholders: %w", err)
	}
	h.encoded = append(encoded, '\n')
	if len(h.encoded) > MaxHeader {
		return nil, fmt.Errorf("%w: it is too long", ErrDamaged)
	}
	return h, nil
}

// Encode is the content of vault.json.
func (h *Header) Encode() []byte { return bytes.Clone(h.encoded) }

// Hash is SHA-256 of Encode: what the journal remembers of a header.
func (h *Header) Hash() [sha256.Size]byte { return sha256.Sum256(h.encoded) }

// Vault is the vault's random identifier. It never changes.
func (h *Header) Vault() record.ID { return h.doc.Vault }

// Revision grows by one with every change; the first is 1.
func (h *Header) Revision() uint64 { return h.doc.Revision }

// Generation is the one whose journal belongs to this header; the first is 1.
func (h *Header) Generation() uint64 { return h.doc.Generation }

// Listed is the keyholders as anybody can read them, without labels: for
// asking the right question before unlocking. Who they really are is known
// after Unlock (see Holders).
func (h *Header) Listed() []Holder { return holders(h.genuine) }

// Holders is the keyholders with their labels, in the order in which they
// were added. It fails with ErrOtherHeader for the keys of another header.
func (h *Header) Holders(ks *Keyset) ([]Holder, error) {
	if err := h.belongs(ks); err != nil {
		return nil, err
	}
	all := holders(h.genuine)
	for i := range h.genuine {
		about, err := h.genuine[i].open(ks)
		if err != nil {
			return nil, err
		}
		all[i].Label, all[i].Added = about.Label, about.Added
	}
	return all, nil
}

// Cost is the work of one try at a keyholder's passphrase, and false for
// every other kind. Where it is less than what Calibrate finds today, setting
// the same passphrase again (ChangePassphrase) brings it up.
func (h *Header) Cost(holder record.ID) (Cost, bool) {
	for _, e := range h.genuine {
		if e.ID == holder && e.Hardening != nil {
			return e.Hardening.cost(), true
		}
	}
	return Cost{}, false
}

// Verify says whether this vault signed a message (see Keyset.Sign), now or
// under a signing key that it has retired. Trust it only of a header that was
// unlocked.
func (h *Header) Verify(domain string, message, signature []byte) bool {
	signed := bind(domainCaller, []byte(domain), []byte(h.doc.Vault), message)
	if signs(h.doc.Signer, signed, signature) {
		return true
	}
	for _, signer := range h.doc.Retired {
		if signs(signer, signed, signature) {
			return true
		}
	}
	return false
}

// belongs fails with ErrOtherHeader where the keys are not this header's.
func (h *Header) belongs(ks *Keyset) error {
	ok, err := ks.checks(&h.doc)
	if err != nil {
		return err
	}
	if !ok {
		return ErrOtherHeader
	}
	return nil
}

// open reads the sealed label of a keyholder.
func (e *entry) open(ks *Keyset) (details, error) {
	var about details
	raw, err := ks.details.Open(nil, e.Details, e.detailsExtra(ks.vault))
	if err == nil && json.Unmarshal(raw, &about) != nil {
		err = ErrForged
	}
	if err != nil {
		return details{}, fmt.Errorf("read the name of a key: %w", err)
	}
	return about, nil
}

func holders(entries []entry) []Holder {
	all := make([]Holder, len(entries))
	for i := range entries {
		all[i] = entries[i].holder()
	}
	return all
}
