package board_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"holdfast/board"
	"holdfast/member"
	"holdfast/store"
	"holdfast/wording"
)

// The disk of the vault is full, and the stick is not: the backup may be the
// only one for a while.
func TestABackupThatTheVaultHasNoRoomToNoteStays(t *testing.T) {
	w := newWorld(t)
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("mounting a small disk is not permitted here: %s", out)
	}
	t.Cleanup(func() { must(t, exec.Command("umount", "-l", disk).Run()) })
	w.dir = filepath.Join(disk, "vault")
	b := w.settled()
	if err := os.WriteFile(filepath.Join(disk, "filler"), make([]byte, 1<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	for full := error(nil); full == nil; { // the last page of the journal
		_, full = b.AddMember(member.Member{Name: strings.Repeat("Wren ", 20)})
	}
	to := t.TempDir()
	_, err := b.Backups().Make(t.Context(), board.BackupWish{Path: to}, nil)
	if problems := wording.Problems(err); len(problems) != 1 || problems[0].Field != "register" || board.Explain(err).Code != board.CodeSpace {
		t.Fatalf("got %v", err)
	}
	files, err := filepath.Glob(filepath.Join(to, "*.age"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %v", files, err)
	}
	w.openBackup(files[0], paperKey(t), b)
}

func TestAStickThatIsPulledOutIsSaidAndNothingIsLeft(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	stick := filepath.Join(t.TempDir(), "STICK")
	must(t, os.Mkdir(stick, 0o700))
	pulled := func(step board.Step, _, _ int64) {
		if step == store.StepVerify {
			must(t, os.RemoveAll(stick))
		}
	}
	_, err := b.Backups().Make(t.Context(), board.BackupWish{Path: stick}, pulled)
	if !errors.Is(err, board.ErrUnplugged) {
		t.Fatalf("got %v", err)
	}
	if list, err := b.Backups().List(); err != nil || len(list) != 0 || !missing(stick) {
		t.Errorf("%d in the register, %v", len(list), err)
	}
}
