// Package chart works out what a chart looks like, as shapes in millimetres:
// radar, heat map, bars, line.
//
// A chart is a paper.Drawing: the PDF and the HTML page draw it as it is, PNG
// is made from it here, and the window draws the same shapes. Values
// come as shares of the whole scale, from 0 to 1, with the figure to show
// beside each as a text; where there is no figure, the place says so in words
// and stripes. Nothing is told by colour alone: every value is written out,
// lines differ by their dashes, cells by the length of a bar at their foot.
//
// Promises:
//   - the same values give the same shapes;
//   - every shape lies within the drawing;
//   - a share outside 0 to 1 is drawn at the nearer end.
//
// Example:
//
//	d := chart.Radar([]chart.Spoke{{Label: "Safety", Now: chart.Value{Share: 0.8, Text: "3.2", Known: true}}, …},
//		chart.Print(), "Six principles")
//	svg := d.SVG()
//	png, err := chart.PNG(d, chart.Print(), fonts, 8)
package chart
