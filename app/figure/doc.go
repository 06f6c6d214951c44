// Package figure draws a chart in the window, with the window's letters and
// colours: the same shapes that are printed (paper.Drawing).
//
// A drawing fills the width that it is given, up to the width at which its
// letters are as large as those around it. What it says is its Alt text.
//
// Example:
//
//	d := chart.Radar(spokes, figure.Style(), "Six principles")
//	card := kit.Card(head, figure.New(d))
package figure
