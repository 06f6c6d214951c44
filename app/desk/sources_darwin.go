package desk

import (
	"context"
	"fmt"
	"os/exec"
	"time"

	"golang.org/x/sys/unix"
)

// macOS announces sleep and the locked screen only through frameworks that
// need C. So the clocks tell of sleep on waking, and the registry of devices,
// which also holds the console session, is asked for the locked screen.
func sources(Addresses) []source {
	return []source{
		signals(),
		clocks(glance, asleep, time.After),
		console(3*time.Second, registry, time.After),
	}
}

// asleep is how long the computer has slept since it started: one clock goes
// on in sleep, the other does not, and neither can be set.
func asleep() (time.Duration, error) {
	var on, awake unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_UPTIME_RAW, &awake); err != nil {
		return 0, fmt.Errorf("read the clock: %w", err)
	}
	if err := unix.ClockGettime(unix.CLOCK_MONOTONIC_RAW, &on); err != nil {
		return 0, fmt.Errorf("read the clock: %w", err)
	}
	return time.Duration(on.Nano() - awake.Nano()), nil
}

// registry asks the system's own tool for the root of the device registry.
func registry(ctx context.Context) ([]byte, error) {
	return exec.CommandContext(ctx, "/usr/sbin/ioreg", "-n", "Root", "-d1", "-a").Output()
}
