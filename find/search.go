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
	best := ranking{limit: limit, order: x.order}
	fits := make([]bool, len(x.entries))
	x.fitting(q, func(entry int32, t tier) {
		fits[entry] = true
		best.add(hit{entry, t})
	})
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

// fitting calls each with every entry that fits, mistakes aside.
func (x *Index) fitting(q query, each func(int32, tier)) {
	worst := x.holds(q.tokens)
	for i, held := range worst {
		switch {
		case held != unfit:
			each(int32(i), q.fit(x.texts[i], x.titles[i], held))
		case q.digits != "" && dialled(x.digits[i], q.digits):
			each(int32(i), insideNumber)
		}
	}
}

// holds says for each entry how it holds the token that it holds worst:
// titleWordBegins, otherWordBegins, insideTitle, insideOther, or unfit where
// it does not hold one at all.
func (x *Index) holds(tokens []string) []tier {
	worst, held := make([]tier, len(x.entries)), make([]tier, len(x.entries))
	for _, token := range tokens {
		for i := range held {
			held[i] = unfit
		}
		x.vocabulary.holding(token, func(begins bool, at []place) {
			title, other := insideTitle, insideOther
			if begins {
				title, other = titleWordBegins, otherWordBegins
			}
			for _, p := range at {
				if p.title {
					held[p.entry] = min(held[p.entry], title)
				} else {
					held[p.entry] = min(held[p.entry], other)
				}
			}
		})
		for i := range worst {
			worst[i] = max(worst[i], held[i])
		}
	}
	return worst
}

// fit says how well a text fits that holds every token, the worst of them as
// held says, and that begins with a title of so many bytes.
func (q query) fit(text string, title int, held tier) tier {
	if len(q.tokens) > 1 {
		at := strings.Index(text, q.phrase)
		switch {
		case at < 0 && held <= otherWordBegins:
			return allWordsBegin
		case at < 0:
			return allWordsInside
		case at < title:
			held = insideTitle
		default:
			held = insideOther
		}
		if i := strings.Index(text[at-1:], " "+q.phrase); i >= 0 && at-1+i < title {
			held = titleWordBegins
		} else if i >= 0 {
			held = min(held, otherWordBegins)
		}
	}
	if title > 0 && strings.HasPrefix(text[1:title], q.phrase) {
		if title == len(q.phrase)+2 {
			return wholeTitle
		}
		return titleBegins
	}
	return held
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

// misspelt adds the entries that do not fit but nearly do: every word of the
// query resembles one of theirs.
func (x *Index) misspelt(q query, fits []bool, best *ranking) {
	total, nearest := make([]uint8, len(x.entries)), make([]uint8, len(x.entries))
	for _, token := range q.tokens {
		for i := range nearest {
			nearest[i] = noMatch
		}
		some := false
		x.vocabulary.resembling(token, func(cost uint8, at []place) {
			some = true
			for _, p := range at {
				worse := 2 * cost
				if !p.title {
					worse++
				}
				nearest[p.entry] = min(nearest[p.entry], worse)
			}
		})
		if !some {
			return
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
