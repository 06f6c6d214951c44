package kit

import "fyne.io/fyne/v2"

// Spread gives the main part all the room that the side part, at the right,
// leaves. Where that is too little to read in, the side part goes below.
func Spread(gap float32, main, side fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &spreadLayout{gap: gap}, Objects: []fyne.CanvasObject{main, side}}
}

// Beside puts a small part (a tag, a picture) at the left of the main part.
// It falls above where there is too little room.
func Beside(gap float32, small, main fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &spreadLayout{gap: gap, left: true}, Objects: []fyne.CanvasObject{main, small}}
}

// readable is the least width, at 100 % text, in which a line can be read.
const readable float32 = 150

type spreadLayout struct {
	lastWidth
	gap   float32
	left  bool
	least float32 // what the main part keeps, at 100 % text; 0 is readable
}

// leastMain is what the main part keeps where it would like as much.
func (l *spreadLayout) leastMain() float32 {
	if l.least > 0 {
		return l.least * textScale()
	}
	return readable * textScale()
}

// split says how wide the two parts are and whether they lie beside each other.
func (l *spreadLayout) split(objects []fyne.CanvasObject, width float32) (main, side float32, beside bool) {
	if !objects[1].Visible() {
		return width, 0, true
	}
	side = NaturalWidth(objects[1])
	rest := width - side - l.gap
	if rest >= min(NaturalWidth(objects[0]), l.leastMain()) {
		return rest, side, true
	}
	return width, min(side, width), false
}

func (l *spreadLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	mainWidth, sideWidth, beside := l.split(objects, size.Width)
	mainHeight, sideHeight := HeightFor(objects[0], mainWidth), HeightFor(objects[1], sideWidth)
	switch {
	case !beside && l.left:
		put(objects[1], 0, 0, sideWidth, sideHeight)
		put(objects[0], 0, sideHeight+Near, mainWidth, mainHeight)
	case !beside:
		put(objects[0], 0, 0, mainWidth, mainHeight)
		put(objects[1], 0, mainHeight+Near, sideWidth, sideHeight)
	default:
		mainX, sideX := float32(0), size.Width-sideWidth
		if l.left {
			mainX, sideX = size.Width-mainWidth, 0
		}
		put(objects[0], mainX, max(0, (size.Height-mainHeight)/2), mainWidth, mainHeight)
		put(objects[1], sideX, max(0, (size.Height-sideHeight)/2), sideWidth, sideHeight)
	}
}

func (l *spreadLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *spreadLayout) natural(objects []fyne.CanvasObject) float32 {
	if !objects[1].Visible() {
		return NaturalWidth(objects[0])
	}
	return NaturalWidth(objects[0]) + l.gap + NaturalWidth(objects[1])
}

func (l *spreadLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	mainWidth, sideWidth, beside := l.split(objects, width)
	mainHeight, sideHeight := HeightFor(objects[0], mainWidth), HeightFor(objects[1], sideWidth)
	if beside {
		return max(mainHeight, sideHeight)
	}
	return mainHeight + Near + sideHeight
}
