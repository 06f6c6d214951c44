package kit

import (
	"fyne.io/fyne/v2"
)

// Fact is something known, under a name.
type Fact struct {
	Label string
	Value fyne.CanvasObject
}

// Know is a Fact in words.
func Know(label, text string) Fact { return Fact{Label: label, Value: NewText(Body, text)} }

// Facts are rows of names at the left and what is known at the right, with
// hairlines between them.
func Facts(facts ...Fact) *fyne.Container {
	box := &fyne.Container{Layout: &factsLayout{}}
	for i, f := range facts {
		line := Hairline()
		if i == 0 {
			line.Hide()
		}
		box.Objects = append(box.Objects, line, NewText(Small, f.Label), f.Value)
	}
	return box
}

// factsLayout lays out line, label and value in turn.
type factsLayout struct{ lastWidth }

const factPad float32 = 11

// split is the width of the labels and of the values; beside is false where
// the values go below their labels.
func (l *factsLayout) split(objects []fyne.CanvasObject, width float32) (labels, values float32, beside bool) {
	for i := 1; i < len(objects); i += 3 {
		labels = max(labels, NaturalWidth(objects[i]))
	}
	labels = roundDown(min(max(labels, 106*textScale()), width*0.42))
	values = width - labels - Gap
	if values < readable*textScale() {
		return width, width, false
	}
	return labels, values, true
}

func (l *factsLayout) walk(objects []fyne.CanvasObject, width float32, visit func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	labels, values, beside := l.split(objects, width)
	var y float32
	for i := 0; i+2 < len(objects); i += 3 {
		line, label, value := objects[i], objects[i+1], objects[i+2]
		if !value.Visible() {
			continue
		}
		if i > 0 {
			visit(line, 0, y, width, 1)
			y++
		}
		labelHigh, valueHigh := HeightFor(label, labels), HeightFor(value, values)
		if beside {
			high := max(labelHigh, valueHigh)
			visit(label, 0, y+factPad+(high-labelHigh)/2, labels, labelHigh)
			visit(value, width-values, y+factPad+(high-valueHigh)/2, values, valueHigh)
			y += high + 2*factPad
			continue
		}
		visit(label, 0, y+Near, labels, labelHigh)
		visit(value, 0, y+Near+labelHigh, values, valueHigh)
		y += labelHigh + valueHigh + 2*Near
	}
	return y
}

func (l *factsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, put)
}

func (l *factsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *factsLayout) natural(objects []fyne.CanvasObject) float32 {
	var label, value float32
	for i := 0; i+2 < len(objects); i += 3 {
		label, value = max(label, NaturalWidth(objects[i+1])), max(value, NaturalWidth(objects[i+2]))
	}
	return max(label, 106*textScale()) + Gap + value
}

func (l *factsLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}
