package paper

import (
	"errors"

	"holdfast/record"
	"holdfast/wording"
)

// Fonts are the two TrueType files that a sheet is printed in.
type Fonts struct{ Regular, Bold []byte }

// Kit is what a recovery kit holds.
type Kit struct {
	// Groups are the key in the order in which it is typed.
	Groups []Group
	// Identity is the whole key as one line that a stock age opens.
	Identity string
	// Code is the QR code of Identity, true for dark, without a quiet zone of
	// its own. Empty leaves it out.
	Code [][]bool
	// Fingerprint is the vault's, as the program shows it.
	Fingerprint string
	// Made is the day that is printed; the zero date leaves it out.
	Made record.Date
}

// Group is a piece of the key and the check characters after it.
type Group struct{ Text, Check string }

// RecoveryKit is the kit as a PDF.
func RecoveryKit(k Kit, b *wording.Book, f Fonts) ([]byte, error) {
	return nil, errors.ErrUnsupported
}

// RecoveryText is the kit as plain text: one line of it is Identity alone.
func RecoveryText(k Kit, b *wording.Book) []byte { return nil }
