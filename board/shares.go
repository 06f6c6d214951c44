package board

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"holdfast/assets"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// Sheets are a key divided among three sheets of paper, any two of which open
// the vault, at the one moment at which they can be seen. Until each was read
// back they open nothing.
type Sheets struct {
	// Shares are the sheets in their order.
	Shares keyring.Shares
	// Fingerprint is the vault's, Made the day.
	Fingerprint string
	Made        record.Date

	size      paper.Size
	enrolment *keyring.Enrolment
	read      []int
}

// DrawSheets divides a new key, called label in the list of keyholders.
func (b *Board) DrawSheets(ctx context.Context, label string) (*Sheets, error) {
	opened, err := b.vault()
	if err != nil {
		return nil, err
	}
	settings, err := b.Settings()
	if err != nil {
		return nil, err
	}
	enrolment, shares, err := keyring.NewShares(ctx, label)
	if err != nil {
		return nil, err
	}
	return &Sheets{Shares: shares, Fingerprint: opened.Fingerprint(), Made: record.DateOf(b.in(settings)),
		size: settings.Paper, enrolment: enrolment}, nil
}

// Check compares what was typed from a sheet, 1 to 3, and remembers that it
// was right. It fails with a Problem that says what is wrong.
func (s *Sheets) Check(number int, typed string) error {
	if err := s.Shares.Check(number, typed); err != nil {
		return err
	}
	if !slices.Contains(s.read, number) {
		s.read = append(s.read, number)
	}
	return nil
}

// KeepSheets lets the sheets open the vault. It refuses while one of them was
// not read back.
func (b *Board) KeepSheets(ctx context.Context, s *Sheets) (Keyholder, error) {
	if len(s.read) != len(s.Shares) {
		return Keyholder{}, wording.Refuse("share", "Read all three sheets back first: they count only then.")
	}
	holder, err := b.add(ctx, s.enrolment)
	if err != nil {
		return Keyholder{}, err
	}
	if err := b.KitReadBack(holder.ID); err != nil {
		return Keyholder{}, err
	}
	return b.keyholder(holder.ID)
}

// AddSheetFiles is DrawSheets with a text file for each sheet in a folder that
// is there, or with one PDF, a page for each, where the name to ends in .pdf;
// both as WriteOut does. What was written is read back from the disk before the
// key opens the vault; where anything fails it is removed again.
func (b *Board) AddSheetFiles(ctx context.Context, label, to string, book *wording.Book) (k Keyholder, paths []string, err error) {
	s, err := b.DrawSheets(ctx, label)
	if err != nil {
		return Keyholder{}, nil, err
	}
	defer func() {
		if err == nil {
			return
		}
		for _, path := range paths {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	if isPDF(to) {
		paths, err = s.writePDF(to, book)
	} else {
		paths, err = s.writeTexts(to, book)
	}
	if err != nil {
		return Keyholder{}, paths, err
	}
	k, err = b.KeepSheets(ctx, s)
	return k, paths, err
}

// writeTexts writes each sheet to a file of its own and reads its words back.
// It gives what it wrote, also where it fails.
func (s *Sheets) writeTexts(dir string, book *wording.Book) (paths []string, err error) {
	for _, share := range s.Shares {
		path := filepath.Join(dir, "sheet-"+strconv.Itoa(share.Number)+".txt")
		text := paper.ShareText(s.sheet(share), book)
		err := WriteOut(path, text)
		clear(text)
		if err != nil {
			return paths, err
		}
		paths = append(paths, path)
		written, err := ReadKeyFile(path)
		if err == nil {
			err = s.Check(share.Number, string(written))
			clear(written)
		}
		if err != nil {
			return paths, err
		}
	}
	return paths, nil
}

// writePDF writes the sheets to be printed and reads the file back, byte by
// byte. It gives what it wrote, also where it fails.
func (s *Sheets) writePDF(path string, book *wording.Book) (paths []string, err error) {
	pages, err := s.PDF(book)
	if err != nil {
		return nil, err
	}
	defer clear(pages)
	if err := WriteOut(path, pages); err != nil {
		return nil, err
	}
	written, err := os.ReadFile(path)
	defer clear(written)
	if err == nil && !bytes.Equal(written, pages) {
		err = ErrUnplugged
	}
	for _, share := range s.Shares {
		if err == nil {
			err = s.Check(share.Number, strings.Join(share.Words, " "))
		}
	}
	return []string{path}, err
}

// PDF is the sheets to be printed, each on a page of its own. Whoever asked
// for the bytes wipes them: they are the key.
func (s *Sheets) PDF(book *wording.Book) ([]byte, error) {
	all := make([]paper.Share, len(s.Shares))
	for i, share := range s.Shares {
		all[i] = s.sheet(share)
	}
	pages := paper.SharePages(all, book)
	pages.Size = s.size
	return pages.PDF(book, paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()})
}

func (s *Sheets) sheet(share *keyring.Share) paper.Share {
	return paper.Share{Number: share.Number, All: keyring.ShareCount, Needed: keyring.SharesNeeded, Words: share.Words,
		Checks: keyring.ShareChecks, Fingerprint: s.Fingerprint, Made: s.Made}
}
