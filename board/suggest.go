package board

// mostKnownNames is how many people's names a passphrase is compared with: a
// board has some dozens, and judging must not take minutes.
const mostKnownNames = 500

// SuggestPassphrase draws a passphrase of six words.
func (b *Board) SuggestPassphrase() (string, error) { return SuggestPassphrase(b.env.Random) }

// Strength judges a passphrase by what somebody who knows this board would
// try first: its name and the names of the people on it. It may take some
// hundred milliseconds. On a locked board nothing is known but the
// passphrase itself.
func (b *Board) Strength(text string) Estimate { return Strength(text, b.knownWords()...) }

func (b *Board) knownWords() []string {
	settings, err := b.Settings()
	if err != nil {
		return nil
	}
	known := []string{settings.Name}
	people, err := b.People(Filter{})
	if err != nil {
		return known
	}
	for _, p := range people[:min(len(people), mostKnownNames)] {
		known = append(known, p.Name)
	}
	return known
}
