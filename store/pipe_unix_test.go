//go:build !windows

package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestAPipeInPlaceOfAFileIsNotWaitedFor(t *testing.T) {
	t.Parallel()
	h, _ := lived(t, EngineMemory)
	_, more := newKey(t)
	for _, name := range h.files(t) {
		damaged := h.copy(t)
		path := filepath.Join(damaged.dir, name)
		must(t, os.Remove(path))
		must(t, syscall.Mkfifo(path, 0o600))
		soonEnough(t, "opening with a pipe for "+name, func() {
			if _, _, err := damaged.tryOpen(t); !errors.Is(err, ErrLinked) {
				t.Errorf("%s: %v", name, err)
			}
		})
		soonEnough(t, "salvaging with a pipe for "+name, func() {
			e, _ := more()
			_, err := Salvage(t.Context(), damaged.env, damaged.dir, damaged.key, filepath.Join(t.TempDir(), "new"), e)
			// The copy of the list, and drafts, are not needed for it.
			if spare := name == headerFile || name == headerCopy || name == draftsFile; (err == nil) != spare {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}
