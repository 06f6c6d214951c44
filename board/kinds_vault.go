package board

import (
	"holdfast/store"
	"holdfast/wording"
)

// vaultWords are the words for what the vault itself writes into its journal.
func (k Kind) vaultWords() wording.Text {
	switch k {
	case store.KindCreated:
		return wording.T("Made the vault")
	case store.KindRewritten:
		return wording.T("Wrote the vault anew")
	case store.KindContinued:
		return wording.T("Went on in a new file after the disk had failed")
	case store.KindRolledBack:
		return wording.T("Found an older copy in place of the vault")
	case store.KindHeaderNoted:
		return wording.T("Noted a change of the list of keyholders")
	case store.KindSalvaged:
		return wording.T("Saved what could be read of a damaged vault")
	case store.KindHealed:
		return wording.T("Repaired the vault")
	case store.KindKeyholderAdded:
		return wording.T("Added a key")
	case store.KindKeyholderRenamed:
		return wording.T("Renamed a key")
	case store.KindKeyholderAttested:
		return wording.T("Vouched for the vault with a key")
	case store.KindKeyholderRemoved:
		return wording.T("Removed a key")
	case store.KindRestored:
		return wording.T("Put the vault together again from a backup")
	case store.KindPassphraseChanged:
		return wording.T("Changed a passphrase")
	default:
		return wording.T("Something that a newer Holdfast did")
	}
}
