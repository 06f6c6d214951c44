package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"holdfast/wording"
)

// unlocked makes a Store of an opened header: it reads the generation, puts
// right what a crash may have left, and reports the rest.
func (v *Vault) unlocked(ctx context.Context, o *opened, report *Report, progress Progress) (*Store, error) {
	g := generationOf(v.env, v.dir, o.header, o.keys)
	a := g.recall()
	l, err := g.load(ctx, progress, a.asked()...)
	if err != nil {
		return nil, err
	}
	if l.entries == 0 && !l.ahead {
		return nil, errors.Join(fmt.Errorf("%w: nothing in its journal can be read", ErrDamaged), l.working.retire())
	}
	report.EngineRebuilt = l.rebuilt
	a.compare(l, report)
	l.report(report)
	j, err := v.resume(g, l, report, !a.knows(l))
	if err != nil {
		return nil, errors.Join(err, l.working.retire())
	}
	if l.ahead {
		if err := v.heal(g, l, j); err != nil {
			j.broken, report.ReadOnly = true, true
		}
	}
	if v.settleHeader(o, j, report) {
		v.clearLeftovers(g.scope.generation, report)
	}
	if len(report.RolledBack) > 0 {
		v.note(j, o, KindRolledBack)
	}
	d := &drafts{path: v.dir.path(draftsFile), key: o.keys.Drafts(), scope: g.scope, random: v.env.Random}
	if report.Draft, err = d.open(); err != nil {
		v.env.Log.Warn("drafts can't be kept for now")
		d = nil
	}
	s := newStore(v, g, o.header, l.working, j, d, report.Unfinished)
	s.ahead = l.ahead || len(report.Damaged) > 0
	s.rememberPosition(true)
	return s, nil
}

// report adds what reading found.
func (l *loaded) report(report *Report) {
	holes := append(slices.Clone(l.damaged), l.missing...)
	if l.ahead {
		// The engine still has everything: only earlier versions are gone.
		report.Damaged = append(report.Damaged, Finding{Where: engineFolder, Entries: len(holes), What: healedWords()})
		return
	}
	report.Damaged = append(report.Damaged, holes...)
}

// position is the position that the working copy stands at.
func (l *loaded) position() position {
	if l.ahead {
		return l.seal.head
	}
	return l.head
}

// resume opens the journal for writing. What lies behind the last entry is
// set aside first. The last entry itself is written once more where it is not
// certain that the disk ever confirmed it.
func (v *Vault) resume(g generation, l *loaded, report *Report, confirm bool) (*journal, error) {
	last := l.segments[len(l.segments)-1]
	v.setForeignAside(last, l.foreign, report)
	j := &journal{
		disk: v.env.disk, folder: g.path, scope: g.scope, key: g.keys.Journal(), random: v.env.Random,
		head: l.position(), began: l.began, earlier: l.size - last.size,
		revision: l.revision, header: l.header,
	}
	if l.ahead {
		j.revision, j.header = l.seal.revision, l.seal.header
	}
	if err := j.resume(last.number, l.tail); err != nil {
		return nil, err
	}
	if confirm && l.tail > l.last {
		if err := j.confirm(l.last); err != nil {
			j.broken, report.ReadOnly = true, true
			return j, nil
		}
	}
	if last.size > l.tail {
		if err := v.setAside(j, last, report); err != nil {
			// The bytes stay where they are and nothing is written behind
			// them. Reading goes on.
			j.broken, report.ReadOnly = true, true
			return j, nil
		}
	}
	// A segment without its first entry, or one that does not continue from
	// where the working copy stands, is not written to.
	if l.tail == 0 || j.head != l.head {
		if err := j.startSegment(content{at: v.env.Clock(), holder: g.keys.Holder()}); err != nil {
			j.broken, report.ReadOnly = true, true
		}
	}
	return j, nil
}

// heal writes into the journal what only the engine still has, so that the
// journal alone is enough again.
func (v *Vault) heal(g generation, l *loaded, j *journal) error {
	snap := l.working.snapshot()
	defer snap.close()
	healed := content{form: formAct, at: v.env.Clock(), holder: g.keys.Holder(), kind: KindHealed}
	err := snap.differences(l.live, Filter{}, func(changes []change) error {
		healed.changes = changes
		if err := j.append(healed); err != nil {
			return err
		}
		l.working.date(j.head.sequence, changes)
		return nil
	})
	if err != nil || len(healed.changes) > 0 {
		return err
	}
	// Nothing is missing, and whoever reads the journal later shall know.
	return j.append(healed)
}

