package member_test

import (
	"maps"
	"strings"
	"testing"

	. "holdfast/member"
	"holdfast/record"
)

func TestWhichFieldsOfItsOwnABoardMayHave(t *testing.T) {
	for _, c := range []struct {
		why    string
		field  CustomField
		fields string
	}{
		{"text", CustomField{ID: "c", Name: "Bus line", Kind: CustomText}, ""},
		{"a date", CustomField{ID: "c", Name: "Laptop lent on", Kind: CustomDate}, ""},
		{"yes or no", CustomField{ID: "c", Name: "Laptop lent", Kind: CustomYesNo}, ""},
		{"two answers", CustomField{ID: "c", Name: "Lunch", Kind: CustomChoice, Choices: []string{"Soup", "Salad"}}, ""},
		{"nothing at all", CustomField{}, "id name kind"},
		{"a kind that is none", CustomField{ID: "c", Name: "Bus line", Kind: "number"}, "kind"},
		{"a name on two lines", CustomField{ID: "c", Name: "Bus\nline", Kind: CustomText}, "name"},
		{"one answer", CustomField{ID: "c", Name: "Lunch", Kind: CustomChoice, Choices: []string{"Soup"}}, "choices"},
		{"an empty answer", CustomField{ID: "c", Name: "Lunch", Kind: CustomChoice, Choices: []string{"Soup", " "}}, "choices"},
		{"one answer twice", CustomField{ID: "c", Name: "Café", Kind: CustomChoice, Choices: []string{"Té", "te"}}, "choices"},
		{"answers to a text", CustomField{ID: "c", Name: "Bus line", Kind: CustomText, Choices: []string{"1", "2"}}, "choices"},
		{"too many answers", CustomField{ID: "c", Name: "Lunch", Kind: CustomChoice, Choices: many(201)}, "choices"},
	} {
		if got := fields(c.field.Validate()); got != c.fields {
			t.Errorf("%s: problems in %q, not %q", c.why, got, c.fields)
		}
	}
}

func TestTheBoardsOwnFieldsAreFilledLikeOthers(t *testing.T) {
	today := day("2026-06-01")
	own := Arrangement{Custom: []CustomField{
		{ID: "bus", Name: "Bus line", Kind: CustomText},
		{ID: "lent", Name: "Laptop lent on", Kind: CustomDate},
		{ID: "key", Name: "Has a key", Kind: CustomYesNo},
		{ID: "lunch", Name: "Lunch", Kind: CustomChoice, Choices: []string{"Soup", "Ensalada"}},
	}}
	m := Member{Name: "Wren"}
	for name, texts := range map[string][2]string{
		"custom.bus":   {" 14 or 22 ", "14 or 22"},
		"custom.lent":  {"2026-05-01", "2026-05-01"},
		"custom.key":   {"Sí", "yes"},
		"custom.lunch": {"ENSALADA", "Ensalada"},
	} {
		f, _ := own.Field(name)
		if err := f.Set(&m, texts[0], today); err != nil || f.Get(m) != texts[1] {
			t.Errorf("%s %q is %q, %v", name, texts[0], f.Get(m), err)
		}
	}
	for name, text := range map[string]string{
		"custom.bus": strings.Repeat("x", 5001), "custom.lent": "May", "custom.key": "perhaps", "custom.lunch": "Pizza",
	} {
		f, _ := own.Field(name)
		before := maps.Clone(m.Custom)
		if err := f.Set(&m, text, today); fields(err) != name {
			t.Errorf("%s %.10q: %v", name, text, err)
		}
		if !maps.Equal(m.Custom, before) {
			t.Errorf("%s %.10q changed the member", name, text)
		}
	}
	kept := m
	for _, f := range own.Fields() {
		if f.Custom != "" {
			must(t, f.Set(&m, "", today))
		}
	}
	if m.Custom != nil || len(kept.Custom) != 4 {
		t.Errorf("cleared, the values are %v, and %v in the member as it was", m.Custom, kept.Custom)
	}
}

func TestAValueOfAFieldThatChangedSinceDisturbsNobody(t *testing.T) {
	s := newService(t)
	lunch := CustomField{ID: "lunch", Name: "Lunch", Kind: CustomChoice, Choices: []string{"Soup", "Salad"}}
	s.Custom = []CustomField{lunch}
	wren, err := s.Add(Member{Name: "Wren", Custom: map[record.ID]string{"lunch": "Soup"}})
	must(t, err)
	s.Custom[0].Choices = []string{"Salad", "Pizza"}
	wren.SpokenName = "W"
	if wren, err = s.Save(wren); err != nil {
		t.Errorf("an answer that is no more: %v", err)
	}
	s.Custom = nil
	wren.SpokenName = "Wr"
	if wren, err = s.Save(wren); err != nil {
		t.Errorf("a field that is no more: %v", err)
	}
	wren.Custom = map[record.ID]string{"lunch": "Salad"}
	if _, err = s.Save(wren); fields(err) != "custom.lunch" {
		t.Errorf("a new value for a field that is no more: %v", err)
	}
	s.Custom = []CustomField{lunch}
	wren.Custom = map[record.ID]string{"lunch": "Pizza"}
	if _, err = s.Save(wren); fields(err) != "custom.lunch" {
		t.Errorf("an answer that is not offered: %v", err)
	}
}
