package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/theme"
)

// onGround is a page with a few parts.
func onGround(parts ...fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(fynetheme.Color(theme.Ground))
	return kit.Over(ground, kit.NewScroll(kit.Pad(kit.Around(28), kit.Stack(kit.Gap, parts...))))
}

func TestPicturesToday(t *testing.T) {
	kittest.Picture(t, "today", func(s *kittest.Stage) fyne.CanvasObject {
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
		return onGround(
			kit.Columns(kit.Column{Share: 594, Least: 380, Body: needs}, kit.Column{Share: 398, Least: 300, Body: next}),
			kit.Grid(190,
				kit.Stat("Members", "9 active", "2 joining · 1 on leave"),
				kit.Stat("Paid this year", "$18,240.00", "median 6 days after the work"),
				kit.Stat("Trauma-informed, autumn round", "3.8 of 5", "lowest: trustworthiness, 3.1"),
				kit.StatWith("State board grant", "$6,760.00 left", kit.NewBar(0.73)),
			))
	})
}

// personLine is a line of a list of people.
type personLine struct {
	kit.Part
	name, stage, note *kit.Text
}

var personShares = []float32{3, 2, 4}

func newPersonLine() kit.Line[[3]string] {
	l := &personLine{name: kit.NewText(kit.Strong, "").Most(1), stage: kit.NewText(kit.Body, "").Most(1), note: kit.NewText(kit.Small, "").Most(1)}
	l.Become(l, kit.Pad(kit.Inset{Top: 10, Right: 14, Bottom: 10, Left: 14}, kit.Shares(personShares, l.name, l.stage, l.note)))
	return l
}

func (l *personLine) Fill(row [3]string) {
	l.name.SetText(row[0])
	l.stage.SetText(row[1])
	l.note.SetText(row[2])
}

func TestPicturesList(t *testing.T) {
	kittest.Picture(t, "list", func(s *kittest.Stage) fyne.CanvasObject {
		list := kit.NewList(newPersonLine, nil)
		var rows [][3]string
		for i := range 40 {
			name := []string{"Wren", "Heron", "Plover", "Siskin", "Đặng Thị Hương", "Núñez"}[i%6]
			rows = append(rows, [3]string{name, []string{"Active", "Onboarding", "On leave"}[i%3], "You can send a Signal message. Do not call before 17:00."})
		}
		ground := canvas.NewRectangle(fynetheme.Color(theme.Ground))
		s.Show(kit.Over(ground, kit.Pad(kit.Around(28), kit.Sheet(list))))
		list.SetRows(rows)
		s.Window.Canvas().Focus(list)
		s.Press(fyne.KeyDown, fyne.KeyDown)
		return nil
	})
}

func TestPicturesPay(t *testing.T) {
	type line struct{ who, work, date, time, rate, amount, how, fund string }
	kittest.Picture(t, "pay", func(s *kittest.Stage) fyne.CanvasObject {
		text := func(get func(line) string) func(line) fyne.CanvasObject {
			return func(l line) fyne.CanvasObject { return kit.NewText(kit.Body, get(l)) }
		}
		figures := func(style kit.Style, get func(line) string) func(line) fyne.CanvasObject {
			return func(l line) fyne.CanvasObject { return kit.Figures(style, get(l)) }
		}
		table := kit.Table([]kit.TableColumn[line]{
			{Title: "Who", Cell: func(l line) fyne.CanvasObject { return kit.NewText(kit.Strong, l.who) }},
			{Title: "Work", Cell: text(func(l line) string { return l.work })},
			{Title: "Date", Cell: text(func(l line) string { return l.date })},
			{Title: "Time", Right: true, Cell: figures(kit.Body, func(l line) string { return l.time })},
			{Title: "Rate", Right: true, Cell: figures(kit.Body, func(l line) string { return l.rate })},
			{Title: "Amount", Right: true, Cell: figures(kit.Strong, func(l line) string { return l.amount })},
			{Title: "How they want it", Cell: text(func(l line) string { return l.how })},
			{Title: "Fund", Cell: text(func(l line) string { return l.fund })},
		}, []line{
			{"Wren", "Board meeting + preparation", "12 Nov", "3 h 00", "$75.00", "$225.00", "Gift card, handed over in person", "State grant"},
			{"Heron", "Board meeting", "12 Nov", "1 h 30", "$75.00", "$112.50", "Check to payee of record", "State grant"},
			{"Plover", "Travel and childcare, receipt kept", "12 Nov", "—", "—", "$75.00", "Direct deposit", "General"},
		}, func(line) {})
		s.Show(onGround(kit.Card(kit.Head{Title: "To pay", Acts: []fyne.CanvasObject{kit.Quiet("Export for the treasurer…", nil), kit.Secondary("Add work", nil), kit.Primary("Record a payment", nil)}}, table)))
		s.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
		return nil
	})
}

