//go:build unix

package board_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"holdfast/board"
)

// Opening a pipe would wait for its other end, with the window behind it.
func TestAPipeIsRefusedAndNotWaitedFor(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	must(t, syscall.Mkfifo(pipe, 0o600))
	if _, err := board.ReadKeyFile(pipe); !strings.Contains(said(err), "a device or a pipe") {
		t.Error(err)
	}
}
