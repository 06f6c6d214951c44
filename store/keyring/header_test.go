package keyring

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAHeaderIsReadBackByteForByte(t *testing.T) {
	data := read(t, "vault-v1.json")
	h := vector(t)
	if !bytes.Equal(h.Encode(), data) {
		t.Fatal("the header is written differently than it was read")
	}
	h.Encode()[0] = 'x'
	if !bytes.Equal(h.Encode(), data) {
		t.Fatal("a caller can change a header")
	}
}

// Damage is called damage: never a wrong key, a forgery, or a newer version,
// and never a header that opens. Bits are flipped in every byte of a small
// header and in every eighth of the vector.
func TestEveryFlippedBitOfAHeaderIsCalledDamage(t *testing.T) {
	kit, _, err := NewPaper("Recovery kit")
	if err != nil {
		t.Fatal(err)
	}
	small, ks, err := New(t.Context(), fast(), kit)
	if err != nil {
		t.Fatal(err)
	}
	ks.Wipe()
	flip := func(data []byte, bit int) {
		bad := bytes.Clone(data)
		bad[bit/8] ^= 1 << (bit % 8)
		if _, err := ParseHeader(bad); !errors.Is(err, ErrDamaged) {
			t.Fatalf("bit %d of byte %d (%q): %v", bit%8, bit/8, data[bit/8], err)
		}
	}
	data := small.Encode()
	for bit := 0; bit < len(data)*8; bit += 3 {
		flip(data, bit)
	}
	data = read(t, "vault-v1.json")
	for bit := 0; bit < len(data)*8; bit += 61 {
		flip(data, bit)
	}
}

