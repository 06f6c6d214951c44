package kit

import (
	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// Busy is long work that nothing else may be done beside: what is being done,
// how far it has come, and a button that stops it.
type Busy struct {
	layer *layer
	// Bar shows how far the work has come.
	Bar *ProgressBar
}

// ShowBusy puts a Busy over the window; stop is what the button does. Escape
// does nothing: work is not stopped by accident. Close it when the work has
// ended, however it did.
func ShowBusy(env *Env, title, say string, stop func()) *Busy {
	b := &Busy{Bar: NewProgressBar(env, stop)}
	words := []fyne.CanvasObject{NewText(Section, title)}
	if say != "" {
		words = append(words, NewText(Body, say))
	}
	b.layer = &layer{canvas: env.Canvas, most: 460,
		panel: Over(sheet(theme.Card, theme.Hairline, theme.RadiusCard),
			Pad(Around(theme.PadCard), Stack(12, append(words, b.Bar)...)))}
	b.layer.open()
	env.Canvas.Focus(b.Bar.stop)
	return b
}

// Close takes it away.
func (b *Busy) Close() { b.layer.close() }
