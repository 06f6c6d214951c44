package welcome

import (
	"context"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/passphrase"
	"holdfast/board"
)

// made is what came of making the vault.
type made struct {
	board *board.Board
	kit   *board.Kit
}

// secret asks for the passphrase, and shows the work that follows.
func (v *view) secret() fyne.CanvasObject {
	v.model.Go(Passphrase)
	if name := v.model.name(); v.form == nil || v.formFor != name {
		v.formFor = name
		v.form = passphrase.NewForm(v.env, passphrase.Fresh{Random: v.cfg.Random, Words: []string{name}},
			passphrase.Words{First: v.env.Say("Passphrase"), Again: v.env.Say("The passphrase once more")})
		v.form.Changed = func() { v.wizard.Refresh() }
		v.form.Submitted = func() { v.wizard.Forward() }
	}
	v.focusAtFirst = v.form.Focus
	v.showSecret()
	return v.place
}

// showSecret is the form, or what is being done.
func (v *view) showSecret() {
	state := v.model.State()
	switch {
	case state.Making:
		bar := kit.NewProgressBar(v.env, v.stop)
		bar.Say(v.env.Say("Making the keys. The computer is measured first, so that guessing stays slow; this takes a few seconds."))
		v.place.Set(bar)
	case state.Trouble != "":
		v.place.Set(kit.Stack(kit.Gap, kit.Banner(kit.Notice{Tone: kit.Care, Lead: v.env.Say("The vault was not made."),
			Text: state.Trouble, Inset: true}), v.form.Object()))
	default:
		v.place.Set(v.form.Object())
		v.form.SetMistake(state.SecretMistake)
	}
	v.wizard.Refresh()
}

func (v *view) leaveSecret() bool {
	if !v.model.State().Making {
		v.form.Take(v.make)
	}
	return false
}

// make makes the vault beside the window.
func (v *view) make(text string) {
	begin, dir := v.model.Begin(text), v.model.State().Folder
	v.showSecret()
	v.wizard.Next.Disable()
	v.wizard.Back.Disable()
	job := kit.Start(v.env.Runner, func(ctx context.Context, _ func(kit.Progress)) (made, error) {
		b, sheet, err := v.cfg.Create(ctx, dir, begin)
		if err == nil && ctx.Err() != nil { // nobody is there any more to be given the board
			return made{}, b.Close()
		}
		return made{b, sheet}, err
	}, nil, v.wasMade)
	v.model.stop = job.Cancel
}

func (v *view) stop() { v.model.stop() }

func (v *view) wasMade(m made, err error) {
	if err == nil && m.board == nil {
		err = context.Canceled
	}
	if err == nil {
		v.form.Clear()
	}
	v.model.Created(m.board, m.kit, err)
}
