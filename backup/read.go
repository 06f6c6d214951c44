package backup

import (
	"archive/tar"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"filippo.io/age"

	"holdfast/store"
)

// Bounds of what is read, checked before memory is taken. A round is a little
// more than mostRound, or one act, which the journal bounds.
const (
	mostPart   = 400 << 20
	mostReadme = 64 << 10
	mostRead   = 32 << 20 // of a list
)

// contents is what was read.
type contents struct {
	manifest    parsed
	since       Since
	acts        int
	collections map[string]int
	parts       []*Part
}

// reading is one way through a file, from its first byte to its last.
type reading struct {
	ctx      context.Context
	file     io.ReaderAt
	size     int64
	fileKey  []byte // or ask
	ask      *asker
	progress store.Progress
}

func sizeOf(file *os.File) (int64, error) {
	info, err := file.Stat()
	if err != nil {
		return 0, store.Explained("read a backup", err)
	}
	return info.Size(), nil
}

// read gives visit every act, whose values are valid during the call only.
// Nothing that it was given is to be used before read returns nil.
func (r *reading) read(visit func(store.Past) error) (contents, error) {
	ctx, cancel := context.WithCancel(r.ctx)
	defer cancel()
	runtime.GC() // what writing it, or reading another, took
	from := io.NewSectionReader(r.file, 0, r.size)
	var who age.Identity = r.ask
	if r.ask == nil {
		who = age.NewInjectedFileKeyIdentity(bytes.Clone(r.fileKey))
	}
	plain, err := decrypt(from, who)
	if r.ask != nil {
		r.fileKey = r.ask.fileKey
		if r.ask.err != nil && plain == nil {
			err = r.ask.explain(err)
		}
	}
	if err != nil {
		return contents{}, err
	}
	u := unpackingOf(r.ahead(ctx, plain), func(done int64) {
		if r.progress != nil {
			r.progress(store.StepVerify, min(done, r.size), r.size)
		}
	}, visit)
	err = u.all()
	u.summed()
	if ended := r.ctx.Err(); err != nil && ended != nil {
		return contents{}, ended
	}
	if errors.Is(err, errPayload) && errors.Is(err, ErrAltered) {
		return contents{}, r.worse(err)
	}
	return u.contents, err
}

// ahead reads what was decrypted on all cores. A file whose end does not open
// by itself, or that is armored, is read in one piece, to know what is wrong.
func (r *reading) ahead(ctx context.Context, plain *decrypted) io.Reader {
	chunks, size, err := plain.chunks(r.file, r.size, r.fileKey)
	if err != nil {
		return &stoppable{Reader: plain, ctx: ctx}
	}
	return readAhead(ctx, chunks, size)
}

// stoppable is a reader that ends with a context.
type stoppable struct {
	io.Reader
	ctx context.Context
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := context.Cause(s.ctx); err != nil {
		return 0, err
	}
	return s.Reader.Read(p)
}

// worse says whether a file that is not as it was written is cut off.
func (r *reading) worse(err error) error {
	if cutOrGrown(r.file, r.size, r.fileKey) == ErrTruncated {
		return ErrTruncated
	}
	return err
}

// counting counts what is read, and tells it.
type counting struct {
	io.Reader
	tell func(done int64)
	n    int64
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	c.tell(c.n)
	return n, err
}

// unpacking reads the archive.
type unpacking struct {
	contents
	in    *counting
	tar   *tar.Reader
	visit func(store.Past) error
	// round is what was read of a round whose history has not come yet, the
	// rounds before it are counted.
	round  []roundPart
	rounds int
	last   uint64 // the act that was given last
	// changes is memory of the act before, to be used again.
	changes []store.Change
	// spare is memory to be used again, once it was summed; now and before
	// are the sums of this round and of the one before it.
	spare       []*bytes.Buffer
	now, before *summing
}

// summing is done beside reading.
type summing struct {
	sync.WaitGroup
	of []*bytes.Buffer
}

func unpackingOf(in io.Reader, tell func(done int64), visit func(store.Past) error) *unpacking {
	return &unpacking{contents: contents{collections: map[string]int{}}, in: &counting{Reader: in, tell: tell},
		visit: visit, now: &summing{}, before: &summing{}}
}

// all reads everything, to the last byte.
func (u *unpacking) all() error {
	u.tar = tar.NewReader(u.in)
	if err := u.readme(); err != nil {
		return err
	}
	for done := false; !done; {
		h, err := u.next()
		if err != nil {
			return err
		}
		if h.Name == manifestFile {
			err, done = u.readManifest(h), true
		} else {
			err = u.part(h)
		}
		if err != nil {
			return err
		}
	}
	return u.end()
}

// next is the next file in the archive. Another kind of thing has no place in
// it, and neither has its end.
func (u *unpacking) next() (*tar.Header, error) {
	h, err := u.tar.Next()
	switch {
	case err == io.EOF:
		return nil, fmt.Errorf("%w: it has no manifest", ErrAltered)
	case err != nil:
		return nil, archiveError(err)
	case h.Typeflag != tar.TypeReg:
		return nil, fmt.Errorf("%w: there is something in it that is no file", ErrAltered)
	}
	return h, nil
}

