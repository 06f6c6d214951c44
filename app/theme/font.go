package theme

import "fyne.io/fyne/v2"

// face is the font of a style: Noto Sans, which Fyne carries, so that no font
// of the machine is looked for and no index of fonts is written.
func face(base fyne.Theme, style fyne.TextStyle) fyne.Resource { return base.Font(style) }
