package keyring

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"os"
	"testing"
	"time"

	"holdfast/store/internal/seal"
)

// The secrets of testdata/vault-v1.json, written by version 1. Neither they
// nor the files may ever change: vaults like this one are out there.
const (
	vectorPassphrase = "café by the old harbour"
	vectorSecond     = "seven quiet swans at noon"
	vectorPaper      = "AGE-SECRET-KEY-PQ-1F9YS68VKQ6LNVR0YUHQE4HL8JDHDFPU55LZMZ7W7TZAH0TXSY0RQCSQZ63"
	vectorGroups     = "F9YS68-VG VKQ6LN-KC VR0YUH-WZ QE4HL8-FW JDHDFP-5U U55LZM-Z7 Z7W7TZ-FT AH0TXS-DA Y0RQCS-PG QZ63-H5"
	vectorFilePass   = "lantern under the stairs"
	vectorRecipient  = "AGE-SECRET-KEY-PQ-1R456A3ZU0P90WCZFXZAYPGJMUYXD9EQJ2V3W9R77VZQWV6FX3SPSQXU7W5"
	// A signature under the signing key that generation 2 retired.
	vectorOldSignature = "mcQrHeO5Vxf9vefZOJQUZTuT0rfqUr1Ri1WZilcfhYSUj7ERAcKqZAKoepvuBm3qqYkZ/h5qn5JNWs2IRXIDDQ=="
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func vector(t testing.TB) *Header {
	t.Helper()
	h, err := ParseHeader(read(t, "vault-v1.json"))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func paperKey(t testing.TB) Key {
	t.Helper()
	return key(t, vectorPaper)
}

func key(t testing.TB, text string) Key {
	t.Helper()
	k, err := PaperKey(text)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// opened is the vector, unlocked without waiting for a passphrase.
func opened(t testing.TB) (*Header, *Keyset) {
	t.Helper()
	h := vector(t)
	ks, _, err := h.Unlock(t.Context(), paperKey(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(ks.Wipe)
	return h, ks
}

func fast() Options {
	return Options{
		Cost:  Lowest(),
		Clock: func() time.Time { return time.Date(2026, 11, 22, 14, 20, 0, 0, time.UTC) },
	}
}

func must[V any](t testing.TB) func(V, error) V {
	return func(v V, err error) V {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// tampered is a header as somebody leaves it who can write to the folder and
// knows the format: whatever edit does, with a checksum that fits. The old
// signature stays unless edit sets another.
func tampered(t testing.TB, h *Header, edit func(d *document, signature *[]byte)) []byte {
	t.Helper()
	var d document
	if err := json.Unmarshal(must[[]byte](t)(h.doc.body()), &d); err != nil {
		t.Fatal(err)
	}
	signature := bytes.Clone(h.signature)
	edit(&d, &signature)
	return must[*Header](t)(newHeader(&d, signature)).Encode()
}

// intruder is somebody with keys of their own.
func intruder(t testing.TB, h *Header) *Keyset {
	t.Helper()
	master := must[*seal.Key](t)(seal.Random(rand.Reader))
	seed := must[*seal.Key](t)(seal.Random(rand.Reader))
	ks := must[*Keyset](t)(newKeyset(h.Vault(), master, seed))
	t.Cleanup(ks.Wipe)
	return ks
}

// resign makes everything of a document the work of somebody's keys, as far
// as public keys allow: entries, labels, wrapped keys, check, signature.
func resign(t testing.TB, d *document, ks *Keyset, signature *[]byte) {
	t.Helper()
	d.Signer = ks.public
	d.Check = must[[]byte](t)(ks.check())
	d.Keys = must[[]byte](t)(wrap(ks.master, ks.seed, d.recipients()))
	for i := range d.Holders {
		if err := d.Holders[i].finish(fast(), ks, details{Label: "Recovery kit"}); err != nil {
			t.Fatal(err)
		}
	}
	body := must[[]byte](t)(d.body())
	*signature = must[[]byte](t)(ks.sign(bind(domainHeader, body)))
	if !ed25519.Verify(ks.public, bind(domainHeader, body), *signature) {
		t.Fatal("the intruder's own signature is wrong")
	}
}
