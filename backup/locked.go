package backup

import (
	"bytes"
	"errors"
	"fmt"

	"filippo.io/age"

	"holdfast/store/keyring"
)

// Locked is data as an age file that opens with one passphrase and nothing
// else, in any program that knows age. Trying a passphrase costs about a
// second. It fails with a wording.Problem (field "passphrase") for one that
// is too short.
func Locked(data []byte, passphrase string) ([]byte, error) {
	to, err := keyring.OncePassphrase(passphrase, 0)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, fmt.Errorf("lock a file: %w", err)
	}
	_, err = w.Write(data)
	if err := errors.Join(err, w.Close()); err != nil {
		return nil, fmt.Errorf("lock a file: %w", err)
	}
	return out.Bytes(), nil
}
