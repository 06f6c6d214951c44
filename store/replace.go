package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// replace puts data under path so that at any moment, a loss of power
// included, either what lay there before or the whole of data lies there. It
// reads back what it wrote.
func replace(path string, data []byte) error {
	if err := writeSynced(path+aside, data); err != nil {
		return errors.Join(err, ignoreMissing(os.Remove(path+aside)))
	}
	if err := patiently(func() error { return os.Rename(path+aside, path) }); err != nil {
		return explain("put a file in its place", err)
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return explain("put a file in its place", err)
	}
	again, err := readBounded(path, int64(len(data)))
	if err != nil {
		return err
	}
	if !bytes.Equal(again, data) {
		return fmt.Errorf("read back what was written: %w", ErrDamaged)
	}
	return nil
}

// writeSynced makes a file anew and waits until the disk has it.
func writeSynced(path string, data []byte) error {
	if err := ignoreMissing(os.Remove(path)); err != nil {
		return explain("clear the way for a file", err)
	}
	f, err := openPlain(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
	if err != nil {
		return explain("make a file", err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return explain("write a file", errors.Join(err, f.Close()))
}

// readBounded reads a plain file of at most limit bytes; a larger one is
// ErrDamaged, before memory is taken for it.
func readBounded(path string, limit int64) ([]byte, error) {
	f, err := openPlain(path, os.O_RDONLY)
	if err != nil {
		return nil, explain("open a file", err)
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, explain("read a file", err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%w: a file is larger than it can be", ErrDamaged)
	}
	return data, nil
}

// patiently tries again for two seconds while somebody else holds the file:
// on Windows scanners open whatever appears.
func patiently(try func() error) error {
	for waited := time.Duration(0); ; waited += 50 * time.Millisecond {
		err := try()
		if err == nil || !isBusy(err) || waited >= 2*time.Second {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// erase removes a file or a folder, with patience.
func erase(path string) error {
	return explain("remove a file", patiently(func() error { return os.RemoveAll(path) }))
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
