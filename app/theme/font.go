package theme

import "fyne.io/fyne/v2"

// face is the font of a style: Noto Sans, which Fyne carries. It has the
// letters of Vietnamese and figures of one width, which Atkinson Hyperlegible
// Next has not (doc/decisions/0006). A font of our own also keeps Fyne from
// looking for those of the machine, and from writing an index of them.
func face(base fyne.Theme, style fyne.TextStyle) fyne.Resource { return base.Font(style) }

// ReadFonts reads the two faces that every screen is written in, which takes
// tens of milliseconds the first time. It needs the application and nothing
// else of the window: nobody else may measure or draw text meanwhile.
func ReadFonts() {
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText("a", 14, style)
	}
}
