package board

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// Code is a kind of trouble, the same in the window and on the command line.
type Code string

// The kinds of trouble.
const (
	CodeUsage      Code = "usage"
	CodeInvalid    Code = "invalid"
	CodePassphrase Code = "passphrase"
	CodeDamaged    Code = "damaged"
	CodeInUse      Code = "in_use"
	CodeNewer      Code = "newer"
	CodeDenied     Code = "denied"
	CodeSpace      Code = "space"
	CodeStopped    Code = "stopped"
)

// Trouble is what went wrong, in words that say what it means and what to do.
type Trouble struct {
	Code Code
	// Says is one sentence or a few; never empty.
	Says []wording.Text
	// Field is the field that was refused, where it is about one.
	Field string
}

// Explain puts any error of this package into words. It never shows a path
// or anything that somebody typed.
func Explain(err error) Trouble {
	t := explained(err)
	// Where the disk was full as well, that is what a script decides on.
	if isFull(err) {
		t.Code = CodeSpace
	}
	return t
}

// ExplainIn is what Explain says, in the language of a book; "" for no error.
func ExplainIn(book *wording.Book, err error) string {
	if err == nil {
		return ""
	}
	var said []string
	for _, t := range Explain(err).Says {
		if text := book.Render(t); text != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said, " ")
}

// MistakesIn says an error in a language, by the field of a form that it is
// about; what is about no field stands under "". It is nil for no error.
func MistakesIn(book *wording.Book, err error) map[string]string {
	if err == nil {
		return nil
	}
	problems := wording.Problems(err)
	if len(problems) == 0 {
		return map[string]string{"": ExplainIn(book, err)}
	}
	wrong := map[string]string{}
	for _, p := range problems {
		said := book.Render(p.What)
		if before := wrong[p.Field]; before != "" && before != said {
			said = before + " " + said
		}
		wrong[p.Field] = said
	}
	return wrong
}

func explained(err error) Trouble {
	if problems := wording.Problems(err); len(problems) > 0 {
		t := Trouble{Code: CodeInvalid, Field: problems[0].Field}
		for _, p := range problems {
			t.Says = append(t.Says, p.What)
		}
		return t
	}
	switch {
	case isFull(err):
		err = errors.Join(store.ErrNoSpace, err)
	case isTooLong(err):
		return Trouble{Code: CodeInvalid, Says: []wording.Text{
			wording.T("The name of this file or folder is too long for the system. Choose a shorter one, or a folder further up.")}}
	}
	if room, ok := errors.AsType[store.RoomError](err); ok {
		return Trouble{Code: CodeSpace, Says: []wording.Text{
			wording.N(int(room.Missing>>20)+1, "There is not enough free space on the disk: about {n} MB more is needed. Nothing was changed. Make room and try again.",
				"There is not enough free space on the disk: about {n} MB more are needed. Nothing was changed. Make room and try again.")}}
	}
	for _, known := range troubles() {
		if errors.Is(err, known.is) {
			return Trouble{Code: known.code, Says: []wording.Text{known.says}}
		}
	}
	if isGone(err) {
		return explained(ErrUnplugged)
	}
	// A file that was named by somebody; its path may hold a name and is left
	// out. What goes wrong inside a vault is one of the errors above.
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return Trouble{Code: CodeInvalid, Says: []wording.Text{
			wording.T("This file can't be read or written: {error}.", "error", at.Err.Error())}}
	}
	return Trouble{Code: CodeDamaged, Says: []wording.Text{
		wording.T("Something unexpected happened: {error}.", "error", err.Error())}}
}

// trouble is an error that is known and the words for it.
type trouble struct {
	is   error
	code Code
	says wording.Text
}

