package store

import (
	"slices"
	"time"

	"holdfast/record"
)

// Filter says what a rewrite keeps. The zero Filter keeps everything, every
// earlier version too.
type Filter struct {
	// Forget drops every record under one of these keys, in every collection
	// and with all its versions, and the draft.
	Forget []record.Key
	// Edit may change or drop (false) any version of a record: for what others
	// hold about somebody who is forgotten. It may be called several times for
	// the same bytes, must answer the same each time, and must not change them.
	Edit func(collection string, key record.Key, raw []byte) ([]byte, bool)
	// History drops what was no longer true at this time: versions that were
	// replaced before it, and lines of acts before it of which nothing is
	// left. The zero time drops nothing.
	History time.Time
}

// place is a record's collection and key.
type place struct {
	collection string
	key        record.Key
}

// live applies the filter to one record, whenever it was saved.
func (f Filter) live(collection string, key record.Key, raw []byte) ([]byte, bool) {
	if slices.ContainsFunc(f.Forget, key.Under) {
		return nil, false
	}
	if f.Edit != nil {
		return f.Edit(collection, key, raw)
	}
	return raw, true
}

// entry applies the filter to one entry of the journal; false drops it. last
// is, for each record, the last act before Filter.History that changed it;
// there says whether the record lies in what is kept so far.
func (f Filter) entry(e entry, last map[place]uint64, there func(place) bool) (content, bool) {
	if e.form == formWhole || e.kind == KindContinued || e.kind == KindHeaderNoted {
		return content{}, false
	}
	old := e.at.Before(f.History)
	out := content{form: formAct, at: e.at, holder: e.holder, kind: e.kind}
	for _, c := range e.changes {
		p := place{c.collection, c.key}
		if c.deleted {
			// That something was deleted which is not kept itself would only
			// tell that there was something.
			if !old && there(p) {
				out.changes = append(out.changes, c)
			}
			continue
		}
		if old && last[p] != e.head.sequence {
			continue
		}
		if value, keep := f.live(c.collection, c.key, c.value); keep {
			out.changes = append(out.changes, change{collection: c.collection, key: c.key, value: value})
		}
	}
	if len(e.changes) == 0 {
		return out, !old
	}
	return out, len(out.changes) > 0
}
