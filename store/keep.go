package store

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"holdfast/durable"
	"holdfast/store/keyring"
)

// keptPrefix begins the name of a folder that holds a vault as it was before
// something was restored over it: "replaced-0003", after its generation. It is
// a vault folder of its own and opens with the keys of then.
const keptPrefix = "replaced-"

func (f folder) keptPath(generation uint64) string {
	return f.path(fmt.Sprintf("%s%04d", keptPrefix, generation))
}

// beginKeeping writes the header of the present vault beside it: from then on
// whoever finds its generation replaced moves it there, and removes nothing.
func (f folder) beginKeeping(h *keyring.Header) error {
	path := folder(f.keptPath(h.Generation()) + aside)
	err := erase(string(path))
	if err == nil {
		err = explain("keep the vault as it is", os.Mkdir(string(path), 0o700))
	}
	if err == nil {
		err = errors.Join(path.writeHeader(h), path.copyHeader(h))
	}
	if err == nil {
		err = explain("keep the vault as it is", durable.SyncFolder(string(f)))
	}
	if err != nil {
		return errors.Join(err, erase(string(path)))
	}
	return nil
}

// keeping says whether a generation is being kept.
func (f folder) keeping(generation uint64) bool {
	_, err := os.Lstat(f.keptPath(generation) + aside)
	return err == nil
}

// keep moves a generation that was replaced to where it is kept.
func (f folder) keep(generation uint64) error {
	path := folder(f.keptPath(generation) + aside)
	from := f.generation(generation)
	move := func(from, to string) error {
		return ignoreMissing(durable.Rename(from, to))
	}
	err := move(from, path.generation(generation))
	if err == nil {
		err = move(string(path), f.keptPath(generation))
	}
	if err == nil {
		err = durable.SyncFolder(string(f))
	}
	return explain("keep the vault as it was", err)
}

// kept are the paths of all vaults that were replaced.
func (f folder) kept() ([]string, error) {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return nil, explain("look for replaced vaults", err)
	}
	var all []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), keptPrefix) {
			all = append(all, f.path(e.Name()))
		}
	}
	return all, nil
}

// Replaced are the folders of this vault as it was before something was
// restored over it, the oldest first: each is a vault that Open opens, with
// the keys of then. They stay until DropReplaced, or until somebody is
// forgotten.
func (s *Store) Replaced() ([]string, error) {
	all, err := s.dir.kept()
	return slices.DeleteFunc(all, func(path string) bool { return strings.HasSuffix(path, aside) }), err
}

// DropReplaced removes them. What it can't remove is an error.
func (s *Store) DropReplaced() error {
	all, err := s.dir.kept()
	for _, path := range all {
		err = errors.Join(err, erase(path))
	}
	return errors.Join(err, explain("remove the replaced vault", durable.SyncFolder(string(s.dir))))
}
