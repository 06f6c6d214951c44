package board_test

import (
	"strings"
	"testing"

	"holdfast/member"
	"holdfast/wording"
)

func TestSettingsByKey(t *testing.T) {
	b := newWorld(t).settled()
	for _, try := range []struct{ key, value, want, refused string }{
		{"board_name", " Riverside ", "Riverside", ""},
		{"board_name", strings.Repeat("x", 81), "", "board_name"},
		{"board_name", "two\nlines", "", "board_name"},
		{"time_zone", "Europe/Madrid", "Europe/Madrid", ""},
		{"time_zone", "Madrid", "", "time_zone"},
		{"time_zone", "Local", "", "time_zone"},
		{"lock_minutes", "1", "1", ""},
		{"lock_minutes", "0", "", "lock_minutes"},
		{"lock_minutes", "121", "", "lock_minutes"},
		{"lock_minutes", "five", "", "lock_minutes"},
		{"lock_on_minimise", "sí", "yes", ""},
		{"lock_on_minimise", "no", "no", ""},
		{"lock_on_minimise", "perhaps", "", "lock_on_minimise"},
		{"clipboard_seconds", "4", "", "clipboard_seconds"},
		{"confirm_days", "60", "60", ""},
		{"confirm_days", "6", "", "confirm_days"},
		{"prompt_days", "30, 90,90", "90,30", ""},
		{"prompt_days", "", "", ""},
		{"prompt_days", "90;60", "", "prompt_days"},
		{"prompt_days", "0", "", "prompt_days"},
		{"history_months", "-1", "", "history_months"},
		{"hidden_fields", "signs, travel", "signs,travel", ""},
		{"hidden_fields", "name", "", "hidden_fields"},
		{"hidden_fields", "ssn", "", "hidden_fields"},
		{"label.pronouns", "How to speak of them", "How to speak of them", ""},
		{"label.pronouns", "", "", ""},
		{"label.nothing", "x", "", "label.nothing"},
		{"custom_fields", "not json", "", "custom_fields"},
		{"shoe_size", "39", "", "key"},
	} {
		_, err := b.SetSetting(try.key, try.value)
		problems := wording.Problems(err)
		switch {
		case try.refused == "" && err != nil:
			t.Errorf("%s = %q: %v", try.key, try.value, err)
		case try.refused != "" && (len(problems) == 0 || problems[0].Field != try.refused):
			t.Errorf("%s = %q: %v, want a problem of %s", try.key, try.value, err, try.refused)
		case try.refused == "":
			if got, err := b.Setting(try.key); err != nil || got.Value != try.want {
				t.Errorf("%s = %q: it is now %q, %v", try.key, try.value, got.Value, err)
			}
		}
	}
}

func TestARefusedSettingLeavesTheOthersAlone(t *testing.T) {
	b := newWorld(t).settled()
	before, err := b.Settings()
	must(t, err)
	wrong := before
	wrong.Name, wrong.LockMinutes = "Another", 500
	if _, err := b.SaveSettings(wrong); err == nil {
		t.Fatal("it was taken")
	}
	if after, err := b.Settings(); err != nil || after.Name != before.Name {
		t.Errorf("the name is now %q, %v", after.Name, err)
	}
}

func TestAFieldOfOnesOwnIsOfferedAndGentlyDoubted(t *testing.T) {
	b := newWorld(t).settled()
	concerns, err := b.SetSetting("custom_fields", `[{"name": "T-shirt size", "kind": "choice", "choices": ["S", "M"]}, {"name": "Visa status", "kind": "text"}]`)
	must(t, err)
	if len(concerns) != 1 {
		t.Errorf("concerns: %v", concerns)
	}
	fields, err := b.Fields()
	must(t, err)
	own := fields[len(fields)-2]
	if own.Custom == "" || own.Label.String() != "T-shirt size" {
		t.Errorf("the last but one field is %+v", own)
	}
	again, err := b.SetSetting("lock_minutes", "7")
	must(t, err)
	if len(again) != 0 {
		t.Errorf("the same doubt twice: %v", again)
	}
	m, err := b.AddMember(member.Member{Name: "Wren"})
	must(t, err)
	must(t, own.Set(&m, "M", m.Now().On))
	m, err = b.SaveMember(m)
	must(t, err)
	if m.Custom[own.Custom] != "M" {
		t.Errorf("its value: %v", m.Custom)
	}
}

func TestHidingAFieldKeepsWhatIsInIt(t *testing.T) {
	b := newWorld(t).settled()
	m, err := b.AddMember(member.Member{Name: "Wren", Travel: "by the 14 bus"})
	must(t, err)
	_, err = b.SetSetting("hidden_fields", "travel")
	must(t, err)
	fields, err := b.Fields()
	must(t, err)
	for _, f := range fields {
		if f.Name == "travel" {
			t.Error("a hidden field is offered")
		}
	}
	if m, err = b.Member(m.ID); err != nil || m.Travel == "" {
		t.Errorf("hiding a field emptied it: %q, %v", m.Travel, err)
	}
}

func TestEverySettingCanBeReadAndWrittenAsItIs(t *testing.T) {
	b := newWorld(t).settled()
	list, err := b.SettingList()
	must(t, err)
	for _, s := range list {
		if _, err := b.SetSetting(s.Key, s.Value); err != nil {
			t.Errorf("%s = %q, as it is already: %v", s.Key, s.Value, err)
		}
		if s.Label.IsZero() {
			t.Errorf("%s has no label", s.Key)
		}
	}
}
