package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// disk opens the files of the journal. The product has one, osDisk; tests of
// full and failing disks have others.
type disk interface {
	open(path string, flag int) (file, error)
}

// file is what the journal needs of one.
type file interface {
	io.ReaderAt
	io.WriterAt
	Sync() error
	Truncate(size int64) error
	Stat() (fs.FileInfo, error)
	Close() error
}

type osDisk struct{}

func (osDisk) open(path string, flag int) (file, error) {
	f, err := openPlain(path, flag)
	if err != nil {
		return nil, err // a nil *os.File must not become a file that is not nil
	}
	return f, nil
}

// openPlain opens an ordinary file, or fails with ErrLinked or as the system
// does. A link could lead anywhere; a pipe would be waited for, for ever.
func openPlain(path string, flag int) (*os.File, error) {
	f, err := os.OpenFile(path, flag|noFollow, 0o600)
	if err != nil {
		if isLink(err) {
			err = ErrLinked
		}
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrLinked
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}
