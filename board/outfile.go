package board

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
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
	left := filepath.Join(dir, "."+filepath.Base(path)+".new")
	if err := os.Remove(left); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	aside, err := os.OpenFile(left, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = aside.Write(data)
	if err == nil {
		err = aside.Sync()
	}
	err = errors.Join(err, aside.Close())
	if err == nil {
		err = renamed(aside.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(aside.Name()))
	}
	if err := syncDir(dir); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// renamed puts a file in its place. Its error has the shape of those of other
// files, from which Explain leaves the path out.
func renamed(from, to string) error {
	err := os.Rename(from, to)
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		return &fs.PathError{Op: link.Op, Path: to, Err: link.Err}
	}
	return err
}

// syncDir makes a rename durable. Windows has no such thing for folders, and
// some file systems of sticks refuse it: the file itself is written by then.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = folder.Sync()
	if err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, syscall.EINVAL) {
		return errors.Join(err, folder.Close())
	}
	return folder.Close()
}
