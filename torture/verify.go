//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"

	"holdfast/board"
	"holdfast/store/keyring"
)

// witness knows what has to be in a world.
type witness struct{ there map[string]int }

func newWitness() *witness { return &witness{there: map[string]int{}} }

// look opens the world and compares. What t acknowledged has to be there; the
// act that it was at may be. It gives what is wrong, a sentence for each.
func (x *witness) look(ctx context.Context, w *world, t told) []string {
	b, opening, err := w.open(ctx)
	if err != nil {
		return []string{"it does not open: " + err.Error()}
	}
	var wrong []string
	if r := opening.Report; len(r.Damaged)+len(r.RolledBack) > 0 {
		wrong = append(wrong, fmt.Sprintf("opening says %v", r.Notices()))
	}
	now, err := counts(ctx, w, b)
	if err != nil {
		wrong = append(wrong, err.Error())
	}
	for _, a := range acts() {
		want := x.there[a.name] + t.done[a.name]
		if a.count != nil && now[a.name] != want && (a.name != t.at || now[a.name] != want+1) {
			wrong = append(wrong, fmt.Sprintf("%d of %s are there and %d were acknowledged", now[a.name], a.name, want))
		}
		x.there[a.name] = now[a.name]
	}
	if err := b.Close(); err != nil {
		wrong = append(wrong, "it does not close: "+err.Error())
	}
	return wrong
}

// check reads the whole journal and every record.
func check(ctx context.Context, w *world) error {
	key, err := keyring.PaperKey(w.paper)
	if err != nil {
		return err
	}
	report, err := board.Check(ctx, w.env(), w.vault(), key, true)
	if err == nil && !report.OK {
		err = errors.New("the check found damage")
	}
	return err
}

// forgetFiles is for a world whose folder for backups was tidied.
func (x *witness) forgetFiles() { x.there["backup"], x.there["restore"] = 0, 0 }
