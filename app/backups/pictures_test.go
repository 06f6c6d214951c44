package backups

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit/kittest"
	"holdfast/backup"
	"holdfast/board"
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
		{File: "holdfast-2026-09-28.age", Made: "28 Sep 2026", Where: "/media/ana/OFFICE", Records: n(1092), Opens: "1 key", State: "may hold somebody who was erased: destroy it", Care: true},
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

func TestPicturesFirstBackup(t *testing.T) {
	b := apptest.Demo(t, 9)
	kittest.Picture(t, "first", func(s *kittest.Stage) fyne.CanvasObject {
		screen := New(apptest.NewDesk(s), b, Config{Environment: apptest.Environment()})
		s.Settle()
		return apptest.Paged(screen)
	})
}
