package desk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestSticksAreFoundForEachPersonAndForAll(t *testing.T) {
	root := t.TempDir()
	for _, folder := range []string{"ana/STICK", "ana/STICK/ana", "ana/notes", "CARD", "CARD/photos"} {
		if err := os.MkdirAll(filepath.Join(root, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("/", filepath.Join(root, "Disk")); err != nil {
		t.Skip("this system has no links")
	}
	asked := func(folder string) bool {
		return slices.Contains([]string{"STICK", "CARD", "Disk"}, filepath.Base(folder))
	}
	want := []string{filepath.Join(root, "CARD"), filepath.Join(root, "ana", "STICK")}
	if got := below(2, asked, root, filepath.Join(root, "nowhere"), root); !slices.Equal(got, want) {
		t.Errorf("found %q", got)
	}
}
