package store

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"holdfast/record"
	"holdfast/store/keyring"
)

// Store is an unlocked vault. It may be used from several goroutines: reading
// goes on while something is saved, and acts are saved one after the other.
type Store struct {
	vault *Vault
	env   Environment
	dir   folder

	// writer is held for one act, rewrite or change of the keyholders.
	writer  sync.Mutex
	journal *journal
	// ahead: the journal has holes; a rewrite mends it.
	ahead bool

	// files is held for reading while somebody reads the journal's files, so
	// that a rewrite does not remove them meanwhile.
	files sync.RWMutex

	// life ends with Lock; shut is closed when everything is closed after it.
	life context.Context
	end  context.CancelCauseFunc
	shut chan struct{}

	mu sync.Mutex // what follows; held for moments only
	// changed is told when work or locked changes.
	changed *sync.Cond
	locked  bool
	gen     generation
	header  *keyring.Header
	work    *working
	drafts  *drafts
	// standing is where the working copy stands in the journal.
	standing engineSeal
	// keys are all keys that Lock has to wipe.
	keys []*keyring.Keyset
	// anchor is the present one; anchored is when it was last given away.
	anchor   []byte
	anchored time.Time
	// unfinished are names of what a rewrite could not remove.
	unfinished []string
}

func newStore(v *Vault, g generation, h *keyring.Header, w *working, j *journal, d *drafts, unfinished []string) *Store {
	s := &Store{
		vault: v, env: v.env, dir: v.dir, journal: j, gen: g, header: h, work: w, drafts: d,
		keys: []*keyring.Keyset{g.keys}, unfinished: unfinished,
		shut: make(chan struct{}),
	}
	s.changed = sync.NewCond(&s.mu)
	s.life, s.end = context.WithCancelCause(context.Background())
	s.stand()
	return s
}

// stand notes where the working copy stands, once an act is in it.
func (s *Store) stand() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.standing = engineSeal{
		head: s.journal.head, revision: s.journal.revision, header: s.journal.header,
		began: s.journal.began, index: s.work.index,
	}
}

// ID is the vault's random identifier.
func (s *Store) ID() record.ID { return s.vault.id }

// Shares says whether a file or folder that is there lies on the disk of the
// vault, as far as the system tells.
func (s *Store) Shares(path string) bool {
	here, err := s.env.Device(string(s.dir))
	there, err2 := s.env.Device(path)
	return err == nil && err2 == nil && here == there
}

// Holder is the keyholder that opened the vault.
func (s *Store) Holder() record.ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gen.keys.Holder()
}

// Unfinished names what an erasing rewrite could not remove from the disk yet;
// as long as there is any, the erasing is not finished, and a person is told.
func (s *Store) Unfinished() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.unfinished)
}

func (s *Store) isLocked() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.locked
}

// holdKeys makes sure that Lock wipes these keys too. Where the vault is
// locked already, it wipes them and fails with ErrLocked.
func (s *Store) holdKeys(ks *keyring.Keyset) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.locked {
		ks.Wipe()
		return ErrLocked
	}
	s.keys = append(s.keys, ks)
	return nil
}

// snapshot is the working copy as it is now. Close it.
func (s *Store) snapshot() (*snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		w := s.work
		if s.locked {
			return nil, ErrLocked
		}
		s.mu.Unlock()
		snap := w.snapshot()
		s.mu.Lock()
		if snap != nil {
			return snap, nil
		}
		for s.work == w && !s.locked {
			s.changed.Wait()
		}
	}
}

// Lock wipes every key at once and never waits for anybody: what is being
// read or written fails with ErrLocked, but for a save that the disk is
// confirming already. The files are closed afterwards; the Vault that it gives
// can be unlocked again. Locking twice does no harm.
func (s *Store) Lock() *Vault {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.locked {
		return s.vault
	}
	s.locked = true
	var half *halfSeal
	if s.work.engine != nil {
		var err error
		s.standing.folder = s.work.engine.folder()
		half, err = beginSeal(s.gen.keys.Engine(), s.work.boxer, s.gen.scope, s.standing)
		if err != nil {
			s.env.Log.Warn("the working copy will be made anew")
		}
	}
	for _, ks := range s.keys {
		ks.Wipe()
	}
	s.end(ErrLocked)
	s.changed.Broadcast()
	go s.shutDown(half)
	return s.vault
}

// shutDown closes the files, once nobody writes to them any more.
func (s *Store) shutDown(half *halfSeal) {
	defer close(s.shut)
	s.writer.Lock()
	defer s.writer.Unlock()
	clean := s.journal.close() == nil && !s.journal.broken
	if err := s.work.retire(); err != nil {
		clean = false
	}
	if half != nil {
		if !clean || half.head != s.journal.head {
			half.once.Wipe()
		} else if err := half.finish(s.work.boxer, s.gen.path); err != nil {
			s.env.Log.Warn("the working copy will be made anew")
		}
	}
	s.saveAnchor()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.work, s.drafts, s.standing = nil, nil, engineSeal{}
}

func (s *Store) waitShut(ctx context.Context) error {
	select {
	case <-s.shut:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close locks the vault, waits for its files to be closed, and lets go of it.
// Where the vault was unlocked again after Lock, the later Store has it, and
// nothing happens.
func (s *Store) Close() error {
	s.Lock()
	return s.vault.closeWith(s)
}

// anchorEvery is how often, at most, an anchor is given away while acts are
// saved; locking gives the last.
const anchorEvery = time.Minute

// rememberPosition seals the present position as an anchor, and gives it away
// when it is time.
func (s *Store) rememberPosition(now bool) {
	if s.env.Anchor == nil {
		return
	}
	a := anchor{generation: s.gen.scope.generation, position: s.journal.head}
	raw, err := a.seal(s.gen.keys.Anchor(), s.work.boxer, s.gen.scope)
	if err != nil {
		return // locked meanwhile
	}
	at := s.env.Clock()
	s.mu.Lock()
	s.anchor = raw
	now = now || at.Sub(s.anchored) >= anchorEvery || at.Before(s.anchored)
	if now {
		s.anchored = at
	}
	s.mu.Unlock()
	if now {
		s.saveAnchor()
	}
}

func (s *Store) saveAnchor() {
	s.mu.Lock()
	raw := s.anchor
	s.mu.Unlock()
	if s.env.Anchor == nil || raw == nil {
		return
	}
	if err := s.env.Anchor.Save(s.vault.id, raw); err != nil {
		s.env.Log.Warn("the anchor could not be kept")
	}
}

// context ends when ctx does or when the vault is locked.
func (s *Store) context(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	stop := context.AfterFunc(s.life, func() { cancel(ErrLocked) })
	return ctx, func() { stop(); cancel(nil) }
}

// ended says why work was given up: locked, or as ctx says.
func ended(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); errors.Is(cause, ErrLocked) {
		return ErrLocked
	}
	return err
}
