package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"holdfast/durable"
)

// The names of what lies in a vault folder.
const (
	headerFile       = "vault.json"
	headerCopy       = "vault.json.bak"
	lockFile         = "lock"
	draftsFile       = "drafts"
	quarantineFolder = "quarantine"
	generationPrefix = "gen-"
	engineFolder     = "engine"
	engineSealFile   = "engine.seal"
	// aside ends the name of what is not finished yet; whatever has it may
	// be removed at any time.
	aside = durable.Aside
)

// folder is the path of a vault.
type folder string

func (f folder) path(names ...string) string {
	return filepath.Join(append([]string{string(f)}, names...)...)
}

// generation is the folder of generation n: "gen-0001".
func (f folder) generation(n uint64) string {
	return f.path(fmt.Sprintf("%s%04d", generationPrefix, n))
}

// generations are the numbers of all generations that lie there, and the
// names of those that were never finished.
func (f folder) generations() (whole []uint64, unfinished []string, err error) {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return nil, nil, explain("list the vault folder", err)
	}
	for _, e := range entries {
		number, ok := strings.CutPrefix(e.Name(), generationPrefix)
		if !ok || !e.IsDir() {
			continue
		}
		if strings.HasSuffix(number, aside) {
			unfinished = append(unfinished, e.Name())
		} else if n, err := strconv.ParseUint(number, 10, 64); err == nil {
			whole = append(whole, n)
		}
	}
	return whole, unfinished, nil
}

// check says whether a vault lies in the folder at all: ErrNotVault,
// ErrLinked or ErrDenied where not.
func (f folder) check() error {
	info, err := os.Lstat(string(f))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrNotVault
	case err != nil:
		return explain("look at the vault folder", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return ErrLinked
	case !info.IsDir():
		return ErrNotVault
	}
	for _, name := range []string{headerFile, headerCopy} {
		_, err := os.Lstat(f.path(name))
		if err == nil {
			return nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return explain("look at the vault folder", err)
		}
	}
	return ErrNotVault
}

// protect makes everything in the folder the owner's alone, says how many
// things were open to others, and refuses links: a link put in by somebody
// else could make us write, or change the permissions of, anything at all.
func (f folder) protect() (repaired int, err error) {
	err = filepath.WalkDir(string(f), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if !d.IsDir() && !info.Mode().IsRegular() {
			return ErrLinked
		}
		// Windows keeps permissions in lists that Chmod does not reach; a
		// vault there inherits those of the owner's profile.
		if runtime.GOOS == "windows" || info.Mode().Perm()&0o077 == 0 {
			return nil
		}
		// Badger asks for what the system lets it have; its folder is closed.
		inside, relErr := filepath.Rel(string(f), path)
		if relErr != nil || !strings.Contains(filepath.ToSlash(inside), "/"+engineFolder+"/") {
			repaired++
		}
		if d.IsDir() {
			return os.Chmod(path, 0o700)
		}
		return os.Chmod(path, 0o600)
	})
	if err != nil && !errors.Is(err, ErrLinked) {
		err = explain("protect the vault folder", err)
	}
	return repaired, err
}
