package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/godbus/dbus/v5"
)

// patience is how long a bus or a service on it may take to answer.
const patience = 5 * time.Second

var errNoBus = errors.New("there is no message bus")

// bus is one connection to a message bus.
type bus struct {
	conn    *dbus.Conn
	signals chan *dbus.Signal
}

// dial connects to the first socket in the address list that answers. The
// connection ends with ctx.
func dial(ctx context.Context, address string) (*bus, error) {
	err := errNoBus
	for _, part := range local(address) {
		var b *bus
		if b, err = dialOne(ctx, part); err == nil {
			return b, nil
		}
	}
	return nil, err
}

func dialOne(ctx context.Context, address string) (*bus, error) {
	// The connection lives as long as its context, so a bus that takes the
	// connection and then says nothing is left by ending it.
	ctx, hangUp := context.WithCancel(ctx)
	tired := time.AfterFunc(patience, hangUp)
	defer tired.Stop()
	conn, err := dbus.Dial(address, dbus.WithContext(ctx))
	if err != nil {
		hangUp()
		return nil, fmt.Errorf("reach the message bus: %w", err)
	}
	uid := strconv.Itoa(os.Getuid())
	if err = conn.Auth([]dbus.Auth{dbus.AuthExternal(uid)}); err == nil {
		err = conn.Hello()
	}
	if err != nil {
		hangUp()
		return nil, errors.Join(fmt.Errorf("reach the message bus: %w", err), conn.Close())
	}
	b := &bus{conn: conn, signals: make(chan *dbus.Signal, 16)}
	conn.Signal(b.signals)
	return b, nil
}

// close ends the connection; what was pending on it is lost.
func (b *bus) close() { _ = b.conn.Close() }

// owned says whether somebody speaks under that name.
func (b *bus) owned(ctx context.Context, name string) bool {
	var yes bool
	return b.call(ctx, b.conn.BusObject(), "org.freedesktop.DBus.NameHasOwner", name).Store(&yes) == nil && yes
}

func (b *bus) call(ctx context.Context, object dbus.BusObject, method string, args ...any) *dbus.Call {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return object.CallWithContext(ctx, method, 0, args...)
}

// property reads one property of an object.
func (b *bus) property(ctx context.Context, object dbus.BusObject, of, name string, into any) error {
	var value dbus.Variant
	err := b.call(ctx, object, "org.freedesktop.DBus.Properties.Get", of, name).Store(&value)
	if err != nil {
		return err
	}
	return value.Store(into)
}

func (b *bus) match(ctx context.Context, options ...dbus.MatchOption) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return b.conn.AddMatchSignalContext(ctx, options...)
}

// yes says whether the first argument of a signal is true.
func yes(signal *dbus.Signal) bool {
	if len(signal.Body) == 0 {
		return false
	}
	value, ok := signal.Body[0].(bool)
	return ok && value
}
