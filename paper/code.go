package paper

// quiet is the blank border of a QR code, in modules (ISO/IEC 18004).
const quiet = 4

// code draws a QR code into a square, with its quiet zone inside. Runs of dark
// modules are one rectangle, so that no hairline of white opens between them.
func (s *sheet) code(bits [][]bool, x, y, side float64) {
	if len(bits) == 0 {
		return
	}
	module := side / float64(len(bits)+2*quiet)
	s.pdf.SetFillColor(0, 0, 0)
	for i, row := range bits {
		for from := 0; from < len(row); {
			to := from
			for to < len(row) && row[to] {
				to++
			}
			if to > from {
				s.pdf.Rect(x+float64(from+quiet)*module, y+float64(i+quiet)*module, float64(to-from)*module, module, "F")
			}
			from = to + 1
		}
	}
}

// box draws an empty box to be ticked.
func (s *sheet) box(x, y, side float64) {
	s.pdf.SetDrawColor(60, 60, 60)
	s.pdf.SetLineWidth(0.3)
	s.pdf.Rect(x, y, side, side, "D")
}
