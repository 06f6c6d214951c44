package board

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"holdfast/assessment"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/store"
	"holdfast/wording"
)

// ErrLocked says that the board was locked meanwhile. Nothing was changed:
// unlock it again.
var ErrLocked = store.ErrLocked

// Board is an unlocked board. It may be used from several goroutines.
type Board struct {
	env     store.Environment
	opening Opening
	made    made
	// open is the vault, nil once it is locked.
	open atomic.Pointer[store.Store]
	// shown is what was read, nil until it is asked for. It changes under
	// keeping, and era counts the changes.
	shown   atomic.Pointer[roll]
	keeping sync.Mutex
	era     int64
	// acting lets one act happen at a time. Lock does not take it.
	acting sync.Mutex
	// dismissed holds the notices of the opening that were read.
	dismissed sync.Map
	// shipped are the rules that come with the program, read on first use.
	shipped func() (rule.Book, error)
	// questions are the instruments that do.
	questions func() ([]assessment.Instrument, error)
}

func newBoard(env store.Environment, opened *store.Store, opening Opening) *Board {
	b := &Board{env: env, opening: opening, shipped: sync.OnceValues(shippedRules),
		questions: sync.OnceValues(shippedInstruments)}
	b.open.Store(opened)
	return b
}

// Lock drops the keys and everything that was read, and gives the closed
// board back, which still holds the vault's place. It never waits: what is
// under way fails with ErrLocked. Locking again gives nil.
func (b *Board) Lock() *Closed {
	opened := b.open.Swap(nil)
	b.drop()
	if opened == nil {
		return nil
	}
	return &Closed{env: b.env, vault: opened.Lock()}
}

// Close locks, and lets go of the vault so that another Holdfast may open it.
// Closing twice does nothing.
func (b *Board) Close() error {
	if closed := b.Lock(); closed != nil {
		return closed.Close()
	}
	return nil
}

// Locked says whether the board was locked.
func (b *Board) Locked() bool { return b.open.Load() == nil }

// vault is the unlocked vault, or ErrLocked.
func (b *Board) vault() (*store.Store, error) {
	if opened := b.open.Load(); opened != nil {
		return opened, nil
	}
	return nil, ErrLocked
}

// view reads under one consistent state.
func (b *Board) view(read func(*store.Tx) error) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	return opened.View(read)
}

// work is one act under way.
type work struct {
	tx       *store.Tx
	env      store.Environment
	settings Settings
	// before is how everything stood before the act.
	before *roll
	// now is the instant of the act in the coordinator's zone.
	now time.Time
	// touched are the people whom the act concerns.
	touched []record.ID
}

// act does one act of a person: all of do under one transaction, one entry of
// the journal, durable before it returns. The snapshot then shows it.
func (b *Board) act(kind Kind, do func(*work) error) error {
	b.acting.Lock()
	defer b.acting.Unlock()
	before, era, err := b.rollNow()
	if err != nil {
		return err
	}
	opened, err := b.vault()
	if err != nil {
		return err
	}
	w := &work{env: b.env, settings: before.settings, before: before, now: b.in(before.settings)}
	err = opened.Act(string(kind), func(tx *store.Tx) error {
		w.tx, w.touched = tx, nil
		return do(w)
	})
	if err != nil {
		// What the vault holds is certain only after it was read again.
		if errors.Is(err, store.ErrNotCertain) {
			b.drop()
		}
		return err
	}
	b.refresh(before, era, w.touched)
	return nil
}

// today is the coordinator's day.
func (w *work) today() record.Date { return record.DateOf(w.now) }

func (w *work) touch(id record.ID) {
	if !slices.Contains(w.touched, id) {
		w.touched = append(w.touched, id)
	}
}

func (w *work) people() member.Service {
	return member.Service{
		People: store.In(w.tx, member.Schema()), Notes: store.In(w.tx, member.NoteSchema()),
		Random: w.env.Random, Today: w.today(), Custom: w.settings.Custom,
	}
}

func (w *work) contacts() contact.Service { return contacts(w.tx, w.env) }

func contacts(tx *store.Tx, env store.Environment) contact.Service {
	return contact.Service{
		Sheets: store.In(tx, contact.Schema()), Log: store.In(tx, contact.EntrySchema()), Random: env.Random,
	}
}

// in is the present instant in the zone of the settings.
func (b *Board) in(s Settings) time.Time { return b.env.Clock().In(s.Location()) }

// Now is the present instant in the coordinator's zone.
func (b *Board) Now() (time.Time, error) {
	r, err := b.roll()
	if err != nil {
		return time.Time{}, err
	}
	return b.in(r.settings), nil
}

// Warm reads what the first list and the first search need, so that they do
// not wait for it: on a large board that takes some hundred milliseconds, here
// and again after an act. Places are found in the language of the book; where
// none is given, in English. It stops early when ctx ends; everything is right
// without it.
func (b *Board) Warm(ctx context.Context, books ...*wording.Book) error {
	r, err := b.roll()
	if err != nil {
		return err
	}
	if _, _, err := b.Pay().pays(); err != nil {
		return err
	}
	if len(books) == 0 {
		books = []*wording.Book{wording.English()}
	}
	for _, book := range books {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.index(book)
	}
	return nil
}
