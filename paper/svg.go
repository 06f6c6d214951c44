package paper

import (
	"fmt"
	"image/color"
	"strings"
)

// SVG is the drawing as a file of its own, which asks for nothing else: on
// white paper, also where a program would show it on a dark ground.
func (d Drawing) SVG() []byte {
	m := &markup{}
	paper := Shape{Points: []Point{{0, 0}, {d.Width, 0}, {d.Width, d.Height}, {0, d.Height}}, Fill: color.White}
	d.Shapes = append([]Shape{paper}, d.Shapes...)
	d.markup(m)
	return []byte(strings.Replace(m.String(), "<svg ", `<svg xmlns="http://www.w3.org/2000/svg" font-family="Noto Sans, sans-serif" `, 1))
}

func (d Drawing) markup(m *markup) {
	m.put("<svg role=\"img\" aria-label=\"%s\" ", d.Alt)
	fmt.Fprintf(m, "width=\"%gmm\" viewBox=\"0 0 %g %g\">\n", d.Width, d.Width, d.Height)
	for _, s := range d.Shapes {
		s.markup(m)
	}
	m.WriteString("</svg>\n")
}

func (s Shape) markup(m *markup) {
	line := fmt.Sprintf("stroke=\"%s\" stroke-width=\"%g\"", hex(s.Edge, "none"), s.thick())
	if s.Dashed {
		line += " stroke-dasharray=\"1.2\""
	}
	switch len(s.Points) {
	case 0:
	case 1:
		weight, anchor := "normal", "start"
		if s.Bold {
			weight = "bold"
		}
		if s.Anchor != AtStart {
			anchor = string(s.Anchor)
		}
		// A point is 25.4/72 mm, and a unit of the space is a millimetre.
		fmt.Fprintf(m, "<text x=\"%g\" y=\"%g\" font-size=\"%.3g\" font-weight=\"%s\" text-anchor=\"%s\" fill=\"%s\">",
			s.Points[0].X, s.Points[0].Y, s.size()*25.4/72, weight, anchor, hex(s.Fill, "#141414"))
		m.put("%s</text>\n", s.Text)
	case 2:
		a, b := s.Points[0], s.Points[1]
		fmt.Fprintf(m, "<line x1=\"%g\" y1=\"%g\" x2=\"%g\" y2=\"%g\" %s/>\n", a.X, a.Y, b.X, b.Y, line)
	default:
		corners := make([]string, len(s.Points))
		for i, at := range s.Points {
			corners[i] = fmt.Sprintf("%g,%g", at.X, at.Y)
		}
		fmt.Fprintf(m, "<polygon points=\"%s\" fill=\"%s\" %s/>\n", strings.Join(corners, " "), hex(s.Fill, "none"), line)
	}
}

// hex is a colour as a browser reads it.
func hex(c color.Color, none string) string {
	if c == nil {
		return none
	}
	red, green, blue := rgb(c)
	return fmt.Sprintf("#%02x%02x%02x", red, green, blue)
}
