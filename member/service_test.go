package member_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	. "holdfast/member"
	"holdfast/record"
	"holdfast/record/recordtest"
)

func newService(t testing.TB) Service {
	t.Helper()
	return Service{
		People: recordtest.NewMemory(Schema()), Notes: recordtest.NewMemory(NoteSchema()),
		Random: rand.NewChaCha8([32]byte{1}), Today: day("2026-06-01"),
	}
}

func TestANewPersonIsAProspectFromToday(t *testing.T) {
	s := newService(t)
	wren, err := s.Add(Member{Name: "Wren"})
	must(t, err)
	if wren.Now() != (StageChange{Stage: Prospect, On: s.Today}) {
		t.Errorf("began as %+v", wren.Now())
	}
	if _, err := record.ParseID(string(wren.ID)); err != nil {
		t.Errorf("the identifier is %q", wren.ID)
	}
	kept, err := s.Get(wren.ID)
	if err != nil || kept.Name != "Wren" {
		t.Errorf("kept %+v, %v", kept, err)
	}
	heron, err := s.Add(Member{Name: "Heron", Stages: []StageChange{{Stage: Active, On: day("2020-01-01")}}})
	if err != nil || heron.Stage() != Active || heron.ID == wren.ID {
		t.Errorf("somebody who is on the board already: %+v, %v", heron, err)
	}
	if _, err := s.Add(Member{ID: wren.ID, Name: "Other"}); fields(err) != "id" {
		t.Errorf("an identifier that is taken: %v", err)
	}
}

func TestARefusedActChangesNothing(t *testing.T) {
	s := newService(t)
	wren, err := s.Add(Member{Name: "Wren", Stages: []StageChange{{Stage: Active, On: day("2026-01-01")}}})
	must(t, err)
	wren, err = s.AddTerm(wren.ID, span("2026-01-01", "2026-12-31"))
	must(t, err)
	for why, act := range map[string]func() (Member, error){
		"a move that does not follow":   func() (Member, error) { return s.Move(wren.ID, StageChange{Stage: Prospect, On: s.Today}) },
		"a move to come":                func() (Member, error) { return s.Move(wren.ID, StageChange{Stage: Alumni, On: s.Today.AddDays(1)}) },
		"back from the first step":      func() (Member, error) { return s.Back(wren.ID) },
		"a role without a name":         func() (Member, error) { return s.AddRole(wren.ID, Role{}) },
		"a term that overlaps":          func() (Member, error) { return s.AddTerm(wren.ID, span("2026-06-01", "2027-01-01")) },
		"a leave without a leave":       func() (Member, error) { return s.AgreeLeave(wren.ID, Leave{SeatHeld: Yes}) },
		"an item done tomorrow":         func() (Member, error) { return s.Step(wren.ID, Step{Item: "buddy", Done: s.Today.AddDays(1)}) },
		"a member without a name":       func() (Member, error) { return s.Save(Member{ID: wren.ID}) },
		"a member who brings bad words": func() (Member, error) { return s.Add(Member{Name: "A\nB"}) },
	} {
		if _, err := act(); !errors.Is(err, record.ErrInvalid) || fields(err) == "" {
			t.Errorf("%s: %v", why, err)
		}
		kept, err := s.Get(wren.ID)
		must(t, err)
		if fmt.Sprint(kept) != fmt.Sprint(wren) {
			t.Errorf("%s left %+v", why, kept)
		}
	}
	everybody := 0
	must(t, s.People.Scan("", func(Member) error { everybody++; return nil }))
	if everybody != 1 {
		t.Errorf("there are %d people", everybody)
	}
}

