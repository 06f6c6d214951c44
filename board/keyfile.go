package board

import (
	"errors"
	"io"
	"os"

	"holdfast/wording"
)

// mostKeyFile is more than any key file or sheet holds.
const mostKeyFile = 64 << 10

// ReadKeyFile reads a key file, or a sheet that was saved as text, that
// somebody chose. What can't be read is said as that and never as a wrong key:
// it fails as the disk does, and with a Problem (field "file") for what is no
// ordinary file. Whoever asked for the bytes wipes them.
func ReadKeyFile(path string) (data []byte, err error) {
	// Looked at before it is opened: opening a pipe waits for its other end.
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, wording.Refuse("file", "This is not a file that can be read: it is a folder, a device or a pipe. Choose the key file itself.")
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	data, err = io.ReadAll(io.LimitReader(file, mostKeyFile+1))
	if err == nil && len(data) > mostKeyFile {
		clear(data)
		return nil, wording.Refuse("file", "This file is far too large for a key file. Choose another one.")
	}
	return data, err
}