func TestPicturesDialogs(t *testing.T) {
	kittest.Picture(t, "grave", func(s *kittest.Stage) fyne.CanvasObject {
		s.Show(onGround(kit.Card(kit.Head{Title: "Behind"})))
		kit.Ask(s.Env, kit.Dialog{Title: "Erase Wren?", Say: "Everything kept about Wren is removed from this vault, with its history. Old backups still hold it until you destroy them.",
			Body: kit.NewField("Type the name to go on", kit.NewEntry(s.Env)), Confirm: "Erase", Grave: true})
		return nil
	})
	kittest.Picture(t, "form-dialog", func(s *kittest.Stage) fyne.CanvasObject {
		s.Show(onGround(kit.Card(kit.Head{Title: "Behind"})))
		name := kit.NewEntry(s.Env)
		kit.Ask(s.Env, kit.Dialog{Title: "I contacted Wren", Wide: true, First: name, Confirm: "Note it",
			Body: kit.Form(kit.NewField("Who answered", name),
				kit.NewField("How", kit.NewSelect([]kit.Option{{ID: "s", Label: "Signal"}}, nil).Set("s")),
				kit.NewField("Note", kit.NewLines(s.Env, 4)))})
		return nil
	})
	kittest.Picture(t, "tell", func(s *kittest.Stage) fyne.CanvasObject {
		s.Show(onGround(kit.Card(kit.Head{Title: "Behind"})))
		kit.Tell(s.Env, "The disk is full", "Nothing was lost. Make room and save again.", nil)
		return nil
	})
	kittest.Picture(t, "month", func(s *kittest.Stage) fyne.CanvasObject {
		d := kit.NewDateEntry(s.Env, nil).Set(s.Env.Today())
		s.Show(onGround(kit.Narrow(400, kit.Card(kit.Head{}, kit.NewField("On", d)))))
		s.Tap(kittest.All[fyne.Tappable](s.Window.Content())[1].(fyne.CanvasObject))
		return nil
	})
	kittest.Picture(t, "menu", func(s *kittest.Stage) fyne.CanvasObject {
		use := kit.NewSelect([]kit.Option{{ID: "q", Label: "Quote their words"}, {ID: "p", Label: "Photo"}, {ID: "n", Label: "First name in a list of members"}}, nil).Set("p")
		s.Show(onGround(kit.Narrow(400, kit.Card(kit.Head{Title: "Can I…?"}, kit.NewField("Use", use)))))
		s.Tap(use)
		return nil
	})
}

func TestPicturesWizard(t *testing.T) {
	kittest.Picture(t, "wizard", func(s *kittest.Stage) fyne.CanvasObject {
		wizard := kit.NewWizard(s.Env, []kit.Step{
			{Title: "Welcome"},
			{Title: "A passphrase", Say: "Six words that nobody else knows. They open this vault; nobody can give them back to you.", Build: func() fyne.CanvasObject {
				return kit.Form(
					kit.Banner(kit.Notice{Tone: kit.Info, Lead: "orchard seven lamp tidal gravel moss", Text: "was thrown for you just now.", Inset: true}),
					kit.NewField("Passphrase", kit.NewSecretEntry(s.Env)).Help("Very strong: nobody guesses this in a lifetime."),
					kit.NewField("The same again", kit.NewSecretEntry(s.Env)))
			}},
			{Title: "Done"},
		}, nil)
		wizard.Go(1)
		ground := canvas.NewRectangle(fynetheme.Color(theme.Ground))
		return kit.Over(ground, wizard)
	})
}

type way struct{ channel, masked, note, when, rules, word string }

