package store

import (
	"encoding/binary"
	"fmt"
	"time"

	"holdfast/record"
)

// form says what an entry of the journal is.
type form byte

const (
	formAct    form = 1 // an act of a person, with the records that it changed
	formBegin  form = 2 // the first entry of a segment
	formHeader form = 3 // the header of the vault was changed
	formWhole  form = 4 // a rewrite ends here; what follows is new
)

const (
	contentVersion = 1
	// padding hides how long a small act is.
	padding = 256
)

// change is one record that an act put or deleted.
type change struct {
	collection string
	key        record.Key
	deleted    bool
	value      []byte
}

// content is what the box of an entry holds.
type content struct {
	form   form
	at     time.Time // to the millisecond
	holder record.ID
	kind   string
	// number is that of the file, in formBegin.
	number uint64
	// revision and header recognise the vault's header, in formBegin and
	// formHeader.
	revision uint64
	header   sum
	changes  []change
}

// room is more than bytes needs.
func (c content) room() int {
	size := 128 + padding + len(c.kind)
	for _, ch := range c.changes {
		size += 16 + len(ch.collection) + len(ch.key) + len(ch.value)
	}
	return size
}

// bytes writes the content, padded.
func (c content) bytes() []byte {
	b := make([]byte, 0, c.room())
	b = append(b, contentVersion, byte(c.form))
	b = binary.AppendVarint(b, c.at.UnixMilli())
	b = appendText(b, c.holder)
	b = appendText(b, c.kind)
	b = binary.AppendUvarint(b, c.number)
	b = binary.AppendUvarint(b, c.revision)
	if c.revision > 0 {
		b = append(b, c.header[:]...)
	}
	b = binary.AppendUvarint(b, uint64(len(c.changes)))
	for _, ch := range c.changes {
		b = appendText(b, ch.collection)
		b = appendText(b, ch.key)
		// 0 stands for "deleted", so that an empty record stays one.
		if ch.deleted {
			b = binary.AppendUvarint(b, 0)
			continue
		}
		b = binary.AppendUvarint(b, uint64(len(ch.value))+1)
		b = append(b, ch.value...)
	}
	return append(b, make([]byte, (padding-len(b)%padding)%padding)...)
}

// parseContent reads what bytes wrote. The values of the changes lie in b.
// It fails with ErrNewer or ErrDamaged.
func parseContent(b []byte) (content, error) {
	r := textReader{rest: b}
	if v := r.byte(); v > contentVersion {
		return content{}, ErrNewer
	}
	c := content{form: form(r.byte())}
	c.at = time.UnixMilli(r.varint()).UTC()
	c.holder = record.ID(r.text())
	c.kind = string(r.text())
	c.number = r.uvarint()
	if c.revision = r.uvarint(); c.revision > 0 {
		copy(c.header[:], r.take(uint64(len(c.header))))
	}
	n := r.uvarint()
	// Every change takes three bytes or more: a larger number is damage, and
	// no memory is taken for it.
	if n > uint64(len(r.rest))/3 {
		r.bad = true
		n = 0
	}
	c.changes = make([]change, 0, n)
	collection := ""
	for range n {
		if name := r.text(); string(name) != collection {
			collection = string(name) // most are of the one before
		}
		ch := change{collection: collection, key: record.Key(r.text())}
		if length := r.uvarint(); length == 0 {
			ch.deleted = true
		} else {
			ch.value = r.take(length - 1)
		}
		c.changes = append(c.changes, ch)
	}
	if r.bad || len(r.rest) >= padding {
		return content{}, fmt.Errorf("%w: an entry of the journal makes no sense", ErrDamaged)
	}
	return c, nil
}

func appendText[S ~string](b []byte, text S) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// textReader takes measured pieces off the front; after the first that is not
// whole it is bad and gives nothing but zeros.
type textReader struct {
	rest []byte
	bad  bool
}

func (r *textReader) take(n uint64) []byte {
	if r.bad || n > uint64(len(r.rest)) {
		r.bad = true
		return nil
	}
	piece := r.rest[:n:n]
	r.rest = r.rest[n:]
	return piece
}

func (r *textReader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *textReader) text() []byte { return r.take(r.uvarint()) }

func (r *textReader) uvarint() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.bad = true
	}
	r.take(uint64(max(n, 0)))
	return v
}

func (r *textReader) varint() int64 {
	v, n := binary.Varint(r.rest)
	if n <= 0 {
		r.bad = true
	}
	r.take(uint64(max(n, 0)))
	return v
}
