package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"holdfast/chart"
	"holdfast/store"
	"holdfast/store/keyring"
)

// grown is a vault with that many records of 1 KB, and what it takes.
type grown struct {
	Records            int `json:"-"`
	Unlock, Save, Scan time.Duration
	Memory, Disk       size
}

// measureGrowth makes vaults from 10 records to 100,000 and looks at each in a
// process of its own; the same records go into a database of KeePassXC.
func measureGrowth(ctx context.Context, s setup) error {
	base, err := newKeePass(ctx, s.dir)
	if err != nil {
		return err
	}
	for _, n := range []int{10, 100, 1_000, 10_000, 100_000} {
		rows := entries(n, uint64(n))
		g, err := s.grow(ctx, rows)
		if err != nil {
			return err
		}
		s.table.growth = append(s.table.growth, g)
		if n != 100 && n != 10_000 && n != 100_000 {
			continue
		}
		theirs, err := base.beyond(ctx, rows, min(s.rounds, max(1, 100_000/n)))
		if err != nil {
			return err
		}
		s.beyond(g, theirs)
	}
	return nil
}

// beyond tells how long unlocking takes beyond the hash on both sides. What
// the other side takes for few entries is lost in how much its hash differs
// from one time to the next.
func (s setup) beyond(g grown, theirs time.Duration) {
	const told = 20 * time.Millisecond
	what := fmt.Sprintf("unlocking %d records beyond the hash", g.Records)
	if theirs < told {
		s.table.told(what+" (keepassxc-cli: too short to tell)", short(g.Unlock))
		return
	}
	s.table.times(what+", against keepassxc-cli", g.Unlock, theirs, 1)
}

// grow makes a vault with these rows and has another process look at it.
func (s setup) grow(ctx context.Context, rows []entry) (grown, error) {
	g := grown{Records: len(rows)}
	enrolment, paper, err := keyring.NewPaper("bench")
	if err != nil {
		return g, err
	}
	dir := filepath.Join(s.dir, "grown-"+strconv.Itoa(len(rows)))
	opened, err := store.Create(ctx, environment(), dir, enrolment)
	if err != nil {
		return g, err
	}
	if err := s.fill(opened, rows, nil); err != nil {
		return g, err
	}
	if err := opened.Close(); err != nil {
		return g, err
	}
	self, err := os.Executable()
	if err != nil {
		return g, err
	}
	look := exec.CommandContext(ctx, self, "-rounds", strconv.Itoa(s.rounds), "-grown", dir)
	look.Stdin, look.Stderr = strings.NewReader(paper.Text), os.Stderr
	out, err := look.Output()
	if err != nil {
		return g, fmt.Errorf("look at a vault of %d: %w", len(rows), err)
	}
	return g, json.Unmarshal(out, &g)
}

// lookAt measures a vault that was made elsewhere, in a process that has done
// nothing else.
func lookAt(ctx context.Context, dir, paper string, rounds int) (g grown, err error) {
	key, err := keyring.PaperKey(paper)
	if err != nil {
		return g, err
	}
	vault, err := store.Open(environment(), dir)
	if err != nil {
		return g, err
	}
	var opened *store.Store
	var unlock, scans, saves []time.Duration
	for range rounds {
		begin := time.Now()
		if opened, _, err = vault.Unlock(ctx, key, nil); err != nil {
			return g, err
		}
		unlock = append(unlock, time.Since(begin))
		took, err := scan(opened, 0, eachRaw)
		if err != nil {
			return g, err
		}
		scans = append(scans, took)
		vault = opened.Lock()
	}
	if opened, _, err = vault.Unlock(ctx, key, nil); err != nil {
		return g, err
	}
	debug.FreeOSMemory() // as the window does after unlocking
	g.Memory, _, err = memoryOf("self")
	if err != nil {
		return g, err
	}
	for _, e := range entries(20*rounds, 7) {
		begin := time.Now()
		if err := opened.Act("bench.save", func(tx *store.Tx) error { return store.In(tx, entrySchema()).Put(e) }); err != nil {
			return g, err
		}
		saves = append(saves, time.Since(begin))
	}
	if err := opened.Close(); err != nil {
		return g, err
	}
	g.Unlock, g.Scan, g.Save = median(unlock), median(scans), median(saves)
	if g.Disk, err = onDisk(dir); err != nil {
		return g, err
	}
	return g, nil
}

// growthPage is the table of growth as a page has it, with its picture.
func growthPage(of []grown) []byte {
	if len(of) == 0 {
		return nil
	}
	var out bytes.Buffer
	out.WriteString("\n## Growth\n\n" +
		"Vaults of records of 1 KB, each looked at by a process of its own. Memory is that of the\n" +
		"process without a window.\n\n" +
		"| Records | unlock beyond the hash | one save | all read | memory | on the disk |\n|---:|---:|---:|---:|---:|---:|\n")
	for _, g := range of {
		fmt.Fprintf(&out, "| %d | %s | %s | %s | %s | %s |\n", g.Records, short(g.Unlock), short(g.Save), short(g.Scan), g.Memory, g.Disk)
	}
	out.WriteString("\n![The same as bars, each against its largest](growth.svg)\n")
	return out.Bytes()
}

// growthPicture draws the same: each kind of figure against its largest.
func growthPicture(of []grown) []byte {
	if len(of) == 0 {
		return nil
	}
	most := of[len(of)-1]
	part := func(now, most float64, text fmt.Stringer) chart.Value {
		return chart.Value{Share: now / most, Text: text.String(), Known: true}
	}
	var bars []chart.Bar
	for _, g := range of {
		bars = append(bars, chart.Bar{Label: fmt.Sprintf("%d records", g.Records), Values: []chart.Value{
			part(float64(g.Unlock), float64(most.Unlock), short(g.Unlock)),
			part(float64(g.Memory), float64(most.Memory), g.Memory),
			part(float64(g.Disk), float64(most.Disk), g.Disk),
		}})
	}
	return chart.Bars([]string{"unlock", "memory", "disk"}, bars, chart.Print(), "Time, memory and disk by the number of records").SVG()
}
