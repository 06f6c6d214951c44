package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
)

// Derive makes another key of this one with HKDF-SHA-256 (RFC 5869, no salt;
// info is the label and every context, each after its length in 8 bytes).
// Different labels or contexts give keys that tell nothing about each other.
// From a wiped key comes a wiped key.
func (k *Key) Derive(label string, context ...[]byte) *Key {
	info := measured([]byte(label))
	for _, part := range context {
		info = append(info, measured(part)...)
	}
	var derived *Key
	err := k.Reveal(func(secret []byte) error {
		made, err := hkdf.Key(sha256.New, secret, nil, string(info), Size)
		if err != nil {
			return err
		}
		derived = NewKey(made)
		return nil
	})
	if err != nil {
		// Wiped; the length that HKDF could refuse is fixed.
		return &Key{}
	}
	return derived
}

// MAC authenticates parts under this key: HMAC-SHA-256 over each part after
// its length in 8 bytes, so that moving a byte from one part to the next
// changes it. It fails with ErrWiped. Compare with hmac.Equal.
//
// The engine asks for two of these for every record. crypto/hmac takes memory
// nine times for each, which inside Within costs ten times the hashing; the
// construction of RFC 2104 is written out here over memory made outside, and
// a test holds it against crypto/hmac.
func (k *Key) MAC(parts ...[]byte) ([sha256.Size]byte, error) {
	length := sha256.BlockSize
	for _, part := range parts {
		length += 8 + len(part)
	}
	inner := make([]byte, sha256.BlockSize, length)
	for _, part := range parts {
		inner = binary.BigEndian.AppendUint64(inner, uint64(len(part)))
		inner = append(inner, part...)
	}
	var sum [sha256.Size]byte
	err := k.Reveal(func(secret []byte) error {
		var outer [sha256.BlockSize + sha256.Size]byte
		for i := range sha256.BlockSize {
			var b byte // the key, filled up with zeros
			if i < len(secret) {
				b = secret[i]
			}
			inner[i], outer[i] = b^0x36, b^0x5c
		}
		hashed := sha256.Sum256(inner)
		clear(inner[:sha256.BlockSize])
		copy(outer[sha256.BlockSize:], hashed[:])
		sum = sha256.Sum256(outer[:])
		clear(outer[:])
		return nil
	})
	return sum, err
}

// measured is a part after its length in 8 bytes, big-endian.
func measured(part []byte) []byte {
	return append(binary.BigEndian.AppendUint64(nil, uint64(len(part))), part...)
}
