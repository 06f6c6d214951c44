package chart

import (
	"math"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"holdfast/assets"
	"holdfast/paper"
)

func known(share float64, text string) Value { return Value{Share: share, Text: text, Known: true} }

func hidden() Value { return Value{Text: "few"} }

func principles() []Spoke {
	return []Spoke{
		{"Safety", known(0.8, "3.2"), known(0.7, "2.8")},
		{"Trustworthiness and transparency", known(0.5, "2.0"), known(0.45, "1.8")},
		{"Peer and survivor support", known(0.7, "2.8"), known(0.6, "2.4")},
		{"Collaboration and mutuality", known(0.65, "2.6"), known(0.66, "2.6")},
		{"Empowerment, voice and choice", known(0.85, "3.4"), known(0.7, "2.8")},
		{"Cultural, historical and gender issues", known(0.6, "2.4"), known(0.62, "2.5")},
	}
}

func cells() [][]Value {
	var all [][]Value
	for r := range 10 {
		var row []Value
		for c := range 6 {
			share := float64((r*7+c*5)%11) / 10
			row = append(row, known(share, strings.Repeat("3", 1)+"."+string(rune('0'+(r+c)%10))))
		}
		all = append(all, row)
	}
	all[8][2] = hidden()
	return all
}

func everyChart() map[string]paper.Drawing {
	gap := principles()
	gap[1].Now = hidden()
	bars := []Bar{{"Safety", []Value{known(0.8, "3.2"), known(0.6, "2.4")}}, {"Trust", []Value{known(0, "0"), hidden()}}}
	return map[string]paper.Drawing{
		"radar":            Radar(principles(), Print(), "x"),
		"radar with a gap": Radar(gap, Print(), "x"),
		"heat": Heat(strings.Fields("Governance Policy Environment Engagement Cross-sector Services Training Progress Financing Evaluation"),
			strings.Fields("Safe Trust Peer Shared Voice Culture"), cells(), Print(), "x"),
		"bars":   Bars([]string{"Members", "Staff"}, bars, Print(), "x"),
		"ranges": Ranges([]Range{{"Safety", known(0.9, "3.6"), 3, "far apart"}, {"Trustworthiness and transparency", known(0.4, "1.6"), 1, "close together"}, {"Peer and survivor support", hidden(), 0, "no figure"}}, Print(), "x"),
	}
}

// Everything that a value says is also written: whoever sees no colour loses
// nothing.
func TestEveryValueIsWrittenOut(t *testing.T) {
	for name, want := range map[string][]string{"radar": {"3.2", "2.6"}, "heat": {"few", "3.4"}, "bars": {"3.2", "few"},
		"ranges": {"far apart", "no figure"}} {
		var said []string
		for _, s := range everyChart()[name].Shapes {
			said = append(said, s.Text)
		}
		for _, w := range want {
			if !strings.Contains(strings.Join(said, " "), w) {
				t.Errorf("%s does not say %s", name, w)
			}
		}
	}
}

func TestNothingIsDrawnOutsideTheDrawing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 12).Draw(t, "spokes")
		var spokes []Spoke
		for range n {
			v := Value{Share: rapid.SampledFrom([]float64{-1, 0, 0.5, 1, 7, math.Inf(1), math.NaN()}).Draw(t, "share"), Known: rapid.Bool().Draw(t, "known"), Text: "1.0"}
			spokes = append(spokes, Spoke{"A longer label of some words", v, v})
		}
		d := Radar(spokes, Print(), "x")
		for _, s := range d.Shapes {
			for _, p := range s.Points {
				if !(p.X >= 0 && p.X <= d.Width && p.Y >= 0 && p.Y <= d.Height) {
					t.Fatalf("%+v lies outside %g by %g", s, d.Width, d.Height)
				}
			}
		}
	})
	for name, d := range everyChart() {
		for _, s := range d.Shapes {
			for _, p := range s.Points {
				if !(p.X >= -0.01 && p.X <= d.Width+0.01 && p.Y >= 0 && p.Y <= d.Height+0.01) {
					t.Errorf("%s: %+v lies outside %g by %g", name, s, d.Width, d.Height)
				}
			}
		}
	}
}

func TestFiguresCanBeReadOnEveryCell(t *testing.T) {
	dark := Style{Ground: hex(0x282521), Ink: hex(0xECE7DD), Muted: hex(0xB3AC9F), Line: hex(0x3D3932), Accent: hex(0x7CC4CA), Second: hex(0xE6BC66)}
	for _, s := range []Style{Print(), dark} {
		for share := 0.0; share <= 1; share += 0.05 {
			if got := contrast(s.Ink, s.wash(share)); got < 4.5 {
				t.Errorf("at %.2f the contrast is %.2f", share, got)
			}
		}
		if luminance(s.wash(0)) == luminance(s.wash(1)) {
			t.Error("strong and weak look alike")
		}
	}
}

func TestChartsAsTheyLook(t *testing.T) {
	fonts := paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()}
	for name, d := range everyChart() {
		picture, err := PNG(d, Print(), fonts, 8)
		if err != nil {
			t.Fatal(err)
		}
		if dir := os.Getenv("CHARTS"); dir != "" {
			if err := os.WriteFile(dir+"/"+name+".png", picture, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A picture of its own may be shown on a dark ground, and nothing may be cut off
// at its edge.
func TestAPictureStandsOnPaperAndHoldsAllOfItsWords(t *testing.T) {
	long := Bars([]string{"disk"}, []Bar{{"100000 records", []Value{known(1, "1,239.4 MB of the disk")}}}, Print(), "x")
	if svg := string(long.SVG()); !strings.Contains(svg, `fill="#ffffff"`) {
		t.Errorf("no ground of its own: %.200s", svg)
	}
	all := everyChart()
	all["long"] = long
	for name, d := range all {
		for _, s := range d.Shapes {
			if len(s.Points) == 1 && s.Anchor == paper.AtStart && s.Points[0].X+float64(len([]rune(s.Text)))*8*point*0.45 > d.Width {
				t.Errorf("%s: “%s” is cut off at the edge", name, s.Text)
			}
		}
	}
}
