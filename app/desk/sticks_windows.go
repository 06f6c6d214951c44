package desk

import "golang.org/x/sys/windows"

// plugged are the letters that stand for a drive. Whether something lies in it
// is not asked: an empty reader would be waited for.
func plugged() []string {
	letters, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var all []string
	for i := range 26 {
		if letters&(1<<i) != 0 {
			all = append(all, string(rune('A'+i))+`:\`)
		}
	}
	return all
}
