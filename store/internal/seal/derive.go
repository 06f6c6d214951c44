package seal

import (
	"crypto/hkdf"
	"crypto/hmac"
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
func (k *Key) MAC(parts ...[]byte) ([sha256.Size]byte, error) {
	var sum [sha256.Size]byte
	err := k.Reveal(func(secret []byte) error {
		m := hmac.New(sha256.New, secret)
		var length [8]byte
		for _, part := range parts {
			binary.BigEndian.PutUint64(length[:], uint64(len(part)))
			m.Write(length[:])
			m.Write(part)
		}
		m.Sum(sum[:0])
		return nil
	})
	return sum, err
}

// measured is a part after its length in 8 bytes, big-endian.
func measured(part []byte) []byte {
	return append(binary.BigEndian.AppendUint64(nil, uint64(len(part))), part...)
}
