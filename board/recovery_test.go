package board_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/board"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/store/keyring/plugin/plugintest"
	"holdfast/wording"
)

// quiet is a person who types the PIN of the test's plugin.
type quiet struct{}

func (quiet) Say(string) error                             { return nil }
func (quiet) Ask(string, bool) (string, error)             { return plugintest.PIN, nil }
func (quiet) Confirm(string, string, string) (bool, error) { return true, nil }

func hardware(t *testing.T, name string) *board.Hardware {
	t.Helper()
	path, file := plugintest.Install(t, name)
	h, err := board.NewHardware(path, file, quiet{})
	must(t, err)
	return h
}

func said(err error) string {
	var all []string
	for _, t := range board.Explain(err).Says {
		all = append(all, wording.English().Render(t))
	}
	return strings.Join(all, " ")
}

func TestSheetsCountOnlyOnceAllThreeWereReadBack(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	sheets, err := b.DrawSheets(t.Context(), "Three drawers")
	must(t, err)
	for number := 1; number <= 3; number++ {
		if _, err := b.KeepSheets(t.Context(), sheets); !strings.Contains(said(err), "Read all three sheets back first") {
			t.Errorf("with %d read back: %v", number-1, err)
		}
		if err := sheets.Check(number, "academic acid"); len(wording.Problems(err)) != 1 {
			t.Errorf("nonsense is taken: %v", err)
		}
		must(t, sheets.Check(number, strings.Join(sheets.Shares[number-1].Words, "\n")))
	}
	holder, err := b.KeepSheets(t.Context(), sheets)
	must(t, err)
	if holder.Kind != board.KeyShares || holder.Label != "Three drawers" || holder.ReadBack.String() != "2026-11-21" {
		t.Errorf("%+v", holder)
	}
	must(t, b.Close())
	key, err := board.SharesKey(sheets.Shares[2], sheets.Shares[1])
	must(t, err)
	b, opening, err := w.unlock(key)
	must(t, err)
	if opening.Holder.Label != "Three drawers" || opening.Unattested {
		t.Errorf("%+v", opening.Holder)
	}
	must(t, b.Close())
}

func TestWhatIsToBeAPDFByItsNameIsOne(t *testing.T) {
	b := newWorld(t).settled()
	dir := t.TempDir()
	pdf := func(path string) {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("%s: %.20q, %v", filepath.Base(path), data, err)
		}
	}
	kit := filepath.Join(dir, "kit.PDF")
	_, err := b.AddPaperFile(t.Context(), "Kit", kit, wording.English())
	must(t, err)
	pdf(kit)
	sheets := filepath.Join(dir, "sheets.pdf")
	k, paths, err := b.AddSheetFiles(t.Context(), "Sheets", sheets, wording.English())
	if err != nil || !slices.Equal(paths, []string{sheets}) || k.Kind != board.KeyShares {
		t.Errorf("%v, %+v, %v", paths, k, err)
	}
	pdf(sheets)
	if _, _, err := b.AddSheetFiles(t.Context(), "Again", sheets, wording.English()); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over another: %v", err)
	}
	pdf(sheets)
}

func TestAPaperKeyThatWasRehearsedCountsAsReadBack(t *testing.T) {
	b := newWorld(t).settled()
	kit, err := b.AddPaper(t.Context(), "Safe")
	must(t, err)
	must(t, b.KitSkipped(kit.Holder))
	key, err := board.PaperKey(kit.Paper.Text)
	must(t, err)
	made := backedUp(t, b, t.TempDir())
	_, err = b.Backups().Rehearse(t.Context(), made.Path(), key, nil)
	must(t, err)
	k, err := b.Rehearse(t.Context(), key)
	if err != nil || k.ReadBack.IsZero() || !k.Skipped.IsZero() || k.Rehearsed.IsZero() {
		t.Errorf("%+v, %v", k, err)
	}
}

func TestSheetsAsFilesAreReadBackFromTheDiskOrNothingIsLeft(t *testing.T) {
	b := newWorld(t).settled()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "sheet-3.txt"), []byte("something else"), 0o600))
	before, err := b.Keyholders()
	must(t, err)
	if _, _, err := b.AddSheetFiles(t.Context(), "Sheets", dir, wording.English()); !errors.Is(err, fs.ErrExist) {
		t.Fatalf("%v", err)
	}
	left, err := os.ReadDir(dir)
	must(t, err)
	if after, err := b.Keyholders(); err != nil || len(after) != len(before) || len(left) != 1 {
		t.Errorf("%d keyholders, %d files, %v", len(after), len(left), err)
	}
	must(t, os.Remove(filepath.Join(dir, "sheet-3.txt")))
	_, paths, err := b.AddSheetFiles(t.Context(), "Sheets", dir, wording.English())
	must(t, err)
	var shares []*board.Share
	for _, path := range paths {
		info, err := os.Stat(path)
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		data, err := board.ReadKeyFile(path)
		must(t, err)
		share, err := board.ParseShare(string(data))
		must(t, err)
		shares = append(shares, share)
	}
	key, err := board.SharesKey(shares[0], shares[2])
	must(t, err)
	if k, err := b.Rehearse(t.Context(), key); err != nil || k.Label != "Sheets" {
		t.Errorf("%+v, %v", k, err)
	}
}

