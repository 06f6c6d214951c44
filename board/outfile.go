package board

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"holdfast/durable"
)

// WriteOut writes a file outside the vault, for a person to print or to hand
// over: readable by its owner only, whole or not at all, and on the disk
// before it returns. It is in the clear there, and whoever asks for it says
// so. It never writes over a file that is there already (fs.ErrExist), and
// the folder must exist (fs.ErrNotExist). Explain has the sentences. What a
// program that was killed left of it lies beside, as .NAME.new, and goes with
// the next file of that name.
func WriteOut(path string, data []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	dir := filepath.Dir(path)
	left := filepath.Join(dir, "."+filepath.Base(path)+durable.Aside)
	if err := durable.Write(left, data); err != nil {
		return err
	}
	if err := durable.Rename(left, path); err != nil {
		return errors.Join(err, os.Remove(left))
	}
	if err := durable.SyncFolder(dir); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
