package backup

import (
	"archive/tar"
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"net/url"
	"slices"
	"time"
)

//go:embed readme.txt
var readme string

const (
	readmeFile      = "README.txt"
	manifestFile    = "manifest.json"
	recordsFolder   = "records/"
	historyFile     = "history"
	tombstoneFile   = "tombstones.jsonl"
	withdrawalFile  = "withdrawals.jsonl"
	linesSuffix     = ".jsonl"
	readmeFirstLine = "Holdfast backup, version %d\n"
)

// archive writes the tar archive in a backup.
type archive struct {
	out   *counter
	tar   *tar.Writer
	made  time.Time
	parts []Part
}

// counter counts what is written.
type counter struct {
	io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += int64(n)
	return n, err
}

func newArchive(to io.Writer, made time.Time) (*archive, error) {
	out := &counter{Writer: to}
	a := &archive{out: out, tar: tar.NewWriter(out), made: made}
	return a, a.file(readmeFile, []byte(readme))
}

// write writes the files of a round, which are being summed meanwhile.
func (a *archive) write(r *round) error {
	for name, raw := range r.files() {
		if err := a.file(name, raw); err != nil {
			return err
		}
	}
	r.summing.Wait()
	a.parts = append(a.parts, r.sums...)
	return nil
}

// sum begins to sum the files of a round, which nothing changes until then.
func (r *round) sum() {
	r.sums = r.sums[:0]
	r.summing.Go(func() {
		for name, raw := range r.files() {
			r.sums = append(r.sums, partOf(name, raw))
		}
	})
}

// files are those of a round that have a line, by name.
func (r *round) files() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, collection := range slices.Sorted(maps.Keys(r.piles)) {
			raw := r.piles[collection].lines
			if len(raw) > 0 && !yield(inRound(recordsFolder+url.PathEscape(collection), r.number), raw) {
				return
			}
		}
		if len(r.history) > 0 {
			yield(inRound(historyFile, r.number), r.history)
		}
	}
}

// inRound is what a file is called in a round: "history.jsonl", then
// "history-0002.jsonl".
func inRound(name string, round int) string {
	if round > 1 {
		name = fmt.Sprintf("%s-%04d", name, round)
	}
	return name + linesSuffix
}

func partOf(name string, raw []byte) Part {
	return Part{File: name, Bytes: int64(len(raw)), SHA256: fmt.Sprintf("%x", sha256.Sum256(raw))}
}

func (a *archive) file(name string, content []byte) error {
	err := a.tar.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(content)), ModTime: a.made})
	if err == nil {
		_, err = a.tar.Write(content)
	}
	return err
}

// list writes what is not of the journal.
func list[V any](a *archive, name string, values []V) error {
	var lines []byte
	for _, v := range values {
		raw, err := json.Marshal(v)
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		lines = append(append(lines, raw...), '\n')
	}
	a.parts = append(a.parts, partOf(name, lines))
	return a.file(name, lines)
}

// finish writes the manifest and fills the archive up.
func (a *archive) finish(m Manifest, sign func(string, []byte) ([]byte, error)) ([]byte, error) {
	m.Parts = a.parts
	raw, err := m.encode(sign)
	if err == nil {
		err = a.file(manifestFile, raw)
	}
	if err == nil {
		err = a.tar.Close()
	}
	if err != nil {
		return nil, err
	}
	return raw, fill(a.out, a.out.n)
}
