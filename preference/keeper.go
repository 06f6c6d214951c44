package preference

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"holdfast/durable"
	"holdfast/record"
	"holdfast/wording"
)

// fileName is the settings file inside its folder.
const fileName = "settings.json"

// Keeper is the settings file, opened. It may be used from several
// goroutines.
type Keeper struct {
	mu      sync.Mutex
	dir     string // "" keeps everything in memory
	now     content
	notices []wording.Text
}

// Open reads the settings file in dir, a folder of the program's own that
// need not exist yet. It always gives a Keeper: what could not be read is the
// usual, and Notices says so. With dir "" nothing is ever written: a
// demonstration, or somebody who wants no trace at all.
func Open(dir string) *Keeper {
	k := &Keeper{dir: dir, now: content{settings: Usual()}}
	if dir != "" {
		k.now = k.read()
	}
	k.notices = k.now.notices
	return k
}

// Notices is what a person should be told about the file, once: sentences,
// none most of the time.
func (k *Keeper) Notices() []wording.Text { return slices.Clone(k.notices) }

// Settings are the settings as they are now.
func (k *Keeper) Settings() Settings {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.now.settings
}

// Change changes the settings and writes them down; edit gets them as the file
// has them and must not call the Keeper. The change holds for this run even
// where it can't be written; then the error says why. It fails with
// record.ErrInvalid (a wording.Problem) for a value out of range, and then
// nothing changes; with record.ErrNewer where a newer Holdfast wrote the
// file, which stays as it is; otherwise as writing does.
func (k *Keeper) Change(edit func(*Settings)) error {
	return k.change(func(c *content) error {
		edit(&c.settings)
		return c.settings.Validate()
	})
}

// change applies an edit to what the file says at this moment and writes it.
func (k *Keeper) change(edit func(*content) error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	next := k.fresh()
	if err := edit(&next); err != nil {
		return err
	}
	if next.newer {
		k.now.settings = next.settings
		return fmt.Errorf("the settings file: %w", record.ErrNewer)
	}
	k.now = next
	if k.dir == "" {
		return nil
	}
	data, err := next.encode()
	if err != nil {
		return err
	}
	if err := errors.Join(os.MkdirAll(k.dir, 0o700), durable.Replace(filepath.Join(k.dir, fileName), data)); err != nil {
		return fmt.Errorf("write the settings file: %w", plain(err))
	}
	return nil
}

// fresh is what the file says now. Where it disappeared or went bad since it
// was opened, what this Keeper knew takes its place.
func (k *Keeper) fresh() content {
	if k.dir == "" {
		return k.now
	}
	next := k.read()
	switch {
	case next.newer:
		next.settings = k.now.settings
	case next.missing || len(next.notices) > 0:
		next = k.now
	}
	next.notices = nil
	return next
}

// read reads the file. No file is no news.
func (k *Keeper) read() content {
	path := filepath.Join(k.dir, fileName)
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return content{settings: Usual(), missing: true}
	}
	// Only an ordinary file is opened: a pipe in its place would hold the
	// program up for ever, and a link would lead the writing elsewhere.
	if err != nil || !info.Mode().IsRegular() {
		return damaged()
	}
	file, err := os.Open(path)
	if err != nil {
		return damaged()
	}
	data, err := io.ReadAll(io.LimitReader(file, largest+1))
	if closing := file.Close(); err != nil || closing != nil {
		return damaged()
	}
	return parse(data)
}

// plain takes the path out of an error: it may hold somebody's name.
func plain(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	return err
}
