package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"holdfast/store/keyring"
)

const (
	// memoryLimit is the length of a journal up to which the working copy of
	// EngineAuto lies in memory: measured in doc/decisions/0008-working-copy-in-memory.md.
	memoryLimit = 32 << 20
	// spaceGuard is the free space under which nothing of Badger's is kept
	// open: it maps its files, and a full disk would end the process.
	spaceGuard = 64 << 20
)

// generation is one generation of a vault and the keys to it.
type generation struct {
	env   Environment
	path  string
	scope scope
	keys  *keyring.Keyset
}

func generationOf(env Environment, dir folder, h *keyring.Header, ks *keyring.Keyset) generation {
	return generation{
		env: env, path: dir.generation(h.Generation()), keys: ks,
		scope: scope{vault: h.Vault(), generation: h.Generation()},
	}
}

func (g generation) boxer() boxer { return boxer{key: g.keys.Engine(), random: g.env.Random} }

func (g generation) reader(progress Progress) reader {
	return reader{disk: g.env.disk, scope: g.scope, key: g.keys.Journal(), progress: progress}
}

// loaded is a generation that was read: its journal and a working copy.
type loaded struct {
	*reading
	working *working
	// seal is what a genuine seal of the engine says, nil where there is none.
	seal *engineSeal
	// ahead: the working copy comes from the engine, because the journal has
	// lost some of what the engine has; live is then what the journal has.
	ahead bool
	live  map[place]sum
	// rebuilt: there was a seal, and the engine did not fit it. (After a crash
	// there is none, and nothing to tell.)
	rebuilt bool
}

// load reads the journal and makes the working copy. asked are sequences
// whose Sums are wanted.
func (g generation) load(ctx context.Context, progress Progress, asked ...uint64) (*loaded, error) {
	_, err := os.Lstat(filepath.Join(g.path, engineSealFile))
	out := &loaded{rebuilt: !errors.Is(err, fs.ErrNotExist)}
	sealed, sealErr := readSeal(g.keys.Engine(), g.scope, g.path)
	segments, err := walkAll(g.env.disk, g.path, sealErr == nil)
	if err != nil {
		return nil, err
	}
	if sealErr == nil {
		out.seal = &sealed
		out.reading = g.chained(segments, sealed, asked)
		out.rebuilt = out.reading == nil
		if out.reading != nil && g.env.Engine != EngineMemory {
			if out.working, err = g.openSealed(sealed); err == nil {
				return out, nil
			}
		}
		if out.reading == nil && g.reopenAhead(ctx, segments, out, progress, asked) {
			return out, nil
		}
	}
	if err := errors.Join(dropSeal(g.path), os.RemoveAll(filepath.Join(g.path, engineFolder))); err != nil {
		g.env.Log.Warn("the old working copy could not be removed")
	}
	return out, g.rebuild(ctx, segments, out, progress, asked)
}

// reopenAhead takes the working copy from the engine where that is genuine
// and the journal has lost some of what it has.
func (g generation) reopenAhead(ctx context.Context, segments []segment, out *loaded, progress Progress, asked []uint64) bool {
	r := g.reader(progress)
	out.live = map[place]sum{}
	r.visit = func(e entry) error { apply(out.live, e.changes); return nil }
	found, err := r.read(ctx, segments, asked...)
	if err != nil {
		return false
	}
	behind := found.head.sequence < out.seal.head.sequence
	holes := found.head == out.seal.head && len(found.damaged)+len(found.missing) > 0
	if !behind && !holes {
		return false
	}
	if out.working, err = g.openSealed(*out.seal); err != nil {
		return false
	}
	out.reading, out.ahead = found, true
	return true
}

