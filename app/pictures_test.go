package app_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/theme"
	"holdfast/wording"
)

// sample is a screen with invented content, like the picture of Today.
type sample struct{ desk kit.Desk }

func (s *sample) Head() kit.Head {
	return kit.Head{Title: "Today", Note: "Saturday 21 November · everything on this laptop only"}
}
func (s *sample) Draft() []byte { return nil }
func (s *sample) Content() fyne.CanvasObject {
	needs := kit.Card(kit.Head{Title: "Needs you"}, kit.Rows(
		kit.ItemRow(kit.Item{Tone: kit.Care, Word: "Consent", Title: "Wren — photo use ends in 6 days", Note: "Used in 2 places. Ask before renewing; no answer means it ends.", Act: kit.Secondary("Open", nil)}),
		kit.ItemRow(kit.Item{Tone: kit.Care, Word: "Pay", Title: "3 people are owed $412.50 for the 12 November meeting", Note: "Oldest is 9 days. Your promise to the board is 14 days.", Act: kit.Secondary("Review", nil)}),
		kit.ItemRow(kit.Item{Tone: kit.Info, Word: "Check-in", Title: "Heron asked for a check-in the day after meetings", Note: "Signal message, after 17:00. Do not leave voicemail.", Act: kit.Secondary("Open", nil)}),
		kit.ItemRow(kit.Item{Tone: kit.Info, Word: "Backup", Title: "Last verified backup was 8 days ago", Act: kit.Primary("Back up", nil)}),
	))
	next := kit.Card(kit.Head{Title: "Next meeting"},
		kit.Stack(kit.Hair, kit.NewText(kit.Strong, "Tuesday 24 November, 17:30–19:00"), kit.NewText(kit.Small, "Library, room 2 · 7 of 9 coming")),
		kit.Rows(
			kit.StateRow("Spanish interpreter", kit.OK, "Booked"),
			kit.StateRow("Quiet room and peer support person", kit.OK, "Ready"),
			kit.StateRow("Childcare for 1 child", kit.Care, "To do"),
			kit.StateRow("Agenda sent the way each person asked", kit.Care, "5 of 9"),
		))
	return kit.Stack(kit.Gap,
		kit.Columns(kit.Column{Share: 594, Least: 320, Body: needs}, kit.Column{Share: 398, Least: 260, Body: next}),
		kit.Grid(160,
			kit.Stat("Members", "9 active", "2 joining · 1 on leave"),
			kit.Stat("Paid this year", "$18,240.00", "median 6 days after the work"),
			kit.Stat("Trauma-informed, autumn round", "3.8 of 5", "lowest: trustworthiness, 3.1"),
			kit.Stat("Confidentiality checklists", "31 of 38", "VAWA / VOCA due 1 December"),
		))
}

// sampleWindow is a shell with the areas of the design pictures.
func sampleWindow(s *kittest.Stage, v theme.Look) *app.Shell {
	shell := app.NewShell(app.Config{
		Window: s.Window, Clipboard: s.Clipboard, Clock: s.Clock, Dispatch: s.Post, Book: s.Env.Book, Look: v,
		Guide: func(*kit.Env, route.Route) {},
		Front: func(env *kit.Env) fyne.CanvasObject {
			secret := kit.NewSecretEntry(env)
			secret.Entry.SetText("twelve chars")
			return kit.Middle(420, kit.Stack(kit.Near,
				kit.Stack(kit.Hair, kit.NewText(kit.Title, "Holdfast"), kit.NewText(kit.Body, "This file is locked. Nothing is sent anywhere.").In(kit.Muted)),
				kit.Spacer(8), kit.NewField("Passphrase", secret), kit.Spacer(2), kit.Primary("Unlock", nil).Wide(),
				kit.Row(kit.Near, kit.Link("Use a recovery code", nil), kit.Link("Use a security key", nil), kit.Link("Another file…", nil))))
		},
	})
	s.Join(shell.Wait)
	shell.Start()
	return shell
}

func sampleBoard() app.Board {
	open := func(desk kit.Desk, at route.Route, draft []byte) kit.Screen { return &sample{desk} }
	area := func(id string, icon theme.Icon, label string, count int) app.Area {
		return app.Area{ID: id, Icon: icon, Label: wording.Text{English: label}, Open: open, Count: func() int { return count }}
	}
	return app.Board{
		Name: "Riverside advisory board",
		Areas: []app.Area{
			area("today", theme.IconToday, "Today", 0), area("members", theme.IconMembers, "Members", 0),
			area("consent", theme.IconConsent, "Consent", 2), area("pay", theme.IconCompensation, "Compensation", 3),
			area("meetings", theme.IconMeetings, "Meetings", 0), area("assessments", theme.IconAssessments, "Assessments", 0),
			area("checklists", theme.IconChecklists, "Checklists", 0), area("toolkit", theme.IconToolkit, "Toolkit", 0),
			area("backups", theme.IconBackups, "Backups", 0),
		},
		Settings: area("settings", theme.IconSettings, "Settings", 0),
		Find: func(string) []kit.Found {
			return []kit.Found{
				{ID: "w", Title: "Wren", Note: "You can send a Signal message. Do not call.", Word: "OK now", Tone: kit.OK},
				{ID: "h", Title: "Heron", Note: "Not now. Safe again on 24 November, from 10:00.", Word: "Not now", Tone: kit.Care},
				{ID: "p", Title: "Write a note about Plover", Note: "Members"},
			}
		},
		Open: func(f kit.Found) route.Route { return route.Route{Area: "members", ID: f.ID} },
	}
}

func TestPicturesOfTheShell(t *testing.T) {
	look := func(s *kittest.Stage) theme.Look { return s.Look() }
	kittest.Picture(t, "front", func(s *kittest.Stage) fyne.CanvasObject {
		sampleWindow(s, look(s))
		return nil
	})
	kittest.Picture(t, "shell", func(s *kittest.Stage) fyne.CanvasObject {
		sampleWindow(s, look(s)).Enter(sampleBoard())
		return nil
	})
	kittest.Picture(t, "palette", func(s *kittest.Stage) fyne.CanvasObject {
		sampleWindow(s, look(s)).Enter(sampleBoard())
		s.Settle()
		s.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyK)
		s.Press(fyne.KeyDown)
		return nil
	})
	kittest.Picture(t, "shortcuts", func(s *kittest.Stage) fyne.CanvasObject {
		shell := sampleWindow(s, look(s))
		shell.Enter(sampleBoard())
		shell.Say("The contact with Wren is noted.", func() {})
		s.Settle()
		s.Chord(fyne.KeyModifierShortcutDefault, fyne.KeySlash)
		return nil
	})
	kittest.Picture(t, "notices", func(s *kittest.Stage) fyne.CanvasObject {
		shell := sampleWindow(s, look(s))
		b := sampleBoard()
		b.Draft = &app.Draft{At: route.Route{Area: "members"}, Bytes: []byte("x")}
		shell.Enter(b)
		shell.Say("The contact with Wren is noted.", func() {})
		s.Settle()
		s.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
		return nil
	})
	kittest.Picture(t, "neutral", func(s *kittest.Stage) fyne.CanvasObject {
		shell := sampleWindow(s, look(s))
		shell.Enter(sampleBoard())
		shell.Hide()
		return nil
	})
}
