package desk

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

func harden() error {
	var failed []error
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		failed = append(failed, fmt.Errorf("forbid core dumps: %w", err))
	}
	// Also keeps other programs of the same person from attaching to this one
	// and from reading its memory (prctl(2), ptrace(2)).
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		failed = append(failed, fmt.Errorf("keep other programs away from this one's memory: %w", err))
	}
	return errors.Join(failed...)
}