// archiveError keeps our own errors, and those of the disk, through tar.
func archiveError(err error) error {
	if errors.Is(err, tar.ErrHeader) || err == io.ErrUnexpectedEOF {
		return fmt.Errorf("%w: its archive can't be read", ErrAltered)
	}
	return err
}

func (u *unpacking) readme() error {
	h, err := u.tar.Next()
	if errors.Is(err, tar.ErrHeader) || err == io.EOF || err == io.ErrUnexpectedEOF {
		return ErrNotBackup
	}
	if err != nil {
		return err
	}
	if h.Name != readmeFile || h.Size > mostReadme {
		return ErrNotBackup
	}
	raw, err := u.content(h, mostReadme)
	if err != nil {
		return err
	}
	var v int
	switch _, err := fmt.Sscanf(string(raw), readmeFirstLine, &v); {
	case err != nil || v < 1:
		return ErrNotBackup
	case v > version:
		return ErrNewer
	}
	return nil
}

func (u *unpacking) content(h *tar.Header, most int64) ([]byte, error) {
	if h.Size > most {
		return nil, fmt.Errorf("%w: a part of it is larger than it can be", ErrAltered)
	}
	raw := u.room(h.Size)
	u.now.of = append(u.now.of, raw)
	raw.Reset()
	raw.Grow(int(min(h.Size, 2*mostRound)) + bytes.MinRead) // more only as it comes
	if _, err := raw.ReadFrom(u.tar); err != nil {
		return nil, archiveError(err)
	}
	return raw.Bytes(), nil
}

// room is spare memory for so many bytes, or new.
func (u *unpacking) room(size int64) *bytes.Buffer {
	best := -1
	for i, b := range u.spare {
		if int64(b.Cap()) > size+bytes.MinRead && (best < 0 || b.Cap() < u.spare[best].Cap()) {
			best = i
		}
	}
	if best < 0 {
		u.spare = u.spare[:0] // too small, all of it
		return &bytes.Buffer{}
	}
	b := u.spare[best]
	u.spare = slices.Delete(u.spare, best, best+1)
	return b
}

// ended lets the memory of the round before be used for the next one, while
// this one is still being summed.
func (u *unpacking) ended() {
	u.before.Wait()
	u.spare = append(u.spare, u.before.of...)
	u.before, u.now = u.now, &summing{}
}

// summed waits for all sums.
func (u *unpacking) summed() {
	u.before.Wait()
	u.now.Wait()
}

// part reads a file of lines.
func (u *unpacking) part(h *tar.Header) error {
	raw, err := u.content(h, mostPart)
	if err != nil {
		return err
	}
	if len(raw) > 0 && raw[len(raw)-1] != '\n' {
		return fmt.Errorf("%w: a part of it is not whole", ErrAltered)
	}
	p := &Part{}
	u.parts = append(u.parts, p)
	u.now.Go(func() { *p = partOf(h.Name, raw) })
	switch h.Name {
	case inRound(historyFile, u.rounds+1):
		return u.endRound(raw)
	case tombstoneFile:
		return listed(raw, &u.since.Tombstones)
	case withdrawalFile:
		return listed(raw, &u.since.Withdrawals)
	}
	name, ok := strings.CutSuffix(h.Name, inRound("", u.rounds+1))
	if name, isRecords := strings.CutPrefix(name, recordsFolder); ok && isRecords {
		return u.beginPart(name, raw)
	}
	return fmt.Errorf("%w: there is a file in it that does not belong there", ErrAltered)
}

func listed[V any](raw []byte, into *[]V) error {
	if len(raw) > mostRead {
		return errLine()
	}
	for text := range bytes.Lines(raw) {
		var v V
		if json.Unmarshal(text, &v) != nil {
			return errLine()
		}
		*into = append(*into, v)
	}
	return nil
}

// end reads what follows the manifest: nothing but zeros, up to a size that a
// backup can have.
func (u *unpacking) end() error {
	if _, err := u.tar.Next(); err != io.EOF {
		return cmp.Or(err, fmt.Errorf("%w: there is more in it than its manifest says", ErrAltered))
	}
	written := u.in.n
	buffer := make([]byte, blockSize)
	for {
		n, err := u.in.Read(buffer)
		if len(bytes.Trim(buffer[:n], "\x00")) > 0 {
			return fmt.Errorf("%w: something lies behind its end", ErrAltered)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
	}
	if u.in.n != bucket(written) {
		return fmt.Errorf("%w: its length is wrong", ErrAltered)
	}
	return nil
}

func (u *unpacking) readManifest(h *tar.Header) error {
	raw, err := u.content(h, mostManifest)
	if err != nil {
		return err
	}
	if len(u.round) > 0 {
		return errLine()
	}
	if u.manifest, err = parseManifest(raw); err != nil {
		return err
	}
	u.summed()
	return u.manifest.tells(u.contents)
}
