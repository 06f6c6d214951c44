package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"holdfast/durable"
	"holdfast/store"
)

// asideFile is a backup on its way, under a name of its own. Whatever has such
// a name may be removed at any time.
type asideFile struct {
	*os.File
	path   string
	closed bool
}

// asideOf is the name that a file has until it is whole.
func asideOf(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+durable.Aside)
}

// Sweep removes what backups of neutral names left in a folder that were cut
// off before a time. It fails as the disk does.
func Sweep(dir string, before time.Time) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return store.Explained("look for unfinished backups", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".holdfast-") || !strings.HasSuffix(e.Name(), ".age"+durable.Aside) || !e.Type().IsRegular() {
			continue
		}
		if info, gone := e.Info(); gone == nil && info.ModTime().Before(before) {
			err = errors.Join(err, store.Explained("remove an unfinished backup", os.Remove(filepath.Join(dir, e.Name()))))
		}
	}
	return err
}

// makeAside makes the file anew. What lies there was left by a backup that was
// cut off.
func makeAside(path string) (*asideFile, error) {
	to := &asideFile{path: asideOf(path)}
	if err := os.Remove(to.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, store.Explained("make a backup", err)
	}
	var err error
	to.File, err = os.OpenFile(to.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	return to, store.Explained("make a backup", err)
}

// hastening lets the disk begin early with what was written, so that progress
// tells the truth on a slow stick and the end does not take as long again.
type hastening struct {
	*asideFile
	written, begun int64
}

// onItsWay is how much the disk may be behind.
const onItsWay = 16 << 20

func (h *hastening) Write(p []byte) (int, error) {
	n, err := h.asideFile.Write(p)
	h.written += int64(n)
	if h.written-h.begun >= mostRound {
		hasten(h.File, h.begun, h.written-h.begun)
		h.begun = h.written
	}
	return n, err
}

// settle waits until the disk has it.
func (f *asideFile) settle() error {
	err := f.Sync()
	f.closed = true
	return store.Explained("write a backup", errors.Join(err, f.Close()))
}

// publish gives it its name.
func (f *asideFile) publish(path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	if err := durable.Rename(f.path, path); err != nil {
		return store.Explained("name a backup", err)
	}
	f.path = path
	return store.Explained("name a backup", durable.SyncFolder(filepath.Dir(path)))
}

func (f *asideFile) remove() error {
	if !f.closed {
		_ = f.Close() // it is removed, whatever was in it
	}
	if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return store.Explained("remove an unfinished backup", err)
	}
	return nil
}
