package recovery

import "holdfast/app/kit"

// Ask shows a kit in a dialog and then has it read back in another; closed is
// told at the end, however it ended. What is put aside counts as later.
func Ask(env *kit.Env, model *Model, closed func()) {
	sheet := NewSheet(env, model)
	dialog := kit.Ask(env, kit.Dialog{
		Title: env.Say("A new paper key"), Body: sheet.Object(), Wide: true,
		Say:       env.Say("This is the only time that it can be seen. Whoever holds it can open the vault."),
		Confirm:   env.Say("I have it, ask me"),
		Cancel:    env.Say("Later"),
		OnConfirm: func() bool { env.Runner.After(0, func() { askBack(env, model, closed) }); return true },
		OnCancel:  func() { later(env, model, closed) },
	})
	sheet.Changed = dialog.Relayout
}

func askBack(env *kit.Env, model *Model, closed func()) {
	var dialog *kit.OpenDialog
	read := NewReadBack(env, model, func() { dialog.Close(); closed() })
	dialog = kit.Ask(env, kit.Dialog{
		Title: env.Say("Read it back"), Body: read.Object(), First: read.First(),
		Say:       env.Say("The key is hidden now. Type these groups from your paper."),
		Confirm:   env.Say("Check"),
		Cancel:    env.Say("Later"),
		OnConfirm: func() bool { read.Check(); return false },
		OnCancel:  func() { later(env, model, closed) },
	})
	read.Changed = dialog.Relayout
}

// later keeps that the reading back was put off. Where even that fails, the
// kit counts as never read back, which is as true.
func later(env *kit.Env, model *Model, closed func()) {
	if !model.Later() {
		kit.Tell(env, env.Say("This could not be kept"), model.State().Trouble, nil)
	}
	closed()
}
