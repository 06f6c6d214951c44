package store

import (
	"cmp"
	"context"
	"errors"
	"os"
	"slices"

	"holdfast/store/internal/seal"
)

// position is how far a journal has come: the last entry and its Sum.
type position struct {
	sequence uint64
	sum      sum
}

// entry is one entry of the journal that authenticated.
type entry struct {
	spot
	content
	// edits are what prepare made of the changes.
	edits []edit
}

// reader reads the journal of one generation.
type reader struct {
	disk  disk
	scope scope
	key   *seal.Key
	// prepare, where set, is called for each entry before visit, by several
	// goroutines at once.
	prepare func(*entry) error
	// visit is called for each entry that stands, in the order of their
	// sequence.
	visit    func(entry) error
	progress Progress
	// unchained: the sums of the entries were compared already, when the vault
	// was unlocked, and are not again. Each still opens only in its place. The
	// memory that entries are read into is then used again: a visit keeps
	// nothing of it.
	unchained bool
}

// reading is what reading the journal found.
type reading struct {
	segments []segment
	// foreign are files behind the last segment that hold nothing of it.
	foreign []segment
	head    position
	entries int
	// revision and header recognise the vault's header as the journal has it.
	revision uint64
	header   sum
	// began is how many bytes the journal had when its generation began.
	began, size int64
	damaged     []Finding // entries that can't be read
	missing     []Finding // entries that are not there
	// last and tail are where, in the last segment, the last entry begins and
	// ends.
	last, tail int64
	// passed are the Sums of those sequences that the caller asked for.
	passed map[uint64]sum
}

// batchBytes is how much of the journal is opened at once, while as much again
// is visited.
const batchBytes = 4 << 20

// read reads all segments, which walkAll gave. asked are sequences whose Sum
// the caller wants to know.
func (r *reader) read(ctx context.Context, segments []segment, asked ...uint64) (*reading, error) {
	out := &reading{segments: segments, passed: map[uint64]sum{}}
	for _, a := range asked {
		out.passed[a] = sum{}
	}
	files, err := r.openAll(segments)
	if err != nil {
		return nil, err
	}
	defer closeAll(files)
	for _, s := range segments {
		out.size += s.size
	}
	order := inOrder(segments, r.begins(files, segments))
	v := visitor{reader: r, out: out, ends: map[uint64]spot{}}
	if err := r.inBatches(ctx, files, order, v.take, out.size); err != nil {
		return nil, err
	}
	if err := v.finish(); err != nil {
		return nil, err
	}
	out.without(func(s segment) bool { _, stands := v.ends[s.number]; return stands })
	if n := len(out.segments); n > 0 {
		if end, ok := v.ends[out.segments[n-1].number]; ok {
			out.last, out.tail = end.offset, end.end()
		}
	}
	return out, nil
}

// without takes the segments from the end off that hold nothing of the
// journal, all but the first.
func (r *reading) without(holds func(segment) bool) {
	for n := len(r.segments); n > 1 && !holds(r.segments[n-1]); n-- {
		r.foreign = append(r.foreign, r.segments[n-1])
		r.size -= r.segments[n-1].size
		r.segments = r.segments[:n-1]
	}
}

func (r *reader) openAll(segments []segment) (map[uint64]file, error) {
	files := map[uint64]file{}
	for _, s := range segments {
		f, err := r.disk.open(s.path, os.O_RDONLY)
		if err != nil {
			closeAll(files)
			return nil, explain("read the journal", err)
		}
		files[s.number] = f
	}
	return files, nil
}

func closeAll(files map[uint64]file) {
	for _, f := range files {
		f.Close() // read only: nothing can be lost
	}
}

// begins are the sequences with which later segments begin. Only a segment
// whose first entry authenticates may say so: from there on everything in
// earlier ones is void.
func (r *reader) begins(files map[uint64]file, segments []segment) map[uint64]uint64 {
	begins := map[uint64]uint64{}
	for _, s := range segments {
		if s.number == 1 || len(s.spots) == 0 {
			continue
		}
		raws, _, err := fetch(files, s.spots[:1], nil)
		if err != nil {
			continue // reading it again will say so
		}
		first, err := r.open(raws[0])
		if err == nil && first.form == formBegin && first.number == s.number {
			begins[s.number] = s.spots[0].head.sequence
		}
	}
	return begins
}

