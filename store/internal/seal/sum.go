package seal

import (
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"io"
)

// Sum recognises bytes again: SHA-256 over the parts, one after the other.
// It is for what is no secret; whoever can guess the bytes can make it too.
func Sum(parts ...[]byte) [sha256.Size]byte {
	h := sha256.New()
	for _, part := range parts {
		h.Write(part)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// SumOf is Sum over everything that r gives. It fails when r does.
func SumOf(r io.Reader) ([sha256.Size]byte, error) {
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return [sha256.Size]byte{}, fmt.Errorf("read what is to be recognised: %w", err)
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// SystemRandom is the operating system's source of randomness.
func SystemRandom() io.Reader { return rand.Reader }
