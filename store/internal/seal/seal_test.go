package seal

import (
	"bytes"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"sync"
	"testing"
	"testing/iotest"

	"golang.org/x/crypto/chacha20poly1305"
	"pgregory.net/rapid"
)

func fixed(t testing.TB) *Key {
	secret, err := hex.DecodeString("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")
	if err != nil {
		t.Fatal(err)
	}
	return NewKey(secret)
}

// The vector of draft-irtf-cfrg-xchacha-03, appendix A.3.1.
func TestSealIsXChaCha20Poly1305(t *testing.T) {
	plain := []byte("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.")
	extra, _ := hex.DecodeString("50515253c0c1c2c3c4c5c6c7")
	nonce, _ := hex.DecodeString("404142434445464748494a4b4c4d4e4f5051525354555657")
	want := "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e" +
		"c0875924c1c7987947deafd8780acf49"
	k := fixed(t)
	defer k.Wipe()
	box, err := k.Seal(bytes.NewReader(nonce), []byte("before"), plain, extra)
	if err != nil {
		t.Fatal(err)
	}
	if got := hex.EncodeToString(box[len("before")+len(nonce):]); got != want || !bytes.HasPrefix(box, append([]byte("before"), nonce...)) {
		t.Fatalf("box is %x", box)
	}
	back, err := k.Open([]byte("x"), box[len("before"):], extra)
	if err != nil || string(back) != "x"+string(plain) {
		t.Fatalf("opened %q, %v", back, err)
	}
}

func TestSealAgreesWithTheLibraryForAnyMessage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret := rapid.SliceOfN(rapid.Byte(), Size, Size).Draw(t, "secret")
		plain := rapid.SliceOfN(rapid.Byte(), 0, 2000).Draw(t, "plain")
		extra := rapid.SliceOfN(rapid.Byte(), 0, 100).Draw(t, "extra")
		library, err := chacha20poly1305.NewX(bytes.Clone(secret))
		if err != nil {
			t.Fatal(err)
		}
		k := NewKey(secret)
		defer k.Wipe()
		if !bytes.Equal(secret, make([]byte, Size)) {
			t.Fatal("the caller's copy of the secret stays")
		}
		box, err := k.Seal(rand.Reader, nil, plain, extra)
		if err != nil {
			t.Fatal(err)
		}
		got, err := library.Open(nil, box[:24], box[24:], extra)
		if err != nil || !bytes.Equal(got, plain) || len(box) != len(plain)+Overhead {
			t.Fatalf("the library opens %x, %v", got, err)
		}
	})
}

func TestAnyChangedBitOfABoxIsFound(t *testing.T) {
	k := fixed(t)
	defer k.Wipe()
	box, err := k.Seal(rand.Reader, nil, []byte("the sheet of one person"), []byte("sheet/7"))
	if err != nil {
		t.Fatal(err)
	}
	for bit := range len(box) * 8 {
		bad := bytes.Clone(box)
		bad[bit/8] ^= 1 << (bit % 8)
		if got, err := k.Open(nil, bad, []byte("sheet/7")); !errors.Is(err, ErrNotAuthentic) || got != nil {
			t.Fatalf("bit %d: opened %q, %v", bit, got, err)
		}
	}
	for _, other := range []string{"", "sheet/8", "sheet/7 "} {
		if _, err := k.Open(nil, box, []byte(other)); !errors.Is(err, ErrNotAuthentic) {
			t.Errorf("it opens as %q: %v", other, err)
		}
	}
	for n := range len(box) {
		if _, err := k.Open(nil, box[:n], []byte("sheet/7")); !errors.Is(err, ErrNotAuthentic) {
			t.Errorf("it opens cut to %d bytes: %v", n, err)
		}
	}
}

