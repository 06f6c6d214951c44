package table

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"holdfast/wording"
)

// ReadFile reads the spreadsheet at path, which must be an ordinary file. It
// fails as Read does, and with the operating system's error, without the
// path, where the file can't be read.
func ReadFile(ctx context.Context, path string, o Options) (*Table, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, withoutPath(err)
	}
	// A pipe or a device would never end.
	if !info.Mode().IsRegular() {
		return nil, wording.Refuse("file", "This is not a file that can be read as a list.")
	}
	if info.Size() > MaxFile {
		return nil, refuseTooLarge()
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, withoutPath(err)
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxFile+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, withoutPath(err)
	}
	return Read(ctx, data, o)
}

// Read reads the bytes of a spreadsheet file. What is not a list that can be
// read is refused with a wording.Problem (record.ErrInvalid) that says what it
// is and what to do; a cancelled context gives the context's error.
func Read(ctx context.Context, data []byte, o Options) (*Table, error) {
	if len(data) > MaxFile {
		return nil, refuseTooLarge()
	}
	var t *Table
	var err error
	switch kind := kindOf(data); kind {
	case kindZip:
		t, err = readXLSX(ctx, bytes.NewReader(data), int64(len(data)), o)
	case kindText:
		t, err = readCSV(ctx, data, o)
	default:
		err = refuseKind(kind)
	}
	if err == nil {
		o.progress(1)
	}
	return t, err
}

// withoutPath takes the path out of an error: folders carry people's names.
func withoutPath(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	return err
}
