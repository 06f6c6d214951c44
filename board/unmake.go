package board

import (
	"errors"
	"os"
	"path/filepath"
)

// made is where Create made a vault, and whether the folder was there before.
type made struct {
	dir   string
	there bool
}

// Unmake closes a board and takes away the vault that Create has just made
// for it, where what was to go into it could not be written: a folder that
// holds half of something is in the way of trying again. A board that was
// unlocked is only closed.
func (b *Board) Unmake() error {
	if err := b.Close(); err != nil || b.made.dir == "" {
		return err
	}
	entries, err := os.ReadDir(b.made.dir) // it was empty when the vault was made
	if err != nil {
		return err
	}
	for _, entry := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(b.made.dir, entry.Name())))
	}
	if err == nil && !b.made.there {
		err = os.Remove(b.made.dir)
	}
	return err
}
