package desktop_test

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"holdfast/app"
	"holdfast/app/apptest"
	"holdfast/app/desk"
	"holdfast/app/desktop"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/theme"
	"holdfast/board"
	"holdfast/member"
	"holdfast/preference"
	"holdfast/record"
	"holdfast/wording"
)

// house is the whole window on a stage.
type house struct {
	*kittest.Stage
	desktop *desktop.Desktop
	dir     string
	keeper  *preference.Keeper
	quits   int
	// chance, where it is set, is done before the vault is given chance; atOnce
	// has what is dispatched done where it is told.
	chance func()
	atOnce bool
}

func (h *house) dispatch(f func()) {
	if h.atOnce {
		f()
		return
	}
	h.Post(f)
}

// Read gives chance.
func (h *house) Read(p []byte) (int, error) {
	if h.chance != nil {
		h.chance()
	}
	return board.SystemRandom().Read(p)
}

// enter puts the window together over a vault folder.
func enter(t *testing.T, dir string, v kittest.Variant) *house {
	t.Helper()
	h := &house{Stage: kittest.NewStage(t, v), dir: dir, keeper: preference.Open(t.TempDir())}
	env := apptest.Environment()
	env.Clock = h.Clock.Now
	env.Random = h
	env.Anchor = h.keeper.Anchors()
	err := h.keeper.Change(func(s *preference.Settings) {
		s.Language, s.TextSize = v.Language, max(100, v.Look.TextPercent)
		if v.Look.Mode == theme.Dark {
			s.Theme = preference.Dark
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desktop.New(desktop.Config{
		Window: h.Window, Clipboard: h.Clipboard, Clock: h.Clock, Dispatch: h.dispatch, Environment: env,
		Vault: dir, Home: t.TempDir(), Zone: "America/Chicago", Preferences: h.keeper, SystemLanguage: "en-US",
		Quit: func() { h.quits++ },
	})
	if err != nil {
		t.Fatal(err)
	}
	h.desktop = d
	h.Join(func() { d.Shell().Env().Runner.Wait() })
	h.Join(d.Shell().Wait)
	d.Start()
	h.Resize(1280, 800)
	h.Pass(0)
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return h
}

// filled is a vault with the invented board, closed.
func filled(t *testing.T, people int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	b, _, err := board.Create(t.Context(), apptest.Environment(), dir, board.DemoBeginning("Coordinator", apptest.Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	if err := b.FillDemo(t.Context(), board.Demo{Seed: 1, People: people}, nil); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func (h *house) unlock(t *testing.T) {
	t.Helper()
	h.Type(apptest.Passphrase)
	h.Press(fyne.KeyReturn)
	h.Settle()
	if h.desktop.Shell().State() != app.Unlocked {
		t.Fatalf("it did not unlock: %s", h.Words())
	}
}

func (h *house) shows(t *testing.T, word string) {
	t.Helper()
	h.Settle()
	if !strings.Contains(h.Words(), word) {
		t.Errorf("%q is missing: %s", word, h.Words())
	}
}

func TestAPersonIsFoundAndTheirRightNowLineReadInThreeKeystrokes(t *testing.T) {
	h := enter(t, filled(t, 12), kittest.Variant{})
	h.unlock(t)
	h.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyK)
	h.Type("wr")
	h.shows(t, "Wren")
	if !strings.Contains(h.Words(), "You can") && !strings.Contains(h.Words(), "Not now") {
		t.Errorf("the result does not say how to reach her: %s", h.Words())
	}
	h.Press(fyne.KeyReturn)
	h.shows(t, "RIGHT NOW")
}

func TestEveryPlaceOfTheWindowOpens(t *testing.T) {
	h := enter(t, filled(t, 12), kittest.Variant{})
	h.unlock(t)
	id := ""
	for _, p := range people(t, h) {
		id = p
	}
	for _, at := range []route.Route{
		route.Today(), route.Members(), route.History(), route.Settings(""),
		route.Person(route.NewPerson, ""), route.Person(route.Import, ""),
		route.Person(id, ""), route.Person(id, route.Overview), route.Person(id, route.Contact), route.Person(id, route.Support),
		route.Person(id, route.Notes), route.Person(id, route.Changes), route.Person(id, route.Edit),
		route.Person(id, route.EditContact), route.Person(id, route.LogContact),
		route.Settings(route.Appearance), route.Settings(route.Locking), route.Settings(route.BoardPage),
		route.Settings(route.FieldsPage), route.Settings(route.KeysPage), route.Settings(route.VaultPage),
	} {
		h.desktop.Shell().Go(at)
		h.Settle()
		if h.Words() == "" || h.desktop.Shell().State() != app.Unlocked {
			t.Errorf("%v shows nothing", at)
		}
		if clipped := kittest.Clipped(h.Stage); len(clipped) > 0 {
			t.Errorf("%v clips %q", at, clipped)
		}
	}
}

// people are those whom the list of the window could open.
func people(t *testing.T, h *house) []string {
	t.Helper()
	rows, err := h.desktop.Board().People(board.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = string(r.ID)
	}
	return ids
}

func TestWhatWasHalfTypedIsOfferedAfterUnlocking(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	h.unlock(t)
	h.desktop.Shell().Go(route.Person(route.NewPerson, ""))
	h.Settle()
	h.Window.Canvas().Focus(h.Entry("Name"))
	h.Type("Ouzel")
	h.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyL)
	h.Settle()
	if strings.Contains(h.Words(), "Ouzel") {
		t.Fatal("what was typed shows on the locked screen")
	}
	h.Pass(0)
	h.unlock(t)
	h.Tap(h.Button("Continue typing"))
	h.Settle()
	if got := h.Entry("Name").Text; got != "Ouzel" {
		t.Errorf("the form has %q", got)
	}
}

func TestSleepLocksBeforeTheMachineGoesOn(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	h.unlock(t)
	h.sleep()
	if h.desktop.Shell().State() != app.Locked || h.desktop.Board() != nil {
		t.Error("the board is open while the machine sleeps")
	}
}

// Somebody types the passphrase, and hides the window or closes the lid before
// it has opened.
func TestWhatShouldLockWhileItOpensIsNotMissed(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	for name, c := range map[string]struct {
		happens, after func()
		state          app.State
	}{
		"hiding": {func() { h.Press(fyne.KeyEscape, fyne.KeyEscape) }, func() { h.Press(fyne.KeyEscape, fyne.KeyEscape) }, app.Hidden},
		"sleep":  {func() { h.sleep() }, func() {}, app.Locked},
	} {
		h.Type(apptest.Passphrase)
		h.Press(fyne.KeyReturn)
		c.happens()
		h.Settle()
		if h.desktop.Shell().State() != c.state || h.desktop.Board() != nil {
			t.Errorf("%s: the board is open, or shown: %s", name, h.Words())
		}
		c.after()
		h.Settle()
		h.Pass(0)
		h.unlock(t)
		h.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyL)
		h.Settle()
		h.Pass(0)
	}
}

func TestABoardThatComesBackWhileNobodyIsThereIsLockedAndTheLockSaysWhatLiesThere(t *testing.T) {
	file, _ := lost(t)
	h := enter(t, filepath.Join(t.TempDir(), "Holdfast"), kittest.Variant{})
	h.comeHome(t, file, func() { h.Entry("Passphrase").SetText(apptest.Passphrase) })
	h.agree()
	begun, asleep, once := make(chan struct{}), make(chan struct{}), sync.Once{}
	h.chance = func() { once.Do(func() { close(begun); <-asleep }) }
	test.Tap(h.Button("Restore"))
	<-begun // it is being put in place
	h.atOnce = true
	h.desktop.Happened(desk.Sleep)
	h.atOnce = false
	close(asleep)
	h.Settle()
	h.Pass(0)
	if h.desktop.Shell().State() != app.Locked || h.desktop.Board() != nil {
		t.Fatalf("it came back open: %s", h.Words())
	}
	const says = "This vault was put in place from a backup of"
	h.shows(t, says)
	h.shows(t, "Every key that opened it on that day opens it now.")
	h.unlock(t)
	h.desktop.Shell().LockNow(app.Asked)
	h.Settle()
	h.Hides(says)
}

func TestWhatWouldComeBackDoesNotStayInSightWhenNobodyIsThere(t *testing.T) {
	file, _ := lost(t)
	h := enter(t, filepath.Join(t.TempDir(), "Holdfast"), kittest.Variant{})
	for _, at := range []struct {
		stands string
		lead   func()
	}{
		{"What would come back", func() {}},
		{"Who is in it", func() { h.Tap(h.Spoken("Show the names…")) }},
	} {
		h.comeHome(t, file, func() { h.Entry("Passphrase").SetText(apptest.Passphrase) })
		at.lead()
		h.shows(t, at.stands)
		h.sleep()
		h.Settle()
		h.shows(t, "Welcome to Holdfast")
	}
}

func TestAPassphraseThatWasTypedDoesNotWaitInTheFieldWhileNobodyIsThere(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	h.Type(apptest.Passphrase)
	h.sleep()
	if got := h.Entry("Passphrase").Text; got != "" {
		t.Errorf("%d letters of it are there", len(got))
	}
}

// sleep tells the window that the machine goes to sleep, and waits as it does.
func (h *house) sleep() {
	told := make(chan struct{})
	go func() { h.desktop.Happened(desk.Sleep); close(told) }()
	for {
		select {
		case <-told:
			return
		default:
			h.Settle()
		}
	}
}

func TestPuttingTheWindowAwayLocksOnceItIsSure(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	for _, c := range []struct {
		why          string
		chosen, away bool // locking when put away is chosen; it is put away
		comesBack    time.Duration
		locks        bool
	}{
		{"nobody chose it", false, true, 0, false},
		{"another window has the focus", true, false, 0, false},
		{"Fyne tells of leaving and coming back at once", true, true, 100 * time.Millisecond, false},
		{"it is put away", true, true, 0, true},
	} {
		h.unlock(t)
		h.desktop.Shell().SetPolicy(app.Policy{OnMinimise: c.chosen})
		h.desktop.Left(func() bool { return c.away })
		if c.comesBack > 0 {
			h.Pass(c.comesBack)
			h.desktop.Entered()
		}
		h.Pass(time.Second)
		if locked := h.desktop.Shell().State() == app.Locked; locked != c.locks {
			t.Errorf("%s: locked %v", c.why, locked)
		}
		h.desktop.Shell().LockNow(app.Asked)
		h.Pass(0)
	}
}

func TestTheEndOfTheSessionEndsTheProgram(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	told := make(chan struct{})
	go func() { h.desktop.Happened(desk.SessionEnd); close(told) }()
	for open := true; open; {
		select {
		case <-told:
			open = false
		default:
			h.Settle()
		}
	}
	h.Settle()
	if h.quits != 1 {
		t.Errorf("asked to quit %d times", h.quits)
	}
}

func TestTheLanguageAndTheLookChangeAtOnceAndAreKept(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	h.unlock(t)
	err := h.desktop.SetPreferences(func(s *preference.Settings) {
		s.Language, s.Theme, s.TextSize = wording.InSpanish, preference.Dark, 150
	})
	if err != nil {
		t.Fatal(err)
	}
	h.shows(t, "Bloquear ahora")
	if again := h.keeper.Settings(); again.Language != wording.InSpanish || again.TextSize != 150 {
		t.Errorf("kept %+v", again)
	}
}

func TestWithoutAVaultTheWindowBeginsWithAWelcome(t *testing.T) {
	h := enter(t, filepath.Join(t.TempDir(), "none"), kittest.Variant{})
	h.shows(t, "Welcome to Holdfast")
}

func TestAnotherVaultLeadsToTheWelcomeAndBack(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	h.Tap(h.Button("Another vault…"))
	h.shows(t, "Welcome to Holdfast")
}

// A lock cuts a backup off that is being made by itself; the next is made when
// it is due, also before the program is started again.
func TestABackupIsMadeByItselfAlsoAfterOneWasCutOff(t *testing.T) {
	h := enter(t, filled(t, 3), kittest.Variant{})
	place := t.TempDir()
	h.unlock(t)
	for key, value := range map[string]string{"backup_place": place, "backup_days": "1"} {
		if _, err := h.desktop.Board().SetSetting(key, value); err != nil {
			t.Fatal(err)
		}
	}
	h.Clock.Move(2 * time.Minute)
	h.Post(func() { h.desktop.Shell().LockNow(app.Asked) }) // right after it has begun
	h.Settle()
	h.Pass(48 * time.Hour)
	h.unlock(t)
	m, err := h.desktop.Board().AddMember(member.Member{Name: "Ouzel", Stages: []member.StageChange{{Stage: member.Active, On: record.DateOf(h.Clock.Now())}}})
	if err != nil {
		t.Fatal(err)
	}
	before, _ := filepath.Glob(filepath.Join(place, "*.age"))
	h.Pass(2 * time.Minute)
	h.Settle()
	after, _ := filepath.Glob(filepath.Join(place, "*.age"))
	if len(after) <= len(before) {
		t.Errorf("%v after %v: nothing was backed up after %s came", after, before, m.ID.Short())
	}
}
