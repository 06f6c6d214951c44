package keyring

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sethvargo/go-diceware/diceware"
)

// Generate draws a passphrase of random words with spaces between them, from
// the EFF's long list: each word is worth 12.8 bits, six of them 77. Words
// about violence, capture, sex, money owed or death are left out: this is
// read, learnt and typed every day by people who have lived through such
// things. It fails when random does.
func Generate(random io.Reader, words int) (string, error) {
	g, err := diceware.NewGenerator(&diceware.GeneratorInput{
		RandReader: random, WordList: diceware.WordListEffLarge(),
	})
	if err != nil {
		return "", fmt.Errorf("draw a passphrase: %w", err)
	}
	unkind := strings.Fields(unkindWords)
	chosen := make([]string, 0, words)
	for len(chosen) < words {
		// One word a draw: the library refuses to repeat a word within a draw,
		// which would make the words depend on each other.
		drawn, err := g.Generate(1)
		if err != nil {
			return "", fmt.Errorf("draw a passphrase: %w", err)
		}
		if !slices.Contains(unkind, drawn[0]) && !strings.Contains(drawn[0], "-") {
			chosen = append(chosen, drawn[0])
		}
	}
	return strings.Join(chosen, " "), nil
}
