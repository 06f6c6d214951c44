package board_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/store/keyring/plugin/plugintest"
)

const passphrase = "orbit lantern maple quiet harbor seven"

// world is a vault on a disk, and a clock that a test turns.
type world struct {
	t   testing.TB
	dir string
	now time.Time
	env board.Environment
}

// newWorld stands on a Saturday afternoon in Chicago.
func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{t: t, dir: filepath.Join(t.TempDir(), "vault"), now: at(t, "2026-11-21T14:20:00-06:00")}
	w.env = board.Environment{Clock: func() time.Time { return w.now }, Cost: keyring.Lowest(), Engine: store.EngineMemory}
	return w
}

func at(t testing.TB, text string) time.Time {
	t.Helper()
	instant, err := time.Parse(time.RFC3339, text)
	must(t, err)
	return instant
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// create makes a board with a passphrase and a paper key.
func (w *world) create() (*board.Board, *board.Kit) {
	w.t.Helper()
	b, kit, err := board.Create(context.Background(), w.env, w.dir, board.Beginning{
		Name: "Riverside advisory board", Zone: "America/Chicago",
		Holder: "Coordinator", Passphrase: passphrase, Paper: true, PaperLabel: "Recovery kit",
	})
	must(w.t, err)
	w.t.Cleanup(func() { _ = b.Close() })
	return b, kit
}

// prepared is a vault that was made once for all tests, and its paper key:
// opening with that takes no second of hashing.
var prepared = sync.OnceValues(func() (dir string, paper string) {
	dir, err := os.MkdirTemp("", "board-test")
	if err != nil {
		panic(err)
	}
	env := board.Environment{Clock: func() time.Time { return time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC) },
		Cost: keyring.Lowest(), Engine: store.EngineMemory}
	b, kit, err := board.Create(context.Background(), env, filepath.Join(dir, "vault"), board.Beginning{
		Name: "Riverside advisory board", Zone: "America/Chicago",
		Holder: "Coordinator", Passphrase: passphrase, Paper: true, PaperLabel: "Recovery kit",
	})
	if err == nil {
		_, never := b.SetSetting("backup_days", "0") // nothing reminds of backups
		err = errors.Join(b.KitReadBack(kit.Holder), never, b.Close())
	}
	if err != nil {
		panic(err)
	}
	return dir, kit.Paper.Text
})

func TestMain(m *testing.M) {
	if target := os.Getenv(childOf); target != "" {
		killedAt(target)
		return
	}
	if target := os.Getenv(interruptedIn); target != "" {
		interrupted(target)
		return
	}
	plugintest.ServeIfAsked()
	code := m.Run()
	dir, _ := prepared()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// settled is an empty board with nothing that Today would remind of, opened
// with its paper key.
func (w *world) settled() *board.Board {
	w.t.Helper()
	dir, paper := prepared()
	must(w.t, os.CopyFS(w.dir, os.DirFS(filepath.Join(dir, "vault"))))
	must(w.t, filepath.WalkDir(w.dir, func(path string, d fs.DirEntry, err error) error {
		mode := fs.FileMode(0o600)
		if d.IsDir() {
			mode = 0o700
		}
		return errors.Join(err, os.Chmod(path, mode))
	}))
	key, err := keyring.PaperKey(paper)
	must(w.t, err)
	b, _, err := w.unlock(key)
	must(w.t, err)
	return b
}

// unlock opens the vault of w with a key.
func (w *world) unlock(key keyring.Key) (*board.Board, board.Opening, error) {
	w.t.Helper()
	closed, err := board.Open(w.env, w.dir)
	must(w.t, err)
	b, opening, err := closed.Unlock(context.Background(), key, nil)
	if err != nil {
		must(w.t, closed.Close())
		return nil, opening, err
	}
	w.t.Cleanup(func() { _ = b.Close() })
	return b, opening, nil
}

// add takes somebody in who is active on the board, and settled in it.
func add(t *testing.T, b *board.Board, name string) member.Member {
	t.Helper()
	m, err := b.AddMember(member.Member{Name: name, Stages: []member.StageChange{
		{Stage: member.Active, On: record.Date{Year: 2025, Month: time.March, Day: 3}}}})
	must(t, err)
	return m
}

// reachable gives somebody a sheet that was confirmed on a day: Signal every
// day from nine to eight, no calls.
func reachable(t *testing.T, b *board.Board, id member.ID, confirmed string) contact.Sheet {
	t.Helper()
	day, err := record.ParseDate(confirmed)
	must(t, err)
	must(t, b.SaveSheet(contact.Sheet{Member: id, Zone: "America/Chicago", From: "the library group", Confirmed: day,
		Channels: []contact.Channel{
			{Kind: contact.Signal, Value: "+1 202 555 0141", Safe: contact.SafeAtTimes,
				Hours: []contact.Window{{Days: contact.EveryDay, From: 9 * 60, To: 20 * 60}}},
			{Kind: contact.Phone, Value: "+1 202 555 0141", Safe: contact.NeverSafe},
		}}))
	s, err := b.Sheet(id)
	must(t, err)
	return s
}
