package assets

import (
	"embed"

	"holdfast/wording"
)

//go:embed consent/*.json
var notices embed.FS

// Notices is the file of consent notices and conversation guides in a
// language, as package consent reads it.
func Notices(in wording.Language) ([]byte, error) {
	return notices.ReadFile("consent/" + string(in) + ".json")
}
