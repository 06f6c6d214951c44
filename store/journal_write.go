package store

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"

	"holdfast/durable"
	"holdfast/store/internal/seal"
)

// journal is the end of the journal, where acts are added. One goroutine at a
// time may use it.
type journal struct {
	disk   disk
	folder string // of the generation
	scope  scope
	key    *seal.Key
	random io.Reader

	segment uint64
	file    file
	end     int64 // after the last entry that the disk confirmed
	head    position
	// began and earlier are how many bytes the journal had when its
	// generation began, and has in earlier segments.
	began, earlier int64
	// revision and header recognise the header as the journal has it.
	revision uint64
	header   sum
	broken   bool
}

// size is the length of all segments.
func (j *journal) size() int64 { return j.earlier + j.end }

// begin makes the first segment of a new generation.
func (j *journal) begin(c content) error {
	if err := j.makeSegment(1); err != nil {
		return err
	}
	c.form, c.number = formBegin, 1
	if err := j.add(c); err != nil {
		return err
	}
	j.began = j.end
	return nil
}

// resume opens the last segment for writing, behind its last entry.
func (j *journal) resume(number uint64, end int64) error {
	f, err := j.disk.open(segmentPath(j.folder, number), os.O_RDWR)
	if err != nil {
		return explain("open the journal", err)
	}
	j.segment, j.file, j.end = number, f, end
	return nil
}

// confirm writes the last entry over itself and waits for the disk. After a
// failed Sync, what can be read may lie in memory only. A large entry (an
// import) is left as it is, and only waited for.
func (j *journal) confirm(last int64) error {
	raw := make([]byte, min(j.end-last, 1<<20))
	_, err := j.file.ReadAt(raw, last)
	if err == nil && j.end-last == int64(len(raw)) {
		_, err = j.file.WriteAt(raw, last)
	}
	if err == nil {
		err = j.file.Sync()
	}
	return explain("confirm the last save", err)
}

// makeSegment makes an empty segment and makes its name survive.
func (j *journal) makeSegment(number uint64) error {
	if number > lastSegment {
		return fmt.Errorf("begin a file of the journal: %w: its files have no numbers left", ErrDamaged)
	}
	f, err := j.disk.open(segmentPath(j.folder, number), os.O_RDWR|os.O_CREATE|os.O_EXCL)
	if err != nil {
		return explain("begin a file of the journal", err)
	}
	if err := durable.SyncFolder(j.folder); err != nil {
		return errors.Join(explain("begin a file of the journal", err), f.Close())
	}
	j.earlier += j.end
	j.segment, j.file, j.end = number, f, 0
	return nil
}

// append saves an entry: when it returns nil, the disk has confirmed it. It
// fails with ErrNoSpace, ErrDenied, ErrTooLarge or ErrLocked, and then nothing
// was saved; or with ErrNotCertain.
func (j *journal) append(c content) error {
	if j.broken {
		return ErrReadOnly
	}
	raw, next, err := j.sealed(c, j.head)
	if err != nil {
		return err
	}
	if err := j.put(raw); err != nil {
		return j.cutBack(c, err)
	}
	if err := j.file.Sync(); err != nil {
		// The system may have dropped what it could not write and would call
		// the next Sync a success. This file is not asked again.
		return j.continueElsewhere(c, err)
	}
	j.saved(c, next, raw)
	return nil
}

// add writes an entry without waiting for the disk (see flush).
func (j *journal) add(c content) error {
	raw, next, err := j.sealed(c, j.head)
	if err == nil {
		err = explain("write the journal", j.put(raw))
	}
	if err != nil {
		return err
	}
	j.saved(c, next, raw)
	return nil
}

// flush waits until the disk has all that add wrote.
func (j *journal) flush() error { return explain("write the journal", j.file.Sync()) }

func (j *journal) saved(c content, next position, raw []byte) {
	j.end += int64(len(raw))
	j.head = next
	if c.revision > 0 {
		j.revision, j.header = c.revision, c.header
	}
}

// sealed is an entry as it will lie in the file, and the position after it.
func (j *journal) sealed(c content, after position) ([]byte, position, error) {
	plain := c.bytes()
	defer clear(plain)
	if len(plain)+seal.Overhead > min(entryLimit, math.MaxInt32) {
		return nil, position{}, ErrTooLarge
	}
	h := head{sequence: after.sequence + 1, length: uint32(len(plain) + seal.Overhead), before: after.sum}
	raw := make([]byte, 0, headSize+int(h.length))
	raw = append(raw, h.bytes()...)
	raw, err := j.key.Seal(j.random, raw, plain, j.scope.extra(raw))
	if err != nil {
		return nil, position{}, explain("seal an act", err)
	}
	return raw, position{h.sequence, seal.Sum(raw)}, nil
}

func (j *journal) put(raw []byte) error {
	n, err := j.file.WriteAt(raw, j.end)
	if err == nil && n < len(raw) {
		err = io.ErrShortWrite
	}
	return err
}

// cutBack takes the beginning of an entry that could not be written whole off
// the file again. Where that fails, the journal goes on in another file.
func (j *journal) cutBack(c content, cause error) error {
	err := j.file.Truncate(j.end)
	if err == nil {
		err = j.file.Sync()
	}
	if err != nil {
		if err := j.startSegment(c); err != nil {
			return j.fail(cause, err)
		}
	}
	return explain("save", cause)
}

// continueElsewhere saves an entry in a new segment after a failed Sync. The
// new segment names what it continues from, which makes void whatever the
// disk may still show in the old one.
func (j *journal) continueElsewhere(c content, cause error) error {
	if err := j.startSegment(c); err != nil {
		return j.fail(cause, err)
	}
	raw, next, err := j.sealed(c, j.head)
	if err == nil {
		err = j.put(raw)
	}
	if err == nil {
		err = j.file.Sync()
	}
	if err != nil {
		return j.fail(cause, err)
	}
	j.saved(c, next, raw)
	return nil
}

// startSegment goes on in a new file from the last confirmed entry.
func (j *journal) startSegment(before content) error {
	old := j.file
	if err := j.makeSegment(j.segment + 1); err != nil {
		return err
	}
	// Its contents were confirmed or are void; whether it closes well says
	// nothing any more.
	_ = old.Close()
	err := j.add(content{form: formBegin, number: j.segment, kind: KindContinued, at: before.at, holder: before.holder})
	if err == nil {
		err = j.file.Sync()
	}
	return err
}

// fail makes the journal read-only: what the disk has is not known.
func (j *journal) fail(causes ...error) error {
	j.broken = true
	for i, err := range causes {
		causes[i] = bare(err)
	}
	return fmt.Errorf("%w: %w", ErrNotCertain, errors.Join(causes...))
}

func (j *journal) close() error {
	if j.file == nil {
		return nil
	}
	f := j.file
	j.file = nil
	return explain("close the journal", f.Close())
}
