package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// composite is a part that is made of other parts and has methods of its own.
// It is a widget, because Fyne draws only widgets and plain containers.
type composite struct {
	widget.BaseWidget
	self    fyne.Widget
	content fyne.CanvasObject
}

// become ties a composite to the part that embeds it.
func (c *composite) become(self fyne.Widget, content fyne.CanvasObject) {
	c.self, c.content = self, content
	c.ExtendBaseWidget(self)
}

// NaturalWidth and HeightFor are those of the content.
func (c *composite) NaturalWidth() float32 {
	if c.content == nil {
		return 0
	}
	return NaturalWidth(c.content)
}

// HeightFor is what the content needs in a width.
func (c *composite) HeightFor(width float32) float32 {
	if c.content == nil {
		return 0
	}
	return HeightFor(c.content, width)
}

// MinSize is that of the content.
func (c *composite) MinSize() fyne.Size {
	if c.content == nil || !c.content.Visible() {
		return fyne.Size{}
	}
	return c.content.MinSize()
}

// CreateRenderer draws the content.
func (c *composite) CreateRenderer() fyne.WidgetRenderer { return &compositeRenderer{of: c} }

// AccessibilityLabel is all that can be read within. Fyne's screen readers do
// not look into widgets, so the part speaks for what it holds.
func (c *composite) AccessibilityLabel() string {
	if c.content == nil {
		return ""
	}
	return Words(c.content)
}

// AccessibilityRole says that this is text.
func (c *composite) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

type compositeRenderer struct{ of *composite }

// Layout gives the content all of the room.
func (r *compositeRenderer) Layout(size fyne.Size) {
	if r.of.content != nil {
		r.of.content.Move(fyne.NewPos(0, 0))
		r.of.content.Resize(size)
	}
}

// MinSize is that of the part.
func (r *compositeRenderer) MinSize() fyne.Size { return r.of.MinSize() }

// Destroy has nothing to let go of.
func (r *compositeRenderer) Destroy() {}

// Refresh asks for the part itself to be painted too. Content that is new has
// never been in a window, so that what it asks of the window goes nowhere, and
// it would stay unseen until something else moved.
func (r *compositeRenderer) Refresh() {
	r.Layout(r.of.Size())
	if r.of.content != nil {
		r.of.content.Refresh()
	}
	canvas.Refresh(r.of.self)
}

// Objects is the content, or nothing before it was made.
func (r *compositeRenderer) Objects() []fyne.CanvasObject {
	if r.of.content == nil {
		return nil
	}
	return []fyne.CanvasObject{r.of.content}
}

// Words is what can be read in a part, from the first to the last, one line
// for each text. Hidden parts say nothing. Tests read screens with it.
func Words(part fyne.CanvasObject) string {
	var lines []string
	collect(part, &lines)
	return strings.Join(lines, "\n")
}

func collect(o fyne.CanvasObject, lines *[]string) {
	if o == nil || !o.Visible() {
		return
	}
	add := func(text string) {
		if text != "" {
			*lines = append(*lines, text)
		}
	}
	switch part := o.(type) {
	case *Text:
		add(part.String())
	case *canvas.Text:
		add(part.Text)
	case *Button:
		add(part.label)
	case interface{ inside() fyne.CanvasObject }:
		collect(part.inside(), lines)
	case *fyne.Container: // before Accessible, which it is too, without words
		for _, child := range part.Objects {
			collect(child, lines)
		}
	case *container.Scroll:
		collect(part.Content, lines)
	case fyne.Accessible:
		add(part.AccessibilityLabel())
	}
}

func (c *composite) inside() fyne.CanvasObject { return c.content }
