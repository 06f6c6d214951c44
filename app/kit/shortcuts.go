package kit

import "fyne.io/fyne/v2"

// Shortcut is keys and what they do.
type Shortcut struct{ Keys, Does string }

// ShortcutGroup is shortcuts that belong together.
type ShortcutGroup struct {
	Title string
	Rows  []Shortcut
}

// ShowShortcuts opens the sheet of all shortcuts. Escape closes it.
func ShowShortcuts(env *Env, groups ...ShortcutGroup) *OpenDialog {
	var columns []Column
	for _, g := range groups {
		facts := make([]Fact, len(g.Rows))
		for i, s := range g.Rows {
			facts[i] = Fact{Label: s.Keys, Value: NewText(Body, s.Does)}
		}
		columns = append(columns, Column{Least: 280, Body: Stack(Near, NewText(Strong, g.Title), Facts(facts...))})
	}
	o := &OpenDialog{dialog: Dialog{Title: env.Say("Keyboard shortcuts"), Wide: true}}
	o.dialog.Body = Columns(columns...)
	o.Confirm = Primary(env.Say("Close"), o.Close)
	o.Cancel = o.Confirm
	o.open(env, RowRight(Near, fyne.CanvasObject(o.Confirm)), o.Close)
	env.Canvas.Focus(o.Confirm)
	return o
}
