package board_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"holdfast/board"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

func TestEveryTroubleHasItsOwnSentence(t *testing.T) {
	seen := map[string]error{}
	for _, try := range []struct {
		err  error
		code board.Code
	}{
		{store.ErrWrongKey, board.CodePassphrase},
		{keyring.ErrPassphraseNeeded, board.CodePassphrase},
		{store.ErrDamaged, board.CodeDamaged},
		{keyring.ErrDamaged, board.CodeDamaged},
		{keyring.ErrForged, board.CodeDamaged},
		{keyring.ErrWeakened, board.CodeDamaged},
		{record.ErrDamaged, board.CodeDamaged},
		{store.ErrNotCertain, board.CodeDamaged},
		{store.ErrInUse, board.CodeInUse},
		{store.ErrNewer, board.CodeNewer},
		{record.ErrNewer, board.CodeNewer},
		{store.ErrDenied, board.CodeDenied},
		{store.ErrReadOnly, board.CodeDenied},
		{fs.ErrPermission, board.CodeDenied},
		{store.ErrNoSpace, board.CodeSpace},
		{store.ErrNotVault, board.CodeInvalid},
		{store.ErrExists, board.CodeInvalid},
		{store.ErrLinked, board.CodeInvalid},
		{store.ErrTooLarge, board.CodeInvalid},
		{store.ErrLocked, board.CodeInvalid},
		{keyring.ErrNotKeyFile, board.CodeInvalid},
		{fs.ErrNotExist, board.CodeInvalid},
		{fs.ErrExist, board.CodeInvalid},
		{record.ErrNotFound, board.CodeInvalid},
		{context.Canceled, board.CodeStopped},
		{errors.New("something else"), board.CodeDamaged},
	} {
		said := board.Explain(fmt.Errorf("while saving: %w", try.err))
		if said.Code != try.code || len(said.Says) == 0 {
			t.Errorf("%v: code %s, want %s", try.err, said.Code, try.code)
			continue
		}
		sentence := said.Says[0].String()
		if other, twice := seen[sentence]; twice {
			t.Errorf("%v says the same as %v: %s", try.err, other, sentence)
		}
		seen[sentence] = try.err
	}
}

func TestWhatTheSystemRefusesForAFileIsKnown(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other numbers for these")
	}
	for _, try := range []struct {
		reason error
		code   board.Code
		says   string
	}{
		{syscall.ENOSPC, board.CodeSpace, "not enough free space"},
		{syscall.EDQUOT, board.CodeSpace, "not enough free space"},
		{syscall.ENAMETOOLONG, board.CodeInvalid, "too long for the system"},
		{syscall.EIO, board.CodeInvalid, "perhaps it was pulled out"},
		{syscall.ENODEV, board.CodeInvalid, "perhaps it was pulled out"},
	} {
		said := board.Explain(&fs.PathError{Op: "write", Path: "/home/Maria Lopez/key", Err: try.reason})
		if said.Code != try.code || !strings.Contains(said.Says[0].String(), try.says) {
			t.Errorf("%v: %+v", try.reason, said)
		}
	}
}

func TestATroubleNeverShowsAPath(t *testing.T) {
	_, err := os.ReadDir("/nobody/here/Maria Lopez")
	is := &fs.PathError{Op: "read", Path: "/home/Maria Lopez/key", Err: errors.New("is a directory")}
	for _, err := range []error{err, is, errors.Join(errors.New("x"), is)} {
		if said := board.Explain(err).Says[0].String(); strings.Contains(said, "Maria") {
			t.Errorf("%v: %s", err, said)
		}
	}
}

func TestEveryProblemOfAFormIsSaid(t *testing.T) {
	err := errors.Join(wording.Refuse("name", "Write a name."), wording.Refuse("pronouns", "This is too long."))
	said := board.Explain(err)
	if said.Code != board.CodeInvalid || said.Field != "name" || len(said.Says) != 2 {
		t.Errorf("%+v", said)
	}
	if in := board.ExplainIn(wording.English(), err); in != "Write a name. This is too long." || board.ExplainIn(wording.English(), nil) != "" {
		t.Errorf("in one line: %q", in)
	}
}
