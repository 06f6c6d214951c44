package member

import (
	"strconv"

	"holdfast/record"
	"holdfast/wording"
)

// Spoken is what to call the person when somebody else may hear: the name for
// that if there is one, otherwise the chosen name.
func (m Member) Spoken() string {
	if m.SpokenName != "" {
		return m.SpokenName
	}
	return m.Name
}

// Summary is the line under a person's name: "she / her · member since March
// 2025 · board term ends March 2027".
func (m Member) Summary(today record.Date) wording.Text {
	var said wording.Text
	for _, part := range []wording.Text{Label(Pronouns(), m.Pronouns), m.standing(), m.back(), m.ending(today)} {
		switch {
		case part.IsZero():
		case said.IsZero():
			said = part
		default:
			said = wording.T("{one} · {next}", "one", said, "next", part)
		}
	}
	return said
}

// standing says since when the person is where they are.
func (m Member) standing() wording.Text {
	now := m.Now()
	if now.On.IsZero() {
		return m.undated()
	}
	on := month(now.On)
	switch now.Stage {
	case Prospect:
		return wording.T("prospect since {month}", "month", on)
	case Invited:
		return wording.T("invited in {month}", "month", on)
	case Applied:
		return wording.T("applied in {month}", "month", on)
	case Interviewed:
		return wording.T("interviewed in {month}", "month", on)
	case Offered:
		return wording.T("offered a seat in {month}", "month", on)
	case Onboarding:
		return wording.T("onboarding since {month}", "month", on)
	case Active, TermEnding:
		return m.serving()
	case OnLeave:
		return wording.T("on leave since {month}", "month", on)
	case Alumni:
		return wording.T("alumni since {month}", "month", on)
	case Withdrawn, Declined, Removed:
		return wording.T("not on the board since {month}", "month", on)
	case Deceased:
		return wording.T("has died")
	default:
		return wording.Text{}
	}
}

// undated says where somebody is of whom nobody knows since when.
func (m Member) undated() wording.Text {
	switch m.Stage() {
	case Prospect:
		return wording.T("prospect")
	case Invited:
		return wording.T("invited")
	case Applied:
		return wording.T("applied")
	case Interviewed:
		return wording.T("interviewed")
	case Offered:
		return wording.T("offered a seat")
	case Onboarding:
		return wording.T("onboarding")
	case Active, TermEnding:
		return m.serving()
	case OnLeave:
		return wording.T("on leave")
	case Alumni:
		return wording.T("alumni")
	case Withdrawn, Declined, Removed:
		return wording.T("not on the board")
	case Deceased:
		return wording.T("has died")
	default:
		return wording.Text{}
	}
}

// serving says since when somebody has a seat, where that is known.
func (m Member) serving() wording.Text {
	if since := m.Since(); !since.IsZero() {
		return wording.T("member since {month}", "month", month(since))
	}
	return wording.T("member")
}

// back says when somebody on leave hopes to be back.
func (m Member) back() wording.Text {
	now := m.Now()
	if now.Stage != OnLeave || now.Leave.Expected.IsZero() {
		return wording.Text{}
	}
	return wording.T("hopes to be back in {month}", "month", month(now.Leave.Expected))
}

// ending says when the term of somebody with a seat ends.
func (m Member) ending(today record.Date) wording.Text {
	t, ok := m.CurrentTerm(today)
	if !ok || !m.Stage().Serving() {
		return wording.Text{}
	}
	switch end := m.TermEnd(t, today); {
	case end.IsZero():
		return wording.Text{}
	case end.Before(today):
		return wording.T("board term ended {month}", "month", month(end))
	default:
		return wording.T("board term ends {month}", "month", month(end))
	}
}

// month is a month and its year: "March 2025".
func month(d record.Date) wording.Text {
	return wording.T("{month} {year}", "month", d.Month, "year", strconv.Itoa(d.Year))
}
