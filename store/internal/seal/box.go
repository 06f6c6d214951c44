package seal

import (
	"crypto/cipher"
	"fmt"
	"io"
	"slices"

	"golang.org/x/crypto/chacha20"
	"golang.org/x/crypto/chacha20poly1305"
)

// Overhead is how much longer a box is than what it holds: a nonce of 24
// bytes in front and a tag of 16 behind.
const Overhead = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead

// NonceSize is how many bytes of a box lie before what it holds: Open may be
// given box[NonceSize:NonceSize] as dst, and then opens it in its own place.
const NonceSize = chacha20poly1305.NonceSizeX

// Seal encrypts plain under a fresh random nonce and appends the box to dst.
// extra is authenticated with it and not part of the box. With 24 bytes the
// nonce may be random for any number of boxes. It fails when random does, or
// with ErrWiped.
func (k *Key) Seal(random io.Reader, dst, plain, extra []byte) ([]byte, error) {
	box := slices.Grow(dst, Overhead+len(plain))
	nonce := box[len(dst) : len(dst)+chacha20poly1305.NonceSizeX]
	if _, err := io.ReadFull(random, nonce); err != nil {
		return nil, fmt.Errorf("draw a nonce: %w", err)
	}
	var err error
	var short [chacha20poly1305.NonceSize]byte // out here, see Open
	Within(func() {
		var c cipher.AEAD
		if c, err = k.cipher(nonce, &short); err == nil {
			box = c.Seal(box[:len(dst)+len(nonce)], short[:], plain, extra)
		}
	})
	if err != nil {
		return nil, err
	}
	return box, nil
}

// Open appends what a box holds to dst. It fails with ErrNotAuthentic, and
// then gives nothing out, or with ErrWiped.
func (k *Key) Open(dst, box, extra []byte) ([]byte, error) {
	if len(box) < Overhead {
		return nil, ErrNotAuthentic
	}
	nonce, sealed := box[:chacha20poly1305.NonceSizeX], box[chacha20poly1305.NonceSizeX:]
	// Memory is taken out here: inside Within each piece costs half a
	// microsecond and small ones several.
	plain := slices.Grow(dst, len(box)-Overhead)
	var err error
	var short [chacha20poly1305.NonceSize]byte
	Within(func() {
		var c cipher.AEAD
		if c, err = k.cipher(nonce, &short); err != nil {
			return
		}
		if plain, err = c.Open(plain, short[:], sealed, extra); err != nil {
			err = ErrNotAuthentic
		}
	})
	if err != nil {
		return nil, err
	}
	return plain, nil
}

// cipher is XChaCha20-Poly1305 for one nonce, as draft-irtf-cfrg-xchacha-03
// builds it: HChaCha20 makes a key for this message from the first 16 bytes
// of the nonce, ChaCha20-Poly1305 (RFC 8439) takes the other 8. Doing the
// first step here means that the key itself never leaves its page for the
// heap; only the key of one message does. It also means that the lock is held
// for a moment only, however long the message.
func (k *Key) cipher(nonce []byte, short *[chacha20poly1305.NonceSize]byte) (cipher.AEAD, error) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	if k.secret == nil {
		return nil, ErrWiped
	}
	once, err := chacha20.HChaCha20(k.secret, nonce[:16])
	if err != nil {
		return nil, fmt.Errorf("make the key of a message: %w", err)
	}
	copy(short[4:], nonce[16:])
	c, err := chacha20poly1305.New(once)
	clear(once)
	return c, err
}
