package editor

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/assessment"
)

// libraryScreen draws a Library.
type libraryScreen struct {
	desk    kit.Desk
	env     *kit.Env
	model   *Library
	place   *kit.Slot
	refused *kit.Slot
}

func newLibraryScreen(desk kit.Desk, model *Library) *libraryScreen {
	l := &libraryScreen{desk: desk, env: desk.Env(), model: model, refused: kit.NewSlot(nil)}
	l.place = kit.NewSlot(kit.Stack(kit.Gap, l.refused, l.shelves()))
	return l
}

// Head is the title, with the ways to add to the library.
func (l *libraryScreen) Head() kit.Head {
	return kit.Head{Title: l.env.Say("The questions"), Note: l.env.Say("What can be asked: what comes with Holdfast, and questions of your own"), Acts: []fyne.CanvasObject{
		kit.Secondary(l.env.Say("Bring in a file…"), l.bring),
		kit.Primary(l.env.Say("Write your own"), func() { l.desk.Go(route.Instrument("", route.NewQuestions)) })}}
}

// Content is the shelves.
func (l *libraryScreen) Content() fyne.CanvasObject { return l.place }

// Draft is nothing: nothing is typed here.
func (l *libraryScreen) Draft() []byte { return nil }

func (l *libraryScreen) shelves() fyne.CanvasObject {
	shelves, wrong := l.model.Shelves()
	if wrong != "" {
		return trouble(wrong)
	}
	cards := make([]fyne.CanvasObject, len(shelves))
	for i, s := range shelves {
		cards[i] = kit.Card(kit.Head{Title: s.Title}, l.table(s.Rows))
	}
	return kit.Stack(kit.Gap, cards...)
}

func (l *libraryScreen) table(rows []Row) fyne.CanvasObject {
	columns := []kit.TableColumn[Row]{
		{Title: l.env.Say("Questions"), Cell: func(r Row) fyne.CanvasObject { return kit.TwoLines(kit.Strong, r.Title, r.About) }},
		{Title: l.env.Say("Whose"), Cell: func(r Row) fyne.CanvasObject {
			tone := kit.Info
			if r.Draft {
				tone = kit.Care
			}
			parts := []fyne.CanvasObject{kit.Row(0, kit.Tag(tone, r.Word))}
			if r.Asked != "" {
				parts = append(parts, kit.NewText(kit.Small, r.Asked))
			}
			return kit.Stack(kit.Hair, parts...)
		}}}
	return kit.Table(columns, rows, func(r Row) { l.desk.Go(route.Instrument(r.At, route.QuestionsEditor)) })
}

// read is what came of reading a file.
type read struct {
	in      assessment.Instrument
	refused []string
}

func (l *libraryScreen) bring() {
	kit.AskPath(l.env, kit.Pick{Title: l.env.Say("Bring questions in"), Confirm: l.env.Say("Bring in"), From: l.env.Home, Files: true,
		Say: l.env.Say("A file of Holdfast (JSON, FHIR Questionnaire), or an XLSForm as XLSX or CSV."), Endings: []string{".json", ".xlsx", ".csv"},
		Picked: func(path string) string {
			l.refused.Set(nil)
			kit.Start(l.env.Runner, func(ctx context.Context, _ func(kit.Progress)) (read, error) {
				in, refused := l.model.Read(ctx, path)
				return read{in, refused}, nil
			}, nil, func(r read, _ error) { l.took(filepath.Base(path), r) })
			return ""
		}})
}

// took keeps what was read, or says why it can't be.
func (l *libraryScreen) took(file string, r read) {
	switch {
	case len(r.refused) > 0:
		l.refuse(file, r.refused)
	case l.model.Replaces(r.in):
		kit.Ask(l.env, kit.Dialog{Title: l.env.Say("Replace the draft?"), Say: l.env.Say("A draft of the same name and version is there. What was written in it would be gone."),
			Confirm: l.env.Say("Replace it"), Grave: true, OnConfirm: func() bool { l.keep(file, r.in); return true }})
	default:
		l.keep(file, r.in)
	}
}

func (l *libraryScreen) keep(file string, in assessment.Instrument) {
	at, refused := l.model.Bring(in)
	if len(refused) > 0 {
		l.refuse(file, refused)
		return
	}
	l.desk.Go(route.Instrument(at, route.QuestionsEditor))
	l.desk.Say(l.env.Say("The questions are brought in."), nil)
}

// refuse names everything that is wrong with a file.
func (l *libraryScreen) refuse(file string, reasons []string) {
	rows := make([]fyne.CanvasObject, len(reasons))
	for i, r := range reasons {
		rows[i] = kit.NewText(kit.Body, r)
	}
	l.refused.Set(kit.Card(kit.Head{Title: l.env.Say("{file} was not brought in", "file", file),
		Note: l.env.Say("Nothing of it is kept. Mend what is named here, and bring it in again.")}, kit.Rows(rows...)))
	l.place.Refresh()
}
