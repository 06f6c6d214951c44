package contactpage_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/apptest"
	contactpage "holdfast/app/contact"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/theme"
	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
)

// world is a stage, and a real board that looks at the stage's clock: it is
// Saturday 21 November 2026, 14:20, where the coordinator and Wren are.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	desk  *apptest.Desk
	wren  member.Member
}

// shared is the one vault of these tests: making one takes longer than all
// that is done in it. Each test has a Wren of its own, and the board looks at
// the clock of the test that runs.
type shared struct {
	dir   string
	board *board.Board
	clock *kittest.Clock
}

var vault shared

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "contactpage")
	if err != nil {
		panic(err)
	}
	vault.dir = dir
	code := m.Run()
	if vault.board != nil {
		err = vault.board.Close()
	}
	if err = errors.Join(err, os.RemoveAll(dir)); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// ownBoard makes a board that a test may lock.
func ownBoard(t testing.TB, dir string) *board.Board {
	t.Helper()
	env := apptest.Environment()
	env.Clock = func() time.Time { return vault.clock.Now() }
	b, _, err := board.Create(t.Context(), env, dir, board.Beginning{
		Name: "Riverside advisory board", Zone: "Europe/London", Holder: "Coordinator", Passphrase: apptest.Passphrase})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// newWorld is a world in the shared vault.
func newWorld(t testing.TB, stage *kittest.Stage) *world {
	t.Helper()
	vault.clock = stage.Clock
	if vault.board == nil {
		vault.board = ownBoard(t, filepath.Join(vault.dir, "vault"))
	}
	return worldOf(t, stage, vault.board)
}

// lockable is a world that said is, on a board of its own.
func lockable(t testing.TB, stage *kittest.Stage) *world {
	t.Helper()
	vault.clock = stage.Clock
	b := ownBoard(t, filepath.Join(t.TempDir(), "vault"))
	w := worldOf(t, stage, b)
	t.Cleanup(func() { w.Must(b.Close()) })
	w.Must(b.SaveSheet(w.sheet("2026-11-03")))
	return w
}

func worldOf(t testing.TB, stage *kittest.Stage, b *board.Board) *world {
	t.Helper()
	w := &world{Stage: stage, t: t, desk: apptest.NewDesk(stage), board: b}
	var err error
	w.wren, err = b.AddMember(member.Member{Name: "Wren", SpokenName: "Ren",
		EmergencyName: "Heron", EmergencyRelation: "peer support person",
		Stages: []member.StageChange{{Stage: member.Active, On: day("2025-03-03")}}})
	w.Must(err)
	return w
}

func day(text string) record.Date {
	d, err := record.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func hours(days contact.Days, from, to contact.Clock) []contact.Window {
	return []contact.Window{{Days: days, From: from * 60, To: to * 60}}
}

// sheet is what Wren said, gone through on a day.
func (w *world) sheet(confirmed string) contact.Sheet {
	return contact.Sheet{
		Member: w.wren.ID, From: "the library group", Zone: "Europe/London", Confirmed: day(confirmed), ConfirmedBy: "Coordinator",
		SafeWord: contact.Word{Say: "late fees", Means: "stop and call back tomorrow"},
		Channels: []contact.Channel{
			{ID: "signal", Kind: contact.Signal, Value: "+1 202 555 0141", Safe: contact.SafeAtTimes, Hours: hours(contact.EveryDay, 9, 20),
				Disappearing: true, SomeoneElse: "ask about opening hours, then stop"},
			{ID: "phone", Kind: contact.Phone, Value: "+1 202 555 0141", Safe: contact.SafeAtTimes, Hours: hours(contact.Weekdays, 10, 15)},
			{ID: "email", Kind: contact.Email, Value: "wren.reads@example.org", Safe: contact.Safe, Subject: "Book club"},
			{ID: "post", Kind: contact.Post, Safe: contact.NeverSafe},
		},
	}
}

// said is a world in which Wren has said how to be reached.
func said(t testing.TB, stage *kittest.Stage) *world {
	t.Helper()
	w := newWorld(t, stage)
	w.Must(w.board.SaveSheet(w.sheet("2026-11-03")))
	return w
}

// kept is the sheet as the board keeps it.
func (w *world) kept() contact.Sheet {
	w.t.Helper()
	s, err := w.board.Sheet(w.wren.ID)
	w.Must(err)
	return s
}

// contacted writes a contact down that was so long ago.
func (w *world) contacted(ago time.Duration, e contact.Entry) {
	w.t.Helper()
	e.Member, e.At = w.wren.ID, w.Clock.Now().Add(-ago)
	_, err := w.board.Contacted(e)
	w.Must(err)
}

func (w *world) tab() *contactpage.Tab {
	return contactpage.NewTab(w.desk, w.board, w.wren.ID, w.wren.Name)
}

// open shows the tab.
func (w *world) open() *contactpage.Tab {
	tab := w.tab()
	w.Show(onGround(tab.Object()))
	return tab
}

// form shows the form of the sheet.
func (w *world) form(draft []byte) kit.Screen {
	screen := contactpage.NewSheetForm(w.desk, w.board, w.wren.ID, draft)
	w.Show(apptest.Paged(screen))
	return screen
}

// logForm shows the form for a contact.
func (w *world) logForm(draft []byte) kit.Screen {
	screen := contactpage.NewLogForm(w.desk, w.board, w.wren.ID, draft)
	w.Show(apptest.Paged(screen))
	return screen
}

func onGround(part fyne.CanvasObject) fyne.CanvasObject {
	return kit.Over(canvas.NewRectangle(fynetheme.Color(theme.Ground)),
		kit.NewScroll(kit.Pad(kit.Inset{Top: 16, Right: 28, Bottom: 28, Left: 28}, part)))
}
