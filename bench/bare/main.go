// Command bare opens an empty Fyne window: what the window of Holdfast is
// measured against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("bare")
	w.SetContent(widget.NewLabel("An empty window"))
	w.Resize(fyne.NewSize(1180, 760))
	w.ShowAndRun()
}
