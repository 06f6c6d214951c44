package form_test

import (
	"errors"
	"slices"
	"testing"

	"holdfast/app/form"
	"holdfast/record"
	"holdfast/wording"
)

// errLocked stands for a board that can't be read.
var errLocked = errors.New("the board is locked")

// door is a form about mending a door: who pays is asked only where it costs
// something, and the price is set by what is done.
type door struct {
	kept  form.Values
	agree bool // saving has to be agreed to
	shut  bool // the form can't begin
}

func (d *door) questions() *form.Simple {
	return &form.Simple{Title: "The door",
		Start: func() (form.Values, error) {
			if d.shut {
				return nil, errLocked
			}
			return form.Values{"day": "2026-11-21"}, nil
		},
		Fields: func(v form.Values) []form.Group {
			inputs := []form.Input{{Name: "what", Turns: true}, {Kind: form.Day, Name: "day"}, {Kind: form.Yes, Name: "costs", Turns: true}}
			if v.On("costs") {
				inputs = append(inputs, form.Input{Name: "payer"})
			}
			return []form.Group{{Inputs: inputs}}
		},
		Turn: func(v form.Values, field string) {
			if field == "what" {
				v["costs"] = form.Truth(v["what"] == "a new lock")
			}
		},
		Keep: func(v form.Values) (string, error) {
			if d.agree && !v.On("agreed") {
				return "", &form.Ask{Title: "Truly?", Field: "agreed"}
			}
			if v.Text("what") == "" {
				return "", wording.Refuse("what", "Write down what is done.")
			}
			if v.On("costs") && v.Text("payer") == "" {
				return "", wording.Refuse("payer", "Write down who pays.")
			}
			if v["what"] == "elsewhere" {
				return "", wording.Refuse("street", "There is no such street.")
			}
			d.kept = v
			return "Kept.", nil
		}}
}

// shown are the names of the fields, and what is wrong with each.
func shown(f *form.Form) (names []string, wrong map[string]string) {
	wrong = map[string]string{}
	for _, g := range f.State().Groups {
		for _, in := range g.Inputs {
			names = append(names, in.Name)
			if in.Mistake != "" {
				wrong[in.Name] = in.Mistake
			}
		}
	}
	return names, wrong
}

func TestWhatCannotBeKeptStaysWithALineUnderItsField(t *testing.T) {
	const asDay = "Write the day as year-month-day, like 2026-11-22."
	for _, c := range []struct{ name, field, text, wrong, says string }{
		{"a field that has to be filled in", "what", " ", "what", "Write down what is done."},
		{"a day that is none", "day", "next week", "day", asDay},
		{"a day that is not in the calendar", "day", "2026-02-30", "day", asDay},
		{"a field that appeared with an answer", "what", "a new lock", "payer", "Write down who pays."},
	} {
		d := &door{}
		f := form.New(wording.English(), d.questions(), nil)
		f.Type(c.field, c.text)
		if say, ask := f.Save(); say != "" || ask != nil || d.kept != nil {
			t.Errorf("%s: said %q, asked %v, kept %v", c.name, say, ask, d.kept)
		}
		_, wrong := shown(f)
		if s := f.State(); len(wrong) != 1 || wrong[c.wrong] != c.says || s.First != c.wrong || s.Again == "" || s.Trouble != "" {
			t.Errorf("%s: %v, first %q, again %q", c.name, wrong, s.First, s.Again)
		}
		if f.Value(c.field) != c.text || !f.Changed() {
			t.Errorf("%s: %q is left of what was typed", c.name, f.Value(c.field))
		}
		f.Type(c.wrong, "2026-11-22")
		if _, wrong := shown(f); len(wrong) != 0 || f.State().Again != "" {
			t.Errorf("%s: %v is said of what was mended", c.name, wrong)
		}
	}
}

func TestOnlyFieldsThatStandThereAreCountedAsNeedingAnotherLook(t *testing.T) {
	f := form.New(wording.English(), (&door{}).questions(), nil)
	f.Type("what", "a new lock")
	f.Save()
	if s := f.State(); s.First != "payer" || s.Again == "" {
		t.Fatalf("first %q, again %q", s.First, s.Again)
	}
	f.Type("costs", "") // who pays is no longer asked
	if s := f.State(); s.First != "" || s.Again != "" {
		t.Errorf("first %q, and %q of a field that went", s.First, s.Again)
	}
}

