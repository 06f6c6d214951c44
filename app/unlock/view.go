package unlock

import (
	"context"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/board"
)

// Config is what the screen needs from around it.
type Config struct {
	// Open takes hold of the vault; it is called for each try, beside the
	// window.
	Open func() (Door, error)
	// Opened is given the board.
	Opened func(*board.Board, board.Opening)
	// PickFile lets somebody choose a key file.
	PickFile func(env *kit.Env, picked func(path string))
	// Another leads to another vault, or to a new one.
	Another func()
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

	secret  *kit.SecretEntry
	paper   *kit.Entry
	field   *kit.Field
	trouble *kit.Slot
	place   *kit.Slot
	doing   *kit.Slot
	ways    *kit.Slot
}

// New makes the screen.
func New(env *kit.Env, cfg Config) fyne.CanvasObject {
	v := &view{env: env, cfg: cfg, model: NewModel(env.Book),
		trouble: kit.NewSlot(nil), place: kit.NewSlot(nil), doing: kit.NewSlot(nil), ways: kit.NewSlot(nil)}
	head := kit.Stack(kit.Hair,
		kit.NewText(kit.Title, "Holdfast"),
		kit.NewText(kit.Body, env.Say("This file is locked. Nothing is sent anywhere.")).In(kit.Muted))
	v.choose(ByPassphrase)
	env.Runner.After(0, v.toField) // once the window shows it
	return kit.NewScroll(kit.Middle(420, kit.Stack(18, head, v.trouble, v.place, v.doing, v.ways)))
}

// choose shows the field of a kind of key.
func (v *view) choose(way Way) {
	v.model.Choose(way)
	state := v.model.State()
	var input fyne.CanvasObject
	v.secret, v.paper = nil, nil
	if way == ByPaper {
		v.paper = kit.NewLines(v.env, 4)
		input = v.paper
	} else {
		v.secret = kit.NewSecretEntry(v.env)
		v.secret.OnSubmitted = func(string) { v.try() }
		input = v.secret
	}
	v.field = kit.NewField(state.Label, input).Help(state.Help)
	v.place.Set(v.around(way))
	v.redraw()
	v.field.Focus()
}

// around is the field, with the choice of the file where there is one.
func (v *view) around(way Way) fyne.CanvasObject {
	if way != ByFile {
		return v.field
	}
	name := v.model.State().File
	if name == "" {
		name = v.env.Say("No file chosen yet")
	}
	file := kit.Spread(kit.Near, kit.NewText(kit.Body, name), kit.Secondary(v.env.Say("Choose the key file…"), v.pick))
	return kit.Stack(12, file, v.field)
}

func (v *view) pick() { v.cfg.PickFile(v.env, v.picked) }

func (v *view) picked(path string) {
	v.model.ChooseFile(path)
	v.place.Set(v.around(ByFile))
	v.field.Focus()
}

// try takes what was typed and begins.
func (v *view) try() {
	makeKey := v.model.Begin(v.take())
	v.redraw()
	if makeKey == nil {
		return
	}
	v.job = kit.Start(v.env.Runner, func(ctx context.Context, _ func(kit.Progress)) (opened, error) {
		return v.work(ctx, makeKey)
	}, nil, v.ended)
}

func (v *view) toField() { v.field.Focus() }

func (v *view) take() []byte {
	if v.paper != nil {
		return []byte(v.paper.Text)
	}
	return v.secret.Take()
}

func (v *view) work(ctx context.Context, makeKey func() (board.Key, error)) (opened, error) {
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
	v.model.Ended(err)
	if err == nil {
		v.cfg.Opened(o.board, o.opening)
		return
	}
	v.redraw()
	v.field.Focus()
}

func (v *view) stop() { v.job.Cancel() }

func (v *view) redraw() {
	state := v.model.State()
	v.field.SetMistake(state.Mistake)
	v.trouble.Set(nil)
	if state.Trouble != "" {
		v.trouble.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble}))
	}
	if state.Busy != "" {
		bar := kit.NewProgressBar(v.env, v.stop)
		bar.Say(state.Busy)
		v.doing.Set(bar)
		v.ways.Set(nil)
		return
	}
	v.doing.Set(kit.Primary(state.Act, v.try).Wide())
	v.ways.Set(v.otherWays(state.Way))
}

// otherWays are the keys that are not being used, and the way out.
func (v *view) otherWays(way Way) fyne.CanvasObject {
	links := []fyne.CanvasObject{}
	add := func(other Way, label string) {
		if other != way {
			links = append(links, kit.Link(label, func() { v.choose(other) }))
		}
	}
	add(ByPassphrase, v.env.Say("Use the passphrase"))
	add(ByPaper, v.env.Say("Use the paper key"))
	add(ByFile, v.env.Say("Use a key file"))
	return kit.Spread(kit.Gap, kit.Row(24, links...), kit.Link(v.env.Say("Another vault…"), v.cfg.Another))
}
