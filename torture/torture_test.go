//go:build linux

package main

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	if asChild() {
		return
	}
	os.Exit(m.Run())
}

// TestALittleOfEverythingLosesNothing is the short cut of `make torture`, with
// the same choices each time: new ones are for the whole, which names its seed.
func TestALittleOfEverythingLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	var out bytes.Buffer
	err := torture(t.Context(), t.TempDir(), "", 0.03, 20261122, &table{to: &out})
	t.Log("\n" + out.String())
	if err != nil {
		t.Fatal(err)
	}
}

func TestAnActThatIsMissingIsNoticed(t *testing.T) {
	ctx := context.Background()
	w, err := prepare(ctx, filepath.Join(t.TempDir(), "world"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		t     told
		wrong int
	}{
		{understood(nil), 0},
		{understood([]string{"begin save"}), 0},
		{understood([]string{"begin save", "done save"}), 1},
		{understood([]string{"begin pay", "done pay", "begin import", "done import"}), 2},
	} {
		if wrong := newWitness().look(ctx, w, c.t); len(wrong) != c.wrong {
			t.Errorf("%+v: %q", c.t, wrong)
		}
	}
}

// What is synced is kept, whatever chance says; what is not is lost at times.
func TestTheMachineKeepsWhatWasSyncedAndNoMore(t *testing.T) {
	old := t.TempDir()
	if err := os.WriteFile(filepath.Join(old, "a"), []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	replace := []call{
		{name: "open", path: "/w/a.new", flags: "O_CREAT", number: 3, begun: 0},
		{name: "write", path: "/w/a.new", file: "3", data: []byte("after"), begun: 1},
		{name: "fsync", path: "/w/a.new", file: "3", begun: 2},
		{name: "rename", path: "/w/a.new", to: "/w/a", begun: 3},
		{name: "fsync", path: "/w", file: "4", begun: 4},
		{name: "write", path: "pipe", file: "1", data: []byte("done save\n"), begun: 5},
	}
	for name, c := range map[string]struct {
		without string // the sync that is left out
		may     []string
	}{
		"all of it":              {"", []string{"after"}},
		"the file not synced":    {"/w/a.new", []string{"after", "afte", ""}},
		"the folder not synced":  {"/w", []string{"after", "before"}},
		"the folder synced late": {"late", []string{"after", "before"}},
	} {
		seen := map[string]bool{}
		for seed := range uint64(200) {
			m, err := newMachine("/w", old)
			if err != nil {
				t.Fatal(err)
			}
			for _, one := range replace {
				if one.name == "fsync" && one.path == c.without {
					continue
				}
				if c.without == "late" && one.path == "/w" {
					one.begun = 3 // before the rename was over
				}
				m.do(one)
			}
			m.tree.fail(rand.New(rand.NewPCG(seed, 0)))
			to := filepath.Join(t.TempDir(), "laid")
			if err := m.tree.lay(to); err != nil {
				t.Fatal(err)
			}
			raw, err := os.ReadFile(filepath.Join(to, "a"))
			if err != nil || !strings.HasPrefix("after", string(raw)) && string(raw) != "before" {
				t.Fatalf("%s: %q, %v", name, raw, err)
			}
			seen[string(raw)] = true
		}
		for _, one := range c.may {
			if !seen[one] {
				t.Errorf("%s: it never was %q", name, one)
			}
		}
		if c.without == "" && len(seen) != 1 {
			t.Errorf("%s: %v", name, seen)
		}
	}
}

func TestARecordingIsReadWholeOrRefused(t *testing.T) {
	const good = `1  openat(AT_FDCWD<\x2f\x77>, "\x61", O_RDWR|O_CREAT, 0600) = 3<\x2f\x77\x2f\x61>
1  write(3<\x2f\x77\x2f\x61>, "\x68\x69", 2) = 2
2  fsync(3<\x2f\x77\x2f\x61> <unfinished ...>
1  pwrite64(3<\x2f\x77\x2f\x61>, "\x68\x69", 2, 7) = 2
2  <... fsync resumed>) = 0
1  unlinkat(AT_FDCWD<\x2f\x77>, "\x62", 0) = -1 ENOENT (No such file or directory)
1  +++ exited with 0 +++
`
	calls, err := readRecording(strings.NewReader(good))
	if err != nil || len(calls) != 4 {
		t.Fatalf("%+v, %v", calls, err)
	}
	if c := calls[2]; c.path != "/w/a" || c.number != 7 || string(c.data) != "hi" {
		t.Errorf("%+v", c)
	}
	if c := calls[3]; c.name != "fsync" || c.begun != 2 {
		t.Errorf("a sync that began before a write promises it: %+v", c)
	}
	for _, bad := range []string{
		`1  copy_file_range(3<\x61>, NULL, 4<\x62>, NULL, 5, 0) = 5`,
		`1  write(3<\x61>, "\x68"..., 2) = 2`,
	} {
		if _, err := readRecording(strings.NewReader(bad + "\n")); err == nil {
			t.Errorf("%s is taken", bad)
		}
	}
}

func TestAHarmDoneSideBySideIsSaidAndCountedOnce(t *testing.T) {
	var out bytes.Buffer
	all := &table{to: &out}
	one, other := all.within(), all.within()
	one.hurt("round %d", 7)
	if one.harms() != 1 || other.harms() != 0 || all.harms() != 1 || strings.Count(out.String(), "round 7") != 1 {
		t.Errorf("%d, %d and %d harms; %q", one.harms(), other.harms(), all.harms(), out.String())
	}
	if all.end() == nil {
		t.Error("a harm ended well")
	}
}

func TestTriesThatTheTimeLeavesOutAreSaid(t *testing.T) {
	var out bytes.Buffer
	dir := t.TempDir()
	base, err := prepare(t.Context(), filepath.Join(dir, "base"))
	if err != nil {
		t.Fatal(err)
	}
	r := &run{ctx: t.Context(), dir: dir, share: 0.001, base: base, table: &table{to: &out}, until: time.Now()}
	if err := rot(r); err != nil || !strings.Contains(out.String(), "left 20 of 20 tries out") {
		t.Errorf("%v; it said %q", err, out.String())
	}
}

func TestADiskThatThisMachineCanNotMakeIsSaid(t *testing.T) {
	r := &run{ctx: t.Context(), dir: t.TempDir(), table: &table{to: io.Discard}}
	tell, err := r.crowdOn("nobodysfs", 1)
	if err != nil {
		t.Fatal(err)
	}
	tell()
	if row := r.table.rows[0]; row[1] != "not tried" || !strings.Contains(row[2], "mkfs.nobodysfs") {
		t.Errorf("it says %q", row)
	}
}
