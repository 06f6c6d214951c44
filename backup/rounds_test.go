package backup

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/store"
)

// gone is a stick that is pulled out after some bytes.
type gone struct{ left int }

var errGone = errors.New("input/output error")

func (g *gone) Write(p []byte) (int, error) {
	if g.left -= len(p); g.left < 0 {
		return 0, errGone
	}
	return len(p), nil
}

func (w *world) written(t *testing.T, to io.Writer) error {
	t.Helper()
	x, err := w.vault.Export()
	must(t, err)
	defer x.Close()
	_, err = writeArchive(t.Context(), x, Making{}, Manifest{Made: time.Unix(0, 0).UTC(), Roster: x.Roster}, to, nil)
	return err
}

func TestAStickThatIsPulledOutIsSaidWhereverItHappens(t *testing.T) {
	w := newWorld(t).live(t, 5)
	for after := 0; ; after += 997 {
		err := w.written(t, &gone{after})
		if err == nil {
			if after < smallest {
				t.Errorf("only %d bytes were written", after)
			}
			return
		}
		if !errors.Is(err, errGone) {
			t.Fatalf("after %d bytes: %v", after, err)
		}
		if after > 10_000 {
			after += 20_000
		}
	}
}

func TestALargeVaultIsWrittenInRoundsAndComesBack(t *testing.T) {
	w := newWorld(t)
	for i := range 7 {
		must(t, w.vault.Act("test.put", func(tx *store.Tx) error {
			for j := range 10 {
				raw := fmt.Sprintf(`{"v":1,"d":{"n":%d,"text":"%s"}}`, i, strings.Repeat("long ", 40_000))
				for _, collection := range []string{"scan", "other"} {
					if err := tx.PutRaw(collection, record.Key(fmt.Sprintf("m%d/%d", j, i/2)), []byte(raw)); err != nil {
						return err
					}
				}
			}
			return nil
		}))
	}
	made := w.backup(t)
	var names []string
	for _, p := range made.Parts {
		names = append(names, p.File)
	}
	for _, name := range []string{"records/scan-0003.jsonl", "records/other-0002.jsonl", "history.jsonl", "history-0003.jsonl"} {
		if !slices.Contains(names, name) {
			t.Errorf("%s is missing: %v", name, names)
		}
	}
	o := w.open(t, made.Path, w.paper)
	if got, want := told(t, o.Each), w.told(t, w.vault); !slices.Equal(got, want) {
		t.Error("it is not what it was")
	}
}
