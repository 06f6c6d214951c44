package board

import (
	"cmp"
	"slices"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Needs is what the next coordinator needs to know. It names people, and is
// for the two alone.
type Needs struct {
	// Tasks are what Today asks for.
	Tasks []Item
	// Sheets are the contact sheets, to be confirmed again with each person
	// now that somebody else will be in touch: never confirmed first.
	Sheets []Need
	// Promises are what people were promised or asked for, Calendar what
	// comes in the next half year.
	Promises, Calendar []Need
	// Backups are where the backups lie.
	Backups []Need
}

// Need is one line: whom it is about, what it is, and the day that matters.
type Need struct {
	Member member.ID
	Who    string
	What   wording.Text
	On     record.Date
}

// aheadDays is how far the calendar of a handing over looks.
const aheadDays = 183

// Needs is what the next coordinator needs to know.
func (h Handing) Needs() (Needs, error) {
	today, err := h.b.Today()
	if err != nil {
		return Needs{}, err
	}
	r, err := h.b.roll()
	if err != nil {
		return Needs{}, err
	}
	n := Needs{Tasks: slices.DeleteFunc(today.Items, func(i Item) bool { return i.Kind == ItemHandover })}
	if n.Backups, err = h.b.backupPlaces(); err != nil {
		return n, err
	}
	day := record.DateOf(today.Now)
	for _, id := range r.order() {
		m := r.people[id]
		if !m.Stage().Serving() && !m.Stage().Joining() {
			continue
		}
		sheet := r.sheets[id]
		n.Sheets = append(n.Sheets, Need{id, m.Name, confirmedWords(sheet), sheet.Confirmed})
		n.Calendar = append(n.Calendar, r.ahead(m, day)...)
		if last := r.latest[id]; last.Outcome == contact.CallLater {
			n.Promises = append(n.Promises, Need{id, m.Name, wording.T("asked to be contacted another time"), record.DateOf(last.At.In(today.Now.Location()))})
		}
		if sheet.Rhythm > 0 {
			n.Promises = append(n.Promises, Need{Member: id, Who: m.Name, What: wording.N(sheet.Rhythm, "a check-in every day", "a check-in every {n} days")})
		}
	}
	err = h.b.view(func(tx *store.Tx) error {
		return store.In(tx, correctionSchema()).Scan("", func(c Correction) error {
			if c.Outcome == OutcomeOpen {
				n.Promises = append(n.Promises, Need{c.Member, r.people[c.Member].Name, wording.T("asked to have something corrected"), c.On})
			}
			return nil
		})
	})
	byDay := func(a, b Need) int { return a.On.Compare(b.On) }
	slices.SortStableFunc(n.Sheets, byDay)
	slices.SortStableFunc(n.Calendar, byDay)
	return n, err
}

func confirmedWords(s contact.Sheet) wording.Text {
	if s.Confirmed.IsZero() {
		return wording.T("never confirmed")
	}
	return wording.T("confirmed on {date}", "date", s.Confirmed)
}

// ahead is what comes with a person in the next half year.
func (r *roll) ahead(m member.Member, today record.Date) []Need {
	var all []Need
	add := func(on record.Date, what wording.Text) {
		if !on.IsZero() && !on.Before(today) && today.DaysUntil(on) <= aheadDays {
			all = append(all, Need{m.ID, m.Name, what, on})
		}
	}
	sheet := r.sheets[m.ID]
	if term, any := m.CurrentTerm(today); any {
		add(term.Start, wording.T("a term begins"))
		add(m.TermEnd(term, today), wording.T("the term ends"))
	}
	add(sheet.DoNotContactUntil, wording.T("may be contacted again from this day on"))
	add(sheet.ConfirmBy, wording.T("the contact sheet holds until then"))
	if m.Stage() == member.OnLeave {
		add(m.Now().Leave.Expected, wording.T("hopes to be back from leave"))
	}
	var entries []contact.Entry
	if last, any := r.reached[m.ID]; any {
		entries = append(entries, last)
	}
	add(contact.CheckInDue(sheet, entries, r.settings.policy(m)), wording.T("the next check-in"))
	return all
}

// Line is an item in one line, away from its button: where the title is only
// the name of a round or a list, what is to be done stands behind it.
func (i Item) Line() wording.Text {
	if i.About == "" || i.Detail.IsZero() {
		return i.Title
	}
	return wording.T("{what}: {detail}", "what", i.Title, "detail", i.Detail)
}

// Document is the list as pages for the two to go through. It names people.
func (n Needs) Document(book *wording.Book, settings Settings) paper.Document {
	d := paper.Document{Title: book.Say("Handing over"), Size: settings.Paper,
		Foot: book.Say("Names people. Destroy it when the handing over is finished.")}
	section := func(title string, needs []Need) {
		d.Blocks = append(d.Blocks, paper.Heading{Text: title})
		if len(needs) == 0 {
			d.Blocks = append(d.Blocks, paper.Paragraph{Text: book.Say("Nothing.")})
			return
		}
		t := paper.Table{Columns: []paper.Column{{Head: book.Say("Day")}, {Head: book.Say("Who")}, {Head: book.Say("What")}}}
		for _, need := range needs {
			day := ""
			if !need.On.IsZero() {
				day = book.Date(need.On)
			}
			t.Rows = append(t.Rows, []string{day, need.Who, book.Render(need.What)})
		}
		d.Blocks = append(d.Blocks, t)
	}
	tasks := paper.Boxes{}
	for _, item := range n.Tasks {
		tasks.Items = append(tasks.Items, paper.Box{Text: book.Render(item.Line())})
	}
	d.Blocks = append(d.Blocks, paper.Heading{Text: book.Say("Open tasks")})
	if len(tasks.Items) == 0 {
		d.Blocks = append(d.Blocks, paper.Paragraph{Text: book.Say("Nothing.")})
	} else {
		d.Blocks = append(d.Blocks, tasks)
	}
	section(book.Say("What was promised or asked for"), n.Promises)
	section(book.Say("Contact sheets to confirm again"), n.Sheets)
	section(book.Say("In the next half year"), n.Calendar)
	section(book.Say("Where the backups lie"), n.Backups)
	return d
}

// Receipt is the page that both sign: keys, days and numbers, and nobody of
// the board. It can be printed again at any time.
func (h Handover) Receipt(book *wording.Book, settings Settings) paper.Document {
	day := func(d record.Date) string {
		if d.IsZero() {
			return book.Say("not yet")
		}
		return book.Date(d)
	}
	people := book.Say("{agreed} agreed, {asked} told and asked, {objected} do not want it, {unsafe} can’t be reached safely now",
		"agreed", h.Told[ReplyAgreed], "asked", h.Told[ReplyAsked], "objected", h.Told[ReplyObjected], "unsafe", h.Told[ReplyUnsafe])
	d := paper.Document{Title: book.Say("Receipt for handing over"), Size: settings.Paper, Day: cmp.Or(h.Finished, h.Begun), Blocks: []paper.Block{
		paper.Facts{
			{Label: book.Say("Begun"), Text: day(h.Begun)},
			{Label: book.Say("Finished"), Text: day(h.Finished)},
			{Label: book.Say("Key that leaves"), Text: h.LeavingName},
			{Label: book.Say("Key that takes over"), Text: h.ComingName},
			{Label: book.Say("Proved with a backup"), Text: book.Say("{file}, read to its last byte on {date}, {n} records", "file", h.Proof.File, "date", day(h.Proof.On), "n", h.Proof.Records)},
			{Label: book.Say("Old key taken away"), Text: day(h.Removed)},
			{Label: book.Say("Fingerprint before"), Text: h.Before},
			{Label: book.Say("Fingerprint now"), Text: h.After},
			{Label: book.Say("People"), Text: people},
		},
		paper.Heading{Text: book.Say("What the key that leaves still opens")},
		paper.Paragraph{Text: book.Say("It opens nothing that is written from now on. It still opens copies of the vault that were made before, and these backups, as far as they are known:")},
	}}
	if len(h.Old) == 0 {
		d.Blocks = append(d.Blocks, paper.Paragraph{Text: book.Say("No backup that is known.")})
	} else {
		t := paper.Table{Columns: []paper.Column{{Head: book.Say("Backup")}, {Head: book.Say("Made on")}}}
		for _, old := range h.Old {
			t.Rows = append(t.Rows, []string{old.File, day(old.Made)})
		}
		d.Blocks = append(d.Blocks, t)
	}
	d.Blocks = append(d.Blocks, paper.Together{
		paper.Paragraph{Text: book.Say("Whoever leaves keeps no copy of the vault, of a backup, of a key, or of anything printed or exported from it, and tells nobody what they know from it.")},
		paper.Paragraph{Text: book.Say("Whoever takes over has opened a backup with their own key, and from today answers for what is kept.")},
		paper.Signatures{book.Say("Who leaves"), book.Say("Date"), book.Say("Who takes over"), book.Say("Date")},
	})
	return d
}
