package members_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/members"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

// others draw a sentence in place of the Safe contact tab.
func others() members.Others {
	return members.Others{ContactTab: func(_ kit.Desk, _ member.ID, name string) fyne.CanvasObject {
		return kit.NewText(kit.Lead, "Reaching "+name)
	}}
}

// named is the person of a name.
func named(t testing.TB, b *board.Board, name string) member.Member {
	t.Helper()
	rows, err := b.People(board.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Name == name {
			m, err := b.Member(r.ID)
			if err != nil {
				t.Fatal(err)
			}
			return m
		}
	}
	t.Fatalf("nobody is called %q", name)
	return member.Member{}
}

// at is the first person at a stage.
func at(t testing.TB, b *board.Board, stage member.Stage) member.ID {
	t.Helper()
	rows, err := b.People(board.Filter{Stages: []member.Stage{stage}})
	if err != nil || len(rows) == 0 {
		t.Fatalf("nobody is %s: %v", stage, err)
	}
	return rows[0].ID
}

func picture(t *testing.T, name string, b *board.Board, where route.Route, then func(*kittest.Stage)) {
	t.Helper()
	kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
		page := apptest.Paged(members.New(apptest.NewDesk(s), b, where, nil, others()))
		if then == nil {
			return page
		}
		s.Show(page)
		then(s)
		return nil
	})
}

func TestPicturesMembers(t *testing.T) {
	b := apptest.Demo(t, 12)
	picture(t, "list", b, route.Members(), nil)
	picture(t, "list-none", b, route.Members(), func(s *kittest.Stage) {
		s.Window.Canvas().Focus(kittest.All[*kit.Entry](s.Window.Canvas().Content())[0])
		s.Type("zzzzzz")
	})
}

func TestPicturesNobody(t *testing.T) {
	picture(t, "list-empty", apptest.Empty(t), route.Members(), nil)
}

func TestPicturesPerson(t *testing.T) {
	b := apptest.Demo(t, 12)
	wren := string(named(t, b, "Wren").ID)
	for name, id := range map[string]string{
		"overview": wren, "overview-joining": string(at(t, b, member.Onboarding)), "overview-away": string(at(t, b, member.OnLeave)),
	} {
		picture(t, name, b, route.Person(id, route.Overview), nil)
	}
	picture(t, "support", b, route.Person(wren, route.Support), nil)
	picture(t, "history", b, route.Person(wren, route.Changes), nil)
	for _, text := range []string{"Prefers short agendas, sent two days before.", "Asked for the quiet room to be kept free before the meeting begins."} {
		if _, err := b.SaveNote(member.Note{Member: member.ID(wren), Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	picture(t, "notes", b, route.Person(wren, route.Notes), nil)
	picture(t, "notes-writing", b, route.Person(wren, route.Notes), func(s *kittest.Stage) {
		s.Tap(kittest.All[*kit.Button](s.Window.Canvas().Content())[0])
	})
}

func TestPicturesQuestions(t *testing.T) {
	b := apptest.Demo(t, 12)
	wren := string(named(t, b, "Wren").ID)
	for name, act := range map[string]string{"move": "Move to…", "role": "Add a role…", "term": "Add a term…"} {
		picture(t, name, b, route.Person(wren, route.Overview), func(s *kittest.Stage) {
			s.Tap(s.Button(s.Env.Say(act)))
		})
	}
}

func TestPicturesForm(t *testing.T) {
	b := apptest.Demo(t, 12)
	picture(t, "form-new", b, route.Person(route.NewPerson, ""), nil)
	picture(t, "form-edit", b, route.Person(string(named(t, b, "Wren").ID), route.Edit), nil)
	picture(t, "form-mistake", b, route.Person(route.NewPerson, ""), func(s *kittest.Stage) {
		all := kittest.All[*kit.Button](s.Window.Canvas().Content())
		s.Tap(all[len(all)-1])
	})
}