// settleHeader compares the header with what the journal knows of it, and
// makes both files and the journal agree again. It says whether they do.
func (v *Vault) settleHeader(o *opened, j *journal, report *Report) bool {
	o.prefer(j.revision, j.header)
	report.RolledBack = append(report.RolledBack, o.compare(j.revision, j.header)...)
	if o.header.Hash() != j.header {
		v.note(j, o, KindHeaderNoted)
	}
	return v.mendHeader(o, report)
}

// prefer takes the other file where the journal knows that one: two headers of
// one revision can both open, but only one was the vault's last.
func (o *opened) prefer(revision uint64, hash sum) {
	if o.header.Revision() != revision || o.header.Hash() == hash {
		return
	}
	for _, c := range o.others {
		if c.err == nil && c.header.Revision() == revision && c.header.Hash() == hash {
			o.header, o.replaced = c.header, true
		}
	}
}

// compare says where the header is not as far as the journal, or the journal
// not as far as the header: one ahead is what a crash leaves.
func (o *opened) compare(revision uint64, hash sum) []Finding {
	older := func(what wording.Text) []Finding { return []Finding{{Where: headerFile, What: what}} }
	switch mine := o.header.Revision(); {
	case mine < revision:
		return older(wording.T("The list of keyholders is older than the records: an older copy of it was put back. Look through the keyholders; a passphrase that was changed may be the old one again."))
	case mine > revision+1:
		return older(wording.T("The records are older than the list of keyholders: an older copy of them may have been put back."))
	case mine == revision && o.header.Hash() != hash && len(o.opening.Intruders) == 0:
		return older(wording.T("The list of keyholders is not the one that the records know. Look through the keyholders."))
	}
	return nil
}

// note writes the present header into the journal. What fails now is tried
// again at the next unlock.
func (v *Vault) note(j *journal, o *opened, kind string) {
	err := j.append(content{
		form: formHeader, at: v.env.Clock(), holder: o.keys.Holder(), kind: kind,
		revision: o.header.Revision(), header: o.header.Hash(),
	})
	if err != nil {
		v.env.Log.Warn("the list of keyholders could not be noted in the journal")
	}
}

// mendHeader writes those of the two files that are not the header, and says
// whether both are now.
func (v *Vault) mendHeader(o *opened, report *Report) bool {
	right := o.header.Encode()
	mended, both := false, true
	for _, c := range append([]candidate{o.candidate}, o.others...) {
		if bytes.Equal(c.raw, right) {
			continue
		}
		if err := replace(v.dir.path(c.file), right); err != nil {
			v.env.Log.Warn("the list of keyholders could not be written anew")
			both = false
		}
		// A copy that is behind is what a crash leaves; any other is not.
		behind := c.err == nil && c.older(o.candidate)
		mended = mended || !behind || o.replaced
	}
	report.HeaderHealed = mended
	report.HeaderForged = o.forged
	return both
}

// clearLeftovers removes what a rewrite left behind, now that both copies of
// the header name the generation that took its place.
func (v *Vault) clearLeftovers(current uint64, report *Report) {
	numbers, unfinished, err := v.dir.generations()
	if err != nil {
		v.env.Log.Warn("leftovers could not be looked for")
		return
	}
	for _, name := range append(unfinished, headerFile+aside, headerCopy+aside, draftsFile+aside, restoringFolder, rehearsalFolder) {
		if erase(v.dir.path(name)) != nil {
			report.Unfinished = append(report.Unfinished, name)
		}
	}
	for _, n := range numbers {
		path := v.dir.generation(n)
		switch {
		case n < current && v.dir.keeping(n):
			if v.dir.keep(n) != nil {
				report.Unfinished = append(report.Unfinished, filepath.Base(path))
			}
		case n < current:
			if erase(path) != nil {
				report.Unfinished = append(report.Unfinished, filepath.Base(path))
			}
		case n > current:
			v.setGenerationAside(path, report)
		}
	}
	if erase(v.dir.keptPath(current)+aside) != nil {
		v.env.Log.Warn("leftovers of a restore could not be removed")
	}
}
