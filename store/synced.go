package store

import (
	"os"
	"path/filepath"
	"strings"
)

// SyncedFolder names the service that copies what lies in dir to other
// computers ("Dropbox"), or is empty. Such a service can swap a file under an
// open vault, and keeps old versions of what was erased. It goes by the names
// of the folders above and by the files that the services leave in theirs; a
// service that leaves no trace is not found.
func SyncedFolder(dir string) string {
	path, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		if service := serviceOf(path); service != "" {
			return service
		}
		up := filepath.Dir(path)
		if up == path {
			return ""
		}
		path = up
	}
}

// serviceOf recognises one folder.
func serviceOf(path string) string {
	name := strings.ToLower(filepath.Base(path))
	parent := strings.ToLower(filepath.Base(filepath.Dir(path)))
	has := func(file string) bool {
		_, err := os.Lstat(filepath.Join(path, file))
		return err == nil
	}
	matches := func(pattern string) bool {
		found, err := filepath.Glob(filepath.Join(escapeGlob(path), pattern))
		return err == nil && len(found) > 0
	}
	switch {
	case strings.HasPrefix(name, "onedrive"):
		return "OneDrive"
	case name == "dropbox", strings.HasPrefix(name, "dropbox ("), has(".dropbox"), has(".dropbox.cache"):
		return "Dropbox"
	case name == "google drive", name == "googledrive", strings.HasPrefix(name, "googledrive-"),
		parent == "cloudstorage" && strings.HasPrefix(name, "google"), has(".tmp.drivedownload"):
		return "Google Drive"
	case name == "iclouddrive", name == "icloud drive", name == "com~apple~clouddocs",
		parent == "library" && name == "mobile documents":
		return "iCloud"
	case name == "nextcloud", matches(".sync_*.db"), matches("._sync_*.db"), has(".owncloudsync.log"), has(".nextcloudsync.log"):
		return "Nextcloud"
	case has(".stfolder"):
		return "Syncthing"
	}
	return ""
}

// escapeGlob makes a path stand for itself in a pattern.
func escapeGlob(path string) string {
	return strings.NewReplacer(`[`, `[[]`, `*`, `[*]`, `?`, `[?]`).Replace(path)
}
