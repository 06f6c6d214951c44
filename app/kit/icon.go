package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// Icon is one of our pictures in a tone, as high as a line of text.
func Icon(name theme.Icon, tone Tone) *canvas.Image {
	picture := canvas.NewImageFromResource(name.In(ink(tone.role(Body)), iconSize()))
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSquareSize(iconSize()))
	return picture
}

// iconSize is the edge of an icon, which grows with the text.
func iconSize() float32 { return 18 * textScale() }
