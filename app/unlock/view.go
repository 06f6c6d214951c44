package unlock

import (
	"context"

	"fyne.io/fyne/v2"

	"holdfast/app/keyway"
	"holdfast/app/keyway/keyform"
	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/wording"
)

// Config is what the screen needs from around it.
type Config struct {
	// Begins, where it is set, is told that a key is about to be tried.
	Begins func()
	// Open takes hold of the vault; it is called for each try, beside the
	// window.
	Open func() (Door, error)
	// Opened is given the board; recover says that the passphrase was
	// forgotten, so that a new one is to be set.
	Opened func(b *board.Board, opening board.Opening, recover bool)
	// Another leads to another vault, or to a new one.
	Another func()
	// Notice is what there is to say of the vault before it is opened; it may
	// be empty, and names nobody.
	Notice wording.Text
	// Chosen is what was chosen from the disk before; it is kept up to date.
	Chosen *keyway.Chosen
}

// opened is what a try found.
type opened struct {
	board   *board.Board
	opening board.Opening
}

// view draws a Model.
type view struct {
	env   *kit.Env
	cfg   Config
	model *Model
	job   *kit.Job

	form    *keyform.Form
	head    *kit.Slot
	trouble *kit.Slot
	body    *kit.Slot
	doing   *kit.Slot
	below   *kit.Slot
}

// New makes the screen.
func New(env *kit.Env, cfg Config) fyne.CanvasObject {
	if cfg.Chosen == nil {
		cfg.Chosen = &keyway.Chosen{}
	}
	v := &view{env: env, cfg: cfg, model: NewModel(env.Book), head: kit.NewSlot(nil),
		trouble: kit.NewSlot(nil), body: kit.NewSlot(nil), doing: kit.NewSlot(nil), below: kit.NewSlot(nil)}
	v.form = keyform.New(env, keyway.ByPassphrase, *cfg.Chosen)
	v.form.Submitted = v.try
	v.redraw()
	env.Runner.After(0, v.form.Focus) // once the window shows it
	return kit.NewScroll(kit.Middle(420, kit.Stack(18, v.head, v.trouble, v.body, v.doing, v.below)))
}

// choose shows the fields of a kind of key.
func (v *view) choose(way keyway.Way) {
	v.model.Choose(way)
	v.form.Choose(way)
	v.redraw()
	v.form.Focus()
}

func (v *view) forgot() {
	v.model.Forgot()
	v.redraw()
}

func (v *view) recover(way string) {
	v.model.Recover(keyway.Way(way))
	v.form.Choose(keyway.Way(way))
	v.redraw()
	v.form.Focus()
}

func (v *view) back() {
	v.model.Back()
	if v.model.State().Page == Unlocking {
		v.choose(keyway.ByPassphrase)
		return
	}
	v.redraw()
}

// try takes what was typed and begins.
func (v *view) try() {
	makeKey := v.form.Take()
	*v.cfg.Chosen = v.form.Model().Chosen()
	if makeKey == nil || !v.model.Begin() {
		v.redraw()
		return
	}
	if v.cfg.Begins != nil {
		v.cfg.Begins()
	}
	v.redraw()
	v.job = kit.Start(v.env.Runner, func(ctx context.Context, _ func(kit.Progress)) (opened, error) {
		return v.work(ctx, makeKey)
	}, nil, v.ended)
}

func (v *view) work(ctx context.Context, makeKey keyway.Make) (opened, error) {
	key, err := makeKey()
	if err != nil {
		return opened{}, err
	}
	door, err := v.cfg.Open()
	if err != nil {
		return opened{}, err
	}
	b, opening, err := door.Unlock(ctx, key, nil)
	return opened{b, opening}, err
}

func (v *view) ended(o opened, err error) {
	if err != nil && v.form.Failed(err) {
		v.model.Ended(nil)
	} else {
		v.model.Ended(err)
	}
	if err == nil {
		v.cfg.Opened(o.board, o.opening, v.model.State().Page == Recovering)
		return
	}
	v.redraw()
	v.form.Focus()
}

func (v *view) stop() { v.job.Cancel() }

func (v *view) redraw() {
	state := v.model.State()
	v.head.Set(v.heading(state))
	v.trouble.Set(nil)
	if !v.cfg.Notice.IsZero() && state.Page == Unlocking {
		v.trouble.Set(kit.Banner(kit.Notice{Tone: kit.Info, Text: v.env.Book.Render(v.cfg.Notice)}))
	}
	if state.Trouble != "" {
		v.trouble.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble}))
	}
	if state.Page == Forgotten {
		v.body.Set(v.options(state))
		v.doing.Set(nil)
		v.below.Set(kit.Row(0, kit.Link(v.env.Say("Back"), v.back)))
		return
	}
	v.body.Set(v.form.Object())
	if state.Busy != "" {
		bar := kit.NewProgressBar(v.env, v.stop)
		bar.Say(state.Busy)
		v.doing.Set(bar)
		v.below.Set(nil)
		return
	}
	v.doing.Set(kit.Primary(state.Act, v.try).Wide())
	v.below.Set(v.others(state))
}

func (v *view) heading(state State) fyne.CanvasObject {
	if state.Page == Unlocking {
		return kit.Stack(kit.Hair, kit.NewText(kit.Title, "Holdfast"),
			kit.NewText(kit.Body, v.env.Say("This file is locked. Nothing is sent anywhere.")).In(kit.Muted))
	}
	return kit.Stack(kit.Near, kit.NewText(kit.Title, state.Title), kit.NewText(kit.Body, state.Say).In(kit.Muted))
}

// options are the keys that somebody may still have.
func (v *view) options(state State) fyne.CanvasObject {
	options := make([]kit.Option, len(state.Options))
	for i, o := range state.Options {
		options[i] = kit.Option{ID: string(o.Way), Label: o.Label, Note: o.Note}
	}
	return kit.Stack(kit.Gap, kit.NewRadio(options, v.recover), kit.NewText(kit.Small, state.Without))
}

// others are the keys that are not being used, and the ways out. Sheets are
// for an emergency: they stand among the answers to a forgotten passphrase.
func (v *view) others(state State) fyne.CanvasObject {
	if state.Page == Recovering {
		return kit.Row(0, kit.Link(v.env.Say("Back"), v.back))
	}
	links := []fyne.CanvasObject{}
	add := func(way keyway.Way, label string) {
		if way != v.form.Model().Way() {
			links = append(links, kit.Link(label, func() { v.choose(way) }))
		}
	}
	add(keyway.ByPassphrase, v.env.Say("Use the passphrase"))
	add(keyway.ByPaper, v.env.Say("Use the paper key"))
	add(keyway.ByFile, v.env.Say("Use a key file"))
	add(keyway.ByHardware, v.env.Say("Use a hardware key"))
	return kit.Stack(kit.Near, kit.Row(24, links...),
		kit.Spread(kit.Gap, kit.Row(0, kit.Link(v.env.Say("Forgot the passphrase?"), v.forgot)), kit.Link(v.env.Say("Another vault…"), v.cfg.Another)))
}
