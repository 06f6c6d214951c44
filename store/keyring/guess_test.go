package keyring

import (
	"math"
	"strings"
	"testing"

	"github.com/trustelem/zxcvbn"
)

// What a person might type; the original (zxcvbn) is what we are held against.
func TestAPassphraseIsNeverJudgedStrongerThanTheOriginalDoes(t *testing.T) {
	known := []string{"riverside", "marisol"}
	for _, text := range []string{
		"", "a", "zz", "password", "Password1", "p@ssw0rd", "P4$$w0rd!", "drowssap", "correcthorsebatterystaple", "correct horse battery staple",
		"riverside", "Riverside1", "r1vers1de", "edisrevir", "marisol2019", "123456", "987654321", "abcdefg", "acegik", "zyxwv", "qwertyuiop",
		"!QAZ2wsx", "1qaz2wsx3edc", "poiuytrewq", "159357", "aaaaaaaaaaaa", "abcabcabcabc", "lantern lantern lantern", "aabaabaabaab",
		"12071985", "12/07/1985", "1985-07-12", "7-12-85", "120785", "summer2019", "Barcelona1992", "I love my dog 2015",
		"lantern meadow orbit pebble quilt river", "mxk4!Qp0z$7f", "Tr0ub4dour&3", "D0g..................", "ñandú canción", "pingüino77",
		"jennifer smith", "thequickbrownfox", "letmeinletmein", "0123456789012345678901234567890123456789", "correct-horse-7", "|tt|e b|g",
	} {
		ours, _ := guesses(text, known)
		theirs := zxcvbn.PasswordStrength(text, known).Guesses
		if ours > theirs*1.01 && math.Log10(ours)-math.Log10(theirs) > 0.3 {
			t.Errorf("%q: %.3g guesses, the original says %.3g", text, ours, theirs)
		}
		if math.Log10(theirs)-math.Log10(ours) > 1 {
			t.Errorf("%q: %.3g guesses, far below the original's %.3g", text, ours, theirs)
		}
	}
}

func FuzzGuesses(f *testing.F) {
	for _, text := range []string{"p@ssw0rd", "aabaab 12/07/1985", "ñ1!|7", "qwerty\xff", strings.Repeat("1|7", 10)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		score, made := judge(text, []string{"riverside"})
		if score < 0 || score > 4 {
			t.Errorf("a score of %d", score)
		}
		for _, m := range made {
			if m.I < 0 || m.J < m.I || m.Token == "" {
				t.Errorf("a pattern from %d to %d", m.I, m.J)
			}
		}
	})
}
