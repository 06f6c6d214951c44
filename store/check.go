package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// CheckReport is what Check found.
type CheckReport struct {
	// Records is how many are live, JournalEntries how many acts can be read.
	Records        int
	JournalEntries int
	// Damaged can no longer be read, Missing is not there, RolledBack is older
	// than what is known.
	Damaged    []Finding
	Missing    []Finding
	RolledBack []Finding
	// Intruded are keyholders that somebody slipped in.
	Intruded []keyring.Holder
	// PermissionsRepaired is how many files or folders others could read, until
	// now.
	PermissionsRepaired int
	// OK: nothing was damaged, missing, rolled back or slipped in.
	OK bool
}

// Check reads the whole journal of a vault and every record in it, and puts
// nothing right but permissions. With full it then also unlocks the vault as
// usual and compares every record of the working copy with the journal. It
// fails as Open and Unlock do; damage is not a failure but a finding.
func Check(ctx context.Context, env Environment, dir string, key keyring.Key, full bool) (report CheckReport, err error) {
	v, err := Open(env, dir)
	if err != nil {
		return CheckReport{}, err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	o, err := v.dir.unlock(ctx, key)
	if err != nil {
		return CheckReport{}, err
	}
	defer o.keys.Wipe()
	report.Intruded, report.PermissionsRepaired = o.opening.Intruders, v.repaired
	live, err := v.checkJournal(ctx, o, &report)
	if err != nil {
		return CheckReport{}, err
	}
	v.checkFiles(o, &report)
	report.Records = len(live)
	report.settle()
	if full && report.OK {
		if err := v.checkWorking(ctx, key, live, &report); err != nil {
			return CheckReport{}, err
		}
		report.settle()
	}
	return report, nil
}

func (r *CheckReport) settle() {
	r.OK = len(r.Damaged)+len(r.Missing)+len(r.RolledBack)+len(r.Intruded) == 0
}

// checkJournal reads the journal and gives every live record's Sum.
func (v *Vault) checkJournal(ctx context.Context, o *opened, report *CheckReport) (map[place]sum, error) {
	g := generationOf(v.env, v.dir, o.header, o.keys)
	a := g.recall()
	segments, err := walkAll(v.env.disk, g.path, false)
	if err != nil {
		return nil, err
	}
	live := map[place]sum{}
	r := g.reader(nil)
	r.visit = func(e entry) error { apply(live, e.changes); return nil }
	found, err := r.read(ctx, segments, a.asked()...)
	if err != nil {
		return nil, err
	}
	report.JournalEntries = found.entries
	report.Damaged = append(report.Damaged, found.damaged...)
	report.Missing = append(report.Missing, found.missing...)
	for _, s := range found.foreign {
		report.Damaged = append(report.Damaged, Finding{Where: s.name(), Mends: true, What: wording.T("This file is no part of the journal. Unlocking sets it aside.")})
	}
	if last := found.segments[len(found.segments)-1]; last.size > found.tail {
		report.Damaged = append(report.Damaged, Finding{Where: last.name(), Sequence: found.head.sequence + 1, What: wording.T(
			"The end of the journal is not finished, or damaged.")})
	}
	var said Report
	a.compare(&loaded{reading: found}, &said)
	o.prefer(found.revision, found.header)
	report.RolledBack = append(said.RolledBack, o.compare(found.revision, found.header)...)
	return live, nil
}

// checkFiles looks at what lies beside the journal.
func (v *Vault) checkFiles(o *opened, report *CheckReport) {
	found := func(where string, mends bool, what wording.Text) {
		report.Damaged = append(report.Damaged, Finding{Where: where, Mends: mends, What: what})
	}
	for _, c := range append([]candidate{o.candidate}, o.others...) {
		// What another vault put there is not damaged, and does not open this.
		if c.err != nil || c.header.Vault() != o.header.Vault() {
			found(c.file, true, wording.T("One of the two copies of the list of keyholders can't be read. Unlocking restores it from the other."))
		}
	}
	if o.forged {
		found(headerFile, false, wording.T("The list of keyholders was changed by somebody else. Unlocking puts the right one back."))
	}
	g := generationOf(v.env, v.dir, o.header, o.keys)
	if _, err := os.Lstat(filepath.Join(g.path, engineSealFile)); err == nil {
		if _, err := readSeal(g.keys.Engine(), g.scope, g.path); err != nil {
			found(filepath.Base(g.path)+"/"+engineFolder, true, wording.T("The working copy does not fit. Unlocking makes it anew from the journal; nothing is lost."))
		}
	}
	d := &drafts{path: v.dir.path(draftsFile), key: o.keys.Drafts(), scope: g.scope, random: v.env.Random}
	drafted, _ := d.look() // what can't be read is a finding, whatever the reason
	report.Damaged = append(report.Damaged, drafted...)
}

// checkWorking unlocks the vault and compares what it shows with the journal.
func (v *Vault) checkWorking(ctx context.Context, key keyring.Key, live map[place]sum, report *CheckReport) error {
	s, _, err := v.Unlock(ctx, key, nil)
	if err != nil {
		return err
	}
	err = s.View(func(tx *Tx) error {
		for _, collection := range tx.Collections() {
			err := tx.ScanRaw(collection, "", func(k record.Key, raw []byte) error {
				p := place{collection, k}
				if want, ok := live[p]; !ok || want != seal.Sum(raw) {
					report.Damaged = append(report.Damaged, Finding{Where: engineFolder, What: wording.T(
						"A record of the working copy is not as the journal has it.")})
				}
				delete(live, p)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	for range live {
		report.Missing = append(report.Missing, Finding{Where: engineFolder, What: wording.T(
			"A record of the journal is missing from the working copy.")})
	}
	s.Lock()
	return err
}
