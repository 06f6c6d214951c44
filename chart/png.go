package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"holdfast/paper"
)

// PNG is a drawing as a picture with so many pixels a millimetre (at most 40),
// on the ground of the style. It fails where a font can't be read.
func PNG(d paper.Drawing, s Style, fonts paper.Fonts, pixels float64) ([]byte, error) {
	pixels = min(40, max(1, pixels))
	p := picture{scale: pixels, image: image.NewNRGBA(image.Rect(0, 0, int(math.Ceil(d.Width*pixels)), int(math.Ceil(d.Height*pixels)))),
		faces: map[face]font.Face{}}
	draw.Draw(p.image, p.image.Bounds(), image.NewUniform(s.Ground), image.Point{}, draw.Src)
	var err error
	if p.regular, err = opentype.Parse(fonts.Regular); err != nil {
		return nil, err
	}
	if p.bold, err = opentype.Parse(fonts.Bold); err != nil {
		return nil, err
	}
	for _, shape := range d.Shapes {
		if err := p.draw(shape); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	err = png.Encode(&out, p.image)
	return out.Bytes(), err
}

// picture is a drawing under way.
type picture struct {
	scale         float64
	image         *image.NRGBA
	regular, bold *opentype.Font
	faces         map[face]font.Face
}

type face struct {
	size float64
	bold bool
}

func (p *picture) draw(s paper.Shape) error {
	switch {
	case len(s.Points) == 1:
		return p.write(s)
	case len(s.Points) == 2:
		p.stroke(s, s.Points[0], s.Points[1])
		return nil
	case len(s.Points) > 2 && s.Fill != nil:
		p.fill(s.Points, s.Fill)
	}
	if s.Edge != nil {
		for i, from := range s.Points {
			p.stroke(s, from, s.Points[(i+1)%len(s.Points)])
		}
	}
	return nil
}

func (p *picture) fill(corners []paper.Point, with color.Color) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range corners {
		left, right = min(left, c.X*p.scale), max(right, c.X*p.scale)
		top, bottom = min(top, c.Y*p.scale), max(bottom, c.Y*p.scale)
	}
	around := image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right))+1, int(math.Ceil(bottom))+1)
	r := vector.NewRasterizer(around.Dx(), around.Dy())
	for i, c := range corners {
		x, y := float32(c.X*p.scale-float64(around.Min.X)), float32(c.Y*p.scale-float64(around.Min.Y))
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(p.image, around, image.NewUniform(with), image.Point{})
}

// stroke draws a line as a thin box, or as a row of them.
func (p *picture) stroke(s paper.Shape, from, to paper.Point) {
	const dash = 1.2
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	if length == 0 || s.Edge == nil {
		return
	}
	thick := s.Thick
	if thick == 0 {
		thick = 0.3
	}
	along := paper.Point{X: (to.X - from.X) / length, Y: (to.Y - from.Y) / length}
	side := paper.Point{X: -along.Y * thick / 2, Y: along.X * thick / 2}
	piece := length
	if s.Dashed {
		piece = dash
	}
	for begin := 0.0; begin < length; begin += 2 * piece {
		end := min(length, begin+piece)
		a := paper.Point{X: from.X + along.X*begin, Y: from.Y + along.Y*begin}
		b := paper.Point{X: from.X + along.X*end, Y: from.Y + along.Y*end}
		p.fill([]paper.Point{{X: a.X + side.X, Y: a.Y + side.Y}, {X: b.X + side.X, Y: b.Y + side.Y},
			{X: b.X - side.X, Y: b.Y - side.Y}, {X: a.X - side.X, Y: a.Y - side.Y}}, s.Edge)
	}
}

func (p *picture) write(s paper.Shape) error {
	size := s.Size
	if size == 0 {
		size = 8.5
	}
	f, err := p.face(face{size, s.Bold})
	if err != nil {
		return err
	}
	ink := s.Fill
	if ink == nil {
		ink = color.Black
	}
	d := font.Drawer{Dst: p.image, Src: image.NewUniform(ink), Face: f}
	before := map[paper.Anchor]fixed.Int26_6{paper.AtMiddle: d.MeasureString(s.Text) / 2, paper.AtEnd: d.MeasureString(s.Text)}
	d.Dot = fixed.Point26_6{X: fixed.Int26_6(s.Points[0].X*p.scale*64) - before[s.Anchor], Y: fixed.Int26_6(s.Points[0].Y * p.scale * 64)}
	d.DrawString(s.Text)
	return nil
}

func (p *picture) face(of face) (font.Face, error) {
	if f, there := p.faces[of]; there {
		return f, nil
	}
	with := p.regular
	if of.bold {
		with = p.bold
	}
	f, err := opentype.NewFace(with, &opentype.FaceOptions{Size: of.size * point * p.scale, DPI: 72, Hinting: font.HintingNone})
	p.faces[of] = f
	return f, err
}
