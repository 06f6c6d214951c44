package desktop

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"holdfast/app/backups"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/app/unlock"
	"holdfast/app/welcome"
	"holdfast/board"
	"holdfast/preference"
	"holdfast/wording"
)

// front is what is shown while no board is open.
func (d *Desktop) front(env *kit.Env) fyne.CanvasObject {
	if d.created.Load() && d.holder.board() == nil {
		d.abandon() // it was hidden with a recovery kit in sight
	}
	if d.making || !d.holder.there() {
		return d.welcome(env)
	}
	return unlock.New(env, unlock.Config{
		Begins:  d.holder.begins,
		Open:    d.holder.door,
		Opened:  d.opened,
		Another: d.another,
		Chosen:  &d.chosen,
		Notice:  d.holder.notice(),
	})
}

// abandon leaves the welcome screen. Where a vault was made already it is
// locked, and its recovery kit counts as never read back.
func (d *Desktop) abandon() {
	d.making, d.answers = false, nil
	d.created.Store(false)
	d.holder.lock()
}

// opened enters the board that a key opened. Whoever forgot the passphrase is
// led on to a new one.
func (d *Desktop) opened(b *board.Board, _ board.Opening, recover bool) {
	if d.holder.board() != b {
		d.shell.Front() // it was locked meanwhile
		return
	}
	d.Enter(b, d.holder.folder())
	if recover {
		d.shell.Go(route.NewPassphrase())
	}
}

// welcome leads to a new vault, or to one that is somewhere else.
func (d *Desktop) welcome(env *kit.Env) fyne.CanvasObject {
	if d.answers == nil {
		d.answers = welcome.NewModel(d.holder.folder(), d.cfg.Zone)
	}
	d.making = true
	cfg := welcome.Config{
		Folder: d.holder.folder(), Zone: d.cfg.Zone, Model: d.answers,
		Create: d.create, Open: d.open, Made: d.made, Speak: d.speak,
		SyncedFolder: func(dir string) string { return board.SyncedFolder(dir, d.cfg.Home) }, Random: board.SystemRandom(),
	}
	if d.holder.there() {
		cfg.Back = d.back
	}
	cfg.Restore = func() {
		d.holder.begins()
		d.coming = backups.ComeHome(env, backups.Home{Environment: d.cfg.Environment, From: d.cfg.Home, Folder: cfg.Folder,
			Synced: cfg.SyncedFolder, Found: d.found, Arrived: d.cameHome})
	}
	return welcome.New(env, cfg)
}

// found lets go of the vault that was held, and keeps the board that came back,
// so that whatever ends the window meanwhile closes it.
func (d *Desktop) found(b *board.Board, dir string, returned wording.Text) {
	_ = d.holder.letGo() // it was locked: nothing is lost
	d.holder.opened(b, dir)
	d.holder.returns(returned)
	if d.holder.late() {
		d.holder.lock() // whoever began may have gone
	}
}

// cameHome enters a board that was restored. Whoever came in with another key
// than a passphrase is led on to setting one.
func (d *Desktop) cameHome(b *board.Board, dir string, passphrase bool) {
	if d.holder.board() != b {
		d.back() // it was locked meanwhile: its lock is shown
		return
	}
	d.made(b, dir)
	var secret func()
	if !passphrase {
		secret = func() { d.shell.Go(route.NewPassphrase()) }
	}
	fingerprint, env := b.Opening().Fingerprint, d.shell.Env()
	env.Runner.After(0, func() { backups.Welcome(env, fingerprint, secret) })
}

// create lets go of the vault that is held and makes another one. The board
// is noted at once, so that whatever ends the window meanwhile closes it.
func (d *Desktop) create(ctx context.Context, dir string, begin board.Beginning) (*board.Board, *board.Kit, error) {
	if err := d.holder.letGo(); err != nil {
		return nil, nil, err
	}
	b, sheet, err := board.Create(ctx, d.cfg.Environment, dir, begin)
	if err == nil {
		d.holder.opened(b, dir)
		d.created.Store(true)
	}
	return b, sheet, err
}

// made enters a board that was just made.
func (d *Desktop) made(b *board.Board, dir string) {
	d.making, d.answers = false, nil
	d.created.Store(false)
	d.Enter(b, dir)
}

// open takes a vault that is somewhere else; then its lock is shown.
func (d *Desktop) open(dir string) error {
	before := d.holder.folder()
	if err := d.holder.choose(dir); err != nil {
		return err
	}
	if _, err := d.holder.door(); err != nil {
		return errors.Join(err, d.holder.choose(before))
	}
	d.back()
	return nil
}

// another shows the welcome screen in place of the lock, back the lock.
func (d *Desktop) another() {
	d.making = true
	d.shell.Front()
}

func (d *Desktop) back() {
	d.abandon()
	d.shell.Front()
}

// speak changes the language; the screen is made anew with what was answered.
func (d *Desktop) speak(l wording.Language) {
	_ = d.SetPreferences(func(s *preference.Settings) { s.Language = l }) // where it is not kept, it holds for this run
}
