// Package theme is the look of the program: its colours, sizes, fonts and
// icons, and how they change with what a person needs to see well.
//
// A Look is what a person chose: light or dark, high contrast or not, a text
// size, less movement. A Theme is a Look made ready for Fyne. Colours have
// names of what they are for (Ink, Care, NeverSoft), never of what they look
// like, so that every palette answers to the same names and a widget never
// mixes its own colour.
//
// Promises:
//   - every pair of text and ground that Pairs lists differs by at least
//     4.5:1, in high contrast by at least 7:1; a test holds it;
//   - stock Fyne widgets look like ours: the theme answers their names too;
//   - text grows with the Look up to twice its size, and nothing else moves.
//
// Example:
//
//	look := theme.Look{Mode: theme.Dark, TextPercent: 150}
//	fyne.CurrentApp().Settings().SetTheme(theme.New(look))
//	line := canvas.NewText("Today", fynetheme.Color(theme.Ink))
package theme
