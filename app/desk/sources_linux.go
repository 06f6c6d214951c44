package desk

import (
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

func sources(a Addresses) []source {
	return []source{
		signals(),
		clocks(glance, asleep, time.After),
		loginManager(a.System),
		screenSaver(a.Session),
	}
}

// asleep is how long the computer has slept since it started: one clock goes
// on in sleep, the other does not, and neither can be set.
func asleep() (time.Duration, error) {
	var on, awake unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_MONOTONIC, &awake); err != nil {
		return 0, fmt.Errorf("read the clock: %w", err)
	}
	if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &on); err != nil {
		return 0, fmt.Errorf("read the clock: %w", err)
	}
	return time.Duration(on.Nano() - awake.Nano()), nil
}
