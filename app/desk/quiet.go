package desk

import (
	"fmt"
	"os"
	"strings"
)

// Setting is one environment variable to set before anything else runs.
type Setting struct{ Name, Value string }

// Quiet gives the settings under which the window's libraries keep nothing in
// the home folder: no shader cache of Mesa, which would outlive the program,
// the index of fonts in a folder of memory instead of ~/.cache, no folder of
// Fyne's own in ~/.config, and no message bus started where there is none,
// which would write ~/.dbus and stay behind. Find this program's own folders
// before these settings are set: they move what os.UserConfigDir gives.
//
// getenv reads the environment as it is; memory is a folder that lies in memory ("/dev/shm"); a private folder is
// made inside it, which the returned function removes at the end of the
// program. Where it can't be made (macOS and Windows have no such folder),
// the font index is left where the system puts it and the error says so: it
// names only fonts, so going on is right.
func Quiet(getenv func(string) string, memory string) (settings []Setting, remove func() error, err error) {
	settings = []Setting{
		{"MESA_SHADER_CACHE_DISABLE", "true"},
		{"DBUS_SESSION_BUS_ADDRESS", sessionBus(getenv)},
		// Fyne watches a settings file and makes its folder, again whenever it
		// is removed. Below a device it can't.
		{"XDG_CONFIG_HOME", os.DevNull},
	}
	// An empty name would mean the folder for temporary files: a disk.
	if memory == "" {
		return settings, func() error { return nil }, fmt.Errorf("keep the font index in memory: %w", os.ErrNotExist)
	}
	folder, err := os.MkdirTemp(memory, "cache-")
	if err != nil {
		return settings, func() error { return nil }, fmt.Errorf("keep the font index in memory: %w", err)
	}
	settings = append(settings, Setting{"XDG_CACHE_HOME", folder})
	return settings, func() error { return os.RemoveAll(folder) }, nil
}

// sessionBus is the address under which libraries look for the session bus.
// Without one they run dbus-launch; with one that leads nowhere they give up.
func sessionBus(getenv func(string) string) string {
	if parts := local(Buses(getenv).Session); len(parts) > 0 {
		return strings.Join(parts, ";")
	}
	return "unix:path=/dev/null"
}
