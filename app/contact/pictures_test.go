package contactpage_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app"
	contactpage "holdfast/app/contact"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/theme"
	"holdfast/contact"
	"holdfast/wording"
)

// personPage is a person's page as another area shows it, with the tab in it.
type personPage struct{ tab *contactpage.Tab }

func (p *personPage) Head() kit.Head {
	return kit.Head{Title: "Wren", Note: "she / her · member since March 2025 · board term ends March 2027"}
}

func (p *personPage) Content() fyne.CanvasObject {
	build := func() fyne.CanvasObject { return p.tab.Object() }
	tabs := kit.NewTabs([]kit.Tab{{ID: "o", Label: "Overview", Build: build}, {ID: "c", Label: "Safe contact", Build: build},
		{ID: "s", Label: "Support & access", Build: build}, {ID: "n", Label: "Notes", Build: build}}, nil)
	tabs.Set("c")
	return tabs
}

func (p *personPage) Draft() []byte { return nil }

// window shows a screen as the window does: beside the sidebar, under a head.
func (w *world) window(screen func(kit.Desk) kit.Screen) {
	shell := app.NewShell(app.Config{
		Window: w.Window, Clipboard: w.Clipboard, Clock: w.Clock, Dispatch: w.Post, Book: w.Env.Book, Look: w.Look(),
		Front: func(*kit.Env) fyne.CanvasObject { return kit.Spacer(1) }, Lock: func(app.Reason) {},
	})
	w.Join(shell.Wait)
	shell.Start()
	open := func(desk kit.Desk, _ route.Route, _ []byte) kit.Screen { return screen(desk) }
	shell.Enter(app.Board{Name: "Riverside advisory board", Find: func(string) []kit.Found { return nil },
		Areas: []app.Area{
			{ID: route.MembersArea, Icon: theme.IconMembers, Label: wording.T("Members"), Open: open},
			{ID: route.TodayArea, Icon: theme.IconToday, Label: wording.T("Today"), Open: open},
		}})
	w.Settle()
}

// tabWindow shows the tab in the window.
func (w *world) tabWindow() {
	w.window(func(desk kit.Desk) kit.Screen {
		return &personPage{contactpage.NewTab(desk, w.board, w.wren.ID, w.wren.Name)}
	})
}

func TestPicturesTab(t *testing.T) {
	kittest.Picture(t, "tab", func(s *kittest.Stage) fyne.CanvasObject {
		w := said(t, s)
		w.contacted(49*time.Hour, contact.Entry{Channel: "signal", Purpose: contact.Logistics, Outcome: contact.Sent})
		w.contacted(27*time.Hour, contact.Entry{Channel: "phone", Outcome: contact.Reached, Answered: contact.ThePerson, Incoming: true})
		w.contacted(20*time.Hour, contact.Entry{Channel: "phone", Purpose: contact.CheckIn, Outcome: contact.NoAnswer, Note: "Tried once, did not leave a message."})
		w.tabWindow()
		return nil
	})
	kittest.Picture(t, "tab-not-now", func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		sheet := w.sheet("2026-11-03")
		sheet.Channels = append(sheet.Channels[1:2], sheet.Channels[3])
		w.Must(w.board.SaveSheet(sheet))
		w.tabWindow()
		return nil
	})
	kittest.Picture(t, "tab-empty", func(s *kittest.Stage) fyne.CanvasObject {
		newWorld(t, s).tabWindow()
		return nil
	})
	kittest.Picture(t, "tab-stale", func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		w.Must(w.board.SaveSheet(w.sheet("2026-08-01")))
		w.tabWindow()
		return nil
	})
}

func (w *world) formWindow() {
	w.window(func(desk kit.Desk) kit.Screen { return contactpage.NewSheetForm(desk, w.board, w.wren.ID, nil) })
}

func TestPicturesSheetForm(t *testing.T) {
	kittest.Picture(t, "sheet-form", func(s *kittest.Stage) fyne.CanvasObject {
		said(t, s).formWindow()
		return nil
	})
	kittest.Picture(t, "sheet-form-way", func(s *kittest.Stage) fyne.CanvasObject {
		w := said(t, s)
		w.formWindow()
		w.Resize(1280, 1500)
		w.Tap(w.Button(s.Env.Say("Change")))
		return nil
	})
}

func TestPicturesLogForm(t *testing.T) {
	kittest.Picture(t, "log-form", func(s *kittest.Stage) fyne.CanvasObject {
		w := said(t, s)
		w.window(func(desk kit.Desk) kit.Screen {
			return contactpage.NewLogForm(desk, w.board, w.wren.ID, []byte(`{"way":"phone","direction":"out","day":"2026-11-21","clock":"14:05","outcome":"no_answer","purpose":"check_in","note":"Will try Signal."}`))
		})
		return nil
	})
}

func TestPicturesCheck(t *testing.T) {
	kittest.Picture(t, "check", func(s *kittest.Stage) fyne.CanvasObject {
		w := said(t, s)
		w.tabWindow()
		w.Tap(w.Button(s.Env.Say("Ask {name} to check these", "name", "Wren")))
		return nil
	})
	kittest.Picture(t, "card", func(s *kittest.Stage) fyne.CanvasObject {
		w := said(t, s)
		w.tabWindow()
		w.Tap(w.Button(s.Env.Say("Print a card…")))
		return nil
	})
}
