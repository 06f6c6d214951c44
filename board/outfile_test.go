package board_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"holdfast/board"
)

// lyingIn are the names of everything in a folder.
func lyingIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestAFileForAPersonIsWholeAndTheirsAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "card.pdf")
	must(t, board.WriteOut(path, []byte("a card")))
	data, err := os.ReadFile(path)
	must(t, err)
	info, err := os.Stat(path)
	must(t, err)
	if string(data) != "a card" || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%q, %v", data, info.Mode())
	}
	if left := lyingIn(t, dir); len(left) != 1 {
		t.Errorf("there lies %v", left)
	}
}

func TestWhatAKilledProgramLeftInClearGoesWithTheNextFileOfThatName(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, ".card.pdf.new"), []byte("half a card"), 0o600))
	must(t, board.WriteOut(filepath.Join(dir, "card.pdf"), []byte("a card")))
	if left := lyingIn(t, dir); len(left) != 1 || left[0] != "card.pdf" {
		t.Errorf("there lies %v", left)
	}
}

func TestAFileThatIsThereIsNeverWrittenOver(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "card.pdf")
	must(t, os.WriteFile(path, []byte("a recipe"), 0o644))
	if err := board.WriteOut(path, []byte("a card")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("it failed with %v", err)
	}
	must(t, os.Mkdir(filepath.Join(dir, "folder"), 0o700))
	if err := board.WriteOut(filepath.Join(dir, "folder"), []byte("a card")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a folder it failed with %v", err)
	}
	if runtime.GOOS != "windows" {
		must(t, os.Symlink(filepath.Join(dir, "elsewhere"), filepath.Join(dir, "link")))
		if err := board.WriteOut(filepath.Join(dir, "link"), []byte("a card")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("through a link it failed with %v", err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "a recipe" {
		t.Errorf("the file holds %q, %v", data, err)
	}
}

func TestWhereNothingCanBeWrittenNothingIsLeft(t *testing.T) {
	dir := t.TempDir()
	if err := board.WriteOut(filepath.Join(dir, "missing", "card.pdf"), []byte("a card")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without the folder it failed with %v", err)
	}
	if left := lyingIn(t, dir); len(left) != 0 {
		t.Errorf("there lies %v", left)
	}
}
