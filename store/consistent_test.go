package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What is wrong with a vault is said by a check and by unlocking alike, once
// unlocking has put it right neither says it again, and saving goes on.
func TestCheckAndUnlockingSayTheSameThings(t *testing.T) {
	t.Parallel()
	remove := func(names ...string) func(house) {
		return func(h house) { must(t, os.RemoveAll(filepath.Join(append([]string{h.dir}, names...)...))) }
	}
	plant := func(number uint64) func(house) {
		return func(h house) {
			must(t, os.WriteFile(segmentPath(folder(h.dir).generation(1), number), []byte("x"), 0o600))
		}
	}
	harms := map[string]func(house){
		"the older draft": func(h house) { flip(t, filepath.Join(h.dir, draftsFile), 300) },
		"the newer draft": func(h house) { flip(t, filepath.Join(h.dir, draftsFile), slotSize+300) },
		"no drafts":       remove(draftsFile),
		"a seal of nothing": func(h house) {
			must(t, os.WriteFile(filepath.Join(h.dir, "gen-0001", engineSealFile), []byte("x"), 0o600))
		},
		"a folder for a seal": func(h house) {
			remove("gen-0001", engineSealFile)(h)
			must(t, os.MkdirAll(filepath.Join(h.dir, "gen-0001", engineSealFile, "x"), 0o700))
		},
		"the copy of the list": func(h house) { flip(t, filepath.Join(h.dir, headerCopy), 300) },
		"no list":              remove(headerFile),
		"a second segment":     plant(2),
		"a seventh segment":    plant(7),
		"the last segment":     plant(lastSegment),
	}
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		whole, want := lived(t, place)
		for name, harm := range harms {
			h := whole.copy(t)
			harm(h)
			name = fmt.Sprint(name, ", engine ", place)
			check, err := Check(t.Context(), h.env, h.dir, h.key, true)
			must(t, err)
			if check.OK || len(check.Damaged) != 1 || !check.Damaged[0].Mends {
				t.Errorf("%s: the check says %+v", name, check)
			}
			s, report := h.reopen(t)
			if len(report.Notices()) != 1 || report.ReadOnly || !equal(contents(t, s), want) {
				t.Errorf("%s: unlocking says %v, read-only %v", name, report.Notices(), report.ReadOnly)
			}
			put(t, s, "later", "1")
			must(t, s.Close())
			check, err = Check(t.Context(), h.env, h.dir, h.key, true)
			must(t, err)
			s, report = h.reopen(t)
			if !check.OK || len(report.Notices()) > 0 || contents(t, s)["thing:later"] != "1" {
				t.Errorf("%s: said again: %+v, %v", name, check, report.Notices())
			}
			must(t, s.Close())
		}
	}
}

func TestACheckSaysThatOthersCouldReadTheFolder(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	must(t, os.Chmod(filepath.Join(h.dir, headerFile), 0o644))
	for _, repaired := range []int{1, 0} {
		report, err := Check(t.Context(), h.env, h.dir, h.key, false)
		must(t, err)
		if !report.OK || report.PermissionsRepaired != repaired {
			t.Errorf("%+v", report)
		}
	}
}

func TestTheRoomThatIsMissingIsSaid(t *testing.T) {
	_, s := newHouse(t, Environment{FreeSpace: func(string) (uint64, error) { return spaceGuard - 5, nil }})
	var room RoomError
	err := s.Rewrite(t.Context(), Filter{}, nil)
	if !errors.Is(err, ErrNoSpace) || !errors.As(err, &room) || room.Missing < 5 || room.Missing > 1<<20 {
		t.Errorf("%v", err)
	}
	if Room(7, 7) != nil || Room(6, 7) == nil {
		t.Error("exactly enough room is enough, a byte less is not")
	}
	must(t, s.Close())
}

// soonEnough ends the test where something waits for ever.
func soonEnough(t *testing.T, what string, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); do() }()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatalf("%s waits for ever", what)
	}
}

func TestAPlaceOnTheDiskOfTheVaultIsTold(t *testing.T) {
	stick := t.TempDir()
	_, s := newHouse(t, Environment{Device: func(path string) (string, error) {
		switch path {
		case stick:
			return "stick", nil
		case "gone":
			return "", fs.ErrNotExist
		}
		return "laptop", nil
	}})
	for path, same := range map[string]bool{t.TempDir(): true, stick: false, "gone": false} {
		if s.Shares(path) != same {
			t.Errorf("%s: %v", path, !same)
		}
	}
}
