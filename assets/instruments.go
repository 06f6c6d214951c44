package assets

import (
	"embed"
	"io/fs"
)

//go:embed instruments/*.json
var instruments embed.FS

// Instruments are the files of the instruments that ship with the program, in
// the order of their names.
func Instruments() ([][]byte, error) {
	names, err := fs.Glob(instruments, "instruments/*.json")
	if err != nil {
		return nil, err
	}
	files := make([][]byte, len(names))
	for i, name := range names {
		if files[i], err = instruments.ReadFile(name); err != nil {
			return nil, err
		}
	}
	return files, nil
}
