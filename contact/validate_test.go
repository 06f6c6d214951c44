package contact_test

import (
	"errors"
	"strings"
	"testing"

	"holdfast/contact"
	"holdfast/record"
	"holdfast/wording"
)

func TestASheetAsPeopleWriteItIsKept(t *testing.T) {
	for name, change := range map[string]func(*contact.Sheet){
		"whole":               func(*contact.Sheet) {},
		"empty":               func(s *contact.Sheet) { *s = contact.Sheet{Member: "a"} },
		"half":                func(s *contact.Sheet) { s.Channels = []contact.Channel{{ID: "1", Kind: contact.Phone}} },
		"an odd number":       func(s *contact.Sheet) { s.Channels[4].Value = "ask for R. at ext. 4, not a number" },
		"daily check-ins":     func(s *contact.Sheet) { s.Rhythm = 1 },
		"yearly check-ins":    func(s *contact.Sheet) { s.Rhythm = 366 },
		"a line that is full": func(s *contact.Sheet) { s.From = strings.Repeat("ñ", 300) },
		"a plan that is full": func(s *contact.Sheet) { s.EmergencyPlan = strings.Repeat("ñ", 4000) },
		"the last minute": func(s *contact.Sheet) {
			s.Channels[0].Hours = []contact.Window{{Days: contact.EveryDay, From: 1439, To: 1440}, {Days: contact.EveryDay, From: 1439, To: 0}}
		},
		"a lined address": func(s *contact.Sheet) { s.Channels[3].Value = "PO Box 3\nSpringfield" },
	} {
		s := wren()
		change(&s)
		if err := s.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatMakesNoSenseIsRefusedByItsField(t *testing.T) {
	type sheet = contact.Sheet
	type channel = contact.Channel
	rows := map[string]func(*sheet){
		"member":          func(s *sheet) { s.Member = "" },
		"first_asked":     func(s *sheet) { s.FirstAsked = "pigeon" },
		"check_in_days":   func(s *sheet) { s.Rhythm = -1 },
		"confirm_by":      func(s *sheet) { s.ConfirmBy = day(2026, 11, 2) },
		"initiates":       func(s *sheet) { s.Initiates = "whoever" },
		"name":            func(s *sheet) { s.Name = "two\nlines" },
		"from":            func(s *sheet) { s.From = strings.Repeat("ñ", 301) },
		"emergency_plan":  func(s *sheet) { s.EmergencyPlan = strings.Repeat("ñ", 4001) },
		"call_later_word": func(s *sheet) { s.LaterWord = contact.Word{Means: "in an hour"} },
		"channels.0.id":   func(s *sheet) { s.Channels[0].ID = "" },
		"channels.1.id":   func(s *sheet) { s.Channels[1].ID = "signal" },
		"channels.1.kind": func(s *sheet) { s.Channels[1].Kind = "fax" },
		"channels.1.safe": func(s *sheet) { s.Channels[1].Safe = "maybe" },
		"safe_word": func(s *sheet) {
			s.SafeWord = contact.Word{}
			s.Channels[1].Safe = contact.SafeWithWord
		},
		"channels.1.voicemail":          func(s *sheet) { s.Channels[1].Voicemail = "long" },
		"channels.1.organisation_named": func(s *sheet) { s.Channels[1].Naming = "loud" },
		"channels.1.dropped_call":       func(s *sheet) { s.Channels[1].Dropped = "shout" },
		"channels.3.return_address":     func(s *sheet) { s.Channels[3].Return = "home" },
		"channels.2.purposes":           func(s *sheet) { s.Channels[2].Purposes = []contact.Purpose{"gossip"} },
		"channels.2.calendar_title":     func(s *sheet) { way(s, "email", func(c *channel) { c.Calendar = true }) },
		"channels.2.subject":            func(s *sheet) { s.Channels[2].Subject = "a\tb" },
		"channels.0.hours":              func(s *sheet) { s.Channels[0].Hours[0].Days = 0 },
		"channels.1.hours":              func(s *sheet) { s.Channels[1].Hours = nil },
		"time_zone":                     func(s *sheet) { s.Zone = "" },
	}
	for field, change := range rows {
		s := wren()
		change(&s)
		err := s.Validate()
		problems := wording.Problems(err)
		if len(problems) != 1 || problems[0].Field != field || !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s: %v", field, err)
		}
	}
	s := wren()
	s.Channels[2].Purposes = []contact.Purpose{contact.AnyPurpose} // a question, and nothing to agree to
	if problems := wording.Problems(s.Validate()); len(problems) != 1 || problems[0].Field != "channels.2.purposes" {
		t.Error(problems)
	}
	for _, hours := range [][]contact.Window{hours(contact.EveryDay, "9", "9"), {{Days: contact.EveryDay, From: -1, To: 60}},
		{{Days: contact.EveryDay, From: 1440, To: 60}}, {{Days: contact.EveryDay, From: 0, To: 1441}}, {{Days: 1 << 7, From: 0, To: 60}}} {
		s := wren()
		s.Channels[0].Hours = hours
		if problems := wording.Problems(s.Validate()); len(problems) != 1 || problems[0].Field != "channels.0.hours" {
			t.Errorf("%v: %v", hours, s.Validate())
		}
	}
}

func TestAllProblemsAreToldAtOnceAndNoneTellsAValue(t *testing.T) {
	s := contact.Sheet{Zone: "Secretland", From: "secret\n", Rhythm: 1000,
		Channels: []contact.Channel{{Kind: "secret", Value: "secret", Safe: "secret", Subject: "secret\n"}}}
	err := s.Validate()
	if n := len(wording.Problems(err)); n != 8 {
		t.Errorf("%d problems: %v", n, err)
	}
	if strings.Contains(strings.ToLower(err.Error()), "secret") {
		t.Errorf("a problem tells a value: %v", err)
	}
	es := spanish(t)
	for _, p := range wording.Problems(err) {
		if !es.Has(p.What.English) {
			t.Errorf("not in Spanish: %s", p.What.English)
		}
	}
}
