package assets

import "embed"

//go:embed icons/*.svg
var icons embed.FS

// Icon is a line drawing on a field of 24 by 24, its strokes in
// "currentColor". It fails where there is none of that name.
func Icon(name string) ([]byte, error) { return icons.ReadFile("icons/" + name + ".svg") }
