package store

import (
	"errors"
	"sync"
	"time"

	"github.com/dgraph-io/badger/v4"

	"holdfast/record"
)

// working is the working copy: the live records, as the journal made them. It
// can be thrown away and made anew at any time.
type working struct {
	boxer
	// engine holds the boxes of a large vault; nil where they lie in memory.
	engine *engine

	// readers are the snapshots that are not closed yet.
	readers sync.WaitGroup
	mu      sync.RWMutex
	index   *index
	retired bool
}

func newWorking(b boxer, ix *index, e *engine) *working {
	return &working{boxer: b, index: ix, engine: e}
}

// snapshot is the working copy at one moment.
type snapshot struct {
	boxer
	index  *index
	engine *engine
	txn    *badger.Txn
	done   func()
}

// snapshot must be closed. It is nil once the working copy is retired.
func (w *working) snapshot() *snapshot {
	// The lock is held for this moment only: a reader sees a large act whole
	// or not at all, and holds up nobody.
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.retired {
		return nil
	}
	s := &snapshot{boxer: w.boxer, index: w.index, engine: w.engine, done: w.readers.Done}
	w.readers.Add(1)
	if w.engine != nil {
		s.txn = w.engine.db.NewTransaction(false)
	}
	return s
}

// retire ends the working copy for new readers, waits a while for those that
// it has, and closes its engine. An error means that the engine's folder is
// not to be trusted.
func (w *working) retire() error {
	w.mu.Lock()
	w.retired = true
	w.mu.Unlock()
	left := make(chan struct{})
	go func() {
		w.readers.Wait()
		close(left)
	}()
	select {
	case <-left:
	case <-time.After(engineLimit):
		return errors.New("close the working copy: it is still being read")
	}
	if w.engine == nil {
		return nil
	}
	return w.engine.close()
}

func (s *snapshot) close() {
	if s.txn != nil {
		s.txn.Discard()
	}
	s.done()
}

// box is the sealed value of an item.
func (s *snapshot) box(collection string, it item) ([]byte, error) {
	if s.engine == nil {
		return it.box, nil
	}
	return s.engine.get(s.txn, collection, it)
}

// value appends the value of an item to dst.
func (s *snapshot) value(dst []byte, collection string, it item) ([]byte, error) {
	box, err := s.box(collection, it)
	if err != nil {
		return nil, err
	}
	return s.open(dst, collection, it.key, box)
}

// find reads one record; record.ErrNotFound where there is none.
func (s *snapshot) find(collection string, key record.Key) ([]byte, error) {
	it, ok := s.index.find(collection, key)
	if !ok {
		return nil, record.ErrNotFound
	}
	return s.value(nil, collection, it)
}

// apply makes the edits of one act visible, all at once. Where it fails, the
// working copy is retired and has to be made anew.
func (w *working) apply(act uint64, edits []edit) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.engine != nil {
		if err := w.write(edits); err != nil {
			// Badger would let the next reader wait for ever.
			w.retired = true
			return err
		}
		for i := range edits {
			edits[i].item.box = nil
		}
	}
	for i := range edits {
		edits[i].item.act = act
	}
	w.index = w.index.with(edits)
	return nil
}

// date says which act put the records of these changes, which are in the
// working copy already.
func (w *working) date(act uint64, changes []change) {
	w.mu.Lock()
	defer w.mu.Unlock()
	var edits []edit
	for _, c := range changes {
		if it, ok := w.index.find(c.collection, c.key); ok {
			it.act = act
			edits = append(edits, edit{collection: c.collection, item: it})
		}
	}
	w.index = w.index.with(edits)
}

func (w *working) write(edits []edit) error {
	writing := w.engine.begin()
	for _, e := range edits {
		old, _ := w.index.find(e.collection, e.item.key)
		if err := writing.stage(e, old.size); err != nil {
			return err
		}
	}
	return writing.end()
}

// inMemory is the same working copy with its boxes in memory.
func (s *snapshot) inMemory() (*working, error) {
	ix := &index{collections: make(map[string][]item, len(s.index.collections))}
	for name, items := range s.index.collections {
		copied := make([]item, len(items))
		for i, it := range items {
			box, err := s.box(name, it)
			if err != nil {
				return nil, err
			}
			copied[i] = item{key: it.key, box: box, size: it.size, act: it.act}
		}
		ix.collections[name] = copied
	}
	return newWorking(s.boxer, ix, nil), nil
}
