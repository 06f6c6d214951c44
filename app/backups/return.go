package backups

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"
	"time"

	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// Return is getting back: a backup, opened with a key, and what restoring it
// would do. Close it when it is not wanted any more. Its work is done beside the
// window, one after the other, and Close waits for what is under way.
type Return struct {
	book  *wording.Book
	clock func() time.Time
	env   board.Environment
	// over is the board that would be replaced; nil where there is none.
	over *board.Board

	mu      sync.Mutex
	restore *board.Restore
	key     board.Key
	plan    board.Plan
}

// NewReturn begins one.
func NewReturn(env board.Environment, over *board.Board, book *wording.Book, clock func() time.Time) *Return {
	return &Return{book: book, clock: clock, env: env, over: over}
}

// Open reads a backup to its last byte and compares it with what is there.
func (r *Return) Open(path string, key func() (board.Key, error)) Work {
	return r.alone(func(ctx context.Context, tell func(wording.Text, int64, int64)) error {
		k, err := key()
		if err != nil {
			return err
		}
		r.letGo()
		r.key = k
		if r.restore, err = board.OpenBackup(ctx, r.env, path, k, r.over, telling(r.clock, tell)); err == nil {
			r.plan, err = r.restore.Plan(ctx, r.over, telling(r.clock, tell))
		}
		if err = cmp.Or(err, ctx.Err()); err != nil { // nobody may be there any more to close it
			r.letGo()
		}
		return err
	})
}

// alone is work during which nothing else is done with the backup.
func (r *Return) alone(w Work) Work {
	return func(ctx context.Context, tell func(wording.Text, int64, int64)) error {
		r.mu.Lock()
		defer r.mu.Unlock()
		if err := ctx.Err(); err != nil { // it may be closed already
			return err
		}
		return w(ctx, tell)
	}
}

// Close lets go of the backup, of what opened it and of what was planned.
func (r *Return) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.letGo()
}

func (r *Return) letGo() {
	if r.restore != nil {
		r.restore.Close()
	}
	r.restore, r.key, r.plan = nil, nil, board.Plan{}
}

// Change is what would become of some records: that they would be added, would
// change, or would be gone. Each line is one kind, with how many there are.
type Change struct {
	Title string
	Lines []string
}

// Caution is something to agree to first.
type Caution struct {
	ID    board.Caution
	Words string
	// Yes is what a person says to it; empty where the fingerprint is asked
	// for instead.
	Yes string
}

// ReturnState is what is shown before anything is restored.
type ReturnState struct {
	Made, Records string
	// Fingerprint is what the recovery kit has to show.
	Fingerprint string
	Changes     []Change
	// Same is said where nothing would be different.
	Same string
	// Again says what stays erased or withdrawn; it may be empty.
	Again    []string
	Cautions []Caution
	// Over: a board is replaced.
	Over bool
}

// State is what to show once it is open.
func (r *Return) State() ReturnState {
	told := r.restore.Told()
	s := ReturnState{Made: r.book.Date(record.DateOf(told.Made)), Records: r.book.Count(told.Records, "{n} record", "{n} records"), Fingerprint: told.Fingerprint, Over: r.plan.Over}
	s.Changes = r.changes()
	if len(s.Changes) == 0 {
		s.Same = r.book.Say("Nothing would be different: the backup holds what is here.")
	}
	if n := r.plan.Erased; n > 0 {
		s.Again = append(s.Again, r.book.Count(n, "{n} person or record that was erased stays erased.", "{n} people or records that were erased stay erased."))
	}
	if n := r.plan.Withdrawn; n > 0 {
		s.Again = append(s.Again, r.book.Count(n, "{n} consent that was taken back stays taken back.", "{n} consents that were taken back stay taken back."))
	}
	for _, c := range r.plan.Cautions {
		s.Cautions = append(s.Cautions, Caution{ID: c, Words: r.book.Render(c.Words()), Yes: r.yes(c)})
	}
	return s
}

