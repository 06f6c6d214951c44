package desk

import (
	"context"
	"errors"
	"fmt"

	"github.com/godbus/dbus/v5"
)

const (
	presenceName   = "org.gnome.SessionManager"
	presence       = presenceName + ".Presence"
	presenceIsIdle = uint32(3)
)

var errNoScreenSaver = errors.New("no screen saver speaks on the message bus")

// screenSavers are the names under which desktops say that the screen is
// locked; each has the signal ActiveChanged on an interface of its own name.
// KDE, LXQt and Sway's helpers use the first.
func screenSavers() []string {
	return []string{
		"org.freedesktop.ScreenSaver",
		"org.gnome.ScreenSaver",
		"org.cinnamon.ScreenSaver",
		"org.mate.ScreenSaver",
		"org.xfce.ScreenSaver",
	}
}

// screenSaver tells ScreenLocked, and Idle on desktops with GNOME's session
// manager.
func screenSaver(address string) source {
	return func(ctx context.Context, e *ear) error {
		b, err := dial(ctx, address)
		if err != nil {
			return err
		}
		defer b.close()
		locks := map[string]bool{}
		var hears []Event
		for _, name := range screenSavers() {
			if !b.owned(ctx, name) {
				continue
			}
			if err := b.match(ctx, dbus.WithMatchSender(name), dbus.WithMatchInterface(name),
				dbus.WithMatchMember("ActiveChanged")); err != nil {
				return fmt.Errorf("ask for the signals of the screen saver: %w", err)
			}
			locks[name+".ActiveChanged"] = true
			hears = []Event{ScreenLocked}
		}
		if b.owned(ctx, presenceName) && b.match(ctx, dbus.WithMatchSender(presenceName),
			dbus.WithMatchInterface(presence), dbus.WithMatchMember("StatusChanged")) == nil {
			hears = append(hears, Idle)
		}
		if len(hears) == 0 {
			return errNoScreenSaver
		}
		e.open(hears...)
		for signal := range b.signals {
			switch {
			case locks[signal.Name] && yes(signal):
				e.tell(ctx, ScreenLocked)
			case signal.Name == presence+".StatusChanged" && isIdle(signal):
				e.tell(ctx, Idle)
			}
		}
		return errNoBus
	}
}

func isIdle(signal *dbus.Signal) bool {
	if len(signal.Body) == 0 {
		return false
	}
	status, ok := signal.Body[0].(uint32)
	return ok && status == presenceIsIdle
}
