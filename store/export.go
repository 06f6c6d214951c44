package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"holdfast/record"
	"holdfast/store/keyring"
)

// Past is one act, whole: what the journal still knows of it.
type Past struct {
	// Sequence numbers the acts of one Export, or of one restored vault, in
	// their order.
	Sequence uint64
	At       time.Time
	Holder   record.ID
	Kind     string
	Changes  []Change
}

// Change is what an act did to one record.
type Change struct {
	Collection string
	Key        record.Key
	Raw        []byte
	Deleted    bool
	// Current: no later act changed the record, so this is how it is now.
	Current bool
}

// Position is how far a vault had come.
type Position struct {
	Generation uint64   `json:"generation"`
	Sequence   uint64   `json:"sequence"`
	Sum        [32]byte `json:"-"`
}

// Export is everything in a vault as it was at one moment, for a backup. The
// vault goes on being used meanwhile. Close it.
type Export struct {
	// Position is where the journal stood, Roster who held keys.
	Position Position
	Roster   keyring.Roster
	// Records is how many there were in each collection, Bytes about how much
	// there is to read.
	Records map[string]int
	Bytes   int64

	store *Store
	gen   generation
	snap  *snapshot
	// ahead: the working copy has what the journal lost.
	ahead bool
}

// Export takes hold of this moment. It fails with ErrLocked.
func (s *Store) Export() (*Export, error) {
	s.writer.Lock()
	defer s.writer.Unlock()
	s.files.RLock()
	x, err := s.export()
	if err != nil {
		s.files.RUnlock()
		return nil, err
	}
	return x, nil
}

func (s *Store) export() (*Export, error) {
	header, ks, err := s.headerAndKeys()
	if err != nil {
		return nil, err
	}
	roster, err := header.Roster(ks)
	if err != nil {
		return nil, explain("list the keyholders", err)
	}
	snap, err := s.snapshot()
	if err != nil {
		return nil, err
	}
	x := &Export{Roster: roster, Records: map[string]int{}, Bytes: s.journal.size(),
		store: s, gen: s.gen, snap: snap, ahead: s.ahead}
	x.Position = Position{s.gen.scope.generation, s.journal.head.sequence, s.journal.head.sum}
	for name, items := range snap.index.collections {
		x.Records[name] = len(items)
	}
	return x, nil
}

// Close lets go of the moment.
func (x *Export) Close() {
	if x.snap != nil {
		x.snap.close()
		x.snap = nil
		x.store.files.RUnlock()
	}
}

// Sign signs a message as the vault (see keyring.Keyset.Sign).
func (x *Export) Sign(domain string, message []byte) ([]byte, error) {
	signature, err := x.gen.keys.Sign(domain, message)
	return signature, explain("sign a backup", err)
}

// Position is how far this vault has come.
func (s *Store) Position() Position {
	s.mu.Lock()
	defer s.mu.Unlock()
	return Position{s.gen.scope.generation, s.standing.head.sequence, s.standing.head.sum}
}

// Signed says whether this vault signed a message, now or under a signing key
// that it has retired.
func (s *Store) Signed(domain string, message, signature []byte) bool {
	s.mu.Lock()
	h := s.header
	s.mu.Unlock()
	return h.Verify(domain, message, signature)
}

// ErrRewritten says that the vault was written anew while it was being
// exported. Begin again.
var ErrRewritten = errors.New("the vault was written anew meanwhile")

var errEnough = errors.New("this is as far as the export goes")

// Each calls visit with every act, the oldest first; their values are valid
// during the call only. Everything that is in the vault comes up as Current
// exactly once. It fails with ErrLocked, with ErrRewritten, as ctx or visit
// does, or with ErrDamaged.
func (x *Export) Each(ctx context.Context, progress Progress, visit func(Past) error) error {
	ctx, cancel := x.store.context(ctx)
	defer cancel()
	err := x.each(ctx, progress, visit)
	if err == nil {
		return nil
	}
	if errors.Is(err, ErrLocked) && !x.store.isLocked() {
		return ErrRewritten
	}
	return ended(ctx, err)
}

func (x *Export) each(ctx context.Context, progress Progress, visit func(Past) error) error {
	segments, err := walkAll(x.store.env.disk, x.gen.path, false)
	if err != nil {
		return err
	}
	var there map[place]sum
	if x.ahead {
		there = map[place]sum{}
	}
	current := currentIn(x.snap.index)
	last := uint64(0)
	var changes []Change
	r := x.gen.reader(func(_ Step, done, total int64) { progress.tell(StepRead, done, total) })
	r.unchained = !x.ahead
	r.visit = func(e entry) error {
		if e.head.sequence > x.Position.Sequence {
			return errEnough
		}
		last = e.head.sequence
		if e.form == formWhole || e.kind == KindContinued || e.kind == KindHeaderNoted {
			return nil
		}
		if there != nil {
			apply(there, e.changes)
		}
		p := past(e.head.sequence, e.content, changes[:0], current.is)
		changes = p.Changes // its memory is used again
		return visit(p)
	}
	found, err := r.read(ctx, segments)
	if err != nil && !errors.Is(err, errEnough) {
		return err
	}
	if there != nil {
		return x.rest(there, last, visit)
	}
	if found != nil && len(found.damaged)+len(found.missing) > 0 {
		return fmt.Errorf("%w: its journal was whole when it was unlocked", ErrDamaged)
	}
	for name, n := range x.Records {
		if current.seen(name) != n {
			return fmt.Errorf("%w: not every record is in the journal", ErrDamaged)
		}
	}
	return nil
}

// rest gives what only the working copy has.
func (x *Export) rest(there map[place]sum, last uint64, visit func(Past) error) error {
	return x.snap.differences(there, Filter{}, func(changes []change) error {
		last++
		c := content{at: x.store.env.Clock(), holder: x.gen.keys.Holder(), kind: KindHealed, changes: changes}
		return visit(past(last, c, nil, func(uint64, change) bool { return true }))
	})
}

// past appends the changes of an act to memory that nothing else is in.
func past(sequence uint64, c content, memory []Change, current func(uint64, change) bool) Past {
	p := Past{Sequence: sequence, At: c.at, Holder: c.holder, Kind: c.kind, Changes: slices.Grow(memory, len(c.changes))}
	for _, ch := range c.changes {
		p.Changes = append(p.Changes, Change{Collection: ch.collection, Key: ch.key, Raw: ch.value, Deleted: ch.deleted,
			Current: !ch.deleted && current(sequence, ch)})
	}
	return p
}
