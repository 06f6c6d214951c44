//go:build !linux

package main

import (
	"errors"
	"time"
)

// used is known on Linux only, as the window is driven there only.
func (p *process) used() (time.Duration, error) {
	return 0, errors.ErrUnsupported
}
