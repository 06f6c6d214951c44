//go:build !race

// The race detector maps terabytes of its own, which nobody can look through.

package keyring

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"holdfast/store/internal/seal"
)

// mask keeps what is looked for from being found in the hands of the seeker.
const mask = 0xa5

func masked(secret []byte) []byte {
	out := make([]byte, len(secret))
	for i, b := range secret {
		out[i] = b ^ mask
	}
	return out
}

// haunt opens a vault with a passphrase, works with it, wipes it, and gives
// what should be gone, masked. Nothing else of it stays reachable.
func haunt(t *testing.T) map[string][]byte {
	passphrase := strings.Join([]string{"nobody", fmt.Sprint(os.Getpid()), "knows", "this"}, " ")
	h, made, err := New(t.Context(), fast(), must[*Enrolment](t)(NewPassphrase("Mine", passphrase)))
	if err != nil {
		t.Fatal(err)
	}
	made.Wipe()
	ks, _, err := h.Unlock(t.Context(), Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	gone := map[string][]byte{}
	keep := func(name string, k *seal.Key) {
		hidden := make([]byte, seal.Size)
		if err := k.Reveal(func(secret []byte) error {
			for i, b := range secret {
				hidden[i] = b ^ mask
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		gone[name] = hidden
	}
	keep("vault key", ks.master)
	keep("signing key", ks.seed)
	keep("journal key", ks.journal)
	keep("engine key", ks.engine)
	keep("drafts key", ks.drafts)
	keep("anchor key", ks.anchor)
	keep("label key", ks.details)
	keep("attesting key", ks.attesters[0].key)
	text, raw := make([]byte, identitySize), make([]byte, 32)
	seal.Within(func() { err = reveal(t.Context(), h, passphrase, text, raw) })
	if err != nil {
		t.Fatal(err)
	}
	gone["identity as text"], gone["identity as bytes"] = text, raw
	work(t, h, ks)
	before := traces(t, gone)
	for _, name := range []string{"vault key", "signing key", "journal key"} {
		if before[name] == 0 {
			t.Errorf("the %s is not found while it is there", name)
		}
	}
	ks.Wipe()
	return gone
}

// work uses every key, as an open vault does.
func work(t *testing.T, h *Header, ks *Keyset) {
	random := Options{}.random()
	for _, k := range []*seal.Key{ks.Journal(), ks.Engine(), ks.Drafts(), ks.Anchor()} {
		for range 50 {
			box := must[[]byte](t)(k.Seal(random, nil, []byte("a record"), nil))
			must[[]byte](t)(k.Open(nil, box, nil))
			must[[32]byte](t)(k.MAC(box))
		}
	}
	must[[]byte](t)(ks.Sign("manifest", []byte("x")))
	must[[]Holder](t)(h.Holders(ks))
	next, fresh, err := h.Rekey(t.Context(), fast(), ks, Plan{NewSigner: true})
	if err != nil {
		t.Fatal(err)
	}
	must[*Header](t)(next.Rename(fast(), fresh, fresh.Holder(), "Still mine"))
	fresh.Wipe()
}

// reveal gives the keyholder's identity, masked, as text and as its 32 bytes.
func reveal(ctx context.Context, h *Header, passphrase string, text, raw []byte) error {
	id, _, err := Passphrase(passphrase).open(ctx, h.Vault(), h.genuine)
	if err != nil {
		return err
	}
	copy(text, masked([]byte(id.text)))
	bytes := seed(id)
	copy(raw, masked(bytes))
	clear(bytes)
	return nil
}

// traces counts copies in this process's own memory.
func traces(t *testing.T, of map[string][]byte) map[string]int {
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	defer maps.Close()
	mem, err := os.Open("/proc/self/mem")
	if err != nil {
		t.Fatal(err)
	}
	defer mem.Close()
	found := map[string]int{}
	const chunk, overlap = 1 << 20, 128
	buffer := make([]byte, chunk+overlap)
	lines := bufio.NewScanner(maps)
	for lines.Scan() {
		var from, to int64
		var rights string
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x %s", &from, &to, &rights); err != nil || rights[0] != 'r' {
			continue
		}
		for at := from; at < to; at += chunk {
			n, err := mem.ReadAt(buffer[:min(to-at, chunk+overlap)], at)
			if err != nil && !errors.Is(err, io.EOF) && n == 0 {
				continue // a page that the system keeps to itself
			}
			for i := range buffer[:n] {
				buffer[i] ^= mask
			}
			for name, needle := range of {
				for seen := buffer[:n]; ; {
					i := bytes.Index(seen, needle)
					if i < 0 || len(buffer[:n])-len(seen)+i >= chunk {
						break
					}
					found[name]++
					seen = seen[i+1:]
				}
			}
		}
	}
	return found
}

// After locking and collecting, nothing of the keys is left in memory. Where
// this build can't erase what libraries leave behind, the copies are counted:
// doc/security.md publishes the figures.
func TestNoKeyStaysInMemoryAfterWiping(t *testing.T) {
	planted := []byte("planted \x00\x01\x02 to see that the seeker finds")
	if traces(t, map[string][]byte{"planted": masked(planted)})["planted"] == 0 {
		t.Fatal("the seeker finds nothing at all")
	}
	runtime.KeepAlive(planted)

	gone := haunt(t)
	var found map[string]int
	rounds := 2 // what is cached by weak pointers goes in the second collection
	if seal.Erases {
		rounds = 5
	}
	for round := range rounds {
		runtime.GC()
		if found = traces(t, gone); len(found) == 0 {
			t.Logf("nothing is left after %d collections", round+1)
			return
		}
	}
	if seal.Erases {
		t.Errorf("still in memory: %v", found)
	}
	t.Logf("still in memory, in a build that can't erase: %v", found)
}
