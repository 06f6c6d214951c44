package kit

import (
	"image/color"
	"runtime"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/theme"
)

// Entry is a field to type in, of one line or of several. It is Fyne's, with
// what that lacks: Tab leaves it, Escape and shortcuts reach the window, its
// menu speaks our language, and a ring shows that it has the focus.
type Entry struct {
	widget.Entry
	env     *Env
	label   string
	focused bool
	// Keys, where it is set, sees each key first and says whether it used it
	// up. The palette moves through its results with it.
	Keys func(*fyne.KeyEvent) bool
	// Chords, where it is set, sees each chord (Ctrl and a letter) first and
	// says whether it used it up.
	Chords  func(*desktop.CustomShortcut) bool
	editing func()
	// Left, where it is set, is done when the cursor leaves the field. What
	// is pressed to leave it must not move by it.
	Left func()
}

// NewEntry makes a field of one line.
func NewEntry(env *Env) *Entry {
	e := &Entry{env: env}
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollHorizontalOnly
	e.ExtendBaseWidget(e)
	return e
}

// NewLines makes a field of several lines that wrap; so many are seen.
func NewLines(env *Env, rows int) *Entry {
	e := &Entry{env: env}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	e.ExtendBaseWidget(e)
	return e
}

// Hint shows what could be typed, while nothing is.
func (e *Entry) Hint(text string) *Entry { e.SetPlaceHolder(text); return e }

// With sets the text without saying that it changed.
func (e *Entry) With(text string) *Entry {
	changed := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = changed
	return e
}

// AcceptsTab is never: Tab leaves the field, also one of several lines.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained shows the ring.
func (e *Entry) FocusGained() { e.focused = true; e.Entry.FocusGained(); InSight(e) }

// FocusLost hides the ring and tells Left.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if e.Left != nil {
		e.Left()
	}
}

// Focused says whether the cursor is in the field.
func (e *Entry) Focused() bool { return e.focused }

// TypedRune types a letter.
func (e *Entry) TypedRune(r rune) {
	noticed(e)
	e.beginEdit()
	at := e.CursorTextOffset()
	if e.SelectedText() != "" {
		at = -1
	}
	e.Entry.TypedRune(r)
	if e.MultiLine && at >= 0 && e.CursorTextOffset() != at+1 {
		e.moveTo(at + 1)
	}
}

// moveTo puts the cursor behind so many letters. Fyne loses count behind a
// space that just fits no more into its line: the next letter would come
// before that space.
func (e *Entry) moveTo(pos int) {
	for row := e.CursorRow; row >= 0; row-- {
		e.CursorRow, e.CursorColumn = row, 0
		if begin := e.CursorTextOffset(); begin <= pos && (begin > 0 || row == 0) {
			e.CursorColumn = pos - begin
			return
		}
	}
}

// TypedKey edits, and passes on what it has no use for.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	noticed(e)
	if e.Keys != nil && e.Keys(key) {
		return
	}
	switch key.Name {
	case fyne.KeyTab:
		return
	case fyne.KeyBackspace, fyne.KeyDelete:
		e.beginEdit()
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine && e.OnSubmitted == nil {
			passOn(e, key)
			return
		}
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF6:
		passOn(e, key)
		return
	}
	e.Entry.TypedKey(key)
}

// TypedShortcut edits (copy, paste, undo), and passes on the window's own.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	noticed(e)
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if ok && e.Chords != nil && e.Chords(custom) {
		return
	}
	if !ok || isWordKey(custom) {
		if shortcut.ShortcutName() != (&fyne.ShortcutCopy{}).ShortcutName() {
			e.beginEdit()
		}
		e.Entry.TypedShortcut(e.env.Clipboard.forgetful(shortcut))
		return
	}
	passShortcut(e, shortcut)
}

