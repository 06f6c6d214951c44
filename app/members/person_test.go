package members_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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

func contains(words, part string) bool { return strings.Contains(words, part) }

func person(t testing.TB, b *board.Board, name string) *members.Person {
	t.Helper()
	return members.NewPerson(b, wording.English(), named(t, b, name).ID, nil)
}

func done(t testing.TB, o members.Outcome) members.Outcome {
	t.Helper()
	if !o.OK() || o.Say == "" || !o.Kind.Known() {
		t.Fatalf("%+v", o)
	}
	return o
}

func today() record.Date { return record.DateOf(kittest.Start()) }

func TestAPersonOpensOnRightNow(t *testing.T) {
	b := apptest.Demo(t, 12)
	for _, tab := range []string{"", route.Contact, "no such tab"} {
		stage, _, screen := show(t, b, route.Person(string(named(t, b, "Wren").ID), tab), nil)
		if !contains(stage.Words(), "Reaching Wren") {
			t.Errorf("%q opens on %s", tab, stage.Words())
		}
		if head := screen.Head(); head.Title != "Wren" || !contains(head.Note, "member since May 2025") {
			t.Errorf("the head is %+v", head)
		}
	}
}

func TestSomebodyWhoIsNotThereIsSaidAndNothingElse(t *testing.T) {
	stage, _, _ := show(t, apptest.Empty(t), route.Person("0b7c1a52-4d7a-4c1e-9a3f-5d6f1c2b3a4d", ""), nil)
	if !contains(stage.Words(), "nobody with this identifier") {
		t.Errorf("the page says %s", stage.Words())
	}
}

func TestOnlyStagesThatFollowAreOffered(t *testing.T) {
	p := person(t, apptest.Demo(t, 12), "Wren")
	var got []member.Stage
	for _, c := range p.Moving().Stages {
		got = append(got, member.Stage(c.ID))
	}
	if want := member.Next(member.Active); !slices.Equal(got, want) {
		t.Errorf("%v is offered", got)
	}
}

func TestAMoveIsDatedAndTakenBackAtOnce(t *testing.T) {
	b := apptest.Demo(t, 12)
	stage, desk, _ := show(t, b, route.Person(string(named(t, b, "Wren").ID), route.Overview), nil)
	stage.Tap(stage.Button("Move to…"))
	stage.Tap(stage.Button("Move"))
	if !contains(stage.Words(), "Choose a stage from the list.") {
		t.Fatalf("a move to nowhere: %s", stage.Words())
	}
	stage.Press(fyne.KeyEscape)
	before := named(t, b, "Wren")
	o := done(t, person(t, b, "Wren").Move(member.StageChange{Stage: member.TermEnding, On: today()}))
	if m := named(t, b, "Wren"); m.Stage() != member.TermEnding || m.Now().On != today() {
		t.Fatalf("%+v", m.Now())
	}
	if err := person(t, b, "Wren").TakeBack(o.Kind); err != nil {
		t.Fatal(err)
	}
	if m := named(t, b, "Wren"); len(m.Stages) != len(before.Stages) {
		t.Errorf("%+v", m.Stages)
	}
	if len(desk.Said) > 0 {
		t.Errorf("said %v", desk.Said)
	}
}

func TestMovingToLeaveAsksWhatIsAgreed(t *testing.T) {
	b := apptest.Demo(t, 12)
	stage, desk, _ := show(t, b, route.Person(string(named(t, b, "Wren").ID), route.Overview), nil)
	stage.Tap(stage.Button("Move to…"))
	if contains(stage.Words(), "Contact meanwhile") {
		t.Error("a leave is asked about before it is chosen")
	}
	stage.Press(fyne.KeyReturn, fyne.KeyReturn) // the first stage is "On leave"
	if !contains(stage.Words(), "Contact meanwhile") {
		t.Fatalf("nothing is asked about a leave: %s", stage.Words())
	}
	stage.Tap(stage.Button("Move"))
	if m := named(t, b, "Wren"); m.Stage() != member.OnLeave {
		t.Fatalf("%s; %s", m.Stage(), stage.Words())
	}
	if len(desk.Said) != 1 || desk.Undo == nil {
		t.Fatalf("said %v", desk.Said)
	}
	desk.Undo()
	stage.Settle()
	if m := named(t, b, "Wren"); m.Stage() != member.Active {
		t.Errorf("taking it back left %s", m.Stage())
	}
}

func TestTakingBackNeverUndoesSomethingElse(t *testing.T) {
	b := apptest.Demo(t, 12)
	p := person(t, b, "Wren")
	o := done(t, p.AddRole(member.Role{Name: "Chair"}))
	done(t, p.Move(member.StageChange{Stage: member.TermEnding, On: today()}))
	if how := p.TookBack(p.TakeBack(o.Kind)); how.OK() {
		t.Error("the later act was taken back")
	}
	if m := named(t, b, "Wren"); m.Stage() != member.TermEnding || len(m.Roles) != 1 {
		t.Errorf("%s %v", m.Stage(), m.Roles)
	}
}

