package preference

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"holdfast/record"
)

const (
	vaultA record.ID = "8f14e45f-ceea-467f-9575-6b1d2f8a0c11"
	vaultB record.ID = "c9f0f895-fb98-4b91-9f1c-0a4f9d6b7e22"
)

func vault(i int) record.ID {
	return record.ID(fmt.Sprintf("8f14e45f-ceea-467f-9575-%012d", i))
}

func TestAnAnchorComesBackUntilItIsForgotten(t *testing.T) {
	dir := folder(t, "")
	k := Open(dir)
	if got, err := k.Anchors().Load(vaultA); got != nil || err != nil {
		t.Errorf("an unknown vault gives %x, %v", got, err)
	}
	sealed := []byte{0, 1, 2, 0xff}
	if err := k.Anchors().Save(vaultA, sealed); err != nil {
		t.Fatal(err)
	}
	sealed[0] = 9 // the caller's bytes are the caller's
	got, err := Open(dir).Anchors().Load(vaultA)
	if err != nil || !bytes.Equal(got, []byte{0, 1, 2, 0xff}) {
		t.Errorf("gives %x, %v", got, err)
	}
	if err := k.Anchors().Forget(vaultA); err != nil {
		t.Fatal(err)
	}
	if got, err := Open(dir).Anchors().Load(vaultA); got != nil || err != nil {
		t.Errorf("a forgotten one gives %x, %v", got, err)
	}
}

func TestWhatIsNoAnchorIsRefused(t *testing.T) {
	k := Open("")
	for name, try := range map[string]struct {
		vault  record.ID
		sealed []byte
	}{
		"a path for an identifier": {"/home/somebody/board", []byte{1}},
		"no identifier":            {"", []byte{1}},
		"nothing":                  {vaultA, nil},
		"too much":                 {vaultA, make([]byte, MaxAnchor+1)},
	} {
		if err := k.Anchors().Save(try.vault, try.sealed); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheFileStaysSmallHoweverManyVaultsThereAre(t *testing.T) {
	dir := folder(t, "")
	k := Open(dir)
	for i := range MaxAnchors + 10 {
		if err := k.Anchors().Save(vault(i), bytes.Repeat([]byte{byte(i)}, MaxAnchor)); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(filepath.Join(dir, fileName))
	if err != nil || info.Size() > largest {
		t.Fatalf("the file has %d bytes, %v", info.Size(), err)
	}
	again := Open(dir)
	if len(again.Notices()) != 0 {
		t.Errorf("a full file is not read back: %v", again.Notices())
	}
	for i := range MaxAnchors + 10 {
		got, err := again.Anchors().Load(vault(i))
		if forgotten := i < 10; forgotten != (got == nil) || err != nil {
			t.Errorf("vault %d: %d bytes, %v", i, len(got), err)
		}
	}
}
