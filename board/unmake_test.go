package board_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"holdfast/board"
)

func TestAVaultThatIsUnmadeLeavesThePlaceAsItWas(t *testing.T) {
	for _, there := range []bool{false, true} {
		w := newWorld(t)
		if there {
			must(t, os.Mkdir(w.dir, 0o700))
		}
		b, _ := w.create()
		must(t, b.Unmake())
		left, err := os.ReadDir(w.dir)
		if there && (err != nil || len(left) > 0) || !there && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("there before: %v; left: %v, %v", there, left, err)
		}
		w.create()
	}
}

func TestAVaultThatWasThereIsNeverUnmade(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	add(t, b, "Wren")
	must(t, b.Unmake())
	closed, err := board.Open(w.env, w.dir)
	must(t, err)
	must(t, closed.Close())
}
