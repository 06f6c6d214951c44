package attachment_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"

	. "holdfast/attachment"
	"holdfast/record"
	"holdfast/record/recordtest"
)

func pdf(size int) []byte {
	return []byte("%PDF-1.7\n" + strings.Repeat("x", max(0, size)) + "\n%%EOF\n")
}

func encoded(t testing.TB, as Type, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	picture := image.NewGray(image.Rect(0, 0, width, height))
	err := png.Encode(&out, picture)
	if as == JPEG {
		out.Reset()
		err = jpeg.Encode(&out, picture, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// claiming is a PNG whose head says that it is so wide and high.
func claiming(t testing.TB, width, height uint32) []byte {
	data := encoded(t, PNG, 1, 1)
	for i, n := range []uint32{width, height} {
		data[16+4*i], data[17+4*i], data[18+4*i], data[19+4*i] = byte(n>>24), byte(n>>16), byte(n>>8), byte(n)
	}
	return data
}

func TestWhatIsTakenIsWhatItsContentSays(t *testing.T) {
	for _, c := range []struct {
		why  string
		data []byte
		want Type
	}{
		{"a PDF", pdf(10), PDF},
		{"a PNG", encoded(t, PNG, 20, 30), PNG},
		{"a JPEG", encoded(t, JPEG, 20, 30), JPEG},
		{"nothing", nil, ""},
		{"a PDF that breaks off", pdf(4000)[:2000], ""},
		{"a PDF with something in front", append([]byte("MZ"), pdf(1)...), ""},
		{"a JPEG of one marker", []byte("\xff\xd8\xff"), ""},
		{"a PNG without a head", []byte("\x89PNG\r\n\x1a\n"), ""},
		{"a picture for billions of points", claiming(t, 1<<30, 1<<30), ""},
		{"a picture without points", claiming(t, 0, 10), ""},
		{"a GIF", []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), ""},
		{"a program", []byte("\x7fELF\x02\x01\x01"), ""},
		{"a page of a browser", []byte("<html><script>%PDF-</script>"), ""},
		{"a ZIP file", []byte("PK\x03\x04"), ""},
		{"text", []byte("I agree."), ""},
		{"one byte too many", pdf(Limit), ""},
		{"200 MB", make([]byte, 200<<20), ""},
	} {
		got, err := Accept(c.data)
		if got != c.want || (err == nil) != (c.want != "") || err != nil && !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s is %q, %v", c.why, got, err)
		}
	}
}

func FuzzAccept(f *testing.F) {
	for _, seed := range [][]byte{nil, pdf(1), encoded(f, PNG, 2, 2), encoded(f, JPEG, 2, 2), []byte("GIF89a")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if kind, err := Accept(data); (err == nil) != (kind == PDF || kind == JPEG || kind == PNG) {
			t.Fatalf("%q, %v", kind, err)
		}
	})
}

type kept struct {
	Service
	parts *recordtest.Memory[Part]
	about *recordtest.Memory[Attachment]
}

func newKept() kept {
	parts, about := recordtest.NewMemory(PartSchema()), recordtest.NewMemory(Schema())
	return kept{Service{Attachments: about, Parts: parts, Random: rand.Reader}, parts, about}
}

const owner record.ID = "m1"

func TestWhatComesOutIsWhatWentIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := newKept()
		data := pdf(rapid.IntRange(0, 600_000).Draw(t, "size"))
		if _, err := rand.Read(data[9 : len(data)-7]); err != nil {
			t.Fatal(err)
		}
		a, err := k.Add(owner, data, record.Date{Year: 2026, Month: 2, Day: 4})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := k.Add(owner, pdf(3), record.Date{Year: 2026, Month: 2, Day: 4}); err != nil {
			t.Fatal(err)
		}
		back, about, err := k.Bytes(owner, a.ID)
		if err != nil || !bytes.Equal(back, data) || about != a {
			t.Fatalf("%d bytes come back as %d: %v", len(data), len(back), err)
		}
		if err := k.Remove(owner, a.ID); err != nil {
			t.Fatal(err)
		}
		left := 0
		if err := k.parts.Scan("", func(Part) error { left++; return nil }); err != nil || left != 1 {
			t.Fatalf("%d parts are left: %v", left, err)
		}
	})
}

func TestAPartThatIsMissingOrChangedIsDamage(t *testing.T) {
	for why, harm := range map[string]func(kept, Attachment) error{
		"missing": func(k kept, a Attachment) error {
			return k.parts.Delete(PartSchema().Key(Part{Owner: owner, ID: a.ID, Number: 2}))
		},
		"changed": func(k kept, a Attachment) error {
			return k.parts.Put(Part{Owner: owner, ID: a.ID, Number: 1, Bytes: []byte("%PDF-")})
		},
		"too many": func(k kept, a Attachment) error {
			return k.parts.Put(Part{Owner: owner, ID: a.ID, Number: 9, Bytes: []byte("x")})
		},
	} {
		k := newKept()
		a, err := k.Add(owner, pdf(300_000), record.Date{})
		if err == nil {
			err = harm(k, a)
		}
		if err != nil {
			t.Fatal(err)
		}
		if data, _, err := k.Bytes(owner, a.ID); !errors.Is(err, record.ErrDamaged) || data != nil {
			t.Errorf("%s: %d bytes, %v", why, len(data), err)
		}
	}
}

func TestNothingIsKeptOfWhatIsRefused(t *testing.T) {
	k := newKept()
	if _, err := k.Add(owner, []byte("text"), record.Date{}); !errors.Is(err, record.ErrInvalid) {
		t.Error(err)
	}
	if _, _, err := k.Bytes(owner, "nothing"); !errors.Is(err, record.ErrNotFound) {
		t.Error(err)
	}
	if err := k.Remove(owner, "nothing"); !errors.Is(err, record.ErrNotFound) {
		t.Error(err)
	}
	if err := k.parts.Scan("", func(Part) error { return errors.New("a part was kept") }); err != nil {
		t.Error(err)
	}
}
