package history

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// shares are the columns: day, time, who, what, how much. A time never breaks.
var shares = [...]float32{3, -48, 4, 6, 2}

// Screen draws a State.
type Screen struct {
	env   *kit.Env
	state State
}

// New makes the page.
func New(desk kit.Desk, b Board) *Screen {
	return &Screen{env: desk.Env(), state: Read(b, desk.Env().Book)}
}

// Head is the title and how much there is.
func (s *Screen) Head() kit.Head {
	return kit.Head{Title: s.env.Say("History"), Note: s.state.Note}
}

// Draft is nothing: nothing is typed here.
func (s *Screen) Draft() []byte { return nil }

// Content is the list, or why there is none.
func (s *Screen) Content() fyne.CanvasObject {
	switch {
	case s.state.Trouble != "":
		return kit.Banner(kit.Notice{Tone: kit.Care, Text: s.state.Trouble})
	case s.state.Empty != "":
		return kit.Card(kit.Head{}, kit.Empty("", s.state.Empty))
	}
	list := kit.NewList(newLine, nil)
	list.SetRows(s.state.Rows)
	return kit.NewFilling(nil, list)
}

// line shows a Row.
type line struct {
	kit.Part
	day, time, who, what, records *kit.Text
}

func newLine() kit.Line[Row] {
	l := &line{
		day: kit.NewText(kit.SmallStrong, ""), time: kit.NewText(kit.Body, ""), who: kit.NewText(kit.Body, "").Most(2),
		what: kit.NewText(kit.Strong, "").Most(2), records: kit.NewText(kit.Small, "").Right(),
	}
	l.Become(l, kit.Pad(kit.Inset{Top: 8, Right: 12, Bottom: 8, Left: 12},
		kit.Shares(shares[:], l.day, l.time, l.who, l.what, l.records)))
	return l
}

// Fill shows an act.
func (l *line) Fill(r Row) {
	l.day.SetText(r.Day)
	l.time.SetText(r.Time)
	l.who.SetText(r.Who)
	l.what.SetText(r.What)
	l.records.SetText(r.Records)
}
