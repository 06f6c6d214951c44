package members_test

import (
	"slices"
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/members"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// alone is a board with one person.
func alone(t testing.TB) (*board.Board, member.ID) {
	t.Helper()
	b := apptest.Empty(t)
	m, err := b.AddMember(member.Member{Name: "Wren"})
	if err != nil {
		t.Fatal(err)
	}
	return b, m.ID
}

// buttons are those with a label, from the first to the last.
func buttons(s *kittest.Stage, label string) []*kit.Button {
	return slices.DeleteFunc(kittest.All[*kit.Button](s.Window.Canvas().Content()), func(b *kit.Button) bool { return b.Label() != label })
}

func TestANoteIsWrittenAndTakenAwayAndComesBack(t *testing.T) {
	b, id := alone(t)
	stage, desk, screen := show(t, b, route.Person(string(id), route.Notes), nil)
	stage.Tap(stage.Button("Write a note"))
	if screen.Draft() != nil {
		t.Error("a note that nobody typed is a draft")
	}
	stage.Type("Likes short agendas.")
	if screen.Draft() == nil || desk.Types == 0 {
		t.Error("what is typed is no draft")
	}
	stage.Tap(stage.Button("Save the note"))
	notes, err := b.Notes(id)
	if err != nil || len(notes) != 1 || notes[0].On != today() {
		t.Fatalf("%v, %v", notes, err)
	}
	if screen.Draft() != nil || desk.Saves != 1 {
		t.Error("a saved note is still a draft")
	}
	stage.Tap(stage.Button("Take away"))
	if contains(stage.Words(), "short agendas") {
		t.Error("the note is still shown")
	}
	desk.Undo()
	stage.Settle()
	if notes, err = b.Notes(id); err != nil || len(notes) != 1 {
		t.Errorf("%v, %v", notes, err)
	}
}

func TestTheKeysThatSaveKeepTheNoteThatIsBeingWritten(t *testing.T) {
	b, id := alone(t)
	stage, _, screen := show(t, b, route.Person(string(id), route.Notes), nil)
	screen.(kit.Saver).Save() // nothing is being written
	stage.Tap(stage.Button("Write a note"))
	stage.Type("Likes short agendas.")
	screen.(kit.Saver).Save()
	stage.Settle()
	if notes, err := b.Notes(id); err != nil || len(notes) != 1 || stage.HasButton("Save the note") {
		t.Errorf("%v, %v", notes, err)
	}
}

func TestAHalfTypedNoteComesBackAsItWas(t *testing.T) {
	b, id := alone(t)
	stage, _, screen := show(t, b, route.Person(string(id), route.Notes), nil)
	stage.Tap(stage.Button("Write a note"))
	stage.Type("Half a sen")
	again, _, _ := show(t, b, route.Person(string(id), ""), screen.Draft())
	if got := again.Entry("Note").Text; got != "Half a sen" {
		t.Errorf("it came back as %q", got)
	}
}

func TestAnEmptyNoteAndAWrongDayAreRefusedInPlace(t *testing.T) {
	b, id := alone(t)
	p := members.NewPerson(b, wording.English(), id, nil)
	for _, c := range []struct{ on, text, field string }{
		{"2026-11-21", "  ", "text"}, {"soon", "A note", "on"}, {"", "A note", ""}, {"2030-01-01", "A note", "on"},
	} {
		p.Write("")
		p.TypeNote(c.on, c.text)
		o := p.SaveNote()
		if c.field == "" && !o.OK() || c.field != "" && o.Mistakes[c.field] == "" {
			t.Errorf("%q %q: %+v", c.on, c.text, o)
		}
		if c.field != "" && p.Notes().Typed.Text != c.text {
			t.Errorf("%q was lost", c.text)
		}
	}
}

func TestAChangedNoteStaysOneNote(t *testing.T) {
	b, id := alone(t)
	first, err := b.SaveNote(member.Note{Member: id, Text: "Before", On: record.Date{Year: 2026, Month: 11, Day: 2}})
	if err != nil {
		t.Fatal(err)
	}
	stage, _, _ := show(t, b, route.Person(string(id), route.Notes), nil)
	stage.Tap(stage.Button("Change"))
	stage.Type("After. ")
	stage.Tap(stage.Button("Save the note"))
	notes, err := b.Notes(id)
	if err != nil || len(notes) != 1 || notes[0].ID != first.ID || notes[0].On != first.On || !contains(notes[0].Text, "After") {
		t.Errorf("%+v, %v", notes, err)
	}
}

func TestEachChangeIsShownAndTakenBackByItself(t *testing.T) {
	b, id := alone(t)
	p := members.NewPerson(b, wording.English(), id, nil)
	done(t, p.AddRole(member.Role{Name: "chair"}))
	done(t, p.Move(member.StageChange{Stage: member.Invited, On: today()}))
	stage, desk, _ := show(t, b, route.Person(string(id), route.Changes), nil)
	rows := p.Changes().Rows
	if len(rows) != 3 || !contains(stage.Words(), "Coordinator") {
		t.Fatalf("%d changes: %s", len(rows), stage.Words())
	}
	stage.Tap(buttons(stage, "Undo")[1]) // the role; the move after it stays
	m, err := b.Member(id)
	if err != nil || len(m.Roles) != 0 || m.Stage() != member.Invited {
		t.Errorf("%+v, %v", m, err)
	}
	if len(desk.Said) != 1 || len(buttons(stage, "Undo")) != 2 || !contains(stage.Words(), "Taken back") {
		t.Errorf("said %v; the page says %s", desk.Said, stage.Words())
	}
}

func TestWhatCanNotBeTakenBackSaysWhyInPlace(t *testing.T) {
	b, id := alone(t)
	p := members.NewPerson(b, wording.English(), id, nil)
	done(t, p.AddRole(member.Role{Name: "chair"}))
	stage, desk, _ := show(t, b, route.Person(string(id), route.Changes), nil)
	done(t, p.AddRole(member.Role{Name: "liaison"})) // meanwhile, elsewhere
	stage.Tap(buttons(stage, "Undo")[0])
	if !contains(stage.Words(), "take the later change back first") || len(desk.Said) > 0 {
		t.Errorf("said %v; the page says %s", desk.Said, stage.Words())
	}
}

func TestTakingSomebodyInBackLeadsToTheList(t *testing.T) {
	b, id := alone(t)
	stage, desk, _ := show(t, b, route.Person(string(id), route.Changes), nil)
	stage.Tap(stage.Button("Undo"))
	if len(desk.Went) != 1 || desk.Went[0] != route.Members() {
		t.Errorf("went to %v", desk.Went)
	}
	if _, err := b.Member(id); err == nil {
		t.Error("the person is still there")
	}
}
