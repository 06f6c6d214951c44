package synced

import (
	"path/filepath"
	"strings"
)

// byName knows a folder by what it is called and where it lies.
func byName(path, home string) Service {
	parts := split(path)
	if len(parts) == 0 {
		return ""
	}
	name := parts[len(parts)-1]
	parent, grand := "", ""
	if len(parts) > 1 {
		parent = parts[len(parts)-2]
	}
	if len(parts) > 2 {
		grand = parts[len(parts)-3]
	}
	switch {
	case parent == "cloudstorage" && grand == "library":
		return inCloudStorage(name, path[strings.LastIndexAny(path, `/\`)+1:])
	case parent == "library" && name == "mobile documents", name == "com~apple~clouddocs", name == "iclouddrive", name == "icloud drive":
		return ICloud
	case branded(name, "onedrive"):
		return OneDrive
	case branded(name, "dropbox"), strings.HasSuffix(name, " dropbox"):
		return Dropbox
	case branded(name, "google drive"), branded(name, "googledrive"), strings.HasPrefix(name, "google-drive:"),
		strings.HasSuffix(parent, ":") && (name == "my drive" || name == "mi unidad"):
		return GoogleDrive
	case numbered(name, "nextcloud"):
		return Nextcloud
	case numbered(name, "owncloud"):
		return OwnCloud
	case name == "pclouddrive", name == "pcloud drive", name == "pcloud sync":
		return PCloud
	case branded(name, "proton drive"), branded(name, "protondrive"):
		return ProtonDrive
	}
	if inHome(path, parts, home) {
		return plainWord(name)
	}
	return ""
}

// inCloudStorage knows the folders that macOS keeps for services: the name of
// the service, a hyphen, the account. Whoever is there, it is copied.
func inCloudStorage(name, written string) Service {
	brand, _, _ := strings.Cut(name, "-")
	switch brand {
	case "onedrive":
		return OneDrive
	case "dropbox":
		return Dropbox
	case "googledrive":
		return GoogleDrive
	case "box":
		return Box
	case "pcloud", "pclouddrive":
		return PCloud
	case "protondrive":
		return ProtonDrive
	case "nextcloud":
		return Nextcloud
	case "mega", "megasync":
		return MEGA
	default:
		known, _, _ := strings.Cut(written, "-")
		return Service(known)
	}
}

// plainWord knows services whose folder is called like an ordinary thing; that
// counts only right inside a home folder.
func plainWord(name string) Service {
	switch name {
	case "box", "box sync":
		return Box
	case "mega", "megasync", "megasync downloads", "mega downloads":
		return MEGA
	default:
		return ""
	}
}

// inHome says whether a folder lies right inside a home folder.
func inHome(path string, parts []string, home string) bool {
	if home != "" {
		return key(filepath.Dir(path)) == key(home)
	}
	if len(parts) > 0 && strings.HasSuffix(parts[0], ":") {
		parts = parts[1:]
	}
	return len(parts) == 3 && (parts[0] == "home" || parts[0] == "users")
}

// branded says whether a name is the brand, alone or with an account behind
// it: "OneDrive - Contoso", "OneDrive-Personal", "Dropbox (Old)".
func branded(name, brand string) bool {
	rest, ok := strings.CutPrefix(name, brand)
	return ok && (rest == "" || strings.HasPrefix(rest, " - ") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, " ("))
}

// numbered says whether a name is the brand, alone or with the number that
// the second account gets.
func numbered(name, brand string) bool {
	rest, ok := strings.CutPrefix(name, brand)
	return ok && strings.Trim(rest, "0123456789") == ""
}

// split takes a path apart, in lower case. Both strokes count on every
// system, so that what holds for Windows can be tried anywhere.
func split(path string) []string {
	return strings.FieldsFunc(strings.ToLower(path), func(r rune) bool { return r == '/' || r == '\\' })
}