func TestACutOrLongerHeaderIsCalledDamage(t *testing.T) {
	data := read(t, "vault-v1.json")
	for n := 0; n < len(data); n += 7 {
		if _, err := ParseHeader(data[:n]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut to %d bytes: %v", n, err)
		}
	}
	for name, bad := range map[string][]byte{
		"a line more":     append(bytes.Clone(data), '\n'),
		"twice":           append(bytes.Clone(data), data...),
		"zeros":           make([]byte, len(data)),
		"zeros behind":    append(bytes.Clone(data), make([]byte, 512)...),
		"spaces too many": append(bytes.Repeat([]byte(" "), MaxHeader), data...),
		"one line":        compacted(t, data),
	} {
		if _, err := ParseHeader(bad); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func compacted(t *testing.T, data []byte) []byte {
	var out bytes.Buffer
	if err := json.Compact(&out, data); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAHeaderOfANewerVersionIsCalledNewer(t *testing.T) {
	for _, body := range []string{`{"anything":["else"]}`, `{}`, `[1]`} {
		f := file{Format: format, Version: Version + 1, Signature: []byte("x"), Body: json.RawMessage(body)}
		f.Checksum = f.sum([]byte(body))
		data, err := json.MarshalIndent(f, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ParseHeader(data); !errors.Is(err, ErrNewer) {
			t.Errorf("%s: %v", body, err)
		}
		// The same with a wrong checksum is damage, not news.
		if _, err := ParseHeader(bytes.Replace(data, []byte(`"version": 3`), []byte(`"version": 4`), 1)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestABodyOutOfBoundsIsRefused(t *testing.T) {
	h := vector(t)
	// A valid recipient in other words.
	shouted := func(e *entry) { e.Recipient = strings.ToUpper(e.Recipient) }
	for name, edit := range map[string]func(*document){
		"no keyholder":                  func(d *document) { d.Holders = nil },
		"a keyholder twice":             func(d *document) { d.Holders = append(d.Holders, d.Holders[2]) },
		"two with one identifier":       func(d *document) { d.Holders[3].ID = d.Holders[2].ID },
		"an identifier of another form": func(d *document) { d.Holders[2].ID = "7" },
		"the vault's of another form":   func(d *document) { d.Vault = "F981AE4E-162E-4142-80F8-A06FB42233A3" },
		"revision 0":                    func(d *document) { d.Revision = 0 },
		"generation 0":                  func(d *document) { d.Generation = 0 },
		"an unknown kind":               func(d *document) { d.Holders[2].Kind = "hardware" },
		"a public key in capitals":      func(d *document) { shouted(&d.Holders[2]) },
		"a public key of another sort": func(d *document) {
			d.Holders[2].Recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
		},
		"a short signing key":             func(d *document) { d.Signer = d.Signer[:31] },
		"a short retired key":             func(d *document) { d.Retired = [][]byte{d.Signer[:31]} },
		"too many retired keys":           func(d *document) { d.Retired = make([][]byte, mostRetired+1) },
		"a short check":                   func(d *document) { d.Check = d.Check[:31] },
		"no wrapped keys":                 func(d *document) { d.Keys = nil },
		"too many wrapped keys":           func(d *document) { d.Keys = make([]byte, mostKeys+1) },
		"a paper key with an identity":    func(d *document) { d.Holders[2].Identity = d.Holders[0].Identity },
		"a paper key with parameters":     func(d *document) { d.Holders[2].Hardening = d.Holders[0].Hardening },
		"a passphrase without parameters": func(d *document) { d.Holders[0].Hardening = nil },
		"a passphrase without identity":   func(d *document) { d.Holders[0].Identity = nil },
		"a short salt":                    func(d *document) { d.Holders[0].Hardening.Salt = make([]byte, 8) },
		"a short attestation":             func(d *document) { d.Holders[0].Attestation = d.Holders[0].Attestation[:8] },
		"a short label":                   func(d *document) { d.Holders[0].Details = d.Holders[0].Details[:40] },
		"no signature of an entry":        func(d *document) { d.Holders[0].Signature = nil },
	} {
		data := tampered(t, h, func(d *document, _ *[]byte) { edit(d) })
		if _, err := ParseHeader(data); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTwoSpellingsOfOneHeaderAreNotBothRead(t *testing.T) {
	body := must[[]byte](t)(vector(t).doc.body())
	for name, bad := range map[string][]byte{
		"an unknown field":    bytes.Replace(body, []byte(`{"vault"`), []byte(`{"more":1,"vault"`), 1),
		"a field twice":       bytes.Replace(body, []byte(`{"vault"`), []byte(`{"revision":9,"vault"`), 1),
		"a field in capitals": bytes.Replace(body, []byte(`{"vault"`), []byte(`{"VAULT"`), 1),
		"an escaped letter":   bytes.Replace(body, []byte(`"vault":"f`), []byte(`"vault":"\u0066`), 1),
		"a number as 4.0":     bytes.Replace(body, []byte(`"revision":4`), []byte(`"revision":4.0`), 1),
		"null for a list":     bytes.Replace(body, []byte(`"keys"`), []byte(`"retired_signers":null,"keys"`), 1),
	} {
		f := file{Format: format, Version: Version, Signature: vector(t).signature, Body: bad}
		f.Checksum = f.sum(bad)
		data, err := json.MarshalIndent(f, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ParseHeader(append(data, '\n')); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Somebody who mends the checksum after changing bytes gets no further: no
// header but the vault's own opens.
func TestAnyChangeWithAMendedChecksumNeverOpens(t *testing.T) {
	h := vector(t)
	body := must[[]byte](t)(h.doc.body())
	paper := paperKey(t)
	rapid.Check(t, func(t *rapid.T) {
		bad, signature := bytes.Clone(body), bytes.Clone(h.signature)
		if rapid.IntRange(0, 20).Draw(t, "where") == 0 {
			signature[rapid.IntRange(0, len(signature)-1).Draw(t, "at")] ^= byte(1 << rapid.IntRange(0, 7).Draw(t, "bit"))
		} else {
			bad[rapid.IntRange(0, len(bad)-1).Draw(t, "at")] ^= byte(1 << rapid.IntRange(0, 7).Draw(t, "bit"))
		}
		f := file{Format: format, Version: Version, Signature: signature, Body: bad}
		f.Checksum = f.sum(bad)
		data, err := json.MarshalIndent(f, "", "  ")
		if err != nil {
			return // no longer JSON
		}
		changed, err := ParseHeader(append(data, '\n'))
		if err != nil {
			return
		}
		ks, _, err := changed.Unlock(t.Context(), paper)
		if err == nil {
			ks.Wipe()
			t.Fatal("a changed header opens")
		}
		if !errors.Is(err, ErrForged) && !errors.Is(err, ErrWrongKey) {
			t.Fatal(err)
		}
	})
}
