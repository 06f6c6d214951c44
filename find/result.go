package find

import (
	"cmp"
	"slices"
	"strings"
)

// Result is an entry that fits a query.
type Result struct {
	Entry Entry
	// In says what matched: -1 for the title, otherwise Entry.Words[In].
	In int
	// Ranges are the parts of that text that matched, in their order. They
	// are empty where only digits matched that are not written together.
	Ranges []Range
}

// Range is a part of a text: bytes from Start up to but not including End,
// both on the borders of characters.
type Range struct{ Start, End int }

// result finds out which text of an entry matched, and where.
func (x *Index) result(q query, h hit) Result {
	e := x.entries[h.entry]
	if h.tier == insideNumber {
		for i, w := range e.Words {
			if dialled(number(w), q.digits) {
				return Result{e, i, nil}
			}
		}
	}
	if ranges := q.ranges(e.Title, h.tier); ranges != nil {
		return Result{e, -1, ranges}
	}
	for i, w := range e.Words {
		if ranges := q.ranges(w, h.tier); ranges != nil {
			return Result{e, i, ranges}
		}
	}
	return Result{e, -1, nil}
}

// ranges are the parts of text that match.
func (q query) ranges(text string, t tier) []Range {
	traced := trace(text)
	if traced.words == "" {
		return nil
	}
	var found []Range
	switch {
	case t < insideNumber:
		found = traced.spot(q.phrase)
	case t < misspelt:
		for _, token := range q.tokens {
			found = append(found, traced.spot(token)...)
		}
	default:
		for _, token := range q.tokens {
			found = append(found, traced.resembling(newTyped(token))...)
		}
	}
	return joined(found)
}

// spot is where piece stands, at the beginning of a word if it can be.
func (t traced) spot(piece string) []Range {
	if at := strings.Index(t.words, " "+piece); at >= 0 {
		return []Range{t.piece(at+1, at+1+len(piece))}
	}
	if at := strings.Index(t.words, piece); at >= 0 {
		return []Range{t.piece(at, at+len(piece))}
	}
	return nil
}

// resembling is the word that is nearest to what was typed.
func (t traced) resembling(typed typed) []Range {
	nearest, at := uint8(noMatch), Range{}
	for from := 0; from+1 < len(t.words); {
		from++
		to := from + strings.IndexByte(t.words[from:], ' ')
		if cost := typed.cost(t.words[from:to]); cost < nearest {
			nearest, at = cost, t.piece(from, to)
		}
		from = to
	}
	if nearest == noMatch {
		return nil
	}
	return []Range{at}
}

// joined are the ranges in their order, those that touch made one.
func joined(ranges []Range) []Range {
	slices.SortFunc(ranges, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var out []Range
	for _, r := range ranges {
		if n := len(out); n > 0 && r.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}