func TestPicturesContact(t *testing.T) {
	kittest.Picture(t, "contact", func(s *kittest.Stage) fyne.CanvasObject {
		ways := []way{
			{"Signal", "••• •• 41", "first choice", "Every day 09:00–20:00", "Disappearing messages on", "OK now"},
			{"Phone", "••• •• 41", "", "Weekdays 10:00–15:00", "No voicemail · hide caller ID", "Not now"},
			{"Email", "w•••@•••", "", "Any time", "Subject “Book club” · no attachments", "OK now"},
			{"Post", "", "", "—", "Never", "Never"},
		}
		tone := map[string]kit.Tone{"OK now": kit.OK, "Not now": kit.Care, "Never": kit.Never}
		table := kit.Table([]kit.TableColumn[way]{
			{Title: "Channel", Cell: func(w way) fyne.CanvasObject {
				text := kit.NewSpans(kit.Span{Text: w.channel + " ", Style: kit.Strong}, kit.Span{Text: w.masked})
				if w.note == "" {
					return text
				}
				return kit.Stack(0, text, kit.NewText(kit.Small, w.note))
			}},
			{Title: "When it is safe", Cell: func(w way) fyne.CanvasObject { return kit.NewText(kit.Body, w.when) }},
			{Title: "Rules", Cell: func(w way) fyne.CanvasObject { return kit.NewText(kit.Body, w.rules) }},
			{Cell: func(w way) fyne.CanvasObject { return kit.Tag(tone[w.word], w.word) }},
		}, ways, nil)
		words := kit.Facts(
			kit.Fact{Label: "Call her", Value: kit.NewSpans(kit.Span{Text: "Wren "}, kit.Span{Text: "(legal name is only for payments)", Style: kit.Small})},
			kit.Know("Safe word", "“late fees” means stop and call back tomorrow"),
			kit.Know("Emergency", "Peer support person · Heron"),
			kit.Fact{Label: "Last confirmed", Value: kit.Row(8, kit.NewText(kit.Body, "3 November 2026"), kit.Tag(kit.OK, "within 90 days"))},
			kit.Fact{Label: "Number", Value: kit.NewMasked(s.Env, "••• •• 41", func() string { return "+1 555 0141" })},
		)
		return onGround(
			kit.NewTabs([]kit.Tab{
				{ID: "o", Label: "Overview", Build: func() fyne.CanvasObject {
					return kit.Stack(kit.Gap,
						kit.Banner(kit.Notice{Tone: kit.OK, Over: "RIGHT NOW — Saturday 14:20 where Wren is", Lead: "You can send a Signal message. Do not call.",
							Text: "Say you are “from the library group”. If anyone else answers: ask about opening hours, then stop.",
							Acts: []fyne.CanvasObject{kit.Primary("I contacted Wren", nil)}}),
						kit.Columns(kit.Column{Share: 587, Least: 420, Body: kit.Card(kit.Head{Title: "Ways to reach Wren"}, table)},
							kit.Column{Share: 405, Least: 300, Body: kit.Card(kit.Head{Title: "Words to use"}, words, kit.Row(8, kit.Secondary("Ask Wren to check these", nil), kit.Quiet("Print a card…", nil)))}),
						kit.Banner(kit.Notice{Tone: kit.Care, Lead: "Ask first.", Text: "Wren agreed to quotes in reports until 27 November 2026, as “a board member”, and wants to see the words before they go out.", Note: "Agreed 27 May 2026 in writing · form version 3", Inset: true}),
						kit.Banner(kit.Notice{Tone: kit.Never, Lead: "Never by post.", Text: "Somebody else opens the mail there.", Note: "Said 3 November 2026"}),
					)
				}},
				{ID: "s", Label: "Safe contact"}, {ID: "c", Label: "Consent"}, {ID: "h", Label: "History"},
			}, nil))
	})
}

func TestPicturesForm(t *testing.T) {
	kittest.Picture(t, "form", func(s *kittest.Stage) fyne.CanvasObject {
		secret := kit.NewSecretEntry(s.Env)
		secret.Entry.SetText("orchard seven lamp")
		name := kit.NewEntry(s.Env)
		name.SetText("Wren")
		mistake := kit.NewField("Chosen name", kit.NewEntry(s.Env).Hint("Wren"))
		mistake.SetMistake("Write at least one name.")
		note := kit.NewLines(s.Env, 3)
		note.SetText("Prefers the side door. Đặng Thị Hương, Núñez, François Œuvre, Łukasz — they all show.")
		use := kit.NewSelect([]kit.Option{{ID: "q", Label: "Quote their words"}, {ID: "p", Label: "Photo"}}, nil).Set("q")
		progress := kit.NewProgressBar(s.Env, func() {})
		progress.Report(kit.Progress{Done: 620, Total: 1000})
		disabled := kit.Primary("Not yet", nil)
		disabled.Disable()
		return onGround(kit.Columns(
			kit.Column{Least: 300, Body: kit.Card(kit.Head{Title: "Fields", Note: "Every field but one name is optional."},
				kit.Form(kit.NewField("Passphrase", secret).Help("Six words are easier to keep than one hard one."),
					kit.NewField("Name", name), mistake,
					kit.NewField("Use", use),
					kit.NewField("On", kit.NewDateEntry(s.Env, nil).Set(s.Env.Today())),
					kit.NewField("Note", note)),
			)},
			kit.Column{Least: 300, Body: kit.Stack(kit.Gap,
				kit.Card(kit.Head{Title: "How often?", Acts: []fyne.CanvasObject{kit.Quiet("Skip", nil), kit.Secondary("Add a note", nil), kit.Primary("Next", nil)}},
					kit.NewRadio([]kit.Option{{ID: "n", Label: "Not yet"}, {ID: "h", Label: "About half of the time", Note: "Some meetings, not others"}, {ID: "a", Label: "Always"}}, nil).Set("h"),
					kit.NewCheck("Leave a voicemail", false, nil), kit.NewCheck("Send a text message first", true, nil),
					kit.NewSwitch("Lock when minimised", "Takes effect at once", true, nil), kit.NewSwitch("High contrast", "", false, nil)),
				kit.Card(kit.Head{Title: "Back up now"}, progress, kit.Row(8, disabled, kit.Grave("Erase Wren…", nil), kit.Link("Use a recovery code", nil)), kit.Tags(kit.Tag(kit.OK, "Yes"), kit.Tag(kit.Care, "To do"), kit.Tag(kit.Never, "Never"), kit.Tag(kit.Info, "Note"))),
				kit.Card(kit.Head{}, kit.Empty("Nobody is here yet", "Bring the board in from the spreadsheet that you have, or add the first person.", kit.Primary("Import a spreadsheet", nil), kit.Secondary("Add a person", nil))),
			)}))
	})
}
