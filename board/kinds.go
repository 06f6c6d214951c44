package board

import (
	"slices"

	"holdfast/wording"
)

// Kind is the kind of an act as the journal keeps it: stable, in lower case,
// and telling nothing about anybody.
type Kind string

// The kinds of acts of this package.
const (
	ActBegin        Kind = "board.begin"
	ActSettings     Kind = "board.settings"
	ActImport       Kind = "board.import"
	ActDemo         Kind = "board.demo"
	ActMemberAdd    Kind = "member.add"
	ActMemberEdit   Kind = "member.edit"
	ActMemberMove   Kind = "member.move"
	ActMemberBack   Kind = "member.back"
	ActMemberStep   Kind = "member.step"
	ActNoteSave     Kind = "note.save"
	ActNoteRemove   Kind = "note.remove"
	ActSheetSave    Kind = "sheet.save"
	ActSheetConfirm Kind = "sheet.confirm"
	ActContacted    Kind = "contact.log"
	ActUndo         Kind = "undo"
	ActKitReadBack  Kind = "kit.read_back"
	ActKitSkipped   Kind = "kit.skipped"
	ActKitMarked    Kind = "kit.marked"
	ActKeyRehearsed Kind = "key.rehearsed"
	ActRuleSave     Kind = "rule.save"
	ActRuleRemove   Kind = "rule.remove"
	ActForget       Kind = "person.forget"
	ActPurge        Kind = "retention.purge"
	ActHold         Kind = "legal_hold"
	ActCorrection   Kind = "correction"
	ActHandover     Kind = "handover"
	ActBackup       Kind = "backup.made"
	ActBackupRead   Kind = "backup.read"
	ActBackupTried  Kind = "backup.rehearsed"
	ActBackupGone   Kind = "backup.removed"
	ActRestored     Kind = "board.restored"
)

// Kinds are all kinds of acts of this package.
func Kinds() []Kind {
	return append(slices.Concat(assessKinds(), payKinds(), consentKinds()), ActBegin, ActSettings, ActImport, ActDemo, ActMemberAdd, ActMemberEdit,
		ActMemberMove, ActMemberBack, ActMemberStep, ActNoteSave, ActNoteRemove, ActSheetSave,
		ActSheetConfirm, ActContacted, ActUndo, ActKitReadBack, ActKitSkipped, ActKitMarked, ActKeyRehearsed,
		ActRuleSave, ActRuleRemove, ActForget, ActPurge, ActHold, ActCorrection, ActHandover,
		ActBackup, ActBackupRead, ActBackupTried, ActBackupGone, ActRestored)
}

// Known says whether k is one of Kinds.
func (k Kind) Known() bool { return slices.Contains(Kinds(), k) }

// Words is the kind as a journal shows it: "Changed a contact sheet". A kind
// that a newer Holdfast wrote is "Something that a newer Holdfast did".
func (k Kind) Words() wording.Text {
	switch k {
	case ActBegin:
		return wording.T("Began the board")
	case ActSettings:
		return wording.T("Changed the settings")
	case ActImport:
		return wording.T("Brought people in from a spreadsheet")
	case ActDemo:
		return wording.T("Filled in an invented board")
	case ActUndo:
		return wording.T("Took a change back")
	case ActKitReadBack:
		return wording.T("Read the recovery key back")
	case ActKitSkipped:
		return wording.T("Put off reading the recovery key back")
	case ActKitMarked:
		return wording.T("Wrote the new fingerprint on the recovery kits")
	case ActKeyRehearsed:
		return wording.T("Rehearsed a key")
	case ActRuleSave:
		return wording.T("Entered a dated number")
	case ActRuleRemove:
		return wording.T("Removed a dated number")
	case ActBackup:
		return wording.T("Made a backup")
	case ActBackupRead:
		return wording.T("Read a backup again")
	case ActBackupTried:
		return wording.T("Rehearsed a backup")
	case ActBackupGone:
		return wording.T("Let a backup go")
	case ActRestored:
		return wording.T("Restored a backup")
	}
	if words := k.peopleWords(); !words.IsZero() {
		return words
	}
	if words := k.consentWords(); !words.IsZero() {
		return words
	}
	if words := k.leavingWords(); !words.IsZero() {
		return words
	}
	if words := k.assessWords(); !words.IsZero() {
		return words
	}
	if words := k.payWords(); !words.IsZero() {
		return words
	}
	return k.vaultWords()
}

// peopleWords are the words for acts on people.
func (k Kind) peopleWords() wording.Text {
	switch k {
	case ActMemberAdd:
		return wording.T("Added a person")
	case ActMemberEdit:
		return wording.T("Changed what is kept about a person")
	case ActMemberMove:
		return wording.T("Moved a person to another stage")
	case ActMemberBack:
		return wording.T("Took a move to another stage back")
	case ActMemberStep:
		return wording.T("Changed an onboarding checklist")
	case ActNoteSave:
		return wording.T("Wrote a note")
	case ActNoteRemove:
		return wording.T("Removed a note")
	case ActSheetSave:
		return wording.T("Changed a contact sheet")
	case ActSheetConfirm:
		return wording.T("Confirmed a contact sheet")
	case ActContacted:
		return wording.T("Wrote down a contact")
	default:
		return wording.Text{}
	}
}

// leavingWords are the words for the end of what is kept.
func (k Kind) leavingWords() wording.Text {
	switch k {
	case ActForget:
		return wording.T("Took a person off, to be forgotten")
	case ActPurge:
		return wording.T("Took off what was kept long enough")
	case ActHold:
		return wording.T("Set or lifted a legal hold")
	case ActCorrection:
		return wording.T("Wrote down a request to correct something")
	case ActHandover:
		return wording.T("Took a step of handing over")
	default:
		return wording.Text{}
	}
}
