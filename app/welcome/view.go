package welcome

import (
	"context"
	"io"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/passphrase"
	"holdfast/app/recovery"
	"holdfast/app/zone"
	"holdfast/board"
	"holdfast/wording"
)

// Config is what the wizard needs from around it.
type Config struct {
	// Folder is where a vault is suggested, Zone the machine's time zone.
	Folder, Zone string
	// Create makes a vault and its recovery kit; it is called beside the
	// window and may take some seconds. Whoever locks the window meanwhile
	// finds the board in what Create has noted.
	Create func(ctx context.Context, dir string, begin board.Beginning) (*board.Board, *board.Kit, error)
	// Open takes an existing vault; then the unlock screen shows.
	Open func(dir string) error
	// Restore leads to getting a board back from a backup; nil leaves it out.
	Restore func()
	// Made is given the new board at the very end.
	Made func(b *board.Board, dir string)
	// Back leads to the unlock screen; nil where there is none.
	Back func()
	// SyncedFolder names the service that copies a folder elsewhere, or "".
	SyncedFolder func(dir string) string
	// Speak changes the language; nil leaves the choice out.
	Speak func(wording.Language)
	// Random is chance for the six words.
	Random io.Reader
	// Model is what was answered already, for a window that is drawn anew;
	// nil begins.
	Model *Model
}

// view draws a Model.
type view struct {
	env    *kit.Env
	cfg    Config
	model  *Model
	wizard *kit.Wizard

	name         *kit.Field
	nameEntry    *kit.Entry
	zone         *zone.Field
	folder       *kit.Slot
	form         *passphrase.Form
	formFor      string // the name of the board that the form knows
	place        *kit.Slot
	recovery     *recovery.Model // nil before there is a kit
	read         *recovery.ReadBack
	focusAtFirst func()
}

// New makes the wizard.
func New(env *kit.Env, cfg Config) fyne.CanvasObject {
	v := &view{env: env, cfg: cfg, model: cfg.Model, folder: kit.NewSlot(nil), place: kit.NewSlot(nil)}
	if v.model == nil {
		v.model = NewModel(cfg.Folder, cfg.Zone)
	}
	v.model.speak(env.Book, cfg.SyncedFolder)
	v.model.changed = v.goOn
	at := v.model.State().Step
	steps := v.steps()
	for i, step := range steps {
		steps[i].Build = v.beginning(step.Build)
	}
	v.wizard = kit.NewWizard(env, steps, v.end)
	v.model.Go(at) // the wizard has shown its first page
	v.goOn()
	return v.wizard
}

// steps are the pages; a step that needs the vault comes after it was made.
func (v *view) steps() []kit.Step {
	return []kit.Step{
		{Title: v.env.Say("Welcome to Holdfast"), Say: v.env.Say("A quiet place for what an advisory board must not lose, and nobody else may see."),
			Build: v.intro, Next: v.env.Say("Start a new board"), Leave: v.leaveTo(AboutBoard)},
		{Title: v.env.Say("Your board"), Say: v.env.Say("You can change the name and the time zone later."),
			Build: v.about, Leave: v.leaveAbout},
		{Title: v.env.Say("Your passphrase"), Say: v.env.Say("It opens everything. Nobody can look it up or reset it, and Holdfast keeps no copy."),
			Build: v.secret, Next: v.env.Say("Make the vault"), Leave: v.leaveSecret},
		{Title: v.env.Say("Your recovery kit"), Say: v.env.Say("This key opens the vault if the passphrase is forgotten, or if you can't be here. It is shown this once."),
			Build: v.kit, Next: v.env.Say("I have it, ask me"), Leave: v.leaveTo(ReadBack), Final: true},
		{Title: v.env.Say("Read it back"), Say: v.env.Say("The key is hidden now. Type these groups from your paper."),
			Build: v.readBack, Next: v.env.Say("Check"), Leave: v.leaveReadBack},
		{Title: v.env.Say("Your board is ready"), Build: v.ready, Next: v.env.Say("Open the board"), Final: true},
	}
}

// goOn shows the step that the model is at.
func (v *view) goOn() { v.wizard.Go(int(v.model.State().Step)) }

// beginning builds a step and puts the cursor into its first field, once the
// window shows it; also where "Back" led to it.
func (v *view) beginning(build func() fyne.CanvasObject) func() fyne.CanvasObject {
	return func() fyne.CanvasObject {
		v.focusAtFirst = nil
		step := build()
		v.env.Runner.After(0, func() {
			if v.focusAtFirst != nil {
				v.focusAtFirst()
			}
		})
		return step
	}
}

// leaveTo goes on to a step without asking.
func (v *view) leaveTo(step Step) func() bool {
	return func() bool {
		v.model.Go(step)
		return true
	}
}

func (v *view) end() { v.cfg.Made(v.model.made, v.model.State().Folder) }
