//go:build proof && linux

package proof

import (
	"bytes"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"holdfast/proof/memory"
)

// header is vault.json, as far as doc/format.md says it is needed to come
// from a passphrase to the keys.
type header struct {
	Body struct {
		Vault   string `json:"vault"`
		Keys    []byte `json:"keys"`
		Check   []byte `json:"check"`
		Holders []struct {
			ID        string `json:"id"`
			Kind      string `json:"kind"`
			Identity  []byte `json:"identity"`
			Hardening struct {
				MemoryKiB uint32 `json:"memory_kib"`
				Passes    uint32 `json:"passes"`
				Lanes     uint8  `json:"lanes"`
				Salt      []byte `json:"salt"`
			} `json:"argon2id"`
		} `json:"keyholders"`
	} `json:"body"`
}

// parts joins byte strings, each after its length in eight bytes.
func parts(all ...[]byte) []byte {
	var joined []byte
	for _, part := range all {
		joined = append(binary.BigEndian.AppendUint64(joined, uint64(len(part))), part...)
	}
	return joined
}

func number(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// secrets are all that a passphrase leads to in a vault, worked out anew from
// its description.
func secrets(t *testing.T, vault, passphrase string) []memory.Needle {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(filepath.Join(vault, "vault.json"))
	must(err)
	var h header
	must(json.Unmarshal(text, &h))
	var found []memory.Needle
	keep := func(name string, secret []byte) { found = append(found, memory.Needle{Name: name, Bytes: secret}) }
	for _, holder := range h.Body.Holders {
		if holder.Kind != "passphrase" {
			continue
		}
		hd := holder.Hardening
		hard := argon2.IDKey([]byte(passphrase), hd.Salt, hd.Passes, hd.MemoryKiB, hd.Lanes, 32)
		keep("hash of the passphrase", hard)
		box, err := chacha20poly1305.NewX(hard)
		must(err)
		identity, err := box.Open(nil, holder.Identity[:24], holder.Identity[24:],
			parts([]byte("holdfast sealed identity v1"), []byte(h.Body.Vault), []byte(holder.ID),
				number(uint64(hd.MemoryKiB)), number(uint64(hd.Passes)), number(uint64(hd.Lanes)), hd.Salt))
		must(err)
		keep("identity as text", identity)
		keep("identity as bytes", plain(string(identity)))
		attester, err := hkdf.Key(sha256.New, identity, nil, "attest v1", 32)
		must(err)
		keep("attesting key", attester)
		parsed, err := age.ParseHybridIdentity(string(identity))
		must(err)
		opened, err := age.Decrypt(bytes.NewReader(h.Body.Keys), parsed)
		must(err)
		both, err := io.ReadAll(opened)
		must(err)
		if len(both) != 64 {
			t.Fatalf("%d bytes of keys, want 64", len(both))
		}
		keep("vault key", both[:32])
		keep("signing key", both[32:])
		wide := sha512.Sum512(ed25519.NewKeyFromSeed(both[32:]).Seed())
		keep("second half of the signing key", wide[32:])
		for _, label := range []string{"journal v1", "engine v1", "drafts v1", "anchor v1", "keyholder details v1", "header check v1"} {
			derived, err := hkdf.Key(sha256.New, both[:32], nil, string(parts([]byte(label), []byte(h.Body.Vault))), 32)
			must(err)
			keep(strings.TrimSuffix(label, " v1")+" key", derived)
		}
		known := hmac.New(sha256.New, found[len(found)-1].Bytes)
		known.Write(parts([]byte(h.Body.Vault)))
		if !hmac.Equal(known.Sum(nil), h.Body.Check) {
			t.Fatal("the keys that were worked out are not the vault's")
		}
		return found
	}
	t.Fatal("the vault has no passphrase")
	return nil
}

// plain are the 32 bytes of an identity, out of its Bech32 (BIP 173): five
// bits a letter, and six letters of checksum.
func plain(identity string) []byte {
	const alphabet = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
	_, letters, _ := strings.Cut(strings.ToUpper(identity), "-PQ-1")
	var raw []byte
	var bits, n uint
	for _, letter := range letters[:len(letters)-6] {
		bits = bits<<5 | uint(strings.IndexRune(alphabet, letter))
		if n += 5; n >= 8 {
			n -= 8
			raw = append(raw, byte(bits>>n))
		}
	}
	return raw[:32]
}

func TestAPassphraseLeadsToTheKeysAsTheDescriptionSays(t *testing.T) {
	p := newPlace(t)
	p.made()
	if found := secrets(t, p.vault, passphrase); len(found) < 12 {
		t.Errorf("only %d secrets were worked out", len(found))
	}
}
