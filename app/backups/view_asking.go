package backups

import (
	"context"

	"holdfast/app/keyway"
	"holdfast/app/keyway/keyform"
	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/wording"
)

// asking is how this package asks for keys and waits for long work, with a
// board or without one.
type asking struct{ env *kit.Env }

// key is a key that was asked for.
type key func() (board.Key, error)

// askKey asks for any key to a backup; use is given what makes it and a way to
// say that it does not fit, which opens the form again.
func (a asking) askKey(title, say, confirm string, use func(k key, wrong func(error))) {
	form := keyform.New(a.env, keyway.ByPassphrase, keyway.Chosen{})
	a.askWith(form, title, say, confirm, use)
}

func (a asking) askWith(form *keyform.Form, title, say, confirm string, use func(k key, wrong func(error))) {
	var dialog *kit.OpenDialog
	ways := kit.NewSelect([]kit.Option{
		{ID: string(keyway.ByPassphrase), Label: a.env.Say("A passphrase")},
		{ID: string(keyway.ByPaper), Label: a.env.Say("The paper key")},
		{ID: string(keyway.BySheets), Label: a.env.Say("Two of the three sheets")},
		{ID: string(keyway.ByFile), Label: a.env.Say("A key file")},
		{ID: string(keyway.ByHardware), Label: a.env.Say("A hardware key")},
	}, func(id string) {
		form.Choose(keyway.Way(id))
		dialog.Relayout()
	}).Set(string(form.Model().Way()))
	submit := func() bool {
		makeKey := form.Take()
		if makeKey == nil {
			dialog.Relayout()
			return false
		}
		dialog.Close()
		use(key(makeKey), func(err error) {
			form.Failed(err)
			a.askWith(form, title, say, confirm, use)
		})
		return false
	}
	form.Submitted = func() { submit() }
	dialog = kit.Ask(a.env, kit.Dialog{Title: title, Say: say, Confirm: confirm, Wide: true, First: form.First(), OnConfirm: submit,
		Body: kit.Stack(kit.Gap, kit.NewField(a.env.Say("With which key?"), ways), form.Object())})
	form.Changed = dialog.Relayout
}

// isKey says whether the key was the matter, so that another may be tried.
func isKey(err error) bool { return err != nil && board.Explain(err).Code == board.CodePassphrase }

// later does something once the dialog that asked for it has closed: closing
// takes away what lies upon it.
func (a asking) later(act func()) { a.env.Runner.After(0, act) }

// said tells what went wrong, where anything did.
func (a asking) said(wrong string) bool {
	if wrong != "" {
		kit.Tell(a.env, a.env.Say("That did not work"), wrong, nil)
	}
	return wrong != ""
}

// work does long work over the window, which can be stopped.
func (a asking) work(title, say string, w Work, done func(error)) {
	var job *kit.Job
	busy := kit.ShowBusy(a.env, title, say, func() { job.Cancel() })
	job = kit.Start(a.env.Runner, func(ctx context.Context, report func(kit.Progress)) (struct{}, error) {
		return struct{}{}, w(ctx, reporting(report))
	}, busy.Bar.Report, func(_ struct{}, err error) { busy.Close(); done(err) })
}

func reporting(report func(kit.Progress)) func(wording.Text, int64, int64) {
	return func(said wording.Text, done, total int64) {
		report(kit.Progress{Done: done, Total: total, What: said})
	}
}

// stopped says whether somebody pressed Stop, which needs no more words.
func stopped(err error) bool { return err != nil && board.Explain(err).Code == board.CodeStopped }
