package durable

import "time"

const (
	patience = 2 * time.Second
	pause    = 50 * time.Millisecond
)

// Patiently tries something again, for two seconds at most, while somebody else
// holds the file: on Windows, virus scanners open whatever appears. It gives
// the last error.
func Patiently(try func() error) error { return patiently(try, isBusy, time.Sleep) }

func patiently(try func() error, busy func(error) bool, sleep func(time.Duration)) error {
	for waited := time.Duration(0); ; waited += pause {
		err := try()
		if err == nil || !busy(err) || waited >= patience {
			return err
		}
		sleep(pause)
	}
}
