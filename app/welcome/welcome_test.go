package welcome_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/welcome"
	"holdfast/board"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// beginning is a wizard on a stage, and what came of it.
type beginning struct {
	*kittest.Stage
	dir    string
	fails  error // what making the vault fails with, where it does
	begun  board.Beginning
	made   *board.Board
	kit    *board.Kit
	end    *board.Board
	opened string
	spoken wording.Language
}

func begin(t *testing.T, v kittest.Variant) *beginning {
	t.Helper()
	w := &beginning{Stage: kittest.NewStage(t, v), dir: filepath.Join(t.TempDir(), "Holdfast")}
	w.Show(welcome.New(w.Env, w.config(t)))
	w.Pass(0)
	return w
}

func (w *beginning) config(t *testing.T) welcome.Config {
	w.Env.Home = filepath.Dir(w.dir)
	t.Cleanup(func() {
		if w.made != nil {
			w.made.Close()
		}
	})
	return welcome.Config{
		Folder: w.dir, Zone: "America/Chicago", Random: rand.NewChaCha8([32]byte{3}),
		Create: func(ctx context.Context, dir string, b board.Beginning) (*board.Board, *board.Kit, error) {
			w.begun = b
			if w.fails != nil {
				return nil, nil, w.fails
			}
			made, kit, err := board.Create(ctx, apptest.Environment(), dir, b)
			w.made, w.kit = made, kit
			return made, kit, err
		},
		Open: func(dir string) error {
			w.opened = dir
			if _, err := os.Stat(filepath.Join(dir, "vault.json")); err != nil {
				return store.ErrNotVault
			}
			return nil
		},
		Made:  func(b *board.Board, _ string) { w.end = b },
		Speak: func(l wording.Language) { w.spoken = l },
		SyncedFolder: func(dir string) string {
			if strings.Contains(dir, "Dropbox") {
				return "Dropbox"
			}
			return ""
		},
	}
}

// to goes through the wizard up to a step.
func (w *beginning) to(step welcome.Step) {
	if step >= welcome.AboutBoard {
		w.Tap(w.Button(w.Env.Say("Start a new board")))
	}
	if step >= welcome.Passphrase {
		w.Entry(w.Env.Say("What the board is called")).SetText("Riverside advisory board")
		w.Tap(w.Button(w.Env.Say("Next")))
	}
	if step >= welcome.RecoveryKit {
		w.secret(apptest.Passphrase, apptest.Passphrase)
		w.Tap(w.Button(w.Env.Say("Make the vault")))
	}
	if step >= welcome.ReadBack {
		w.Tap(w.Button(w.Env.Say("I have it, ask me")))
	}
}

func (w *beginning) secret(first, again string) {
	w.Entry(w.Env.Say("Passphrase")).SetText(first)
	w.Pass(time.Second)
	w.Entry(w.Env.Say("The passphrase once more")).SetText(again)
}

// groups types the groups that are asked for, changed in the way given.
func (w *beginning) groups(change func(string) string) {
	for i, g := range w.kit.Paper.Groups {
		label := w.Env.Say("Group {n}", "n", i+1)
		for _, e := range kittest.All[*kit.Entry](w.Window.Canvas().Content()) {
			if e.Label() == label {
				e.SetText(change(g.String()))
			}
		}
	}
}

func same(text string) string { return text }

// slip changes the first character of a group.
func slip(text string) string {
	if text[0] == 'Q' {
		return "P" + text[1:]
	}
	return "Q" + text[1:]
}

func TestFromNothingToABoardWithAKitThatWasReadBack(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.ReadBack)
	w.groups(same)
	w.Tap(w.Button("Check"))
	if !strings.Contains(w.Words(), "Your board is ready") {
		t.Fatalf("after the read-back it says %s", w.Words())
	}
	w.Tap(w.Button("Open the board"))
	if w.end == nil {
		t.Fatal("the board was not handed over")
	}
	settings, err := w.end.Settings()
	if err != nil || settings.Name != "Riverside advisory board" || settings.Zone != "America/Chicago" {
		t.Errorf("the board began with %q %q %v", settings.Name, settings.Zone, err)
	}
	holders, err := w.end.Keyholders()
	if err != nil || len(holders) != 2 || holders[1].ReadBack.IsZero() {
		t.Errorf("the keyholders are %+v %v", holders, err)
	}
}

