package desk

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"
)

func socket(t *testing.T) string { return filepath.Join(t.TempDir(), "bus") }

func TestEachWordOfTheDesktopBecomesItsEvent(t *testing.T) {
	address, _ := privateBus(t, socket(t))
	login := fakeLogind(t, address)
	desktop := speak(t, address, append(screenSavers(), presenceName)...)
	w, told := listen(t, address)
	for _, e := range []Event{Sleep, ScreenLocked, SessionEnd, Idle} {
		if !w.Hears(e) {
			t.Errorf("%v would not be heard", e)
		}
	}
	changed := func(name string, value any) []any {
		return []any{loginSession, map[string]dbus.Variant{name: dbus.MakeVariant(value)}, []string{}}
	}
	for _, c := range []struct {
		name   string
		by     *speaker
		path   dbus.ObjectPath
		signal string
		values []any
		want   Event
	}{
		{"going to sleep", login.speaker, loginPath, loginManage + ".PrepareForSleep", []any{true}, Sleep},
		{"shutting down", login.speaker, loginPath, loginManage + ".PrepareForShutdown", []any{true}, SessionEnd},
		{"asked to lock", login.speaker, ours, loginSession + ".Lock", nil, ScreenLocked},
		{"written down as locked", login.speaker, ours, properties + ".PropertiesChanged", changed("LockedHint", true), ScreenLocked},
		{"another person in front", login.speaker, ours, properties + ".PropertiesChanged", changed("Active", false), ScreenLocked},
		{"written down as idle", login.speaker, ours, properties + ".PropertiesChanged", changed("IdleHint", true), Idle},
		{"KDE's screen", desktop, "/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", []any{true}, ScreenLocked},
		{"GNOME's screen", desktop, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", []any{true}, ScreenLocked},
		{"Cinnamon's screen", desktop, "/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver.ActiveChanged", []any{true}, ScreenLocked},
		{"MATE's screen", desktop, "/", "org.mate.ScreenSaver.ActiveChanged", []any{true}, ScreenLocked},
		{"Xfce's screen", desktop, "/", "org.xfce.ScreenSaver.ActiveChanged", []any{true}, ScreenLocked},
		{"GNOME's session idle", desktop, "/org/gnome/SessionManager/Presence", presence + ".StatusChanged", []any{uint32(3)}, Idle},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.by.say(c.path, c.signal, c.values...)
			if got := <-told; got != c.want {
				t.Errorf("told %v, want %v", got, c.want)
			}
		})
	}
}

func TestWhatIsNoReasonIsNotTold(t *testing.T) {
	address, _ := privateBus(t, socket(t))
	login := fakeLogind(t, address)
	_, told := listen(t, address)
	changed := func(of, name string, value any) []any {
		return []any{of, map[string]dbus.Variant{name: dbus.MakeVariant(value)}, []string{}}
	}
	login.say(theirs, loginSession+".Lock")
	login.say(ours, loginSession+".Unlock")
	login.say(theirs, properties+".PropertiesChanged", changed(loginSession, "LockedHint", true)...)
	login.say(ours, properties+".PropertiesChanged", changed(loginSession, "LockedHint", false)...)
	login.say(ours, properties+".PropertiesChanged", changed(loginSession, "Active", true)...)
	login.say(ours, properties+".PropertiesChanged", changed(loginSession, "LockedHint", "yes")...)
	login.say(ours, properties+".PropertiesChanged", loginSession)
	login.say(loginPath, loginManage+".PrepareForSleep")
	login.say(loginPath, loginManage+".PrepareForSleep", "soon")
	// One speaker is heard in its order, so this is the first that may come.
	login.say(loginPath, loginManage+".PrepareForSleep", true)
	if got := <-told; got != Sleep {
		t.Errorf("told %v for something that is no reason", got)
	}
}

