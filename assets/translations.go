package assets

import (
	"embed"
	"io/fs"

	"holdfast/wording"
)

//go:embed translations/es/*.json
var translations embed.FS

// Book is the book of a language; any language that the program does not
// speak gives English. It fails only where a shipped file is broken.
func Book(language wording.Language) (*wording.Book, error) {
	if language != wording.InSpanish {
		return wording.English(), nil
	}
	names, err := fs.Glob(translations, "translations/es/*.json")
	if err != nil {
		return nil, err
	}
	files := make([][]byte, len(names))
	for i, name := range names {
		if files[i], err = translations.ReadFile(name); err != nil {
			return nil, err
		}
	}
	return wording.Spanish(files...)
}