func TestAWrongGroupIsNamedAndNothingCountsAsReadBack(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.ReadBack)
	w.groups(slip)
	w.Tap(w.Button("Check"))
	if !strings.Contains(w.Words(), "Group") || !strings.Contains(w.Words(), "not") || strings.Contains(w.Words(), "Your board is ready") {
		t.Fatalf("it says %s", w.Words())
	}
	holders, _ := w.made.Keyholders()
	if !holders[1].ReadBack.IsZero() {
		t.Error("a kit with a wrong group counts as read back")
	}
	w.groups(same)
	w.Tap(w.Button("Check"))
	if !strings.Contains(w.Words(), "Your board is ready") {
		t.Errorf("the right groups are not taken afterwards: %s", w.Words())
	}
}

func TestReadingBackLaterIsKeptAndTheFirstPageReminds(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.ReadBack)
	w.Tap(w.Button("Later: remind me on the first page"))
	if !strings.Contains(w.Words(), "Not read back yet") {
		t.Fatalf("it says %s", w.Words())
	}
	today, err := w.made.Today()
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range today.Items {
		if item.Kind == board.ItemKit {
			return
		}
	}
	t.Errorf("the first page does not remind: %+v", today.Items)
}

func TestTheKeyIsHiddenWhileItIsReadBack(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.RecoveryKit)
	shown := w.Words()
	for i, g := range w.kit.Paper.Groups {
		if !strings.Contains(shown, g.Text) {
			t.Fatalf("group %d is not on the sheet: %s", i+1, shown)
		}
	}
	if !strings.Contains(shown, w.kit.Fingerprint) {
		t.Error("the fingerprint is not on the sheet")
	}
	w.Tap(w.Button("I have it, ask me"))
	for _, g := range w.kit.Paper.Groups {
		if strings.Contains(w.Words(), g.Text) {
			t.Fatalf("a group can be read while it is asked for: %s", w.Words())
		}
	}
	w.Tap(w.Button("Back"))
	if !strings.Contains(w.Words(), w.kit.Paper.Groups[0].Text) {
		t.Error("the sheet can't be looked at again")
	}
}

func TestAPassphraseIsTypedTwiceAlike(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.Passphrase)
	w.secret(apptest.Passphrase, apptest.Passphrase+"s")
	w.Tap(w.Button("Make the vault"))
	if !strings.Contains(w.Words(), "This is not the same as above.") || w.made != nil {
		t.Fatalf("it says %s", w.Words())
	}
	if w.Entry("Passphrase").Text != apptest.Passphrase {
		t.Error("what was typed is lost")
	}
}

func TestAWeakPassphraseIsTakenOnlyWithATick(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.Passphrase)
	w.secret("riverside2024", "riverside2024")
	if !strings.Contains(w.Words(), "guess") || !strings.Contains(w.Words(), "belongs to this board") {
		t.Errorf("its weakness is not said: %s", w.Words())
	}
	w.Tap(w.Button("Make the vault"))
	if w.made != nil {
		t.Fatal("it was taken at once")
	}
	w.Tap(w.Spoken("It can be guessed, and I want it all the same."))
	w.Tap(w.Button("Make the vault"))
	if w.made == nil {
		t.Errorf("it was not taken: %s", w.Words())
	}
}

func TestSixWordsAreOfferedAndTypedOnceByHand(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.Passphrase)
	w.Tap(w.Button("Use these words"))
	words := w.Entry("Passphrase").Text
	if len(strings.Fields(words)) != 6 || w.Entry("The passphrase once more").Text != "" {
		t.Fatalf("offered %q", words)
	}
	w.Tap(w.Button("Other words"))
	w.Tap(w.Button("Use these words"))
	if w.Entry("Passphrase").Text == words {
		t.Error("the other words are the same")
	}
}

