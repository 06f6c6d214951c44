package paper

import (
	"image/color"
	"math"

	"codeberg.org/go-pdf/fpdf"
)

// What a shape is drawn with where it does not say.
const (
	thinLine  = 0.3
	drawnText = 8.5
)

func (d Drawing) print(p *page) {
	scale := math.Min(1, math.Min(p.inner()/d.Width, (p.bottom()-p.margin)/d.Height))
	p.room(d.Height * scale)
	top := p.pdf.GetY()
	for _, s := range d.Shapes {
		s.print(p, p.margin, top, scale)
	}
	p.ink()
	p.pdf.SetY(top + d.Height*scale + 3)
}

func (s Shape) print(p *page, left, top, scale float64) {
	points := make([]fpdf.PointType, len(s.Points))
	for i, at := range s.Points {
		points[i] = fpdf.PointType{X: left + at.X*scale, Y: top + at.Y*scale}
	}
	how := ""
	if s.Fill != nil {
		p.pdf.SetFillColor(rgb(s.Fill))
		how = "F"
	}
	if s.Edge != nil {
		p.pdf.SetDrawColor(rgb(s.Edge))
		p.pdf.SetLineWidth(s.thick() * scale)
		how += "D"
	}
	if s.Dashed {
		p.pdf.SetDashPattern([]float64{1.2, 1.2}, 0)
		defer p.pdf.SetDashPattern([]float64{}, 0)
	}
	switch {
	case len(points) == 1:
		s.text(p, points[0], scale)
	case len(points) == 2 && s.Edge != nil:
		p.pdf.Line(points[0].X, points[0].Y, points[1].X, points[1].Y)
	case len(points) > 2 && how != "":
		p.pdf.Polygon(points, how)
	}
}

func (s Shape) text(p *page, at fpdf.PointType, scale float64) {
	st := style{size: s.size() * scale, bold: s.Bold}
	p.use(st)
	p.ink()
	if s.Fill != nil {
		p.pdf.SetTextColor(rgb(s.Fill))
	}
	text := p.printable(s.Text)
	p.pdf.Text(at.X-s.Anchor.share()*p.pdf.GetStringWidth(text), at.Y, text)
}

// share is how much of a text stands before its point.
func (a Anchor) share() float64 {
	switch a {
	case AtMiddle:
		return 0.5
	case AtEnd:
		return 1
	default:
		return 0
	}
}

func (s Shape) thick() float64 {
	if s.Thick > 0 {
		return s.Thick
	}
	return thinLine
}

func (s Shape) size() float64 {
	if s.Size > 0 {
		return s.Size
	}
	return drawnText
}

func rgb(c color.Color) (red, green, blue int) {
	plain := color.NRGBAModel.Convert(c).(color.NRGBA)
	return int(plain.R), int(plain.G), int(plain.B)
}
