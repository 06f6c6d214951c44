package settings_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/settings"
	"holdfast/board"
	"holdfast/record"
	"holdfast/store/keyring/plugin/plugintest"
)

func TestMain(m *testing.M) { plugintest.Main(m) }

// choose picks the answer that begins with a label.
func (p *pages) choose(t *testing.T, label string) {
	t.Helper()
	top := p.Window.Canvas().Overlays().Top()
	for _, part := range kittest.All[fyne.Tappable](top) {
		if named, ok := part.(fyne.Accessible); ok && strings.HasPrefix(named.AccessibilityLabel(), label) {
			p.Tap(part.(fyne.CanvasObject))
			p.Pass(0)
			return
		}
	}
	t.Fatalf("nothing is called %q: %s", label, p.Words())
}

func (p *pages) keyholders(t *testing.T) []board.Keyholder {
	t.Helper()
	return must(p.board.Keyholders())(t)
}

// shown are the words of the sheets that the dialog shows.
func (p *pages) shown(t *testing.T) (sheets []string) {
	t.Helper()
	for _, name := range []string{"Sheet 1", "Sheet 2", "Sheet 3"} {
		p.choose(t, name)
		var words []string
		for _, text := range kittest.All[*kit.Text](p.Window.Canvas().Overlays().Top()) {
			if number, word, ok := strings.Cut(text.String(), "  "); ok && strings.Trim(number, "0123456789") == "" {
				words = append(words, word)
			}
		}
		if len(words) != 33 {
			t.Fatalf("%s has %d words: %s", name, len(words), p.Words())
		}
		sheets = append(sheets, strings.Join(words, " "))
	}
	return sheets
}

func TestSheetsAreShownOnceReadBackAndThenOpen(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	p.Tap(p.Button("Other kinds of keys…"))
	p.choose(t, "Three sheets of paper")
	p.Entry("Whose key it is, or where it lies").SetText("Three drawers")
	p.Tap(p.Button("Make them"))
	sheets := p.shown(t)
	p.Tap(p.Button("Save a PDF to print…"))
	p.Tap(p.Button("Save here"))
	p.Shows("The PDF is saved, a page for each sheet.", "sheets.pdf lies in "+p.Env.Home+".")
	if info, err := os.Stat(filepath.Join(p.Env.Home, "sheets.pdf")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v", err)
	}
	p.Tap(p.Button("I have them, ask me"))
	p.Pass(0)
	for i, sheet := range sheets {
		field := p.Env.Say("Words of sheet {n}", "n", i+1)
		if words := strings.Fields(sheet); strings.Contains(p.Words(), words[10]+" "+words[11]) {
			t.Error("the sheet is not hidden")
		}
		if len(p.keyholders(t)) != 1 {
			t.Fatal("the sheets open the vault before they were read back")
		}
		p.Entry(field).SetText(sheets[(i+1)%3])
		p.Tap(p.Button("Check"))
		p.Shows("is asked for")
		p.Entry(field).SetText(strings.ToUpper(sheet))
		p.Tap(p.Button("Check"))
		p.Pass(0)
	}
	added := p.keyholders(t)
	if len(added) != 2 || added[1].Kind != board.KeyShares || added[1].ReadBack.IsZero() {
		t.Fatalf("%+v: %s", added, p.Words())
	}
	p.Shows("Never rehearsed")

	// The same sheets are rehearsed, wrongly at first.
	p.Tap(p.Button("Rehearse…"))
	p.Entry("One sheet").SetText(sheets[0])
	p.Entry("Another sheet of the same set").SetText(sheets[0])
	p.Tap(p.Button("Rehearse"))
	p.Shows("This is sheet 1 twice.")
	p.Entry("Another sheet of the same set").SetText(sheets[2])
	p.Tap(p.Button("Rehearse"))
	if h := p.keyholders(t)[1]; h.Rehearsed.IsZero() {
		t.Errorf("%+v: %s", h, p.Words())
	}
	p.Shows("Rehearsed 21 November 2026")
}

func TestSheetsThatArePutAsideOpenNothing(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	p.Tap(p.Button("Other kinds of keys…"))
	p.choose(t, "Three sheets of paper")
	p.Entry("Whose key it is, or where it lies").SetText("Three drawers")
	p.Tap(p.Button("Make them"))
	p.Press(fyne.KeyEscape)
	if len(p.keyholders(t)) != 1 || len(p.desk.Said) == 0 || !strings.Contains(p.desk.Said[len(p.desk.Said)-1], "Nothing was added") {
		t.Errorf("%d keyholders, it said %q", len(p.keyholders(t)), p.desk.Said)
	}
}

