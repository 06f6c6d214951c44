package backup

import (
	"bytes"
	"errors"
	"testing"
)

// broken takes so many bytes and then fails.
type broken struct {
	bytes.Buffer
	room int
}

var errBroken = errors.New("the stick was pulled out")

func (b *broken) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.room {
		return 0, errBroken
	}
	return b.Buffer.Write(p)
}

func TestWhatIsWrittenBehindArrivesWholeAndInOrder(t *testing.T) {
	wanted := bytes.Repeat([]byte("in order "), 700_000)
	to := &broken{room: len(wanted)}
	out := writeBehind(to)
	for rest := wanted; len(rest) > 0; {
		n := min(len(rest), 65_552)
		if _, err := out.Write(rest[:n]); err != nil {
			t.Fatal(err)
		}
		rest = rest[n:]
	}
	if err := out.end(); err != nil || !bytes.Equal(to.Bytes(), wanted) {
		t.Fatalf("%d of %d bytes arrived, error %v", to.Len(), len(wanted), err)
	}
}

func TestADiskThatFailsBehindStopsWhatIsWritten(t *testing.T) {
	out := writeBehind(&broken{room: 2 * blockSize})
	var err error
	for range 20 {
		if _, err = out.Write(make([]byte, blockSize)); err != nil {
			break
		}
	}
	if !errors.Is(err, errBehind) {
		t.Errorf("writing went on, error %v", err)
	}
	if err := out.end(); !errors.Is(err, errBroken) {
		t.Errorf("the end says %v, not why", err)
	}
}
