package synced

import (
	"path/filepath"
	"strings"
)

// Find names the service that seems to copy what lies in dir to other
// computers. dir need not exist yet. home is the person's home folder, where
// the services write down which folders are theirs; with "" only names and
// traces count.
func Find(dir, home string) (Service, bool) {
	path, err := filepath.Abs(dir)
	if err != nil {
		return "", false
	}
	told := listed(home)
	for _, p := range []string{path, resolved(path)} {
		for at := p; ; at = filepath.Dir(at) {
			if service := byName(at, home); service != "" {
				return service, true
			}
			if service := byTrace(at); service != "" {
				return service, true
			}
			if service := told[key(at)]; service != "" {
				return service, true
			}
			if at == filepath.Dir(at) {
				break
			}
		}
	}
	return "", false
}

// resolved is the path without links: Documents may be a link into OneDrive.
// Of a path that does not exist yet, the part that does is resolved.
func resolved(path string) string {
	rest := ""
	for at := path; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// key is a path in a form that can be compared: file systems of Windows and
// macOS do not tell cases apart.
func key(path string) string { return strings.ToLower(filepath.Clean(path)) }
