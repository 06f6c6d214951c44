package desk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Setting is one environment variable to set before anything else runs.
type Setting struct{ Name, Value string }

// Quiet gives the settings under which the window's libraries keep nothing on
// the disk: the index of fonts, the shaders of Mesa and the table of dead keys
// in memory instead of ~/.cache, no folder of Fyne's own in ~/.config, and no message bus started
// where there is none, which would write ~/.dbus and stay behind. Find this
// program's own folders before these settings are set: they move what
// os.UserConfigDir gives.
//
// getenv reads the environment as it is. Where the login session has a folder
// that lies in memory (XDG_RUNTIME_DIR), they stay there until the person logs
// out: making them again takes half a second at each start, and they tell only
// which fonts there are, what the keyboard's language is and that a window was
// drawn.
// Elsewhere a private folder is made inside memory ("/dev/shm") and the
// returned function removes it at the end of the program; shaders are not
// kept then. Where it can't be made (macOS and Windows have no such folder),
// the font index is left where the system puts it and the error says so: it
// names only fonts, so going on is right.
func Quiet(getenv func(string) string, memory string) (settings []Setting, remove func() error, err error) {
	settings = []Setting{
		{"DBUS_SESSION_BUS_ADDRESS", sessionBus(getenv)},
		// Fyne watches a settings file and makes its folder, again whenever it
		// is removed. Below a device it can't.
		{"XDG_CONFIG_HOME", os.DevNull},
	}
	nothing := func() error { return nil }
	if folder, ok := untilLogout(getenv("XDG_RUNTIME_DIR")); ok {
		// Mesa goes by the first, the driver of NVIDIA by the second. Fyne
		// makes a folder there that is called after the time of the start.
		settings = append(settings, Setting{"XDG_CACHE_HOME", folder}, Setting{"__GL_SHADER_DISK_CACHE_PATH", folder})
		if getenv("XCOMPOSECACHE") == "" {
			// What the keyboard's dead keys make. X reads half a megabyte of
			// text for it, twice at each start, where it may keep nothing.
			settings = append(settings, Setting{"XCOMPOSECACHE", folder})
		}
		return settings,
			func() error { return os.RemoveAll(filepath.Join(folder, "fyne")) }, nil
	}
	settings = append(settings, Setting{"MESA_SHADER_CACHE_DISABLE", "true"}, Setting{"__GL_SHADER_DISK_CACHE", "0"})
	// An empty name would mean the folder for temporary files: a disk.
	if memory == "" {
		return settings, nothing, fmt.Errorf("keep the font index in memory: %w", os.ErrNotExist)
	}
	folder, err := os.MkdirTemp(memory, "cache-")
	if err != nil {
		return settings, nothing, fmt.Errorf("keep the font index in memory: %w", err)
	}
	return append(settings, Setting{"XDG_CACHE_HOME", folder}), func() error { return os.RemoveAll(folder) }, nil
}

// untilLogout is a private folder that goes when the person logs out, where
// the session's own folder is one that lies in memory.
func untilLogout(session string) (folder string, ok bool) {
	if session == "" || !inMemory(session) {
		return "", false
	}
	folder = filepath.Join(session, "window-cache")
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return "", false
	}
	info, err := os.Lstat(folder)
	return folder, err == nil && info.IsDir() && info.Mode().Perm() == 0o700
}

// sessionBus is the address under which libraries look for the session bus.
// Without one they run dbus-launch; with one that leads nowhere they give up.
func sessionBus(getenv func(string) string) string {
	if parts := local(Buses(getenv).Session); len(parts) > 0 {
		return strings.Join(parts, ";")
	}
	return "unix:path=/dev/null"
}
