package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/theme"
)

// Notice is a fact that a person must not miss, said calmly.
type Notice struct {
	Tone Tone
	// Over is a short line above ("RIGHT NOW — Saturday 14:20").
	Over string
	// Lead is the sentence that counts, large where Over is given and
	// otherwise bold at the beginning of the text.
	Lead string
	Text string
	// Note says where it comes from, small.
	Note string
	Acts []fyne.CanvasObject
	// Inset is a notice within a card, which has no border.
	Inset bool
}

// Banner is a Notice on the ground of its tone.
func Banner(n Notice) *fyne.Container {
	var lines []fyne.CanvasObject
	if n.Over != "" {
		lines = append(lines, NewSpans(Span{Text: n.Over, Style: SmallStrong, Tone: n.Tone}), NewText(Lead, n.Lead))
		if n.Text != "" {
			lines = append(lines, NewText(Body, n.Text))
		}
	} else {
		spans := []Span{}
		if n.Lead != "" {
			spans = append(spans, Span{Text: n.Lead, Style: Strong, Tone: n.Tone})
		}
		if n.Text != "" {
			spans = append(spans, Span{Text: lead(n.Lead) + n.Text})
		}
		lines = append(lines, NewSpans(spans...))
	}
	if n.Note != "" {
		tone := Plain
		if n.Tone == Never { // muted ink is too light on that ground
			tone = Ink
		}
		lines = append(lines, NewText(Small, n.Note).In(tone))
	}
	var body fyne.CanvasObject = Stack(Hair, lines...)
	if len(n.Acts) > 0 {
		body = Spread(Gap, body, RowRight(Near, n.Acts...))
	}
	ground := sheet(n.Tone.soft(), theme.Hairline, theme.RadiusCard)
	ground.StrokeColor = edge(n.Tone)
	inset := Around(theme.PadCard)
	if n.Inset {
		ground.CornerRadius = theme.RadiusField
		if !firmLines() {
			ground.StrokeWidth = 0
		}
		inset = Inset{Top: 12, Right: Gap, Bottom: 12, Left: Gap}
	}
	return Over(ground, Pad(inset, body))
}

func lead(before string) string {
	if before == "" {
		return ""
	}
	return " "
}

// edge is the border of a ground: a shade of its tone.
func edge(tone Tone) color.Color {
	soft, ok := fynetheme.Color(tone.soft()).(color.NRGBA)
	full, ok2 := fynetheme.Color(tone.role(Body)).(color.NRGBA)
	if !ok || !ok2 {
		return fynetheme.Color(theme.Hairline)
	}
	if firmLines() {
		return full
	}
	return theme.Blend(soft, full, 0.25)
}
