package desktop

import (
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/bringin"
	contactpage "holdfast/app/contact"
	"holdfast/app/history"
	"holdfast/app/kit"
	"holdfast/app/leaving"
	"holdfast/app/members"
	"holdfast/app/route"
	"holdfast/app/settings"
	"holdfast/app/theme"
	"holdfast/app/today"
	"holdfast/board"
	"holdfast/member"
	"holdfast/wording"
)

// furnished is a board with its areas, its search and what was half-typed.
func (d *Desktop) furnished(b *board.Board) app.Board {
	settings, err := b.Settings()
	if err != nil {
		settings = board.Settings{}
	}
	return app.Board{
		Name: settings.Name,
		Areas: []app.Area{
			{ID: route.TodayArea, Icon: theme.IconToday, Label: wording.T("Today"), Open: openToday(b)},
			{ID: route.MembersArea, Icon: theme.IconMembers, Label: wording.T("Members"), Open: d.openMembers(b)},
			{ID: route.ConsentArea, Icon: theme.IconConsent, Label: wording.T("Consent"), Count: consentsToLookAt(b), Open: openConsent(b)},
			{ID: route.PayArea, Icon: theme.IconCompensation, Label: wording.T("Compensation"), Count: payToLookAt(b), Open: openPay(b)},
			{ID: route.AssessArea, Icon: theme.IconAssessments, Label: wording.T("Assessments"), Count: roundsToLookAt(b), Open: d.openAssess(b)},
			{ID: route.ChecksArea, Icon: theme.IconChecklists, Label: wording.T("Checklists"), Count: checksToLookAt(b), Open: openChecks(b)},
			{ID: route.BackupArea, Icon: theme.IconBackups, Label: wording.T("Backups"), Count: backupsToLookAt(b), Open: d.openBackups(b)},
			{ID: route.KeepingArea, Icon: theme.IconKeeping, Label: wording.T("Keeping"), Count: leavingToLookAt(b), Open: d.openKeeping(b)},
			{ID: route.HistoryArea, Icon: theme.IconHistory, Label: wording.T("History"), Open: openHistory(b)},
		},
		Settings: app.Area{ID: route.SettingsArea, Icon: theme.IconSettings, Label: wording.T("Settings"), Open: d.openSettings(b)},
		Find:     func(query string) []kit.Found { return found(b, d.book, query) },
		Open:     d.openFound,
		Draft:    draft(b),
	}
}

// openFound leads to what was found. Some of it is no place: to lock, and what
// opens over the place where one is.
func (d *Desktop) openFound(f kit.Found) route.Route {
	here := d.shell.Here()
	over := func(open func()) route.Route {
		d.shell.Env().Runner.After(0, open) // the place is drawn first
		return here
	}
	switch f.ID {
	case foundPlace + "lock":
		d.shell.LockNow(app.Asked)
	case foundPlace + "guide":
		return over(func() { d.openGuide(d.shell.Env(), here) })
	case foundPlace + "shortcuts":
		return over(d.shell.Shortcuts)
	}
	return leads(f)
}

func openToday(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, _ route.Route, _ []byte) kit.Screen { return today.New(desk, b) }
}

// applyPolicy locks as the board's settings say.
func (d *Desktop) applyPolicy(b *board.Board) {
	settings, err := b.Settings()
	if err != nil {
		return
	}
	d.shell.Env().Clipboard.Keep(time.Duration(settings.ClipboardSeconds) * time.Second)
	d.shell.SetPolicy(app.Policy{
		IdleAfter:  time.Duration(settings.LockMinutes) * time.Minute,
		OnMinimise: settings.LockOnMinimise,
		Title:      d.cfg.Preferences.Settings().Title,
	})
}

func openHistory(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, _ route.Route, _ []byte) kit.Screen { return history.New(desk, b) }
}

// openMembers leads to the list, a person, the forms about them, or the
// import.
func (d *Desktop) openMembers(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, at route.Route, draft []byte) kit.Screen {
		id := member.ID(at.ID)
		switch {
		case at.ID == route.Import:
			return bringin.New(desk, b)
		case at.Tab == route.EditContact:
			return contactpage.NewSheetForm(desk, b, id, draft)
		case at.Tab == route.LogContact:
			return contactpage.NewLogForm(desk, b, id, draft)
		case at.Tab == route.Held:
			return leaving.NewPerson(desk, b, id, draft)
		}
		return members.New(desk, b, at, draft, members.Others{ContactTab: contactTab(b), ConsentTab: consentTab(b), PayTab: payTab(b), ChangedMind: changedMind(b), HeldPage: true})
	}
}

func contactTab(b *board.Board) func(kit.Desk, member.ID, string) fyne.CanvasObject {
	return func(desk kit.Desk, id member.ID, name string) fyne.CanvasObject {
		return contactpage.NewTab(desk, b, id, name).Object()
	}
}

func (d *Desktop) openSettings(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, at route.Route, draft []byte) kit.Screen {
		return settings.New(desk, b, at, draft, d)
	}
}