// changes are what would be different, without what stays as it is.
func (r *Return) changes() []Change {
	coming := r.book.Say("Would be added")
	if !r.plan.Over {
		coming = r.book.Say("What is in it")
	}
	all := []Change{{Title: coming}, {Title: r.book.Say("Would change")}, {Title: r.book.Say("Would be gone")}}
	for _, k := range r.plan.Changes {
		for i, n := range []int{k.Added, k.Changed, k.Gone} {
			if n > 0 {
				all[i].Lines = append(all[i].Lines, r.book.Render(k.Words(n)))
			}
		}
	}
	return slices.DeleteFunc(all, func(c Change) bool { return len(c.Lines) == 0 })
}

func (r *Return) yes(c board.Caution) string {
	switch c {
	case board.CautionOlder:
		return r.book.Say("Go back to that day. What was done since may go.")
	case board.CautionErasures:
		return r.book.Say("I will forget those people again, and take back what they took back.")
	default:
		return ""
	}
}

// NameRow is somebody about whom something would change; where there is no board
// yet, somebody who is in the backup, and Says is empty.
type NameRow struct{ Name, Says string }

// Names opens the names, for a person who asks.
func (r *Return) Names(found *[]NameRow) Work {
	return r.alone(func(ctx context.Context, tell func(wording.Text, int64, int64)) error {
		people, err := r.restore.Names(ctx, r.over, r.plan, telling(r.clock, tell))
		for _, who := range people {
			row := NameRow{Name: who.Name}
			if r.plan.Over {
				row.Says = r.book.Render(who.Words())
			}
			*found = append(*found, row)
		}
		return err
	})
}

// Missing says what has to be agreed to still, or "".
func (r *Return) Missing(agreed map[board.Caution]bool) string {
	asked, missing := 0, false
	for _, c := range r.plan.Cautions {
		if c != board.CautionUnproven {
			asked, missing = asked+1, missing || !agreed[c]
		}
	}
	switch {
	case !missing:
		return ""
	case asked == 1:
		return r.book.Say("First tick the box that says yes to it, or go back.")
	default:
		return r.book.Say("First tick each box, or go back.")
	}
}

// Returned is what the lock says once it is restored: what the vault was put in
// place from, and which keys open it now.
func (r *Return) Returned() wording.Text {
	made := record.DateOf(r.restore.Told().Made)
	if r.plan.Over {
		return wording.T("A backup of {date} was put in place here. The keys that opened the vault until now open it, and no others.", "date", made)
	}
	return wording.T("This vault was put in place from a backup of {date}. Every key that opened it on that day opens it now.", "date", made)
}

// Bring restores over the board.
func (r *Return) Bring(agreed map[board.Caution]bool, fingerprint string) Work {
	return r.alone(func(ctx context.Context, tell func(wording.Text, int64, int64)) error {
		return r.restore.Over(ctx, r.over, r.plan, board.Agreed{Older: agreed[board.CautionOlder],
			Erasures: agreed[board.CautionErasures], Fingerprint: fingerprint}, telling(r.clock, tell))
	})
}

// Vacant is why no vault can be made in a folder, or "".
func (r *Return) Vacant(dir string) string {
	if dir == "" {
		return r.book.Say("Choose a folder for the vault.")
	}
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return r.book.Say("There is something in this folder already. Choose an empty one, or a new name.")
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return r.Explain(err)
	}
	return ""
}

// BringHome restores into a folder where there is no vault, and opens that
// with the key that opened the backup. found is given the board at once, so
// that it is closed whatever happens to the window.
func (r *Return) BringHome(dir string, agreed map[board.Caution]bool, fingerprint string, found func(*board.Board)) Work {
	a := board.Agreed{Older: agreed[board.CautionOlder], Erasures: agreed[board.CautionErasures], Fingerprint: fingerprint,
		Label: r.book.Say("The key of the backup")}
	return r.alone(func(ctx context.Context, tell func(wording.Text, int64, int64)) error {
		if err := r.restore.Into(ctx, dir, r.plan, a, telling(r.clock, tell)); err != nil {
			return err
		}
		// It is there now. Stopping would only leave it locked.
		closed, err := board.Open(r.env, dir)
		if err != nil {
			return err
		}
		b, _, err := closed.Unlock(context.WithoutCancel(ctx), r.key, telling(r.clock, tell))
		if err != nil {
			return errors.Join(err, closed.Close())
		}
		found(b)
		return nil
	})
}

// Explain puts an error into words.
func (r *Return) Explain(err error) string { return board.ExplainIn(r.book, err) }
