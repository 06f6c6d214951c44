package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"holdfast/store/internal/seal"
)

// explain makes an error of the operating system fit to be shown: what was
// being done, one of our own errors where the caller can decide on it, and
// the system's reason. The path is left out, because a folder's name can name
// a board or a person.
func explain(doing string, err error) error {
	if err == nil {
		return nil
	}
	reason := bare(err)
	switch {
	case errors.Is(err, seal.ErrWiped):
		return ErrLocked
	case isFull(err):
		return fmt.Errorf("%s: %w: %w", doing, ErrNoSpace, reason)
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return fmt.Errorf("%s: %w: %w", doing, ErrDenied, reason)
	default:
		return fmt.Errorf("%s: %w", doing, reason)
	}
}

// bare is the system's reason without the path that it was about.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	default:
		return err
	}
}

// Explained makes an error of the operating system fit to be shown, for files
// that belong to a vault but lie outside of it: it holds ErrNoSpace or
// ErrDenied where it is that, and no path.
func Explained(doing string, err error) error { return explain(doing, err) }
