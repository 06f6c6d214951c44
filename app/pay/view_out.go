package pay

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/passphrase"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/wording"
)

// ageEnding is that of a file under a passphrase of its own.
const ageEnding = ".age"

// out is a file that leaves the vault.
type out struct {
	title, name, ending string
	// data makes what it holds, beside the window.
	data func(ctx context.Context, tell func(done, total int)) ([]byte, error)
	// gave, which may be nil, is done once the file is written.
	gave func() error
}

// unlocked says that a file can be read by anyone.
func unlocked(env *kit.Env) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Inset: true, Lead: env.Say("This file is not locked."),
		Text: env.Say("Whoever finds it can read it. Remove it once it has served.")})
}

func languages(env *kit.Env) *kit.Radio {
	return kit.NewRadio([]kit.Option{{ID: string(wording.InEnglish), Label: "English"}, {ID: string(wording.InSpanish), Label: "Español"}}, nil).
		Set(string(env.Book.Language()))
}

// printed is a document as a PDF in a language.
func printed(title, name, language string, make func(*wording.Book) (paper.Document, error)) out {
	return out{title: title, name: name, ending: ".pdf", data: func(context.Context, func(int, int)) ([]byte, error) {
		book, err := assets.Book(wording.Language(language))
		if err != nil {
			return nil, err
		}
		d, err := make(book)
		if err != nil {
			return nil, err
		}
		return board.PDF(d, book)
	}}
}

// askLocked asks for a passphrase, and writes the file locked with it; one that
// anyone can read is written only after a question whose answer is No unless
// somebody says otherwise. choose, which may be nil, stands above, and make is
// asked once all is answered.
func askLocked(desk kit.Desk, b passphrase.Judge, title, say string, choose fyne.CanvasObject, make func() out) {
	env := desk.Env()
	secret := passphrase.NewForm(env, b, passphrase.Words{First: env.Say("A passphrase for this file"), Again: env.Say("The same again")})
	place := kit.NewSlot(secret.Object())
	var dialog *kit.OpenDialog
	locked := ageEnding
	lock := kit.NewRadio([]kit.Option{
		{ID: locked, Label: env.Say("A locked file"), Note: env.Say("With a passphrase of its own. It opens with age (age-encryption.org), a free program.")},
		{ID: "", Label: env.Say("A file that anyone can read")},
	}, func(id string) {
		place.Set(unlocked(env))
		if id == ageEnding {
			place.Set(secret.Object())
		}
		dialog.Relayout()
	}).Set(locked)
	give := func(text string) { dialog.Close(); env.Runner.After(0, func() { write(desk, make(), text) }) }
	submit := func() bool {
		if lock.Chosen() == ageEnding {
			secret.Take(give)
			return false
		}
		dialog.Close()
		env.Runner.After(0, func() {
			formpage.Put(env, &form.Ask{Title: env.Say("Write a file that anyone can read?"), Confirm: env.Say("Yes, not locked"),
				Says: []string{env.Say("Whoever finds it can read who was paid what, under codes. Choose this only where a locked file can’t be opened.")}},
				func() { write(desk, make(), "") })
		})
		return false
	}
	parts := []fyne.CanvasObject{lock, place}
	if choose != nil {
		parts = append([]fyne.CanvasObject{choose}, parts...)
	}
	dialog = kit.Ask(env, kit.Dialog{Title: title, Say: say, Wide: true, Body: kit.Stack(kit.Gap, parts...), Confirm: env.Say("Choose where to put it"), OnConfirm: submit})
	secret.Changed = dialog.Relayout
	secret.Submitted = func() { submit() }
}

// write makes a file beside the window, with what there is to wait for in
// sight, and then asks where it goes.
func write(desk kit.Desk, o out, secret string) {
	env := desk.Env()
	var job *kit.Job
	busy := kit.ShowBusy(env, o.title, env.Say("Making the file…"), func() { job.Cancel() })
	job = kit.Start(env.Runner, func(ctx context.Context, report func(kit.Progress)) ([]byte, error) {
		data, err := o.data(ctx, func(done, total int) { report(kit.Progress{Done: int64(done), Total: int64(total)}) })
		if err != nil || secret == "" {
			return data, err
		}
		locked, err := board.Locked(data, secret)
		clear(data)
		return locked, err
	}, busy.Bar.Report, func(data []byte, err error) {
		busy.Close()
		if err != nil {
			kit.Tell(env, env.Say("This could not be made"), board.ExplainIn(env.Book, err), nil)
			return
		}
		place(desk, o, data, secret != "")
	})
}

func place(desk kit.Desk, o out, data []byte, locked bool) {
	env := desk.Env()
	ending, say := o.ending, env.Say("Whoever finds this file can read it. Remove it once it has served.")
	if locked {
		ending, say = o.ending+ageEnding, env.Say("It is locked with its passphrase. Tell the passphrase in another way than the file.")
	}
	kit.AskPath(env, kit.Pick{Title: o.title, Say: say, Confirm: env.Say("Save here"), From: env.Home, Endings: []string{ending}, Save: o.name + ending,
		Picked: func(path string) string {
			if filepath.Ext(path) == "" {
				path += ending
			}
			if err := board.WriteOut(path, data); err != nil {
				return board.ExplainIn(env.Book, err)
			}
			clear(data)
			if o.gave != nil {
				if err := o.gave(); err != nil {
					return board.ExplainIn(env.Book, err)
				}
			}
			desk.Say(outSaid(env, path, locked), nil)
			return ""
		}})
}

func outSaid(env *kit.Env, file string, locked bool) string {
	if locked {
		return env.Say("It is in {file}, locked with its passphrase.", "file", file)
	}
	return env.Say("It is in {file}. Remove it once it has served.", "file", file)
}
