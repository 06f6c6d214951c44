package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// quiet is the white border that a reader of QR codes needs, in modules
// (ISO/IEC 18004: four).
const quiet = 4

// QR draws a code from its modules (true is dark), dark on white in every
// theme, because many readers want it so. edge is its size at any text size;
// rows are as long as there are rows.
func QR(modules [][]bool, edge float32) fyne.CanvasObject {
	n := len(modules) + 2*quiet
	picture := image.NewGray(image.Rect(0, 0, n, n))
	for y := range n {
		for x := range n {
			shade := color.Gray{Y: 0xFF}
			if my, mx := y-quiet, x-quiet; my >= 0 && my < len(modules) && mx >= 0 && mx < len(modules[my]) && modules[my][mx] {
				shade = color.Gray{Y: 0x11}
			}
			picture.SetGray(x, y, shade)
		}
	}
	img := canvas.NewImageFromImage(picture)
	img.ScaleMode = canvas.ImageScalePixels
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSquareSize(edge))
	return img
}
