package board_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"holdfast/board"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

func TestARemovedKeyOpensNothingNew(t *testing.T) {
	w := newWorld(t)
	b, kit := w.create()
	second, err := b.AddPassphrase(t.Context(), "Second coordinator", "violet anchor paper twelve river moss")
	must(t, err)
	add(t, b, "Wren")
	old := filepath.Join(t.TempDir(), "copy")
	must(t, os.CopyFS(old, os.DirFS(w.dir)))
	must(t, b.RemoveKeyholder(t.Context(), second.ID, nil))
	must(t, b.Close())
	if _, _, err := w.unlock(keyring.Passphrase("violet anchor paper twelve river moss")); !errors.Is(err, store.ErrWrongKey) {
		t.Errorf("the removed passphrase gives %v", err)
	}
	// The keyholder list of before in place of the present one opens nothing either.
	for _, name := range []string{"vault.json", "vault.json.bak"} {
		data, err := os.ReadFile(filepath.Join(old, name))
		must(t, err)
		must(t, os.WriteFile(filepath.Join(w.dir, name), data, 0o600))
	}
	closed, err := board.Open(w.env, w.dir)
	if err == nil {
		_, _, err = closed.Unlock(t.Context(), keyring.Passphrase("violet anchor paper twelve river moss"), nil)
		must(t, closed.Close())
	}
	if err == nil {
		t.Error("the removed passphrase with the old list opens what was written since")
	}
	_ = kit
}

func TestAKeyIsAddedOnTheDayThatItIsForTheCoordinator(t *testing.T) {
	w := newWorld(t)
	w.now = at(t, "2026-11-21T21:50:00-06:00") // the 22nd in UTC
	b, _ := w.create()
	holders, err := b.Keyholders()
	must(t, err)
	for _, h := range holders {
		if day := record.DateOf(h.Added).String(); day != "2026-11-21" {
			t.Errorf("%s was added on %s", h.Label, day)
		}
	}
}

func TestTheKeyInUseAndTheOnlyKeyStay(t *testing.T) {
	w := newWorld(t)
	b, kit := w.create()
	holders, err := b.Keyholders()
	must(t, err)
	for _, k := range holders {
		if k.Mine {
			if err := b.RemoveKeyholder(t.Context(), k.ID, nil); len(wording.Problems(err)) != 1 {
				t.Errorf("the key in use: %v", err)
			}
		}
	}
	must(t, b.RemoveKeyholder(t.Context(), kit.Holder, nil))
	holders, err = b.Keyholders()
	must(t, err)
	if err := b.RemoveKeyholder(t.Context(), holders[0].ID, nil); len(wording.Problems(err)) != 1 || len(holders) != 1 {
		t.Errorf("the only key of %d: %v", len(holders), err)
	}
}

func TestANewPassphraseOpensAndTheOldOneDoesNot(t *testing.T) {
	for _, feared := range []bool{false, true} {
		w := newWorld(t)
		b, _ := w.create()
		wren := add(t, b, "Wren")
		holders, err := b.Keyholders()
		must(t, err)
		must(t, b.ChangePassphrase(t.Context(), holders[0].ID, "seven copper gates in the rain", feared, nil))
		if m, err := b.Member(wren.ID); err != nil || m.Name != "Wren" {
			t.Errorf("feared %v: the board goes on: %v", feared, err)
		}
		add(t, b, "Heron")
		must(t, b.Close())
		if _, _, err := w.unlock(keyring.Passphrase(passphrase)); !errors.Is(err, store.ErrWrongKey) {
			t.Errorf("feared %v: the old passphrase gives %v", feared, err)
		}
		b, _, err = w.unlock(keyring.Passphrase("seven copper gates in the rain"))
		must(t, err)
		if rows, err := b.People(board.Filter{}); err != nil || len(rows) != 2 {
			t.Errorf("feared %v: %v, %v", feared, rows, err)
		}
		must(t, b.Close())
	}
}

func TestAKeyFileThatCouldNotBeWrittenOpensNothing(t *testing.T) {
	b := newWorld(t).settled()
	path := filepath.Join(t.TempDir(), "missing", "stick.age")
	if _, err := b.AddFile(t.Context(), "Stick", []byte(passphrase), path); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%v", err)
	}
	if _, err := b.AddPaperFile(t.Context(), "Kit", path, wording.English()); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%v", err)
	}
	if holders, err := b.Keyholders(); err != nil || len(holders) != 2 {
		t.Errorf("%d keyholders, %v", len(holders), err)
	}
}

func TestAKeyThatCouldNotBeAddedLeavesNoFileInTheWay(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	dir := t.TempDir()
	// Where the new list of keyholders is written aside, something is in the way.
	aside := filepath.Join(w.dir, "vault.json.new")
	must(t, os.MkdirAll(filepath.Join(aside, "in", "the", "way"), 0o700))
	add := func() (fileErr, paperErr error) {
		_, fileErr = b.AddFile(t.Context(), "Stick", []byte(passphrase), filepath.Join(dir, "stick.age"))
		_, paperErr = b.AddPaperFile(t.Context(), "Kit", filepath.Join(dir, "kit.txt"), wording.English())
		return fileErr, paperErr
	}
	if fileErr, paperErr := add(); fileErr == nil || paperErr == nil {
		t.Fatalf("they were added: %v, %v", fileErr, paperErr)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	must(t, os.RemoveAll(aside))
	if fileErr, paperErr := add(); fileErr != nil || paperErr != nil {
		t.Errorf("trying again: %v, %v", fileErr, paperErr)
	}
	if holders, err := b.Keyholders(); err != nil || len(holders) != 4 {
		t.Errorf("%d keyholders, %v", len(holders), err)
	}
}

func TestAKeyFileOpensTheVault(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	path := filepath.Join(t.TempDir(), "stick.age")
	k, err := b.AddFile(t.Context(), "Stick", []byte(passphrase), path)
	must(t, err)
	must(t, b.Close())
	file, err := os.ReadFile(path)
	must(t, err)
	key, err := keyring.IdentityFile(file, []byte(passphrase))
	must(t, err)
	_, opening, err := w.unlock(key)
	must(t, err)
	if opening.Holder.ID != k.ID || opening.Unattested {
		t.Errorf("%+v", opening)
	}
}

func TestAGroupOfTheKitIsComparedWithThePaper(t *testing.T) {
	b, kit := newWorld(t).create()
	asked, err := b.Ask(2)
	must(t, err)
	if len(asked) != 2 || asked[0] == asked[1] {
		t.Fatalf("asked for %v", asked)
	}
	for _, n := range asked {
		must(t, kit.Check(n, kit.Paper.Groups[n-1].Text))
		must(t, kit.Check(n, " "+kit.Paper.Groups[n-1].String()+" "))
		other := kit.Paper.Groups[n%len(kit.Paper.Groups)]
		if err := kit.Check(n, other.String()); len(wording.Problems(err)) != 1 {
			t.Errorf("another group in the place of %d: %v", n, err)
		}
	}
	if err := kit.Check(0, ""); len(wording.Problems(err)) != 1 {
		t.Errorf("group 0: %v", err)
	}
}

func TestOnlyAPaperKeyIsReadBack(t *testing.T) {
	b, _ := newWorld(t).create()
	holders, err := b.Keyholders()
	must(t, err)
	if err := b.KitReadBack(holders[0].ID); len(wording.Problems(err)) != 1 {
		t.Errorf("a passphrase is read back: %v", err)
	}
}
