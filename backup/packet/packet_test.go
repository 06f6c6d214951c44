package packet

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"filippo.io/age"

	"holdfast/record"
)

const words = "orbit lantern maple quiet harbor"

func TestQuestionsOpenWithTheirWordsHoweverTheyAreTyped(t *testing.T) {
	file := lightly(t, "questions")
	for _, typed := range []string{words, "  Orbit-Lantern maple  QUIET harbor "} {
		if got, err := Open(file, typed); err != nil || string(got) != "questions" {
			t.Errorf("%q: %q, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"", "orbit lantern maple quiet", words + " too"} {
		if _, err := Open(file, typed); !errors.Is(err, ErrWrongWords) {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func TestAnswersOpenOnlyWithTheKeyOfTheirRound(t *testing.T) {
	mine, theirs := newKeys(t), newKeys(t)
	file, err := SealTo([]byte("answers"), mine.Recipient)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := OpenWith(file, mine.Identity); err != nil || string(got) != "answers" {
		t.Errorf("%q, %v", got, err)
	}
	for _, identity := range []string{theirs.Identity, "", "AGE-SECRET-KEY-PQ-1"} {
		if _, err := OpenWith(file, identity); !errors.Is(err, ErrOtherKey) {
			t.Errorf("%q: %v", identity, err)
		}
	}
	if _, err := SealTo(nil, "age1nobody"); err == nil {
		t.Error("sealed to nobody")
	}
}

func TestNothingComesOutOfAFileThatWasChanged(t *testing.T) {
	keys := newKeys(t)
	file, err := SealTo([]byte(strings.Repeat("answer ", 4000)), keys.Recipient)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(file); at += 997 {
		flipped := bytes.Clone(file)
		flipped[at] ^= 1
		if got, err := OpenWith(flipped, keys.Identity); err == nil || got != nil {
			t.Errorf("byte %d: %d bytes came out", at, len(got))
		}
		if got, err := OpenWith(file[:at], keys.Identity); err == nil || got != nil {
			t.Errorf("cut at %d: %d bytes came out", at, len(got))
		}
	}
}

func TestTheSizeOfAFileDoesNotTellHowMuchIsInIt(t *testing.T) {
	keys := newKeys(t)
	sizes := map[int]bool{}
	for _, n := range []int{0, 1, 100, 5000, 16000} {
		file, err := SealTo(make([]byte, n), keys.Recipient)
		if err != nil {
			t.Fatal(err)
		}
		sizes[len(file)] = true
		if got, err := OpenWith(file, keys.Identity); err != nil || len(got) != n {
			t.Errorf("%d bytes: %d, %v", n, len(got), err)
		}
	}
	if len(sizes) != 1 {
		t.Errorf("sizes %v", sizes)
	}
}

// testdata/newer.age was sealed as a later program may: with another number
// in front of what this one does not know.
func TestAFileOfALaterProgramIsSaidToBeOne(t *testing.T) {
	file, err := os.ReadFile("testdata/newer.age")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file, "orbit lantern maple quiet harbor"); !errors.Is(err, ErrNewer) || !errors.Is(err, record.ErrNewer) {
		t.Error(err)
	}
}

func TestAFileCantAskForMoreWorkThanItIsWorth(t *testing.T) {
	file := lightly(t, "questions")
	greedy := bytes.Replace(file, []byte(" 8\n"), []byte(" 21\n"), 1)
	if bytes.Equal(greedy, file) {
		t.Fatal("the work factor was not found in the file")
	}
	if _, err := Open(greedy, words); err == nil {
		t.Error("it was tried")
	}
}

// lightly seals under words as Seal does, with less work.
func lightly(t testing.TB, content string) []byte {
	t.Helper()
	r, err := age.NewScryptRecipient(words)
	if err != nil {
		t.Fatal(err)
	}
	r.SetWorkFactor(8)
	file, err := sealed([]byte(content), r)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestWhatIsSealedOpens(t *testing.T) {
	file, err := Seal([]byte("questions"), words)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Open(file, words); err != nil || string(got) != "questions" {
		t.Errorf("%q, %v", got, err)
	}
}

func newKeys(t testing.TB) Keys {
	t.Helper()
	keys, err := NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func FuzzOpen(f *testing.F) {
	keys := newKeys(f)
	file, err := SealTo([]byte("answers"), keys.Recipient)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add([]byte("age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- AAAA\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := OpenWith(data, keys.Identity); err == nil && !bytes.Equal(data, file) {
			t.Errorf("%q came out of a file nobody made", got)
		}
	})
}

func FuzzUnpadded(f *testing.F) {
	f.Add(padded([]byte("answers")))
	f.Add([]byte(magic + "\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, whole []byte) {
		if got, err := unpadded(whole); err == nil && len(got) > len(whole) {
			t.Error("more came out than went in")
		}
	})
}
