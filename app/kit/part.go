package kit

import "fyne.io/fyne/v2"

// Part is embedded by a screen's own part that is made of others and has
// methods of its own, such as the Line of a List:
//
//	type line struct {
//		kit.Part
//		name *kit.Text
//	}
//
//	func newLine() kit.Line[row] {
//		l := &line{name: kit.NewText(kit.Strong, "")}
//		l.Become(l, kit.Row(12, l.name))
//		return l
//	}
type Part struct{ composite }

// Become ties the part that embeds it to what it is made of.
func (p *Part) Become(self fyne.Widget, content fyne.CanvasObject) { p.become(self, content) }