func TestSleepWaitsUntilTheVaultIsLocked(t *testing.T) {
	address, _ := privateBus(t, socket(t))
	login := fakeLogind(t, address)
	begun, locked := make(chan Event), make(chan struct{})
	w := Watch(context.Background(), Addresses{System: address}, func(e Event) { begun <- e; <-locked })
	defer w.Close()
	<-w.Settled()
	delay := <-login.delays
	delay.received(t)

	login.say(loginPath, loginManage+".PrepareForSleep", true)
	if got := <-begun; got != Sleep {
		t.Fatalf("told %v, want sleep", got)
	}
	if delay.letGo(t) {
		t.Error("the computer was let sleep before the vault was locked")
	}
	close(locked)
	if _, err := delay.ours.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
		t.Errorf("the delay was not let go after locking: %v", err)
	}
	login.say(loginPath, loginManage+".PrepareForSleep", false)
	login.say(ours, loginSession+".Lock") // heard only after the new delay has come
	<-begun
	delay = <-login.delays
	delay.received(t)
	if delay.letGo(t) {
		t.Error("after waking, the next sleep would not wait")
	}
}

func TestAServiceOfTheDesktopFindsItsSession(t *testing.T) {
	address, _ := privateBus(t, socket(t))
	const person = dbus.ObjectPath("/org/freedesktop/login1/user/_1000")
	s := speak(t, address)
	err := errors.Join(
		s.conn.ExportMethodTable(map[string]any{
			"GetUser": func(uint32) (dbus.ObjectPath, *dbus.Error) { return person, nil },
		}, loginPath, loginManage),
		s.conn.ExportMethodTable(map[string]any{
			"Get": func(string, string) (dbus.Variant, *dbus.Error) {
				return dbus.MakeVariant(struct {
					ID   string
					Path dbus.ObjectPath
				}{"c2", theirs}), nil
			},
		}, person, properties))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.conn.RequestName(loginName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	_, told := listen(t, address)
	s.say(ours, properties+".PropertiesChanged", loginSession,
		map[string]dbus.Variant{"IdleHint": dbus.MakeVariant(true)}, []string{})
	s.say(theirs, loginSession+".Lock")
	if got := <-told; got != ScreenLocked {
		t.Errorf("told %v, want the lock of the desktop's own session", got)
	}
}

func TestWithoutABusNothingIsHeardAndNothingHangs(t *testing.T) {
	silent := socket(t)
	listener, err := net.Listen("unix", silent)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	lonely, _ := privateBus(t, socket(t))
	for name, address := range map[string]string{
		"no address":               "",
		"no socket":                "unix:path=" + filepath.Join(t.TempDir(), "nothing"),
		"not an address":           "unix:;;=,",
		"a bus that nobody is on":  lonely,
		"a network address":        "tcp:host=localhost,port=1",
		"an address with programs": "unixexec:path=/bin/false",
	} {
		t.Run(name, func(t *testing.T) {
			w, _ := listen(t, address)
			for _, e := range []Event{ScreenLocked, Idle} {
				if w.Hears(e) {
					t.Errorf("claims to hear %v", e)
				}
			}
		})
	}
	t.Run("a bus that takes the call and says nothing", func(t *testing.T) {
		address := "unix:path=" + silent
		w := Watch(context.Background(), Addresses{System: address, Session: address}, func(Event) {})
		if w.Hears(ScreenLocked) {
			t.Error("claims to hear the screen")
		}
		w.Close()
	})
}

func TestABusThatComesBackIsHeardAgain(t *testing.T) {
	path := socket(t)
	address, stop := privateBus(t, path)
	fakeLogind(t, address)
	w, told := listen(t, address)
	stop()
	until(t, "the lost bus is still said to be heard", func() bool { return !w.Hears(ScreenLocked) })
	_ = os.Remove(path)
	privateBus(t, path)
	login := fakeLogind(t, address)
	until(t, "the new bus is not heard", func() bool { return w.Hears(ScreenLocked) })
	login.say(ours, loginSession+".Lock")
	if got := <-told; got != ScreenLocked {
		t.Errorf("told %v, want the lock", got)
	}
}
