package store

import (
	"errors"
	"fmt"

	"holdfast/store/keyring"
)

var (
	// ErrWrongKey says that the key given opens nothing here. Ask again.
	ErrWrongKey = keyring.ErrWrongKey
	// ErrNewer says that a newer Holdfast wrote this vault: update the
	// program; nothing is wrong with the data and nothing was changed.
	ErrNewer = keyring.ErrNewer
	// ErrNotVault says that the folder holds no vault. Choose another.
	ErrNotVault = errors.New("there is no vault in this folder")
	// ErrExists says that a new vault can't be made where something already
	// lies. Choose an empty folder or a new name.
	ErrExists = errors.New("this folder is not empty")
	// ErrInUse says that another Holdfast has the vault open. Close it there.
	ErrInUse = errors.New("another Holdfast has this vault open")
	// ErrDenied says that the system refuses to read or write the folder.
	ErrDenied = errors.New("there is no permission to read and write this vault")
	// ErrLinked says that the vault, or a file in it, is a symbolic link,
	// which could lead anywhere, or no ordinary file (a pipe would be waited
	// for). Open the folder that it points to.
	ErrLinked = errors.New("this is a link or a special file and not the vault itself")
	// ErrDamaged says that what the vault needs in order to open can't be
	// read any more. Nothing was changed: try Salvage, or restore a backup.
	ErrDamaged = errors.New("this vault is damaged")
	// ErrNoSpace says that the disk is full. Nothing was changed: make room
	// and try again.
	ErrNoSpace = errors.New("there is not enough free space on the disk")
	// ErrNotCertain says that the disk did not confirm a save: it may or may
	// not be there after the next unlock. The vault is read-only until then.
	ErrNotCertain = errors.New("the disk did not confirm this save")
	// ErrReadOnly says that nothing can be saved any more after ErrNotCertain.
	// Lock, mend the disk, unlock.
	ErrReadOnly = errors.New("nothing can be saved until the vault is opened again")
	// ErrLocked says that the vault was locked meanwhile. Nothing was changed.
	ErrLocked = errors.New("the vault is locked")
	// ErrTooLarge says that one act, or one draft, is larger than the vault
	// takes at once. Save it in parts.
	ErrTooLarge = errors.New("this is too large to be saved at once")
)

// RoomError is an ErrNoSpace that knows how much is missing, in bytes.
type RoomError struct{ Missing uint64 }

// Error says how much is missing.
func (e RoomError) Error() string {
	return fmt.Sprintf("%v: %d bytes more are needed", ErrNoSpace, e.Missing)
}

// Is says that it is an ErrNoSpace.
func (e RoomError) Is(target error) bool { return target == ErrNoSpace }

// Room is a RoomError where less is free than is needed, otherwise nil.
func Room(free, need uint64) error {
	if free < need {
		return RoomError{need - free}
	}
	return nil
}
