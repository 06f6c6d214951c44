package outfile

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/wording"
)

// Paper is a document that can be printed, in any of our languages.
type Paper struct {
	// Title says what it is, Say is a fact that must be known first, or "".
	Title, Say string
	// Name is what the file is called at first.
	Name string
	// In are the languages that it is there in; none is all.
	In []wording.Language
	// Make makes it, beside the window.
	Make func(*wording.Book) (paper.Document, error)
}

// File is a file that leaves the vault as it is. Ending begins with a dot.
type File struct {
	Title, Name, Ending string
	// Make makes what it holds, beside the window.
	Make func() ([]byte, error)
}

// Print asks in which language something is printed, and then for its place.
func Print(desk kit.Desk, p Paper) {
	env := desk.Env()
	all := p.In
	if len(all) == 0 {
		all = []wording.Language{wording.InEnglish, wording.InSpanish}
	}
	names := map[wording.Language]string{wording.InEnglish: "English", wording.InSpanish: "Español"}
	var options []kit.Option
	first := string(all[0])
	for _, l := range all {
		options = append(options, kit.Option{ID: string(l), Label: names[l]})
		if l == env.Book.Language() {
			first = string(l)
		}
	}
	which := kit.NewRadio(options, nil).Set(first)
	parts := []fyne.CanvasObject{which}
	if p.Say != "" {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Inset: true, Text: p.Say}))
	}
	var asked *kit.OpenDialog
	asked = kit.Ask(env, kit.Dialog{Title: p.Title, Body: kit.Stack(12, parts...), Confirm: env.Say("Choose where to put it"),
		OnConfirm: func() bool {
			asked.Close()
			Write(desk, File{Title: p.Title, Name: p.Name, Ending: ".pdf", Make: func() ([]byte, error) { return pdf(wording.Language(which.Chosen()), p) }})
			return true
		}})
}

func pdf(language wording.Language, p Paper) ([]byte, error) {
	book, err := assets.Book(language)
	if err != nil {
		return nil, err
	}
	d, err := p.Make(book)
	if err != nil {
		return nil, err
	}
	return board.PDF(d, book)
}

// Write makes a file beside the window, and then asks where it goes.
func Write(desk kit.Desk, f File) {
	kit.Start(desk.Env().Runner, func(context.Context, func(kit.Progress)) ([]byte, error) { return f.Make() }, nil,
		func(data []byte, err error) { place(desk, f, data, err) })
}

func place(desk kit.Desk, f File, data []byte, err error) {
	env := desk.Env()
	if err != nil {
		kit.Tell(env, env.Say("This could not be made"), board.ExplainIn(env.Book, err), nil)
		return
	}
	kit.AskPath(env, kit.Pick{Title: f.Title, Confirm: env.Say("Save here"), From: env.Home, Endings: []string{f.Ending}, Save: f.Name + f.Ending,
		Say: env.Say("The file is not locked: whoever finds it can read it. Remove it once you no longer need it."),
		Picked: func(path string) string {
			if filepath.Ext(path) == "" {
				path += f.Ending
			}
			if err := board.WriteOut(path, data); err != nil {
				return board.ExplainIn(env.Book, err)
			}
			clear(data)
			desk.Say(env.Say("It is in {file}. Remove it once you no longer need it.", "file", path), nil)
			return ""
		}})
}