func TestAnotherKeyOpensNothing(t *testing.T) {
	k, err := Random(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	defer k.Wipe()
	box, err := k.Seal(rand.Reader, nil, []byte("x"), nil)
	if err != nil {
		t.Fatal(err)
	}
	d := k.Derive("journal v1")
	defer d.Wipe()
	if _, err := d.Open(nil, box, nil); !errors.Is(err, ErrNotAuthentic) {
		t.Fatalf("a derived key opens it: %v", err)
	}
}

func TestDeriveIsHKDFAndTellsLabelsAndContextsApart(t *testing.T) {
	k := fixed(t)
	defer k.Wipe()
	bytesOf := func(k *Key) string {
		var out string
		if err := k.Reveal(func(s []byte) error { out = string(s); return nil }); err != nil {
			t.Fatal(err)
		}
		k.Wipe()
		return out
	}
	secret, _ := hex.DecodeString("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")
	info := "\x00\x00\x00\x00\x00\x00\x00\x02ab\x00\x00\x00\x00\x00\x00\x00\x01c"
	want, err := hkdf.Key(sha256.New, secret, nil, info, Size)
	if err != nil {
		t.Fatal(err)
	}
	if got := bytesOf(k.Derive("ab", []byte("c"))); got != string(want) {
		t.Fatalf("derived %x, want %x", got, want)
	}
	seen := map[string]bool{}
	for _, d := range []*Key{
		k.Derive("ab"), k.Derive("a", []byte("b")), k.Derive("ab", nil), k.Derive("", []byte("ab")),
		k.Derive("ab", []byte("c")), k.Derive("ab", []byte("c"), nil), k.Derive("abc"),
	} {
		b := bytesOf(d)
		if seen[b] {
			t.Fatalf("two different derivations give %x", b)
		}
		seen[b] = true
	}
}

func TestMACIsHMACOverMeasuredParts(t *testing.T) {
	k := fixed(t)
	defer k.Wipe()
	secret, _ := hex.DecodeString("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")
	m := hmac.New(sha256.New, secret)
	io.WriteString(m, "\x00\x00\x00\x00\x00\x00\x00\x03one\x00\x00\x00\x00\x00\x00\x00\x00")
	got, err := k.MAC([]byte("one"), nil)
	if err != nil || !bytes.Equal(got[:], m.Sum(nil)) {
		t.Fatalf("%x, %v", got, err)
	}
	moved, err := k.MAC([]byte("on"), []byte("e"))
	if err != nil || moved == got {
		t.Fatal("moving a byte between parts changes nothing")
	}
}

func TestMACAgreesWithTheLibraryForAnyParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret := rapid.SliceOfN(rapid.Byte(), Size, Size).Draw(t, "secret")
		parts := rapid.SliceOfN(rapid.SliceOfN(rapid.Byte(), 0, 200), 0, 5).Draw(t, "parts")
		m := hmac.New(sha256.New, bytes.Clone(secret))
		for _, part := range parts {
			m.Write(measured(part))
		}
		k := NewKey(secret)
		defer k.Wipe()
		got, err := k.MAC(parts...)
		if err != nil || !hmac.Equal(got[:], m.Sum(nil)) {
			t.Fatalf("%x, %v", got, err)
		}
	})
}

func TestAWipedKeyDoesNothing(t *testing.T) {
	k := fixed(t)
	box, err := k.Seal(rand.Reader, nil, []byte("x"), nil)
	if err != nil {
		t.Fatal(err)
	}
	before := k.secret
	if !k.locked {
		t.Log("no locked memory here; the page's end can't be tried")
		defer func() {
			if !bytes.Equal(before, make([]byte, Size)) {
				t.Error("the secret is still there")
			}
		}()
	}
	k.Wipe()
	k.Wipe()
	var zero Key
	for name, k := range map[string]*Key{"wiped": k, "zero": &zero, "derived": k.Derive("a")} {
		if _, err := k.Seal(rand.Reader, nil, []byte("x"), nil); !errors.Is(err, ErrWiped) {
			t.Errorf("%s seals: %v", name, err)
		}
		if _, err := k.Open(nil, box, nil); !errors.Is(err, ErrWiped) {
			t.Errorf("%s opens: %v", name, err)
		}
		if _, err := k.MAC([]byte("x")); !errors.Is(err, ErrWiped) {
			t.Errorf("%s authenticates: %v", name, err)
		}
		if err := k.Reveal(func([]byte) error { return nil }); !errors.Is(err, ErrWiped) {
			t.Errorf("%s is revealed: %v", name, err)
		}
	}
	(*Key)(nil).Wipe()
}

func TestWipingWhileOthersSealNeverSealsUnderAHalfWipedKey(t *testing.T) {
	for range 50 {
		k := fixed(t)
		var boxes [4][][]byte
		var wait sync.WaitGroup
		for i := range boxes {
			wait.Go(func() {
				for {
					box, err := k.Seal(rand.Reader, nil, []byte("x"), nil)
					if errors.Is(err, ErrWiped) {
						return
					}
					if err != nil {
						t.Error(err)
						return
					}
					boxes[i] = append(boxes[i], box)
				}
			})
		}
		k.Wipe()
		wait.Wait()
		again := fixed(t)
		for _, list := range boxes {
			for _, box := range list {
				if _, err := again.Open(nil, box, nil); err != nil {
					t.Fatalf("a box was sealed under something else: %v", err)
				}
			}
		}
		again.Wipe()
	}
}

func TestARefusedRandomSourceSealsNothing(t *testing.T) {
	broken := iotest.ErrReader(errors.New("no randomness"))
	if k, err := Random(broken); err == nil || k != nil {
		t.Errorf("a key of nothing: %v", err)
	}
	k := fixed(t)
	defer k.Wipe()
	if box, err := k.Seal(io.LimitReader(rand.Reader, 23), nil, []byte("x"), nil); err == nil || box != nil {
		t.Errorf("sealed under a short nonce: %v", err)
	}
}

func TestAKeyOfAnotherLengthIsAMistakeOfTheProgram(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("31 bytes are taken for a key")
		}
	}()
	NewKey(make([]byte, 31))
}

func BenchmarkOpen1KB(b *testing.B) {
	k := fixed(b)
	defer k.Wipe()
	box, err := k.Seal(rand.Reader, nil, make([]byte, 1024), nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := k.Open(nil, box, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSeal1KB(b *testing.B) {
	k := fixed(b)
	defer k.Wipe()
	plain := make([]byte, 1024)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := k.Seal(rand.Reader, nil, plain, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMAC(b *testing.B) {
	k := fixed(b)
	defer k.Wipe()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := k.MAC([]byte("member"), []byte("b07de635-58de-47dd-98d8-b794c9a5c1c4")); err != nil {
			b.Fatal(err)
		}
	}
}