// Without the mouse, a page on which nothing is chosen is a page on which
// Enter does nothing and nobody sees where they are.
func TestWhoHasNoMouseAlwaysStandsSomewhere(t *testing.T) {
	w := begin(t, kittest.Variant{})
	stands := func(after, on string) {
		t.Helper()
		w.Pass(0)
		var label string
		switch part := w.Focused().(type) {
		case *kit.Button:
			label = part.Label()
		case *kit.Entry:
			label = part.Label()
		}
		if label != on {
			t.Errorf("after %s it stands on %q (%T), not on %q", after, label, w.Focused(), on)
		}
	}
	w.to(welcome.Passphrase)
	w.Pass(0)
	w.Tap(w.Button("Other words"))
	stands("asking for other words", "Other words")
	if part, shown := w.Focused().(*kit.Button); !shown || part != w.Button("Other words") {
		t.Error("it stands on a button that is not shown any more")
	}
	w.Tap(w.Button("Back"))
	stands("going back", "What the board is called")
	w.Tap(w.Button("Next"))
	w.secret(apptest.Passphrase, apptest.Passphrase)
	w.Tap(w.Button("Make the vault"))
	w.Tap(w.Button("I have it, ask me"))
	w.groups(same)
	w.Tap(w.Button("Check"))
	stands("the read-back", "Open the board")
}

func TestWhatGoesWrongInMakingItLosesNothing(t *testing.T) {
	for _, c := range []struct {
		fails error
		says  string
	}{
		{store.ErrNoSpace, "not enough free space"},
		{store.ErrDenied, "no permission"},
		{store.ErrExists, "not empty"},
		{errors.New("a reason that nobody foresaw"), "Something unexpected happened"},
	} {
		w := begin(t, kittest.Variant{})
		w.fails = c.fails
		w.to(welcome.Passphrase)
		w.secret(apptest.Passphrase, apptest.Passphrase)
		w.Tap(w.Button("Make the vault"))
		if !strings.Contains(w.Words(), c.says) {
			t.Errorf("%v: it says %s", c.fails, w.Words())
		}
		w.fails = nil
		w.Tap(w.Button("Make the vault"))
		if w.made == nil {
			t.Errorf("%v: the second try made nothing: %s", c.fails, w.Words())
		}
		if w.made != nil {
			w.made.Close()
			w.made = nil
		}
	}
}

func TestAShortPassphraseIsSaidBelowItsField(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.Passphrase)
	w.secret("x9", "x9")
	w.Tap(w.Button("Make the vault"))
	w.Tap(w.Spoken("It can be guessed, and I want it all the same."))
	w.Tap(w.Button("Make the vault"))
	if !strings.Contains(w.Words(), "at least") || w.made != nil {
		t.Errorf("it says %s", w.Words())
	}
}

func TestATimeZoneThatThereIsNotIsRefusedAndTheLikelyOnesOffered(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.AboutBoard)
	w.Entry("Your time zone").SetText("chicago")
	w.Tap(w.Button("Next"))
	if !strings.Contains(w.Words(), "no such time zone") {
		t.Errorf("it says %s", w.Words())
	}
	w.Tap(w.Button("Central time (Chicago, Houston)"))
	if got := w.Entry("Your time zone").Text; got != "America/Chicago" {
		t.Errorf("the zone is %q", got)
	}
	w.Tap(w.Button("Next"))
	if !w.HasButton("Make the vault") {
		t.Errorf("it does not go on: %s", w.Words())
	}
}

func TestAFolderThatIsCopiedElsewhereIsExplained(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.dir = filepath.Join(filepath.Dir(w.dir), "Dropbox", "Holdfast")
	w.Show(welcome.New(w.Env, w.config(t)))
	w.to(welcome.AboutBoard)
	if !strings.Contains(w.Words(), "Dropbox copies this folder to other computers.") {
		t.Errorf("it says %s", w.Words())
	}
}

func TestAFolderWithSomethingInItIsNotTaken(t *testing.T) {
	for name, says := range map[string]string{"letter.txt": "something in this folder", "vault.json": "a vault in this folder already"} {
		w := begin(t, kittest.Variant{})
		if err := os.MkdirAll(w.dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(w.dir, name), []byte("here"), 0o600); err != nil {
			t.Fatal(err)
		}
		w.to(welcome.AboutBoard)
		w.Tap(w.Button("Next"))
		if !strings.Contains(w.Words(), says) || w.HasButton("Make the vault") {
			t.Errorf("%s: it says %s", name, w.Words())
		}
	}
}

