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
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/unlock"
	"holdfast/board"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// entrance is an unlock screen on a stage, and what came of it.
type entrance struct {
	*kittest.Stage
	opened  *board.Board
	another int
	picks   string // the file that is picked
}

func enter(t *testing.T, door func() (unlock.Door, error)) *entrance {
	t.Helper()
	e := &entrance{Stage: kittest.NewStage(t, kittest.Variant{})}
	e.Show(unlock.New(e.Env, e.config(door)))
	e.Pass(0)
	return e
}

func (e *entrance) config(door func() (unlock.Door, error)) unlock.Config {
	return unlock.Config{
		Open:     door,
		Opened:   func(b *board.Board, _ board.Opening) { e.opened = b },
		PickFile: func(_ *kit.Env, picked func(string)) { picked(e.picks) },
		Another:  func() { e.another++ },
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
	e.picks = filepath.Join(t.TempDir(), "photo.jpg")
	if err := os.WriteFile(e.picks, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	e.Tap(e.Button("Use a key file"))
	e.Tap(e.Button("Choose the key file…"))
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
	if model.Begin([]byte("typed")) == nil {
		t.Fatal("no try")
	}
	if model.Begin([]byte("typed")) != nil {
		t.Error("a second try began while the first was under way")
	}
	model.Ended(context.Canceled)
	if s := model.State(); s.Busy+s.Mistake+s.Trouble != "" {
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
