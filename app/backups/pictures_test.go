package backups

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/backup"
	"holdfast/board"
	"holdfast/member"
	"holdfast/wording"
)

func invented(s *kittest.Stage, screen *Screen) State {
	s.Settle()
	state, book := screen.state, s.Env.Book
	n := book.Number
	state.Opens = []string{"Ana", "Recovery kit"}
	state.Auto = board.BackupSettings{Place: "/media/ana/STICK", Days: 7, Keep: backup.Keep{Daily: 7, Weekly: 4, Monthly: 6}}
	state.AutoSays = screen.model.automatic(state.Auto)
	state.Rows = []Row{
		{File: "holdfast-2026-11-13.age", Made: "13 Nov 2026", Where: "/media/ana/STICK", Records: n(1204), Opens: "2 keys", State: "13 Nov 2026, intact", Found: true},
		{File: "holdfast-2026-10-30.age", Made: "30 Oct 2026", Where: "/media/ana/STICK", Records: n(1150), Opens: "2 keys", State: "30 Oct 2026, intact", Found: true},
		{File: "holdfast-2026-09-28.age", Made: "28 Sep 2026", Where: "/media/ana/OFFICE", Records: n(1092), Opens: "1 key", State: "may hold an erased person: destroy", Care: true},
	}
	for i := range state.Rows {
		r := &state.Rows[i]
		r.Size, r.Keys, r.Read, r.Rehearsed = book.Say("{n} KB", "n", 2360), "Ana, Recovery kit", r.Made, r.Made
	}
	return state
}

func TestPicturesBackups(t *testing.T) {
	b := apptest.Demo(t, 9)
	kittest.Picture(t, "backups", func(s *kittest.Stage) fyne.CanvasObject {
		screen := New(apptest.NewDesk(s), b, Config{Environment: apptest.Environment()})
		screen.redraw(invented(s, screen))
		return apptest.Paged(screen)
	})
}

func TestPicturesOfAPlaceThatIsNoGoodOne(t *testing.T) {
	b := apptest.Demo(t, 9)
	kittest.Picture(t, "synced", func(s *kittest.Stage) fyne.CanvasObject {
		screen := New(apptest.NewDesk(s), b, Config{Environment: apptest.Environment()})
		screen.redraw(invented(s, screen))
		screen.maker.picked("/home/ana/Dropbox/copies")
		return apptest.Paged(screen)
	})
}

func TestPicturesFirstBackup(t *testing.T) {
	b := apptest.Demo(t, 9)
	kittest.Picture(t, "first", func(s *kittest.Stage) fyne.CanvasObject {
		screen := New(apptest.NewDesk(s), b, Config{Environment: apptest.Environment()})
		s.Settle()
		return apptest.Paged(screen)
	})
}

func TestPicturesComingHome(t *testing.T) {
	b := apptest.Demo(t, 9)
	made, err := b.Backups().Make(t.Context(), board.BackupWish{Path: t.TempDir()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	asked := func(s *kittest.Stage, over *board.Board, at *place) {
		r := NewReturn(apptest.Environment(), over, s.Env.Book, kittest.Start)
		key := func() (board.Key, error) { return board.PassphraseKey(apptest.Passphrase), nil }
		if err := r.Open(made.Path(), key)(t.Context(), func(wording.Text, int64, int64) {}); err != nil {
			t.Fatal(err)
		}
		s.Show(kit.Card(kit.Head{}))
		if at != nil {
			at.back = r
		}
		newAgreement(s.Env, r, at, nil)
	}
	kittest.Picture(t, "home", func(s *kittest.Stage) fyne.CanvasObject {
		asked(s, nil, &place{env: s.Env, dir: "/home/ana/Dropbox/Holdfast", slot: kit.NewSlot(nil), synced: func(string) string { return "Dropbox" }})
		return nil
	})
	kittest.Picture(t, "arrived", func(s *kittest.Stage) fyne.CanvasObject {
		s.Show(kit.Card(kit.Head{}))
		Welcome(s.Env, "7Y0H-CT6X-MNUD-TV0T-73Y7-XMJ9", func() {})
		return nil
	})
	people, err := b.People(board.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := b.Member(people[0].ID)
	if err == nil {
		m.Pronouns = "they / them"
		_, err = b.SaveMember(m)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.AddMember(member.Member{Name: "Later"}); err != nil {
		t.Fatal(err)
	}
	kittest.Picture(t, "over", func(s *kittest.Stage) fyne.CanvasObject { asked(s, b, nil); return nil })
}

func TestPicturesOfOneBackup(t *testing.T) {
	b := apptest.Demo(t, 9)
	kittest.Picture(t, "one", func(s *kittest.Stage) fyne.CanvasObject {
		screen := New(apptest.NewDesk(s), b, Config{Environment: apptest.Environment()})
		state := invented(s, screen)
		screen.redraw(state)
		s.Show(apptest.Paged(screen))
		state.Rows[0].Path = "/media/ana/STICK/holdfast-2026-11-13.age"
		screen.open(state.Rows[0])
		return nil
	})
	kittest.Picture(t, "key", func(s *kittest.Stage) fyne.CanvasObject {
		screen := New(apptest.NewDesk(s), b, Config{Environment: apptest.Environment()})
		screen.redraw(invented(s, screen))
		s.Show(apptest.Paged(screen))
		screen.restore("/media/ana/STICK/holdfast-2026-11-13.age")
		return nil
	})
}