// chained says whether the journal, entry by entry, is the one that the seal
// names: then nothing of it need be opened. It gives nil where not.
func (g generation) chained(segments []segment, es engineSeal, asked []uint64) *reading {
	out := &reading{segments: segments, passed: map[uint64]sum{}, revision: es.revision, header: es.header, began: es.began}
	for _, s := range segments {
		out.size += s.size
	}
	out.without(func(s segment) bool { return len(s.spots) > 0 })
	for _, s := range out.segments {
		for _, sp := range s.spots {
			if len(s.strays) > 0 || sp.head.sequence != out.head.sequence+1 || sp.head.before != out.head.sum {
				return nil
			}
			out.head = position{sp.head.sequence, sp.sum}
			out.entries++
			out.last, out.tail = sp.offset, sp.end()
			for _, a := range asked {
				if a == sp.head.sequence {
					out.passed[a] = sp.sum
				}
			}
		}
	}
	if out.head != es.head {
		return nil
	}
	return out
}

// openSealed opens the engine that a seal vouches for.
func (g generation) openSealed(es engineSeal) (*working, error) {
	free, err := g.env.FreeSpace(g.path)
	if err != nil || free < spaceGuard {
		return nil, ErrNoSpace
	}
	if err := dropSeal(g.path); err != nil {
		return nil, err
	}
	e, err := openEngine(filepath.Join(g.path, engineFolder, es.folder), g.keys.Engine())
	if err != nil {
		return nil, err
	}
	return newWorking(g.boxer(), es.index, e), nil
}

// rebuild reads the whole journal and makes the working copy anew.
func (g generation) rebuild(ctx context.Context, segments []segment, out *loaded, progress Progress, asked []uint64) error {
	var err error
	if g.onDisk(segments) {
		out.reading, out.working, err = g.buildOnDisk(ctx, segments, progress, asked)
		if err == nil || ctx.Err() != nil || errors.Is(err, ErrLocked) {
			return err
		}
		g.env.Log.Warn("the working copy goes into memory, because the disk refused it")
	}
	out.reading, out.working, err = g.buildInMemory(ctx, segments, progress, asked)
	return err
}

// onDisk says whether the working copy belongs on the disk and fits there.
func (g generation) onDisk(segments []segment) bool {
	var size int64
	for _, s := range segments {
		size += s.size
	}
	free, err := g.env.FreeSpace(g.path)
	fits := err == nil && free >= spaceGuard+2*uint64(size)
	return fits && (g.env.Engine == EngineDisk || g.env.Engine == EngineAuto && size > memoryLimit)
}

func (g generation) buildInMemory(ctx context.Context, segments []segment, progress Progress, asked []uint64) (*reading, *working, error) {
	var b builder
	r := g.reader(progress)
	r.prepare = g.prepare
	r.visit = func(e entry) error { b.apply(e.head.sequence, e.edits); return nil }
	found, err := r.read(ctx, segments, asked...)
	if err != nil {
		return nil, nil, err
	}
	return found, newWorking(g.boxer(), b.index(), nil), nil
}

func (g generation) buildOnDisk(ctx context.Context, segments []segment, progress Progress, asked []uint64) (*reading, *working, error) {
	e, err := freshEngine(filepath.Join(g.path, engineFolder), g.boxer())
	if err != nil {
		return nil, nil, err
	}
	var b builder
	writing := e.begin()
	r := g.reader(progress)
	r.prepare = g.prepare
	r.visit = func(en entry) error {
		for i, ed := range en.edits {
			if err := writing.stage(ed, b.sizeOf(ed)); err != nil {
				return err
			}
			en.edits[i].item.box = nil
			b.apply(en.head.sequence, en.edits[i:i+1])
		}
		return nil
	}
	found, err := r.read(ctx, segments, asked...)
	progress.tell(StepBuild, 0, 0)
	if err == nil {
		err = writing.end()
	}
	if err != nil {
		return nil, nil, errors.Join(err, e.close())
	}
	return found, newWorking(g.boxer(), b.index(), e), nil
}

// prepare seals what an entry changed for the working copy and wipes the
// values.
func (g generation) prepare(e *entry) error {
	var err error
	e.edits, err = g.boxer().edits(e.changes)
	for i := range e.changes {
		clear(e.changes[i].value)
		e.changes[i].value = nil
	}
	return err
}
