package synced

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// tree makes files and folders (those that end in a stroke) and gives the
// folder that they lie in.
func tree(t *testing.T, entries map[string]string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range entries {
		path := filepath.Join(root, filepath.FromSlash(name))
		folder := path
		if !strings.HasSuffix(name, "/") {
			folder = filepath.Dir(path)
		}
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if folder != path {
			if err := os.WriteFile(path, []byte(strings.ReplaceAll(content, "ROOT", root)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return root
}

func TestAFolderOfAServiceIsKnownByItsName(t *testing.T) {
	for path, want := range map[string]Service{
		"/home/ana/Dropbox/board":                                          Dropbox,
		"/home/ana/Dropbox (Old)/board":                                    Dropbox,
		"/home/ana/Willow Dropbox/board":                                   Dropbox,
		"/Users/ana/Library/CloudStorage/Dropbox/board":                    Dropbox,
		`C:\Users\ana\OneDrive\Documents\board`:                            OneDrive,
		`C:\Users\ana\OneDrive - Willow Street\board`:                      OneDrive,
		"/Users/ana/Library/CloudStorage/OneDrive-Personal/board":          OneDrive,
		"/home/ana/OneDrive/board":                                         OneDrive,
		"/home/ana/Google Drive/board":                                     GoogleDrive,
		`G:\My Drive\board`:                                                GoogleDrive,
		`G:\Mi unidad\board`:                                               GoogleDrive,
		"/Users/ana/Library/CloudStorage/GoogleDrive-a@b.example/My Drive": GoogleDrive,
		"/run/user/1000/gvfs/google-drive:host=b.example,user=a/board":     GoogleDrive,
		"/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/board":    ICloud,
		`C:\Users\ana\iCloudDrive\board`:                                   ICloud,
		"/home/ana/Nextcloud/board":                                        Nextcloud,
		"/home/ana/Nextcloud2/board":                                       Nextcloud,
		"/home/ana/ownCloud/board":                                         OwnCloud,
		"/home/ana/Box/board":                                              Box,
		`C:\Users\ana\Box\board`:                                           Box,
		"/Users/ana/Library/CloudStorage/Box-Box/board":                    Box,
		"/home/ana/MEGA/board":                                             MEGA,
		`C:\Users\ana\MEGAsync\board`:                                      MEGA,
		"/home/ana/pCloudDrive/board":                                      PCloud,
		"/Users/ana/pCloud Drive/board":                                    PCloud,
		"/Users/ana/Library/CloudStorage/ProtonDrive-a@b.example/board":    ProtonDrive,
		"/Users/ana/Library/CloudStorage/Newcomer-ana/board":               "Newcomer",

		"/home/ana/Documents/board":         "",
		"/home/ana/Documents/Box/board":     "",
		"/home/ana/Projects/mega/board":     "",
		"/srv/box/board":                    "",
		"/home/ana/Dropboxes/board":         "",
		"/home/ana/my dropbox notes/board":  "",
		"/home/ana/onedrive_old.txt/board":  "",
		"/home/ana/nextcloud-notes/board":   "",
		"/home/ana/My Drive/board":          "",
		"/home/ana/.dropbox-dist/board":     "",
		"/home/ana/Library/Documents/board": "",
	} {
		got := Service("")
		parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '\\' })
		for n := len(parts); n > 0 && got == ""; n-- {
			got = byName("/"+strings.Join(parts[:n], "/"), "")
		}
		if got != want {
			t.Errorf("%s is of %q, want %q", path, got, want)
		}
	}
}

func TestAFolderOfAServiceIsKnownByWhatItLeftThere(t *testing.T) {
	for entry, want := range map[string]Service{
		"work/.dropbox":                  Dropbox,
		"work/.dropbox.cache/":           Dropbox,
		"work/.tmp.drivedownload/":       GoogleDrive,
		"work/.sync_0a1b2c.db":           Nextcloud,
		"work/._sync_0a1b2c.db":          Nextcloud,
		"work/.owncloudsync.log":         OwnCloud,
		"work/.stfolder/":                Syncthing,
		"work/.megaignore":               MEGA,
		"work/.dropbox/":                 "",
		"work/.sync_notes.txt":           "",
		"work/board/.stfolder-old/x/":    "",
		"work/elsewhere/.dropbox.cache/": "",
	} {
		root := tree(t, map[string]string{entry: "", "work/board/": ""})
		got, ok := Find(filepath.Join(root, "work", "board"), "")
		if got != want || ok != (want != "") {
			t.Errorf("%s makes it %q, want %q", entry, got, want)
		}
	}
}

func TestOneDriveIsKnownByItsIcon(t *testing.T) {
	const ini = "[.ShellClassInfo]\r\nIconResource=C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe,3\r\n"
	utf16 := "\xff\xfe" + strings.Join(strings.Split(ini, ""), "\x00") + "\x00"
	for _, content := range []string{ini, utf16} {
		root := tree(t, map[string]string{"Contoso/desktop.ini": content, "Contoso/Site - Documents/board/": ""})
		if got, _ := Find(filepath.Join(root, "Contoso", "Site - Documents", "board"), ""); got != OneDrive {
			t.Errorf("it is of %q", got)
		}
	}
	root := tree(t, map[string]string{"Contoso/desktop.ini": "[.ShellClassInfo]\r\nIconResource=shell32.dll,3\r\n", "Contoso/board/": ""})
	if got, ok := Find(filepath.Join(root, "Contoso", "board"), ""); ok {
		t.Errorf("another icon makes it %q", got)
	}
}

func TestWhatServicesWroteDownCounts(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the paths in these files are those of Unix")
	}
	for file, try := range map[string]struct {
		content string
		want    Service
	}{
		"home/.dropbox/info.json":                                                  {`{"personal": {"path": "ROOT/files", "host": 1, "is_team": false}}`, Dropbox},
		"home/AppData/Local/Dropbox/info.json":                                     {`{"business": {"path": "ROOT/files"}}`, Dropbox},
		"home/.config/Nextcloud/nextcloud.cfg":                                     {"[Accounts]\n0\\Folders\\1\\localPath=ROOT/files/\n0\\Folders\\1\\paused=false\n", Nextcloud},
		"home/Library/Preferences/Nextcloud/nextcloud.cfg":                         {"0\\FoldersWithPlaceholders\\2\\localPath=ROOT/files\n", Nextcloud},
		"home/.config/ownCloud/owncloud.cfg":                                       {"0\\Folders\\1\\localPath=ROOT/files/\n", OwnCloud},
		"home/.config/syncthing/config.xml":                                        {`<configuration version="37"><folder id="a" path="ROOT/files"></folder></configuration>`, Syncthing},
		"home/.local/state/syncthing/config.xml":                                   {`<configuration><folder id="a" path="~/../files"/></configuration>`, Syncthing},
		"home/Library/Application Support/Box/Box/data/shell/sync_root_folder.txt": {"ROOT/files\n", Box},
	} {
		t.Run(file, func(t *testing.T) {
			root := tree(t, map[string]string{file: try.content, "files/board/": "", "home/Documents/": ""})
			home := filepath.Join(root, "home")
			if got, _ := Find(filepath.Join(root, "files", "board"), home); got != try.want {
				t.Errorf("it is of %q", got)
			}
			if got, ok := Find(filepath.Join(home, "Documents"), home); ok {
				t.Errorf("what lies elsewhere is of %q", got)
			}
			if got, ok := Find(filepath.Join(root, "files", "board"), ""); ok {
				t.Errorf("without a home it is of %q", got)
			}
		})
	}
}

func TestSettingsThatMakeNoSenseTellNothing(t *testing.T) {
	for file, content := range map[string]string{
		"home/.dropbox/info.json":              `{"personal": "nowhere"`,
		"home/.config/Nextcloud/nextcloud.cfg": "localPath=\n0\\Folders\\1\\localPath=relative\n===\n",
		"home/.config/syncthing/config.xml":    `<configuration><folder path=`,
		"home/.config/ownCloud/owncloud.cfg":   strings.Repeat("x", 2<<20),
	} {
		root := tree(t, map[string]string{file: content, "home/board/": ""})
		if got, ok := Find(filepath.Join(root, "home", "board"), filepath.Join(root, "home")); ok {
			t.Errorf("%s makes it %q", file, got)
		}
	}
}

func TestALinkIntoASyncedFolderIsFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	root := tree(t, map[string]string{"files/.stfolder/": "", "files/docs/": "", "home/": ""})
	link := filepath.Join(root, "home", "Documents")
	if err := os.Symlink(filepath.Join(root, "files", "docs"), link); err != nil {
		t.Fatal(err)
	}
	if got, _ := Find(filepath.Join(link, "not", "there", "yet"), ""); got != Syncthing {
		t.Errorf("it is of %q", got)
	}
}

func TestAFolderThatNobodyCopiesIsLeftAlone(t *testing.T) {
	root := tree(t, map[string]string{"home/.dropbox/info.json": "{}", "home/.dropbox-dist/": "", "home/board/": ""})
	if got, ok := Find(filepath.Join(root, "home", "board"), filepath.Join(root, "home")); ok {
		t.Errorf("it is of %q", got)
	}
}

func TestTheDangerIsSaidWithTheNameOfTheService(t *testing.T) {
	for _, text := range []string{Dropbox.AboutVault().String(), Dropbox.AboutBackup().String(), Dropbox.AboutList().String()} {
		if !strings.Contains(text, "Dropbox") || !strings.Contains(text, "seem") {
			t.Errorf("it says %q", text)
		}
	}
}
