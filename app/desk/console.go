//go:build linux || darwin

package desk

import (
	"context"
	"regexp"
	"time"
)

var (
	screenIsLocked = regexp.MustCompile(`<key>CGSSessionScreenIsLocked</key>\s*<true/>`)
	consoleUser    = regexp.MustCompile(`<key>IOConsoleUsers</key>`)
	onConsole      = regexp.MustCompile(`<key>kCGSSessionOnConsoleKey</key>\s*<true/>`)
)

// console tells ScreenLocked when the console session of macOS has become
// locked or has been replaced by another person's. read gives the root of the
// device registry as a property list.
func console(every time.Duration, read func(context.Context) ([]byte, error), tick func(time.Duration) <-chan time.Time) source {
	return func(ctx context.Context, e *ear) error {
		list, err := read(ctx)
		if err != nil {
			return err
		}
		e.open(ScreenLocked)
		before := locked(list)
		for {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-tick(every):
			}
			if list, err = read(ctx); err != nil {
				return err
			}
			now := locked(list)
			if now && !before {
				e.tell(ctx, ScreenLocked)
			}
			before = now
		}
	}
}

// locked reads the console sessions: locked where the one in front says so,
// or where none is in front. A list without sessions says nothing.
func locked(list []byte) bool {
	if !consoleUser.Match(list) {
		return false
	}
	return screenIsLocked.Match(list) || !onConsole.Match(list)
}
