package keyring

import (
	"crypto/ed25519"
	"encoding/binary"
)

// bind joins a domain and parts so that no two different lists give the same
// bytes: each stands after its length in 8 bytes, big-endian.
func bind(domain string, parts ...[]byte) []byte {
	joined := measured(nil, []byte("holdfast "+domain))
	for _, part := range parts {
		joined = measured(joined, part)
	}
	return joined
}

func measured(to, part []byte) []byte {
	return append(binary.BigEndian.AppendUint64(to, uint64(len(part))), part...)
}

func number(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// The domains of what the vault signs. A message of one is never valid in
// another; what callers sign (Keyset.Sign) is kept apart by a domain of its
// own.
const (
	domainHeader    = "header v1"
	domainKeyholder = "keyholder v1"
	domainCaller    = "message v1"
)

// signs says whether the holder of a public signing key signed a message. A
// key that is none signs nothing.
func signs(public, message, signature []byte) bool {
	return len(public) == ed25519.PublicKeySize && len(signature) == ed25519.SignatureSize &&
		ed25519.Verify(public, message, signature)
}
