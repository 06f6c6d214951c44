package store

import (
	"io"

	"holdfast/store/internal/seal"
)

// SystemRandom is the operating system's source of chance, for whoever draws
// identifiers beside a vault whose Environment names no other.
func SystemRandom() io.Reader { return seal.SystemRandom() }
