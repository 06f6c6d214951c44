package find

import "strings"

// The longest query that is looked at: what is typed beyond it is ignored.
const (
	longestQuery = 96 // characters
	mostWords    = 8
)

// tier is how well an entry fits, the best first.
type tier uint8

const (
	wholeTitle tier = iota
	titleBegins
	titleWordBegins
	otherWordBegins
	insideTitle
	insideOther
	insideNumber
	allWordsBegin
	allWordsInside
	misspelt      // and one more for each mistake
	unfit    tier = 255
)

// Search gives the entries that fit what was typed, the best first, at most
// limit of them (all where limit is 0 or less). A query without a letter or a
// digit fits nothing; only its first 96 characters and 8 words count.
func (x *Index) Search(query string, limit int) []Result {
	q := newQuery(query)
	if len(q.tokens) == 0 {
		return nil
	}
	best := ranking{limit: limit, places: x.places}
	fits := make([]bool, len(x.entries))
	for i := range x.entries {
		if t := q.fit(x, i); t != unfit {
			fits[i] = true
			best.add(hit{int32(i), t})
		}
	}
	if limit <= 0 || len(best.hits) < limit {
		x.misspelt(q, fits, &best)
	}
	hits := best.sorted()
	results := make([]Result, len(hits))
	for i, h := range hits {
		results[i] = x.result(q, h)
	}
	return results
}

// query is what was typed, made plain.
type query struct {
	phrase string // "ana mar": the words with one space between
	tokens []string
	digits string // the digits, where nothing but a number was typed
}

func newQuery(text string) query {
	cut := 0
	for at := range text {
		if cut++; cut > longestQuery {
			text = text[:at]
			break
		}
	}
	tokens := strings.Fields(plain(text))
	tokens = tokens[:min(len(tokens), mostWords)]
	digits := onlyDigits(text)
	if len(digits) < 3 {
		digits = ""
	}
	return query{strings.Join(tokens, " "), tokens, digits}
}

// fit says how well an entry fits, mistakes aside.
func (q query) fit(x *Index, entry int) tier {
	text, title := x.texts[entry], x.texts[entry][:x.titles[entry]]
	if strings.Contains(text, q.phrase) {
		begins := " " + q.phrase
		switch {
		case strings.HasPrefix(title, begins):
			if len(title) == len(begins)+1 {
				return wholeTitle
			}
			return titleBegins
		case strings.Contains(title, begins):
			return titleWordBegins
		case strings.Contains(text, begins):
			return otherWordBegins
		case strings.Contains(title, q.phrase):
			return insideTitle
		default:
			return insideOther
		}
	}
	if q.digits != "" && dialled(x.digits[entry], q.digits) {
		return insideNumber
	}
	if len(q.tokens) == 1 {
		return unfit
	}
	best := allWordsBegin
	for _, token := range q.tokens {
		if !strings.Contains(text, token) {
			return unfit
		}
		if best == allWordsBegin && !strings.Contains(text, " "+token) {
			best = allWordsInside
		}
	}
	return best
}

// dialled says whether numbers hold the digits, or hold them without the
// zeros that are dialled in front of an area or a country.
func dialled(numbers, digits string) bool {
	if numbers == "" {
		return false
	}
	if strings.Contains(numbers, digits) {
		return true
	}
	short := strings.TrimLeft(digits, "0")
	return len(short) >= 3 && len(short) < len(digits) && strings.Contains(numbers, short)
}

// misspelt adds the entries that do not fit but nearly do.
func (x *Index) misspelt(q query, fits []bool, best *ranking) {
	total := make([]uint8, len(x.entries))
	nearest := make([]uint8, len(x.entries))
	for _, token := range q.tokens {
		for i := range nearest {
			nearest[i] = noMatch
		}
		t := newTyped(token)
		for _, w := range x.vocabulary {
			cost := t.cost(w)
			if cost == noMatch {
				continue
			}
			for _, entry := range w.entries {
				nearest[entry] = min(nearest[entry], cost)
			}
		}
		for i, cost := range nearest {
			if cost == noMatch || total[i] == noMatch {
				total[i] = noMatch
			} else {
				total[i] += cost
			}
		}
	}
	for i, cost := range total {
		if !fits[i] && cost != noMatch {
			best.add(hit{int32(i), misspelt + tier(cost)})
		}
	}
}
