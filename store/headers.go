package store

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"holdfast/store/keyring"
)

// candidate is one of the two files that hold the vault's header.
type candidate struct {
	file   string
	raw    []byte
	header *keyring.Header
	err    error // why it can't be the header
}

// candidates reads both files: those that parse first, by revision.
func (f folder) candidates() []candidate {
	all := make([]candidate, 0, 2)
	for _, name := range []string{headerFile, headerCopy} {
		c := candidate{file: name}
		c.raw, c.err = readBounded(f.path(name), keyring.MaxHeader)
		if c.err == nil {
			c.header, c.err = keyring.ParseHeader(c.raw)
		}
		if c.err == nil && !f.whole(c.header.Generation()) {
			c.err = fmt.Errorf("%w: the records that it belongs to are not there", ErrDamaged)
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.rank(), a.rank()) })
	return all
}

func (c candidate) rank() uint64 {
	if c.err != nil {
		return 0
	}
	return c.header.Revision()
}

// whole says whether a generation has a journal. A rewrite gives a generation
// its name only when all of it is on the disk.
func (f folder) whole(generation uint64) bool {
	entries, err := os.ReadDir(f.generation(generation))
	if err != nil {
		return false
	}
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		info, err := e.Info()
		return err == nil && strings.HasPrefix(e.Name(), "journal-") && info.Mode().IsRegular() && info.Size() > 0
	})
}

// best is the header that unlocking would try first: ErrNewer, ErrDenied,
// ErrLinked or ErrDamaged where there is none. A header of a newer Holdfast is
// not passed over for an older one beside it.
func (f folder) best() (*keyring.Header, error) {
	all := f.candidates()
	for _, known := range []error{ErrNewer, ErrLinked, ErrDenied} {
		for _, c := range all {
			if errors.Is(c.err, known) {
				return nil, c.err
			}
		}
	}
	if all[0].err == nil {
		return all[0].header, nil
	}
	reason := all[0].err
	if errors.Is(reason, fs.ErrNotExist) {
		reason = all[1].err
	}
	return nil, fmt.Errorf("%w: %w", ErrDamaged, reason)
}

// opened is a vault whose header was unlocked.
type opened struct {
	candidate
	keys    *keyring.Keyset
	opening keyring.Opening
	others  []candidate
	// replaced says that the other file had to take the place of one that
	// was damaged, or written by somebody else (then forged is true too).
	replaced, forged bool
}

// unlock opens the highest header that is genuine. A header that fails its
// checks is passed over and said; one that merely does not know the key is
// not, or an old passphrase would still open an old copy.
func (f folder) unlock(ctx context.Context, key keyring.Key) (*opened, error) {
	if _, err := f.best(); err != nil {
		return nil, err
	}
	all := f.candidates()
	out := &opened{}
	var failed error
	for i, c := range all {
		if c.err != nil {
			out.replaced = true
			continue
		}
		if i > 0 && failed != nil && bytes.Equal(c.raw, all[i-1].raw) {
			break
		}
		if errors.Is(failed, ErrWrongKey) && c.older(all[0]) {
			break
		}
		ks, opening, err := c.header.Unlock(ctx, key)
		if err == nil {
			out.candidate, out.keys, out.opening = c, ks, opening
			out.others = slices.Delete(slices.Clone(all), i, i+1)
			return out, nil
		}
		if !isHeaderFault(err) && !errors.Is(err, ErrWrongKey) {
			return nil, err
		}
		failed = cmp.Or(failed, err)
		out.replaced = true
		out.forged = out.forged || errors.Is(err, keyring.ErrForged)
	}
	if isHeaderFault(failed) {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, failed)
	}
	return nil, failed
}

// older says whether c is a state of the same vault from before another.
func (c candidate) older(than candidate) bool {
	return c.header.Vault() == than.header.Vault() && c.header.Revision() < than.header.Revision()
}

func isHeaderFault(err error) bool {
	return errors.Is(err, keyring.ErrForged) || errors.Is(err, keyring.ErrDamaged) || errors.Is(err, keyring.ErrWeakened)
}

// writeHeader puts a header in place: when it returns nil, a loss of power
// finds this header, and at worst the copy beside it is one behind.
func (f folder) writeHeader(h *keyring.Header) error {
	return replace(f.path(headerFile), h.Encode())
}

// copyHeader writes the copy beside it.
func (f folder) copyHeader(h *keyring.Header) error {
	return replace(f.path(headerCopy), h.Encode())
}
