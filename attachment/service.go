package attachment

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"holdfast/record"
)

// partSize is how many bytes lie in one record: small enough that a large
// scan never stands in memory several times over.
const partSize = 128 << 10

// Attachments is where attachments lie, and Parts where their bytes do.
type Attachments interface {
	Get(record.Key) (Attachment, error)
	Put(Attachment) error
	Delete(record.Key) error
}

// Parts is where the bytes of attachments lie.
type Parts interface {
	Put(Part) error
	Delete(record.Key) error
	Scan(prefix record.Key, each func(Part) error) error
}

// Service keeps attachments and gives them back.
type Service struct {
	Attachments Attachments
	Parts       Parts
	// Random is what identifiers are drawn from.
	Random io.Reader
}

// Add keeps the bytes of a file under its owner. It fails as Accept does, and
// then nothing is kept.
func (s Service) Add(owner record.ID, data []byte, on record.Date) (Attachment, error) {
	kind, err := Accept(data)
	if err != nil {
		return Attachment{}, err
	}
	id, err := record.NewID(s.Random)
	if err != nil {
		return Attachment{}, err
	}
	a := Attachment{ID: id, Owner: owner, Type: kind, Size: len(data), Sum: sum(data), On: on}
	for piece := range slices.Chunk(data, partSize) {
		a.Parts++
		if err := s.Parts.Put(Part{Owner: owner, ID: id, Number: a.Parts, Bytes: piece}); err != nil {
			return Attachment{}, err
		}
	}
	return a, s.Attachments.Put(a)
}

// Bytes gives an attachment back as it went in. It fails with
// record.ErrNotFound where there is none, and with record.ErrDamaged where a
// part is missing or changed.
func (s Service) Bytes(owner, id record.ID) ([]byte, Attachment, error) {
	a, err := s.Attachments.Get(record.Join(owner, id))
	if err != nil {
		return nil, a, err
	}
	var data []byte
	err = s.Parts.Scan(record.Join(owner, id), func(p Part) error {
		data = append(data, p.Bytes...)
		return nil
	})
	if err == nil && (len(data) != a.Size || sum(data) != a.Sum) {
		err = fmt.Errorf("%w: an attachment", record.ErrDamaged)
	}
	if err != nil {
		return nil, a, err
	}
	return data, a, nil
}

// Remove takes an attachment and all its parts away; record.ErrNotFound where
// there is none.
func (s Service) Remove(owner, id record.ID) error {
	if err := s.Attachments.Delete(record.Join(owner, id)); err != nil {
		return err
	}
	var keys []record.Key
	err := s.Parts.Scan(record.Join(owner, id), func(p Part) error {
		keys = append(keys, PartSchema().Key(p))
		return nil
	})
	for _, key := range keys {
		if err == nil {
			err = s.Parts.Delete(key)
		}
	}
	return err
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
