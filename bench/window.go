package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"holdfast/bench/screen"
	"holdfast/board"
)

// measureWindow measures the built window against KeePassXC and against an
// empty Fyne window, on one screen of their own.
func measureWindow(ctx context.Context, s setup) error {
	bin, err := filepath.Abs(s.bin)
	if err != nil {
		return err
	}
	keepass, err := exec.LookPath("keepassxc")
	if err != nil {
		return err
	}
	desk, err := screen.Start(1280, 800)
	if err != nil {
		return err
	}
	defer desk.Close()
	// As in a login session: what programs keep in memory outlives a start.
	if s.session, err = os.MkdirTemp("/dev/shm", "session-"); err != nil {
		return err
	}
	defer os.RemoveAll(s.session)
	w := &windows{setup: s, screen: desk, keepass: keepass}
	if err := w.hand(bin); err != nil {
		return err
	}
	for _, measure := range []func(context.Context) error{w.starts, w.idles, w.unlocked} {
		if err := measure(ctx); err != nil {
			return err
		}
	}
	return nil
}

// windows are the programs with a window.
type windows struct {
	setup
	screen              *screen.Screen
	ours, bare, keepass string
}

// hand gives the person who starts the programs what they need.
func (w *windows) hand(bin string) (err error) {
	if w.ours, err = w.person.program(filepath.Join(bin, "holdfast"), w.dir); err != nil {
		return err
	}
	if w.bare, err = w.person.program(filepath.Join(bin, "bare"), w.dir); err != nil {
		return err
	}
	return errors.Join(w.person.reach(w.dir), w.person.give(w.session))
}

// open starts a program and waits for its first painted frame.
func (w *windows) open(ctx context.Context, name string, args ...string) (*process, screen.Window, time.Duration, error) {
	p, err := w.start(ctx, w.screen.Display(), name, args...)
	if err != nil {
		return nil, screen.Window{}, 0, err
	}
	waiting, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	shown, at, err := w.screen.Painted(waiting)
	took := at.Sub(p.started)
	if err != nil {
		p.end()
		return nil, screen.Window{}, 0, fmt.Errorf("%s: %w", filepath.Base(name), err)
	}
	return p, shown, took, nil
}

// starts times the start to the first painted frame, in turn.
func (w *windows) starts(ctx context.Context) error {
	took, worked := map[string][]time.Duration{}, map[string][]time.Duration{}
	for range w.rounds + 1 {
		for _, name := range []string{w.ours, w.bare, w.keepass} {
			p, _, t, err := w.open(ctx, name)
			if err != nil {
				return err
			}
			used, err := p.used()
			p.end()
			if err != nil {
				return err
			}
			took[name], worked[name] = append(took[name], t), append(worked[name], used)
		}
	}
	// The first round reads programs and libraries from the disk, and is the
	// first of a login session.
	of := func(name string) time.Duration { return median(took[name][1:]) }
	w.table.times("start to the first painted frame, against KeePassXC", of(w.ours), of(w.keepass), 1)
	w.table.times("  the same, against an empty window", of(w.ours), of(w.bare), 0)
	// On a busy machine the time is mostly that of others; this is not.
	w.table.times("  work on all cores until then, against KeePassXC", median(worked[w.ours][1:]), median(worked[w.keepass][1:]), 0)
	w.table.times("  the same, against an empty window", median(worked[w.ours][1:]), median(worked[w.bare][1:]), 0)
	return nil
}

// idles compares the load of windows that nobody touches. Both do the same:
// they look for something to do sixty times a second. So they are looked at in
// turn, and what an empty window differs by from itself is no difference.
func (w *windows) idles(ctx context.Context) error {
	const settle, over = 3 * time.Second, 10 * time.Second
	loads, turn := map[string][]share{}, []string{w.ours, w.bare}
	for range w.rounds {
		for _, name := range turn {
			p, _, _, err := w.open(ctx, name)
			if err != nil {
				return err
			}
			time.Sleep(settle)
			used, err := p.load(ctx, over)
			p.end()
			if err != nil {
				return err
			}
			loads[name] = append(loads[name], used)
		}
		slices.Reverse(turn)
	}
	ours, bare := median(loads[w.ours]), median(loads[w.bare])
	spread := float64((slices.Max(loads[w.bare]) - slices.Min(loads[w.bare])) / bare / 2)
	w.table.about("idle load while locked, against an empty window", ours, bare, float64(ours/bare), 1, spread)
	return nil
}

