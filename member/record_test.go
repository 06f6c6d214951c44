package member_test

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "holdfast/member"
	"holdfast/record"
)

// whole is a member with something in every field.
func whole() Member {
	return Member{
		ID: "0d6c7f6e-8a0b-4c3d-9e1f-2a3b4c5d6e7f", Name: "Wren", SpokenName: "W", Pronouns: "she / her", Languages: []string{"es", "Klingon"},
		Stages: []StageChange{
			{Stage: Active, On: day("2025-03-10"), Note: "by vote"},
			{Stage: OnLeave, On: day("2026-05-01"), Leave: Leave{Expected: day("2026-07-01"), Contact: LeaveContactLogistics, SeatHeld: Yes, ClockPaused: No}},
		},
		Joined: day("2025-03-01"), Roles: []Role{{Name: "chair", Of: "outreach", From: day("2025-04-01"), Until: day("2026-04-01")}},
		Terms: []Term{span("2025-03-01", "2027-02-28")}, Onboarding: []Step{{Item: "buddy", Done: day("2025-03-11")}, {Item: "Tour", NotNeeded: true}},
		Skills: []string{"writing"}, Availability: "Mondays", Accommodations: []string{"breaks"}, AccessNeeds: "a lift",
		Interpreter: Yes, InterpreterWho: "Heron", InterpreterWishes: "a woman", InterpreterOutside: Yes, Travel: "by bus",
		SupportPerson: "Heron", SupportReach: "555 0141", EmergencyName: "Lark", EmergencyRelation: "sister", EmergencyReach: "555 0142",
		EmergencyKnows: No, EmergencyMayTell: "a book club", TrustedPerson: "Finch", TopicsToAvoid: "courts", Signs: "humming",
		WhatHelps: "a walk", WhatDoesNotHelp: "questions", Grounding: "five things", CheckIn: CheckInNextDay, MustNotKnow: "neighbours",
		Custom: map[record.ID]string{"key": "yes"},
	}
}

func TestAMemberOfVersionOneOpensForEver(t *testing.T) {
	raw, err := os.ReadFile("testdata/member-v1.json")
	must(t, err)
	got, err := Schema().Decode(raw)
	must(t, err)
	if diff := cmp.Diff(whole(), got); diff != "" {
		t.Errorf("read differently:\n%s", diff)
	}
	again, err := Schema().Encode(got, nil)
	must(t, err)
	if !sameJSON(t, raw, again) {
		t.Errorf("written differently: %s", again)
	}
	if key := Schema().Key(got); key != record.Key(got.ID) || !key.Valid() {
		t.Errorf("the key is %q", key)
	}
}

func TestANoteOfVersionOneOpensForEver(t *testing.T) {
	raw := []byte(`{"v":1,"d":{"member":"m","id":"n","on":"2026-01-05","text":"Likes mornings"}}`)
	got, err := NoteSchema().Decode(raw)
	if want := (Note{Member: "m", ID: "n", On: day("2026-01-05"), Text: "Likes mornings"}); err != nil || got != want {
		t.Errorf("read %+v, %v", got, err)
	}
	if key := NoteSchema().Key(got); key != "m/n" {
		t.Errorf("the key is %q", key)
	}
}

func TestTheExampleOfAWholeMemberLeavesNothingOut(t *testing.T) {
	m := reflect.ValueOf(whole())
	for i := range m.NumField() {
		if m.Field(i).IsZero() {
			t.Errorf("%s is empty", m.Type().Field(i).Name)
		}
	}
	if err := whole().Validate(day("2026-06-01")); err != nil {
		t.Errorf("it is refused: %v", err)
	}
	raw, err := json.Marshal(Member{ID: "1", Name: "Wren"})
	must(t, err)
	if string(raw) != `{"id":"1","name":"Wren"}` {
		t.Errorf("a member with a name alone is written as %s", raw)
	}
}

func TestWhatAFieldGivesItTakesBack(t *testing.T) {
	today := day("2026-06-01")
	text := rapid.StringMatching(`[ \pL\pN',;/()\n-]{0,60}`)
	rapid.Check(t, func(t *rapid.T) {
		m := whole()
		f := rapid.SampledFrom(Fields()).Draw(t, "field")
		if f.Counted {
			return
		}
		if err := f.Set(&m, text.Draw(t, "text"), today); err != nil {
			return
		}
		again := m
		if err := f.Set(&again, f.Get(m), today); err != nil {
			t.Fatalf("%s refuses its own %q: %v", f.Name, f.Get(m), err)
		}
		if diff := cmp.Diff(m, again); diff != "" {
			t.Fatalf("%s takes its own %q differently:\n%s", f.Name, f.Get(m), diff)
		}
		if err := m.Validate(today); err != nil {
			t.Fatalf("%s was set to %q, and then it is refused: %v", f.Name, f.Get(m), err)
		}
		if f.Show(m).IsZero() != (f.Get(m) == "") {
			t.Fatalf("%s with %q shows %q", f.Name, f.Get(m), f.Show(m))
		}
	})
}

func sameJSON(t *testing.T, a, b []byte) bool {
	t.Helper()
	var x, y any
	must(t, json.Unmarshal(a, &x))
	must(t, json.Unmarshal(b, &y))
	return reflect.DeepEqual(x, y)
}
