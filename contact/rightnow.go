package contact

import (
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Summary is a whole sheet as it stands at one instant.
type Summary struct {
	// Sentence says what may be done this minute: "You can send a Signal
	// message. Do not call."
	Sentence wording.Text
	// State is that of the best way.
	State State
	// Local is the time where the person is: "Saturday 14:20 where Wren is".
	Local wording.Text
	// Words are what to say on the best way and what to do when somebody else
	// answers, each a sentence; empty where no way is open.
	Words []wording.Text
	// Warnings must be read first: the request to confirm the sheet.
	Warnings []wording.Text
	// Best is the way that Sentence speaks of first; empty where none is open.
	Best record.ID
	// Until is when Best closes, Next when the first way opens where none is
	// open now; zero where not known. Both are in the person's zone.
	Until, Next time.Time
	// Rows are all ways in the order in which the person prefers them.
	Rows []Row
	// Confirmed is a sentence about the last confirmation. In parts:
	// ConfirmedOn is its day, zero where there was none; Freshness says how
	// that is to be taken ("within 90 days"), and Fresh whether nothing needs
	// to be done about it.
	Confirmed   wording.Text
	ConfirmedOn record.Date
	Freshness   wording.Text
	Fresh       bool
}

// RightNow puts a sheet into words for one instant.
func RightNow(s Sheet, at time.Time, p Policy) Summary {
	where := placeOf(s, p)
	sum := Summary{Local: where.local(s, at), ConfirmedOn: s.Confirmed}
	sum.Freshness, sum.Fresh = freshness(s, at, p, where)
	sum.Confirmed = wording.T("This sheet was never confirmed.")
	if !s.Confirmed.IsZero() {
		sum.Confirmed = wording.T("Confirmed on {date}: {freshness}.", "date", s.Confirmed, "freshness", sum.Freshness)
	}
	for i, c := range s.Channels {
		a := ask(s, c.ID, AnyPurpose, p, where).answer(at)
		sum.Rows = append(sum.Rows, Row{Channel: c.ID, Kind: c.Kind, Name: c.Name(), Value: Mask(c.Kind, c.Value),
			First: i == 0, Hours: c.InWords(), Rules: c.rules(), State: a.State, Answer: a})
	}
	for _, row := range sum.Rows {
		if row.Answer.Allowed {
			sum.open(s, row, p, where)
			return sum
		}
	}
	sum.closed(s, at, where)
	return sum
}

// local is the time of day where the person is.
func (p place) local(s Sheet, at time.Time) wording.Text {
	if !p.known {
		return wording.T("It is not known what time it is where {name} is.", "name", s.called())
	}
	day, minute := p.wall(at)
	return wording.T("{day} {time} where {name} is", "day", day, "time", minute.Words(), "name", s.called())
}

// freshness says how the last confirmation is to be taken.
func freshness(s Sheet, at time.Time, p Policy, where place) (wording.Text, bool) {
	q := question{sheet: s, policy: p, place: where}
	switch {
	case !q.confirmed(at):
		return wording.T("never confirmed"), false
	case q.expired(at):
		return wording.T("held until {date}", "date", s.ConfirmBy), false
	case !q.stale(at).IsZero():
		return wording.N(p.StaleAfter, "older than {n} day", "older than {n} days"), false
	default:
		return wording.N(p.StaleAfter, "within {n} day", "within {n} days"), true
	}
}

// open words the summary of a sheet with a way that is open.
func (sum *Summary) open(s Sheet, best Row, p Policy, where place) {
	q := ask(s, best.Channel, AnyPurpose, p, where)
	sum.State, sum.Best, sum.Until = OKNow, best.Channel, best.Answer.Until
	sum.Warnings = best.Answer.Warnings
	sum.Sentence = best.Kind.youCan()
	if not := sum.not(best.Kind); !not.IsZero() {
		sum.Sentence = wording.T("{do} {not}", "do", sum.Sentence, "not", not)
	}
	sum.Words = spoken(q.sayFrom(), q.onlyWithWord(), q.onlyAbout(), best.Answer.IfSomeoneElse)
}

// not is what must not be done now, although people are quick to do it.
func (sum *Summary) not(best Kind) wording.Text {
	call, write := best == Phone, best.written() || best == Post
	for _, row := range sum.Rows {
		call = call || row.Answer.Allowed && row.Kind == Phone
		write = write || row.Answer.Allowed && row.Kind.written()
	}
	switch {
	case !call && !write:
		return wording.T("Do not call or write.")
	case !call:
		return wording.T("Do not call.")
	case !write:
		return wording.T("Do not write.")
	default:
		return wording.Text{}
	}
}

// youCan is the sentence of an open way.
func (k Kind) youCan() wording.Text {
	switch k {
	case Phone:
		return wording.T("You can call.")
	case Text:
		return wording.T("You can send a text message.")
	case Signal:
		return wording.T("You can send a Signal message.")
	case WhatsApp:
		return wording.T("You can send a WhatsApp message.")
	case Email:
		return wording.T("You can write an email.")
	case Post:
		return wording.T("You can send a letter.")
	case InPerson:
		return wording.T("You can speak in person.")
	case ThroughSupport:
		return wording.T("You can go through the support person.")
	default:
		return wording.T("You can use the other way that was agreed.")
	}
}
