package backups

import (
	"os"
	"path/filepath"
	"testing"

	"holdfast/app/apptest"
)

// What a backup was opened with lies in memory for as long as its file is open.
func TestALockLetsGoOfABackupThatWasOpened(t *testing.T) {
	p := open(t, apptest.Demo(t, 3))
	r := p.backUp(t)
	holds := func() (held bool) {
		files, err := filepath.Glob("/proc/self/fd/*")
		must(t, err)
		for _, f := range files {
			path, err := os.Readlink(f)
			held = held || (err == nil && path == r.Path)
		}
		return held
	}
	p.screen.open(r)
	p.Tap(p.Button("Restore…"))
	p.unlockWith(apptest.Passphrase, "Open it")
	if !holds() {
		t.Fatal("the file is not open")
	}
	p.Env.Runner.Close()
	p.Env.Runner.Wait()
	if holds() {
		t.Error("the file is still open")
	}
}