func TestAHardwareKeyIsTriedBeforeItIsAdded(t *testing.T) {
	for name, says := range map[string]string{"classic": "can't be used safely", "sulky": "not today", "drill": ""} {
		p := open(t, apptest.Empty(t), route.KeysPage)
		program, file, err := plugintest.Put(p.Env.Home, name)
		if err == nil {
			err = os.WriteFile(filepath.Join(p.Env.Home, "key.txt"), file, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		p.Tap(p.Button("Other kinds of keys…"))
		p.choose(t, "A hardware key")
		p.Tap(p.Button("Try it and add it"))
		p.Shows("Write whose key it is")
		p.Shows("Choose it first.")
		p.Entry("Whose key it is, or where it lies").SetText("Key ring")
		for button, file := range map[string]string{"Choose the key file…": "key.txt", "Choose the plugin…": filepath.Base(program)} {
			p.Tap(p.Button(button))
			p.Entry("File").SetText(file)
			p.Tap(p.Button("Use this file"))
		}
		p.Tap(p.Button("Try it and add it"))
		if says != "" {
			p.Shows(says)
		}
		if holders := p.keyholders(t); (len(holders) == 2) != (says == "") {
			t.Errorf("%s: %d keyholders: %s", name, len(holders), p.Words())
		}
	}
}

func TestAPublicKeyIsAddedAndShownAsNotUsedYet(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	p.Tap(p.Button("Other kinds of keys…"))
	p.choose(t, "The public key of somebody")
	p.Entry("Whose key it is, or where it lies").SetText("Deputy")
	p.Entry("Their public key").SetText("ssh-ed25519 AAAA")
	p.Tap(p.Button("Add it"))
	p.Shows("It begins with age1pq1.")
	p.Entry("Their public key").SetText(" " + must(age.GenerateHybridIdentity())(t).Recipient().String() + "\n")
	p.Tap(p.Button("Add it"))
	if holders := p.keyholders(t); len(holders) != 2 || holders[1].Kind != board.KeyRecipient || holders[1].Attested {
		t.Fatalf("%+v: %s", holders, p.Words())
	}
	p.Shows("Not used yet")
}

func TestAPaperKeyIsRehearsedAndAWrongGroupIsNamed(t *testing.T) {
	b := apptest.Empty(t)
	kit := must(b.AddPaper(t.Context(), "Paper in the safe"))(t)
	p := open(t, b, route.KeysPage)
	p.Tap(p.Button("Rehearse…"))
	groups := []string{}
	for _, g := range kit.Paper.Groups {
		groups = append(groups, g.String())
	}
	wrong := append([]string{}, groups...)
	wrong[3] = wrong[3][1:] + wrong[3][:1]
	p.Entry("Paper key").SetText(strings.Join(wrong, " "))
	p.Tap(p.Button("Rehearse"))
	p.Shows("Group 4 is not right.")
	other := must(apptest.Empty(t).AddPaper(t.Context(), "Another vault's"))(t)
	p.Entry("Paper key").SetText(other.Paper.Text)
	p.Tap(p.Button("Rehearse"))
	p.Shows("whole in itself, but it does not open this vault")
	p.Entry("Paper key").SetText(strings.Join(groups, " "))
	p.Tap(p.Button("Rehearse"))
	if h := p.keyholders(t)[1]; h.Rehearsed.String() != "2026-11-21" {
		t.Errorf("%+v: %s", h, p.Words())
	}
}

// forgotten opens the page as somebody sees it who came in with another key.
func forgotten(t *testing.T, b *board.Board, key board.Key) *pages {
	t.Helper()
	opened, _, err := b.Lock().Unlock(t.Context(), key, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { opened.Close() })
	p := &pages{Stage: kittest.NewStage(t, kittest.Variant{}), board: opened, window: newWindow()}
	p.desk = apptest.NewDesk(p.Stage)
	p.screen = settings.New(p.desk, opened, route.NewPassphrase(), nil, p.window)
	p.Show(apptest.Paged(p.screen))
	p.Pass(0)
	return p
}

func TestWhoForgotThePassphraseIsAskedForANewOne(t *testing.T) {
	b := apptest.Empty(t)
	paper := must(b.AddPaper(t.Context(), "Paper"))(t)
	key := must(board.PaperKey(paper.Paper.Text))(t)
	p := forgotten(t, b, key)
	p.Shows("Change the passphrase of “Coordinator”")
	p.secret("New passphrase", "The new passphrase once more", another)
	p.Tap(p.Button("Change it"))
	p.Settle()
	opened, _, err := p.board.Lock().Unlock(t.Context(), board.PassphraseKey(another), nil)
	if err != nil {
		t.Fatal(err)
	}
	// With two people it is asked whose it was, and with none it is a new one.
	if _, err := opened.AddPassphrase(t.Context(), "Deputy", another+" too"); err != nil {
		t.Fatal(err)
	}
	p = forgotten(t, opened, key)
	p.Shows("Whose passphrase was forgotten?")
	p.choose(t, "Deputy")
	p.Shows("Change the passphrase of “Deputy”")
	for _, h := range p.keyholders(t) {
		if h.Kind == board.KeyPassphrase {
			if err := p.board.RemoveKeyholder(t.Context(), h.ID, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	p = forgotten(t, p.board, key)
	p.Shows("Set a passphrase")
}

func TestPicturesOfKeys(t *testing.T) {
	b := furnished(t)
	paper := keyOf(t, b, board.KeyPaper)
	if err := b.KitReadBack(paper); err != nil {
		t.Fatal(err)
	}
	for name, steps := range map[string][]string{
		"settings-kinds": nil, "settings-sheets": {"Three sheets of paper"}, "settings-hardware": {"A hardware key"},
		"settings-recipient": {"The public key of somebody"},
	} {
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			p := show(t, s, b, route.KeysPage, nil)
			p.Tap(p.Button(s.Env.Say("Other kinds of keys…")))
			for _, step := range steps {
				p.choose(t, s.Env.Say(step))
			}
			return nil
		})
	}
	kittest.Picture(t, "settings-rehearse", func(s *kittest.Stage) fyne.CanvasObject {
		p := show(t, s, b, route.KeysPage, nil)
		p.Tap(p.Button(s.Env.Say("Rehearse…")))
		p.Entry(s.Env.Say("Paper key")).SetText("Q7XKPM-4T")
		p.Tap(p.Button(s.Env.Say("Rehearse")))
		return nil
	})
}

// keyOf is the keyholder of a kind.
func keyOf(t *testing.T, b *board.Board, kind board.KeyKind) record.ID {
	t.Helper()
	for _, h := range must(b.Keyholders())(t) {
		if h.Kind == kind {
			return h.ID
		}
	}
	t.Fatalf("no key of the kind %s", kind)
	return ""
}
