package kit

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// mostNames is how much of one folder is shown: enough for a person to look
// through.
const mostNames = 500

// folderName is a file or folder in a list.
type folderName struct {
	name   string
	folder bool
}

// readFolder lists what somebody may choose from: folders first, then files
// of the given endings (all where there are none), without hidden ones.
func readFolder(dir string, endings []string) ([]folderName, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []folderName
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		// A link counts as what it leads to.
		info, err := os.Stat(filepath.Join(dir, e.Name()))
		if err != nil || !info.IsDir() && !fits(e.Name(), endings) {
			continue
		}
		names = append(names, folderName{e.Name(), info.IsDir()})
	}
	slices.SortStableFunc(names, func(a, b folderName) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return names[:min(len(names), mostNames)], nil
}

// fits says whether a file has one of the endings.
func fits(name string, endings []string) bool {
	if len(endings) == 0 {
		return true
	}
	name = strings.ToLower(name)
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(name, ending) })
}
