package assessment

import (
	"slices"
	"strings"
	"testing"

	"holdfast/record"
	"holdfast/wording"
)

func TestWhatAnItemDependsOnIsSaidInWords(t *testing.T) {
	all := everyShipped(t)
	for _, c := range []struct {
		list, item, want string
	}{
		{"hipaa", "covered", ""},
		{"vawa-voca-fvpsa", "policy", "Only where this is so: “Who pays for the board, or for the organisation that runs it?” OVW: money under VAWA / VOCA: often passed on by the state"},
		{"mandatory-reporting", "co-risk", "Only where this is so: “Where does the board work?” Colorado"},
		{"part-22", "log", "“Do we gather facts about people for a study or for statistics?” Yes / We are not sure"},
	} {
		said := strings.Join(all[c.list].AppliesIf(c.item, wording.English()), "\n")
		if c.want == "" && said != "" || !strings.Contains(said, c.want) {
			t.Errorf("%s %s: %q", c.list, c.item, said)
		}
	}
}

func TestEveryConditionOfWhatShipsCanBeSaid(t *testing.T) {
	for id, in := range everyShipped(t) {
		for _, s := range in.steps() {
			said := in.AppliesIf(s.ID, wording.English())
			if len(said) != len(s.gates) || slices.ContainsFunc(said, func(text string) bool { return strings.Contains(text, "{") || strings.HasSuffix(text, "” ") }) {
				t.Errorf("%s %s: %q", id, s.ID, said)
			}
		}
	}
}

func TestACheckListSaysWhenToLookAgainAndHowFarItIs(t *testing.T) {
	in := everyShipped(t)["retention"]
	today := record.Date{Year: 2026, Month: 11, Day: 22}
	checks := map[string]Check{}
	mark := func(item, status string, by record.Date) {
		c, err := in.Mark(Check{Item: item}, Mark{On: today, Status: status, ReviewBy: by})
		if err != nil {
			t.Fatal(err)
		}
		checks[item] = c
	}
	items := in.Stand(nil, nil, today).Items
	n := len(items)
	mark(items[0].ID, Done, today.AddDays(30))
	mark(items[1].ID, NotForUs, today.AddDays(3))
	mark(items[2].ID, NotYet, today)
	s := in.Stand(nil, checks, today)
	if s.Due() != 1 || s.Next() != today || s.Share() != 1/float64(n-1) {
		t.Errorf("%d due, next %s, %f done of %d", s.Due(), s.Next(), s.Share(), n)
	}
	if (ChecklistState{}).Share() != 1 || !(ChecklistState{}).Next().IsZero() {
		t.Error("a list without items is not done, or is to be looked at")
	}
}

// parted is a draft with a part of one question and a question after it.
func parted(t *testing.T) Instrument {
	t.Helper()
	text := func(s string) Words { return Words{wording.InEnglish: s} }
	in := Blank("x", text("X"), wording.InEnglish)
	in.Items = []Item{{ID: "g", Type: Group, Text: text("G"), Items: []Item{{ID: "a", Type: YesNo, Text: text("A?")}}}, {ID: "b", Type: YesNo, Text: text("B?")}}
	if err := in.Validate(); err != nil {
		t.Fatal(err)
	}
	return in
}

func TestAPartThatIsLeftEmptyGoes(t *testing.T) {
	in := parted(t)
	out, err := in.Into("a", "")
	if err != nil || len(out.Items) != 2 || out.Items[1].ID != "a" || out.Validate() != nil {
		t.Errorf("%+v, %v", out.Items, err)
	}
	if out, err = in.Into("b", "g"); err != nil || len(out.Items) != 1 || out.Items[0].Items[1].ID != "b" {
		t.Errorf("%+v, %v", out.Items, err)
	}
	if out, err = in.Remove("a"); err != nil || len(out.Items) != 1 {
		t.Errorf("%+v, %v", out.Items, err)
	}
	if _, err = in.Into("b", "nothing"); err == nil {
		t.Error("it went into a part that is not there")
	}
	if len(in.Items[0].Items) != 1 {
		t.Error("the original changed")
	}
}

func TestAFurtherLanguageNeedsEveryText(t *testing.T) {
	in := parted(t)
	if texts := in.Texts(); !slices.Equal(texts, []string{"X", "G", "A?", "B?"}) {
		t.Errorf("%q", texts)
	}
	half, err := in.Translated(wording.InSpanish, map[string]string{"X": "Equis"})
	if err != nil || half.Validate() == nil {
		t.Errorf("half a language is enough: %v", err)
	}
	whole, err := in.Translated(wording.InSpanish, map[string]string{"X": "Equis", "G": "Ge", "A?": "¿A?", "B?": "¿B?"})
	if err != nil || whole.Validate() != nil || whole.Items[0].Items[0].Text["es"] != "¿A?" || in.Items[0].Items[0].Text["es"] != "" {
		t.Errorf("%+v, %v", whole.Items, err)
	}
	released, err := whole.Release(record.Date{Year: 2026, Month: 1, Day: 1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := released.Translated(wording.InSpanish, nil); err == nil {
		t.Error("what is released got other words")
	}
}
