package backup

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

const passphrase = "orbit lantern maple quiet harbor seven"

// world is a vault with a passphrase and a paper key.
type world struct {
	env   store.Environment
	dir   string
	vault *store.Store
	paper keyring.Key
	text  string // of the paper
	on    string // where backups go
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func clock() func() time.Time {
	at := time.Date(2026, 11, 21, 20, 20, 0, 0, time.UTC)
	var mu sync.Mutex
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		at = at.Add(time.Second)
		return at
	}
}

// newWorld has no passphrase unless it is asked for: that costs a hash.
func newWorld(t testing.TB, more ...*keyring.Enrolment) *world {
	t.Helper()
	e, paper, err := keyring.NewPaper("Recovery kit")
	must(t, err)
	w := &world{
		env: store.Environment{Clock: clock(), Cost: keyring.Lowest(), Engine: store.EngineMemory}.Filled(),
		dir: filepath.Join(t.TempDir(), "vault"), on: t.TempDir(), text: paper.Text,
	}
	w.paper, err = keyring.PaperKey(paper.Text)
	must(t, err)
	w.vault, err = store.Create(t.Context(), w.env, w.dir, append([]*keyring.Enrolment{e}, more...)...)
	must(t, err)
	t.Cleanup(func() { _ = w.vault.Close() })
	return w
}

// live fills the vault with records in two collections, a history, and a
// record that is no JSON.
func (w *world) live(t testing.TB, n int) *world {
	t.Helper()
	for i := range n {
		w.put(t, "member", fmt.Sprintf("m%d", i), fmt.Sprintf(`{"v":1,"d":{"name":"Person %d","note":"<á & \"quoted\">"}}`, i))
		w.put(t, "contact.entry", fmt.Sprintf("m%d/e%d", i%3, i), fmt.Sprintf(`{"v":1,"d":{"on":"2026-11-%02d"}}`, i%28+1))
	}
	w.put(t, "member", "m0", `{"v":1,"d":{"name":"Person zero"}}`)
	w.put(t, "member", "gone", `{"v":1,"d":{}}`)
	must(t, w.vault.Act("test.delete", func(tx *store.Tx) error { return tx.DeleteRaw("member", "gone") }))
	w.put(t, "odd", "a key \"with\" quotes/and ñ", "no JSON\n\x00")
	return w
}

func (w *world) put(t testing.TB, collection, key, raw string) {
	t.Helper()
	must(t, w.vault.Act("test.put", func(tx *store.Tx) error {
		return tx.PutRaw(collection, record.Key(key), []byte(raw))
	}))
}

func (w *world) file() string { return filepath.Join(w.on, "holdfast-2026-11-21.age") }

// backup makes one, or fails the test.
func (w *world) backup(t testing.TB) Made {
	t.Helper()
	made, err := Create(t.Context(), w.env, w.vault, Making{Path: w.file()}, nil)
	must(t, err)
	return made
}

func (w *world) open(t testing.TB, path string, key keyring.Key) *Opened {
	t.Helper()
	o, err := Open(t.Context(), path, key, nil, nil)
	must(t, err)
	t.Cleanup(o.Close)
	return o
}

// told is every act that a vault, or a backup, gives.
func told(t testing.TB, each func(context.Context, store.Progress, func(store.Past) error) error) []string {
	t.Helper()
	var all []string
	must(t, each(t.Context(), nil, func(p store.Past) error {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s %s", p.At.UTC().Format(time.RFC3339Nano), p.Holder, p.Kind)
		for _, c := range p.Changes {
			fmt.Fprintf(&b, " [%s %s %q %v %v]", c.Collection, c.Key, c.Raw, c.Deleted, c.Current)
		}
		all = append(all, b.String())
		return nil
	}))
	return all
}

func (w *world) told(t testing.TB, s *store.Store) []string {
	t.Helper()
	x, err := s.Export()
	must(t, err)
	defer x.Close()
	return told(t, x.Each)
}

// left are the names in a folder.
func left(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
