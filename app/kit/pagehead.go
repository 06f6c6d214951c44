package kit

import "fyne.io/fyne/v2"

// pageHead lays out the top of a page: the words, the acts of the page (which
// may be missing) and the tools of the window. The tools stand in the same
// place on every page, whatever the words and the acts are, so that nothing
// jumps when another page opens; acts for which there is no room beside them
// go below the words.
type pageHead struct {
	lastWidth
	title *Text
}

// betweenTools is the room between buttons in the head of a page.
const betweenTools float32 = 12

// wordsRoom is the width, at 100 % text, that the words keep beside acts; a
// title of up to longTitle stays on one line.
const wordsRoom, longTitle float32 = 240, 460

func newPageHead(title, note *Text, acts []fyne.CanvasObject, tools fyne.CanvasObject) *fyne.Container {
	parts := []fyne.CanvasObject{Stack(Hair, title, note)}
	if len(acts) > 0 {
		parts = append(parts, Row(betweenTools, acts...))
	}
	if tools != nil {
		parts = append(parts, tools)
	}
	return &fyne.Container{Layout: &pageHead{title: title}, Objects: parts}
}

// usualHead is how high the words are on most pages: a title and one line.
func usualHead() float32 {
	return NewText(Title, "X").HeightFor(1000) + Hair + NewText(Small, "X").HeightFor(1000)
}

// place gives each part its place and returns where they end.
func (l *pageHead) place(objects []fyne.CanvasObject, width float32) (all []placed, bottom float32) {
	words, others := objects[0], objects[1:]
	usual, like := usualHead(), NaturalWidth(words)
	room, least := width, readable*textScale()
	beside := 0 // how many parts stand at the right, the last first
	for i := len(others) - 1; i >= 0; i-- {
		gap := betweenTools
		if beside == 0 {
			gap = Gap
		}
		rest := room - gap - NaturalWidth(others[i])
		if rest < min(like, least) {
			break
		}
		beside, room, least = beside+1, rest, max(wordsRoom*textScale(), min(l.title.NaturalWidth(), longTitle*textScale()))
		high := HeightFor(others[i], NaturalWidth(others[i]))
		all = append(all, placed{others[i], rest + gap, max(0, (usual-high)/2), NaturalWidth(others[i]), high})
	}
	high := HeightFor(words, room)
	all = append(all, placed{words, 0, 0, room, high})
	bottom = max(usual, high)
	if below := others[:len(others)-beside]; len(below) > 0 {
		line := rowLayout{gap: betweenTools}
		under, deep := line.place(below, width)
		for _, p := range under {
			p.y += bottom + Near
			all = append(all, p)
		}
		bottom += Near + deep
	}
	return all, bottom
}

func (l *pageHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	all, _ := l.place(objects, size.Width)
	for _, p := range all {
		put(p.part, p.x, p.y, p.width, p.height)
	}
}

func (l *pageHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *pageHead) natural(objects []fyne.CanvasObject) float32 {
	var width float32
	for _, o := range objects {
		width += NaturalWidth(o) + Gap
	}
	return width - Gap
}

func (l *pageHead) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, bottom := l.place(objects, width)
	return bottom
}
