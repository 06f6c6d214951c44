package kit

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/theme"
)

// word is the smallest thing that is not broken: letters without a space.
type word struct {
	text         string
	span         Span
	width        float32
	space        float32 // before it; 0 at the start of a paragraph or after a word it is stuck to
	size         float32
	high, base   float32
	newParagraph bool
}

// textRun is words of one span that follow each other in a line.
type textRun struct {
	text    string
	span    Span
	x       float32
	size    float32
	base    float32 // from the top of the run to its baseline
	trailer float32 // where the run ends
}

// textLine is a line as it is drawn.
type textLine struct {
	runs          []textRun
	width, height float32
	base          float32 // from the top of the line to its baseline
}

// measureSpans are the words of spans with their sizes.
func measureSpans(spans []Span) []word {
	words := []word{}
	stuck := false // whether the next word follows the last without a space
	for _, span := range spans {
		size := fynetheme.Size(span.Style.size())
		gap := fyne.MeasureText(" ", size, span.Style.face()).Width
		for p, paragraph := range strings.Split(span.Text, "\n") {
			if p > 0 {
				stuck = false
			}
			parts := strings.Split(paragraph, " ")
			for i, part := range parts {
				if i > 0 {
					stuck = false
				}
				if part == "" && (i > 0 || len(parts) > 1 || p == 0) {
					continue // only an empty paragraph of its own is a line
				}
				w := measure(part, span, size)
				w.newParagraph = p > 0 && i == 0
				if len(words) > 0 && !stuck && !w.newParagraph {
					w.space = gap
				}
				words = append(words, w)
				stuck = true
			}
			if strings.HasSuffix(paragraph, " ") {
				stuck = false
			}
		}
	}
	return words
}

func measure(text string, span Span, size float32) word {
	drawn, base := fyne.CurrentApp().Driver().RenderedTextSize(text, size, span.Style.face(), nil)
	return word{text: text, span: span, width: drawn.Width, size: size, high: drawn.Height, base: base}
}

// breakLines sets words into lines no wider than room; room 0 breaks only at
// the ends of paragraphs.
func breakLines(words []word, room float32) []textLine {
	var lines []textLine
	var line []word
	var width float32
	end := func() {
		if len(line) > 0 {
			lines = append(lines, setLine(line))
		}
		line, width = nil, 0
	}
	for _, w := range words {
		if w.newParagraph {
			end()
		}
		if len(line) > 0 && room > 0 && width+w.space+w.width > room+0.5 {
			end()
		}
		if room > 0 && w.width > room && len(line) == 0 {
			pieces := breakWord(w, room)
			for _, piece := range pieces[:len(pieces)-1] {
				line = []word{piece}
				end()
			}
			w = pieces[len(pieces)-1]
		}
		if len(line) == 0 {
			w.space = 0
		}
		line = append(line, w)
		width += w.space + w.width
	}
	end()
	return lines
}

// breakWord cuts a word that is wider than the room.
func breakWord(w word, room float32) []word {
	var pieces []word
	letters := []rune(w.text)
	for start := 0; start < len(letters); {
		end := start + 1
		for end < len(letters) && measure(string(letters[start:end+1]), w.span, w.size).width <= room {
			end++
		}
		pieces = append(pieces, measure(string(letters[start:end]), w.span, w.size))
		start = end
	}
	return pieces
}

// setLine puts the words of a line on one baseline.
func setLine(words []word) textLine {
	var line textLine
	var above, below float32
	for _, w := range words {
		above = max(above, w.base)
		below = max(below, w.high-w.base)
		line.height = max(line.height, roundUp(w.size*lineHeight(w.size)))
	}
	line.height = max(line.height, roundUp(above+below))
	line.base = above + (line.height-above-below)/2
	for _, w := range words {
		last := len(line.runs) - 1
		if last >= 0 && line.runs[last].span.sameLook(w.span) && w.space > 0 {
			line.runs[last].text += " " + w.text
			line.width += w.space + w.width
			line.runs[last].trailer = line.width
			continue
		}
		x := line.width + w.space
		line.runs = append(line.runs, textRun{text: w.text, span: w.span, x: x, size: w.size, base: w.base, trailer: x + w.width})
		line.width = x + w.width
	}
	return line
}

// shorten keeps the first lines and ends them in "…".
func shorten(lines []textLine, most int, room float32) []textLine {
	if most <= 0 || len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	line := &lines[most-1]
	run := &line.runs[len(line.runs)-1]
	letters := []rune(run.text)
	for len(letters) > 0 {
		w := measure(strings.TrimRight(string(letters), " ")+"…", run.span, run.size)
		if run.x+w.width <= room {
			run.text, line.width = w.text, run.x+w.width
			break
		}
		letters = letters[:len(letters)-1]
	}
	return lines
}

func (s Span) sameLook(other Span) bool { return s.Style == other.Style && s.Tone == other.Tone }

// lineHeight is closer for large text, which has room enough in itself.
func lineHeight(size float32) float32 {
	if size > fynetheme.Size(theme.Section) {
		return theme.LargeLineHeight
	}
	return theme.LineHeight
}

func roundUp(x float32) float32   { return float32(math.Ceil(float64(x) - 0.001)) }
func roundDown(x float32) float32 { return float32(math.Floor(float64(x) + 0.001)) }
