package member_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	. "holdfast/member"
	"holdfast/wording"
)

func field(t testing.TB, name string) Field {
	t.Helper()
	f, ok := Arrangement{}.Field(name)
	if !ok {
		t.Fatalf("no field %q", name)
	}
	return f
}

func TestEveryPlainFieldOfAMemberCanBeShownAndFilled(t *testing.T) {
	acts := []string{"id", "stages", "roles", "terms", "onboarding", "custom"} // these have acts of their own
	names := map[string]bool{}
	for _, f := range Fields() {
		if names[f.Name] {
			t.Errorf("two fields are called %q", f.Name)
		}
		names[f.Name] = true
		if f.Label.IsZero() || f.Group == "" || f.Kind == "" || f.Group.Label().IsZero() {
			t.Errorf("%q is not described: %+v", f.Name, f)
		}
		if (f.Kind == KindChoice) && len(f.Choices) == 0 {
			t.Errorf("%q has nothing to choose from", f.Name)
		}
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Member]()) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			t.Errorf("%s has no name on disk", f.Name)
		}
		if slices.Contains(acts, name) == names[name] {
			t.Errorf("%q is described as a field: %v", name, names[name])
		}
	}
}

func TestWhatIsReadIsWhatSpreadsheetsMean(t *testing.T) {
	today := "2026-06-01"
	for _, c := range []struct{ field, text, want string }{
		{"name", "  Wren \t Hill ", "Wren Hill"},
		{"pronouns", "She/Her", "she / her"},
		{"pronouns", "xe / xem", "xe / xem"},
		{"languages", "Chinese;", "zh"},
		{"languages", "English, español", "en; es"},
		{"languages", "Inglés; Spanish\nK'iche'; en", "en; es; quc"},
		{"languages", "Klingon", "Klingon"},
		{"skills", "writing, public speaking", "writing; public speaking"},
		{"skills", "writing, also in Spanish; drawing", "writing, also in Spanish; drawing"},
		{"accommodations", "Camera off, cuidado de niños, a blue chair", "camera_off; childcare; a blue chair"},
		{"availability", " Mondays\r\n after 5 \n", "Mondays\n after 5"},
		{"interpreter", "Sí", "yes"},
		{"interpreter", "X", "yes"},
		{"interpreter", "no", "no"},
		{"interpreter", "", ""},
		{"check_in", "Next day", "next_day"},
		{"check_in", "Llamada", "call"},
		{"joined", "2025-03-01", "2025-03-01"},
		{"stage", "Current member", "active"},
		{"stage", "En activo", "active"},
		{"stage", "LEAVE OF ABSENCE", "on_leave"},
		{"stage", "exmiembro", "alumni"},
		{"stage_on", "2025-03-01", "2025-03-01"},
		{"role", "Co-Chair; Note taker; Poet", "co_chair; note_taker; Poet"},
		{"role", "secretaria", "note_taker"},
		{"term_start", "2025-03-01", "2025-03-01"},
		{"term_end", "2027-02-28", "2027-02-28"},
	} {
		m := Member{Name: "Wren"}
		f := field(t, c.field)
		if err := f.Set(&m, c.text, day(today)); err != nil {
			t.Errorf("%s %q: %v", c.field, c.text, err)
		}
		if got := f.Get(m); got != c.want {
			t.Errorf("%s %q is read as %q, not %q", c.field, c.text, got, c.want)
		}
	}
}

func TestWhatMakesNoSenseIsRefusedAndChangesNothing(t *testing.T) {
	for _, c := range []struct{ field, text string }{
		{"name", ""}, {"name", "  "}, {"name", strings.Repeat("x", 201)}, {"name", "a\x00b"}, {"name", "\xff"},
		{"availability", strings.Repeat("x", 5001)}, {"interpreter", "maybe"}, {"check_in", "carrier pigeon"},
		{"joined", "3/4/2025"}, {"joined", "2025-02-30"}, {"joined", "yesterday"},
		{"stage", "floating"}, {"stage_on", "soon"}, {"term_end", "31/12/2026"},
		{"languages", strings.Repeat("x", 201)}, {"role", strings.Repeat("x", 201)},
		{"skills", strings.Join(many(201), ";")},
	} {
		m := Member{Name: "Wren", Pronouns: "she / her", Interpreter: No, CheckIn: CheckInCall, Languages: []string{"en"}}
		before, _ := json.Marshal(m)
		err := field(t, c.field).Set(&m, c.text, day("2026-06-01"))
		problems := wording.Problems(err)
		if len(problems) == 0 || problems[0].Field != c.field {
			t.Errorf("%s %.20q: %v", c.field, c.text, err)
		}
		if after, _ := json.Marshal(m); string(after) != string(before) {
			t.Errorf("%s %.20q changed the member", c.field, c.text)
		}
	}
}

func many(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = "entry " + strings.Repeat("i", i)[:i%150] + string(rune('a'+i%26)) + string(rune('a'+i/26))
	}
	return all
}

