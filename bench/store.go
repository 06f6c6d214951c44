package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// environment hardens passphrases as little as is allowed: what hardening
// costs is chosen, not measured.
func environment() store.Environment {
	return store.Environment{Clock: time.Now, Random: store.SystemRandom(), Cost: keyring.Lowest()}
}

// measureStore measures records on the disk against SQLCipher.
func measureStore(ctx context.Context, s setup) error {
	rows := entries(s.records, 1)
	file := filepath.Join(s.dir, "rows.tsv")
	if err := writeRows(file, rows); err != nil {
		return err
	}
	other, err := newSQLCipher(ctx, s.dir, file)
	if err != nil {
		return err
	}
	enrolment, paper, err := keyring.NewPaper("bench")
	if err != nil {
		return err
	}
	dir := filepath.Join(s.dir, "vault")
	opened, err := store.Create(ctx, environment(), dir, enrolment)
	if err != nil {
		return err
	}
	if err := s.fresh(dir); err != nil {
		return err
	}
	if err := s.fill(opened, rows, s.table); err != nil {
		return err
	}
	if err := s.saves(ctx, opened, other); err != nil {
		return err
	}
	if err := s.scans(ctx, opened, other, len(rows)); err != nil {
		return err
	}
	used, err := onDisk(dir)
	if err != nil {
		return err
	}
	s.table.within(fmt.Sprintf("%d records of 1 KB on the disk", s.records), used, size(40e6), used < 40e6)
	return s.unlocks(ctx, opened, dir, paper.Text)
}

func (s setup) fresh(dir string) error {
	used, err := onDisk(dir)
	if err != nil {
		return err
	}
	s.table.within("a new vault on the disk", used, size(4e6), used < 4e6)
	return nil
}

// fill puts the rows in, as one act: an import. It is told where there is a
// table for it.
func (s setup) fill(opened *store.Store, rows []entry, told *table) error {
	begin := time.Now()
	err := opened.Act("bench.fill", func(tx *store.Tx) error {
		in := store.In(tx, entrySchema())
		for _, r := range rows {
			if err := in.Put(r); err != nil {
				return err
			}
		}
		return nil
	})
	if told != nil {
		told.told(fmt.Sprintf("bringing in %d records, one act", len(rows)), short(time.Since(begin)))
	}
	return err
}

// saves times one durable save of 1 KB, in turn with SQLCipher's in its usual
// journal mode and in the one that writes ahead.
func (s setup) saves(ctx context.Context, opened *store.Store, other *sqlcipher) error {
	const each = 30
	var ours, usual, ahead []time.Duration
	for round := range s.rounds {
		for _, e := range entries(each, uint64(100+round)) {
			begin := time.Now()
			err := opened.Act("bench.save", func(tx *store.Tx) error {
				return store.In(tx, entrySchema()).Put(e)
			})
			if err != nil {
				return err
			}
			ours = append(ours, time.Since(begin))
		}
		for mode, times := range map[string]*[]time.Duration{"delete": &usual, "wal": &ahead} {
			took, err := other.save(ctx, each, mode)
			if err != nil {
				return err
			}
			*times = append(*times, took...)
		}
	}
	s.table.times("one durable save, against synchronous=FULL", median(ours), median(usual), 1.5)
	s.table.times("  the same, against its write-ahead log", median(ours), median(ahead), 0)
	return nil
}

// scans times reading every record and every byte. The other side gives out
// text; the same on ours are the bytes of a record, decrypted and found to be
// what was written. What it takes to make values of them is told beside it.
func (s setup) scans(ctx context.Context, opened *store.Store, other *sqlcipher, least int) error {
	var raw, values, theirs []time.Duration
	for range s.rounds {
		took, err := scan(opened, least, eachRaw)
		if err != nil {
			return err
		}
		raw = append(raw, took)
		if took, err = scan(opened, least, eachValue); err != nil {
			return err
		}
		values = append(values, took)
		if took, err = other.scan(ctx); err != nil {
			return err
		}
		theirs = append(theirs, took)
	}
	s.table.times(fmt.Sprintf("%d records scanned and decrypted, against SQLCipher", s.records), median(raw), median(theirs), 1)
	s.table.times("  the same, and made into values", median(values), median(theirs), 0)
	return nil
}

func eachRaw(tx *store.Tx, read func(text string)) error {
	return tx.ScanRaw(entrySchema().Collection, "", func(_ record.Key, raw []byte) error {
		read(string(raw))
		return nil
	})
}

func eachValue(tx *store.Tx, read func(text string)) error {
	return store.In(tx, entrySchema()).Scan("", func(e entry) error {
		read(e.Body)
		return nil
	})
}

// scan times one way of reading all records, and fails where it misses some.
func scan(opened *store.Store, least int, each func(*store.Tx, func(string)) error) (time.Duration, error) {
	rows, sum := 0, 0
	begin := time.Now()
	err := opened.View(func(tx *store.Tx) error {
		return each(tx, func(text string) {
			rows++
			for i := range len(text) {
				sum += int(text[i])
			}
		})
	})
	took := time.Since(begin)
	if err == nil && (rows < least || sum == 0) {
		err = fmt.Errorf("only %d of %d records were read", rows, least)
	}
	return took, err
}

// unlocks times locking, and unlocking with a key that needs no hardening:
// what unlocking takes beyond the passphrase.
func (s setup) unlocks(ctx context.Context, opened *store.Store, dir, paper string) error {
	key, err := keyring.PaperKey(paper)
	if err != nil {
		return err
	}
	var locking, unlocking []time.Duration
	for range s.rounds {
		begin := time.Now()
		vault := opened.Lock()
		locking = append(locking, time.Since(begin))
		begin = time.Now()
		if opened, _, err = vault.Unlock(ctx, key, nil); err != nil {
			return err
		}
		unlocking = append(unlocking, time.Since(begin))
	}
	if err := opened.Close(); err != nil {
		return err
	}
	limit := 150 * time.Millisecond
	s.table.within(fmt.Sprintf("unlocking %d records beyond the hash", s.records), short(median(unlocking)), short(limit), median(unlocking) < limit)
	limit = 200 * time.Millisecond
	s.table.within("locking until the keys are wiped, the longest", short(percentile(locking, 1)), short(limit), percentile(locking, 1) < limit)
	return nil
}
