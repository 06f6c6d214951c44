package assets

import (
	"embed"
	"io/fs"
)

//go:embed rules/*.json
var rules embed.FS

// Rules are the files of dated numbers, as package rule reads them.
func Rules() ([][]byte, error) {
	names, err := fs.Glob(rules, "rules/*.json")
	if err != nil {
		return nil, err
	}
	files := make([][]byte, len(names))
	for i, name := range names {
		if files[i], err = rules.ReadFile(name); err != nil {
			return nil, err
		}
	}
	return files, nil
}