// inOrder are the entries that are not void, by sequence. Where several claim
// one sequence, that of the latest segment comes first.
func inOrder(segments []segment, begins map[uint64]uint64) []spot {
	var order []spot
	limit := ^uint64(0)
	for _, s := range slices.Backward(segments) {
		for _, sp := range s.spots {
			if sp.head.sequence < limit {
				order = append(order, sp)
			}
		}
		if b, ok := begins[s.number]; ok {
			limit = min(limit, b)
		}
	}
	slices.SortStableFunc(order, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.head.sequence, b.head.sequence), cmp.Compare(b.segment, a.segment))
	})
	return order
}

func batch(order []spot) (n int, bytes int64) {
	for n < len(order) && (n == 0 || bytes < batchBytes) {
		bytes += headSize + int64(order[n].head.length)
		n++
	}
	return n, bytes
}

// opening is a batch that was opened, and the memory that it lies in.
type opening struct {
	entries []entry
	memory  []byte
	err     error
}

// inBatches gives take every entry in its order. While it takes one batch the
// next one is opened.
func (r *reader) inBatches(ctx context.Context, files map[uint64]file, order []spot, take func([]entry) error, total int64) error {
	var done int64
	var spare []byte
	open := func(n int, memory []byte) <-chan opening {
		batch, coming := order[:n], make(chan opening, 1)
		go func() {
			var o opening
			o.entries, o.memory, o.err = r.openBatch(ctx, files, batch, memory)
			coming <- o
		}()
		return coming
	}
	n, bytes := batch(order)
	if n == 0 {
		return nil
	}
	for coming := open(n, nil); coming != nil; {
		got, read := <-coming, bytes
		if got.err != nil {
			return got.err
		}
		order, coming = order[n:], nil
		if n, bytes = batch(order); n > 0 {
			coming = open(n, spare)
		}
		if err := take(got.entries); err != nil {
			if coming != nil {
				<-coming // it uses the files
			}
			return err
		}
		if r.unchained {
			spare = got.memory
		}
		done += read
		r.progress.tell(StepRead, done, total)
	}
	return nil
}

// openBatch opens entries on all cores. One that is not authentic comes back
// without a form.
func (r *reader) openBatch(ctx context.Context, files map[uint64]file, order []spot, memory []byte) ([]entry, []byte, error) {
	raws, all, err := fetch(files, order, memory)
	if err != nil {
		return nil, nil, explain("read the journal", err)
	}
	opened := make([]entry, len(order))
	err = onAllCores(len(order), func(i int) error {
		var err error
		var sum sum // before it is opened in its place
		if !r.unchained {
			sum = seal.Sum(raws[i])
		}
		opened[i], err = r.prepared(raws[i])
		opened[i].spot = order[i]
		opened[i].sum = sum
		return cmp.Or(err, ctx.Err())
	})
	return opened, all, explain("read the journal", err)
}

// fetch reads entries into one piece of memory, all, which is memory where that
// is enough; those that lie side by side at once.
func fetch(files map[uint64]file, order []spot, memory []byte) (raws [][]byte, all []byte, err error) {
	var size int64
	for _, s := range order {
		size += s.end() - s.offset
	}
	if all = memory; int64(cap(all)) < size {
		all = make([]byte, size)
	}
	all, raws = all[:size], make([][]byte, len(order))
	for rest := all; len(order) > 0; {
		first, run, length := order[0], 0, int64(0)
		for _, s := range order {
			if s.segment != first.segment || s.offset != first.offset+length {
				break
			}
			n := s.end() - s.offset
			raws[len(raws)-len(order)+run] = rest[length : length+n : length+n]
			run, length = run+1, length+n
		}
		if _, err := files[first.segment].ReadAt(rest[:length], first.offset); err != nil {
			return nil, nil, err
		}
		order, rest = order[run:], rest[length:]
	}
	return raws, all, nil
}

// prepared opens an entry and prepares it; no form where it is not authentic.
func (r *reader) prepared(raw []byte) (entry, error) {
	c, err := r.open(raw)
	if errors.Is(err, seal.ErrNotAuthentic) || errors.Is(err, ErrDamaged) {
		return entry{}, nil
	}
	e := entry{content: c}
	if err == nil && r.prepare != nil {
		err = r.prepare(&e)
	}
	return e, err
}

// open opens an entry in its own place: half the memory. It fails with
// seal.ErrNotAuthentic or ErrDamaged where it is not as it was written.
func (r *reader) open(raw []byte) (content, error) {
	box := raw[headSize:]
	plain, err := r.key.Open(box[seal.NonceSize:seal.NonceSize], box, r.scope.extra(raw[:headSize]))
	if err != nil {
		return content{}, err
	}
	return parseContent(plain)
}
