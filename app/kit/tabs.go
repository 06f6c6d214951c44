package kit

import (
	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// Tab is one of several views of a thing.
type Tab struct {
	ID    string
	Label string
	// Build makes the view when it is first shown, and again when asked to.
	Build func() fyne.CanvasObject
}

// Tabs shows one of several views; the chosen one is underlined. Tab reaches
// each name; Left and Right choose the neighbour.
type Tabs struct {
	composite
	tabs    []Tab
	heads   []*tabHead
	chosen  int
	body    *Slot
	changed func(id string)
}

// NewTabs makes tabs with the first one shown; changed, which may be nil, is
// told the ID of one that a person chose.
func NewTabs(tabs []Tab, changed func(id string)) *Tabs {
	t := &Tabs{tabs: tabs, changed: changed, body: NewSlot(nil)}
	heads := make([]fyne.CanvasObject, len(tabs))
	for i := range tabs {
		head := newTabHead(t, i)
		t.heads = append(t.heads, head)
		heads[i] = head
	}
	t.become(t, Stack(Gap, Stack(0, Row(Gap, heads...), Hairline()), t.body))
	t.show(0)
	return t
}

// Set shows a tab by its ID, without telling; an ID that is not there shows
// the one that is shown.
func (t *Tabs) Set(id string) {
	for i, tab := range t.tabs {
		if tab.ID == id {
			t.show(i)
		}
	}
}

// Chosen is the ID of the tab that is shown.
func (t *Tabs) Chosen() string {
	if len(t.tabs) == 0 {
		return ""
	}
	return t.tabs[t.chosen].ID
}

// Again makes the view that is shown anew.
func (t *Tabs) Again() { t.show(t.chosen) }

func (t *Tabs) show(i int) {
	if i >= len(t.tabs) {
		return
	}
	t.chosen = i
	for _, head := range t.heads {
		head.write()
	}
	t.body.Set(t.tabs[i].Build())
	t.Refresh()
}

func (t *Tabs) choose(i int) {
	t.show(i)
	if t.changed != nil {
		t.changed(t.tabs[i].ID)
	}
}

// tabPad is beside the name of a tab: room for the ring, and little more, so
// that the first name stands under the title of the page.
const tabPad float32 = 4

// tabHead is the name of a tab.
type tabHead struct {
	press
	tabs  *Tabs
	place int
	text  *Text
}

func newTabHead(t *Tabs, place int) *tabHead {
	h := &tabHead{tabs: t, place: place, text: NewSpans().Center()}
	h.become(h, func() string { return t.tabs[place].Label }, func() { t.choose(place) })
	h.write()
	return h
}

func (h *tabHead) write() {
	span := Span{Text: h.tabs.tabs[h.place].Label, Tone: Muted}
	if h.tabs.chosen == h.place {
		span.Style, span.Tone = Strong, Info
	}
	h.text.SetSpans(span)
	h.Refresh()
}

// TypedKey also chooses the neighbour.
func (h *tabHead) TypedKey(key *fyne.KeyEvent) {
	next, moves := stepKey(key, fyne.KeyLeft, fyne.KeyRight, h.place, len(h.tabs.heads))
	if !moves {
		h.press.TypedKey(key)
		return
	}
	noticed(h)
	if next != h.place {
		h.tabs.choose(next)
		focus(h.tabs.heads[next])
	}
}

// boldest is the width of the name in bold, so that nothing moves when
// another tab is chosen.
func (h *tabHead) boldest() float32 {
	return NewText(Strong, h.tabs.tabs[h.place].Label).NaturalWidth()
}

func (h *tabHead) NaturalWidth() float32     { return h.boldest() + 2*tabPad }
func (h *tabHead) HeightFor(float32) float32 { return h.text.HeightFor(h.boldest()+1) + 18 }

// MinSize is that of the name.
func (h *tabHead) MinSize() fyne.Size { return fyne.NewSize(h.NaturalWidth(), h.HeightFor(0)) }

// CreateRenderer draws the name and the line below it.
func (h *tabHead) CreateRenderer() fyne.WidgetRenderer {
	line, ring := ground(0), newRing(4)
	return &drawn{part: h, of: []fyne.CanvasObject{line, h.text, ring}, place: func(size fyne.Size) {
		fill(line, "", "", 0)
		if h.tabs.chosen == h.place {
			fill(line, theme.Accent, "", 0)
		} else if h.hovered {
			fill(line, theme.FieldLine, "", 0)
		}
		high := h.text.HeightFor(size.Width)
		put(h.text, tabPad, (size.Height-high)/2-1, size.Width-2*tabPad, high)
		put(line, 0, size.Height-3, size.Width, 3)
		drawRing(ring, size.SubtractWidthHeight(2*ringGap, 3+2*ringGap), h.ringed())
		ring.Move(fyne.NewPos(0, 0))
	}}
}
