package welcome

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/wording"
)

// intro says what Holdfast is for, and offers the other ways on.
func (v *view) intro() fyne.CanvasObject {
	v.model.Go(Intro)
	links := []fyne.CanvasObject{kit.Link(v.env.Say("Open a vault that I have…"), v.askVault)}
	if v.cfg.Restore != nil {
		links = append(links, kit.Link(v.env.Say("Restore from a backup…"), v.cfg.Restore))
	}
	if v.cfg.Back != nil {
		links = append(links, kit.Link(v.env.Say("Back to unlocking"), v.cfg.Back))
	}
	parts := []fyne.CanvasObject{
		kit.Facts(
			kit.Know(v.env.Say("It keeps"), v.env.Say("Who is on your board, how each person may be reached safely and with which words, and what was agreed with them.")),
			kit.Know(v.env.Say("It refuses"), v.env.Say("What happened to anybody, immigration papers, diagnoses, hidden addresses. There is no field for them.")),
			kit.Know(v.env.Say("It stays"), v.env.Say("On this computer, encrypted. Nothing is sent anywhere, and there is no account."))),
		kit.Row(24, links...),
	}
	if v.cfg.Speak != nil {
		parts = append(parts, v.languages())
	}
	return kit.Stack(kit.Gap, parts...)
}

// languages are named in their own words.
func (v *view) languages() fyne.CanvasObject {
	choose := kit.NewSelect([]kit.Option{
		{ID: string(wording.InEnglish), Label: "English"}, {ID: string(wording.InSpanish), Label: "Español"},
	}, func(id string) { v.cfg.Speak(wording.Language(id)) })
	return kit.NewField(v.env.Say("Language"), choose.Set(string(v.env.Book.Language())))
}

func (v *view) askVault() {
	kit.AskPath(v.env, kit.Pick{
		Title: v.env.Say("Open a vault"), Say: v.env.Say("Choose the folder that holds a file called vault.json."),
		Confirm: v.env.Say("Open this vault"), From: v.env.Home, Picked: v.openVault,
	})
}

func (v *view) openVault(dir string) string {
	if err := v.cfg.Open(dir); err != nil {
		return v.model.explain(err)
	}
	return ""
}
