package desk

import (
	"fmt"
	"os"
)

// Setting is one environment variable to set before anything else runs.
type Setting struct{ Name, Value string }

// Quiet gives the settings under which the window's libraries keep nothing in
// the home folder: no shader cache of Mesa, which would outlive the program,
// and the index of fonts in a folder of memory instead of ~/.cache.
//
// memory is a folder that lies in memory ("/dev/shm"); a private folder is
// made inside it, which the returned function removes at the end of the
// program. Where it can't be made (macOS and Windows have no such folder),
// the font index is left where the system puts it and the error says so: it
// names only fonts, so going on is right.
func Quiet(memory string) (settings []Setting, remove func() error, err error) {
	settings = []Setting{{"MESA_SHADER_CACHE_DISABLE", "true"}}
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