// troubles are the errors that are known, the most telling first.
func troubles() []trouble {
	return append(slices.Concat(backupTroubles(), keyTroubles(), packetTroubles()), []trouble{
		{store.ErrInUse, CodeInUse, wording.T("Another Holdfast has this vault open. Close it there, then try again.")},
		{store.ErrNewer, CodeNewer, wording.T("This vault was written by a newer Holdfast. Update the program; nothing is wrong with the vault, and nothing was changed.")},
		{record.ErrNewer, CodeNewer, wording.T("A record in this vault was written by a newer Holdfast. Update the program; nothing was changed.")},
		{store.ErrNoSpace, CodeSpace, wording.T("There is not enough free space on the disk. Nothing was changed. Make room and try again.")},
		{store.ErrNotCertain, CodeDamaged, wording.T("The disk did not confirm this save, so it is not certain that it was kept. Nothing more is saved until the vault is opened again; check then whether the last change is there.")},
		{store.ErrReadOnly, CodeDenied, wording.T("Nothing can be saved until the vault is locked and opened again, because the disk did not confirm an earlier save.")},
		{store.ErrLinked, CodeInvalid, wording.T("This is a link or a special file and not the vault itself. Open the folder that the link points to.")},
		{store.ErrNotVault, CodeInvalid, wording.T("There is no vault in this folder. Choose the folder that holds a file called vault.json.")},
		{store.ErrExists, CodeInvalid, wording.T("This folder is not empty. Choose an empty folder, or a new name, for a new vault.")},
		{store.ErrTooLarge, CodeInvalid, wording.T("This is too large to be saved at once. Save it in smaller parts.")},
		{store.ErrLocked, CodeInvalid, wording.T("The vault was locked meanwhile. Nothing was changed. Unlock it and try again.")},
		{store.ErrDenied, CodeDenied, wording.T("There is no permission to read and write this folder. Nothing was changed. Check who owns it and whether it is read-only.")},
		{store.ErrDamaged, CodeDamaged, wording.T("This vault is damaged and can't be opened as it is. Nothing was changed. Make a copy of its folder, then let “salvage” write everything that can still be read into a new vault, or restore a backup.")},
		{record.ErrDamaged, CodeDamaged, wording.T("A record in this vault is damaged. The others are not. “check” names what is affected; “salvage” writes the rest into a new vault.")},
		{fs.ErrPermission, CodeDenied, wording.T("There is no permission to read or write this file. Nothing was changed.")},
		{fs.ErrNotExist, CodeInvalid, wording.T("There is no such file or folder.")},
		{fs.ErrExist, CodeInvalid, wording.T("There is a file of that name already. It was left as it is; choose another name.")},
		{record.ErrNotFound, CodeInvalid, wording.T("There is no such record.")},
		{context.Canceled, CodeStopped, wording.T("Stopped. Nothing was left half-written.")},
	}...)
}

// keyTroubles are the errors about keys.
func keyTroubles() []trouble {
	return []trouble{
		{keyring.ErrOtherKey, CodePassphrase, wording.T("This key is whole in itself, but it does not open this vault. It is of another vault, or it was taken away from this one.")},
		{keyring.ErrWrongKey, CodePassphrase, wording.T("This does not open the vault. Check capital letters and the keyboard's language, then try again.")},
		{keyring.ErrKeyFileDamaged, CodeInvalid, wording.T("This key file is empty, cut short or changed, so nothing can be tried with it. Take another copy of it.")},
		{keyring.ErrNotKeyFile, CodeInvalid, wording.T("This file is not a key file that Holdfast can use. Choose the file that was made when the key was added.")},
		{keyring.ErrPassphraseNeeded, CodePassphrase, wording.T("This key file is protected by a passphrase of its own. Give that passphrase with it.")},
		{keyring.ErrWeakened, CodeDamaged, wording.T("Somebody changed how well the passphrase of this vault is protected. Do not type it in again; restore a backup.")},
		{keyring.ErrForged, CodeDamaged, wording.T("The list of keyholders of this vault was not written by this vault. Somebody changed it, so it was not opened. Restore a backup, and compare the fingerprint with the one on your recovery kit.")},
		{keyring.ErrDamaged, CodeDamaged, wording.T("The list of keyholders of this vault is damaged, and so is its copy. Nothing was changed. Restore vault.json from a copy of the folder, or restore a backup.")},
	}
}
