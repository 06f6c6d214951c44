package backup

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"

	"holdfast/store"
	"holdfast/store/keyring"
)

// refusals are all the errors with which a file may be refused.
func refusals() []error {
	return []error{ErrNotBackup, ErrTruncated, ErrAltered, ErrForged, ErrNewer, ErrWrongKey}
}

// tried is what comes of a file that lies in memory. Where the file's own key
// is given, that of a keyholder is not asked.
func tried(t testing.TB, raw []byte, key keyring.Key, fileKey []byte) error {
	r := reading{ctx: t.Context(), file: bytes.NewReader(raw), size: int64(len(raw)), fileKey: fileKey}
	if fileKey == nil {
		r.ask = &asker{ctx: t.Context(), key: key}
	}
	_, err := r.read(func(store.Past) error { return nil })
	return err
}

// everywhere runs try for 0 to n-1 on all cores.
func everywhere(n int, try func(int)) {
	var wait sync.WaitGroup
	for w := range runtime.NumCPU() {
		wait.Go(func() {
			for i := w; i < n; i += runtime.NumCPU() {
				try(i)
			}
		})
	}
	wait.Wait()
}

func TestEveryFlippedBitIsRefused(t *testing.T) {
	w := newWorld(t).live(t, 20)
	made := w.backup(t)
	fileKey := w.open(t, made.Path, w.paper).fileKey
	raw, err := os.ReadFile(made.Path)
	must(t, err)
	head, err := headerSize(bytes.NewReader(raw))
	must(t, err)
	random := rand.New(rand.NewPCG(3, 11))
	const flips = 2000
	bits := make([]int, flips)
	for i := range bits {
		bits[i] = random.IntN(8 * len(raw))
		if i < flips/4 { // the header is small and has the most to go wrong
			bits[i] = random.IntN(8 * int(head))
		}
	}
	var mu sync.Mutex
	kinds := map[error]int{}
	everywhere(flips, func(i int) {
		flipped := bytes.Clone(raw)
		flipped[bits[i]/8] ^= 1 << (bits[i] % 8)
		var known []byte
		if int64(bits[i]/8) > head { // opening the header anew would show nothing
			known = fileKey
		}
		err := tried(t, flipped, w.paper, known)
		at := slices.IndexFunc(refusals(), func(is error) bool { return errors.Is(err, is) })
		if at < 0 {
			t.Errorf("bit %d: %v", bits[i], err)
			return
		}
		mu.Lock()
		defer mu.Unlock()
		kinds[refusals()[at]]++
	})
	if kinds[ErrAltered] < flips*98/100 || kinds[ErrWrongKey]+kinds[ErrForged]+kinds[ErrNewer] > 0 {
		t.Errorf("it is called something else: %v", kinds)
	}
}

func TestEveryTruncationIsRefusedAsOne(t *testing.T) {
	w := newWorld(t).live(t, 400)
	raw, err := os.ReadFile(w.backup(t).Path)
	must(t, err)
	random := rand.New(rand.NewPCG(5, 1))
	cuts := []int{0, 1, 18, 19, 20, 30, len(raw) - 1, len(raw) - 16, len(raw) - 17}
	for len(cuts) < 500 {
		cuts = append(cuts, random.IntN(len(raw)))
	}
	everywhere(len(cuts), func(i int) {
		if err := tried(t, raw[:cuts[i]], w.paper, nil); !errors.Is(err, ErrTruncated) {
			t.Errorf("cut to %d of %d: %v", cuts[i], len(raw), err)
		}
	})
	for _, more := range []string{"x", string(make([]byte, 100)), string(make([]byte, 200<<10))} {
		if err := tried(t, append(bytes.Clone(raw), more...), w.paper, nil); !errors.Is(err, ErrAltered) {
			t.Errorf("with %d bytes more: %v", len(more), err)
		}
	}
}

func TestWhatIsRefusedRestoresNothing(t *testing.T) {
	w := newWorld(t).live(t, 3)
	raw, err := os.ReadFile(w.backup(t).Path)
	must(t, err)
	home := t.TempDir()
	for i, harm := range []func([]byte) []byte{
		func(b []byte) []byte { b[len(b)-3] ^= 1; return b },
		func(b []byte) []byte { return b[:len(b)-1] },
		func(b []byte) []byte { return []byte("a letter to somebody") },
	} {
		path := filepath.Join(home, fmt.Sprint(i))
		must(t, os.WriteFile(path, harm(bytes.Clone(raw)), 0o600))
		o, err := Open(t.Context(), path, w.paper, nil, nil)
		if err == nil {
			o.Close()
			t.Errorf("%d: opened", i)
		}
	}
	// Whole when it was read first, and changed since.
	path := filepath.Join(home, "later")
	must(t, os.WriteFile(path, raw, 0o600))
	o := w.open(t, path, w.paper)
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	must(t, err)
	_, err = f.WriteAt([]byte{raw[len(raw)-3] ^ 1}, int64(len(raw)-3))
	must(t, errors.Join(err, f.Close()))
	dir := filepath.Join(home, "vault")
	if err := store.Revive(t.Context(), w.env, dir, o.Roster, o.Bearer(), o.Restoring(t.Context()), nil); !errors.Is(err, ErrAltered) {
		t.Errorf("changed after it was read: %v", err)
	}
	if names := left(t, home); len(names) != 4 {
		t.Errorf("left: %v", names)
	}
}
