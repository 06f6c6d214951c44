package backup

import (
	"errors"
	"fmt"

	"holdfast/store/keyring"
)

var (
	// ErrNotBackup says that the file is something else. Choose another.
	ErrNotBackup = errors.New("this is not a backup of Holdfast")
	// ErrCompanion is an ErrNotBackup: the file is the one beside a backup.
	// Choose the one without ".since" in its name.
	ErrCompanion = fmt.Errorf("%w, but the file beside one", ErrNotBackup)
	// ErrTruncated says that the end of the file is missing: it was cut off,
	// or a copy of it was not finished. Copy it again, or take another.
	ErrTruncated = errors.New("this backup is cut off")
	// ErrAltered says that the file is not as it was written. Nothing of it is
	// used: take another backup.
	ErrAltered = errors.New("this backup was changed or is damaged")
	// ErrForged says that somebody else made the file: a signature or an
	// attestation is wrong. Nothing of it is used.
	ErrForged = errors.New("this backup was made by somebody else")
	// ErrUnproven says that the file opens, and nothing shows who made it: the
	// key has never vouched for that vault. A person compares the fingerprint.
	ErrUnproven = errors.New("where this backup comes from is not proven")
	// ErrNewer says that a newer Holdfast made it: update the program.
	ErrNewer = errors.New("this backup was made by a newer Holdfast")
	// ErrOtherBoard says that the vault to be restored over is another one.
	ErrOtherBoard = errors.New("this is a backup of another board")
	// ErrOlder says that the vault has gone on since: what was done there
	// would be gone. A person says so first.
	ErrOlder = errors.New("this backup is older than what is there")
	// ErrWrongKey says that the key does not open the file. Try another.
	ErrWrongKey = fmt.Errorf("for a backup: %w", keyring.ErrWrongKey)
)
