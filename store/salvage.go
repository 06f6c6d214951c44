package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"holdfast/store/keyring"
	"holdfast/wording"
)

// SalvageReport is what Salvage saved and what it could not.
type SalvageReport struct {
	// Records is how many are live in the new vault, Acts how many acts.
	Records int
	Acts    int
	// Lost is what can't be read. Records that it held are missing, or older
	// than they were.
	Lost []Finding
}

// Salvage writes everything in a damaged vault that still authenticates into a
// new one, with its dates and versions, and lists what was lost. The old vault
// stays as it is. It needs a header that still opens: without one, nobody can
// read anything, and only a backup helps. It fails with ErrWrongKey,
// ErrInUse, ErrDamaged where nothing can be read, or as Create does.
func Salvage(ctx context.Context, env Environment, dir string, key keyring.Key, newDir string, first ...*keyring.Enrolment) (SalvageReport, error) {
	env = env.filled()
	old := folder(dir)
	if err := old.check(); err != nil {
		return SalvageReport{}, err
	}
	lock, err := old.takeLock()
	if err != nil {
		return SalvageReport{}, err
	}
	defer lock.Close() // lets go of the lock; nothing was written
	g, headers, err := old.anyHeader(ctx, env, key)
	if err != nil {
		return SalvageReport{}, err
	}
	defer g.keys.Wipe()
	report, err := g.salvage(ctx, env, newDir, first)
	report.Lost = append(headers, report.Lost...)
	return report, err
}

// anyHeader opens the highest header that still opens, whatever is wrong with
// the rest, and names those that do not.
func (f folder) anyHeader(ctx context.Context, env Environment, key keyring.Key) (generation, []Finding, error) {
	type found struct {
		name   string
		header *keyring.Header
	}
	var all []found
	var lost []Finding
	for _, name := range []string{headerFile, headerCopy, headerFile + aside, headerCopy + aside} {
		raw, err := readBounded(f.path(name), keyring.MaxHeader)
		if err == nil {
			var h *keyring.Header
			if h, err = keyring.ParseHeader(raw); err == nil {
				all = append(all, found{name, h})
			}
		}
		if err != nil && (name == headerFile || name == headerCopy) {
			lost = append(lost, Finding{Where: name, What: wording.T("One of the two copies of the list of keyholders can't be read.")})
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(b.header.Revision(), a.header.Revision()) })
	failed := fmt.Errorf("%w: neither copy of the list of keyholders can be read", ErrDamaged)
	for _, c := range all {
		if !f.whole(c.header.Generation()) {
			continue
		}
		ks, _, err := c.header.Unlock(ctx, key)
		if err == nil {
			return generationOf(env, f, c.header, ks), lost, nil
		}
		failed = err
		if isHeaderFault(err) {
			failed = fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	return generation{}, nil, failed
}

// salvage writes what can be read of a generation into a new vault.
func (g generation) salvage(ctx context.Context, env Environment, newDir string, first []*keyring.Enrolment) (SalvageReport, error) {
	segments, err := walkAll(env.disk, g.path, false)
	if err != nil {
		return SalvageReport{}, err
	}
	env.Anchor = nil // what is known of the old vault says nothing about the new one
	fresh, err := Create(ctx, env, newDir, first...)
	if err != nil {
		return SalvageReport{}, err
	}
	var report SalvageReport
	report.Lost, err = g.pour(ctx, segments, fresh, &report)
	if err == nil && report.Acts == 0 {
		err = fmt.Errorf("%w: nothing in its journal can be read", ErrDamaged)
	}
	err = errors.Join(err, fresh.Close())
	if err != nil {
		// What was begun is no vault that anybody should open.
		return report, errors.Join(err, erase(newDir))
	}
	return report, nil
}

// pour copies acts into the journal of a fresh vault.
func (g generation) pour(ctx context.Context, segments []segment, fresh *Store, report *SalvageReport) ([]Finding, error) {
	fresh.writer.Lock()
	defer fresh.writer.Unlock()
	live := map[place]sum{}
	r := g.reader(nil)
	r.visit = func(e entry) error {
		if e.form != formAct {
			return nil
		}
		report.Acts++
		apply(live, e.changes)
		return fresh.journal.add(content{form: formAct, at: e.at, holder: e.holder, kind: e.kind, changes: e.changes})
	}
	found, err := r.read(ctx, segments)
	if err == nil {
		err = g.pourEngine(found, live, fresh, report)
	}
	if err == nil {
		err = fresh.journal.add(content{form: formWhole, at: fresh.env.Clock(), holder: fresh.Holder(), kind: KindSalvaged})
	}
	if err == nil {
		err = fresh.journal.flush()
	}
	if err != nil {
		return nil, err
	}
	report.Records = len(live)
	lost := append(slices.Clone(found.damaged), found.missing...)
	if last := found.segments[len(found.segments)-1]; last.size > found.tail {
		lost = append(lost, Finding{Where: last.name(), Sequence: found.head.sequence + 1, What: wording.T(
			"The end of the journal is not finished, or damaged.")})
	}
	// A journal that was cut between two entries looks whole.
	if n := g.recall().beyond(g.reached(found)); n > 0 {
		lost = append(lost, Finding{Where: filepath.Base(g.path), Sequence: found.head.sequence + 1, Entries: n, What: wording.N(n,
			"The last change that this computer knows of is missing.", "The last {n} changes that this computer knows of are missing.")})
	}
	return lost, nil
}

// reached is the last act that the journal or the working copy has.
func (g generation) reached(found *reading) uint64 {
	es, err := readSeal(g.keys.Engine(), g.scope, g.path)
	if err != nil {
		return found.head.sequence
	}
	return max(found.head.sequence, es.head.sequence)
}

// pourEngine adds what only the working copy still has, where that is genuine
// and further than the journal. Badger changes what it opens, so it is given a
// copy.
func (g generation) pourEngine(found *reading, live map[place]sum, fresh *Store, report *SalvageReport) error {
	es, err := readSeal(g.keys.Engine(), g.scope, g.path)
	holes := len(found.damaged)+len(found.missing) > 0
	if err != nil || !holes && es.head == found.head || es.head.sequence < found.head.sequence {
		return nil
	}
	away := fresh.dir.path(engineFolder + aside)
	if err := os.CopyFS(away, os.DirFS(filepath.Join(g.path, engineFolder))); err != nil {
		return explain("copy the working copy", err)
	}
	e, err := openEngine(filepath.Join(away, es.folder), g.keys.Engine())
	if err != nil {
		return err
	}
	w := newWorking(g.boxer(), es.index, e)
	snap := w.snapshot()
	err = snap.differences(live, Filter{}, func(changes []change) error {
		report.Acts++
		apply(live, changes)
		return fresh.journal.add(content{form: formAct, at: g.env.Clock(), holder: fresh.Holder(), kind: KindHealed, changes: changes})
	})
	snap.close()
	found.healed()
	return errors.Join(err, w.retire(), erase(away))
}
