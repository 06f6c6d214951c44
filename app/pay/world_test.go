package pay_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/pay"
	"holdfast/app/payform"
	"holdfast/app/payrun"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
	"holdfast/store/keyring"
)

// world is a stage with the invented board, which has met and paid.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	desk  *apptest.Desk
}

// invented is the vault of the invented board, made once for all tests, and its
// paper key, which opens it without a second of hashing.
var invented = sync.OnceValues(func() (dir, paper string) {
	dir, err := os.MkdirTemp("", "pay-test")
	if err != nil {
		panic(err)
	}
	b, kit, err := board.Create(context.Background(), apptest.Environment(), filepath.Join(dir, "vault"), board.Beginning{
		Name: "Riverside advisory board", Zone: "America/Chicago", Holder: "Coordinator", Passphrase: apptest.Passphrase, Paper: true, PaperLabel: "Recovery kit"})
	if err == nil {
		err = errors.Join(b.KitReadBack(kit.Holder), b.FillDemo(context.Background(), board.Demo{Seed: 1, People: 9, Choices: 6, Meetings: 10}, nil), b.Close())
	}
	if err != nil {
		panic(err)
	}
	return dir, kit.Paper.Text
})

func TestMain(m *testing.M) {
	code := m.Run()
	dir, _ := invented()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// newWorld opens a copy of the invented board.
func newWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	w := &world{Stage: s, t: t, desk: apptest.NewDesk(s)}
	from, paper := invented()
	dir := filepath.Join(t.TempDir(), "vault")
	w.Must(os.CopyFS(dir, os.DirFS(filepath.Join(from, "vault"))))
	w.Must(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			return os.Chmod(path, 0o700)
		}
		return errors.Join(err, os.Chmod(path, 0o600))
	}))
	key, err := keyring.PaperKey(paper)
	w.Must(err)
	closed, err := board.Open(apptest.Environment(), dir)
	w.Must(err)
	w.board, _, err = closed.Unlock(t.Context(), key, nil)
	w.Must(err)
	t.Cleanup(func() {
		if err := w.board.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

// who is somebody by name.
func (w *world) who(name string) member.ID {
	w.t.Helper()
	rows, err := w.board.People(board.Filter{Text: name})
	w.Must(err)
	return rows[0].ID
}

// open shows a place of the area, as the window does.
func (w *world) open(id, tab string) kit.Screen {
	w.t.Helper()
	at := route.Pay(id, tab)
	var screen kit.Screen
	switch f, leads := payform.New(w.board, w.Env.Book, at, nil); {
	case tab == route.MeetingAct:
		screen = payrun.NewMeetingScreen(w.desk, w.board, nil)
	case tab == route.PayRunAct:
		screen = payrun.NewRunScreen(w.desk, w.board)
	case f != nil:
		screen = formpage.New(w.desk, f, leads, false)
	default:
		screen = pay.New(w.desk, w.board, at)
	}
	w.Show(apptest.Paged(screen))
	if begins, ok := screen.(kit.Beginner); ok {
		w.Env.Canvas.Focus(begins.First())
	}
	return screen
}

// tab shows somebody's Compensation tab.
func (w *world) tab(name string) { w.Show(kit.NewScroll(pay.Tab(w.desk, w.board, w.who(name)))) }
