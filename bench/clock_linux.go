package main

import (
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

// used is the time on a processor so far, of all threads, those that ended
// included, in nanoseconds (the clock of another process, clock_getcpuclockid(3)).
func (p *process) used() (time.Duration, error) {
	const scheduler = 2
	var t unix.Timespec
	if err := unix.ClockGettime(int32(^p.Process.Pid)<<3|scheduler, &t); err != nil {
		return 0, fmt.Errorf("read the clock of a process: %w", err)
	}
	return time.Duration(t.Nano()), nil
}
