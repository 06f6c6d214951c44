package contact

import (
	"fmt"
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Validate gives all problems of a sheet at once (see wording.Problems), or
// nil. A field is named by its JSON name, with the place of the way in front
// ("channels.0.hours"). Numbers and addresses are never refused for how they
// look.
func (s Sheet) Validate() error {
	all := problems{}
	all.When(s.Member == "", wording.Refuse("member", "This sheet does not say whose it is."))
	_, err := Zone(s.Zone)
	all.When(s.Zone != "" && err != nil,
		wording.Refuse("time_zone", "There is no such time zone. Choose one from the list, such as America/Chicago."))
	_, found := s.Channel(s.FirstAsked)
	all.When(s.FirstAsked != "" && !found,
		wording.Refuse("first_asked", "The way that was asked for first is not on the sheet. Choose one that is."))
	all.When(s.Rhythm < 0 || s.Rhythm > 366,
		wording.Refuse("check_in_days", "Check-ins are 1 to 366 days apart; leave it empty for none."))
	all.When(!s.ConfirmBy.IsZero() && !s.Confirmed.IsZero() && s.ConfirmBy.Before(s.Confirmed),
		wording.Refuse("confirm_by", "The sheet can't end before the day on which it was confirmed."))
	all.Choice("initiates", among(s.Initiates, Initiators()))
	all.texts(s)
	seen := map[record.ID]bool{}
	for i, c := range s.Channels {
		where := fmt.Sprintf("channels.%d.", i)
		all.When(c.ID == "" || seen[c.ID],
			wording.Refuse(where+"id", "Two ways on the sheet can't be told apart. Remove one and add it again."))
		seen[c.ID] = true
		all.way(where, c, s)
	}
	return all.Err()
}

// texts looks at the texts of the sheet itself.
func (p *problems) texts(s Sheet) {
	p.line("name", s.Name)
	p.line("name_for_others", s.NameForOthers)
	p.line("from", s.From)
	p.line("confirmed_by", s.ConfirmedBy)
	p.word("safe_word", s.SafeWord)
	p.word("danger_word", s.DangerWord)
	p.word("call_later_word", s.LaterWord)
	p.prose("emergency_plan", s.EmergencyPlan)
	p.prose("do_not_contact_note", s.DoNotContactNote)
}

// way looks at one way; where stands in front of its fields' names.
func (p *problems) way(where string, c Channel, s Sheet) {
	p.When(!c.Kind.Known(), wording.Refuse(where+"kind", "Choose which kind of way this is."))
	p.Choice(where+"safe", among(c.Safe, Safeties()))
	p.Choice(where+"voicemail", among(c.Voicemail, Voicemails()))
	p.Choice(where+"organisation_named", among(c.Naming, Namings()))
	p.Choice(where+"dropped_call", among(c.Dropped, Droppeds()))
	p.Choice(where+"return_address", among(c.Return, Returns()))
	for _, purpose := range c.Purposes {
		p.Choice(where+"purposes", purpose != AnyPurpose && purpose.Known())
	}
	p.When(c.Safe == SafeAtTimes && len(c.Hours) == 0,
		wording.Refuse(where+"hours", "Say at which times this way is safe, or mark it as not known."))
	p.When(c.Safe == SafeWithWord && s.SafeWord.Say == "",
		wording.Refuse("safe_word", "A way is safe only with the code word. Write down which word that is."))
	p.When(len(c.Hours) > 0 && s.Zone == "",
		wording.Refuse("time_zone", "There are hours on this sheet. Choose the time zone that they are in."))
	p.When(c.Calendar && c.CalendarTitle == "",
		wording.Refuse(where+"calendar_title", "Give calendar invites a title that gives nothing away."))
	p.hours(where+"hours", c.Hours)
	p.line(where+"label", c.Label)
	p.prose(where+"value", c.Value)
	p.line(where+"device_shared_with", c.SharedDevice)
	p.line(where+"account_shared_with", c.SharedAccount)
	p.prose(where+"if_someone_else", c.SomeoneElse)
	p.line(where+"subject", c.Subject)
	p.line(where+"display_name", c.DisplayName)
	p.line(where+"calendar_title", c.CalendarTitle)
}

func (p *problems) hours(field string, hours []Window) {
	for _, w := range hours {
		p.When(w.Days&EveryDay == 0 || w.Days&^EveryDay != 0,
			wording.Refuse(field, "Choose at least one day of the week for these hours."))
		p.When(w.From < 0 || w.From >= 1440 || w.To < 0 || w.To > 1440,
			wording.Refuse(field, "Hours lie between 00:00 and 24:00."))
		p.When(w.From == w.To,
			wording.Refuse(field, "These hours begin and end at the same time. For a whole day choose 00:00 to 24:00."))
	}
}

// Validate gives all problems of an entry at once, or nil.
func (e Entry) Validate() error {
	all := problems{}
	all.When(e.Member == "" || e.ID == "", wording.Refuse("member", "This entry does not say whose it is."))
	all.When(e.At.IsZero(), wording.Refuse("at", "Say when it was."))
	all.When(!e.Kind.Known(), wording.Refuse("kind", "Choose which kind of way this is."))
	all.When(!e.Outcome.Known(), wording.Refuse("outcome", "Choose how it went."))
	all.Choice("purpose", e.Purpose.Known())
	all.Choice("answered", slices.Contains(AnsweredBy(), e.Answered))
	all.When(!e.Rule.Known() || e.Within != (e.Rule == NoRule),
		wording.Refuse("rule", "This entry does not say whether it was within the rules. Record it again."))
	all.prose("note", e.Note)
	return all.Err()
}
