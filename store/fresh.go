package store

import (
	"context"
	"errors"
	"maps"
	"os"

	"holdfast/durable"
	"holdfast/store/internal/seal"
	"holdfast/store/keyring"
)

// fresh is a generation on its way: written aside, read back, and only then
// given its name.
type fresh struct {
	ctx    context.Context
	gen    generation
	header *keyring.Header
	// aside is where it lies until it is whole.
	aside    string
	kind     string
	filter   Filter
	progress Progress
	// each gives what goes in, acts is about how much that is; finally adds
	// what comes after it.
	each    func(visit func(entry) error) error
	acts    int64
	finally func(put func(content) error) error
	// wrote is every live record as the new journal has it.
	wrote   map[place]sum
	entries int
}

// fill writes the generation and reads it back. Where it fails, nothing is
// left.
func (f *fresh) fill() error {
	err := f.write()
	f.gen.env.step("written")
	if err == nil {
		err = f.verify()
	}
	f.gen.env.step("verified")
	if err == nil {
		err = f.ctx.Err()
	}
	if err != nil {
		return errors.Join(err, erase(f.aside))
	}
	return nil
}

// name gives the generation its name in the vault's folder.
func (f *fresh) name(dir folder) error {
	if err := durable.Rename(f.aside, f.gen.path); err != nil {
		return errors.Join(explain("name the new generation", err), erase(f.aside))
	}
	if err := durable.SyncFolder(string(dir)); err != nil {
		return errors.Join(explain("name the new generation", err), erase(f.gen.path))
	}
	f.gen.env.step("named")
	return nil
}

func (f *fresh) write() error {
	if err := erase(f.aside); err != nil {
		return err
	}
	if err := os.Mkdir(f.aside, 0o700); err != nil {
		return explain("begin a rewrite", err)
	}
	g := f.gen
	j := &journal{disk: g.env.disk, folder: f.aside, scope: g.scope, key: g.keys.Journal(), random: g.env.Random}
	at, holder := g.env.Clock(), g.keys.Holder()
	// put adds an entry and remembers what is live after it.
	put := func(c content) error {
		apply(f.wrote, c.changes)
		return j.add(c)
	}
	err := j.begin(content{
		at: at, holder: holder, kind: f.kind, revision: f.header.Revision(), header: f.header.Hash(),
	})
	if err == nil {
		err = f.copyActs(put)
	}
	if err == nil {
		err = f.finally(put)
	}
	if err == nil {
		err = j.add(content{form: formWhole, at: at, holder: holder})
	}
	if err == nil {
		err = j.flush()
	}
	f.entries = int(j.head.sequence)
	return errors.Join(err, j.close())
}

// copyActs copies what the filter keeps of every act.
func (f *fresh) copyActs(put func(content) error) error {
	last, err := f.lastBefore()
	if err != nil {
		return err
	}
	there := func(p place) bool { _, ok := f.wrote[p]; return ok }
	return f.each(func(e entry) error {
		c, keep := f.filter.entry(e, last, there)
		if !keep {
			return nil
		}
		f.progress.tell(StepWrite, int64(e.head.sequence), f.acts)
		return put(c)
	})
}

// lastBefore are the last acts before Filter.History, by record.
func (f *fresh) lastBefore() (map[place]uint64, error) {
	if f.filter.History.IsZero() {
		return nil, nil
	}
	last := map[place]uint64{}
	return last, f.each(func(e entry) error {
		if e.at.Before(f.filter.History) {
			for _, c := range e.changes {
				last[place{c.collection, c.key}] = e.head.sequence
			}
		}
		return nil
	})
}

func apply(live map[place]sum, changes []change) {
	for _, c := range changes {
		if p := (place{c.collection, c.key}); c.deleted {
			delete(live, p)
		} else {
			live[p] = seal.Sum(c.value)
		}
	}
}

// verify reads the new generation back from the disk: every entry, every live
// record and its hash.
func (f *fresh) verify() error {
	segments, err := walkAll(f.gen.env.disk, f.aside, false)
	if err != nil {
		return err
	}
	live := map[place]sum{}
	r := f.gen.reader(nil)
	r.visit = func(e entry) error {
		apply(live, e.changes)
		f.progress.tell(StepVerify, int64(e.head.sequence), int64(f.entries))
		return nil
	}
	found, err := r.read(f.ctx, segments)
	if err != nil {
		return err
	}
	whole := found.entries == f.entries && found.tail == found.size && len(found.damaged)+len(found.missing) == 0
	if !whole || !maps.Equal(live, f.wrote) {
		return errors.Join(ErrDamaged, errors.New("what was written anew does not read back"))
	}
	return nil
}
