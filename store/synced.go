package store

import "holdfast/synced"

// SyncedFolder names the service that seems to copy what lies in dir to other
// computers ("Dropbox"), or is empty. Such a service can swap a file under an
// open vault, and keeps old versions of what was erased. Package synced says
// how it is found; who knows the person's home folder finds more with it.
func SyncedFolder(dir string) string {
	service, _ := synced.Find(dir, "")
	return string(service)
}
