package desktop

import (
	"context"
	"time"

	"holdfast/app"
	"holdfast/app/backups"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/wording"
)

// lookForQuiet is how often it is looked whether a backup is due and nobody is
// at work, quiet how long nobody must have touched anything.
const (
	lookForQuiet = time.Minute
	quiet        = time.Minute
)

func (d *Desktop) openBackups(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, _ route.Route, _ []byte) kit.Screen {
		return backups.New(desk, b, backups.Config{Environment: d.cfg.Environment, Restored: d.restored, Close: d.cfg.Quit})
	}
}

// backupsToLookAt is how many backups need a look.
func backupsToLookAt(b *board.Board) func() int {
	return func() int {
		waiting, err := b.Backups().Waiting()
		if err != nil {
			return 0
		}
		return waiting
	}
}

// restored locks the board that was put in place, so that it is opened anew;
// the lock says what lies there now.
func (d *Desktop) restored(returned wording.Text) {
	d.holder.returns(returned)
	d.shell.LockNow(app.Asked)
}

// backUpWhenQuiet makes a backup by itself when one is due and nobody is at
// work. Locking takes the vault away from it, and nothing is left half-written.
func (d *Desktop) backUpWhenQuiet(b *board.Board) {
	runner := d.shell.Env().Runner
	runner.After(lookForQuiet, func() {
		if d.holder.board() != b {
			return
		}
		if d.backing == nil && d.shell.Untouched() >= quiet {
			d.backing = kit.Start(runner, func(ctx context.Context, _ func(kit.Progress)) (bool, error) {
				due, err := b.Backups().Due()
				if err != nil || !due {
					return false, err
				}
				_, err = b.Backups().Automatic(ctx, nil)
				return err == nil, err
			}, nil, d.backedUp)
		}
		d.backUpWhenQuiet(b)
	})
}

// backedUp says so; what went wrong stands on Today, where a backup is due.
func (d *Desktop) backedUp(made bool, _ error) {
	d.backing = nil
	if made {
		d.shell.Say(d.shell.Env().Say("A backup was made and read back."), nil)
		d.shell.Again()
	}
}
