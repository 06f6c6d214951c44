package backup

import (
	"path/filepath"
	"slices"
	"testing"

	"holdfast/store"
)

func TestABackupBringsEverythingBack(t *testing.T) {
	w := newWorld(t).live(t, 20)
	made := w.backup(t)
	if names := left(t, w.on); !slices.Equal(names, []string{"holdfast-2026-11-21.age"}) {
		t.Errorf("left: %v", names)
	}
	o := w.open(t, made.Path, w.paper)
	if !o.Proven || o.Records() != 41 || made.Records() != 41 || o.Vault != w.vault.ID() {
		t.Errorf("%+v", o.Manifest)
	}
	want := w.told(t, w.vault)
	if got := told(t, o.Each); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	dir := filepath.Join(t.TempDir(), "new")
	must(t, store.Revive(t.Context(), w.env, dir, o.Roster, o.Bearer(), o.Restoring(t.Context()), nil))
	v, err := store.Open(w.env, dir)
	must(t, err)
	s, report, err := v.Unlock(t.Context(), w.paper, nil)
	must(t, err)
	defer s.Close()
	if got := w.told(t, s)[1:]; !slices.Equal(got, want) || len(report.Notices()) > 0 {
		t.Errorf("%q\nwant %q\n%v", got, want, report.Notices())
	}
}
