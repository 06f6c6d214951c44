package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"holdfast/durable"
)

// replace puts data under path so that at any moment, a loss of power
// included, either what lay there before or the whole of data lies there. It
// reads back what it wrote.
func replace(path string, data []byte) error {
	if err := durable.Replace(path, data); err != nil {
		return explain("write a file", err)
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

// erase removes a file or a folder, with patience.
func erase(path string) error {
	return explain("remove a file", durable.Patiently(func() error { return os.RemoveAll(path) }))
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
