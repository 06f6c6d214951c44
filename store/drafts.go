package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// drafts is the file of half-typed text: two slots of fixed length, made once,
// so that saving needs no room on the disk, shows no length, and a save that
// is cut off leaves the one before.
type drafts struct {
	mu     sync.Mutex
	path   string
	key    *seal.Key
	scope  scope
	random io.Reader
	// slot is where the newest draft lies; count numbers the saves.
	slot  int
	count uint64
	// worn says that the other slot can't be read: the newest draft may have
	// been there.
	worn bool
	text []byte
}

const (
	slotSize  = 64 << 10
	draftHead = 8 + 4
	// DraftLimit is the longest draft in bytes.
	DraftLimit = slotSize - seal.Overhead - draftHead
)

// open reads the newest draft and puts right what can't be read: a slot is
// written over, and where the file is missing, of another length, or without
// a slot that can be read, a fresh one is made. found says what was wrong.
func (d *drafts) open() (found []Finding, err error) {
	found, err = d.look()
	switch {
	case errors.Is(err, ErrDenied), errors.Is(err, ErrLinked):
		return nil, err
	case d.worn:
		err = d.save(d.text)
		d.worn = true // what the other slot held is not known all the same
		return found, err
	case len(found) > 0:
		return found, d.make()
	}
	return nil, nil
}

// look reads both slots and says what can't be read. Where the file itself
// can't be, the reason comes with it.
func (d *drafts) look() (found []Finding, err error) {
	raw, err := readBounded(d.path, 2*slotSize)
	readable := 0
	if err == nil && len(raw) == 2*slotSize {
		for slot := range 2 {
			count, text, ok := d.read(slot, raw[slot*slotSize:][:slotSize])
			if ok {
				readable++
			}
			if ok && count >= d.count {
				d.slot, d.count, d.text = slot, count, text
			}
		}
	}
	switch readable {
	case 0:
		found = []Finding{{Where: draftsFile, Mends: true, What: wording.T("Half-typed text, if there was any, could not be read. Nothing that was saved is affected.")}}
	case 1:
		d.worn = true
		found = []Finding{{Where: draftsFile, Mends: true, What: wording.T("Of half-typed text only one of two copies could be read, and it may be the older one. Nothing that was saved is affected.")}}
	}
	return found, err
}

// make writes a file with two empty slots.
func (d *drafts) make() error {
	var raw []byte
	for slot := range 2 {
		box, err := d.box(slot, uint64(slot)+1, nil)
		if err != nil {
			return err
		}
		raw = append(raw, box...)
	}
	if err := replace(d.path, raw); err != nil {
		return err
	}
	d.slot, d.count, d.text, d.worn = 1, 2, nil, false
	return nil
}

func (d *drafts) extra(slot int) []byte { return d.scope.extra([]byte{'d', byte(slot)}) }

func (d *drafts) box(slot int, count uint64, text []byte) ([]byte, error) {
	plain := make([]byte, 0, slotSize-seal.Overhead)
	plain = binary.BigEndian.AppendUint64(plain, count)
	plain = binary.BigEndian.AppendUint32(plain, uint32(len(text)))
	plain = append(plain, text...)[:cap(plain)]
	defer clear(plain)
	box, err := d.key.Seal(d.random, make([]byte, 0, slotSize), plain, d.extra(slot))
	return box, explain("seal a draft", err)
}

func (d *drafts) read(slot int, box []byte) (count uint64, text []byte, ok bool) {
	plain, err := d.key.Open(nil, box, d.extra(slot))
	if err != nil || len(plain) < draftHead {
		return 0, nil, false
	}
	n := binary.BigEndian.Uint32(plain[8:])
	if n > DraftLimit {
		return 0, nil, false
	}
	return binary.BigEndian.Uint64(plain), plain[draftHead:][:n], true
}

// save writes a draft over the older of the two.
func (d *drafts) save(text []byte) error {
	if len(text) > DraftLimit {
		return ErrTooLarge
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	slot := 1 - d.slot
	box, err := d.box(slot, d.count+1, text)
	if err != nil {
		return err
	}
	f, err := openPlain(d.path, os.O_WRONLY)
	if err != nil {
		return explain("save a draft", err)
	}
	_, err = f.WriteAt(box, int64(slot)*slotSize)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return explain("save a draft", err)
	}
	d.slot, d.count, d.text, d.worn = slot, d.count+1, append([]byte(nil), text...), false
	return nil
}

// SaveDraft keeps a half-typed text, opaque to the store, until ClearDraft. It
// takes the place of the one before. It fails with ErrTooLarge (see
// DraftLimit), with ErrLocked, or as the disk does: then say so while the
// person types.
func (s *Store) SaveDraft(text []byte) error {
	d, err := s.draftFile()
	if err != nil {
		return err
	}
	return d.save(text)
}

// Draft is what SaveDraft was given last, or nil. With ErrDamaged comes the
// text before that, where the last one can no longer be read.
func (s *Store) Draft() ([]byte, error) {
	d, err := s.draftFile()
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.worn {
		return append([]byte(nil), d.text...), fmt.Errorf("%w: the newest draft can't be read", ErrDamaged)
	}
	return append([]byte(nil), d.text...), nil
}

// ClearDraft writes over both drafts.
func (s *Store) ClearDraft() error {
	d, err := s.draftFile()
	if err != nil {
		return err
	}
	// Once into each slot, so that neither keeps the text.
	return errors.Join(d.save(nil), d.save(nil))
}

func (s *Store) draftFile() (*drafts, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.locked {
		return nil, ErrLocked
	}
	if s.drafts == nil {
		return nil, fmt.Errorf("save a draft: %w", ErrNoSpace)
	}
	return s.drafts, nil
}
