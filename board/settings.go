package board

import (
	"errors"
	"slices"
	"time"
	"unicode"
	"unicode/utf8"

	"holdfast/compensation"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// Settings are what a board decided about itself. They lie in the vault, so
// that they travel with it and nobody reads them while it is locked. What
// concerns the window alone lies in package preference.
type Settings struct {
	// Name is what the board is called, shown only while it is unlocked.
	Name string `json:"board_name"`
	// Zone is the coordinator's time zone, by its IANA name.
	Zone string `json:"time_zone"`
	// LockMinutes is how long nobody has to touch anything before the board
	// locks, 1 to 120.
	LockMinutes int `json:"lock_minutes"`
	// LockOnMinimise locks when the window is put away.
	LockOnMinimise bool `json:"lock_on_minimise"`
	// ClipboardSeconds is how long a copied number stays in the clipboard, 5
	// to 120.
	ClipboardSeconds int `json:"clipboard_seconds"`
	// ConfirmDays is the age at which a contact sheet should be confirmed
	// again, 7 to 365.
	ConfirmDays int `json:"confirm_days"`
	// Terms are the board's rules about terms.
	Terms member.Limits `json:"terms"`
	// HistoryMonths is how much history of earlier versions a compaction
	// keeps, 1 to 240; 0 keeps all.
	HistoryMonths int `json:"history_months"`
	// RehearseMonths is after how many months a recovery key should be
	// rehearsed again, 1 to 60; 0 is the usual 12, and -1 never.
	RehearseMonths int `json:"rehearse_months,omitempty"`
	// Paper is what documents are printed on; empty is US Letter.
	Paper paper.Size `json:"paper_size,omitempty"`
	// Receipts lets consent receipts be made; Jurisdiction is what they say
	// about where the board is ("US-WA").
	Receipts     bool   `json:"consent_receipts,omitempty"`
	Jurisdiction string `json:"jurisdiction,omitempty"`
	// Hidden are the names of member fields that this board does not use.
	Hidden []string `json:"hidden_fields,omitempty"`
	// Renamed gives member fields the board's own labels.
	Renamed map[string]string `json:"renamed_fields,omitempty"`
	// Custom are the board's own fields.
	Custom []member.CustomField `json:"custom_fields,omitempty"`

	// Pay is what the board decided about paying people.
	Pay compensation.Policy `json:"pay"`
	// Backup is what the board decided about backups.
	Backup BackupSettings `json:"backup"`

	// zones remembers the time zones of the people of this board.
	zones *contact.Zones
}

// Bounds of the settings.
const (
	longestBoardName = 80
	longestLabel     = 60
	mostCustomFields = 40
)

// Usual are the settings of a new board in a time zone.
func Usual(name, zone string) Settings {
	return Settings{
		Name: name, Zone: zone, LockMinutes: 5, ClipboardSeconds: 15,
		ConfirmDays: contact.DefaultPolicy().StaleAfter,
		Terms:       member.Limits{TermMonths: 24, TermsInARow: 2, PromptDays: []int{90, 60, 30}},
		Pay:         compensation.Usual(),
		Backup:      usualBackups(),
	}
}

// settingsKey is where the one record of settings lies.
const settingsKey record.Key = "board"

func settingsSchema() record.Schema[Settings] {
	return record.Schema[Settings]{
		Collection: "settings", Version: 1,
		Key: func(Settings) record.Key { return settingsKey },
	}
}

// Location is the coordinator's time zone; UTC where it is not set.
func (s Settings) Location() *time.Location {
	zone, err := s.zones.Zone(s.Zone)
	if err != nil {
		return time.UTC
	}
	return zone
}

// Validate names everything that is out of its range, each as a
// wording.Problem whose Field is the key of ctl's "settings set".
func (s Settings) Validate() error {
	return errors.Join(s.validateName(), s.validateZone(),
		within("lock_minutes", s.LockMinutes, 1, 120),
		within("clipboard_seconds", s.ClipboardSeconds, 5, 120),
		within("confirm_days", s.ConfirmDays, 7, 365),
		within("history_months", s.HistoryMonths, 0, 240),
		s.validateRehearsals(),
		within("term_months", s.Terms.TermMonths, 0, 120),
		within("terms_in_a_row", s.Terms.TermsInARow, 0, 20),
		within("break_months", s.Terms.BreakMonths, 0, 240),
		s.validatePrompts(), s.validatePaper(), label("jurisdiction", s.Jurisdiction, longestLabel), s.validateHidden(), s.validateRenamed(), s.validateCustom(), s.Pay.Validate(), s.Backup.validate())
}

// RehearseEvery is after how many months a recovery key should be rehearsed
// again; 0 is never.
func (s Settings) RehearseEvery() int {
	if s.RehearseMonths == 0 {
		return 12
	}
	return max(0, s.RehearseMonths)
}

// SetRehearseEvery keeps after how many months that is; 0 is never.
func (s *Settings) SetRehearseEvery(months int) {
	if s.RehearseMonths = months; months <= 0 {
		s.RehearseMonths--
	}
}

func (s Settings) validateRehearsals() error {
	if s.RehearseMonths == -1 {
		return nil
	}
	return within("rehearse_months", s.RehearseMonths, 0, 60)
}

func within(key string, value, least, most int) error {
	if value < least || value > most {
		return wording.Refuse(key, "This is a whole number from {least} to {most}.", "least", least, "most", most)
	}
	return nil
}

func (s Settings) validateName() error {
	return label("board_name", s.Name, longestBoardName)
}

// label refuses a name that could not be shown on one line.
func label(key, text string, most int) error {
	if !utf8.ValidString(text) || utf8.RuneCountInString(text) > most {
		return wording.Refuse(key, "A name here has at most {n} characters.", "n", most)
	}
	if slices.ContainsFunc([]rune(text), func(r rune) bool { return !unicode.IsPrint(r) }) {
		return wording.Refuse(key, "A name here is one line of ordinary characters.")
	}
	return nil
}

func (s Settings) validateZone() error {
	if _, err := contact.Zone(s.Zone); s.Zone != "" && err != nil {
		return wording.Refuse("time_zone", "There is no such time zone; it is written like America/Chicago.")
	}
	return nil
}

func (s Settings) validatePaper() error {
	if s.Paper != "" && !slices.Contains(paper.Sizes(), s.Paper) {
		return wording.Refuse("paper_size", "Paper is letter or a4.")
	}
	return nil
}

func (s Settings) validatePrompts() error {
	if len(s.Terms.PromptDays) > 6 {
		return wording.Refuse("prompt_days", "At most {n} reminders before the end of a term.", "n", 6)
	}
	for _, days := range s.Terms.PromptDays {
		if err := within("prompt_days", days, 1, 365); err != nil {
			return err
		}
	}
	return nil
}
