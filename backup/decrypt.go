package backup

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"

	"holdfast/store"
)

const intro = "age-encryption.org/"

// source is a file that is read to be decrypted. It remembers what the disk
// said, so that a failure of the disk is not taken for a wrong key or damage.
type source struct {
	io.Reader
	err   error
	ended bool
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	if err == io.EOF {
		s.ended = true
	} else if err != nil {
		s.err = err
	}
	return n, err
}

// decrypted is what lies in an age file, armored or not. Whatever goes wrong
// with it is one of the errors of this package.
type decrypted struct {
	from  *source
	plain io.Reader
	// armored: it is text.
	armored bool
}

// decrypt reads the header of a file. It fails with ErrNotBackup, ErrTruncated,
// ErrAltered or ErrWrongKey, as an identity does that is not one of age's own,
// or as the disk does.
func decrypt(file io.Reader, identities ...age.Identity) (*decrypted, error) {
	d := &decrypted{from: &source{Reader: file}}
	in := bufio.NewReaderSize(d.from, 64<<10)
	begins, err := in.Peek(len(intro))
	if err != nil && err != io.EOF {
		return nil, d.failed(err)
	}
	var from io.Reader = in
	armored := false
	switch {
	case string(begins) == intro:
	case strings.HasPrefix(armor.Header, strings.TrimLeft(string(begins), " \t\r\n")) && len(begins) == len(intro):
		from, armored = armor.NewReader(in), true
	case strings.HasPrefix(intro, string(begins)):
		return nil, ErrTruncated // shorter than its first word
	default:
		return nil, ErrNotBackup
	}
	d.armored = armored
	if d.plain, err = age.Decrypt(from, identities...); err == nil {
		return d, nil
	}
	broken := new(armor.Error)
	switch {
	case d.from.err != nil:
	case errors.As(err, new(*age.NoIdentityMatchError)):
		return nil, ErrWrongKey
	case armored && errors.As(err, &broken) && !d.from.ended:
		return nil, fmt.Errorf("%w: %w", ErrAltered, err)
	case strings.HasPrefix(err.Error(), "failed to read") && d.from.ended:
		return nil, ErrTruncated
	}
	return nil, d.failed(err)
}

// failed puts an error of age, or of an identity, into one of ours.
func (d *decrypted) failed(err error) error {
	if d.from.err != nil {
		return store.Explained("read a backup", d.from.err)
	}
	for _, ours := range []error{ErrNewer, ErrAltered, ErrTruncated, ErrWrongKey} {
		if errors.Is(err, ours) {
			return err
		}
	}
	return fmt.Errorf("%w: %w", ErrAltered, err)
}

// Read gives what was decrypted. None of it may be used before the end.
func (d *decrypted) Read(p []byte) (int, error) {
	n, err := d.plain.Read(p)
	if err != nil && err != io.EOF {
		err = d.failed(fmt.Errorf("%w: %w", errPayload, err))
	}
	return n, err
}

// chunks are the same, to be read in any order and by several at once. It
// fails where the last chunk is not in its place.
func (d *decrypted) chunks(file io.ReaderAt, size int64, fileKey []byte) (io.ReaderAt, int64, error) {
	if d.armored {
		return nil, 0, errPayload
	}
	plain, n, err := age.DecryptReaderAt(file, size, age.NewInjectedFileKeyIdentity(bytes.Clone(fileKey)))
	return &chunked{plain}, n, err
}

// chunked is what lies in an age file, chunk by chunk.
type chunked struct{ plain io.ReaderAt }

// ReadAt decrypts. What the disk says is not taken for damage.
func (c *chunked) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.plain.ReadAt(p, off)
	if err == nil || err == io.EOF {
		return n, err
	}
	var disk *fs.PathError
	if errors.As(err, &disk) {
		return n, store.Explained("read a backup", err)
	}
	return n, fmt.Errorf("%w: %w: %w", ErrAltered, errPayload, err)
}

// errPayload says that age found something wrong behind the header.
var errPayload = errors.New("what is encrypted is not as it was")

// headerSize is the length of an age header with the nonce behind it.
func headerSize(file io.Reader) (int64, error) {
	raw, err := age.ExtractHeader(file)
	return int64(len(raw)) + 16, err
}

// An age payload is in chunks of 64 KiB, each 16 bytes longer.
const chunk, tag = 64 << 10, 16

// plainSize is what a payload of n bytes holds.
func plainSize(n int64) int64 { return n - (n+chunk+tag-1)/(chunk+tag)*tag }

// sealedSize is the length of the payload that holds n bytes.
func sealedSize(n int64) int64 { return n + (n+chunk-1)/chunk*tag }

// cutOrGrown says more of a file whose end is not as it was written. Backups
// have certain lengths only: one of another length is cut off, unless a
// shorter backup ends within it, and then something was added.
func cutOrGrown(file io.ReaderAt, size int64, fileKey []byte) error {
	head, err := headerSize(io.NewSectionReader(file, 0, size))
	if err != nil {
		return ErrAltered
	}
	n := plainSize(size - head)
	if n == bucket(n) {
		return ErrAltered
	}
	for below := bucketBelow(n + tag + 1); below > 0; below = bucketBelow(below) {
		whole := head + sealedSize(below)
		if _, _, err := age.DecryptReaderAt(file, whole, age.NewInjectedFileKeyIdentity(bytes.Clone(fileKey))); err == nil {
			return ErrAltered
		}
	}
	return ErrTruncated
}
