package holdfast

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// catalogue is what the window says, in a language, as patterns: a {place}
// stands for anything.
type catalogue struct {
	english  []string
	patterns []*regexp.Regexp // parallel to english
}

// means are the English sentences that a label of the guide may be.
func (c catalogue) means(label string) (all []string) {
	for i, p := range c.patterns {
		if p.MatchString(label) {
			all = append(all, c.english[i])
		}
	}
	return all
}

// catalogues are what the window says in English and in Spanish; what only the
// command line says is left out.
func catalogues(t *testing.T) (english, spanishToo catalogue) {
	h, book := everything(t), spanish(t)
	place := regexp.MustCompile(`\\\{[a-zA-Z_]\w*\\\}`)
	pattern := func(sentence string) *regexp.Regexp {
		return regexp.MustCompile("^" + place.ReplaceAllString(regexp.QuoteMeta(sentence), ".+") + "$")
	}
	words := regexp.MustCompile(`\p{L}.*\p{L}`)
	seen := map[string]bool{}
	for _, said := range listen(h).sentences {
		bare := regexp.MustCompile(`\{\w+\}`).ReplaceAllString(said.english, "")
		if seen[said.english] || strings.HasPrefix(h.at(said.pos), "cmd/") || !words.MatchString(bare) || bare != said.english && len(bare) < 8 {
			continue
		}
		seen[said.english] = true
		english.english, english.patterns = append(english.english, said.english), append(english.patterns, pattern(said.english))
		for _, translated := range book[said.english] {
			spanishToo.english, spanishToo.patterns = append(spanishToo.english, said.english), append(spanishToo.patterns, pattern(translated))
			break
		}
	}
	return english, spanishToo
}

// quoted are the labels of a page, and the sentences that it quotes whole.
func quoted(t *testing.T, page string) (labels []string) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range regexp.MustCompile(`(?s)\*\*(.+?)\*\*|“((?:[^“”]|“[^“”]*”)+)”`).FindAllStringSubmatch(string(text), -1) {
		switch {
		case found[1] != "":
			labels = append(labels, found[1])
		case len(strings.Fields(found[2])) > 5:
			labels = append(labels, found[2])
		}
	}
	return labels
}

// Somebody who follows the guide looks for the very words that it gives. Where
// the window changes, the guide has to.
func TestTheGuideQuotesTheWindow(t *testing.T) {
	english, spanishToo := catalogues(t)
	pages, err := filepath.Glob("assets/guide/en/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("there is no guide: %v", err)
	}
	for _, page := range pages {
		other := filepath.Join("assets/guide/es", filepath.Base(page))
		ours, theirs := quoted(t, page), quoted(t, other)
		if len(ours) != len(theirs) {
			t.Errorf("%s quotes %d labels, %s %d", page, len(ours), other, len(theirs))
		}
		for i, label := range ours {
			means := english.means(label)
			if len(means) == 0 {
				t.Errorf("%s: the window does not say %q", page, label)
				continue
			}
			if i >= len(theirs) {
				break
			}
			same := spanishToo.means(theirs[i])
			if !slices.ContainsFunc(means, func(m string) bool { return slices.Contains(same, m) }) {
				t.Errorf("%s: where the English says %q the Spanish says %q", other, label, theirs[i])
			}
		}
	}
}

// A page in one language only would be an empty page under F1.
func TestTheGuideHasTheSamePagesInBothLanguages(t *testing.T) {
	names := func(language string) (all []string) {
		pages, err := filepath.Glob("assets/guide/" + language + "/*.md")
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range pages {
			all = append(all, filepath.Base(page))
		}
		return all
	}
	if en, es := names("en"), names("es"); !slices.Equal(en, es) {
		t.Errorf("the guide has in English %v, in Spanish %v", en, es)
	}
}

func TestTheGuideSaysNoUnwelcomeWord(t *testing.T) {
	pages, _ := filepath.Glob("assets/guide/*/*.md")
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if found := unwelcome().FindString(line); found != "" {
				t.Errorf("%s:%d says %q", page, i+1, found)
			}
		}
	}
}
