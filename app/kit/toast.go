package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// ToastFor is how long a success is said. Nothing that must be read is said
// by a toast.
const ToastFor = 6 * time.Second

// Toasts is the strip in which successes are said; they go by themselves.
type Toasts struct {
	composite
	env   *Env
	timer Timer
	// Changed, which may be nil, is told when the strip needs another room.
	Changed func()
}

// NewToasts makes an empty strip.
func NewToasts(env *Env) *Toasts {
	t := &Toasts{env: env}
	t.become(t, nil)
	t.Hide()
	return t
}

// Say shows a sentence in place of the one before. undo, which may be nil, is
// offered beside it.
func (t *Toasts) Say(sentence string, undo func()) {
	t.drop()
	parts := []fyne.CanvasObject{Icon(theme.IconDone, OK), NewText(Body, sentence)}
	if undo != nil {
		parts = append(parts, Quiet(t.env.Say("Undo"), func() { t.Clear(); undo() }))
	}
	ground := sheet(theme.Card, theme.FieldLine, theme.RadiusField)
	t.content = Over(ground, Pad(Inset{Top: 10, Right: Gap, Bottom: 10, Left: Gap}, Row(10, parts...)))
	t.Show()
	t.Refresh()
	t.timer = t.env.Runner.After(ToastFor, t.Clear)
	t.changed()
}

// Clear takes the sentence away.
func (t *Toasts) Clear() {
	t.drop()
	t.changed()
}

func (t *Toasts) changed() {
	if t.Changed != nil {
		t.Changed()
	}
}

func (t *Toasts) drop() {
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	t.content = nil
	t.Hide()
}