func TestEveryActSaysWhenNobodyIsThere(t *testing.T) {
	s := newService(t)
	for why, act := range map[string]func() error{
		"get":    func() error { _, err := s.Get("nobody"); return err },
		"save":   func() error { _, err := s.Save(Member{ID: "nobody", Name: "N"}); return err },
		"move":   func() error { _, err := s.Move("nobody", StageChange{Stage: Active, On: s.Today}); return err },
		"back":   func() error { _, err := s.Back("nobody"); return err },
		"role":   func() error { _, err := s.AddRole("nobody", Role{Name: "chair"}); return err },
		"term":   func() error { _, err := s.AddTerm("nobody", span("2026-01-01", "")); return err },
		"leave":  func() error { _, err := s.AgreeLeave("nobody", Leave{}); return err },
		"step":   func() error { _, err := s.Step("nobody", Step{Item: "buddy"}); return err },
		"remove": func() error { return s.Remove("nobody") },
		"note":   func() error { _, err := s.AddNote(Note{Member: "nobody", Text: "x"}); return err },
		"edit":   func() error { _, err := s.SaveNote(Note{Member: "nobody", ID: "1", Text: "x"}); return err },
		"erase":  func() error { return s.RemoveNote("nobody", "1") },
	} {
		if err := act(); !errors.Is(err, record.ErrNotFound) {
			t.Errorf("%s: %v", why, err)
		}
	}
}

func TestTheActsOnAPerson(t *testing.T) {
	s := newService(t)
	wren, err := s.Add(Member{Name: "Wren", Stages: []StageChange{{Stage: Onboarding, On: day("2026-01-01")}}})
	must(t, err)
	_, err = s.Move(wren.ID, StageChange{Stage: Active, On: day("2026-02-01")})
	must(t, err)
	_, err = s.Move(wren.ID, StageChange{Stage: OnLeave, On: day("2026-05-01")})
	must(t, err)
	_, err = s.AgreeLeave(wren.ID, Leave{Contact: LeaveContactNone})
	must(t, err)
	_, err = s.AddRole(wren.ID, Role{Name: "Chair", From: day("2026-03-01")})
	must(t, err)
	_, err = s.Step(wren.ID, Step{Item: "buddy", Done: day("2026-01-10")})
	must(t, err)
	_, err = s.Step(wren.ID, Step{Item: "Tour of the library", Done: day("2026-01-11")})
	must(t, err)
	_, err = s.Back(wren.ID)
	must(t, err)
	wren, err = s.Get(wren.ID)
	must(t, err)
	if wren.Stage() != Active || wren.Roles[0].Name != "chair" || len(wren.RolesOn(s.Today)) != 1 || len(wren.RolesOn(day("2026-02-28"))) != 0 {
		t.Errorf("after the acts: %+v", wren)
	}
	var open, done []string
	for _, step := range wren.Checklist() {
		if step.Open() {
			open = append(open, step.Item)
		} else {
			done = append(done, step.Item)
		}
	}
	if got := strings.Join(done, ","); got != "buddy,Tour of the library" || len(open) != len(OnboardingItems())-1 {
		t.Errorf("done is %s, open is %v", got, open)
	}
	wren = wren.WithoutStep("Tour of the library").WithoutStep("buddy")
	if wren.Onboarding != nil || len(wren.Checklist()) != len(OnboardingItems()) {
		t.Errorf("without the items the list is %v", wren.Onboarding)
	}
}

func TestAClockThatWentBackDoesNotLockAnybodyOut(t *testing.T) {
	s := newService(t)
	wren, err := s.Add(Member{Name: "Wren", Stages: []StageChange{{Stage: Active, On: day("2026-01-01")}}, Joined: day("2026-05-30")})
	must(t, err)
	wren, err = s.Step(wren.ID, Step{Item: "buddy", Done: day("2026-06-01")})
	must(t, err)
	s.Today = day("2020-01-01")
	wren.SpokenName = "W"
	if _, err := s.Save(wren); err != nil {
		t.Errorf("what was recorded before can't be saved again: %v", err)
	}
	if _, err := s.Move(wren.ID, StageChange{Stage: Alumni, On: day("2026-06-02")}); fields(err) != "stage_on" {
		t.Errorf("a new step after this clock's day: %v", err)
	}
}

