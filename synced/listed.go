package synced

import (
	"encoding/json"
	"encoding/xml"
	"path/filepath"
	"strings"
)

// listed are the folders that services have written down in a home folder.
// What can't be read tells nothing.
func listed(home string) map[string]Service {
	found := map[string]Service{}
	if home == "" {
		return found
	}
	add := func(s Service, paths ...string) {
		for _, p := range paths {
			if p = strings.TrimSpace(p); filepath.IsAbs(p) {
				found[key(p)] = s
			}
		}
	}
	in := func(places ...string) (texts []string) {
		for _, p := range places {
			if text := small(filepath.Join(home, filepath.FromSlash(p))); text != "" {
				texts = append(texts, text)
			}
		}
		return texts
	}
	for _, text := range in(".dropbox/info.json", "AppData/Roaming/Dropbox/info.json", "AppData/Local/Dropbox/info.json") {
		add(Dropbox, dropboxFolders(text)...)
	}
	for _, text := range in(".config/Nextcloud/nextcloud.cfg", "AppData/Roaming/Nextcloud/nextcloud.cfg", "Library/Preferences/Nextcloud/nextcloud.cfg") {
		add(Nextcloud, cloudFolders(text)...)
	}
	for _, text := range in(".config/ownCloud/owncloud.cfg", "AppData/Roaming/ownCloud/owncloud.cfg", "Library/Preferences/ownCloud/owncloud.cfg") {
		add(OwnCloud, cloudFolders(text)...)
	}
	for _, text := range in(".local/state/syncthing/config.xml", ".config/syncthing/config.xml", "AppData/Local/Syncthing/config.xml", "Library/Application Support/Syncthing/config.xml") {
		add(Syncthing, syncthingFolders(text, home)...)
	}
	for _, text := range in("AppData/Local/Box/Box/data/shell/sync_root_folder.txt", "Library/Application Support/Box/Box/data/shell/sync_root_folder.txt") {
		add(Box, text)
	}
	return found
}

// dropboxFolders reads {"personal": {"path": "/home/ana/Dropbox"}, …}.
func dropboxFolders(text string) []string {
	var accounts map[string]struct {
		Path string `json:"path"`
	}
	if json.Unmarshal([]byte(text), &accounts) != nil {
		return nil
	}
	var paths []string
	for _, a := range accounts {
		paths = append(paths, a.Path)
	}
	return paths
}

// cloudFolders reads lines such as 0\Folders\1\localPath=/home/ana/Nextcloud/.
func cloudFolders(text string) []string {
	var paths []string
	for line := range strings.Lines(text) {
		name, path, ok := strings.Cut(line, "=")
		if ok && strings.HasSuffix(strings.TrimSpace(name), `\localPath`) {
			paths = append(paths, strings.Trim(strings.TrimSpace(path), `"`))
		}
	}
	return paths
}

// syncthingFolders reads <folder id="…" path="~/Notes"> of a configuration.
func syncthingFolders(text, home string) []string {
	var config struct {
		Folders []struct {
			Path string `xml:"path,attr"`
		} `xml:"folder"`
	}
	if xml.Unmarshal([]byte(text), &config) != nil {
		return nil
	}
	var paths []string
	for _, f := range config.Folders {
		path := f.Path
		if path == "~" || strings.HasPrefix(path, "~/") || strings.HasPrefix(path, `~\`) {
			path = filepath.Join(home, path[1:])
		}
		paths = append(paths, path)
	}
	return paths
}
