package packet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/wording"
)

var (
	// ErrWrongWords says that the file was sealed under other words. Ask again.
	ErrWrongWords = errors.New("these words do not open this file")
	// ErrOtherKey says that the file was sealed to another round, or its round
	// is closed. It can't be opened here.
	ErrOtherKey = errors.New("this file was not made for this round")
	// ErrDamaged says that the file was changed, cut off, or is of another
	// kind. Have it sent again.
	ErrDamaged = errors.New("this is not a file of questions or answers, or it is damaged")
	// ErrNewer says that a newer program made the file. Update this one.
	ErrNewer = fmt.Errorf("this file of questions or answers is newer: %w", record.ErrNewer)
)

// MaxFile is the most bytes that a file has.
const MaxFile = 17 << 20

// work is what one try of the words costs, as a power of two (scrypt, RFC
// 7914): a quarter of a second and 64 MiB. That is less than for a passphrase
// that somebody makes up, because these words are drawn by lot. mostWork is
// the most that a file may ask for.
const work, mostWork = 16, 20

// Keys are those of one round.
type Keys struct{ Identity, Recipient string }

// NewKeys makes the keys of a round.
func NewKeys() (Keys, error) {
	id, err := age.GenerateHybridIdentity()
	if err != nil {
		return Keys{}, err
	}
	return Keys{id.String(), id.Recipient().String()}, nil
}

// Seal seals something under words drawn by lot (60 bits and more). It takes a
// quarter of a second.
func Seal(content []byte, words string) ([]byte, error) {
	r, err := age.NewScryptRecipient(plain(words))
	if err != nil {
		return nil, err
	}
	r.SetWorkFactor(work)
	return sealed(content, r)
}

// Open opens what Seal sealed. It fails with ErrWrongWords or ErrDamaged.
func Open(file []byte, words string) ([]byte, error) {
	if plain(words) == "" {
		return nil, ErrWrongWords
	}
	id, err := age.NewScryptIdentity(plain(words))
	if err != nil {
		return nil, err
	}
	id.SetMaxWorkFactor(mostWork)
	return opened(file, id, ErrWrongWords)
}

// SealTo seals something to the recipient of a round. It fails with a
// wording.Problem for what is none.
func SealTo(content []byte, recipient string) ([]byte, error) {
	r, err := age.ParseHybridRecipient(recipient)
	if err != nil {
		return nil, wording.Refuse("recipient", "This packet does not say to whom answers are sealed; ask for a new one.")
	}
	return sealed(content, r)
}

// OpenWith opens what SealTo sealed. It fails with ErrOtherKey or ErrDamaged.
func OpenWith(file []byte, identity string) ([]byte, error) {
	id, err := age.ParseHybridIdentity(identity)
	if err != nil {
		return nil, ErrOtherKey
	}
	return opened(file, id, ErrOtherKey)
}

// plain are words as people type them: in small letters, apart by one space.
func plain(words string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(words, "-", " "))), " ")
}

func sealed(content []byte, to age.Recipient) ([]byte, error) {
	var file bytes.Buffer
	w, err := age.Encrypt(&file, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(padded(content)); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

func opened(file []byte, id age.Identity, otherwise error) ([]byte, error) {
	if len(file) > MaxFile {
		return nil, ErrDamaged
	}
	r, err := age.Decrypt(bytes.NewReader(file), id)
	if _, none := errors.AsType[*age.NoIdentityMatchError](err); none {
		return nil, otherwise
	}
	if err != nil {
		return nil, ErrDamaged
	}
	whole, err := io.ReadAll(r) // nothing is used before the end was verified
	if err != nil {
		return nil, ErrDamaged
	}
	return unpadded(whole)
}

// magic begins what is sealed; a higher number is for a newer program.
const magic = "holdfast packet 1\n"

// smallest is the least number of bytes that is sealed; above it, sizes are
// powers of two.
const smallest = 16 << 10

// padded is the content with its length in front and zeros behind.
func padded(content []byte) []byte {
	size := smallest
	for size < len(magic)+4+len(content) {
		size *= 2
	}
	whole := make([]byte, 0, size)
	whole = append(whole, magic...)
	whole = binary.BigEndian.AppendUint32(whole, uint32(len(content))) // MaxFile keeps it small
	return append(whole, content...)[:size]
}

func unpadded(whole []byte) ([]byte, error) {
	const family = len("holdfast packet ")
	rest, ours := bytes.CutPrefix(whole, []byte(magic))
	if !ours && bytes.HasPrefix(whole, []byte(magic[:family])) {
		return nil, ErrNewer
	}
	if !ours || len(rest) < 4 {
		return nil, ErrDamaged
	}
	n := binary.BigEndian.Uint32(rest)
	if rest = rest[4:]; uint64(n) > uint64(len(rest)) {
		return nil, ErrDamaged
	}
	return rest[:n], nil
}
