package preference

import "path/filepath"

// UsualFolder is where a person's settings lie on a system (runtime.GOOS), and
// their vault unless they chose another place: in what os.UserConfigDir gives,
// but on Windows in what os.UserCacheDir gives, the local part of the profile.
// What lies in the other (AppData\Roaming) is copied to a server where an
// organisation lets profiles travel, and nothing of this may leave the computer
// by itself. It fails where the system names no such folder.
func UsualFolder(system string, config, local func() (string, error)) (string, error) {
	find := config
	if system == "windows" {
		find = local
	}
	dir, err := find()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "holdfast"), nil
}
