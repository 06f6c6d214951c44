package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"

	"holdfast/record"
	"holdfast/store/internal/seal"
)

// engine is a working copy on the disk, for vaults too large to be held in
// memory: Badger, with sealed values under keys that tell nothing.
type engine struct {
	db  *badger.DB
	key *seal.Key
	// limit is engineLimit.
	limit time.Duration
	// failed: a write has failed. Badger may then wait for ever or end the
	// process, so nothing is asked of it any more.
	failed atomic.Bool
}

// chunk is the longest value given to Badger, which ends the process where a
// value is longer than its memory table allows.
const chunk = 128 << 10

// engineLimit is how long an engine may take for a write or for closing: once
// a write has failed, Badger waits for ever.
const engineLimit = 10 * time.Second

// openEngine opens a folder that Badger left in order, or an empty one. Any
// other must not come here: Badger deletes what it does not understand and
// ends the process over what is damaged (doc/decisions/0001-journal-is-truth.md).
func openEngine(path string, key *seal.Key) (*engine, error) {
	db, err := badger.Open(badger.DefaultOptions(path).
		WithLogger(nil). // its messages name paths and keys
		WithMemTableSize(4 << 20).
		WithNumMemtables(2).
		WithValueThreshold(256 << 10). // above chunk: the value log stays empty
		WithValueLogFileSize(1 << 20).
		WithNumLevelZeroTables(2).
		WithNumLevelZeroTablesStall(4).
		WithNumCompactors(2).
		WithBlockCacheSize(2 << 20).
		WithIndexCacheSize(2 << 20).
		WithCompression(options.None).
		WithMetricsEnabled(false).
		WithCompactL0OnClose(false).
		WithDetectConflicts(false)) // there is one writer
	if err != nil {
		return nil, explain("open the working copy", err)
	}
	return &engine{db: db, key: key, limit: engineLimit}, nil
}

// freshEngine makes an empty engine, in a folder of a name of its own: one
// that was given up in this process may still write where it was.
func freshEngine(root string, b boxer) (*engine, error) {
	id, err := record.NewID(b.random)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(root, string(id))
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, explain("make a working copy", err)
	}
	return openEngine(path, b.key)
}

// folder is the name of the folder that this engine lies in.
func (e *engine) folder() string { return filepath.Base(e.db.Opts().Dir) }

// name is the key of a record in Badger: 16 bytes that all records of one
// owner share, so that they lie together, and 16 of its own.
func (e *engine) name(collection string, key record.Key) ([]byte, error) {
	owner, err := e.key.MAC([]byte("owner"), []byte(collection), []byte(key.First()))
	if err != nil {
		return nil, explain("name a record", err)
	}
	whole, err := e.key.MAC([]byte("record"), []byte(collection), []byte(key))
	if err != nil {
		return nil, explain("name a record", err)
	}
	return append(owner[:16:16], whole[:16]...), nil
}

// writing is a number of edits on their way into the engine, in as many
// transactions as they need.
type writing struct {
	*engine
	batch *badger.WriteBatch
}

func (e *engine) begin() writing { return writing{e, e.db.NewWriteBatch()} }

// stage adds an edit; before is the length of the box that the record had, 0
// for none.
func (w writing) stage(ed edit, before int) error {
	name, err := w.name(ed.collection, ed.item.key)
	if err != nil {
		return err
	}
	parts := 0
	for rest := ed.item.box; !ed.deleted && len(rest) > 0; parts++ {
		n := min(chunk, len(rest))
		if err := w.batch.Set(part(name, parts), rest[:n]); err != nil {
			return explain("write the working copy", err)
		}
		rest = rest[n:]
	}
	for old := chunks(before); old > parts; old-- {
		if err := w.batch.Delete(part(name, old-1)); err != nil {
			return explain("write the working copy", err)
		}
	}
	return nil
}

// end waits for everything that was staged, within the limit.
func (w writing) end() error {
	err := w.within(w.batch.Flush)
	w.failed.Store(err != nil)
	return explain("write the working copy", err)
}

// within gives work up that takes longer than the limit.
func (e *engine) within(work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	late := time.NewTimer(e.limit)
	defer late.Stop()
	select {
	case err := <-done:
		return err
	case <-late.C:
		return errors.New("the engine does not answer")
	}
}

// get reads the box of an item as one transaction sees it.
func (e *engine) get(txn *badger.Txn, collection string, it item) (box []byte, err error) {
	// A reader that came before the failure finds tables that are gone.
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("%w: the engine failed", ErrDamaged)
		}
	}()
	if e.failed.Load() {
		return nil, fmt.Errorf("%w: the engine failed", ErrDamaged)
	}
	name, err := e.name(collection, it.key)
	if err != nil {
		return nil, err
	}
	box = make([]byte, 0, it.size)
	for i := range chunks(it.size) {
		got, err := txn.Get(part(name, i))
		if err == nil {
			err = got.Value(func(v []byte) error { box = append(box, v...); return nil })
		}
		if err != nil {
			return nil, fmt.Errorf("%w: a record is missing from the working copy: %w", ErrDamaged, err)
		}
	}
	return box, nil
}

func chunks(size int) int { return (size + chunk - 1) / chunk }

func part(name []byte, i int) []byte {
	return binary.BigEndian.AppendUint16(append(make([]byte, 0, len(name)+2), name...), uint16(i))
}

// close closes the engine within the limit. An error, or more time, means that
// its folder is not to be trusted.
func (e *engine) close() error {
	if e.failed.Load() {
		return errors.New("the engine failed and is left as it is")
	}
	return explain("close the working copy", e.within(e.db.Close))
}

// engineFile is a file, or a folder, of the engine.
type engineFile struct {
	name string // within the engine's folder, with strokes
	sum  sum    // zeros for a folder
}

// engineFiles is everything in the engine's folder, in a fixed order.
func engineFiles(root string) ([]engineFile, error) {
	var files []engineFile
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		f := engineFile{name: filepath.ToSlash(name)}
		switch {
		case d.Type().IsRegular():
			f.sum, err = sumOf(path)
		case !d.IsDir():
			err = ErrLinked
		}
		files = append(files, f)
		return err
	})
	return files, explain("read the working copy", err)
}

func sumOf(path string) (sum, error) {
	f, err := openPlain(path, os.O_RDONLY)
	if err != nil {
		return sum{}, err
	}
	s, err := seal.SumOf(f)
	return s, errors.Join(err, f.Close())
}