// unlocked unlocks a board in the window, as a person would, and measures
// what it keeps in memory and how fast it locks.
func (w *windows) unlocked(ctx context.Context) error {
	b, _, err := w.newBoard(ctx, "window", board.Demo{Seed: 3, People: boardPeople, Records: w.records})
	if err != nil {
		return err
	}
	if err := errors.Join(b.Close(), w.person.give(filepath.Join(w.dir, "window"))); err != nil {
		return err
	}
	p, shown, _, err := w.open(ctx, w.ours, filepath.Join(w.dir, "window"))
	if err != nil {
		return err
	}
	defer p.end()
	if err := w.unlock(ctx, shown); err != nil {
		return err
	}
	time.Sleep(5 * time.Second)
	now, most, err := p.memory()
	if err != nil {
		return err
	}
	w.table.within(fmt.Sprintf("in memory, unlocked with %d records, after 5 s", w.records), now, size(200e6), now < 200e6)
	theirs, err := w.keepassMemory(ctx)
	if err != nil {
		return err
	}
	w.table.against("  the same, against KeePassXC with as many entries open", now, theirs, float64(now)/float64(theirs), 0)
	w.table.told("  the most at any time, the passphrase's hash included", most)
	load, err := p.load(ctx, 20*time.Second)
	if err != nil {
		return err
	}
	w.table.told("idle load while unlocked", load)
	return w.lock(ctx, shown)
}

// keepassMemory is what KeePassXC keeps in memory with as many entries open.
func (w *windows) keepassMemory(ctx context.Context) (size, error) {
	k := &keepass{dir: filepath.Join(w.dir, "open")}
	if err := errors.Join(os.Mkdir(k.dir, 0o700), w.person.reach(k.dir)); err != nil {
		return 0, err
	}
	database, err := k.filled(ctx, entries(w.records, 1))
	if err == nil {
		err = w.person.give(database)
	}
	if err != nil {
		return 0, err
	}
	p, err := w.startWith(ctx, strings.NewReader(passphrase+"\n"), w.screen.Display(), w.keepass, "--pw-stdin", database)
	if err != nil {
		return 0, err
	}
	defer p.end()
	time.Sleep(15 * time.Second) // opening takes some, and what follows
	now, _, err := p.memory()
	return now, err
}

func (w *windows) unlock(ctx context.Context, shown screen.Window) error {
	time.Sleep(time.Second) // the field takes the keyboard after the first frame
	if err := w.screen.Focus(shown); err != nil {
		return err
	}
	if err := w.screen.Type(passphrase); err != nil {
		return err
	}
	waiting, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if _, err := w.screen.Changed(waiting, shown, 0.15, func() error { return w.screen.Press(screen.Return) }); err != nil {
		return fmt.Errorf("unlock in the window: %w", err)
	}
	return nil
}

// lock times how long what was shown stays on the screen after Ctrl+L.
func (w *windows) lock(ctx context.Context, shown screen.Window) error {
	var took []time.Duration
	for range w.rounds {
		if len(took) > 0 {
			if err := w.unlock(ctx, shown); err != nil {
				return err
			}
			time.Sleep(2 * time.Second) // what is read ahead after unlocking
		}
		waiting, cancel := context.WithTimeout(ctx, 10*time.Second)
		t, err := w.screen.Changed(waiting, shown, 0.15, func() error { return w.screen.Press('l', screen.Control) })
		cancel()
		if err != nil {
			return fmt.Errorf("lock in the window: %w", err)
		}
		took = append(took, t)
	}
	limit := 50 * time.Millisecond
	w.table.within("Ctrl+L until the screen is gone, the median", short(median(took)), short(limit), median(took) < limit)
	w.table.told("  the longest", short(slices.Max(took)))
	return nil
}
