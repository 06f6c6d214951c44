package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// setup is what the measurements are given.
type setup struct {
	rounds  int
	records int
	dir     string // a folder of this run, on the disk that is measured
	session string // what a login session keeps in memory until it ends
	bin     string // where the programs are
	person  person // who starts them
	table   *table
}

func main() {
	rounds := flag.Int("rounds", 7, "how often each side is measured")
	records := flag.Int("records", 10_000, "how many records of 1 KB")
	parent := flag.String("dir", os.TempDir(), "a folder on the disk to measure on")
	bin := flag.String("bin", "bin", "the folder of the built programs")
	only := flag.String("only", "", "which parts: store, backup, board, search, consent, pay, results, growth, window (all)")
	look := flag.String("grown", "", "for the bench itself: look at a vault of records whose paper key is read from standard input")
	page := flag.String("page", "", "a file to write the figures to as a page, too")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if *look != "" {
		if err := tell(ctx, *look, *rounds); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	t := &table{}
	err := measure(ctx, *parent, *only, setup{rounds: *rounds, records: *records, bin: *bin, person: somebody(), table: t})
	if *page != "" {
		err = errors.Join(err, os.WriteFile(*page, t.page(time.Now(), *bin), 0o644),
			os.WriteFile(filepath.Join(filepath.Dir(*page), "growth.svg"), growthPicture(t.growth), 0o644))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// tell looks at a vault and writes what it found.
func tell(ctx context.Context, dir string, rounds int) error {
	paper, err := io.ReadAll(io.LimitReader(os.Stdin, 1<<12))
	if err != nil {
		return err
	}
	g, err := lookAt(ctx, dir, string(paper), rounds)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(g)
}

func measure(ctx context.Context, parent, only string, s setup) error {
	dir, err := os.MkdirTemp(parent, "bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	s.dir = dir
	for _, part := range []struct {
		name    string
		measure func(context.Context, setup) error
	}{{"store", measureStore}, {"backup", measureBackup}, {"board", measureBoard}, {"search", measureSearch}, {"consent", measureConsent}, {"pay", measurePay}, {"results", measureResults}, {"growth", measureGrowth}, {"window", measureWindow}} {
		if only != "" && !slices.Contains(strings.Split(only, ","), part.name) {
			continue
		}
		fmt.Fprintln(os.Stderr, "measuring the", part.name, "…")
		if err := part.measure(ctx, s); err != nil {
			s.table.failed(part.name, err)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return s.table.print(os.Stdout)
}
