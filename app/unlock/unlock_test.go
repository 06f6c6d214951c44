package unlock_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/keyway"
	"holdfast/app/kit/kittest"
	"holdfast/app/unlock"
	"holdfast/board"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// entrance is an unlock screen on a stage, and what came of it.
type entrance struct {
	*kittest.Stage
	opened  *board.Board
	another int
	forgot  bool
}

func enter(t *testing.T, door func() (unlock.Door, error)) *entrance {
	t.Helper()
	return remembering(t, door, nil)
}

func remembering(t *testing.T, door func() (unlock.Door, error), chosen *keyway.Chosen) *entrance {
	t.Helper()
	e := &entrance{Stage: kittest.NewStage(t, kittest.Variant{})}
	cfg := e.config(door)
	cfg.Chosen = chosen
	e.Show(unlock.New(e.Env, cfg))
	e.Pass(0)
	return e
}

func (e *entrance) config(door func() (unlock.Door, error)) unlock.Config {
	return unlock.Config{
		Open:    door,
		Opened:  func(b *board.Board, _ board.Opening, forgot bool) { e.opened, e.forgot = b, forgot },
		Another: func() { e.another++ },
	}
}

// locked is a real vault that is locked.
func locked(t *testing.T) (*board.Closed, *board.Kit) {
	t.Helper()
	b, sheet, err := board.Create(t.Context(), apptest.Environment(), filepath.Join(t.TempDir(), "v"), board.Beginning{
		Name: "Riverside", Zone: "UTC", Holder: "Coordinator", Passphrase: apptest.Passphrase, Paper: true, PaperLabel: "Paper"})
	if err != nil {
		t.Fatal(err)
	}
	closed := b.Lock()
	t.Cleanup(func() { closed.Close() })
	return closed, sheet
}

// pick chooses a file of the home folder.
func (e *entrance) pick(button, name string) {
	e.Tap(e.Button(button))
	e.Entry("File").SetText(name)
	e.Tap(e.Button("Use this file"))
	e.Pass(0)
}

// recover goes on from a forgotten passphrase with another key.
func (e *entrance) recover(label string) {
	e.Tap(e.Button(e.Env.Say("Forgot the passphrase?")))
	for _, part := range kittest.All[fyne.Tappable](e.Window.Canvas().Content()) {
		if named, ok := part.(fyne.Accessible); ok && strings.HasPrefix(named.AccessibilityLabel(), label+"\n") {
			e.Tap(part.(fyne.CanvasObject))
			return
		}
	}
	panic("nothing is called " + label)
}

func at(d unlock.Door) func() (unlock.Door, error) {
	return func() (unlock.Door, error) { return d, nil }
}

func (e *entrance) closeAfter(t *testing.T) {
	t.Cleanup(func() {
		if e.opened != nil {
			e.opened.Close()
		}
	})
}

func TestTheRightPassphraseOpens(t *testing.T) {
	closed, _ := locked(t)
	e := enter(t, at(closed))
	e.closeAfter(t)
	e.Type(apptest.Passphrase)
	e.Press(fyne.KeyReturn)
	e.Settle()
	if e.opened == nil {
		t.Fatalf("it did not open: %s", e.Words())
	}
}

func TestAWrongPassphraseIsSaidBelowTheFieldAndCanBeTriedAgain(t *testing.T) {
	closed, _ := locked(t)
	e := enter(t, at(closed))
	e.closeAfter(t)
	e.Type("not the one")
	e.Tap(e.Button("Unlock"))
	e.Settle()
	if e.opened != nil || !strings.Contains(e.Words(), "This does not open the vault.") {
		t.Fatalf("it says %s", e.Words())
	}
	e.Type(apptest.Passphrase)
	e.Tap(e.Button("Unlock"))
	e.Settle()
	if e.opened == nil {
		t.Errorf("the second try did not open: %s", e.Words())
	}
}

func TestThePaperKeyOpensAndAWrongGroupIsNamed(t *testing.T) {
	closed, sheet := locked(t)
	e := enter(t, at(closed))
	e.closeAfter(t)
	e.Tap(e.Button("Use the paper key"))
	typed := []string{}
	for _, g := range sheet.Paper.Groups {
		typed = append(typed, g.Text+g.Check)
	}
	wrong := append([]string{}, typed...)
	wrong[3] = swapFirst(wrong[3])
	e.Entry("Paper key").SetText(strings.Join(wrong, " "))
	e.Tap(e.Button("Unlock"))
	e.Settle()
	if !strings.Contains(e.Words(), "Group 4 is not right") {
		t.Fatalf("a wrong group is not named: %s", e.Words())
	}
	e.Entry("Paper key").SetText(strings.Join(typed, " "))
	e.Tap(e.Button("Unlock"))
	e.Settle()
	if e.opened == nil {
		t.Errorf("the paper key did not open: %s", e.Words())
	}
}

// swapFirst changes the first character to another of the alphabet.
func swapFirst(group string) string {
	if group[0] == 'Q' {
		return "P" + group[1:]
	}
	return "Q" + group[1:]
}

