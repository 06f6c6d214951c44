package assessment

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"holdfast/wording"
)

// How hard a text is to read. Both formulas count; they know nothing of sense,
// so people read the texts as well.

// A measure is of one text: its sentences, words and syllables.
type measure struct{ sentences, words, syllables float64 }

var (
	sentenceEnd = regexp.MustCompile(`[.?!]+[”»")]*(\s|$)`)
	wordLike    = regexp.MustCompile(`[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*`)
)

// measured counts a text. Numbers and the short names of laws and offices are
// one word of one syllable: whoever meets them knows them from their papers.
func measured(language wording.Language, text string) measure {
	var m measure
	for _, word := range wordLike.FindAllString(text, -1) {
		m.words++
		switch {
		case strings.ToUpper(word) == word && len([]rune(word)) > 1:
			m.syllables++
		case language == wording.InSpanish:
			m.syllables += float64(spanishSyllables(word))
		default:
			m.syllables += float64(englishSyllables(word))
		}
	}
	m.sentences = float64(max(1, len(sentenceEnd.FindAllString(text, -1))))
	return m
}

func (m *measure) add(o measure) {
	m.sentences, m.words, m.syllables = m.sentences+o.sentences, m.words+o.words, m.syllables+o.syllables
}

// grade is the Flesch-Kincaid grade level (Kincaid and others, 1975): the
// school year of the United States in which an English text is read with ease.
// Children in year n are about n + 5 years old when it begins.
func (m measure) grade() float64 {
	return 0.39*m.words/m.sentences + 11.8*m.syllables/m.words - 15.59
}

// inflesz is the ease of a Spanish text (Szigriszt-Pazos, 1993), from 0 to
// 100. The INFLESZ scale (Barrio-Cantalejo and others, 2008) calls 55 and more
// normal, 65 and more quite easy, and 80 and more very easy.
func (m measure) inflesz() float64 {
	return 206.835 - 62.3*m.syllables/m.words - m.words/m.sentences
}

// fernandezHuerta is the older formula for Spanish (1959): 60 to 70 is read
// with ease in the years 7 and 8 of school, 70 to 80 in year 6.
func (m measure) fernandezHuerta() float64 {
	return 206.84 - 60*m.syllables/m.words - 1.02*m.words/m.sentences
}

var (
	vowels  = regexp.MustCompile(`[aeiouy]+`)
	silentE = regexp.MustCompile(`(?:[^laeiouy]es|[aeiouy]les|[^aeiouy]e|[^aeiouytd]ed|[^aeiouy]ely)$`)
	apart   = regexp.MustCompile(`i[ao]|eo|ua[^r]|uo|ying|being|uie`)
	sounded = regexp.MustCompile(`[^aeiouy]les?$|(?:[sxz]|[cs]h|[cg])es$`)
	joined  = regexp.MustCompile(`[ctsg]io|[ctgs]ia|quo|qua|gua|eop`)
)

// englishSyllables counts the vowels that are heard: it is right for about
// nine words of ten.
func englishSyllables(word string) int {
	word = strings.ToLower(word)
	n := len(vowels.FindAllString(word, -1)) + len(apart.FindAllString(word, -1)) - len(joined.FindAllString(word, -1))
	if silentE.MatchString(word) && !sounded.MatchString(word) {
		n--
	}
	return max(1, n)
}

// spanishSyllables counts vowels, but two that are one sound as one: a weak
// vowel without an accent beside another.
func spanishSyllables(word string) int {
	word = strings.NewReplacer("qu", "q", "gue", "ge", "gui", "gi", "güe", "gue", "güi", "gui").Replace(strings.ToLower(word))
	const strong, weak = "aeoáéíóú", "iuü"
	n, before := 0, ' '
	letters := []rune(word)
	for i, r := range letters {
		if r == 'y' && i == len(letters)-1 {
			r = 'i'
		}
		switch {
		case strings.ContainsRune(strong, r):
			if !strings.ContainsRune(weak, before) {
				n++
			}
		case strings.ContainsRune(weak, r):
			if !strings.ContainsRune("aeoáéó"+weak, before) {
				n++
			}
		default:
			r = ' '
		}
		before = r
	}
	return max(1, n)
}

// plainWords are the words of a text, small, for comparing.
func plainWords(text string) string {
	return strings.Join(slices.Collect(strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})), " ")
}
