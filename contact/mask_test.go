package contact_test

import (
	"strings"
	"testing"
	"unicode"

	"holdfast/contact"
)

func TestAMaskShowsJustEnoughToTellTwoApart(t *testing.T) {
	rows := []struct {
		kind        contact.Kind
		value, want string
	}{
		{contact.Phone, "+1 (312) 555-0141", "••• •• 41"},
		{contact.Text, "0034600123456", "••• •• 56"},
		{contact.Phone, "٠١٢٣٤٥٦٧٨٩", "••• •• ٨٩"},
		{contact.Phone, "112", "•••"},
		{contact.Phone, "12345", "•••"},
		{contact.Phone, "123456", "••• •• 56"},
		{contact.Phone, "123456 abcde", "••• •• 56"},
		{contact.Phone, "123456 abcdef", "•••"},
		{contact.Phone, "ask at the desk", "•••"},
		{contact.Signal, "+13125550141", "••• •• 41"},
		{contact.Signal, "wren.42", "w•••"},
		{contact.WhatsApp, "w1", "•••"},
		{contact.WhatsApp, "w12", "w•••"},
		{contact.Email, "Wren.K@example.org", "w•••@•••"},
		{contact.Email, "w@example.org", "•••@•••"},
		{contact.Email, "42nd@example.org", "•••@•••"},
		{contact.Email, "not an address", "n•••@•••"},
		{contact.Post, "12 Elm Street", "•••"},
		{contact.InPerson, "the library", "•••"},
		{contact.ThroughSupport, "Heron, 312 555 0199", "•••"},
		{contact.OtherWay, "a note under the pot", "•••"},
		{contact.Phone, "  ", ""},
	}
	for _, row := range rows {
		if got := contact.Mask(row.kind, row.value); got != row.want {
			t.Errorf("%s %q: %q, want %q", row.kind, row.value, got, row.want)
		}
	}
}

func FuzzAMaskGivesNothingMoreAway(f *testing.F) {
	for _, value := range []string{"+1 312 555 0141", "wren.k@example.org", "", "\xff\xfe@", "é@x", "12345a", "@@@@"} {
		f.Add(0, value)
		f.Add(4, value)
	}
	f.Fuzz(func(t *testing.T, kind int, value string) {
		kinds := contact.Kinds()
		got := contact.Mask(kinds[(kind%len(kinds)+len(kinds))%len(kinds)], value)
		letters, digits := 0, 0
		for _, r := range got {
			switch {
			case unicode.IsLetter(r):
				letters++
			case unicode.IsDigit(r):
				digits++
			case !strings.ContainsRune("• @", r):
				t.Fatalf("%q masks as %q", value, got)
			}
		}
		if letters > 1 || digits > 2 || letters+digits > 2 {
			t.Fatalf("%q masks as %q", value, got)
		}
	})
}

func TestAPhoneHintIsOnlyAHint(t *testing.T) {
	rows := []struct{ raw, region, want string }{
		{"+1 312-555-0141", "", "+1 312-555-0141"},
		{"(312) 555 0141", "us", "+1 312-555-0141"},
		{"600 12 34 56", "ES", "+34 600 12 34 56"},
		{"0912 345 678", "VN", "+84 912 345 678"},
		{"(312) 555 0141", "", ""},
		{"call the desk", "US", ""},
		{"", "US", ""},
		{strings.Repeat("9", 4000), "US", ""},
	}
	for _, row := range rows {
		if got := contact.PhoneHint(row.raw, row.region); got != row.want {
			t.Errorf("%.20q in %q: %q, want %q", row.raw, row.region, got, row.want)
		}
	}
}
