package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/theme"
	"holdfast/record"
	"holdfast/wording"
)

// DateEntry is a field for a day: typed as 2026-11-22, or picked from a
// month.
type DateEntry struct {
	composite
	// OnTyped, where it is set, is told whatever stands in the field, a whole
	// day or not: a draft keeps both.
	OnTyped func(text string)
	// Sure, where it is set, is done by Enter.
	Sure func()

	env     *Env
	entry   *Entry
	changed func(record.Date)
	picker  *layer
}

// NewDateEntry makes an empty field; changed, which may be nil, is told each
// day that is typed whole or picked, and the zero Date when it is emptied.
func NewDateEntry(env *Env, changed func(record.Date)) *DateEntry {
	d := &DateEntry{env: env, entry: NewEntry(env), changed: changed}
	d.entry.SetPlaceHolder(env.Say("year-month-day"))
	d.entry.OnChanged = func(string) { d.tell() }
	d.entry.OnSubmitted = func(string) {
		if d.Sure != nil {
			d.Sure()
		}
	}
	pick := newIconButton(theme.IconCalendar, env.Say("Pick a day"), d.open)
	d.become(d, tailed(d.entry, Pad(Inset{Right: Near, Left: 4}, pick)))
	return d
}

// Set puts a day into the field, without telling.
func (d *DateEntry) Set(day record.Date) *DateEntry { d.entry.With(day.String()); return d }

// Value is the day, the zero Date where the field is empty, or a Problem that
// says how a day is written.
func (d *DateEntry) Value() (record.Date, error) {
	day, err := record.ParseDate(strings.TrimSpace(d.entry.Text))
	if err != nil {
		return record.Date{}, wording.Refuse("", "Write the day as year-month-day, like 2026-11-22.")
	}
	return day, nil
}

// Text is what stands in the field, a whole day or not.
func (d *DateEntry) Text() string { return d.entry.Text }

// SetText puts that back, without telling.
func (d *DateEntry) SetText(text string) *DateEntry { d.entry.With(text); return d }

func (d *DateEntry) beforeEdit(do func())  { d.entry.beforeEdit(do) }
func (d *DateEntry) setLabel(label string) { d.entry.setLabel(label) }

func (d *DateEntry) tell() {
	if d.OnTyped != nil {
		d.OnTyped(d.entry.Text)
	}
	if day, err := d.Value(); err == nil && d.changed != nil {
		d.changed(day)
	}
}

// open shows the month in which the day lies, or this one.
func (d *DateEntry) open() {
	start, err := d.Value()
	if err != nil || start.IsZero() {
		start = d.env.Today()
	}
	month := NewMonth(d.env, start, func(day record.Date) {
		d.picker.close()
		d.entry.beginEdit()
		d.entry.With(day.String())
		d.tell()
	})
	d.picker = &layer{
		canvas: d.env.Canvas, most: 340, light: true, onDismiss: func() { d.picker.close() },
		panel: Card(Head{}, month),
	}
	d.picker.open()
	d.env.Canvas.Focus(month.days)
}

// newIconButton is a small button that is a picture; label is what a screen
// reader says.
func newIconButton(icon theme.Icon, label string, act func()) *iconButton {
	b := &iconButton{picture: Icon(icon, Muted)}
	b.become(b, func() string { return label }, act)
	return b
}

type iconButton struct {
	press
	picture fyne.CanvasObject
}

// MinSize is that of the picture with a little room.
func (b *iconButton) MinSize() fyne.Size { return fyne.NewSquareSize(iconSize() + 8) }

// CreateRenderer draws the picture and the ring.
func (b *iconButton) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(&b.press, b.picture, theme.RadiusField)
}
