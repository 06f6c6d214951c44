package backup

import (
	"archive/tar"
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
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

// lines is a file on its way.
type lines struct {
	raw []byte
	n   int
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

// write writes the files of a round.
func (a *archive) write(r *round) error {
	for _, collection := range slices.Sorted(maps.Keys(r.records)) {
		if l := r.records[collection]; l.n > 0 {
			if err := a.part(inRound(recordsFolder+url.PathEscape(collection), r.number), l); err != nil {
				return err
			}
		}
	}
	if r.history.n == 0 {
		return nil
	}
	return a.part(inRound(historyFile, r.number), &r.history)
}

// inRound is what a file is called in a round: "history.jsonl", then
// "history-0002.jsonl".
func inRound(name string, round int) string {
	if round > 1 {
		name = fmt.Sprintf("%s-%04d", name, round)
	}
	return name + linesSuffix
}

func (a *archive) part(name string, l *lines) error {
	a.parts = append(a.parts, partOf(name, l))
	return a.file(name, l.raw)
}

func partOf(name string, l *lines) Part {
	return Part{File: name, Lines: l.n, Bytes: int64(len(l.raw)), SHA256: fmt.Sprintf("%x", sha256.Sum256(l.raw))}
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
	var l lines
	for _, v := range values {
		raw, err := json.Marshal(v)
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		l.raw = append(append(l.raw, raw...), '\n')
		l.n++
	}
	return a.part(name, &l)
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
