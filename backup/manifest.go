package backup

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"time"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// version is that of the format; a higher one is of a newer program.
const version = 1

// manifestFormat is the first thing in a manifest, manifestDomain what the
// vault signs it as.
const (
	manifestFormat = "holdfast backup"
	manifestDomain = "backup manifest v1"
	mostManifest   = 16 << 20
)

// Manifest says what is in a backup, and of which vault it was made.
type Manifest struct {
	// Made is when, to the second, in UTC.
	Made time.Time `json:"made"`
	// Anchor is how far the vault had come.
	Anchor Anchor `json:"anchor"`
	keyring.Roster
	// Collections counts the records of each, Acts those of the history.
	Collections map[string]int `json:"collections"`
	Acts        int            `json:"acts"`
	// Parts are the files that come before the manifest, in their order.
	Parts []Part `json:"parts"`
}

// Anchor is a place in the journal of a vault.
type Anchor struct {
	Generation uint64 `json:"generation"`
	Sequence   uint64 `json:"sequence"`
	// Sum is SHA-256 of the last entry, in hexadecimal digits.
	Sum string `json:"sum"`
}

// Part is one file in a backup.
type Part struct {
	File  string `json:"file"`
	Bytes int64  `json:"bytes"`
	// SHA256 is in hexadecimal digits, as sha256sum writes it.
	SHA256 string `json:"sha256"`
}

// Records is how many records there are.
func (m Manifest) Records() int {
	n := 0
	for _, of := range m.Collections {
		n += of
	}
	return n
}

func anchorOf(p store.Position) Anchor {
	return Anchor{p.Generation, p.Sequence, fmt.Sprintf("%x", p.Sum)}
}

// signed is the outside of a manifest.
type signed struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	// Signature is Ed25519 as the vault, over the body without spaces.
	Signature []byte          `json:"signature"`
	Body      json.RawMessage `json:"body"`
}

// encode writes a manifest and lets the vault sign it.
func (m Manifest) encode(sign func(domain string, message []byte) ([]byte, error)) ([]byte, error) {
	body, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("write the manifest: %w", err)
	}
	s := signed{Format: manifestFormat, Version: version, Body: body}
	if s.Signature, err = sign(manifestDomain, body); err != nil {
		return nil, err
	}
	raw, err := json.MarshalIndent(s, "", "  ")
	return append(raw, '\n'), err
}

// parsed is a manifest as it was read. Nobody has asked yet who signed it.
type parsed struct {
	Manifest
	raw, body, signature []byte
}

// parseManifest reads a manifest strictly. It fails with ErrNewer or
// ErrAltered.
func parseManifest(raw []byte) (parsed, error) {
	var s signed
	var body bytes.Buffer
	if json.Unmarshal(raw, &s) != nil || s.Format != manifestFormat || json.Compact(&body, s.Body) != nil {
		return parsed{}, fmt.Errorf("%w: its manifest can't be read", ErrAltered)
	}
	if s.Version > version {
		return parsed{}, ErrNewer
	}
	p := parsed{raw: raw, body: body.Bytes(), signature: s.Signature}
	strict := json.NewDecoder(bytes.NewReader(p.body))
	strict.DisallowUnknownFields()
	if strict.Decode(&p.Manifest) != nil {
		return parsed{}, fmt.Errorf("%w: its manifest can't be read", ErrAltered)
	}
	if again, err := json.Marshal(p.Manifest); err != nil || !bytes.Equal(again, p.body) {
		return parsed{}, fmt.Errorf("%w: its manifest is not in its one form", ErrAltered)
	}
	if id, err := record.ParseID(string(p.Vault)); err != nil || id != p.Vault || p.Roster.Valid() != nil || p.Anchor.Generation == 0 {
		return parsed{}, fmt.Errorf("%w: its manifest makes no sense", ErrAltered)
	}
	return p, nil
}

// tells fails where what was read is not what the manifest says.
func (m Manifest) tells(read contents) error {
	same := len(m.Parts) == len(read.parts) && m.Acts == read.acts && maps.Equal(m.Collections, read.collections)
	for i := 0; same && i < len(m.Parts); i++ {
		same = m.Parts[i] == *read.parts[i]
	}
	if !same {
		return fmt.Errorf("%w: it is not what its manifest says", ErrAltered)
	}
	return nil
}
