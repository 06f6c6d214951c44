package consents

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/record"
)

// Endings of the files that are written.
const (
	pdfEnding  = ".pdf"
	csvEnding  = ".csv"
	textEnding = ".txt"
	jsonEnding = ".json"
)

// out is a file that leaves the vault.
type out struct {
	title, name, ending string
	// data makes what it holds, beside the window.
	data func() ([]byte, error)
}

// askLanguage asks in which language something is printed, and then prints it.
// say is a fact that must be known first, or "".
func askLanguage(desk kit.Desk, title, say string, o func(language string) out) {
	env := desk.Env()
	all := languages()
	which := kit.NewRadio(formpage.Options(all), nil).Set(string(env.Book.Language()))
	clear := kit.Banner(kit.Notice{Tone: kit.Info, Inset: true, Text: env.Say("The file is not locked: whoever finds it can read it. Remove it once it is printed.")})
	parts := []fyne.CanvasObject{which, clear}
	if say != "" {
		parts = append([]fyne.CanvasObject{kit.Banner(kit.Notice{Tone: kit.Care, Inset: true, Text: say})}, parts...)
	}
	var asked *kit.OpenDialog
	asked = kit.Ask(env, kit.Dialog{Title: title, Body: kit.Stack(12, parts...), Confirm: env.Say("Choose where to put it"),
		OnConfirm: func() bool { asked.Close(); write(desk, o(which.Chosen())); return true }})
}

// write makes a file beside the window, and then asks where it goes.
func write(desk kit.Desk, o out) {
	kit.Start(desk.Env().Runner, func(context.Context, func(kit.Progress)) ([]byte, error) { return o.data() }, nil,
		func(data []byte, err error) { place(desk, o, data, err) })
}

func place(desk kit.Desk, o out, data []byte, err error) {
	env := desk.Env()
	if err != nil {
		kit.Tell(env, env.Say("This could not be made"), board.ExplainIn(env.Book, err), nil)
		return
	}
	kit.AskPath(env, kit.Pick{Title: o.title, Confirm: env.Say("Save here"), From: env.Home, Endings: []string{o.ending}, Save: o.name + o.ending,
		Say: env.Say("The file is not locked: whoever finds it can read it. Remove it once it is printed."),
		Picked: func(path string) string {
			if filepath.Ext(path) == "" {
				path += o.ending
			}
			if err := board.WriteOut(path, data); err != nil {
				return board.ExplainIn(env.Book, err)
			}
			clear(data)
			desk.Say(env.Say("It is in {file}. Remove it once it is printed.", "file", filepath.Base(path)), nil)
			return ""
		}})
}

// sheet prints “my choices” for the person.
func (v *personView) sheet() {
	papers := Papers{v.board}
	why, safe := papers.SafeToGive(v.model.ID(), v.env.Book)
	if safe {
		why = ""
	}
	askLanguage(v.desk, v.env.Say("“My choices” for {name}", "name", v.state.Name), why, func(language string) out {
		return out{v.env.Say("Where to put the sheet"), v.env.Say("sheet"), pdfEnding, func() ([]byte, error) { return papers.Choices(v.model.ID(), language) }}
	})
}

// receipt prints the receipt of a yes, or writes it for a program.
func (v *personView) receipt(yes record.ID) {
	papers := Papers{v.board}
	pick := func(json bool) {
		kit.CloseAll(v.env.Canvas)
		ending := pdfEnding
		if json {
			ending = jsonEnding
		}
		askLanguage(v.desk, v.env.Say("A receipt"), v.env.Say("Paper like this can put somebody in danger. Give it only to the person, and only where it is safe."), func(language string) out {
			return out{v.env.Say("Where to put the receipt"), v.env.Say("receipt"), ending, func() ([]byte, error) {
				pdf, raw, err := papers.Receipt(v.model.ID(), yes, language)
				if json {
					return raw, err
				}
				return pdf, err
			}}
		})
	}
	kit.Tell(v.env, v.env.Say("A receipt"), "", kit.Row(kit.Near,
		kit.Secondary(v.env.Say("To print (PDF)…"), func() { pick(false) }), kit.Secondary(v.env.Say("For a program (JSON)…"), func() { pick(true) })))
}

// takeOut writes a scanned page to a file.
func (v *personView) takeOut(p Row) {
	data, about, err := v.board.Attachments().Bytes(record.ID(v.model.ID()), p.ID)
	place(v.desk, out{title: v.env.Say("Where to put the copy"), name: v.env.Say("page"), ending: "." + string(about.Type)}, data, err)
}

// printGuide prints the guide for a conversation.
func (a *area) printGuide(c form.Choice) {
	askLanguage(a.desk, a.env.Say("Conversation guide: {title}", "title", c.Label), "", func(language string) out {
		return out{a.env.Say("Where to put the guide"), a.env.Say("guide"), pdfEnding,
			func() ([]byte, error) { return Papers{a.board}.Guide(consent.Purpose(c.ID), language) }}
	})
}
