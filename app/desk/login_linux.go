package desk

import (
	"context"
	"fmt"
	"os"

	"github.com/godbus/dbus/v5"
	"golang.org/x/sys/unix"
)

// The names under which logind speaks (org.freedesktop.login1, a part of
// systemd and of elogind).
const (
	loginName    = "org.freedesktop.login1"
	loginPath    = dbus.ObjectPath("/org/freedesktop/login1")
	loginManage  = loginName + ".Manager"
	loginSession = loginName + ".Session"
	properties   = "org.freedesktop.DBus.Properties"
)

// login is logind, heard for the session in which this process runs.
type login struct {
	*bus
	manager dbus.BusObject
	session dbus.ObjectPath // "" where it can't be told which is ours
	delay   int             // the descriptor that delays sleep, -1 for none
}

// loginManager tells Sleep, SessionEnd, ScreenLocked and Idle.
func loginManager(address string) source {
	return func(ctx context.Context, e *ear) error {
		b, err := dial(ctx, address)
		if err != nil {
			return err
		}
		defer b.close()
		if !b.owned(ctx, loginName) {
			return fmt.Errorf("nobody speaks as %s", loginName)
		}
		l := &login{bus: b, manager: b.conn.Object(loginName, loginPath), delay: -1}
		defer l.letSleep()
		if err := l.subscribe(ctx); err != nil {
			return err
		}
		l.findSession(ctx)
		l.delaySleep(ctx)
		e.open(Sleep, SessionEnd, ScreenLocked, Idle)
		for signal := range b.signals {
			l.hear(ctx, e, signal)
		}
		return errNoBus
	}
}

func (l *login) subscribe(ctx context.Context) error {
	from := dbus.WithMatchSender(loginName)
	for _, rule := range [][]dbus.MatchOption{
		{from, dbus.WithMatchInterface(loginManage), dbus.WithMatchMember("PrepareForSleep")},
		{from, dbus.WithMatchInterface(loginManage), dbus.WithMatchMember("PrepareForShutdown")},
		{from, dbus.WithMatchInterface(loginSession), dbus.WithMatchMember("Lock")},
		{from, dbus.WithMatchInterface(properties), dbus.WithMatchMember("PropertiesChanged"),
			dbus.WithMatchArg(0, loginSession)},
	} {
		if err := l.match(ctx, rule...); err != nil {
			return fmt.Errorf("ask for the signals of the session: %w", err)
		}
	}
	return nil
}

// findSession learns which session is ours: the one that this process was
// started in, or else the one that this person's desktop runs in. A service
// of the desktop belongs to no session itself.
func (l *login) findSession(ctx context.Context) {
	var path dbus.ObjectPath
	if l.call(ctx, l.manager, loginManage+".GetSessionByPID", uint32(os.Getpid())).Store(&path) == nil {
		l.session = path
		return
	}
	if l.call(ctx, l.manager, loginManage+".GetUser", uint32(os.Getuid())).Store(&path) != nil {
		return
	}
	var display struct {
		ID   string
		Path dbus.ObjectPath
	}
	if l.property(ctx, l.conn.Object(loginName, path), loginName+".User", "Display", &display) == nil && display.ID != "" {
		l.session = display.Path
	}
}

func (l *login) hear(ctx context.Context, e *ear, signal *dbus.Signal) {
	switch signal.Name {
	case loginManage + ".PrepareForSleep", loginManage + ".PrepareForShutdown":
		if !yes(signal) { // it is over, or was called off
			l.delaySleep(ctx)
			return
		}
		if signal.Name == loginManage+".PrepareForSleep" {
			e.tell(ctx, Sleep)
		} else {
			e.tell(ctx, SessionEnd)
		}
		l.letSleep()
	case loginSession + ".Lock":
		if l.session == "" || signal.Path == l.session {
			e.tell(ctx, ScreenLocked)
		}
	case properties + ".PropertiesChanged":
		l.hearProperties(ctx, e, signal)
	}
}

// hearProperties hears what a desktop writes down about its session: that it
// is locked, that nobody is there, that another session is in front.
func (l *login) hearProperties(ctx context.Context, e *ear, signal *dbus.Signal) {
	if len(signal.Body) < 2 {
		return
	}
	changed, ok := signal.Body[1].(map[string]dbus.Variant)
	if !ok || (l.session != "" && signal.Path != l.session) {
		return
	}
	is := func(name string, wanted bool) bool {
		value, ok := changed[name].Value().(bool)
		return ok && value == wanted
	}
	switch {
	case is("LockedHint", true):
		e.tell(ctx, ScreenLocked)
	case l.session == "":
		// A terminal of the same person somewhere else may be idle or in the
		// background all day; that is no reason.
	case is("Active", false):
		e.tell(ctx, ScreenLocked)
	case is("IdleHint", true):
		e.tell(ctx, Idle)
	}
}

// delaySleep asks that sleep and shutdown wait until letSleep, at most as
// long as logind allows (five seconds as it comes). Who and why can be read
// by everyone on this computer, so they name neither program nor board.
// Where it is refused, sleep is still told, only without a delay.
func (l *login) delaySleep(ctx context.Context) {
	if l.delay >= 0 {
		return
	}
	var fd dbus.UnixFD
	err := l.call(ctx, l.manager, loginManage+".Inhibit",
		"sleep:shutdown", "Open documents", "Saving before the computer rests", "delay").Store(&fd)
	if err == nil {
		l.delay = int(fd)
	}
}

func (l *login) letSleep() {
	if l.delay >= 0 {
		_ = unix.Close(l.delay) // the descriptor is gone either way
		l.delay = -1
	}
}
