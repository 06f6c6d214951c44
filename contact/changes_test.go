package contact_test

import (
	"reflect"
	"strings"
	"testing"

	"holdfast/contact"
	"holdfast/record"
)

func TestChangesAreToldInWords(t *testing.T) {
	type sheet = contact.Sheet
	rows := []struct {
		change func(*sheet)
		want   string
	}{
		{func(*sheet) {}, ""},
		{func(s *sheet) { s.Name, s.Rhythm = "Robin", 0 }, "The name to use was changed.\nThere are no regular check-ins any more."},
		{func(s *sheet) { s.Confirmed = day(2026, 11, 20) }, "Confirmed with the person on 20 November 2026, by Coordinator."},
		{func(s *sheet) { s.Confirmed, s.ConfirmedBy = record.Date{}, "" }, "The confirmation was removed."},
		{func(s *sheet) { s.DoNotContactUntil, s.DoNotContactNote = day(2026, 12, 3), "exams" },
			"No contact before 3 December 2026.\nThe note about not being contacted was changed."},
		{func(s *sheet) { s.ConfirmBy = day(2027, 1, 31) }, "The sheet holds until 31 January 2027."},
		{func(s *sheet) { s.Zone = "Europe/Madrid" }, "The time zone is now Europe/Madrid."},
		{func(s *sheet) { s.Initiates = contact.TheyBegin }, "Who gets in touch is now: they get in touch with you."},
		{func(s *sheet) { s.Channels = s.Channels[1:] }, "Signal was removed."},
		{func(s *sheet) {
			s.Channels = append(s.Channels, contact.Channel{ID: "x", Kind: contact.Phone, Label: "work"})
		}, "Phone (work) was added."},
		{func(s *sheet) { s.Channels[0], s.Channels[1] = s.Channels[1], s.Channels[0] }, "The order of the ways was changed."},
		{func(s *sheet) { s.FirstAsked = "email" }, "The way asked for first is now: Email."},
		{func(s *sheet) {
			s.Channels[1].Value, s.Channels[1].Safe = "+1 999", contact.NeverSafe
			s.Channels[1].Hours = hours(contact.EveryDay, "9", "10")
		}, "Phone: the number or address was changed.\nPhone: whether it is safe is now no, never.\nPhone: when it is safe is now Every day 09:00–10:00."},
		{func(s *sheet) { s.Channels[1].Hours = nil }, "Phone: when it is safe is now not limited to certain hours."},
		{func(s *sheet) { s.Channels[2].Purposes = []contact.Purpose{contact.Pay, contact.CheckIn} },
			"Email: what it may be used for is now pay and a check-in."},
		{func(s *sheet) { s.Channels[2].Attachments, s.Channels[2].Subject = true, "" },
			"Email: whether attachments are all right is now yes.\nEmail: the subject was changed."},
	}
	for _, row := range rows {
		after := wren()
		row.change(&after)
		if got := said(contact.Changes(wren(), after)); got != row.want {
			t.Errorf("told:\n%s\nwant:\n%s", got, row.want)
		}
	}
}

// TestNoChangeGoesUntold changes each field by itself, so that a field added
// later can't be forgotten.
func TestNoChangeGoesUntold(t *testing.T) {
	s := contact.Sheet{Member: "a", Channels: []contact.Channel{{ID: "1", Kind: contact.Phone}}}
	for _, untold := range eachField(reflect.TypeFor[contact.Sheet](), "Member", "Channels") {
		after := s
		touch(reflect.ValueOf(&after).Elem().FieldByName(untold))
		if len(contact.Changes(s, after)) == 0 || len(contact.Changes(after, s)) == 0 {
			t.Errorf("a change of %s is not told", untold)
		}
	}
	for _, untold := range eachField(reflect.TypeFor[contact.Channel](), "ID") {
		after := s
		after.Channels = []contact.Channel{s.Channels[0]}
		touch(reflect.ValueOf(&after.Channels[0]).Elem().FieldByName(untold))
		got := contact.Changes(s, after)
		if len(got) == 0 || len(contact.Changes(after, s)) == 0 {
			t.Errorf("a change of the way's %s is not told", untold)
		}
		if strings.Contains(said(got), "changed-value") && untold != "Label" {
			t.Errorf("a change of the way's %s tells the value", untold)
		}
	}
}

func eachField(of reflect.Type, but ...string) []string {
	var names []string
	for _, f := range reflect.VisibleFields(of) {
		if !strings.Contains(strings.Join(but, " ")+" ", f.Name+" ") {
			names = append(names, f.Name)
		}
	}
	return names
}

// touch gives a field another value.
func touch(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() + 7)
	case reflect.String:
		v.SetString("changed-value")
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	case reflect.Struct:
		touch(v.Field(0))
	}
}
