package unlock_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/keyway"
	"holdfast/board"
	"holdfast/store/keyring/plugin/plugintest"
)

func TestMain(m *testing.M) { plugintest.Main(m) }

// keys is a real vault with every kind of key, locked, and what opens it.
type keys struct {
	closed        *board.Closed
	paper         string
	sheets        *board.Sheets
	home, program string // a key file, the plugin and its key file lie at home
}

func withAllKeys(t *testing.T) keys {
	t.Helper()
	b := apptest.Empty(t)
	k := keys{home: t.TempDir()}
	kit, err := b.AddPaper(t.Context(), "Paper")
	k.sheets, err = sheets(t, b, err)
	_, added := b.AddFile(t.Context(), "Stick", []byte("the stick alone"), filepath.Join(k.home, "stick.age"))
	program, file, put := plugintest.Put(k.home, "pin")
	err = errors.Join(err, added, put, os.WriteFile(filepath.Join(k.home, "pin.txt"), file, 0o600))
	if err != nil {
		t.Fatal(err)
	}
	hardware, err := keyway.Chosen{File: filepath.Join(k.home, "pin.txt"), Program: program}.Hardware(plugintest.PIN)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.AddHardware(t.Context(), "Key ring", hardware); err != nil {
		t.Fatal(err)
	}
	k.closed, k.paper, k.program = b.Lock(), kit.Paper.Text, filepath.Base(program)
	t.Cleanup(func() { k.closed.Close() })
	return k
}

func sheets(t *testing.T, b *board.Board, err error) (*board.Sheets, error) {
	t.Helper()
	if err != nil {
		return nil, err
	}
	s, err := b.DrawSheets(t.Context(), "Sheets")
	if err != nil {
		return nil, err
	}
	for i, share := range s.Shares {
		err = errors.Join(err, s.Check(i+1, strings.Join(share.Words, " ")))
	}
	_, kept := b.KeepSheets(t.Context(), s)
	return s, errors.Join(err, kept)
}

func TestAForgottenPassphraseIsOvercomeByEveryOtherKey(t *testing.T) {
	k := withAllKeys(t)
	for label, give := range map[string]func(*entrance){
		"The paper key": func(e *entrance) { e.Entry("Paper key").SetText(k.paper) },
		"Two of the three sheets": func(e *entrance) {
			e.Entry("One sheet").SetText(strings.Join(k.sheets.Shares[2].Words, "\n"))
			e.Entry("Another sheet of the same set").SetText(strings.ToUpper(strings.Join(k.sheets.Shares[0].Words, " ")))
		},
		"A key file": func(e *entrance) {
			e.pick("Choose the key file…", "stick.age")
			e.Entry("Passphrase of the key file").SetText("the stick alone")
		},
		"A hardware key": func(e *entrance) {
			e.Entry("PIN").SetText(plugintest.PIN)
			e.pick("Choose the key file…", "pin.txt")
			e.pick("Choose the plugin…", k.program)
		},
		"Somebody else’s passphrase": func(e *entrance) { e.Entry("Passphrase").SetText(apptest.Passphrase) },
	} {
		e := enter(t, at(k.closed))
		e.Env.Home = k.home
		e.recover(label)
		give(e)
		e.Tap(e.Button("Unlock"))
		e.Settle()
		if e.opened == nil || !e.forgot {
			t.Fatalf("%s: opened %v, forgot %v: %s", label, e.opened != nil, e.forgot, e.Words())
		}
		k.closed = e.opened.Lock()
	}
}

func TestWhatIsWrongStandsBelowItsField(t *testing.T) {
	k := withAllKeys(t)
	words := k.sheets.Shares[0].Words
	wrong := append([]string{}, words...)
	wrong[6] = "lantern"
	for name, c := range map[string]struct {
		way  string
		give func(*entrance)
		says []string
	}{
		"nothing": {"Two of the three sheets", func(*entrance) {}, []string{"Type it in first."}},
		"a wrong word": {"Two of the three sheets", func(e *entrance) {
			e.Entry("One sheet").SetText(strings.Join(wrong, " "))
			e.Entry("Another sheet of the same set").SetText("zero")
		}, []string{"Word 7 is not one of the list.", "these are 1."}},
		"the same sheet": {"Two of the three sheets", func(e *entrance) {
			e.Entry("One sheet").SetText(strings.Join(words, " "))
			e.Entry("Another sheet of the same set").SetText(strings.Join(words, " "))
		}, []string{"This is sheet 1 twice."}},
		"no PIN": {"A hardware key", func(e *entrance) {
			e.pick("Choose the key file…", "pin.txt")
			e.pick("Choose the plugin…", k.program)
		}, []string{"The key asks: “PIN of the key”."}},
		"no plugin": {"A hardware key", func(e *entrance) {
			e.pick("Choose the key file…", "pin.txt")
			e.pick("Choose the plugin…", "stick.age")
		}, []string{"This is not an age plugin."}},
		"a folder":            {"A key file", func(e *entrance) { e.pick("Choose the key file…", ".") }, []string{"it is a folder, a device or a pipe"}},
		"a file that is gone": {"A key file", func(e *entrance) { e.pick("Choose the key file…", "gone.age") }, []string{"no such file"}},
	} {
		e := enter(t, at(k.closed))
		e.Env.Home = k.home
		e.recover(c.way)
		c.give(e)
		e.Tap(e.Button("Unlock"))
		e.Settle()
		for _, says := range c.says {
			if e.opened != nil || !strings.Contains(e.Words(), says) {
				t.Errorf("%s: %s", name, e.Words())
			}
		}
		if strings.Contains(e.Words(), "does not open") {
			t.Errorf("%s is called a wrong key: %s", name, e.Words())
		}
	}
}

func TestTheWayBackFromAForgottenPassphraseLeadsToTheLock(t *testing.T) {
	e := enter(t, at(slow{}))
	e.recover("A hardware key")
	e.Tap(e.Button("Back"))
	e.Tap(e.Button("Back"))
	if !strings.Contains(e.Words(), "This file is locked.") || !e.HasButton("Forgot the passphrase?") {
		t.Errorf("it shows %s", e.Words())
	}
	e.Type("typed again")
	if e.Entry("Passphrase").Text != "typed again" {
		t.Error("the field of the passphrase has not the focus")
	}
}

// Choosing two files at every unlock would be too much; a file of settings
// would be a trace.
func TestTheHardwareKeyIsRememberedOnlyWhileTheProgramRuns(t *testing.T) {
	k := withAllKeys(t)
	chosen := &keyway.Chosen{File: filepath.Join(k.home, "pin.txt"), Program: filepath.Join(k.home, k.program)}
	e := remembering(t, at(k.closed), chosen)
	e.Tap(e.Button("Use a hardware key"))
	e.Type(plugintest.PIN)
	e.Press("Return")
	e.Settle()
	if e.opened == nil || e.forgot {
		t.Fatalf("it did not open: %s", e.Words())
	}
	e.opened.Close()
}
