package store

import (
	"bytes"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"testing"

	"filippo.io/age"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// What follows reads a vault by doc/format.md alone, with nothing of this
// package: where it fails, the page is wrong, or the format has changed.

type describedHeader struct {
	Format    string          `json:"format"`
	Version   int             `json:"version"`
	Checksum  []byte          `json:"checksum"`
	Signature []byte          `json:"signature"`
	Body      json.RawMessage `json:"body"`
}

type describedBody struct {
	Vault      string `json:"vault"`
	Generation uint64 `json:"generation"`
	Signer     []byte `json:"signer"`
	Keys       []byte `json:"keys"`
	Check      []byte `json:"check"`
	Holders    []struct {
		ID          string `json:"id"`
		Kind        string `json:"kind"`
		Recipient   string `json:"recipient"`
		Identity    []byte `json:"identity"`
		Details     []byte `json:"details"`
		Attestation []byte `json:"attestation"`
		Signature   []byte `json:"signature"`
		Argon2id    struct {
			Memory uint32 `json:"memory_kib"`
			Passes uint32 `json:"passes"`
			Lanes  uint8  `json:"lanes"`
			Salt   []byte `json:"salt"`
		} `json:"argon2id"`
	} `json:"keyholders"`
}

func describedMeasured(parts ...[]byte) (joined []byte) {
	for _, p := range parts {
		joined = append(binary.BigEndian.AppendUint64(joined, uint64(len(p))), p...)
	}
	return joined
}

func describedBind(domain string, parts ...[]byte) []byte {
	return append(describedMeasured([]byte("holdfast "+domain)), describedMeasured(parts...)...)
}

func describedNumber(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func describedMAC(key []byte, parts ...[]byte) []byte {
	m := hmac.New(sha256.New, key)
	m.Write(describedMeasured(parts...))
	return m.Sum(nil)
}

func describedKey(t *testing.T, master []byte, label, vault string) []byte {
	k, err := hkdf.Key(sha256.New, master, nil, string(describedMeasured([]byte(label), []byte(vault))), 32)
	must(t, err)
	return k
}

func describedOpen(t *testing.T, key, box, extra []byte) []byte {
	t.Helper()
	c, err := chacha20poly1305.NewX(key)
	must(t, err)
	plain, err := c.Open(nil, box[:24], box[24:], extra)
	must(t, err)
	return plain
}

func TestTheFormatIsAsItIsDescribed(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(version1, "vault.json"))
	must(t, err)
	var h describedHeader
	must(t, json.Unmarshal(raw, &h))
	var compact bytes.Buffer
	must(t, json.Compact(&compact, h.Body))
	body := compact.Bytes()
	sum := sha256.Sum256(describedBind("header checksum v1", []byte(h.Format), describedNumber(uint64(h.Version)), body, h.Signature))
	if h.Format != "holdfast vault" || h.Version != 1 || !bytes.Equal(sum[:], h.Checksum) {
		t.Fatal("the outside of the header")
	}
	var b describedBody
	must(t, json.Unmarshal(body, &b))
	master := b.describedMaster(t, body, h.Signature)
	records := describedJournal(t, b, describedKey(t, master, "journal v1", b.Vault), sha256.Sum256(raw))
	if len(records) != 4 || records["note/wren/1"] != `{"v":1,"d":{"text":"prefers the morning"}}` {
		t.Errorf("records %v", records)
	}
	file, err := os.ReadFile(filepath.Join(version1, "drafts"))
	must(t, err)
	newest, text := uint64(0), ""
	for slot := range 2 {
		extra := append([]byte{0x64, byte(slot)}, b.Vault...)
		d := describedOpen(t, describedKey(t, master, "drafts v1", b.Vault), file[slot*65536:][:65536], append(extra, describedNumber(b.Generation)...))
		if n := binary.BigEndian.Uint64(d); n > newest {
			newest, text = n, string(d[12:][:binary.BigEndian.Uint32(d[8:])])
		}
	}
	if text != "half a sentence" {
		t.Errorf("draft %q", text)
	}
}

// describedMaster comes from the passphrase to the vault key, with every
// check on the way.
func (b describedBody) describedMaster(t *testing.T, body, signature []byte) []byte {
	holder := b.Holders[0]
	a := holder.Argon2id
	hard := argon2.IDKey([]byte(version1Passphrase), a.Salt, a.Passes, a.Memory, a.Lanes, 32)
	identity := describedOpen(t, hard, holder.Identity, describedBind("sealed identity v1", []byte(b.Vault), []byte(holder.ID),
		describedNumber(uint64(a.Memory)), describedNumber(uint64(a.Passes)), describedNumber(uint64(a.Lanes)), a.Salt))
	attester, err := hkdf.Key(sha256.New, identity, nil, "attest v1", 32)
	must(t, err)
	if !bytes.Equal(holder.Attestation, describedMAC(attester, []byte("holdfast attestation v1"), []byte(b.Vault), b.Signer)) {
		t.Error("the attestation")
	}
	for _, k := range b.Holders {
		about := describedBind("keyholder v1", []byte(b.Vault), []byte(k.ID), []byte(k.Kind), []byte(k.Recipient))
		if !ed25519.Verify(b.Signer, about, k.Signature) {
			t.Error("the signature of a keyholder")
		}
	}
	if !ed25519.Verify(b.Signer, describedBind("header v1", body), signature) {
		t.Error("the signature of the header")
	}
	id, err := age.ParseHybridIdentity(string(identity))
	must(t, err)
	r, err := age.Decrypt(bytes.NewReader(b.Keys), id)
	must(t, err)
	keys, err := io.ReadAll(r)
	must(t, err)
	master := keys[:32]
	if !ed25519.NewKeyFromSeed(keys[32:]).Public().(ed25519.PublicKey).Equal(ed25519.PublicKey(b.Signer)) {
		t.Error("the seed")
	}
	if !bytes.Equal(b.Check, describedMAC(describedKey(t, master, "header check v1", b.Vault), []byte(b.Vault))) {
		t.Error("the check value")
	}
	details := describedOpen(t, describedKey(t, master, "keyholder details v1", b.Vault), holder.Details,
		describedBind("keyholder details v1", []byte(b.Vault), []byte(holder.ID), []byte(holder.Kind), []byte(holder.Recipient)))
	if len(details) != 512 || !bytes.Contains(details, []byte("the coordinator")) {
		t.Errorf("details %q", details)
	}
	return master
}

// describedJournal applies the only segment.
func describedJournal(t *testing.T, b describedBody, key []byte, header [32]byte) map[string]string {
	raw, err := os.ReadFile(filepath.Join(version1, "gen-0001", "journal-0001.hf"))
	must(t, err)
	records := map[string]string{}
	var before, known [32]byte
	for sequence := uint64(1); len(raw) > 0; sequence++ {
		length := int(binary.BigEndian.Uint32(raw[16:]))
		whole := raw[:56+length]
		raw = raw[56+length:]
		if !bytes.Equal(whole[:8], []byte{0x8f, 'H', 'F', 'J', 13, 10, 0x1a, 1}) || binary.BigEndian.Uint64(whole[8:]) != sequence ||
			!bytes.Equal(whole[20:52], before[:]) ||
			binary.BigEndian.Uint32(whole[52:]) != crc32.Checksum(whole[:52], crc32.MakeTable(crc32.Castagnoli)) {
			t.Fatalf("the head of entry %d", sequence)
		}
		before = sha256.Sum256(whole)
		extra := append(append(bytes.Clone(whole[:56]), b.Vault...), describedNumber(b.Generation)...)
		r := bytes.NewReader(describedOpen(t, key, whole[56:], extra))
		if r.Len()%256 != 0 {
			t.Error("not filled up")
		}
		describedEntry(t, r, records, &known)
	}
	if known != header {
		t.Error("the journal does not name this header last")
	}
	return records
}

func describedEntry(t *testing.T, r *bytes.Reader, records map[string]string, header *[32]byte) {
	number := func() uint64 {
		n, err := binary.ReadUvarint(r)
		must(t, err)
		return n
	}
	take := func(n uint64) []byte {
		b := make([]byte, n)
		_, err := io.ReadFull(r, b)
		must(t, err)
		return b
	}
	text := func() string { return string(take(number())) }
	if v := take(2); v[0] != 1 || v[1] < 1 || v[1] > 4 {
		t.Fatalf("version and form %v", v)
	}
	when, err := binary.ReadVarint(r)
	must(t, err)
	if holder := text(); when/1000 < 1795338000 || len(holder) != 36 {
		t.Errorf("at %d by %q", when, holder)
	}
	text() // kind
	number()
	if number() > 0 {
		copy(header[:], take(32))
	}
	for range number() {
		where := text() + "/" + text()
		if n := number(); n == 0 {
			delete(records, where)
		} else {
			records[where] = string(take(n - 1))
		}
	}
	if r.Len() >= 256 {
		t.Errorf("%d bytes are left", r.Len())
	}
}
