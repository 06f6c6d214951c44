package keyring

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/armor"
)

// encrypted is an identity file as the stock tool writes it, at a low cost.
func encrypted(t testing.TB, plain, passphrase string, armored bool, to ...age.Recipient) []byte {
	t.Helper()
	if len(to) == 0 {
		r := must[*age.ScryptRecipient](t)(age.NewScryptRecipient(passphrase))
		r.SetWorkFactor(10)
		to = []age.Recipient{r}
	}
	var out bytes.Buffer
	var dst io.WriteCloser = nopCloser{&out}
	if armored {
		dst = armor.NewWriter(&out)
	}
	w := must[io.WriteCloser](t)(age.Encrypt(dst, to...))
	if _, err := io.WriteString(w, plain); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), dst.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

func TestEveryFormOfAnIdentityFileOpensTheVault(t *testing.T) {
	h := vector(t)
	line := vectorPaper + "\n"
	older := must[*age.X25519Identity](t)(age.GenerateX25519Identity()).String()
	stranger := must[*identity](t)(newIdentity()).text
	for name, c := range map[string]struct {
		data       []byte
		passphrase string
	}{
		"in clear":                 {[]byte(line), ""},
		"in clear, passphrase too": {[]byte(line), "not needed"},
		"with comments":            {[]byte("# created: 2026-11-22\n# public key: age1pq1…\n" + line), ""},
		"with Windows line ends":   {[]byte("# kit\r\n" + vectorPaper + "\r\n"), ""},
		"with a byte order mark":   {[]byte("\xef\xbb\xbf" + line), ""},
		"without a line end":       {[]byte(vectorPaper), ""},
		"in a kit saved as text":   {[]byte("Recovery kit\n\n  " + vectorPaper + "\nKeep it safe.\n"), ""},
		"beside others":            {[]byte(older + "\n" + stranger + "\n" + line), ""},
		"encrypted":                {encrypted(t, line, "its own words", false), "its own words"},
		"encrypted and armored":    {encrypted(t, "# kit\n"+line, "its own words", true), "its own words"},
		"armored, sent by mail":    {append([]byte("\n\n"), encrypted(t, line, "its own words", true)...), "its own words"},
		"accents typed apart":      {encrypted(t, line, "caf\u00e9 noir", false), "cafe\u0301 noir"},
		"accents written apart":    {encrypted(t, line, "cafe\u0301 noir", false), "cafe\u0301 noir"},
	} {
		t.Run(name, func(t *testing.T) {
			key, err := IdentityFile(c.data, []byte(c.passphrase))
			if err != nil {
				t.Fatal(err)
			}
			ks, opening, err := h.Unlock(t.Context(), key)
			if err != nil {
				t.Fatal(err)
			}
			ks.Wipe()
			if opening.Holder.Label != "Recovery kit" {
				t.Errorf("%+v", opening.Holder)
			}
		})
	}
}

func TestFilesThatAreNoKeyAreCalledSo(t *testing.T) {
	recipient := must[*identity](t)(newIdentity()).age.Recipient()
	older := must[*age.X25519Identity](t)(age.GenerateX25519Identity()).String()
	heavy := bytes.Replace(encrypted(t, vectorPaper, "its own words", false), []byte(" 10\n"), []byte(" 21\n"), 1)
	for name, data := range map[string][]byte{
		"nothing":                     nil,
		"a picture":                   []byte("\x89PNG\r\n\x1a\n\x00\x00"),
		"a text":                      []byte("there is no key here\n"),
		"an older kind of key":        []byte(older),
		"a damaged key":               []byte(vectorPaper[:40] + "Q" + vectorPaper[41:]),
		"a file for somebody's key":   encrypted(t, vectorPaper, "", false, recipient),
		"a file that asks for 2 GiB":  heavy,
		"an armor with nothing in it": []byte(armor.Header + "\n" + armor.Footer + "\n"),
		"a cut file":                  encrypted(t, vectorPaper, "its own words", true)[:60],
		"a huge file":                 bytes.Repeat([]byte("# \n"), mostKeyFile),
	} {
		if key, err := IdentityFile(data, []byte("its own words")); !errors.Is(err, ErrNotKeyFile) || key != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := IdentityFile(encrypted(t, vectorPaper, "x", true), nil); !errors.Is(err, ErrPassphraseNeeded) {
		t.Errorf("no passphrase is asked for: %v", err)
	}
}

func TestADamagedKeyFileNeverGivesHalfAKey(t *testing.T) {
	h := vector(t)
	data := encrypted(t, vectorPaper+"\n", "its own words", false)
	for bit := 0; bit < len(data)*8; bit += 5 {
		bad := bytes.Clone(data)
		bad[bit/8] ^= 1 << (bit % 8)
		key, err := IdentityFile(bad, []byte("its own words"))
		if err != nil {
			if !errors.Is(err, ErrNotKeyFile) {
				t.Fatalf("bit %d: %v", bit, err)
			}
			continue
		}
		ks, _, err := h.Unlock(t.Context(), key)
		if err == nil {
			ks.Wipe()
			t.Fatalf("bit %d: it opens", bit)
		}
		if !errors.Is(err, ErrNotKeyFile) && !errors.Is(err, ErrWrongKey) {
			t.Fatalf("bit %d: %v", bit, err)
		}
	}
}

func TestAKeyFileThatWeWriteWorksWithStockAge(t *testing.T) {
	e, data, err := NewFile("Stick in the drawer", []byte("lantern under the stairs"))
	if err != nil {
		t.Fatal(err)
	}
	with := must[*age.ScryptIdentity](t)(age.NewScryptIdentity("lantern under the stairs"))
	r, err := age.Decrypt(armor.NewReader(bytes.NewReader(data)), with)
	if err != nil {
		t.Fatal(err)
	}
	ids, err := age.ParseIdentities(r)
	if err != nil || len(ids) != 1 {
		t.Fatalf("%d identities, %v", len(ids), err)
	}
	hybrid, ok := ids[0].(*age.HybridIdentity)
	if !ok || hybrid.Recipient().String() != e.recipient || hybrid.String() != e.identity {
		t.Error("the file holds another key than the vault is told of")
	}
	if strings.Contains(string(data), "SECRET") || e.kind != KindFile {
		t.Error("the key stands in the file in clear")
	}
	if _, _, err := NewFile("Stick", []byte("short")); err == nil {
		t.Error("a short passphrase protects it")
	}
}

func TestErrorsDoNotRepeatWhatWasTyped(t *testing.T) {
	h := vector(t)
	key := must[Key](t)(IdentityFile(encrypted(t, vectorPaper, "its own words", false), []byte("SECRETWORD")))
	_, _, one := h.Unlock(t.Context(), key)
	_, two := IdentityFile([]byte(vectorPaper+"X"), []byte("SECRETWORD"))
	_, three := NewRecipient("Deputy", vectorPaper)
	_, four := ParsePaper(vectorPaper + "X")
	_, five := NewPassphrase("Mine", "SECRETW")
	for i, err := range []error{one, two, three, four, five} {
		if err == nil || strings.Contains(fmt.Sprintf("%v %+v", err, err), "SECRET") {
			t.Errorf("%d: %v", i, err)
		}
	}
}
