package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/store/keyring"
)

// version1 is a vault that the first version of the format was fixed with. It
// must open for ever. Its passphrase protects nothing.
const (
	version1           = "testdata/v1"
	version1Passphrase = "lantern mosaic pepper drift"
)

func TestAVaultOfVersionOneOpensForEver(t *testing.T) {
	h := house{env: Environment{Clock: clockOf()}, dir: version1, key: keyring.Passphrase(version1Passphrase)}
	h = h.copy(t)
	check, err := Check(t.Context(), h.env, h.dir, h.key, true)
	must(t, err)
	if !check.OK || check.Records != 4 || check.JournalEntries != 9 {
		t.Errorf("check: %+v", check)
	}
	s, report := h.reopen(t)
	if n := report.Notices(); len(n) > 0 {
		t.Errorf("said %v", n)
	}
	want := map[string]string{
		"note:wren/1":   `{"v":1,"d":{"text":"prefers the morning"}}`,
		"note:wren/2":   `{"v":1,"d":{"text":"` + strings.Repeat("a long note ", 200) + `"}}`,
		"member:wren":   `{"v":1,"d":{"name":"Wren","stage":"active"}}`,
		"member:núñez ": `{"v":1,"d":{"name":"Núñez"}}`,
	}
	if got := contents(t, s); !equal(got, want) {
		t.Errorf("got %v", got)
	}
	var kinds []string
	must(t, s.Journal(timeZero, func(a Act) error {
		kinds = append(kinds, a.At.Format(time.TimeOnly)+" "+a.Kind)
		return nil
	}))
	if !slices.Equal(kinds, []string{
		"09:00:02 vault.created", "09:00:03 import", "09:00:04 member.save", "09:00:05 note.add",
		"09:00:07 keyholder.added", "09:00:08 note.add", "09:00:09 note.remove", "09:00:10 note.add",
		"09:00:11 keyholder.renamed",
	}) {
		t.Errorf("journal %q", kinds)
	}
	versions, err := s.Versions("member", "wren")
	if err != nil || len(versions) != 2 || !strings.Contains(string(versions[0].Raw), "prospect") {
		t.Errorf("versions %+v, %v", versions, err)
	}
	if d, err := s.Draft(); err != nil || string(d) != "half a sentence" {
		t.Errorf("draft %q, %v", d, err)
	}
	holders, err := s.Keyholders()
	if err != nil || len(holders) != 2 || holders[0].Label != "the coordinator" || holders[1].Label != "paper in the safe" {
		t.Errorf("keyholders %+v, %v", holders, err)
	}
	put(t, s, "later", "x")
	must(t, s.Rewrite(t.Context(), Filter{}, nil))
	must(t, s.Close())
}

// TestMakeVersionOne is how that vault was made.
func TestMakeVersionOne(t *testing.T) {
	dir := os.Getenv("HOLDFAST_TEST_MAKE_V1")
	if dir == "" {
		t.Skip("it was made once")
	}
	e, err := keyring.NewPassphrase("the coordinator", version1Passphrase)
	must(t, err)
	s, err := Create(t.Context(), Environment{Clock: clockOf(), Cost: keyring.Lowest(), Engine: EngineMemory}, filepath.Clean(dir), e)
	must(t, err)
	act := func(kind, collection string, key record.Key, raw string) {
		must(t, s.Act(kind, func(tx *Tx) error {
			if raw == "" {
				return tx.DeleteRaw(collection, key)
			}
			return tx.PutRaw(collection, key, []byte(raw))
		}))
	}
	must(t, s.Act("import", func(tx *Tx) error {
		must(t, tx.PutRaw("member", "wren", []byte(`{"v":1,"d":{"name":"Wren","stage":"prospect"}}`)))
		return tx.PutRaw("member", "núñez ", []byte(`{"v":1,"d":{"name":"Núñez"}}`))
	}))
	act("member.save", "member", "wren", `{"v":1,"d":{"name":"Wren","stage":"active"}}`)
	act("note.add", "note", "wren/1", `{"v":1,"d":{"text":"prefers the morning"}}`)
	paper, _, err := keyring.NewPaper("paper in the safe")
	must(t, err)
	must(t, s.AddKeyholder(t.Context(), paper))
	act("note.add", "note", "wren/3", `{"v":1,"d":{}}`)
	act("note.remove", "note", "wren/3", "")
	act("note.add", "note", "wren/2", `{"v":1,"d":{"text":"`+strings.Repeat("a long note ", 200)+`"}}`)
	holders, err := s.Keyholders()
	must(t, err)
	must(t, s.RenameKeyholder(holders[1].ID, "paper in the safe"))
	must(t, s.SaveDraft([]byte("half a sentence")))
	must(t, s.Close())
}
