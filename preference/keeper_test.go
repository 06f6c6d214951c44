package preference

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"holdfast/record"
	"holdfast/wording"
)

func folder(t *testing.T, file string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "holdfast")
	if file != "" {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fileName), []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func stored(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, fileName))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAFirstStartIsUsualAndWritesNothing(t *testing.T) {
	dir := folder(t, "")
	k := Open(dir)
	if k.Settings() != Usual() || len(k.Notices()) != 0 {
		t.Errorf("a first start gives %+v and %v", k.Settings(), k.Notices())
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("opening alone left a folder behind")
	}
}

func TestAChangeIsThereAfterTheNextStart(t *testing.T) {
	dir := folder(t, "")
	wanted := Settings{Window: Window{1100, 760}, Theme: HighContrast, TextSize: 150,
		Language: wording.InSpanish, ReducedMotion: true, Title: "Notas"}
	if err := Open(dir).Change(func(s *Settings) { *s = wanted }); err != nil {
		t.Fatal(err)
	}
	k := Open(dir)
	if k.Settings() != wanted || len(k.Notices()) != 0 {
		t.Errorf("the next start has %+v and says %v", k.Settings(), k.Notices())
	}
}

func TestOnlyTheOwnerMayReadTheFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps the folder of a person's settings to that person")
	}
	dir := folder(t, "")
	if err := Open(dir).Change(func(s *Settings) { s.Theme = Dark }); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, fileName): 0o600} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s may be read by %o, want %o", filepath.Base(path), info.Mode().Perm(), want)
		}
	}
}

func TestNothingButTheSettingsFileIsLeftBehind(t *testing.T) {
	dir := folder(t, "")
	k := Open(dir)
	// A crash in the middle of an earlier writing.
	if err := k.Change(func(s *Settings) { s.Theme = Dark }); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, fileName+".new"), []byte(`{"version":`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := k.Change(func(s *Settings) { s.Theme = Light }); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != fileName {
		t.Errorf("the folder holds %v", entries)
	}
	if Open(dir).Settings().Theme != Light {
		t.Error("the last change is not what the file says")
	}
}

func TestADamagedFileGivesTheUsualSettingsAndSaysSo(t *testing.T) {
	for name, file := range map[string]string{
		"not JSON":                "theme = dark",
		"cut short":               `{"version":1,"theme":"da`,
		"nothing in it":           " ",
		"no version":              `{"theme":"dark"}`,
		"a version below one":     `{"version":0,"theme":"dark"}`,
		"a field nobody knows":    `{"version":1,"theme":"dark","last_vault":"x"}`,
		"something after it":      `{"version":1,"theme":"dark"}{"version":1}`,
		"a list":                  `[1]`,
		"far too large":           `{"version":1,"title":"` + strings.Repeat("x", largest) + `"}`,
		"a number for a string":   `{"version":"one"}`,
		"zeros, as after a crash": string(make([]byte, 200)),
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, file)
			k := Open(dir)
			if k.Settings() != Usual() || len(k.Notices()) != 2 {
				t.Errorf("gives %+v and %d notices", k.Settings(), len(k.Notices()))
			}
			if err := k.Change(func(s *Settings) { s.TextSize = 125 }); err != nil {
				t.Fatal(err)
			}
			if again := Open(dir); again.Settings().TextSize != 125 || len(again.Notices()) != 0 {
				t.Errorf("a change did not mend it: %+v %v", again.Settings(), again.Notices())
			}
		})
	}
}

func TestOneOddValueCostsThatSettingOnly(t *testing.T) {
	for field, value := range map[string]string{
		"theme": `"purple"`, "text_size": `900`, "language": `"de"`, "reduced_motion": `"yes"`,
		"title": `"a\u0000b"`, "window": `{"width":1,"height":1}`,
	} {
		t.Run(field, func(t *testing.T) {
			file := `{"version":1,"` + field + `":` + value +
				`,"anchors":[{"vault":"` + string(vaultA) + `","sealed":"AQID"}]}`
			k := Open(folder(t, file))
			if k.Settings() != Usual() || len(k.Notices()) != 1 {
				t.Errorf("gives %+v and %v", k.Settings(), k.Notices())
			}
			if sealed, err := k.Anchors().Load(vaultA); err != nil || string(sealed) != "\x01\x02\x03" {
				t.Errorf("the anchor is gone as well: %v", err)
			}
		})
	}
}

func TestAFileOfANewerProgramIsLeftAsItIs(t *testing.T) {
	const file = `{"version":2,"theme":{"name":"dark"},"more":1}`
	dir := folder(t, file)
	k := Open(dir)
	if k.Settings() != Usual() || len(k.Notices()) != 1 {
		t.Errorf("gives %+v and %v", k.Settings(), k.Notices())
	}
	err := k.Change(func(s *Settings) { s.TextSize = 175 })
	if !errors.Is(err, record.ErrNewer) {
		t.Errorf("a change says %v", err)
	}
	if err := k.Anchors().Save(vaultA, []byte{1}); !errors.Is(err, record.ErrNewer) {
		t.Errorf("an anchor says %v", err)
	}
	if _, err := k.Anchors().Load(vaultA); !errors.Is(err, record.ErrNewer) {
		t.Errorf("asking for an anchor says %v", err)
	}
	if k.Settings().TextSize != 175 {
		t.Error("the change does not hold for this run")
	}
	if stored(t, dir) != file {
		t.Error("the newer file was written over")
	}
}

