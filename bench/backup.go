package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"time"

	"holdfast/backup"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// stockAge is the age command that backups are measured against.
const stockAge = "filippo.io/age/cmd/age@v1.3.2"

// slower is how much longer than age's a time may be at 0.8 of its throughput.
const slower = 1 / 0.8

// measureBackup measures backups of 100 MB against the age command on the same
// bytes, and writing a vault anew.
func measureBackup(ctx context.Context, s setup) error {
	if err := s.rewriting(ctx); err != nil {
		return err
	}
	age, err := s.ageCommand(ctx)
	if err != nil {
		return err
	}
	dir := filepath.Join(s.dir, "large")
	enrolment, paper, err := keyring.NewPaper("bench")
	if err != nil {
		return err
	}
	opened, err := store.Create(ctx, environment(), dir, enrolment)
	if err != nil {
		return err
	}
	for seed := range uint64(20) {
		if err := put(opened, entries(5_000, 1000+seed)); err != nil {
			return err
		}
	}
	key, err := keyring.PaperKey(paper.Text)
	if err != nil {
		return err
	}
	if opened, _, err = opened.Lock().Unlock(ctx, key, nil); err != nil {
		return err
	}
	identity := filepath.Join(s.dir, "identity")
	if err := os.WriteFile(identity, []byte(paper.Text+"\n"), 0o600); err != nil {
		return err
	}
	if err := quiet(ctx); err != nil {
		return err
	}
	if err := s.copies(ctx, opened, key, age, identity); err != nil {
		return err
	}
	return opened.Close()
}

func put(opened *store.Store, rows []entry) error {
	return opened.Act("bench.fill", func(tx *store.Tx) error {
		in := store.In(tx, entrySchema())
		for _, r := range rows {
			if err := in.Put(r); err != nil {
				return err
			}
		}
		return nil
	})
}

// ageCommand builds the stock tool from its module.
func (s setup) ageCommand(ctx context.Context) (string, error) {
	build := exec.CommandContext(ctx, "go", "install", stockAge)
	build.Env = append(os.Environ(), "GOBIN="+s.dir, "CGO_ENABLED=0", "GOFLAGS=")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build age: %w\n%s", err, out)
	}
	return filepath.Join(s.dir, "age"), nil
}

// quiet waits until the vault has put in order what was just written to it: the
// memory of a backup is counted from a program that rests.
func quiet(ctx context.Context) error {
	for range 40 {
		if load, err := (&process{Cmd: &exec.Cmd{Process: self()}}).load(ctx, time.Second); err != nil || load < 0.05 {
			return err
		}
	}
	return errors.New("the vault never came to rest")
}

// copies makes and reads backups in turn with age. Both sides write until the
// disk has it: age leaves that to whoever asks, so it is asked for here.
func (s setup) copies(ctx context.Context, opened *store.Store, key keyring.Key, age, identity string) error {
	var writing, theirWriting, readingBack, reading, theirReading []time.Duration
	var most size
	var length int64
	for range s.rounds {
		path := filepath.Join(s.dir, "backup.age")
		before, err := freshPeak()
		if err != nil {
			return err
		}
		begin := time.Now()
		var written time.Time
		made, err := backup.Create(ctx, environment(), opened, backup.Making{Path: path}, func(step store.Step, _, _ int64) {
			if step == store.StepVerify && written.IsZero() {
				written = time.Now()
			}
		})
		if err != nil {
			return err
		}
		readingBack = append(readingBack, time.Since(written))
		writing, length = append(writing, written.Sub(begin)), made.Size
		begin = time.Now()
		o, err := backup.Open(ctx, path, key, nil, nil)
		if err != nil {
			return err
		}
		o.Close()
		reading = append(reading, time.Since(begin))
		_, peak, err := (&process{Cmd: &exec.Cmd{Process: self()}}).memory()
		if err != nil {
			return err
		}
		most = max(most, peak-before)
		read, wrote, err := s.theirCopies(ctx, age, identity, path)
		if err != nil {
			return err
		}
		theirReading, theirWriting = append(theirReading, read), append(theirWriting, wrote)
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	s.table.times(fmt.Sprintf("a backup of %v until the disk has it, against age and a sync of the disk", size(length)), median(writing), median(theirWriting), slower)
	s.table.times("reading it back before it counts as one, against age -d", median(readingBack), median(theirReading), 0)
	s.table.times("a backup read to its last byte and every record checked, against age -d", median(reading), median(theirReading), slower)
	s.table.within("memory for making and reading it, above that before", most, size(64e6), most < 64e6)
	return nil
}

// theirCopies lets age read a backup to nowhere, and write the same bytes.
func (s setup) theirCopies(ctx context.Context, age, identity, path string) (read, wrote time.Duration, err error) {
	plain, again := filepath.Join(s.dir, "plain"), filepath.Join(s.dir, "again.age")
	if err := exec.CommandContext(ctx, age, "-d", "-i", identity, "-o", plain, path).Run(); err != nil {
		return 0, 0, fmt.Errorf("age -d: %w", err)
	}
	begin := time.Now()
	if err := exec.CommandContext(ctx, age, "-d", "-i", identity, path).Run(); err != nil {
		return 0, 0, fmt.Errorf("age -d: %w", err)
	}
	read = time.Since(begin)
	begin = time.Now()
	if err := exec.CommandContext(ctx, age, "-e", "-i", identity, "-o", again, plain).Run(); err != nil {
		return 0, 0, fmt.Errorf("age -e: %w", err)
	}
	file, err := os.OpenFile(again, os.O_RDWR, 0)
	if err != nil {
		return 0, 0, err
	}
	err = file.Sync()
	wrote = time.Since(begin)
	for _, end := range []error{err, file.Close(), os.Remove(again), os.Remove(plain)} {
		if end != nil {
			return 0, 0, end
		}
	}
	return read, wrote, nil
}

// freshPeak is what this process keeps in memory once everything that it does
// not need is given back; its peak counts from here.
func freshPeak() (size, error) {
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		return 0, err
	}
	now, _, err := (&process{Cmd: &exec.Cmd{Process: self()}}).memory()
	return now, err
}

func self() *os.Process { return &os.Process{Pid: os.Getpid()} }

// rewriting times writing a vault of 10,000 records of 1 KB anew.
func (s setup) rewriting(ctx context.Context) error {
	enrolment, _, err := keyring.NewPaper("bench")
	if err != nil {
		return err
	}
	opened, err := store.Create(ctx, environment(), filepath.Join(s.dir, "rewritten"), enrolment)
	if err != nil {
		return err
	}
	rows := entries(10_000, 77)
	if err := put(opened, rows); err != nil {
		return err
	}
	var took []time.Duration
	for range s.rounds {
		begin := time.Now()
		err := opened.Rewrite(ctx, store.Filter{Forget: []record.Key{"nobody"}}, nil)
		if err != nil {
			return err
		}
		took = append(took, time.Since(begin))
	}
	limit := 2 * time.Second
	s.table.within("writing 10,000 records of 1 KB anew", short(median(took)), short(limit), median(took) < limit)
	return opened.Close()
}
