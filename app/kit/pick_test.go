package kit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

// shelf is a folder with a folder and some files.
func shelf(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"board.csv", "photo.jpg", ".hidden.csv", "inner/people.csv"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestOnlyFilesThatFitCanBePicked(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	kit.AskPath(s.Env, kit.Pick{Title: "List", Confirm: "Open", From: shelf(t), Files: true, Endings: []string{".csv"}})
	s.Settle()
	said := s.Words()
	for name, want := range map[string]bool{"board.csv": true, "inner": true, "photo.jpg": false, ".hidden": false} {
		if strings.Contains(said, name) != want {
			t.Errorf("%s: shown %v", name, !want)
		}
	}
}

func TestAFileIsPickedWithTheKeyboardAlone(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	dir, got := shelf(t), ""
	kit.AskPath(s.Env, kit.Pick{Title: "List", Confirm: "Open", From: dir, Files: true,
		Picked: func(path string) string { got = path; return "" }})
	s.Settle()
	s.Type("board.csv")
	s.Press(fyne.KeyReturn)
	if got != filepath.Join(dir, "board.csv") {
		t.Errorf("picked %q", got)
	}
	elsewhere := filepath.Join(t.TempDir(), "holdfast.age")
	kit.AskPath(s.Env, kit.Pick{Title: "List", Confirm: "Open", From: dir, Files: true,
		Picked: func(path string) string { got = path; return "" }})
	s.Settle()
	s.Type(elsewhere)
	s.Press(fyne.KeyReturn)
	if got != elsewhere {
		t.Errorf("the path of a file elsewhere was typed, and %q picked", got)
	}
}

func TestAFolderThatIsNotThereIsSaidBelowItsField(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	kit.AskPath(s.Env, kit.Pick{Title: "Folder", Confirm: "Use it", From: shelf(t),
		Picked: func(string) string { t.Error("it was picked"); return "" }})
	s.Settle()
	s.Entry("Folder").SetText(filepath.Join(t.TempDir(), "nowhere"))
	s.Tap(s.Button("Use it"))
	if !strings.Contains(s.Words(), "can't be opened") {
		t.Errorf("it says %s", s.Words())
	}
}

func TestWhatIsWrongWithAPickIsSaidAndTheQuestionStays(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	kit.AskPath(s.Env, kit.Pick{Title: "Save", Confirm: "Save here", From: shelf(t), Save: "card.pdf",
		Picked: func(string) string { return "There is one already." }})
	s.Settle()
	s.Tap(s.Button("Save here"))
	if !strings.Contains(s.Words(), "There is one already.") {
		t.Errorf("it says %s", s.Words())
	}
}

func TestAnEmptyFolderSaysWhyNothingIsInTheList(t *testing.T) {
	dir := t.TempDir()
	for say, p := range map[string]kit.Pick{
		"There is nothing here that can be chosen.": {Files: true},
		"There is no folder in this one.":           {},
		"Nothing of this kind lies here yet.":       {Save: "card.pdf"},
	} {
		s := kittest.NewStage(t, kittest.Variant{})
		p.Title, p.Confirm, p.From = "Look", "Open", dir
		kit.AskPath(s.Env, p)
		s.Settle()
		s.Shows(say)
		s.Entry("Folder").SetText(shelf(t))
		s.Window.Canvas().Focus(s.Entry("Folder"))
		s.Press(fyne.KeyReturn)
		s.Hides(say)
	}
}

func TestWhatIsPluggedInIsAPressAway(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	stick, home, plugged := filepath.Join(t.TempDir(), "BLUE"), shelf(t), false
	if err := os.MkdirAll(filepath.Join(stick, "backups"), 0o700); err != nil {
		t.Fatal(err)
	}
	s.Env.Home = home
	s.Env.Sticks = func() []string {
		if !plugged {
			return nil
		}
		return []string{stick}
	}
	kit.AskPath(s.Env, kit.Pick{Title: "Where to?", Confirm: "Save here", From: filepath.Join(home, "inner")})
	s.Settle()
	s.Hides("Drive")
	plugged = true // while the question is open
	s.Push("Your own folder")
	s.Shows("inner")
	s.Push("Drive BLUE")
	s.Shows("backups")
	if s.Focused() == nil {
		t.Error("the focus is nowhere")
	}
	if got := s.Entry("Folder").Text; got != stick {
		t.Errorf("it shows %q", got)
	}
}

func TestPicturesPick(t *testing.T) {
	dir := shelf(t)
	kittest.Picture(t, "pick", func(s *kittest.Stage) fyne.CanvasObject {
		s.Env.Home, s.Env.Sticks = dir, func() []string { return []string{"/media/ana/BLUE"} }
		kit.AskPath(s.Env, kit.Pick{Title: "Choose the spreadsheet", Confirm: "Open", From: dir, Files: true})
		s.Entry(s.Env.Say("Folder")).SetText("/home/ana/Documents")
		return onGround()
	})
}
