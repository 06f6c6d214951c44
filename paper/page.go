package paper

import "errors"

import "holdfast/wording"

// Fonts are the two TrueType files that a sheet is printed in.
type Fonts struct{ Regular, Bold []byte }

// RecoveryKit is the kit as a PDF.
func RecoveryKit(k Kit, b *wording.Book, f Fonts) ([]byte, error) {
	return nil, errors.ErrUnsupported
}
