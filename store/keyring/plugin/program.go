package plugin

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"holdfast/wording"
)

// Program is an age plugin: a file that can be run, at an absolute path.
type Program struct{ path string }

// prefix begins the name of every plugin's file.
const prefix = "age-plugin-"

// At is the plugin at a path that a person chose. It fails with a
// wording.Problem (field "plugin") where that is no file of a plugin's name
// that can be run, and as the disk does.
func At(path string) (Program, error) {
	p := Program{path: path}
	if !filepath.IsAbs(path) || p.Name() == "" {
		return Program{}, wording.Refuse("plugin", "This is not an age plugin. The name of its file begins with “{prefix}”.", "prefix", prefix)
	}
	info, err := os.Stat(path)
	if err != nil {
		return Program{}, err
	}
	if !runs(info) {
		return Program{}, wording.Refuse("plugin", "This file is not a program that can be run. Choose the plugin itself, as it was installed.")
	}
	return p, nil
}

// runs says whether a file can be run; Windows knows that by its name.
func runs(info fs.FileInfo) bool {
	return info.Mode().IsRegular() && (runtime.GOOS == "windows" || info.Mode()&0o111 != 0)
}

// Path is where the program lies.
func (p Program) Path() string { return p.path }

// Name is what the plugin calls its keys: "yubikey" for age-plugin-yubikey.
func (p Program) Name() string {
	name, found := strings.CutPrefix(filepath.Base(p.path), prefix)
	if runtime.GOOS == "windows" {
		name = strings.TrimSuffix(strings.ToLower(name), ".exe")
	}
	if !found {
		return ""
	}
	return name
}

// In lists the plugins in folders, for somebody to choose from. A folder that
// can't be read has none.
func In(folders []string) ([]Program, error) {
	var found []Program
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			return found, err
		}
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), prefix) {
				continue
			}
			p, err := At(filepath.Join(folder, e.Name()))
			if err == nil && !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
	}
	return found, nil
}