func TestAChosenFolderThatHoldsOtherThingsGetsOneOfItsOwnInside(t *testing.T) {
	dir := t.TempDir()
	m := welcome.NewModel("", "UTC")
	if mistake := m.ChooseFolder(dir); mistake != "" || m.State().Folder != dir {
		t.Errorf("an empty folder: %q %q", m.State().Folder, mistake)
	}
	if err := os.WriteFile(filepath.Join(dir, "letter.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if mistake := m.ChooseFolder(dir); mistake != "" || m.State().Folder != filepath.Join(dir, "Holdfast") {
		t.Errorf("a folder in use: %q %q", m.State().Folder, mistake)
	}
}

func TestAnExistingVaultIsOpenedAndAnotherFolderIsNot(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.Tap(w.Button("Open a vault that I have…"))
	w.Tap(w.Button("Open this vault"))
	if !strings.Contains(w.Words(), "There is no vault in this folder.") {
		t.Errorf("it says %s", w.Words())
	}
	if err := os.WriteFile(filepath.Join(w.opened, "vault.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.Tap(w.Button("Open this vault"))
	if w.HasButton("Open this vault") {
		t.Error("the vault was not taken")
	}
}

func TestTheKitIsSavedForPrintingAndAsAFileThatOpensTheVault(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.RecoveryKit)
	w.Tap(w.Button("Save a PDF to print…"))
	w.Tap(w.Button("Save here"))
	w.Shows("recovery-kit.pdf lies in " + w.Env.Home + ".")
	if pdf, err := os.ReadFile(filepath.Join(w.Env.Home, "recovery-kit.pdf")); err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Errorf("the PDF: %v", err)
	}
	w.Tap(w.Button("Save as a key file on a stick…"))
	w.Tap(w.Button("Save here"))
	data, err := os.ReadFile(filepath.Join(w.Env.Home, "recovery-key.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := board.FileKey(data, nil); err != nil {
		t.Errorf("the file is no key: %v", err)
	}
	w.Tap(w.Button("Save as a key file on a stick…"))
	w.Tap(w.Button("Save here"))
	if !strings.Contains(w.Words(), "There is a file of that name already.") {
		t.Errorf("a second file would take the place of the first: %s", w.Words())
	}
}

func TestTheSavedKeyFileCountsAsReadBackAndAnotherFileDoesNot(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.RecoveryKit)
	w.Tap(w.Button("Save as a key file on a stick…"))
	w.Tap(w.Button("Save here"))
	w.Tap(w.Button("I have it, ask me"))
	if err := os.WriteFile(filepath.Join(w.Env.Home, "other.txt"), []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Tap(w.Button("I saved it as a key file: choose the file…"))
	w.Entry("File").SetText("other.txt")
	w.Tap(w.Button("Read it"))
	if !strings.Contains(w.Words(), "does not hold the key") {
		t.Fatalf("it says %s", w.Words())
	}
	w.Entry("File").SetText("recovery-key.txt")
	w.Tap(w.Button("Read it"))
	w.Pass(0)
	if !strings.Contains(w.Words(), "Your board is ready") {
		t.Errorf("it says %s", w.Words())
	}
}

func TestAWindowThatIsDrawnAnewGoesOnWhereItWas(t *testing.T) {
	w := begin(t, kittest.Variant{})
	cfg := w.config(t)
	cfg.Model = welcome.NewModel(w.dir, "UTC")
	w.Show(welcome.New(w.Env, cfg))
	w.to(welcome.RecoveryKit)
	key := w.kit.Paper.Groups[0].Text
	w.Show(welcome.New(w.Env, cfg))
	if !strings.Contains(w.Words(), key) {
		t.Errorf("the kit is gone: %s", w.Words())
	}
}

// A window that hides or is drawn anew while the vault is being made ends the
// work; nobody may be left with a bar that never ends.
func TestMakingThatWasCutOffCanBeBegunAgain(t *testing.T) {
	w := begin(t, kittest.Variant{})
	m := welcome.NewModel(w.dir, "UTC")
	m.Go(welcome.Passphrase)
	anew := func() fyne.CanvasObject {
		return welcome.New(w.Env, welcome.Config{Folder: w.dir, Model: m, Random: board.SystemRandom()})
	}
	w.Show(anew())
	m.Begin(apptest.Passphrase)
	w.Show(anew())
	w.Hides("Making the keys.")
	if w.Button("Make the vault").Disabled() {
		t.Error("it cannot be made again")
	}
}

func TestTheLanguageCanBeChosenFirst(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.Tap(w.Spoken("Language: English"))
	w.Tap(w.Spoken("Español"))
	if w.spoken != wording.InSpanish {
		t.Errorf("it speaks %q", w.spoken)
	}
}

func TestEnterGoesThroughTheForms(t *testing.T) {
	w := begin(t, kittest.Variant{})
	w.to(welcome.AboutBoard)
	w.Pass(0)
	w.Type("Riverside")
	w.Press(fyne.KeyReturn, fyne.KeyReturn)
	w.Pass(0)
	w.Type(apptest.Passphrase)
	w.Press(fyne.KeyReturn)
	w.Type(apptest.Passphrase)
	w.Press(fyne.KeyReturn)
	if w.made == nil || w.begun.Name != "Riverside" {
		t.Errorf("the keyboard alone did not make it: %+v; %s", w.begun.Name, w.Words())
	}
}

// printed is a key that opens nothing, so that pictures of it are the same
// each time.
const printed = "AGE-SECRET-KEY-PQ-1WH8ZHY598E9NKWNG26LUUGKV4HSGNJEAM2H4RUV8MZQYLD3999TSR7A7HY"

// pictured is a wizard at a step, for a picture: the folder that it names is
// not the one in which the vault is made, and the kit is always the same.
func pictured(t *testing.T, s *kittest.Stage, folder string, step welcome.Step) (*beginning, fyne.CanvasObject) {
	w := &beginning{Stage: s, dir: folder}
	cfg := w.config(t)
	create := cfg.Create
	cfg.Create = func(ctx context.Context, _ string, b board.Beginning) (*board.Board, *board.Kit, error) {
		made, kit, err := create(ctx, filepath.Join(t.TempDir(), "vault"), b)
		if err != nil {
			return nil, nil, err
		}
		paper, err := keyring.ParsePaper(printed)
		kit.Paper, kit.Fingerprint = paper, "7KQ4-M2XP-9TRA-HV3C"
		return made, kit, err
	}
	screen := welcome.New(s.Env, cfg)
	s.Show(screen)
	w.to(step)
	return w, screen
}

func TestPicturesWelcome(t *testing.T) {
	for name, step := range map[string]welcome.Step{
		"welcome": welcome.Intro, "welcome-board": welcome.AboutBoard, "welcome-passphrase": welcome.Passphrase,
		"welcome-kit": welcome.RecoveryKit, "welcome-read-back": welcome.ReadBack,
	} {
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			_, screen := pictured(t, s, "/home/ana/Documents/Holdfast", step)
			return screen
		})
	}
}

func TestPicturesWelcomeWithTrouble(t *testing.T) {
	kittest.Picture(t, "welcome-trouble", func(s *kittest.Stage) fyne.CanvasObject {
		w, screen := pictured(t, s, "/home/ana/Dropbox/Holdfast", welcome.AboutBoard)
		w.Entry(s.Env.Say("Your time zone")).SetText("Chicag")
		w.Tap(w.Button(s.Env.Say("Next")))
		return screen
	})
	kittest.Picture(t, "welcome-weak", func(s *kittest.Stage) fyne.CanvasObject {
		w, screen := pictured(t, s, "/home/ana/Documents/Holdfast", welcome.Passphrase)
		w.secret("riverside2024", "riverside")
		w.Tap(w.Button(s.Env.Say("Make the vault")))
		return screen
	})
	kittest.Picture(t, "welcome-ready", func(s *kittest.Stage) fyne.CanvasObject {
		w, screen := pictured(t, s, "/home/ana/Documents/Holdfast", welcome.ReadBack)
		w.Tap(w.Button(s.Env.Say("Later: remind me on the first page")))
		return screen
	})
}