func TestARoleIsAddedChangedAndTakenAway(t *testing.T) {
	b := apptest.Demo(t, 12)
	p := person(t, b, "Wren")
	done(t, p.AddRole(member.Role{Name: "Note-taker", From: today()}))
	role := named(t, b, "Wren").Roles[0]
	if role.Name != "note_taker" {
		t.Errorf("the role is kept as %q", role.Name)
	}
	after := role
	after.Until = today().AddDays(-1)
	if o := p.ChangeRole(role, &after); o.OK() {
		t.Error("a role ended before it began")
	}
	after.Until = today()
	done(t, p.ChangeRole(role, &after))
	if got := named(t, b, "Wren").Roles; len(got) != 1 || got[0] != after {
		t.Errorf("%v", got)
	}
	done(t, p.ChangeRole(after, nil))
	if got := named(t, b, "Wren").Roles; len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestANewTermFollowsTheLastOne(t *testing.T) {
	b := apptest.Demo(t, 12)
	p := person(t, b, "Wren")
	last := named(t, b, "Wren").Terms[0]
	next, _ := p.NewTerm()
	if next.Start != last.End.AddDays(1) {
		t.Errorf("%v is followed by %v", last, next)
	}
	done(t, p.AddTerm(next))
	if o := p.AddTerm(next); o.OK() {
		t.Error("the same term was added twice")
	}
	changed := last
	changed.End = last.End.AddDays(-7)
	done(t, p.ChangeTerm(last, &changed))
	done(t, p.ChangeTerm(next, nil))
	if got := named(t, b, "Wren").Terms; len(got) != 1 || got[0] != changed {
		t.Errorf("%v", got)
	}
}

func TestTickingAStepKeepsTheDayAndTheFocus(t *testing.T) {
	b := apptest.Demo(t, 12)
	id := at(t, b, member.Onboarding)
	stage, desk, _ := show(t, b, route.Person(string(id), route.Overview), nil)
	before := members.NewPerson(b, wording.English(), id, nil).Overview().Onboarding
	i := slices.IndexFunc(before.Steps, func(s members.StepRow) bool { return !s.Done && !s.NotNeeded })
	item := before.Steps[i]
	stage.Window.Canvas().Focus(stage.Spoken(item.Label).(fyne.Focusable))
	stage.Press(fyne.KeySpace)
	m, err := b.Member(id)
	if err != nil || m.Checklist()[i].Done != today() {
		t.Errorf("%+v, %v", m.Checklist()[i], err)
	}
	if f, ok := stage.Focused().(*kit.Check); !ok || !f.On() {
		t.Errorf("%T has the focus", stage.Focused())
	}
	if len(desk.Said) != 1 {
		t.Errorf("said %v", desk.Said)
	}
}

func TestWhatIsNotNeededDoesNotCount(t *testing.T) {
	b := apptest.Empty(t)
	m, err := b.AddMember(member.Member{Name: "Wren", Stages: []member.StageChange{{Stage: member.Onboarding, On: today()}}})
	if err != nil {
		t.Fatal(err)
	}
	p := members.NewPerson(b, wording.English(), m.ID, nil)
	steps := p.Overview().Onboarding.Steps
	for _, s := range steps[1:] {
		done(t, p.Need(s.Item, false))
	}
	done(t, p.Step(steps[0].Item, true))
	if o := p.Overview().Onboarding; o.Share != 1 || o.Progress != "All of it is done." {
		t.Errorf("%v %q", o.Share, o.Progress)
	}
	done(t, p.AddStep("Keys to the office"))
	if o := p.AddStep("keys to the office"); o.OK() && len(p.Overview().Onboarding.Steps) != len(steps)+2 {
		t.Error("an item was lost")
	}
	if o := p.AddStep(steps[0].Label); o.OK() {
		t.Error("a usual item was added twice")
	}
}

func TestACoveredValueStandsInNoState(t *testing.T) {
	b := apptest.Empty(t)
	m, err := b.AddMember(member.Member{Name: "Wren", SupportPerson: "Heron", SupportReach: "+1 555 0100",
		EmergencyName: "Jay", EmergencyReach: "+1 555 0199", MustNotKnow: "An uncle"})
	if err != nil {
		t.Fatal(err)
	}
	stage, _, _ := show(t, b, route.Person(string(m.ID), route.Support), nil)
	if contains(stage.Words(), "555") {
		t.Errorf("a number can be read: %s", stage.Words())
	}
	for _, said := range []string{"An uncle", "Must not learn of the membership", "Heron", "Jay"} {
		if !contains(stage.Words(), said) {
			t.Errorf("%q is not said", said)
		}
	}
	if got := members.NewPerson(b, wording.English(), m.ID, nil).Value("emergency_reach"); got != "+1 555 0199" {
		t.Errorf("asked for, it is %q", got)
	}
	masked := kittest.All[*kit.Masked](stage.Window.Canvas().Content())
	if len(masked) != 2 || masked[0].Shown() || masked[1].Shown() {
		t.Errorf("%d values are covered", len(masked))
	}
}

func TestAHiddenFieldIsOnNoPage(t *testing.T) {
	b := apptest.Demo(t, 12)
	settings, err := b.Settings()
	if err != nil {
		t.Fatal(err)
	}
	settings.Hidden = []string{"grounding", "skills"}
	settings.Renamed = map[string]string{"what_helps": "What is good"}
	if _, err := b.SaveSettings(settings); err != nil {
		t.Fatal(err)
	}
	p := person(t, b, "Wren")
	var labels []string
	for _, l := range slices.Concat(p.Support().Supports, p.Overview().About) {
		labels = append(labels, l.Label)
	}
	if slices.Contains(labels, "Grounding plan") || slices.Contains(labels, "Skills") || !slices.Contains(labels, "What is good") {
		t.Errorf("%q", labels)
	}
}

func TestAHalfFilledDialogComesBackAsItWas(t *testing.T) {
	chair := member.Role{Name: "chair", From: today()}
	for _, c := range []struct {
		open    string
		fill    func(*kittest.Stage)
		confirm string
		kept    func(member.Member) bool
	}{
		{"Move to…", func(s *kittest.Stage) {
			s.Press(fyne.KeyReturn, fyne.KeyReturn) // the first stage is "On leave"
			s.Entry("Hopes to be back on").SetText("2027-01-02")
			s.Entry("A few words, if they help").SetText("Back soon")
		}, "Move", func(m member.Member) bool {
			return m.Stage() == member.OnLeave && m.Now().Note == "Back soon" && m.Now().Leave.Expected.String() == "2027-01-02"
		}},
		{"Add a role…", func(s *kittest.Stage) { s.Entry("What the role is called").SetText("Poet") }, "Add",
			func(m member.Member) bool { return len(m.Roles) == 2 && m.Roles[1].Name == "Poet" }},
		{"Change…", func(s *kittest.Stage) { s.Entry("Committee or group, if any").SetText("Outreach") }, "Save",
			func(m member.Member) bool {
				return len(m.Roles) == 1 && m.Roles[0].Of == "Outreach" && m.Roles[0].Name == "chair"
			}},
		{"Add a term…", func(s *kittest.Stage) {
			s.Entry("Last day").SetText("2027-0")
			s.Entry("Last day").SetText("2029-05-31")
		}, "Add",
			func(m member.Member) bool { return m.Terms[len(m.Terms)-1].End.String() == "2029-05-31" }},
		{"Add…", func(s *kittest.Stage) { s.Entry("What is to be done").SetText("Meet Heron") }, "Add",
			func(m member.Member) bool {
				return len(m.Onboarding) > 0 && m.Onboarding[len(m.Onboarding)-1].Item == "Meet Heron"
			}},
	} {
		b := apptest.Empty(t)
		m, err := b.AddMember(member.Member{Name: "Wren", Roles: []member.Role{chair},
			Stages: []member.StageChange{{Stage: member.Onboarding, On: today().AddDays(-9)}, {Stage: member.Active, On: today().AddDays(-2)}}})
		if err != nil {
			t.Fatal(err)
		}
		at := route.Person(string(m.ID), route.Overview)
		stage, desk, screen := show(t, b, at, nil)
		if c.open == "Add…" {
			stage.Tap(stage.Button("Show the list"))
		}
		stage.Tap(stage.Button(c.open))
		if screen.Draft() != nil {
			t.Errorf("%s: a dialog that nobody filled in is a draft", c.open)
		}
		c.fill(stage)
		draft := screen.Draft()
		if draft == nil || desk.Types == 0 {
			t.Fatalf("%s: nothing would be kept", c.open)
		}
		stage.Press(fyne.KeyEscape)
		if screen.Draft() != nil || desk.Saves != 1 {
			t.Errorf("%s: what was let go is kept", c.open)
		}
		again, desk, screen := show(t, b, route.Person(string(m.ID), ""), draft)
		again.Pass(0)
		again.Tap(again.Button(c.confirm))
		if got := named(t, b, "Wren"); !c.kept(got) {
			t.Errorf("%s: %+v; %s", c.open, got, again.Words())
		}
		if screen.Draft() != nil || desk.Saves != 1 {
			t.Errorf("%s: what is saved is still a draft", c.open)
		}
	}
}

func TestAHalfTypedNoteAndAHalfFilledDialogBothComeBack(t *testing.T) {
	b, id := alone(t)
	stage, _, screen := show(t, b, route.Person(string(id), route.Notes), nil)
	stage.Tap(stage.Button("Write a note"))
	stage.Type("Half a sen")
	p := members.NewPerson(b, wording.English(), id, screen.Draft())
	p.Answering(&members.Asked{Ask: members.AskTerm, Typed: map[string]string{"end": "2029"}})
	again := members.NewPerson(b, wording.English(), id, p.Draft())
	if a := again.Asked(); again.Notes().Typed.Text != "Half a sen" || a == nil || a.Typed["end"] != "2029" {
		t.Errorf("%+v, %+v", again.Notes().Typed, a)
	}
}
