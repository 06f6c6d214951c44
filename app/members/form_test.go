package members_test

import (
	"encoding/json"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/members"
	"holdfast/app/route"
	"holdfast/assets"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// inputs are all fields of a form by name.
func inputs(s members.FormState) map[string]members.Input {
	all := map[string]members.Input{}
	for _, g := range s.Groups {
		for _, in := range g.Inputs {
			all[in.Name] = in
		}
	}
	return all
}

func TestANameIsEnough(t *testing.T) {
	b := apptest.Empty(t)
	stage, desk, _ := show(t, b, route.Person(route.NewPerson, ""), nil)
	stage.Tap(stage.Button("Save"))
	if !contains(stage.Words(), "Write the name that the person has chosen.") || !contains(stage.Words(), "1 field needs another look") {
		t.Fatalf("without a name: %s", stage.Words())
	}
	stage.Type("Wren") // the cursor is where the mistake is
	stage.Press(fyne.KeyReturn)
	m := named(t, b, "Wren")
	if m.Stage() != member.Prospect || m.Now().On != today() {
		t.Errorf("%+v", m.Stages)
	}
	if len(desk.Went) != 1 || desk.Went[0] != route.Person(string(m.ID), route.Overview) || desk.Saves != 1 {
		t.Errorf("went to %v, saved %d times", desk.Went, desk.Saves)
	}
	desk.Undo()
	stage.Settle()
	if rows, err := b.People(everybody()); err != nil || len(rows) != 0 {
		t.Errorf("%v, %v", rows, err)
	}
	if at := desk.Went[len(desk.Went)-1]; at != route.Members() {
		t.Errorf("and then at %v", at)
	}
}

func TestWhoSitsOnTheBoardAlreadyDoesNotJoinToday(t *testing.T) {
	f := members.NewForm(apptest.Empty(t), wording.English(), "", nil)
	f.Type("name", "Wren")
	f.Type("stage", string(member.Active))
	m, _ := f.Save()
	if len(m.Stages) != 1 || m.Now() != (member.StageChange{Stage: member.Active}) || !m.Since().IsZero() {
		t.Errorf("%+v", m.Stages)
	}
}

func TestNoFieldAsksWhatHappened(t *testing.T) {
	state := members.NewForm(apptest.Empty(t), wording.English(), "", nil).State()
	for name, in := range inputs(state) {
		if warning, bad := member.ConcernAbout(in.Label); bad {
			t.Errorf("%s asks for %q: %s", name, in.Label, warning)
		}
	}
	if required := slices.DeleteFunc(member.Fields(), func(f member.Field) bool { return !f.Required }); len(required) != 1 {
		t.Errorf("%d fields are required", len(required))
	}
}

func TestSomebodyWhoServesAlreadyIsTakenInAsTheyStand(t *testing.T) {
	b := apptest.Empty(t)
	f := members.NewForm(b, wording.English(), "", nil)
	for name, text := range map[string]string{
		"name": "Wren", "stage": "active", "stage_on": "2025-03-01", "role": "chair\nPoet", "term_start": "2025-03-01",
		"term_end": "2027-02-28", "languages": "Spanish\nEnglish", "accommodations": "camera_off\nA blue chair", "interpreter": "yes",
	} {
		f.Type(name, text)
	}
	m, how := f.Save()
	done(t, how)
	if m.Stage() != member.Active || m.Since() != (record.Date{Year: 2025, Month: 3, Day: 1}) || len(m.Roles) != 2 || m.Roles[0].Name != "chair" ||
		len(m.Terms) != 1 || !slices.Equal(m.Languages, []string{"es", "en"}) ||
		!slices.Equal(m.Accommodations, []string{"camera_off", "A blue chair"}) || m.Interpreter != member.Yes {
		t.Errorf("%+v", m)
	}
}

func TestAllMistakesAreSaidAtOnceAndNothingTypedIsLost(t *testing.T) {
	b := apptest.Empty(t)
	f := members.NewForm(b, wording.English(), "", nil)
	typed := map[string]string{"pronouns": "xe / xem", "stage_on": "soon", "term_end": "31/12", "joined": "2031-01-01"}
	for name, text := range typed {
		f.Type(name, text)
	}
	if _, how := f.Save(); how.OK() {
		t.Fatal("it was saved")
	}
	state := f.State()
	in := inputs(state)
	for _, name := range []string{"name", "stage_on", "term_end"} {
		if in[name].Mistake == "" {
			t.Errorf("nothing is said about %s", name)
		}
	}
	for name, text := range typed {
		if in[name].Value != text {
			t.Errorf("%s became %q", name, in[name].Value)
		}
	}
	if state.First != "name" {
		t.Errorf("the first mistake is in %q", state.First)
	}
}

func TestAnEditTouchesOnlyWhatWasTyped(t *testing.T) {
	b, id := alone(t)
	f := members.NewForm(b, wording.English(), id, nil)
	f.Type("pronouns", "they / them")
	m, err := b.Member(id)
	if err != nil {
		t.Fatal(err)
	}
	m.Travel, m.Skills = "By bus", []string{"writing, also in Spanish"}
	if _, err := b.SaveMember(m); err != nil { // meanwhile, elsewhere
		t.Fatal(err)
	}
	saved, how := f.Save()
	done(t, how)
	if saved.Travel != "By bus" || saved.Pronouns != "they / them" || len(saved.Skills) != 1 {
		t.Errorf("%+v", saved)
	}
	for name := range inputs(f.State()) {
		if slices.Contains([]string{"stage", "stage_on", "role", "term_start", "term_end"}, name) {
			t.Errorf("%s has acts of its own, and a field", name)
		}
	}
}

func TestSavingWithoutAChangeChangesNothing(t *testing.T) {
	b := apptest.Demo(t, 40)
	rows, err := b.People(everybody())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		before, err := b.Member(r.ID)
		if err != nil {
			t.Fatal(err)
		}
		after, how := members.NewForm(b, wording.English(), r.ID, nil).Save()
		done(t, how)
		was, _ := json.Marshal(before)
		is, _ := json.Marshal(after)
		if string(was) != string(is) {
			t.Errorf("%s\nbecame\n%s", was, is)
		}
	}
}