func TestAValueOutOfRangeChangesNothing(t *testing.T) {
	dir := folder(t, "")
	k := Open(dir)
	for field, edit := range map[string]func(*Settings){
		"text_size": func(s *Settings) { s.TextSize = 99 },
		"theme":     func(s *Settings) { s.Theme = "" },
		"language":  func(s *Settings) { s.Language = "fr" },
		"window":    func(s *Settings) { s.Window = Window{Width: 800} },
		"title":     func(s *Settings) { s.Title = strings.Repeat("ñ", 61) },
	} {
		err := k.Change(edit)
		problems := wording.Problems(err)
		if len(problems) != 1 || problems[0].Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if k.Settings() != Usual() {
		t.Errorf("something changed: %+v", k.Settings())
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("something was written")
	}
}

func TestWithoutAFolderNothingIsEverWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	k := Open("")
	if err := k.Change(func(s *Settings) { s.Theme = Dark }); err != nil || k.Settings().Theme != Dark {
		t.Errorf("a change in memory: %v, %+v", err, k.Settings())
	}
	if err := k.Anchors().Save(vaultA, []byte{7}); err != nil {
		t.Fatal(err)
	}
	if sealed, err := k.Anchors().Load(vaultA); err != nil || len(sealed) != 1 {
		t.Errorf("an anchor in memory: %v", err)
	}
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

func TestAFolderThatCanNotBeWrittenNeitherStopsNorNamesIt(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "Ana's things")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	k := Open(filepath.Join(blocked, "holdfast"))
	err := k.Change(func(s *Settings) { s.Theme = Dark })
	if err == nil || strings.Contains(err.Error(), "Ana") {
		t.Errorf("writing into a file's inside says %v", err)
	}
	if k.Settings().Theme != Dark {
		t.Error("the change does not hold for this run")
	}
}

func TestALinkOrPipeInItsPlaceIsNotFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	dir := folder(t, "x")
	elsewhere := filepath.Join(t.TempDir(), "other")
	if err := os.WriteFile(elsewhere, []byte(`{"version":1,"theme":"dark"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, fileName)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, path); err != nil {
		t.Fatal(err)
	}
	k := Open(dir)
	if k.Settings() != Usual() || len(k.Notices()) == 0 {
		t.Error("a link was followed")
	}
	if err := k.Change(func(s *Settings) { s.Theme = Light }); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(elsewhere); !strings.Contains(string(data), "dark") {
		t.Error("what the link leads to was written over")
	}
}

func TestTwoProgramsOnOneFileKeepEachOthersAnchors(t *testing.T) {
	dir := folder(t, "")
	one, two := Open(dir), Open(dir)
	if err := one.Anchors().Save(vaultA, []byte("a1")); err != nil {
		t.Fatal(err)
	}
	if err := two.Anchors().Save(vaultB, []byte("b1")); err != nil {
		t.Fatal(err)
	}
	if err := one.Change(func(s *Settings) { s.Theme = Dark }); err != nil {
		t.Fatal(err)
	}
	if err := two.Anchors().Save(vaultB, []byte("b2")); err != nil {
		t.Fatal(err)
	}
	k := Open(dir)
	a, errA := k.Anchors().Load(vaultA)
	b, errB := k.Anchors().Load(vaultB)
	if string(a) != "a1" || string(b) != "b2" || k.Settings().Theme != Dark {
		t.Errorf("%q %v, %q %v, %s", a, errA, b, errB, k.Settings().Theme)
	}
}

func TestAFileThatGoesBadMeanwhileIsMendedFromWhatIsKnown(t *testing.T) {
	dir := folder(t, "")
	k := Open(dir)
	if err := k.Anchors().Save(vaultA, []byte("a1")); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"", "{"} {
		if err := os.WriteFile(filepath.Join(dir, fileName), []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := k.Change(func(s *Settings) { s.Theme = Dark }); err != nil {
			t.Fatal(err)
		}
		if sealed, err := Open(dir).Anchors().Load(vaultA); err != nil || string(sealed) != "a1" {
			t.Errorf("the anchor is gone: %v", err)
		}
	}
}

func TestManyGoroutinesLoseNoAnchor(t *testing.T) {
	dir := folder(t, "")
	k := Open(dir)
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			if err := k.Anchors().Save(vault(i), []byte{byte(i + 1)}); err != nil {
				t.Error(err)
			}
			k.Settings()
		})
	}
	group.Wait()
	again := Open(dir)
	for i := range 16 {
		if sealed, err := again.Anchors().Load(vault(i)); err != nil || string(sealed) != string([]byte{byte(i + 1)}) {
			t.Errorf("anchor %d: %x, %v", i, sealed, err)
		}
	}
}
