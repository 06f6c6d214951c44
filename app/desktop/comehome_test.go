package desktop_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
)

// lost makes a board and a backup of it, of which nothing but the backup and
// the paper key are left.
func lost(t *testing.T) (file, paper string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	b, sheet, err := board.Create(t.Context(), apptest.Environment(), dir, board.Beginning{Name: "Riverside",
		Zone: "UTC", Holder: "Coordinator", Passphrase: apptest.Passphrase, Paper: true, PaperLabel: "Paper"})
	if err == nil {
		err = b.FillDemo(t.Context(), board.Demo{Seed: 1, People: 4}, nil)
	}
	var made board.Backup
	if err == nil {
		made, err = b.Backups().Make(t.Context(), board.BackupWish{Path: t.TempDir()}, nil)
	}
	if err == nil {
		err = b.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return made.Path(), sheet.Paper.Text
}

// comeHome goes from the welcome screen to what would come back.
func (h *house) comeHome(t *testing.T, file string, give func()) {
	t.Helper()
	h.Tap(h.Button("Restore from a backup…"))
	h.Entry("Folder").SetText(filepath.Dir(file))
	h.Press(fyne.KeyReturn)
	h.Entry("File").SetText(filepath.Base(file))
	h.Tap(h.Button("Open it"))
	h.Settle()
	h.Pass(0)
	give()
	h.Tap(h.Button("Open it"))
	h.Settle()
	h.Pass(0)
}

// agree says yes to everything that is asked.
func (h *house) agree() {
	for _, check := range kittest.All[*kit.Check](h.Window.Canvas().Overlays().Top()) {
		if !check.On() {
			h.Tap(check)
		}
	}
}

func TestALostBoardComesBackOnAnotherComputerWithItsPassphrase(t *testing.T) {
	file, _ := lost(t)
	dir := filepath.Join(t.TempDir(), "Holdfast")
	h := enter(t, dir, kittest.Variant{})
	h.comeHome(t, file, func() { h.Entry("Passphrase").SetText("not this one at all") })
	h.shows(t, "This key does not open the backup.")
	h.Entry("Passphrase").SetText(apptest.Passphrase)
	h.Tap(h.Button("Open it"))
	h.Settle()
	h.shows(t, "What would come back")
	h.shows(t, dir)
	h.Tap(h.Button("Restore"))
	h.shows(t, "First tick the box that says yes to it")
	h.Tap(h.Button("Close"))
	h.agree()
	h.Tap(h.Button("Restore"))
	h.Settle()
	h.Pass(0)
	h.shows(t, "its fingerprint is a new one")
	h.Tap(h.Button("Close"))
	h.shows(t, "The vault has a new fingerprint")
	h.shows(t, "Write it on the recovery kit, in place of the old one: Paper.")
	if h.desktop.Shell().State() != app.Unlocked || h.desktop.Board() == nil {
		t.Fatalf("it is not open: %s", h.Words())
	}
	people, err := h.desktop.Board().People(board.Filter{})
	if err != nil || len(people) != 4 {
		t.Errorf("%d people came back, %v", len(people), err)
	}
	// It lies there now, and opens with the passphrase that it had.
	h.desktop.Shell().LockNow(app.Asked)
	h.Settle()
	h.Pass(0)
	h.Type(apptest.Passphrase)
	h.Press(fyne.KeyReturn)
	h.Settle()
	if h.desktop.Shell().State() != app.Unlocked {
		t.Errorf("the passphrase of the backup does not open: %s", h.Words())
	}
}

func TestTheLockSaysThatABackupWasPutInPlaceUntilItIsOpened(t *testing.T) {
	h := enter(t, filled(t, 4), kittest.Variant{})
	h.unlock(t)
	made, err := h.desktop.Board().Backups().Make(t.Context(), board.BackupWish{Path: t.TempDir()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	h.desktop.Shell().Go(route.Backups())
	h.Settle()
	h.Tap(h.Button("Restore from a file…"))
	h.Entry("Folder").SetText(made.Place)
	h.Press(fyne.KeyReturn)
	h.Entry("File").SetText(made.File)
	h.Tap(h.Button("Open it"))
	h.Settle()
	h.Pass(0)
	h.Entry("Passphrase").SetText(apptest.Passphrase)
	h.Tap(h.Button("Open it"))
	h.Settle()
	h.agree()
	h.Tap(h.Button("Put this in place of the board"))
	const says = "was put in place here. The keys that opened the vault until now open it, and no others."
	h.shows(t, says)
	h.Pass(0)
	h.unlock(t)
	h.desktop.Shell().LockNow(app.Asked)
	h.Settle()
	h.Hides(says)
}

func TestWhoComesBackWithThePaperKeySetsANewPassphrase(t *testing.T) {
	file, paper := lost(t)
	dir := filepath.Join(t.TempDir(), "Holdfast")
	h := enter(t, dir, kittest.Variant{})
	h.comeHome(t, file, func() {
		for _, s := range kittest.All[*kit.Select](h.Window.Canvas().Overlays().Top()) {
			h.Tap(s)
			h.Tap(h.Spoken("The paper key"))
			break
		}
		h.Entry("Paper key").SetText(paper)
	})
	h.agree()
	h.Tap(h.Button("Restore"))
	h.Settle()
	h.Pass(0)
	h.Tap(h.Button("Set a new passphrase"))
	h.Pass(0)
	h.Settle()
	h.Pass(0)
	h.shows(t, "Change the passphrase of “Coordinator”")
	const fresh = "copper willow tunnel saddle ginger atlas"
	h.Entry("New passphrase").SetText(fresh)
	h.Entry("The new passphrase once more").SetText(fresh)
	h.Tap(h.Button("Change it"))
	h.Settle()
	if at := h.desktop.Shell().Here(); at != route.Settings(route.KeysPage) {
		t.Errorf("it is at %+v", at)
	}
	h.desktop.Shell().LockNow(app.Asked)
	h.Settle()
	h.Pass(0)
	h.Type(fresh)
	h.Press(fyne.KeyReturn)
	h.Settle()
	if h.desktop.Shell().State() != app.Unlocked {
		t.Errorf("the new passphrase does not open: %s", h.Words())
	}
}

func TestComingHomeToAFullFolderChangesNothing(t *testing.T) {
	file, _ := lost(t)
	dir := filepath.Join(t.TempDir(), "Holdfast")
	h := enter(t, dir, kittest.Variant{})
	h.comeHome(t, file, func() { h.Entry("Passphrase").SetText(apptest.Passphrase) })
	h.agree()
	if err := os.MkdirAll(filepath.Join(dir, "letters"), 0o700); err != nil {
		t.Fatal(err)
	}
	h.Tap(h.Button("Restore"))
	h.Settle()
	h.shows(t, "There is something in this folder already.")
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v %v", entries, err)
	}
}

func TestAFileThatIsNoBackupIsNamedAsSuch(t *testing.T) {
	file := filepath.Join(t.TempDir(), "letter.age")
	if err := os.WriteFile(file, []byte(strings.Repeat("hello ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	h := enter(t, filepath.Join(t.TempDir(), "Holdfast"), kittest.Variant{})
	h.comeHome(t, file, func() { h.Entry("Passphrase").SetText(apptest.Passphrase) })
	h.shows(t, "This file is not a backup of Holdfast.")
}
