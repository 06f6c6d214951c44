package contactpage

import (
	"fmt"
	"strconv"
	"strings"

	"holdfast/contact"
	"holdfast/record"
	"holdfast/wording"
)

// Form is a contact sheet while it is typed: as text wherever what is typed
// may still be wrong. It is what a draft holds.
type Form struct {
	Name          string            `json:"name"`
	NameForOthers string            `json:"name_for_others"`
	From          string            `json:"from"`
	Initiates     contact.Initiator `json:"initiates"`
	// Rhythm is the number of days between check-ins.
	Rhythm        string `json:"check_in_days"`
	EmergencyPlan string `json:"emergency_plan"`
	Zone          string `json:"time_zone"`

	Ways       []*WayForm `json:"ways"`
	FirstAsked record.ID  `json:"first_asked"`

	SafeWord   contact.Word `json:"safe_word"`
	DangerWord contact.Word `json:"danger_word"`
	LaterWord  contact.Word `json:"call_later_word"`

	DoNotContactUntil record.Date `json:"do_not_contact_until"`
	DoNotContactNote  string      `json:"do_not_contact_note"`
	ConfirmBy         record.Date `json:"confirm_by"`
	// Together says that all of it was gone through with the person now.
	Together bool `json:"gone_through"`
}

// WayForm is one way while it is typed. The hours of the Channel are in Spans.
type WayForm struct {
	contact.Channel
	Spans []*Span `json:"spans"`
	// Open says that all its fields are shown.
	Open bool `json:"open"`
}

// Span is hours on some days while they are typed.
type Span struct {
	Days contact.Days `json:"days"`
	From string       `json:"from"`
	To   string       `json:"to"`
}

// formOf puts a sheet into a form.
func formOf(s contact.Sheet) *Form {
	f := &Form{
		Name: s.Name, NameForOthers: s.NameForOthers, From: s.From, Initiates: s.Initiates,
		EmergencyPlan: s.EmergencyPlan, Zone: s.Zone, FirstAsked: s.FirstAsked,
		SafeWord: s.SafeWord, DangerWord: s.DangerWord, LaterWord: s.LaterWord,
		DoNotContactUntil: s.DoNotContactUntil, DoNotContactNote: s.DoNotContactNote, ConfirmBy: s.ConfirmBy,
	}
	if s.Rhythm > 0 {
		f.Rhythm = strconv.Itoa(s.Rhythm)
	}
	for _, c := range s.Channels {
		way := &WayForm{Channel: c}
		for _, w := range c.Hours {
			way.Spans = append(way.Spans, &Span{Days: w.Days, From: w.From.String(), To: w.To.String()})
		}
		f.Ways = append(f.Ways, way)
	}
	return f
}

// onto puts what is typed onto a sheet as it is kept. What can't be read is a
// problem of its field.
func (f *Form) onto(s contact.Sheet) (contact.Sheet, []error) {
	var wrong []error
	trim := strings.TrimSpace
	s.Name, s.NameForOthers, s.From = trim(f.Name), trim(f.NameForOthers), trim(f.From)
	s.Initiates, s.EmergencyPlan, s.Zone = f.Initiates, trim(f.EmergencyPlan), trim(f.Zone)
	s.SafeWord, s.DangerWord, s.LaterWord = trimmed(f.SafeWord), trimmed(f.DangerWord), trimmed(f.LaterWord)
	s.DoNotContactUntil, s.DoNotContactNote = f.DoNotContactUntil, trim(f.DoNotContactNote)
	s.ConfirmBy, s.FirstAsked, s.Rhythm = f.ConfirmBy, f.FirstAsked, 0
	if days := trim(f.Rhythm); days != "" {
		n, err := strconv.Atoi(days)
		if err != nil {
			wrong = append(wrong, wording.Refuse("check_in_days", "Write a number of days, such as 14, or leave it empty."))
		}
		s.Rhythm = n
	}
	s.Channels = nil
	for i, way := range f.Ways {
		c, err := way.channel(fmt.Sprintf("channels.%d.hours", i))
		if err != nil {
			wrong = append(wrong, err)
		}
		s.Channels = append(s.Channels, c)
	}
	return s, wrong
}

// channel is the way as it would be kept; hours is what its hours are called
// in a problem.
func (w *WayForm) channel(hours string) (contact.Channel, error) {
	c := w.Channel
	for _, text := range []*string{&c.Label, &c.Value, &c.SharedDevice, &c.SharedAccount, &c.SomeoneElse, &c.Subject,
		&c.DisplayName, &c.CalendarTitle} {
		*text = strings.TrimSpace(*text)
	}
	c.Hours = nil
	var wrong error
	for _, span := range w.Spans {
		from, err := contact.ParseClock(span.From)
		to, err2 := contact.ParseClock(span.To)
		if err != nil || err2 != nil {
			wrong = wording.Refuse(hours, "Write the times like 09:30, or 20:00 for eight in the evening.")
			continue
		}
		c.Hours = append(c.Hours, contact.Window{Days: span.Days, From: from, To: to})
	}
	return c, wrong
}

func trimmed(w contact.Word) contact.Word {
	return contact.Word{Say: strings.TrimSpace(w.Say), Means: strings.TrimSpace(w.Means)}
}
