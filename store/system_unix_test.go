//go:build unix

package store

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
)

// A backup on the vault's own disk could not be told from one elsewhere.
func TestWhichDiskAFolderLiesOnIsKnown(t *testing.T) {
	dir := t.TempDir()
	here, err := device(dir)
	if err != nil || here == "" {
		t.Fatalf("it lies on %q, %v", here, err)
	}
	if above, err := device(filepath.Dir(dir)); err != nil || above != here {
		t.Errorf("its folder lies on %q, %v, and it on %q", above, err, here)
	}
	if none, err := device(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there lies on %q, %v", none, err)
	}
}
