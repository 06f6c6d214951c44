package kit

import (
	"image/color"

	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
	"holdfast/record"
)

// Month is a page of a calendar on which a day is picked. The arrow keys move
// by a day or a week, Page Up and Page Down by a month, Enter and Space pick.
type Month struct {
	composite
	env    *Env
	at     record.Date
	picked func(record.Date)
	title  *Text
	days   *monthDays
}

// NewMonth shows the month of a day, which is marked.
func NewMonth(env *Env, at record.Date, picked func(record.Date)) *Month {
	m := &Month{env: env, at: at, picked: picked, title: NewText(Strong, " ").Center()}
	m.days = newMonthDays(m)
	before := newIconButton(theme.IconLeft, env.Say("The month before"), func() { m.move(m.at.AddMonths(-1)) })
	after := newIconButton(theme.IconRight, env.Say("The month after"), func() { m.move(m.at.AddMonths(1)) })
	m.become(m, Stack(Near, Spread(0, Beside(0, before, m.title), after), m.days))
	m.move(at)
	return m
}

// At is the day that is marked.
func (m *Month) At() record.Date { return m.at }

func (m *Month) move(to record.Date) {
	m.at = to
	m.title.SetText(m.env.Say("{month} {year}", "month", to.Month, "year", strconv.Itoa(to.Year)))
	m.days.Refresh()
	m.Refresh()
}

// monthDays are the days of a month, as one part with the focus.
type monthDays struct {
	press
	month *Month
}

func newMonthDays(m *Month) *monthDays {
	d := &monthDays{month: m}
	d.become(d, func() string { return m.env.Book.Date(m.at) }, func() { m.picked(m.at) })
	return d
}

// TypedKey moves the mark.
func (d *monthDays) TypedKey(key *fyne.KeyEvent) {
	at := d.month.at
	switch key.Name {
	case fyne.KeyLeft:
		at = at.AddDays(-1)
	case fyne.KeyRight:
		at = at.AddDays(1)
	case fyne.KeyUp:
		at = at.AddDays(-7)
	case fyne.KeyDown:
		at = at.AddDays(7)
	case fyne.KeyPageUp:
		at = at.AddMonths(-1)
	case fyne.KeyPageDown:
		at = at.AddMonths(1)
	default:
		d.press.TypedKey(key)
		return
	}
	noticed(d)
	d.byPointer = false
	d.month.move(at)
}

// Tapped picks the day below the pointer.
func (d *monthDays) Tapped(at *fyne.PointEvent) {
	noticed(d)
	cell := d.cell()
	column, row := int(at.Position.X/cell.Width), int(at.Position.Y/cell.Height)-1
	if row < 0 || column > 6 {
		return
	}
	d.month.at = d.first().AddDays(row*7 + column)
	d.do()
}

// first is the Monday on or before the first of the month.
func (d *monthDays) first() record.Date {
	start := record.Date{Year: d.month.at.Year, Month: d.month.at.Month, Day: 1}
	return start.AddDays(-(int(start.Weekday()) + 6) % 7)
}

func (d *monthDays) cell() fyne.Size {
	return fyne.NewSize(d.Size().Width/7, d.Size().Height/7)
}

// MinSize is seven cells by seven, the first line for the names of the days.
func (d *monthDays) MinSize() fyne.Size {
	edge := 34 * textScale()
	return fyne.NewSize(7*edge, 7*edge)
}

// CreateRenderer draws the days.
func (d *monthDays) CreateRenderer() fyne.WidgetRenderer {
	mark, ring := ground(theme.RadiusField), newRing(theme.RadiusField)
	of := []fyne.CanvasObject{mark}
	var texts []*canvas.Text
	for range 49 {
		text := canvas.NewText("", color.Transparent)
		texts, of = append(texts, text), append(of, text)
	}
	return &drawn{part: d, of: append(of, ring), place: func(size fyne.Size) {
		d.write(texts, mark)
		drawRing(ring, size, d.ringed())
	}}
}

// write puts the names of the days and the days of the month into their cells.
func (d *monthDays) write(texts []*canvas.Text, mark *canvas.Rectangle) {
	cell, day, book, at := d.cell(), d.first(), d.month.env.Book, d.month.at
	for i, text := range texts {
		text.Alignment = fyne.TextAlignCenter
		text.TextSize, text.TextStyle, text.Color = 15*textScale(), fyne.TextStyle{}, ink(theme.Ink)
		x, y := float32(i%7)*cell.Width, float32(i/7)*cell.Height
		put(text, x, y, cell.Width, cell.Height)
		if i < 7 {
			name := []rune(book.Weekday(time.Weekday((i + 1) % 7)))
			text.Text, text.TextSize, text.Color = string(name[:2]), 13*textScale(), ink(theme.Muted)
			continue
		}
		text.Text = strconv.Itoa(day.Day)
		switch {
		case day == at:
			text.Color, text.TextStyle.Bold = ink(theme.OnAccent), true
			fill(mark, theme.Accent, "", 0)
			put(mark, x+2, y+2, cell.Width-4, cell.Height-4)
		case day.Month != at.Month:
			text.Color = ink(theme.Muted)
		}
		day = day.AddDays(1)
	}
}