func TestNotesAreKeptWithTheirDaysNewestFirst(t *testing.T) {
	s := newService(t)
	wren, err := s.Add(Member{Name: "Wren"})
	must(t, err)
	heron, err := s.Add(Member{Name: "Heron"})
	must(t, err)
	first, err := s.AddNote(Note{Member: wren.ID, On: day("2026-01-05"), Text: " Likes mornings \r\n"})
	must(t, err)
	if first.Text != "Likes mornings" || first.ID == "" {
		t.Errorf("kept %+v", first)
	}
	_, err = s.AddNote(Note{Member: wren.ID, Text: "Asked for large print"})
	must(t, err)
	_, err = s.AddNote(Note{Member: heron.ID, Text: "Another person's"})
	must(t, err)
	notes, err := s.NotesOf(wren.ID)
	if err != nil || len(notes) != 2 || notes[0].On != s.Today || notes[1] != first {
		t.Errorf("the notes are %+v, %v", notes, err)
	}
	for why, wrong := range map[string]Note{
		"text":    {Member: wren.ID, Text: " \n"},
		"on":      {Member: wren.ID, Text: "x", On: day("2026-06-02")},
		"text on": {Member: wren.ID, Text: strings.Repeat("x", 20_001), On: day("2027-01-01")},
	} {
		if _, err := s.AddNote(wrong); fields(err) != why {
			t.Errorf("a note with a wrong %s: %v", why, err)
		}
	}
	edited := first
	edited.Text, edited.On = "Likes afternoons", day("2026-01-06")
	_, err = s.SaveNote(edited)
	must(t, err)
	if got := said(NoteChanges(first, edited)); got != "Note: “Likes mornings” became “Likes afternoons”\nDay of the note: “5 January 2026” became “6 January 2026”" {
		t.Errorf("the change is told as %s", got)
	}
	edited.On = record.Date{}
	if _, err := s.SaveNote(edited); fields(err) != "on" {
		t.Errorf("a note without a day: %v", err)
	}
	must(t, s.RemoveNote(wren.ID, first.ID))
	must(t, s.Remove(wren.ID))
	if _, err := s.Get(wren.ID); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("removed, but %v", err)
	}
	if notes, err := s.NotesOf(wren.ID); err != nil || len(notes) != 0 {
		t.Errorf("the notes of somebody who is gone: %v, %v", notes, err)
	}
	if notes, err := s.NotesOf(heron.ID); err != nil || len(notes) != 1 {
		t.Errorf("somebody else's notes went too: %v, %v", notes, err)
	}
}

// broken is a storage that fails.
type broken[V any] struct{ Records[V] }

var errBroken = errors.New("the disk is gone")

func (b broken[V]) Put(V) error                          { return errBroken }
func (b broken[V]) Scan(record.Key, func(V) error) error { return errBroken }
func (b broken[V]) Delete(record.Key) error              { return errBroken }

func TestAStorageThatFailsIsSaid(t *testing.T) {
	s := newService(t)
	wren, err := s.Add(Member{Name: "Wren"})
	must(t, err)
	s.People, s.Notes = broken[Member]{s.People}, broken[Note]{s.Notes}
	for why, act := range map[string]func() error{
		"add":    func() error { _, err := s.Add(Member{Name: "Heron"}); return err },
		"save":   func() error { _, err := s.Save(wren); return err },
		"note":   func() error { _, err := s.AddNote(Note{Member: wren.ID, Text: "x"}); return err },
		"remove": func() error { return s.Remove(wren.ID) },
	} {
		if err := act(); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", why, err)
		}
	}
	s.Random = strings.NewReader("")
	if _, err := s.Add(Member{Name: "Heron"}); err == nil {
		t.Error("a person without an identifier was added")
	}
	if _, err := s.AddNote(Note{Member: wren.ID, Text: "x"}); err == nil {
		t.Error("a note without an identifier was added")
	}
}