// isWordKey says whether Fyne's entry edits by words with a chord: with Ctrl, on
// a Mac with Alt, which elsewhere belongs to the window (Alt+Left goes back).
func isWordKey(chord *desktop.CustomShortcut) bool {
	if chord.Modifier == fyne.KeyModifierAlt && runtime.GOOS != "darwin" {
		return false
	}
	switch chord.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// TappedSecondary opens the menu of the field, in our language.
func (e *Entry) TappedSecondary(at *fyne.PointEvent) {
	noticed(e)
	board := fyne.CurrentApp().Clipboard()
	do := func(s fyne.Shortcut) func() { return func() { e.TypedShortcut(s) } }
	var items []menuItem
	if !e.Password {
		items = append(items,
			menuItem{label: e.env.Say("Cut"), act: do(&fyne.ShortcutCut{Clipboard: board})},
			menuItem{label: e.env.Say("Copy"), act: do(&fyne.ShortcutCopy{Clipboard: board})})
	}
	items = append(items,
		menuItem{label: e.env.Say("Paste"), act: do(&fyne.ShortcutPaste{Clipboard: board})},
		menuItem{label: e.env.Say("Select all"), act: do(&fyne.ShortcutSelectAll{})})
	if c := canvasOf(e); c != nil {
		c.Focus(e)
		openMenu(c, at.AbsolutePosition, 0, items)
	}
}

// NaturalWidth asks for a comfortable line.
func (e *Entry) NaturalWidth() float32 { return max(e.MinSize().Width, 260*textScale()) }

// HeightFor is that of the rows.
func (e *Entry) HeightFor(float32) float32 { return e.MinSize().Height }

// AccessibilityLabel is the label of the field and what it holds; never what
// a secret one holds.
func (e *Entry) AccessibilityLabel() string {
	if e.Password || e.Text == "" {
		return e.label
	}
	return e.label + ": " + e.Text
}

// AccessibilityRole is text: Fyne knows no role for fields.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (e *Entry) beforeEdit(do func()) { e.editing = do }
func (e *Entry) beginEdit() {
	if e.editing != nil {
		e.editing()
	}
}

func (e *Entry) setLabel(label string) { e.label = label }

// Named says what the field is called where its Field holds more than it.
func (e *Entry) Named(label string) *Entry {
	e.setLabel(label)
	return e
}

// Label is that of the Field which the entry is in.
func (e *Entry) Label() string { return e.label }

// CreateRenderer adds the border, the ring, and what the mouse wheel does.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	own := e.Entry.CreateRenderer()
	for _, o := range own.Objects() {
		if line, ok := o.(*canvas.Rectangle); ok && line.StrokeWidth > 0 {
			line.Hide()
		}
	}
	return &entryRenderer{WidgetRenderer: own, entry: e, cover: canvas.NewRectangle(color.Transparent), below: ground(theme.RadiusField), edge: ground(theme.RadiusField),
		ring: newRing(theme.RadiusField - ringGap), wheel: newWheel(e, own.Objects())}
}

// entryRenderer draws Fyne's field as a Select is drawn: with a border on its
// edge, which Fyne's is not, the same room beside the text, and no bar below a
// line that is longer than the field.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry                    *Entry
	cover, below, edge, ring *canvas.Rectangle
	wheel                    *wheel
}

// besideText is the room that is added to Fyne's own beside the text.
const besideText float32 = 2

func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	if text, ok := r.wheel.own.(fyne.CanvasObject); ok {
		text.Move(fyne.NewPos(text.Position().X+besideText, text.Position().Y))
		text.Resize(text.Size().SubtractWidthHeight(2*besideText, 0))
	}
	r.below.Resize(size)
	r.edge.Resize(size)
	r.wheel.Resize(size)
	r.draw(size)
}

func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.draw(r.entry.Size())
}

// draw puts the ring onto the border, which a field has and a button has not.
func (r *entryRenderer) draw(size fyne.Size) {
	fill(r.below, theme.Card, "", 0)
	fill(r.edge, "", theme.FieldLine, 1)
	if line, ok := color.NRGBAModel.Convert(ink(theme.FieldLine)).(color.NRGBA); ok {
		line.A = 1 // a graphics card draws the inner edge of a wholly clear part too dark
		r.edge.FillColor = line
	}
	r.cover.Hidden = r.entry.MultiLine || size.Height < 20
	r.cover.FillColor = ink(theme.Card)
	r.cover.Move(fyne.NewPos(4, size.Height-8))
	r.cover.Resize(fyne.NewSize(max(0, size.Width-8), 7))
	drawRing(r.ring, size.SubtractWidthHeight(2*ringGap, 2*ringGap), r.entry.focused && !r.entry.Disabled())
	r.ring.Move(fyne.NewPos(0, 0))
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{r.below}, r.WidgetRenderer.Objects(), []fyne.CanvasObject{r.cover, r.edge, r.ring, r.wheel})
}
