package kit

import (
	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// Dialog is a question that must be answered before anything else is done.
type Dialog struct {
	Title string
	Say   string
	// Body is what can be filled in, or nil. It scrolls where it is long.
	Body fyne.CanvasObject
	// Confirm names what will be done; Cancel is "Cancel" where it is empty.
	Confirm, Cancel string
	// OnConfirm does it and says whether the dialog closes; a form that has
	// a mistake stays open.
	OnConfirm func() bool
	// OnCancel, which may be nil, is done when the question was put aside.
	OnCancel func()
	// Grave is for what cannot be taken back: the button that does it is not
	// the one that Enter presses, and does not have the focus at first.
	Grave bool
	// Wide gives a form more room.
	Wide bool
	// First gets the focus; without it the first button that is safe.
	First fyne.Focusable
}

// OpenDialog is a Dialog that is on the screen.
type OpenDialog struct {
	layer           *layer
	dialog          Dialog
	Confirm, Cancel *Button
}

// Ask opens a Dialog. Escape puts it aside; Enter confirms, unless it is grave.
func Ask(env *Env, d Dialog) *OpenDialog {
	if d.Cancel == "" {
		d.Cancel = env.Say("Cancel")
	}
	o := &OpenDialog{dialog: d}
	o.Cancel = Secondary(d.Cancel, o.cancel)
	o.Confirm = Primary(d.Confirm, o.confirm)
	if d.Grave {
		o.Confirm = Grave(d.Confirm, o.confirm)
	}
	onEnter := o.confirm
	if d.Grave {
		onEnter = nil
	}
	o.open(env, RowRight(Near, o.Cancel, o.Confirm), onEnter)
	first := d.First
	switch {
	case first != nil:
	case d.Grave:
		first = o.Cancel
	default:
		first = o.Confirm
	}
	env.Canvas.Focus(first)
	return o
}

// Leave lets go of a form: at once where nothing was typed, and else once
// somebody said so.
func Leave(env *Env, typed bool, let func()) {
	if !typed {
		let()
		return
	}
	Ask(env, Dialog{
		Title: env.Say("Leave without saving?"), Say: env.Say("What you typed here is let go."),
		Confirm: env.Say("Leave without saving"), Cancel: env.Say("Go on typing"), Grave: true,
		OnConfirm: func() bool { let(); return true },
	})
}

// Tell says something that went wrong, or that must be known before going
// on. It has one button, which only closes: a dialog that reports a mistake
// never has one that destroys.
func Tell(env *Env, title, say string, body fyne.CanvasObject) *OpenDialog {
	o := &OpenDialog{dialog: Dialog{Title: title, Say: say, Body: body}}
	o.Confirm = Primary(env.Say("Close"), o.Close)
	o.Cancel = o.Confirm
	o.open(env, RowRight(Near, o.Confirm), o.Close)
	env.Canvas.Focus(o.Confirm)
	return o
}

// Close takes the dialog away without doing anything.
func (o *OpenDialog) Close() { o.layer.close() }

// Relayout gives a body that has changed the room that it needs.
func (o *OpenDialog) Relayout() { o.layer.Refresh() }

func (o *OpenDialog) open(env *Env, buttons fyne.CanvasObject, onEnter func()) {
	words := []fyne.CanvasObject{NewText(Section, o.dialog.Title)}
	if o.dialog.Say != "" {
		words = append(words, NewText(Body, o.dialog.Say))
	}
	if o.dialog.Body != nil {
		words = append(words, o.dialog.Body)
	}
	body := NewScroll(Pad(Inset{Top: ringGap, Right: ringGap + beyondBar, Bottom: ringGap, Left: ringGap}, Stack(12, words...)))
	frame := &fyne.Container{Layout: dialogLayout{}, Objects: []fyne.CanvasObject{body, buttons}}
	most := float32(460)
	if o.dialog.Wide {
		most = 720
	}
	o.layer = &layer{
		canvas: env.Canvas, most: most, onDismiss: o.cancel, onConfirm: onEnter,
		panel: Over(sheet(theme.Card, theme.Hairline, theme.RadiusCard), Pad(Around(theme.PadCard), frame)),
	}
	o.layer.open()
}

func (o *OpenDialog) confirm() {
	if o.dialog.OnConfirm == nil || o.dialog.OnConfirm() {
		o.Close()
		return
	}
	o.layer.Refresh()
}

func (o *OpenDialog) cancel() {
	o.Close()
	if o.dialog.OnCancel != nil {
		o.dialog.OnCancel()
	}
}

// dialogLayout lets the words scroll and keeps the buttons in sight. The bar
// lies in the margin of the card, beside the words.
type dialogLayout struct{}

// Layout places the words, and below them the buttons.
func (dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := HeightFor(objects[1], size.Width)
	put(objects[0], 0, 0, size.Width+beyondBar, max(0, size.Height-foot-Gap))
	put(objects[1], 0, size.Height-foot, size.Width, foot)
}

// MinSize is as narrow as the parts may be; the words scroll.
func (dialogLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth(objects), 100)
}

func (dialogLayout) natural(objects []fyne.CanvasObject) float32 { return NaturalWidth(objects[0]) }
func (dialogLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width+beyondBar) + Gap + HeightFor(objects[1], width)
}
