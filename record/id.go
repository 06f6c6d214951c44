package record

import (
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"
)

// ID stands for one record or one person: a random UUID (version 4, RFC 9562)
// in its canonical lower-case form. The empty ID stands for nothing.
type ID string

// NewID draws an ID from random. It fails only when random does.
func NewID(random io.Reader) (ID, error) {
	u, err := uuid.NewRandomFromReader(random)
	if err != nil {
		return "", fmt.Errorf("draw an identifier: %w", err)
	}
	return ID(u.String()), nil
}

// ParseID reads an ID in its canonical form, upper or lower case.
// It fails with ErrInvalid for anything else.
func ParseID(text string) (ID, error) {
	u, err := uuid.Parse(text)
	if err != nil || len(text) != 36 {
		return "", fmt.Errorf("%w: this is not an identifier", ErrInvalid)
	}
	return ID(u.String()), nil
}

// Short is the first group of an ID: enough to tell people of one board apart
// on a screen, never enough to be a key.
func (id ID) Short() string {
	head, _, _ := strings.Cut(string(id), "-")
	return head
}

// Key is where a record lies in its collection: one or more segments joined
// with "/". The first segment is what the record belongs to (a member), so
// that all of one person is one prefix.
type Key string

// Join makes a Key of segments. Empty segments and slashes inside a segment
// are a mistake of the program and make the key invalid (see Key.Valid).
func Join[S ~string](segments ...S) Key {
	parts := make([]string, len(segments))
	for i, s := range segments {
		parts[i] = string(s)
	}
	return Key(strings.Join(parts, "/"))
}

// Valid says whether every segment has at least one character and the whole
// is at most 512 bytes.
func (k Key) Valid() bool {
	if k == "" || len(k) > 512 {
		return false
	}
	for segment := range strings.SplitSeq(string(k), "/") {
		if segment == "" {
			return false
		}
	}
	return true
}

// First is the first segment: what the record belongs to.
func (k Key) First() string {
	head, _, _ := strings.Cut(string(k), "/")
	return head
}

// Under says whether k is prefix itself or lies below it, by whole segments:
// "a/b" is under "a", "ab" is not. Everything is under the empty prefix.
func (k Key) Under(prefix Key) bool {
	return prefix == "" || k == prefix || strings.HasPrefix(string(k), string(prefix)+"/")
}
