package board

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Assurance answers one question: could you get it all back today?
type Assurance struct {
	// Sure: every line says yes.
	Sure  bool
	Lines []SureLine
}

// SureLine is one reason for yes, or for doubt.
type SureLine struct {
	// Yes or not; Tag is the word for it.
	Yes bool
	Tag wording.Text
	// Title is one line, Detail a smaller one below it; it may be empty.
	Title, Detail wording.Text
	// Act is what a button says, and Target where it leads; empty for none.
	Act    wording.Text
	Target Target
	// Backup and Holder are what it is about, where it is about one.
	Backup, Holder record.ID
}

// Assurance answers whether everything could be got back today.
func (a Backups) Assurance() (Assurance, error) {
	lines, err := a.List()
	if err != nil {
		return Assurance{}, err
	}
	holders, err := a.b.Keyholders()
	if err != nil {
		return Assurance{}, err
	}
	s, err := a.b.Settings()
	if err != nil {
		return Assurance{}, err
	}
	today := record.DateOf(a.b.in(s))
	sure := Assurance{Sure: true}
	at := slices.IndexFunc(lines, func(l BackupLine) bool { return l.Verified() })
	var last *BackupLine
	if at >= 0 {
		last = &lines[at]
	}
	all := append([]SureLine{lastSure(s, last, today)}, keysSure(s, last, holders, today)...)
	replaced, err := a.Replaced()
	if err != nil {
		return sure, err
	}
	for _, line := range append(all, oldSure(lines, len(replaced))...) {
		line.Tag = wording.T("Check")
		if line.Yes {
			line.Tag = wording.T("Yes")
		}
		sure.Sure = sure.Sure && line.Yes
		sure.Lines = append(sure.Lines, line)
	}
	return sure, nil
}

// lastSure is about the last backup that was read back.
func lastSure(s Settings, last *BackupLine, today record.Date) SureLine {
	if last == nil {
		return SureLine{Title: wording.T("There is no backup yet"),
			Detail: wording.T("If this computer is lost, so is everything in it."), Act: wording.T("Back up now"), Target: ToBackups}
	}
	line := SureLine{Backup: last.ID, Yes: true,
		Title:  wording.T("The backup of {date} opens with {keys}", "date", last.On, "keys", last.Opens),
		Detail: wording.T("never restored for trial · {records}", "records", recordsWords(last.Records))}
	if !last.Rehearsed.IsZero() {
		line.Detail = wording.T("rehearsed on {date} · {records}, all intact", "date", last.Rehearsed, "records", recordsWords(last.Records))
	}
	every := s.RehearseEvery()
	switch days := last.On.DaysUntil(today); {
	case s.Backup.Days > 0 && days > s.Backup.Days:
		line.Yes, line.Act, line.Target = false, wording.T("Back up now"), ToBackups
		line.Title = wording.N(days, "The last backup is a day old", "The last backup is {n} days old")
	case every > 0 && (last.Rehearsed.IsZero() || today.After(last.Rehearsed.AddMonths(every))):
		line.Yes, line.Act, line.Target = false, wording.T("Rehearse it"), ToRehearsal
	}
	return line
}

func recordsWords(n int) wording.Text { return wording.N(n, "{n} record", "{n} records") }

// keysSure is about the keys that open backups.
func keysSure(s Settings, last *BackupLine, holders []Keyholder, today record.Date) []SureLine {
	var lines []SureLine
	recovery, other := false, ""
	for _, h := range holders {
		if Recovery(h.Kind) {
			recovery = true
			lines = append(lines, recoverySure(s, h, today))
		}
		inLast := last != nil && slices.ContainsFunc(last.Keys, func(k BackupKey) bool { return k.ID == h.ID })
		if !Recovery(h.Kind) && !h.Mine && inLast {
			other = h.Label
		}
	}
	if !recovery {
		lines = append(lines, SureLine{Title: wording.T("There is no recovery key on paper"),
			Detail: wording.T("If passphrases are forgotten, nothing opens the backups."), Act: wording.T("Add a key"), Target: ToKeyholders})
	}
	if other != "" {
		return append(lines, SureLine{Yes: true, Title: wording.T("“{label}” can open backups if you leave", "label", other)})
	}
	return append(lines, SureLine{Title: wording.T("Nobody else can open backups if you leave"),
		Detail: wording.T("Give a second person a key of their own, and make a backup then."), Act: wording.T("Add a key"), Target: ToKeyholders})
}

// recoverySure is about one recovery key.
func recoverySure(s Settings, h Keyholder, today record.Date) SureLine {
	line := SureLine{Yes: true, Holder: h.ID, Title: wording.T("The recovery key “{label}” was last tried on {date}", "label", h.Label, "date", h.Rehearsed)}
	if h.Rehearsed.IsZero() {
		line.Title = wording.T("The recovery key “{label}” was never tried", "label", h.Label)
	}
	if due := s.rehearsalDue(h); h.Rehearsed.IsZero() || !due.IsZero() && !today.Before(due) {
		line.Yes, line.Act, line.Target = false, wording.T("Try it"), ToKeyholders
	}
	return line
}

// oldSure is about what should not be there any more, or is not as it was.
func oldSure(lines []BackupLine, replaced int) []SureLine {
	var erased, removed, wrong []record.ID
	for _, l := range lines {
		if l.Wrong != "" {
			wrong = append(wrong, l.ID)
			continue
		}
		if l.HoldsErased {
			erased = append(erased, l.ID)
		}
		if len(l.Removed) > 0 {
			removed = append(removed, l.ID)
		}
	}
	var out []SureLine
	add := func(of []record.ID, title, detail wording.Text) {
		if len(of) > 0 {
			out = append(out, SureLine{Title: title, Detail: detail, Act: wording.T("Look"), Target: ToBackup, Backup: of[0]})
		}
	}
	add(wrong, wording.N(len(wrong), "{n} backup is not as it was written", "{n} backups are not as they were written"),
		wording.T("Do not rely on it, and see whether the stick still holds."))
	add(erased, wording.N(len(erased), "{n} backup may hold somebody who was erased", "{n} backups may hold somebody who was erased"),
		wording.N(len(erased), "Destroy it once a newer one is there.", "Destroy them once a newer one is there."))
	add(removed, wording.N(len(removed), "{n} backup opens with a key that was taken away", "{n} backups open with a key that was taken away"),
		wording.N(len(removed), "Destroy it once a newer one is there.", "Destroy them once a newer one is there."))
	if replaced > 0 {
		out = append(out, SureLine{Title: wording.T("The vault as it was before a restore is still kept"),
			Detail: wording.T("Remove it when everything that you restored is right.")})
	}
	return out
}
