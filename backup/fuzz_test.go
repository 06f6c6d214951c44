package backup

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"filippo.io/age"

	"holdfast/store"
)

// parts are the archive and the manifest of a small backup.
func archiveOf(f *testing.F) (archive, manifest []byte) {
	w := newWorld(f).live(f, 2)
	x, err := w.vault.Export()
	must(f, err)
	defer x.Close()
	var out bytes.Buffer
	manifest, err = writeArchive(f.Context(), x, Making{Since: erased()}, Manifest{Made: w.env.Clock().UTC(), Anchor: anchorOf(x.Position), Roster: x.Roster}, &out, nil)
	must(f, err)
	return out.Bytes(), manifest
}

func FuzzManifest(f *testing.F) {
	_, manifest := archiveOf(f)
	f.Add(manifest)
	f.Add([]byte(`{"format":"holdfast backup","version":1,"signature":"","body":{}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := parseManifest(raw)
		if err != nil {
			if !errors.Is(err, ErrAltered) && !errors.Is(err, ErrNewer) {
				t.Fatal(err)
			}
			return
		}
		if _, err := parseManifest(p.raw); err != nil || p.Records() < 0 && len(p.Collections) == 0 {
			t.Fatalf("read once and not again: %v", err)
		}
	})
}

func FuzzArchive(f *testing.F) {
	archive, _ := archiveOf(f)
	short := bytes.TrimRight(archive, "\x00") // small, or nothing would be tried
	f.Add(short)
	f.Add(short[:len(short)/2])
	f.Fuzz(func(t *testing.T, raw []byte) {
		raw = append(raw, make([]byte, bucket(int64(len(raw)))-int64(len(raw)))...)
		acts := 0
		u := unpackingOf(bytes.NewReader(raw), func(int64) {}, func(store.Past) error { acts++; return nil })
		err := u.all()
		u.summed()
		if err != nil {
			if !errors.Is(err, ErrAltered) && !errors.Is(err, ErrNewer) && !errors.Is(err, ErrNotBackup) {
				t.Fatal(err)
			}
			return
		}
		if acts != u.manifest.Acts {
			t.Fatalf("%d acts of %d", acts, u.manifest.Acts)
		}
	})
}

func FuzzLine(f *testing.F) {
	f.Add([]byte(`{"act":12,"key":"a/b","record":{"v":1,"d":{}}}`))
	f.Add([]byte(`{"act":12,"at":"2026-11-21T20:20:00.000Z","holder":"x","kind":"test"}`))
	f.Add([]byte(`{"act":12,"collection":"member","key":"\u00f1\"","deleted":true}`))
	f.Add([]byte(`{"act":1,"key":"a","bytes":"AAE="}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if bytes.IndexByte(raw, '\n') >= 0 {
			return
		}
		l := line{rest: raw}
		act, c, err := l.record("thing")
		if err == nil {
			again := line{rest: bytes.TrimSuffix(appendRecord(nil, act, c), []byte("\n"))}
			act2, c2, err := again.record("thing")
			if err != nil || act2 != act || c2.Key != c.Key || !bytes.Equal(c2.Raw, c.Raw) {
				t.Fatalf("%q becomes %q: %v", raw, appendRecord(nil, act, c), err)
			}
		}
		l = line{rest: raw}
		if p, _, isAct, err := l.history(); err == nil && isAct {
			again := line{rest: bytes.TrimSuffix(appendAct(nil, p), []byte("\n"))}
			if q, _, _, err := again.history(); err != nil || q.Kind != p.Kind || !q.At.Equal(p.At) || q.Holder != p.Holder {
				t.Fatalf("%q becomes %q: %v", raw, appendAct(nil, p), err)
			}
		}
	})
}

func FuzzStanza(f *testing.F) {
	f.Add("1", "2f0c1c1e-7d1b-4c39-9a55-6a0f6d1f1a11", []byte(`{"sum":"","sealed":[{"id":"x","kind":"passphrase","argon2id":{"memory_kib":4294967295,"passes":1,"lanes":1,"salt":""},"identity":""}]}`))
	f.Fuzz(func(t *testing.T, v, vault string, body []byte) {
		s := &age.Stanza{Type: stanzaType, Args: []string{v, vault}, Body: body}
		var n note
		_, n, err := (&asker{}).read([]*age.Stanza{s})
		if err == nil && !bytes.Equal(n.Sum, n.sum([]*age.Stanza{}, s.Args)) || err != nil && !errors.Is(err, ErrAltered) && !errors.Is(err, ErrNewer) {
			t.Fatalf("%s: %v", strings.ToValidUTF8(string(body), "?"), err)
		}
	})
}
