package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"holdfast/record"
	"holdfast/store/keyring"
)

// smallDisk mounts a disk of some megabytes, or skips the test.
func smallDisk(t *testing.T, megabytes int) string {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("a small disk is made on Linux only")
	}
	dir := t.TempDir()
	out, err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dm", megabytes), "tmpfs", dir).CombinedOutput()
	if err != nil {
		t.Skipf("mounting a small disk is not permitted here: %s", strings.TrimSpace(string(out)))
	}
	t.Cleanup(func() {
		if err := exec.Command("umount", "-l", dir).Run(); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return dir
}

func TestAFullDiskLosesNothingAcknowledgedAndEndsNothing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		place     EnginePlace
		megabytes int
	}{{EngineMemory, 4}, {EngineDisk, 4}, {EngineDisk, 80}} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			e, paper, err := keyring.NewPaper("paper")
			must(t, err)
			h := house{env: Environment{Engine: c.place, Anchor: newKeeper()}, dir: filepath.Join(smallDisk(t, c.megabytes), "vault")}
			h.key, err = keyring.PaperKey(paper.Text)
			must(t, err)
			s, err := Create(t.Context(), h.env, h.dir, e)
			must(t, err)
			must(t, s.Close())
			s, _ = h.reopen(t)
			if c.megabytes == 80 && s.work.engine == nil {
				t.Error("the engine was to be on the disk at first")
			}
			want := map[string]string{}
			refused := 0
			for i := 0; refused < 30; i++ {
				k, v := record.Key(fmt.Sprint(i)), strings.Repeat(fmt.Sprint(i, " "), 5000+i*7)
				err := s.Act("test", func(tx *Tx) error { return tx.PutRaw("thing", k, []byte(v)) })
				switch {
				case err == nil:
					want["thing:"+string(k)] = v
				case errors.Is(err, ErrNoSpace):
					refused++
				default:
					t.Fatalf("save %d: %v", i, err)
				}
			}
			if len(want) < 30 || !equal(contents(t, s), want) {
				t.Fatalf("%d saved, and not all of it is shown", len(want))
			}
			if err := s.Rewrite(t.Context(), Filter{}, nil); !errors.Is(err, ErrNoSpace) {
				t.Errorf("a rewrite: %v", err)
			}
			if err := s.SaveDraft([]byte("typed while the disk is full")); err != nil {
				t.Errorf("a draft: %v", err)
			}
			must(t, s.Close())
			s, report := h.reopen(t) // still full
			if got := contents(t, s); !equal(got, want) || len(report.Damaged)+len(report.RolledBack) > 0 {
				t.Fatalf("%d of %d: %v", len(got), len(want), report.Notices())
			}
			if d, err := s.Draft(); string(d) != "typed while the disk is full" {
				t.Errorf("draft %q, %v", d, err)
			}
			must(t, s.Close())
		})
	}
}

func TestANewVaultThatDoesNotFitLeavesNothing(t *testing.T) {
	disk := smallDisk(t, 1)
	must(t, os.WriteFile(filepath.Join(disk, "filler"), make([]byte, 900<<10), 0o600))
	e, _, err := keyring.NewPaper("paper")
	must(t, err)
	dir := filepath.Join(disk, "vault")
	s, err := Create(t.Context(), Environment{}, dir, e)
	if err == nil {
		// The journal fitted, only drafts did not.
		must(t, s.Close())
		t.Skip("it fitted")
	}
	if !errors.Is(err, ErrNoSpace) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("something is left")
	}
}

func TestAReadOnlyDiskIsDenied(t *testing.T) {
	disk := smallDisk(t, 8)
	h, s := newHouse(t, Environment{})
	must(t, s.Close())
	h.dir = filepath.Join(disk, "vault")
	_, err := Open(h.env, h.dir)
	if !errors.Is(err, ErrNotVault) {
		t.Errorf("nothing there: %v", err)
	}
	e, _, err := keyring.NewPaper("paper")
	must(t, err)
	s, err = Create(t.Context(), h.env, h.dir, e)
	must(t, err)
	must(t, s.Close())
	out, err := exec.Command("mount", "-o", "remount,ro", disk).CombinedOutput()
	if err != nil {
		t.Skipf("making it read-only is not permitted here: %s", out)
	}
	if _, err := Open(h.env, h.dir); !errors.Is(err, ErrDenied) {
		t.Errorf("got %v", err)
	}
	e, _, err = keyring.NewPaper("paper")
	must(t, err)
	if _, err := Create(t.Context(), h.env, filepath.Join(disk, "other"), e); !errors.Is(err, ErrDenied) {
		t.Errorf("a new one: %v", err)
	}
}
