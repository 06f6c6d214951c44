package store

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"holdfast/store/internal/seal"
)

// spot is where an entry lies and what can be known of it without a key.
type spot struct {
	segment uint64
	offset  int64
	head    head
	// sum is the Sum of the entry as it lies there: the next one names it. It
	// is made when the entry is walked over with sums, or opened.
	sum sum
}

func (s spot) end() int64 { return s.offset + headSize + int64(s.head.length) }

// segment is one file of the journal.
type segment struct {
	number uint64
	path   string
	size   int64
	spots  []spot // in the order in which they lie there
	// strays are the offsets of bytes that belong to no entry.
	strays []int64
}

// name is the segment as Findings call it: "gen-0001/journal-0001.hf".
func (s segment) name() string {
	return filepath.Base(filepath.Dir(s.path)) + "/" + filepath.Base(s.path)
}

// lastSegment is the highest number of a segment. A vault gets to a second one
// only when a disk fails; a file with a higher number is somebody else's.
const lastSegment = 9999

func segmentPath(generation string, number uint64) string {
	return filepath.Join(generation, fmt.Sprintf("journal-%04d.hf", number))
}

// walkAll finds the entries of every segment of a generation, by number: their
// names have four figures each, and folders are listed by name. Sums take three
// times as long as finding: opening makes them on all cores.
func walkAll(d disk, generation string, sums bool) ([]segment, error) {
	names, err := os.ReadDir(generation)
	if err != nil {
		return nil, explain("list the journal", err)
	}
	var all []segment
	for _, e := range names {
		middle, ok := strings.CutPrefix(e.Name(), "journal-")
		number, err := strconv.ParseUint(strings.TrimSuffix(middle, ".hf"), 10, 32)
		if !ok || err != nil || number == 0 || number > lastSegment || e.IsDir() ||
			segmentPath(generation, number) != filepath.Join(generation, e.Name()) {
			continue
		}
		s := segment{number: number, path: filepath.Join(generation, e.Name())}
		if err := s.walk(d, sums); err != nil {
			return nil, explain("read the journal", err)
		}
		all = append(all, s)
	}
	return all, nil
}

// walk finds the entries of a segment. Where one is damaged, it searches for
// the next: a wrong length must not take the rest of the file with it.
func (s *segment) walk(d disk, sums bool) error {
	f, err := d.open(s.path, os.O_RDONLY)
	if err != nil {
		return err
	}
	defer f.Close() // read only: nothing can be lost
	info, err := f.Stat()
	if err != nil {
		return err
	}
	s.size = info.Size()
	w := window{r: f, size: s.size}
	for at := int64(0); at < s.size; {
		found, ok, err := w.entry(at)
		if err != nil {
			return err
		}
		if !ok {
			s.strays = append(s.strays, at)
			if at, err = w.search(at + 1); err != nil {
				return err
			}
			continue
		}
		found.segment = s.number
		if sums {
			if found.sum, err = w.sum(found); err != nil {
				return err
			}
		}
		s.spots = append(s.spots, found)
		at = found.end()
	}
	return nil
}

// window reads a file forwards through a buffer.
type window struct {
	r     io.ReaderAt
	size  int64
	start int64
	bytes []byte
}

const windowSize = 1 << 20

// at gives n bytes from an offset, or fewer at the end of the file. They are
// valid until the next call.
func (w *window) at(offset, n int64) ([]byte, error) {
	n = max(0, min(n, w.size-offset))
	if offset < w.start || offset+n > w.start+int64(len(w.bytes)) {
		want := min(max(n, windowSize), w.size-offset)
		w.bytes = slices.Grow(w.bytes[:0], int(want))[:want]
		w.start = offset
		if got, err := w.r.ReadAt(w.bytes, offset); err != nil && (err != io.EOF || got < len(w.bytes)) {
			return nil, err
		}
	}
	return w.bytes[offset-w.start:][:n], nil
}

// entry finds the entry at an offset; false where none lies there whole.
func (w *window) entry(offset int64) (spot, bool, error) {
	b, err := w.at(offset, headSize)
	if err != nil {
		return spot{}, false, err
	}
	h, ok := parseHead(b)
	found := spot{offset: offset, head: h}
	return found, ok && found.end() <= w.size, nil
}

func (w *window) sum(s spot) (sum, error) {
	b, err := w.at(s.offset, s.end()-s.offset)
	return seal.Sum(b), err
}

// search gives the offset of the next magic, or the size of the file.
func (w *window) search(from int64) (int64, error) {
	for at := from; at < w.size; at += windowSize - int64(len(entryMagic)) {
		b, err := w.at(at, windowSize)
		if err != nil {
			return 0, err
		}
		if i := bytes.Index(b, []byte(entryMagic)); i >= 0 {
			return at + int64(i), nil
		}
		if at+windowSize >= w.size {
			break
		}
	}
	return w.size, nil
}
