//go:build proof && linux

package proof

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// canaries are words that exist nowhere else: where one of them turns up in
// clear, something of a board has.
func canaries(n int) []string {
	random := rand.New(rand.NewPCG(2026, 11))
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	words := make([]string, n)
	for i := range words {
		var word strings.Builder
		for range 5 {
			word.WriteByte(consonants[random.IntN(len(consonants))])
			word.WriteByte(vowels[random.IntN(len(vowels))])
		}
		words[i] = word.String() + "x"
	}
	return words
}

// title is a word as a name begins: in the vault it lies in this form, in an
// index perhaps in the other.
func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// clear says which canaries stand in some bytes: in any case, and also two
// bytes for each letter, as Windows and X11 write them.
func inClear(words []string, text []byte) []string {
	folded := bytes.ToLower(text)
	var found []string
	for _, word := range words {
		wide := make([]byte, 0, 2*len(word))
		for _, unit := range utf16.Encode([]rune(word)) {
			wide = append(wide, byte(unit), byte(unit>>8))
		}
		if bytes.Contains(folded, []byte(word)) || bytes.Contains(folded, wide) {
			found = append(found, word)
		}
	}
	return found
}

func TestACanaryIsRecognised(t *testing.T) {
	words := canaries(seeded)
	wide := []byte{}
	for _, b := range []byte(title(words[7])) {
		wide = append(wide, b, 0)
	}
	for name, text := range map[string][]byte{
		"as written": []byte("… " + title(words[7]) + " …"), "folded": []byte(words[7]), "wide": wide,
	} {
		if found := inClear(words, text); len(found) != 1 || found[0] != words[7] {
			t.Errorf("%s: found %q", name, found)
		}
	}
}

// How many words a story has, and how many people of five words each.
const seeded, people = 200, 30

// list is a spreadsheet of invented people, with five words in each.
func list(words []string) string {
	var out strings.Builder
	out.WriteString("Name,Pronouns,Role,Email,Phone,Skills,Notes\n")
	for i := range people {
		w := words[5*i : 5*i+5]
		fmt.Fprintf(&out, "%s %s,they/them,,%s@example.org,+1 206 555 01%02d,%s,%s\n",
			title(w[0]), title(w[1]), w[2], i, title(w[3]), title(w[4]))
	}
	return out.String()
}

// files goes over every regular file under some folders.
func files(t *testing.T, visit func(path string, text []byte), folders ...string) {
	t.Helper()
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			text, err := os.ReadFile(path)
			if err == nil {
				visit(path, text)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
