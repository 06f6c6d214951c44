package synced

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// byTrace knows the top folder of a service by what the service left in it.
func byTrace(dir string) Service {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if service := trace(strings.ToLower(e.Name()), e); service != "" {
			return service
		}
	}
	if icon := small(filepath.Join(dir, "desktop.ini")); strings.Contains(strings.ToLower(icon), `onedrive.exe`) {
		return OneDrive
	}
	return ""
}

// trace knows one entry of a folder. A folder called .dropbox is no trace: it
// lies in the home folder of everybody who has Dropbox, and holds its
// settings; the file of that name lies in what is copied.
func trace(name string, e fs.DirEntry) Service {
	switch {
	case name == ".dropbox.cache", name == ".dropbox" && e.Type().IsRegular():
		return Dropbox
	case name == ".tmp.drivedownload", name == ".tmp.driveupload":
		return GoogleDrive
	case name == ".nextcloudsync.log":
		return Nextcloud
	case name == ".owncloudsync.log":
		return OwnCloud
	case (strings.HasPrefix(name, ".sync_") || strings.HasPrefix(name, "._sync_")) && strings.HasSuffix(name, ".db"):
		return Nextcloud
	case name == ".stfolder":
		return Syncthing
	case name == ".megaignore":
		return MEGA
	}
	return ""
}

// small reads a small ordinary file; "" where there is none.
func small(path string) string {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
		return ""
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return wide(data)
}

// wide turns UTF-16, in which Windows writes some desktop.ini, into text as
// far as that is needed to find a name in it.
func wide(data []byte) string {
	return strings.ReplaceAll(strings.TrimPrefix(string(data), "\xff\xfe"), "\x00", "")
}