func TestWordsOfTheScreenAreKeptAsTheirCodes(t *testing.T) {
	b := apptest.Empty(t)
	es, err := assets.Book(wording.InSpanish)
	if err != nil {
		t.Fatal(err)
	}
	f := members.NewForm(b, es, "", nil)
	f.Type("name", "Wren")
	f.Type("pronouns", "ella")
	f.Type("languages", "Español, Inglés")
	m, how := f.Save()
	done(t, how)
	if m.Pronouns != "she / her" || !slices.Equal(m.Languages, []string{"es", "en"}) {
		t.Errorf("%q %q", m.Pronouns, m.Languages)
	}
	if in := inputs(members.NewForm(b, es, m.ID, nil).State()); in["languages"].Value != "Español\nInglés" || in["pronouns"].Value != "ella" {
		t.Errorf("%q %q", in["languages"].Value, in["pronouns"].Value)
	}
}

func TestAHalfTypedFormComesBackAsItWas(t *testing.T) {
	b, id := alone(t)
	stage, desk, screen := show(t, b, route.Person(string(id), route.Edit), nil)
	if screen.Draft() != nil {
		t.Error("a form that nobody typed in is a draft")
	}
	stage.Window.Canvas().Focus(stage.Entry("Member since"))
	stage.Type("2026-1")
	stage.Window.Canvas().Focus(stage.Entry("What helps"))
	stage.Type("A short ag")
	var changed map[string]string
	if err := json.Unmarshal(screen.Draft(), &changed); err != nil || len(changed) != 2 || desk.Types == 0 {
		t.Fatalf("%v, %v", changed, err)
	}
	again, _, _ := show(t, b, route.Person(string(id), route.Edit), screen.Draft())
	if day, helps := again.Entry("Member since").Text, again.Entry("What helps").Text; day != "2026-1" || helps != "A short ag" {
		t.Errorf("it came back as %q and %q", day, helps)
	}
}

func TestLeavingAHalfTypedFormAsksFirst(t *testing.T) {
	b, id := alone(t)
	stage, desk, _ := show(t, b, route.Person(string(id), route.Edit), nil)
	stage.Tap(stage.Button("Cancel"))
	if desk.Backs != 1 {
		t.Fatal("an untouched form was not left")
	}
	stage.Window.Canvas().Focus(stage.Entry("What helps"))
	stage.Type("x")
	stage.Tap(stage.Button("Cancel"))
	stage.Tap(stage.Button("Go on typing"))
	if desk.Backs != 1 || stage.Entry("What helps").Text != "x" {
		t.Error("it was left")
	}
	stage.Tap(stage.Button("Cancel"))
	stage.Tap(stage.Button("Leave without saving"))
	if desk.Backs != 2 || desk.Saves == 0 {
		t.Error("it was not left, or its draft was kept")
	}
}

func TestASavedEditGoesBackAndCanBeTakenBack(t *testing.T) {
	b, id := alone(t)
	stage, desk, _ := show(t, b, route.Person(string(id), route.Edit), nil)
	stage.Window.Canvas().Focus(stage.Entry("Pronouns"))
	stage.Type("they / them")
	stage.Press(fyne.KeyReturn)
	if m, err := b.Member(id); err != nil || m.Pronouns != "they / them" || desk.Backs != 1 {
		t.Fatalf("%+v, %v", m, err)
	}
	desk.Undo()
	stage.Settle()
	if m, err := b.Member(id); err != nil || m.Pronouns != "" {
		t.Errorf("%+v, %v", m, err)
	}
}

func TestTheBoardsOwnFieldsAreInTheForm(t *testing.T) {
	b, id := alone(t)
	settings, err := b.Settings()
	if err != nil {
		t.Fatal(err)
	}
	settings.Hidden = []string{"grounding"}
	settings.Renamed = map[string]string{"what_helps": "What is good"}
	settings.Custom = []member.CustomField{{Name: "Bus line", Kind: member.CustomChoice, Choices: []string{"12", "40"}}}
	if _, err := b.SaveSettings(settings); err != nil {
		t.Fatal(err)
	}
	if settings, err = b.Settings(); err != nil {
		t.Fatal(err)
	}
	name := "custom." + string(settings.Custom[0].ID)
	f := members.NewForm(b, wording.English(), id, nil)
	in := inputs(f.State())
	if _, shown := in["grounding"]; shown || in["what_helps"].Label != "What is good" || in[name].Label != "Bus line" {
		t.Errorf("%+v", in[name])
	}
	f.Type(name, "40")
	m, how := f.Save()
	done(t, how)
	if m.Custom[settings.Custom[0].ID] != "40" {
		t.Errorf("%v", m.Custom)
	}
	if own := members.NewPerson(b, wording.English(), id, nil).Overview().Own; len(own) != 1 || own[0].Text != "40" {
		t.Errorf("%v", own)
	}
}
