package store

import (
	"encoding/binary"
	"hash/crc32"

	"holdfast/record"
	"holdfast/store/internal/seal"
)

// An entry of the journal is a head in clear and a box (doc/format.md). The
// head is additional data of the box, so every entry opens alone, and nobody
// can move, number or cut one otherwise than it was written.
const (
	entryMagic = "\x8fHFJ\r\n\x1a\x01"
	headSize   = 56
	// entryLimit is the longest box, checked before memory is taken.
	entryLimit = 256 << 20
)

// sum is a SHA-256.
type sum = [32]byte

// head is the clear part of an entry.
type head struct {
	// sequence is 1 for the first entry of a generation.
	sequence uint64
	// length of the box in bytes.
	length uint32
	// before is the Sum of the whole entry before; zeros for the first.
	before sum
}

func (h head) bytes() []byte {
	b := make([]byte, 0, headSize)
	b = append(b, entryMagic...)
	b = binary.BigEndian.AppendUint64(b, h.sequence)
	b = binary.BigEndian.AppendUint32(b, h.length)
	b = append(b, h.before[:]...)
	return binary.BigEndian.AppendUint32(b, checksum(b))
}

// parseHead reads a head; false where these bytes are none, or damaged.
func parseHead(b []byte) (head, bool) {
	if len(b) < headSize || string(b[:8]) != entryMagic ||
		binary.BigEndian.Uint32(b[52:]) != checksum(b[:52]) {
		return head{}, false
	}
	h := head{
		sequence: binary.BigEndian.Uint64(b[8:]),
		length:   binary.BigEndian.Uint32(b[16:]),
		before:   sum(b[20:52]),
	}
	return h, h.length >= seal.Overhead && h.length <= entryLimit && h.sequence > 0
}

// checksum finds damage, not attackers: those the box stops.
func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

// scope is what every box of one generation is bound to.
type scope struct {
	vault      record.ID
	generation uint64
}

// extra is the additional data of an entry's box.
func (s scope) extra(head []byte) []byte {
	b := make([]byte, 0, len(head)+len(s.vault)+8)
	b = append(b, head...)
	b = append(b, s.vault...)
	return binary.BigEndian.AppendUint64(b, s.generation)
}
