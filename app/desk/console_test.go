//go:build linux || darwin

package desk

import (
	"context"
	"errors"
	"testing"
	"time"
)

const (
	inFront   = `<dict><key>IOConsoleUsers</key><array><dict><key>kCGSSessionOnConsoleKey</key> <true/></dict></array></dict>`
	isLocked  = `<dict><key>IOConsoleUsers</key><array><dict><key>CGSSessionScreenIsLocked</key><true/><key>kCGSSessionOnConsoleKey</key><true/></dict></array></dict>`
	otherwise = `<dict><key>IOConsoleUsers</key><array><dict><key>kCGSSessionOnConsoleKey</key><false/></dict></array></dict>`
)

func TestTheConsoleOfMacOSIsReadAsLocked(t *testing.T) {
	for _, c := range []struct {
		name, list string
		want       bool
	}{
		{"in front and open", inFront, false},
		{"locked", isLocked, true},
		{"another person in front", otherwise, true},
		{"nothing is said about sessions", `<dict/>`, false},
		{"not a list", ``, false},
	} {
		if got := locked([]byte(c.list)); got != c.want {
			t.Errorf("%s: locked = %v", c.name, got)
		}
	}
}

func TestALockedConsoleIsToldOnceUntilItIsOpened(t *testing.T) {
	lists := []string{inFront, isLocked, isLocked, inFront, otherwise, ``}
	tick, over := make(chan time.Time), make(chan struct{})
	read := func(context.Context) ([]byte, error) {
		if len(lists) == 0 {
			close(over)
			return nil, errors.New("the test is over")
		}
		list := lists[0]
		lists = lists[1:]
		return []byte(list), nil
	}
	count := 0
	w := watch(context.Background(), time.Hour,
		[]source{console(time.Second, read, func(time.Duration) <-chan time.Time { return tick })},
		func(e Event) {
			if e != ScreenLocked {
				t.Errorf("told %v", e)
			}
			count++
		})
	for range 6 {
		tick <- time.Time{}
	}
	<-over
	w.Close()
	if count != 2 {
		t.Errorf("told %d times for two locks", count)
	}
}
