package recovery

import (
	"context"
	"os"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// sheetsView shows three sheets in a dialog and then has each read back.
type sheetsView struct {
	env    *kit.Env
	model  *SheetsModel
	dialog *kit.OpenDialog
	said   *kit.Slot
	read   func() // told once all three were read back
	drop   func() // told where the sheets were put aside
}

// AskSheets shows sheets and has them read back; read is told once all three
// were, dropped where somebody put them aside before. They open nothing yet.
func AskSheets(env *kit.Env, model *SheetsModel, read, dropped func()) {
	v := &sheetsView{env: env, model: model, said: kit.NewSlot(nil), read: read, drop: dropped}
	state := model.State()
	tabs := make([]kit.Tab, len(state.Sheets))
	for i, s := range state.Sheets {
		tabs[i] = kit.Tab{ID: s.Title, Label: s.Title, Build: func() fyne.CanvasObject { return words(env, s) }}
	}
	v.dialog = kit.Ask(env, kit.Dialog{
		Title: env.Say("Three sheets"), Wide: true,
		Say: env.Say("This is the only time that they can be seen. Any two of them together open the vault; keep each in another place."),
		Body: kit.Stack(kit.Gap, kit.NewTabs(tabs, nil),
			kit.Facts(kit.Fact{Label: env.Say("Fingerprint of the vault"), Value: kit.NewText(kit.Code, state.Fingerprint)}),
			kit.Row(kit.Near, kit.Secondary(env.Say("Save a PDF to print…"), v.askPDF)),
			kit.NewText(kit.Small, env.Say("No printer? Copy the words of each sheet by hand, with their numbers.")), v.said),
		Confirm:   env.Say("I have them, ask me"),
		OnConfirm: func() bool { env.Runner.After(0, v.begin); return true },
		OnCancel:  dropped,
	})
}

// words are those of one sheet with their numbers.
func words(env *kit.Env, s Words) fyne.CanvasObject {
	cells := make([]fyne.CanvasObject, len(s.List))
	for i, w := range s.List {
		cells[i] = kit.NewSpans(kit.Span{Text: env.Book.Number(i+1) + "  ", Style: kit.Small}, kit.Span{Text: w, Style: kit.Code})
	}
	return kit.Grid(118, cells...)
}

func (v *sheetsView) begin() {
	v.model.Ask()
	v.ask()
}

// ask asks for one sheet in a dialog of its own.
func (v *sheetsView) ask() {
	state := v.model.State()
	entry := kit.NewLines(v.env, 5)
	field := kit.NewField(v.env.Say("Words of sheet {n}", "n", state.Asked), entry)
	v.dialog = kit.Ask(v.env, kit.Dialog{Title: state.Title, Say: state.Say, Body: field, First: entry, Wide: true,
		Confirm:   v.env.Say("Check"),
		OnConfirm: func() bool { return v.check(field, entry.Text) },
		OnCancel:  v.drop,
	})
}

func (v *sheetsView) check(field *kit.Field, typed string) bool {
	mistake, done := v.model.Check(typed)
	field.SetMistake(mistake)
	switch {
	case mistake != "":
		field.Focus()
		return false
	case done:
		v.env.Runner.After(0, v.read)
	default:
		v.env.Runner.After(0, v.ask)
	}
	return true
}

func (v *sheetsView) askPDF() {
	kit.AskPath(v.env, kit.Pick{
		Title: v.env.Say("Save the sheets"), Say: v.env.Say("Best on a stick. On this computer, remove the file as soon as you have printed it."),
		Confirm: v.env.Say("Save here"), From: v.env.Home, Save: "sheets.pdf", Picked: v.save,
	})
}

func (v *sheetsView) save(path string) string {
	if _, err := os.Lstat(path); err == nil {
		return v.env.Say("There is a file of that name already. Choose another name.")
	}
	kit.Start(v.env.Runner, func(context.Context, func(kit.Progress)) (struct{}, error) {
		return struct{}{}, v.model.SavePDF(path)
	}, nil, func(_ struct{}, err error) {
		v.model.SavedPDF(path, err)
		state := v.model.State()
		v.said.Set(said(State{Saved: state.Saved, Where: state.Where, Trouble: state.Trouble}))
		v.dialog.Relayout()
	})
	return ""
}
