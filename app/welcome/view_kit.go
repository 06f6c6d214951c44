package welcome

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/recovery"
)

// kit shows the recovery kit.
func (v *view) kit() fyne.CanvasObject {
	v.model.Go(RecoveryKit)
	sheet := recovery.NewSheet(v.env, v.kitModel())
	sheet.Changed = func() { v.wizard.Refresh() }
	return sheet.Object()
}

// kitModel is the kit that is shown and read back; a window that is drawn
// anew makes it anew.
func (v *view) kitModel() *recovery.Model {
	if v.recovery == nil {
		v.recovery = recovery.NewModel(v.env.Book, v.model.kit, v.model.made)
	}
	return v.recovery
}

// readBack hides it and asks for two groups.
func (v *view) readBack() fyne.CanvasObject {
	v.model.Go(ReadBack)
	v.read = recovery.NewReadBack(v.env, v.kitModel(), func() { v.finish(true) })
	v.read.Changed = func() { v.wizard.Refresh() }
	first := v.read.First()
	if first != nil {
		v.focusAtFirst = func() { v.env.Canvas.Focus(first) }
	}
	return kit.Stack(kit.Gap, v.read.Object(),
		kit.Row(0, kit.Link(v.env.Say("Later: remind me on the first page"), v.later)))
}

func (v *view) leaveReadBack() bool {
	v.read.Check()
	return false
}

func (v *view) later() {
	if v.read.Later() {
		v.finish(false)
	}
}

func (v *view) finish(readBack bool) {
	v.read, v.recovery = nil, nil
	v.model.Finish(readBack)
	v.goOn()
}

// ready says what there is now, and what comes next.
func (v *view) ready() fyne.CanvasObject {
	v.focusAtFirst = func() { v.env.Canvas.Focus(v.wizard.Next) }
	state := v.model.State()
	tag, word := kit.Tag(kit.OK, v.env.Say("Read back")), v.env.Say("Keep the paper away from this computer, where you find it in a bad week.")
	if !state.WasReadBack {
		tag, word = kit.Tag(kit.Care, v.env.Say("Not read back yet")), v.env.Say("The first page reminds you. Without it, a forgotten passphrase is the end of the vault.")
	}
	return kit.Stack(kit.Gap,
		kit.Facts(
			kit.Fact{Label: v.env.Say("Folder of the vault"), Value: kit.NewText(kit.Code, state.Folder)},
			kit.Fact{Label: v.env.Say("Recovery kit"), Value: kit.Stack(kit.Hair, kit.Row(0, tag), kit.NewText(kit.Small, word))}),
		kit.NewText(kit.Body, v.env.Say("Next, bring people in from the spreadsheet that you have, or add them one by one. Ctrl+L locks at any time, and pressing Esc twice hides everything; Esc twice again leads back.")))
}
