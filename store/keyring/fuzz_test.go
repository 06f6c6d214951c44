package keyring

import (
	"bytes"
	"errors"
	"testing"

	"holdfast/wording"
)

func FuzzParseHeader(f *testing.F) {
	data := read(f, "vault-v1.json")
	f.Add(data)
	f.Add(data[:200])
	f.Add([]byte(`{"format":"holdfast vault","version":2,"checksum":"","signature":"","body":{}}`))
	f.Add([]byte(`{}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := ParseHeader(data)
		if err != nil {
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) && !errors.Is(err, ErrWeakened) {
				t.Fatal(err)
			}
			return
		}
		if !bytes.Equal(h.Encode(), data) {
			t.Fatal("what was read is written differently")
		}
	})
}

// The body alone, as somebody makes it who mends the checksum.
func FuzzParseBody(f *testing.F) {
	body, err := vector(f).doc.body()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	f.Add([]byte(`{"vault":"","revision":1,"generation":1,"signer":"","keys":"","check":"","keyholders":[{}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := parse(body)
		if err != nil {
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrWeakened) {
				t.Fatal(err)
			}
			return
		}
		h, err := newHeader(d, nil)
		if err != nil {
			return // too long
		}
		if signed, err := h.signed(); signed || err != nil {
			t.Fatalf("an empty signature is right: %v", err)
		}
	})
}

func FuzzParsePaper(f *testing.F) {
	f.Add(vectorPaper)
	f.Add(vectorGroups)
	f.Add("age-secret-key-pq-1")
	f.Add("F9YS68-VG VKQ6LN-KC")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePaper(text)
		if err != nil {
			if len(wording.Problems(err)) != 1 {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		var printed string
		for _, g := range p.Groups {
			printed += g.String() + "\n"
		}
		back, err := ParsePaper(printed)
		if err != nil || back.Text != p.Text {
			t.Fatalf("%q does not read back: %v", text, err)
		}
	})
}

func FuzzIdentityFile(f *testing.F) {
	f.Add(read(f, "key-v1.age"))
	f.Add([]byte(vectorPaper))
	f.Add([]byte("# comment\r\n" + vectorPaper + "\r\n"))
	f.Add(encrypted(f, vectorPaper, "its own words", false))
	f.Add([]byte("age-encryption.org/v1\n-> scrypt AAAA 10\nAAAA\n--- AAAA\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		key, err := IdentityFile(data, nil)
		if err != nil {
			if !errors.Is(err, ErrNotKeyFile) && !errors.Is(err, ErrPassphraseNeeded) && len(wording.Problems(err)) == 0 {
				t.Fatal(err)
			}
			return
		}
		if _, _, err := key.open(t.Context(), "", nil); !errors.Is(err, ErrWrongKey) {
			t.Fatalf("it opens nothing with %v", err)
		}
	})
}