func TestAFileThatIsNoKeyIsRefusedInASentence(t *testing.T) {
	closed, _ := locked(t)
	e := enter(t, at(closed))
	e.Env.Home = t.TempDir()
	if err := os.WriteFile(filepath.Join(e.Env.Home, "photo.jpg"), []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	e.Tap(e.Button("Use a key file"))
	e.Tap(e.Button("Unlock"))
	if !strings.Contains(e.Words(), "Choose it first.") {
		t.Errorf("without a file it says %s", e.Words())
	}
	e.pick("Choose the key file…", "photo.jpg")
	e.Tap(e.Button("Unlock"))
	e.Settle()
	if !strings.Contains(e.Words(), "photo.jpg") || !strings.Contains(e.Words(), "not a key file") {
		t.Errorf("it says %s", e.Words())
	}
}

func TestNothingTypedIsNoTry(t *testing.T) {
	tried := 0
	e := enter(t, func() (unlock.Door, error) { tried++; return nil, errors.New("never") })
	e.Tap(e.Button("Unlock"))
	e.Settle()
	if tried != 0 || !strings.Contains(e.Words(), "Type it in first.") {
		t.Errorf("%d tries; it says %s", tried, e.Words())
	}
}

func TestTroubleWithTheVaultIsABannerThatSaysWhatToDo(t *testing.T) {
	for _, c := range []struct {
		err  error
		says string
	}{
		{store.ErrInUse, "Another Holdfast has this vault open."},
		{store.ErrNewer, "written by a newer Holdfast"},
		{store.ErrDenied, "no permission"},
		{store.ErrDamaged, "damaged"},
		{keyring.ErrWeakened, "Do not type it in again"},
	} {
		e := enter(t, func() (unlock.Door, error) { return nil, c.err })
		e.Type("something")
		e.Tap(e.Button("Unlock"))
		e.Settle()
		if !strings.Contains(e.Words(), c.says) {
			t.Errorf("%v: it says %s", c.err, e.Words())
		}
	}
}

// slow is a door that opens only when it is told to stop.
type slow struct{}

func (slow) Unlock(ctx context.Context, _ board.Key, _ board.Progress) (*board.Board, board.Opening, error) {
	<-ctx.Done()
	return nil, board.Opening{}, ctx.Err()
}

func TestATryCanBeEndedByHidingOrLocking(t *testing.T) {
	model := unlock.NewModel(wording.English())
	if !model.Begin() {
		t.Fatal("no try")
	}
	if model.Begin() {
		t.Error("a second try began while the first was under way")
	}
	model.Ended(context.Canceled)
	if s := model.State(); s.Busy+s.Trouble != "" {
		t.Errorf("a stopped try leaves %+v", s)
	}
}

func TestAnotherVaultIsOneClickAway(t *testing.T) {
	e := enter(t, at(slow{}))
	e.Tap(e.Button("Another vault…"))
	if e.another != 1 {
		t.Error("it leads nowhere")
	}
}

func TestWhatLiesThereNowIsSaidUntilAnotherWayIsTaken(t *testing.T) {
	e := &entrance{Stage: kittest.NewStage(t, kittest.Variant{})}
	cfg := e.config(at(slow{}))
	cfg.Notice = wording.T("Something else lies here.")
	e.Show(unlock.New(e.Env, cfg))
	e.Pass(0)
	e.Shows("Something else lies here.")
	e.Tap(e.Button("Forgot the passphrase?"))
	e.Hides("Something else lies here.")
	e.Tap(e.Button("Back"))
	e.Shows("Something else lies here.")
}

func TestNothingOfTheBoardShowsBeforeUnlocking(t *testing.T) {
	closed, _ := locked(t)
	e := enter(t, at(closed))
	for _, word := range []string{"Riverside", "Coordinator"} {
		if strings.Contains(e.Words(), word) {
			t.Errorf("%q shows: %s", word, e.Words())
		}
	}
}

func TestPicturesUnlock(t *testing.T) {
	kittest.Picture(t, "unlock", func(s *kittest.Stage) fyne.CanvasObject {
		e := &entrance{Stage: s}
		return unlock.New(s.Env, e.config(at(slow{})))
	})
}

func TestPicturesUnlockReturned(t *testing.T) {
	kittest.Picture(t, "unlock-returned", func(s *kittest.Stage) fyne.CanvasObject {
		e := &entrance{Stage: s}
		cfg := e.config(at(slow{}))
		cfg.Notice = wording.T("A backup of {date} was put in place here. The keys that opened the vault until now open it, and no others.",
			"date", record.Date{Year: 2026, Month: 11, Day: 21})
		return unlock.New(s.Env, cfg)
	})
}

func TestPicturesUnlockPaper(t *testing.T) {
	kittest.Picture(t, "unlock-paper", func(s *kittest.Stage) fyne.CanvasObject {
		e := &entrance{Stage: s}
		screen := unlock.New(s.Env, e.config(at(slow{})))
		s.Show(screen)
		s.Tap(s.Button(s.Env.Say("Use the paper key")))
		s.Tap(s.Button(s.Env.Say("Unlock")))
		return screen
	})
}

func TestPicturesUnlockOtherWays(t *testing.T) {
	for name, press := range map[string]string{"unlock-hardware": "Use a hardware key", "unlock-forgot": "Forgot the passphrase?"} {
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			e := &entrance{Stage: s}
			screen := unlock.New(s.Env, e.config(at(slow{})))
			s.Show(screen)
			s.Tap(s.Button(s.Env.Say(press)))
			return screen
		})
	}
	kittest.Picture(t, "unlock-sheets", func(s *kittest.Stage) fyne.CanvasObject {
		e := &entrance{Stage: s}
		screen := unlock.New(s.Env, e.config(at(slow{})))
		s.Show(screen)
		e.recover(s.Env.Say("Two of the three sheets"))
		e.Entry(s.Env.Say("One sheet")).SetText("academic acid acne")
		s.Tap(s.Button(s.Env.Say("Unlock")))
		return screen
	})
}
