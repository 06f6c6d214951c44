package store

import (
	"holdfast/store/keyring"
	"holdfast/synced"
	"holdfast/wording"
)

// Finding is one thing that is not as it was written.
type Finding struct {
	// Where is a file of the vault, such as "gen-0001/journal-0001.hf".
	Where string
	// Sequence is the first entry of the journal that it is about, and
	// Entries how many; 0 where it is about something else.
	Sequence uint64
	Entries  int
	// What says it to a person.
	What wording.Text
	// Mends: unlocking puts it right, and no record is missing by it.
	Mends bool
}

// Report is what unlocking found. On most days it is empty but for Opening.
type Report struct {
	// Opening says whose key it was, and whether somebody has been at the
	// keys.
	Opening keyring.Opening
	// Damaged is what can no longer be read.
	Damaged []Finding
	// RolledBack is where an older state was found than the one known.
	RolledBack []Finding
	// SetAside are files in quarantine: what a crash left unfinished.
	SetAside []Finding
	// EngineRebuilt: the working copy did not fit and was made anew from the
	// journal. Nothing was lost.
	EngineRebuilt bool
	// HeaderHealed: one of the two files with the keyholders was damaged and
	// was written anew from the other.
	HeaderHealed bool
	// HeaderForged: one of them was written by somebody else.
	HeaderForged bool
	// Draft is what was found about half-typed text, if anything.
	Draft []Finding
	// ReadOnly: nothing can be saved for now, because the disk refuses it.
	ReadOnly bool
	// PermissionsRepaired is how many files or folders others could read.
	PermissionsRepaired int
	// SyncedFolder is the service that seems to copy the vault's folder to
	// other computers (package synced), or empty.
	SyncedFolder string
	// Unfinished are what an erasing rewrite could not remove yet. It is
	// tried again at each unlock.
	Unfinished []string
}

// Notices puts the report into words, the gravest first.
func (r Report) Notices() []wording.Text {
	var all []wording.Text
	say := func(when bool, t wording.Text) {
		if when {
			all = append(all, t)
		}
	}
	for _, list := range [][]Finding{r.RolledBack, r.Damaged, r.SetAside, r.Draft} {
		for _, f := range list {
			all = append(all, f.What)
		}
	}
	all = append(all, r.Opening.Notices()...)
	say(r.HeaderForged, wording.T("The list of keyholders was changed by somebody else. Holdfast did not use it and put the right one back."))
	say(r.HeaderHealed && !r.HeaderForged, wording.T("The list of keyholders was damaged. Holdfast restored it from the copy beside it; nothing is missing."))
	say(r.EngineRebuilt, wording.T("The working copy was made anew from the journal. Nothing was lost."))
	say(r.ReadOnly, wording.T("The disk is full or refuses to write, so nothing can be saved for now. Make room, then lock and unlock."))
	say(r.PermissionsRepaired > 0, PermissionsWords())
	say(r.SyncedFolder != "", synced.Service(r.SyncedFolder).AboutVault())
	say(len(r.Unfinished) > 0, wording.T("Something that was to be erased is still on the disk, because another program holds it. Holdfast tries again each time the vault is opened."))
	return all
}

// PermissionsWords says that others could read the folder, and can no longer.
func PermissionsWords() wording.Text {
	return wording.T("Other accounts of this computer could read the vault's folder. It is closed to them again.")
}

// SyncedFolder names the service that seems to copy what lies in dir to other
// computers ("Dropbox"), or is empty; home is as in Environment.
func SyncedFolder(dir, home string) string {
	service, _ := synced.Find(dir, home)
	return string(service)
}