func TestFieldsAppearAndGoWithTheAnswersTheyDependOn(t *testing.T) {
	always := []string{"what", "day", "costs"}
	f := form.New(wording.English(), (&door{}).questions(), nil)
	for _, c := range []struct {
		field, text string
		shows       []string
	}{
		{"day", "2026-11-22", always},
		{"what", "a new lock", append(slices.Clone(always), "payer")}, // what is done says that it costs something
		{"payer", "The board", append(slices.Clone(always), "payer")},
		{"costs", "", always},
		{"costs", form.True, append(slices.Clone(always), "payer")},
	} {
		f.Type(c.field, c.text)
		if names, _ := shown(f); !slices.Equal(names, c.shows) {
			t.Errorf("%s = %q shows %v", c.field, c.text, names)
		}
	}
	if f.Value("payer") != "The board" {
		t.Error("what stood in a field that went is lost")
	}
}

func TestWhatWasTypedAndNotSavedIsADraftThatComesBack(t *testing.T) {
	d := &door{}
	f := form.New(wording.English(), d.questions(), nil)
	if f.Draft() != nil || f.Changed() {
		t.Error("a form nobody touched has a draft")
	}
	f.Type("what", "a new lock")
	f.Type("day", "soon") // a draft keeps what is wrong, too
	draft := f.Draft()
	f = form.New(wording.English(), d.questions(), draft)
	if f.Value("what") != "a new lock" || f.Value("day") != "soon" || !f.Values().On("costs") || !f.Changed() {
		t.Errorf("%s came back as %v", draft, f.Values())
	}
	f.Type("day", "2026-11-21")
	f.Type("payer", "The board")
	if say, _ := f.Save(); say != "Kept." || f.Draft() != nil {
		t.Errorf("said %q; draft %s", say, f.Draft())
	}
	f.Type("payer", "Somebody else")
	f.Type("payer", "The board")
	if f.Changed() {
		t.Error("what was typed back is a draft")
	}
	if f = form.New(wording.English(), d.questions(), []byte("{broken")); f.Value("day") != "2026-11-21" || f.Changed() {
		t.Errorf("a draft that can't be read leaves %v", f.Values())
	}
}

func TestWhatHasToBeAgreedToIsAskedBeforeItIsKept(t *testing.T) {
	d := &door{agree: true}
	f := form.New(wording.English(), d.questions(), nil)
	f.Type("what", "a handle")
	say, ask := f.Save()
	if say != "" || ask == nil || d.kept != nil || len(f.State().Trouble) > 0 {
		t.Fatalf("said %q, asked %v, kept %v", say, ask, d.kept)
	}
	f.Type(ask.Field, form.True)
	if say, ask = f.Save(); say != "Kept." || ask != nil {
		t.Errorf("said %q, asked %v", say, ask)
	}
}

func TestATroubleWithoutAFieldIsSaidAboveTheForm(t *testing.T) {
	f := form.New(wording.English(), (&door{}).questions(), nil)
	f.Type("what", "elsewhere")
	f.Save()
	if s := f.State(); s.Trouble != "There is no such street." || s.Again != "" || f.Value("what") != "elsewhere" {
		t.Errorf("%+v", s)
	}
	if s := form.New(wording.English(), (&door{shut: true}).questions(), nil).State(); s.Trouble == "" || len(s.Groups) > 0 {
		t.Errorf("a form that could not begin shows %+v", s)
	}
}

func TestAFieldHoldsListsAndDaysAsText(t *testing.T) {
	v := form.Values{"list": " one\n\n two ", "day": " 2026-11-21 ", "none": "soon"}
	if got := v.List("list"); !slices.Equal(got, []string{"one", "two"}) {
		t.Errorf("%q", got)
	}
	if day := v.Day("day"); form.Written(day) != "2026-11-21" || !v.Day("none").IsZero() || form.Written(record.Date{}) != "" {
		t.Errorf("%v", day)
	}
}
