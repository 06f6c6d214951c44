//go:build !windows

package desk

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// plugged looks where Linux desktops (for each person, or for all) and macOS
// show what is plugged in.
func plugged() []string { return below(2, begins, "/media", "/run/media", "/Volumes") }

// begins says whether another drive begins at a folder.
func begins(folder string) bool {
	var own, above unix.Stat_t
	return unix.Lstat(folder, &own) == nil && unix.Lstat(filepath.Dir(folder), &above) == nil && own.Dev != above.Dev
}
