//go:build !linux

package backup

import "testing"

// pipe is a thing that is no file; a device of this system does as well.
func pipe(t *testing.T) string { return t.TempDir() }