func TestTheCountedFieldsDescribeThePresent(t *testing.T) {
	today := day("2026-06-01")
	for _, order := range [][]string{{"stage", "stage_on"}, {"stage_on", "stage"}} {
		var m Member
		for _, name := range order {
			text := map[string]string{"stage": "active", "stage_on": "2025-03-01"}[name]
			if err := field(t, name).Set(&m, text, today); err != nil {
				t.Fatal(err)
			}
		}
		if want := []StageChange{{Stage: Active, On: day("2025-03-01")}}; !reflect.DeepEqual(m.Stages, want) {
			t.Errorf("%v gives %v", order, m.Stages)
		}
	}
	m := Member{Name: "Wren"}
	must(t, field(t, "stage").Set(&m, "invited", today))
	if m.Now() != (StageChange{Stage: Invited}) {
		t.Errorf("a stage whose day nobody knows began on %s", m.Now().On)
	}
	must(t, field(t, "stage").Set(&m, "", today))
	if m.Stage() != Invited {
		t.Error("an empty cell took the stage away")
	}
	m = Member{Name: "Wren", Stages: []StageChange{{Stage: Prospect, On: day("2026-01-01")}, {Stage: Invited, On: day("2026-02-01")}}}
	must(t, field(t, "stage").Set(&m, "applied", today))
	if len(m.Stages) != 3 {
		t.Errorf("the timeline is %v", m.Stages)
	}
	if err := field(t, "stage").Set(&m, "alumni", today); fields(err) != "stage" {
		t.Errorf("a stage that does not follow: %v", err)
	}
	m = Member{Name: "Wren", Roles: []Role{{Name: "chair", Until: day("2025-01-01")}, {Name: "liaison"}}}
	must(t, field(t, "role").Set(&m, "Chair; liaison", today))
	if len(m.Roles) != 3 || m.Roles[2].Name != "chair" {
		t.Errorf("the roles are %v", m.Roles)
	}
	m = Member{Terms: []Term{span("2020-01-01", "2021-12-31"), span("2022-01-01", "")}}
	kept := m.Terms
	must(t, field(t, "term_end").Set(&m, "2026-12-31", today))
	if m.Terms[1] != span("2022-01-01", "2026-12-31") || !kept[1].End.IsZero() {
		t.Errorf("the terms are %v, and were %v", m.Terms, kept)
	}
}

func TestWhatIsShownIsInTheLanguageOfTheScreen(t *testing.T) {
	m := Member{
		Name: "Wren", Pronouns: "she / her", Languages: []string{"es", "en", "Klingon"}, Interpreter: Yes, CheckIn: CheckInNextDay,
		Joined: day("2025-03-01"), Roles: []Role{{Name: "chair"}, {Name: "Poet"}}, Stages: []StageChange{{Stage: OnLeave, On: day("2026-01-01")}},
	}
	es := spanish(t)
	for name, want := range map[string][2]string{
		"name":        {"Wren", "Wren"},
		"pronouns":    {"she / her", "ella"},
		"languages":   {"Spanish, English and Klingon", "Español, Inglés y Klingon"},
		"interpreter": {"Yes", "Sí"},
		"check_in":    {"The day after", "Al día siguiente"},
		"joined":      {"1 March 2025", "1 de marzo de 2025"},
		"role":        {"Chair and Poet", "Presidencia y Poet"},
		"stage":       {"On leave", "De permiso"},
		"stage_on":    {"1 January 2026", "1 de enero de 2026"},
		"skills":      {"", ""},
		"signs":       {"", ""},
		"term_end":    {"", ""},
	} {
		shown := field(t, name).Show(m)
		if got := [2]string{wording.English().Render(shown), es.Render(shown)}; got != want {
			t.Errorf("%s shows %q, not %q", name, got, want)
		}
	}
}

func TestSpanishSpreadsheetsAreUnderstood(t *testing.T) {
	es := spanish(t)
	for name, list := range map[string][]Suggestion{
		"stages": StageChoices(), "roles": Roles(), "languages": Languages(), "accommodations": Accommodations(),
		"check-ins": CheckIns(), "onboarding": OnboardingItems(), "pronouns": Pronouns(),
	} {
		seen := map[string]string{}
		for _, s := range list {
			if seen[s.Code] != "" {
				t.Errorf("%s: %q is there twice", name, s.Code)
			}
			seen[s.Code] = s.Code
			for _, text := range append([]string{s.Code, s.Label.English, strings.ToUpper(s.Label.English)}, s.Also...) {
				if code, known := Recognise(list, text); !known || code != s.Code {
					t.Errorf("%s: %q is read as %q, not %q", name, text, code, s.Code)
				}
			}
			if name == "pronouns" || name == "onboarding" || name == "accommodations" {
				continue // a person's own words, and sentences, are kept as they are
			}
			if code, _ := Recognise(list, es.Render(s.Label)); code != s.Code {
				t.Errorf("%s: %q is read as %q, not %q", name, es.Render(s.Label), code, s.Code)
			}
		}
	}
}

func TestABoardHidesAndRenamesFields(t *testing.T) {
	a := Arrangement{
		Hidden:  []string{"name", "skills", "custom.c1", "no such field"},
		Renamed: map[string]string{"check_in": "How are you?", "signs": "  ", "name": "Colleague"},
		Custom:  []CustomField{{ID: "c1", Name: "Bus line", Kind: CustomText}, {ID: "c2", Name: "Laptop lent", Kind: CustomYesNo}},
	}
	shown, labels := map[string]bool{}, map[string]string{}
	for _, f := range a.Fields() {
		shown[f.Name], labels[f.Name] = true, f.Label.String()
	}
	for name, want := range map[string]bool{"name": true, "skills": false, "custom.c1": false, "custom.c2": true, "signs": true} {
		if shown[name] != want {
			t.Errorf("%s is shown: %v", name, shown[name])
		}
	}
	if labels["check_in"] != "How are you?" || labels["signs"] != "Signs that a pause may be needed" || labels["name"] != "Colleague" {
		t.Errorf("the labels are %q %q %q", labels["check_in"], labels["signs"], labels["name"])
	}
	if f, ok := a.Field("custom.c1"); !ok || f.Label.String() != "Bus line" {
		t.Error("a hidden field is lost")
	}
	if len(a.All()) != len(Fields())+2 {
		t.Errorf("there are %d fields", len(a.All()))
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
