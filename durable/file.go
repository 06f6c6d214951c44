package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// Aside is what the name of a file ends in until it is whole. What bears it
// after a crash is of no use to anybody.
const Aside = ".new"

// Replace puts data under path, in place of what lies there. The folder must
// exist (fs.ErrNotExist). What a crash leaves lies beside, under path and
// Aside, and goes with the next Replace.
func Replace(path string, data []byte) error {
	aside := path + Aside
	if err := Write(aside, data); err != nil {
		return err
	}
	if err := Rename(aside, path); err != nil {
		return errors.Join(err, os.Remove(aside))
	}
	return SyncFolder(filepath.Dir(path))
}

// Write makes a file anew and waits until the disk has what is in it; its name
// it does not wait for. Where it fails, there is no file.
func Write(path string, data []byte) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// Rename gives a file or a folder another name in one step, with patience. Its
// error is an fs.PathError like those of other calls.
func Rename(from, to string) error {
	return Patiently(func() error {
		err := os.Rename(from, to)
		if link, ok := errors.AsType[*os.LinkError](err); ok {
			return &fs.PathError{Op: link.Op, Path: to, Err: link.Err}
		}
		return err
	})
}

// SyncFolder makes names that were made, changed or removed in a folder
// survive a loss of power, as far as the file system has such a thing: some of
// those on sticks and on other computers refuse it, and Windows does not know
// it.
func SyncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = folder.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		err = nil
	}
	return errors.Join(err, folder.Close())
}
