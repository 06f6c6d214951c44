package board_test

import (
	"testing"
	"time"

	"holdfast/board"
	"holdfast/consent"
)

// A backup that was made while the clock stood in another century: what was
// taken back since holds again all the same, what was done since is known, and
// the next backup is not put off until then.
func TestAWrongClockNeitherLosesANoNorPutsBackupsOff(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	chose(t, b, agreed(wren.ID, consent.ShowPhoto, consent.Website))
	place, right := t.TempDir(), w.now
	for key, value := range map[string]string{"backup_place": place, "backup_days": "7", "backup_keep_daily": "1", "backup_keep_weekly": "0", "backup_keep_monthly": "0"} {
		_, err := b.SetSetting(key, value)
		must(t, err)
	}
	w.now = at(t, "2099-03-01T12:00:00-06:00")
	made, err := b.Backups().Automatic(t.Context(), nil)
	must(t, err)
	w.now = right.Add(time.Hour)
	if due, err := b.Backups().Due(); err != nil || !due {
		t.Errorf("no backup is due for %s (%v)", made.Made.Sub(w.now), err)
	}
	chose(t, b, consent.Event{Member: wren.ID, Kind: consent.Withdrawn, Scope: consent.Scope{Purpose: consent.ShowPhoto}})
	r := w.openBackup(made.Path(), paperKey(t), b)
	p, err := r.Plan(t.Context(), b, nil)
	must(t, err)
	if p.Withdrawn != 1 || p.Since != 1 || len(p.Cautions) != 1 {
		t.Fatalf("%d taken back, %d acts since, %v", p.Withdrawn, p.Since, p.Cautions)
	}
	must(t, r.Over(t.Context(), b, p, board.Agreed{Older: true}, nil))
	if a := may(t, b, wren.ID, consent.Question{Purpose: consent.ShowPhoto, Channel: consent.Website}); a.Verdict != consent.No {
		t.Errorf("after the restore: %s", a.Verdict)
	}
	later, err := b.Backups().Automatic(t.Context(), nil)
	must(t, err)
	if due, err := b.Backups().Due(); err != nil || due || !later.There() {
		t.Errorf("after %s another one is due at once (%v), or it is gone", later.File, err)
	}
}
