package theme

import "fyne.io/fyne/v2"

// face is the font of a style: Noto Sans, which Fyne carries. It has the
// letters of Vietnamese and figures of one width, which Atkinson Hyperlegible
// Next has not (doc/decisions/0006). A font of our own also keeps Fyne from
// looking for those of the machine, and from writing an index of them.
func face(base fyne.Theme, style fyne.TextStyle) fyne.Resource { return base.Font(style) }
