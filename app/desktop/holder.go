package desktop

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"

	"holdfast/app/unlock"
	"holdfast/board"
	"holdfast/wording"
)

// holder keeps the one vault of the window: not held, closed, open, or given to
// a sitting, from which there is no way to the board without a key. It is
// used from the window and from beside it.
type holder struct {
	env board.Environment

	mu     sync.Mutex
	dir    string
	closed *board.Closed
	open   *board.Board
	sits   *board.Sitting
	// returned is what the lock says of the vault, once a backup was put in its
	// place, until it is opened.
	returned wording.Text
	// alarms counts what should have locked while no board was shown, began is
	// how many there were when somebody last tried a key.
	alarms, began int
}

// entry is the way in through a closed vault, as it is at one moment. What a
// key opens is kept by the holder at once, so that whatever ends or hides the
// window meanwhile locks it.
type entry struct {
	*board.Closed
	holder *holder
}

// Unlock opens the vault, unless it should be locked by then.
func (e entry) Unlock(ctx context.Context, key board.Key, progress board.Progress) (*board.Board, board.Opening, error) {
	b, opening, err := e.Closed.Unlock(ctx, key, progress)
	if err != nil {
		return nil, opening, err
	}
	if !e.holder.entered(e, b) {
		return nil, board.Opening{}, context.Canceled
	}
	if err := ctx.Err(); err != nil {
		e.holder.lock()
		return nil, board.Opening{}, err
	}
	return b, opening, nil
}

// entered keeps a board that was opened, or locks it where that is too late.
func (h *holder) entered(e entry, b *board.Board) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	switch {
	case h.closed != e.Closed: // let go of meanwhile
		_ = b.Close()
		return false
	case h.alarms != h.began:
		h.closed = b.Lock()
		return false
	}
	h.open, h.closed, h.sits = b, nil, nil
	return true
}

// begins says that somebody tries a key, or begins to restore a backup.
func (h *holder) begins() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.began = h.alarms
}

// late says whether something should have locked since.
func (h *holder) late() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.alarms != h.began
}

// alarm locks what is open and not shown yet, and what is just being opened.
func (h *holder) alarm() {
	h.mu.Lock()
	h.alarms++
	h.mu.Unlock()
	h.lock()
}

// there says whether there is a vault in the folder, or something that looks
// as if there were one: a folder that cannot be read is not an invitation to
// begin a new one.
func (h *holder) there() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := os.Lstat(filepath.Join(h.dir, "vault.json"))
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return true
	}
	entries, err := os.ReadDir(h.dir)
	return len(entries) > 0 || (err != nil && !errors.Is(err, fs.ErrNotExist))
}

// folder is where the vault lies.
func (h *holder) folder() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.dir
}

// door takes hold of the vault, unless it is held already. While a lock is
// under way it waits for its end.
func (h *holder) door() (unlock.Door, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed == nil {
		closed, err := board.Open(h.env, h.dir)
		if err != nil {
			return nil, err
		}
		h.closed = closed
	}
	return entry{h.closed, h}, nil
}

// opened keeps the board that was opened, or made in dir.
func (h *holder) opened(b *board.Board, dir string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.open, h.closed, h.sits, h.dir, h.returned = b, nil, nil, dir, wording.Text{}
}

// returns keeps what the lock is to say, and notice is that.
func (h *holder) returns(said wording.Text) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.returned = said
}

func (h *holder) notice() wording.Text {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.returned
}

// sat lets go of the board for a sitting.
func (h *holder) sat(s *board.Sitting) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.open, h.sits = nil, s
}

// sitting is the one that is going on, or nil.
func (h *holder) sitting() *board.Sitting {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.sits
}

// lock drops the board; the vault stays held.
func (h *holder) lock() {
	h.mu.Lock()
	defer h.mu.Unlock()
	switch {
	case h.sits != nil:
		h.closed = h.sits.Lock()
	case h.open != nil:
		h.closed = h.open.Lock()
	default:
		return
	}
	h.open, h.sits = nil, nil
	// What the standard library keeps of a signing key goes only with the
	// second collection; the rest of what was shown goes with the first.
	runtime.GC()
	debug.FreeOSMemory()
}

// choose lets go of the vault and takes another folder.
func (h *holder) choose(dir string) error {
	err := h.letGo()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.dir, h.returned = dir, wording.Text{}
	return err
}

// letGo locks where something is open, and lets go of the vault.
func (h *holder) letGo() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	var err error
	if h.sits != nil {
		h.closed = h.sits.Lock()
	}
	if h.open != nil {
		err = h.open.Close()
	}
	if h.closed != nil {
		err = errors.Join(err, h.closed.Close())
	}
	h.open, h.closed, h.sits = nil, nil, nil
	return err
}

// board is the open board, or nil.
func (h *holder) board() *board.Board {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.open
}
