package assets

import (
	"embed"
	"fmt"

	"holdfast/wording"
)

//go:embed guide/en/*.md guide/es/*.md
var guide embed.FS

// Guide is a page of the guide for coordinators in a language, as Markdown,
// by the name that it has in both ("first-day").
func Guide(in wording.Language, page string) []byte {
	text, err := guide.ReadFile("guide/" + string(in) + "/" + page + ".md")
	if err != nil {
		// The page is part of the program: it was not built whole.
		panic(fmt.Sprintf("assets: %v", err))
	}
	return text
}
