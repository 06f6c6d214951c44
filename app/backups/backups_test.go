package backups

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
	"holdfast/wording"
)

// page is the page on a stage, with a folder that stands for a stick.
type page struct {
	*kittest.Stage
	desk     *apptest.Desk
	board    *board.Board
	screen   *Screen
	stick    string
	restored []string
	closed   int
}

func open(t *testing.T, b *board.Board) *page {
	t.Helper()
	p := &page{Stage: kittest.NewStage(t, kittest.Variant{}), board: b, stick: t.TempDir()}
	p.desk = apptest.NewDesk(p.Stage)
	p.screen = New(p.desk, b, Config{Environment: apptest.Environment(),
		Restored: func(returned wording.Text) { p.restored = append(p.restored, p.Env.Book.Render(returned)) }, Close: func() { p.closed++ }})
	p.Show(apptest.Paged(p.screen))
	p.Settle()
	return p
}

// backUp makes a backup through the page.
func (p *page) backUp(t *testing.T) Row {
	t.Helper()
	p.screen.maker.path.SetText(p.stick)
	p.Tap(p.Button("Back up"))
	p.Settle()
	if len(p.screen.state.Rows) == 0 {
		t.Fatalf("no backup is in the register:\n%s", p.Words())
	}
	return p.screen.state.Rows[0]
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// unlockWith gives the passphrase in the dialog that asks for a key.
func (p *page) unlockWith(passphrase, confirm string) {
	p.Entry("Passphrase").SetText(passphrase)
	p.Tap(p.Button(confirm))
	p.Settle()
}

func TestABoardWithoutABackupIsToldSo(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.Shows("There is no backup yet")
	p.Shows("If this computer is lost, so is everything in it.")
}

func TestABackupIsMadeAndStandsInTheRegister(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	r := p.backUp(t)
	if !r.Found || r.Care || filepath.Dir(r.Path) != p.stick {
		t.Errorf("the register says %+v", r)
	}
	p.Shows("intact")
	if files, err := os.ReadDir(p.stick); err != nil || len(files) == 0 {
		t.Errorf("nothing lies on the stick: %v", err)
	}
	if p.closed != 0 {
		t.Error("the program was closed")
	}
}

func TestBackUpAndCloseClosesOnlyAfterABackup(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.screen.maker.path.SetText(filepath.Join(p.stick, "missing", "folder"))
	p.Tap(p.Button("Back up and close"))
	p.Settle()
	if p.closed != 0 {
		t.Fatal("the program was closed without a backup")
	}
	p.screen.maker.path.SetText(p.stick)
	p.Tap(p.Button("Back up and close"))
	p.Settle()
	if p.closed != 1 {
		t.Errorf("closed %d times", p.closed)
	}
}

func TestBackUpAndCloseInTheChosenPlaceLetsOlderOnesGo(t *testing.T) {
	b := apptest.Demo(t, 3)
	p := open(t, b)
	settings, err := b.Settings()
	must(t, err)
	settings.Backup.Place = p.stick
	settings.Backup.Keep.Daily, settings.Backup.Keep.Weekly, settings.Backup.Keep.Monthly = 1, 0, 0
	_, err = b.SaveSettings(settings)
	must(t, err)
	for range 2 {
		p.screen.maker.path.SetText(p.stick)
		p.Tap(p.Button("Back up and close"))
		p.Settle()
	}
	files, err := filepath.Glob(filepath.Join(p.stick, "*.age"))
	must(t, err)
	if list, err := b.Backups().List(); err != nil || len(list) != 1 || !list[0].Automatic || len(files) != 1 {
		t.Errorf("%d in the register, %d files, %v", len(list), len(files), err)
	}
}

func TestAPlaceThatCannotBeWrittenIsSaidBelowItsField(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.screen.maker.path.SetText(filepath.Join(p.stick, "nowhere", "x.age"))
	p.Tap(p.Button("Back up"))
	p.Settle()
	if p.screen.maker.field.Mistake() == "" {
		t.Error("nothing is said below the field")
	}
	if len(p.screen.state.Rows) != 0 {
		t.Error("a backup that was not made is in the register")
	}
}

func TestAPlaceThatAServiceCopiesElsewhereIsSaid(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	m := p.screen.maker
	m.picked(filepath.Join(p.stick, "Dropbox", "copies"))
	p.Shows("Dropbox copies to other computers")
	m.picked(p.stick)
	p.Hides("copies to other computers")
	// Who types it is told once the field is left.
	p.Window.Canvas().Focus(m.path)
	m.path.SetText(filepath.Join(p.stick, "Dropbox", "copies"))
	p.Press(fyne.KeyTab)
	p.Shows("Dropbox copies to other computers")
}

func TestTheRegisterSaysWhenAStickIsPulledOutOrABackupMadeByItself(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	r := p.backUp(t)
	must(t, os.Remove(r.Path))
	p.Shows("intact")
	p.Pass(lookAgain)
	p.Settle()
	p.Shows("not there now")
	_, err := p.board.Backups().Make(t.Context(), board.BackupWish{Path: p.stick}, nil)
	must(t, err)
	p.Pass(lookAgain)
	p.Settle()
	if n := len(p.screen.state.Rows); n != 2 {
		t.Errorf("%d in the register", n)
	}
}

func TestARehearsalSaysThatEverythingCameBack(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.screen.open(p.backUp(t))
	p.Tap(p.Button("Rehearse…"))
	p.unlockWith(apptest.Passphrase, "Rehearse")
	if len(p.desk.Said) == 0 || !strings.Contains(p.desk.Said[len(p.desk.Said)-1], "It came back:") {
		t.Errorf("said %q", p.desk.Said)
	}
}

func TestAWrongPassphraseIsSaidInItsFieldAndCanBeTriedAgain(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.screen.open(p.backUp(t))
	p.Tap(p.Button("Read it through…"))
	p.unlockWith("something else entirely", "Read it through")
	p.Shows("does not open")
	p.unlockWith(apptest.Passphrase, "Read it through")
	if said := p.desk.Said; !strings.Contains(said[len(said)-1], "It is whole") {
		t.Errorf("said %q", said)
	}
}

func TestRestoringSaysWhatWouldChangeAndTakesAClearWord(t *testing.T) {
	b := apptest.Demo(t, 3)
	p := open(t, b)
	r := p.backUp(t)
	added, err := b.AddMember(member.Member{Name: "Later"})
	if err != nil {
		t.Fatal(err)
	}
	p.screen.open(r)
	p.Tap(p.Button("Restore…"))
	p.unlockWith(apptest.Passphrase, "Open it")
	p.Shows("What would change")
	p.Shows("Would be gone")
	p.Shows("a page with what is known about the person")
	p.Hides("pages with what is known") // of those who stay as they are, nothing is said
	p.Hides("Would be added")
	if strings.Contains(p.Words(), "Later") {
		t.Error("a name is shown")
	}
	p.Tap(p.Spoken("Show the names…"))
	p.Settle()
	p.Shows("Later")
	p.Shows("would be gone")
	p.Tap(p.Button("Close"))
	if words := p.Words(); strings.Count(words, "kept beside it") != 1 || !strings.Contains(words, "In the backup") {
		t.Errorf("it says %s", words)
	}
	p.Tap(p.Button("Put this in place of the board"))
	p.Settle()
	p.Shows("First tick the box that says yes to it")
	p.Press(fyne.KeyEscape)
	for _, check := range kittest.All[*kit.Check](p.Window.Canvas().Overlays().Top()) {
		p.Tap(check)
	}
	p.Tap(p.Button("Put this in place of the board"))
	p.Settle()
	if len(p.restored) != 1 || !strings.Contains(p.restored[0], "was put in place here. The keys that opened the vault until now open it") {
		t.Fatalf("restored: %q\n%s", p.restored, p.Words())
	}
	if _, err := b.Member(added.ID); err == nil {
		t.Error("somebody who came later is still there")
	}
}

func TestABackupThatIsInNoRegisterIsChosenFromTheDisk(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	r := p.backUp(t)
	p.Tap(p.Button("Restore from a file…"))
	p.Entry("File").SetText(r.File)
	p.Tap(p.Button("Open it"))
	p.Pass(0)
	p.unlockWith(apptest.Passphrase, "Open it")
	p.Shows("Nothing would be different")
}

func TestABackupThatIsNotThereOffersNothingButItsLine(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	r := p.backUp(t)
	if err := os.Remove(r.Path); err != nil {
		t.Fatal(err)
	}
	p.screen.look()
	p.Settle()
	p.screen.open(p.screen.state.Rows[0])
	p.Shows("The file is not there now.")
	if p.HasButton("Rehearse…") {
		t.Error("a file that is not there can be rehearsed")
	}
}

func TestTheLastGoodBackupIsNotRemoved(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.screen.open(p.backUp(t))
	p.Tap(p.Button("Remove…"))
	p.Tap(p.Button("Remove it"))
	p.Pass(0)
	p.Shows("This is the last backup that was read back")
}

func TestOneWithItsOwnPassphraseOpensWithNothingElse(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.screen.maker.secret = "copper willow tunnel saddle ginger atlas"
	p.screen.open(p.backUp(t))
	p.Tap(p.Button("Read it through…"))
	p.unlockWith(apptest.Passphrase, "Read it through")
	p.Shows("does not open")
	p.unlockWith("copper willow tunnel saddle ginger atlas", "Read it through")
	if said := p.desk.Said; !strings.Contains(said[len(said)-1], "It is whole") {
		t.Errorf("said %q", said)
	}
}

func TestNumbersOfTheAutomaticBackupAreRefusedBelowTheirFields(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.Tap(p.Button("Change…"))
	p.Entry("After so many days").SetText("often")
	p.Tap(p.Button("Save"))
	p.Shows("This is a number, such as 7.")
	p.Entry("After so many days").SetText("3")
	p.Entry("Folder").SetText(p.stick)
	p.Tap(p.Button("Save"))
	p.Settle()
	settings, err := p.board.Settings()
	if err != nil || settings.Backup.Days != 3 || settings.Backup.Place != p.stick {
		t.Errorf("the settings are %+v, %v", settings.Backup, err)
	}
}

func TestADoubtAboutKeysLeadsToTheKeys(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	p.screen.act(Line{Target: board.ToKeyholders})
	if len(p.desk.Went) != 1 || p.desk.Went[0] != route.Settings(route.KeysPage) {
		t.Errorf("went to %v", p.desk.Went)
	}
}
