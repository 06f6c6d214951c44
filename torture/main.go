//go:build linux

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"time"
)

// run is what every part is given.
type run struct {
	ctx   context.Context
	dir   string  // a folder of its own
	share float64 // of the whole rounds, over 0 and at most 1
	seed  uint64
	base  *world // copied, never worked in
	table *table
	until time.Time // the last part draws no more harms then
}

// enough is how long the whole may take. All parts but the last, which has the
// most tries, mostly wait and take some ten minutes anywhere.
const enough = 20 * time.Minute

// rounds is a share of the whole, at least one.
func (r *run) rounds(whole int) int { return max(1, int(float64(whole)*r.share)) }

type part struct {
	name string
	do   func(*run) error
}

func parts() []part {
	return []part{{"crash", crash}, {"power", power}, {"full", full}, {"crowd", crowd}, {"rot", rot}}
}

var errHurt = errors.New("something was lost")

func main() {
	if asChild() {
		return
	}
	only := flag.String("only", "", "which parts: crash, power, full, crowd, rot (all)")
	share := flag.Float64("share", 1, "how much of each part, over 0 and at most 1")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "repeats the same choices")
	parent := flag.String("dir", os.TempDir(), "a folder on the disk to work on")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := torture(ctx, *parent, *only, *share, *seed, &table{to: os.Stdout}); err != nil {
		fmt.Fprintln(os.Stderr, "torture:", err)
		os.Exit(1)
	}
}

func torture(ctx context.Context, parent, only string, share float64, seed uint64, t *table) (err error) {
	dir, err := os.MkdirTemp(parent, "torture-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	base, err := prepare(ctx, dir+"/base")
	if err != nil {
		return fmt.Errorf("make a board to begin with: %w", err)
	}
	r := &run{ctx: ctx, dir: dir, share: share, seed: seed, base: base, table: t, until: time.Now().Add(enough)}
	t.note("seed %d", seed)
	for _, p := range parts() {
		if only != "" && !slices.Contains(strings.Split(only, ","), p.name) {
			continue
		}
		begun := time.Now()
		if err := p.do(r); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		t.note("%s took %s", p.name, time.Since(begun).Round(time.Second))
	}
	return t.end()
}
