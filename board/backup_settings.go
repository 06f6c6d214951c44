package board

import (
	"errors"
	"path/filepath"
	"strings"

	"holdfast/backup"
	"holdfast/wording"
)

// BackupSettings are what a board decided about backups.
type BackupSettings struct {
	// Place is the folder in which they are made by themselves; empty for
	// nowhere.
	Place string `json:"place,omitempty"`
	// Days is after how many days one is due, 1 to 90; 0 is never, and then
	// nothing reminds of it either.
	Days int `json:"days"`
	// Keep is how many of those that were made by themselves stay.
	Keep backup.Keep `json:"keep"`
}

func usualBackups() BackupSettings {
	return BackupSettings{Days: 7, Keep: backup.Keep{Daily: 7, Weekly: 4, Monthly: 6}}
}

// orUsual is for a board whose settings are older than these.
func (s BackupSettings) orUsual() BackupSettings {
	if s == (BackupSettings{}) {
		return usualBackups()
	}
	return s
}

func (s BackupSettings) validate() error {
	var place error
	if s.Place != "" && !filepath.IsAbs(s.Place) {
		place = wording.Refuse("backup_place", "This is the whole path of a folder.")
	}
	return errors.Join(place, within("backup_days", s.Days, 0, 90),
		within("backup_keep_daily", s.Keep.Daily, 1, 60), within("backup_keep_weekly", s.Keep.Weekly, 0, 60),
		within("backup_keep_monthly", s.Keep.Monthly, 0, 60))
}

func backupSettingKeys() []settingKey {
	place := textKey("backup_place", wording.T("Folder for backups that are made by themselves"), func(s *Settings) *string { return &s.Backup.Place })
	place.set = func(s *Settings, value string) error {
		if s.Backup.Place = strings.TrimSpace(value); s.Backup.Place != "" {
			s.Backup.Place = filepath.Clean(s.Backup.Place)
		}
		return nil
	}
	return []settingKey{place,
		numberKey("backup_days", wording.T("A backup is due after so many days (0: never)"), func(s *Settings) *int { return &s.Backup.Days }),
		numberKey("backup_keep_daily", wording.T("Keep backups of so many days"), func(s *Settings) *int { return &s.Backup.Keep.Daily }),
		numberKey("backup_keep_weekly", wording.T("Keep backups of so many weeks"), func(s *Settings) *int { return &s.Backup.Keep.Weekly }),
		numberKey("backup_keep_monthly", wording.T("Keep backups of so many months"), func(s *Settings) *int { return &s.Backup.Keep.Monthly }),
	}
}
