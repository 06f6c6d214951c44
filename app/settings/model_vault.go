package settings

import (
	"time"
)

// VaultState is what the page about the vault shows.
type VaultState struct {
	Folder, ID string
	// Acts says how much has been written down, since when.
	Acts string
	// Synced explains the danger of the folder, where there is one.
	Synced string
	// Found is what opening the vault found; empty where all was well.
	Found []string
	// Spacious says that writing the vault anew would make it much smaller.
	Spacious bool
	// Keeps says how much history stays then.
	Keeps   string
	Trouble string
}

// Vault is the page as it is now.
func (m *Model) Vault() VaultState {
	set, err := m.board.Settings()
	if err != nil {
		return VaultState{Trouble: m.Explain(err)}
	}
	id, err := m.board.ID()
	if err != nil {
		return VaultState{Trouble: m.Explain(err)}
	}
	acts, err := m.board.Journal(time.Time{})
	if err != nil {
		return VaultState{Trouble: m.Explain(err)}
	}
	opening := m.board.Opening()
	s := VaultState{Folder: m.window.Folder(), ID: string(id), Spacious: m.board.NeedsCompaction(),
		Acts:  m.book.Count(len(acts), "{n} act in the journal", "{n} acts in the journal"),
		Keeps: m.book.Say("All history is kept.")}
	if set.HistoryMonths > 0 {
		s.Keeps = m.book.Count(set.HistoryMonths, "History of the last {n} month is kept.", "History of the last {n} months is kept.")
	}
	if opening.SyncedFolder != "" {
		s.Synced = m.book.Say("{service} copies this folder to other computers. Everything in it is encrypted, but an old copy could take the place of a newer one while you work, and what you erase would live on in old versions. Close Holdfast and move the folder out of {service}, if you can.", "service", opening.SyncedFolder)
	}
	for _, notice := range opening.Notices {
		s.Found = append(s.Found, m.book.Render(notice))
	}
	return s
}

// Compact writes the vault anew without what is no longer kept.
func (m *Model) Compact() Work { return m.board.Compact }
