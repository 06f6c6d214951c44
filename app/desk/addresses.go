package desk

import (
	"strings"
	"time"
)

// Addresses say where the two message buses of a Linux desktop are; other
// systems ignore them. The zero value hears only signals and the clocks.
type Addresses struct {
	// System is the bus on which logind speaks ("unix:path=…"), "" for none.
	System string
	// Session is the bus on which the screen saver speaks, "" for none.
	Session string
	// Retry is how long to wait before a lost or missing bus is tried again;
	// zero means half a minute.
	Retry time.Duration
}

// Buses finds the addresses the way the D-Bus specification says, from the
// environment that getenv reads. It never starts a bus.
func Buses(getenv func(string) string) Addresses {
	a := Addresses{
		System:  getenv("DBUS_SYSTEM_BUS_ADDRESS"),
		Session: getenv("DBUS_SESSION_BUS_ADDRESS"),
	}
	if a.System == "" {
		a.System = "unix:path=/run/dbus/system_bus_socket;unix:path=/var/run/dbus/system_bus_socket"
	}
	if runtime := getenv("XDG_RUNTIME_DIR"); a.Session == "" && runtime != "" {
		a.Session = "unix:path=" + escape(runtime) + "/bus"
	}
	return a
}

// local keeps the parts of an address list that are sockets of this computer.
// "tcp:" would open the network, "unixexec:" and "autolaunch:" start programs.
func local(address string) []string {
	var kept []string
	for part := range strings.SplitSeq(address, ";") {
		if strings.HasPrefix(part, "unix:") {
			kept = append(kept, part)
		}
	}
	return kept
}

// escape writes a path as a value of a D-Bus address.
func escape(path string) string {
	const plain = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz/.\\*"
	const hex = "0123456789abcdef"
	var out strings.Builder
	for i := range len(path) {
		if c := path[i]; strings.IndexByte(plain, c) >= 0 {
			out.WriteByte(c)
		} else {
			out.WriteByte('%')
			out.WriteByte(hex[c>>4])
			out.WriteByte(hex[c&15])
		}
	}
	return out.String()
}