func TestARehearsalIsRememberedAndRemindedOf(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	_, text := prepared()
	key, err := board.PaperKey(text)
	must(t, err)
	due := func() bool {
		t.Helper()
		today, err := b.Today()
		must(t, err)
		return slices.ContainsFunc(today.Items, func(i board.Item) bool { return i.Kind == board.ItemRehearsal })
	}
	if due() {
		t.Error("a key of three weeks is due already")
	}
	w.now = w.now.AddDate(0, 0, 10)
	if !due() {
		t.Error("a key that was never rehearsed is not reminded of after 30 days")
	}
	holder, err := b.Rehearse(t.Context(), key)
	must(t, err)
	if holder.Label != "Recovery kit" || holder.Rehearsed.String() != "2026-12-01" || due() {
		t.Errorf("%+v, due %v", holder, due())
	}
	for _, step := range []struct {
		every string
		after time.Duration
		due   bool
	}{{"12", 360 * 24 * time.Hour, false}, {"6", 0, true}, {"0", 4000 * 24 * time.Hour, false}, {"60", 0, true}} {
		_, err := b.SetSetting("rehearse_months", step.every)
		must(t, err)
		w.now = w.now.Add(step.after)
		if s, err := b.Setting("rehearse_months"); err != nil || s.Value != step.every || due() != step.due {
			t.Errorf("every %s months: it says %s, due %v, %v", step.every, s.Value, due(), err)
		}
	}
	for _, wrong := range []string{"-1", "61", "often"} {
		if _, err := b.SetSetting("rehearse_months", wrong); len(wording.Problems(err)) != 1 {
			t.Errorf("%s is taken: %v", wrong, err)
		}
	}
	_, stranger, err := keyring.NewPaper("another vault's")
	must(t, err)
	key, err = board.PaperKey(stranger.Text)
	must(t, err)
	if _, err := b.Rehearse(t.Context(), key); board.Explain(err).Code != board.CodePassphrase || !strings.Contains(said(err), "whole in itself") {
		t.Errorf("the key of another vault: %v", err)
	}
	b.Lock()
	if _, err := b.Rehearse(context.Background(), key); !errors.Is(err, store.ErrLocked) {
		t.Errorf("while locked: %v", err)
	}
}

func TestAHardwareKeyOpensTheBoardAndAnUnsafeOneIsRefused(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	if _, err := b.AddHardware(t.Context(), "Key ring", hardware(t, "classic")); !strings.Contains(said(err), "can't be used safely") {
		t.Errorf("%v", err)
	}
	good := hardware(t, "pin")
	k, err := b.AddHardware(t.Context(), "Key ring", good)
	must(t, err)
	if k.Kind != board.KeyHardware || !k.Attested {
		t.Errorf("%+v", k)
	}
	// Somebody who has no such plugin removes another key, and it stays.
	_, err = b.AddPassphrase(t.Context(), "Deputy", passphrase+" too")
	must(t, err)
	holders, err := b.Keyholders()
	must(t, err)
	must(t, b.RemoveKeyholder(t.Context(), holders[len(holders)-1].ID, nil))
	must(t, b.Close())
	b, opening, err := w.unlock(board.HardwareKey(good))
	must(t, err)
	if opening.Holder.Label != "Key ring" {
		t.Errorf("%+v", opening.Holder)
	}
	must(t, b.Close())
}

// What can't be read is no wrong key, and neither is what was cut short.
func TestAFileThatCantBeReadIsNeverCalledAWrongKey(t *testing.T) {
	dir := t.TempDir()
	w := newWorld(t)
	b := w.settled()
	whole := filepath.Join(dir, "whole.age")
	_, err := b.AddFile(t.Context(), "Stick", []byte(passphrase), whole)
	must(t, err)
	must(t, b.Close())
	data, err := os.ReadFile(whole)
	must(t, err)
	_, paper := prepared()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, data, 0o600))
		return path
	}
	for name, c := range map[string]struct{ path, says string }{
		"nothing there":        {filepath.Join(dir, "gone"), "no such file"},
		"a folder":             {dir, "it is a folder, a device or a pipe"},
		"empty":                {write("empty", nil), "empty, cut short or changed"},
		"cut in the head":      {write("head", data[:60]), "empty, cut short or changed"},
		"cut in the end":       {write("end", data[:len(data)-40]), "empty, cut short or changed"},
		"a line that is cut":   {write("line", []byte(paper[:50])), "empty, cut short or changed"},
		"something else":       {write("photo", []byte("photo")), "not a key file"},
		"a wrong group":        {write("groups", wrongGroup(t, paper)), "Group 4 is not right."},
		"far too large":        {write("large", make([]byte, 1<<17)), "far too large"},
		"an error of the disk": {"/proc/self/mem", "does not answer any more"},
	} {
		if strings.HasPrefix(c.path, "/proc") {
			if _, err := os.Stat(c.path); err != nil {
				continue // a system that has no such file
			}
		}
		err := tried(w, c.path)
		if code := board.Explain(err).Code; code == board.CodePassphrase || !strings.Contains(said(err), c.says) {
			t.Errorf("%s: %s: %s", name, code, said(err))
		}
	}
	if err := tried(w, whole); err != nil {
		t.Errorf("the whole one: %v", err)
	}
}

// wrongGroup is a paper key typed into a file in its groups, with a slip.
func wrongGroup(t *testing.T, text string) []byte {
	t.Helper()
	paper, err := keyring.ParsePaper(text)
	must(t, err)
	var groups []string
	for i, g := range paper.Groups {
		typed := g.String()
		if i == 3 {
			typed = string("QP"[strings.Count(typed[:1], "Q")]) + typed[1:]
		}
		groups = append(groups, typed)
	}
	return []byte(strings.Join(groups, "\n") + "\n")
}

// tried opens the vault with a key file.
func tried(w *world, path string) error {
	data, err := board.ReadKeyFile(path)
	if err != nil {
		return err
	}
	key, err := board.FileKey(data, []byte(passphrase))
	if err != nil {
		return err
	}
	b, _, err := w.unlock(key)
	if err == nil {
		err = b.Close()
	}
	return err
}
