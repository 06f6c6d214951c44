package assets

import (
	"embed"
	"fmt"
)

//go:embed fonts/NotoSans-Regular.ttf fonts/NotoSans-Bold.ttf
var fonts embed.FS

// RegularFont is Noto Sans as a TrueType file. It has every letter of English,
// Spanish, French and Vietnamese, but no tick or empty box: draw those.
func RegularFont() []byte { return font("fonts/NotoSans-Regular.ttf") }

// BoldFont is the bold of RegularFont.
func BoldFont() []byte { return font("fonts/NotoSans-Bold.ttf") }

func font(name string) []byte {
	file, err := fonts.ReadFile(name)
	if err != nil {
		// The file is part of the program: it was not built whole.
		panic(fmt.Sprintf("assets: %v", err))
	}
	return file
}
