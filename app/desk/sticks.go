package desk

import (
	"os"
	"path/filepath"
	"slices"
)

// Sticks are the folders of the sticks and drives that are plugged in, the
// names of which somebody would look for in a file manager.
func Sticks() []string { return plugged() }

// below are the folders at most so many levels below the roots at which
// another drive begins. Links are left out: on a Mac one leads to the whole disk.
func below(levels int, begins func(folder string) bool, roots ...string) []string {
	var found []string
	for _, root := range roots {
		entries, err := os.ReadDir(root)
		if err != nil {
			continue // there is none of that on this system
		}
		for _, e := range entries {
			folder := filepath.Join(root, e.Name())
			switch {
			case !e.IsDir():
			case begins(folder):
				found = append(found, folder)
			case levels > 1:
				found = append(found, below(levels-1, begins, folder)...)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
