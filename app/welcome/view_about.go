package welcome

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/zone"
)

// about asks what the board is called, where its coordinator is and where the
// vault is to lie.
func (v *view) about() fyne.CanvasObject {
	v.model.Go(AboutBoard)
	state := v.model.State()
	if v.name == nil {
		v.nameEntry = kit.NewEntry(v.env).With(state.Name)
		v.nameEntry.OnChanged = v.model.SetName
		v.nameEntry.OnSubmitted = func(string) { v.zone.Focus() }
		v.name = kit.NewField(v.env.Say("What the board is called"), v.nameEntry).
			Help(v.env.Say("You may leave it empty. It shows only while the vault is open."))
		v.zone = zone.NewField(v.env, v.env.Say("Your time zone"), state.Zone)
		v.zone.Changed = v.model.SetZone
		v.zone.OnSubmitted(v.wizard.Forward)
	}
	v.focusAtFirst = v.name.Focus
	v.showFolder()
	return kit.Form(v.name, v.zone.Object(), v.folder)
}

func (v *view) showFolder() {
	state := v.model.State()
	entry := kit.NewText(kit.Code, state.Folder)
	field := kit.NewField(v.env.Say("Folder of the vault"),
		kit.Spread(12, entry, kit.Secondary(v.env.Say("Change…"), v.askFolder)))
	field.SetMistake(state.FolderMistake)
	if state.Synced == "" {
		v.folder.Set(field)
		return
	}
	v.folder.Set(kit.Stack(kit.Near, field,
		kit.Banner(kit.Notice{Tone: kit.Care, Lead: v.env.Say("This folder leaves the computer."), Text: state.Synced, Inset: true})))
}

func (v *view) askFolder() {
	kit.AskPath(v.env, kit.Pick{
		Title: v.env.Say("A folder for the vault"), Confirm: v.env.Say("Keep it here"), From: v.env.Home,
		Say:    v.env.Say("An empty folder is used as it is; in any other one, the vault gets a folder of its own."),
		Picked: v.folderPicked,
	})
}

func (v *view) folderPicked(dir string) string {
	mistake := v.model.ChooseFolder(dir)
	v.showFolder()
	v.wizard.Refresh()
	return mistake
}

func (v *view) leaveAbout() bool {
	fine := v.model.CheckBoard()
	state := v.model.State()
	v.name.SetMistake(state.NameMistake)
	v.zone.SetMistake(state.ZoneMistake)
	v.showFolder()
	switch {
	case fine:
		return v.leaveTo(Passphrase)()
	case state.NameMistake != "":
		v.name.Focus()
	case state.ZoneMistake != "":
		v.zone.Focus()
	}
	return false
}
